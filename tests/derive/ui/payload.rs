use close_code::{CloseCode, CloseCodeRange};

#[derive(Clone, Copy, CloseCodeRange)]
enum ChatClose {
    #[close_code(4100..=4199)]
    Number(u16),
    #[close_code(4200..=4299)]
    Named { code: CloseCode },
    #[close_code(4300..=4399)]
    Two(CloseCode, CloseCode),
    #[close_code(4400..=4499)]
    Nothing(),
    #[close_code(4500..=4599)]
    Optional(Option<CloseCode>),
    Misplaced(#[close_code(4600..=4699)] CloseCode),
}

fn main() {}

use close_code::{CloseCode, CloseCodeRange};

#[derive(Clone, Copy, CloseCodeRange)]
enum Twice {
    #[close_code(rest)]
    Other(CloseCode),
    #[close_code(rest)]
    Unknown(CloseCode),
}

#[derive(Clone, Copy, CloseCodeRange)]
enum WithCodes {
    #[close_code(4001, rest)]
    Other(CloseCode),
}

fn main() {}

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

#[derive(Clone, Copy, CloseCodeRange)]
enum WithSeveral {
    #[close_code(4001, 4002, rest)]
    Other,
    #[close_code(4005)]
    Fine,
}

#[derive(Clone, Copy, CloseCodeRange)]
enum WithARange {
    #[close_code(4001..=4002, rest)]
    Other,
}

fn main() {}

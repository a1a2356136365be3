use close_code::{CloseCode, CloseCodeRange};

#[derive(Clone, Copy, CloseCodeRange)]
enum ChatClose {
    #[close_code(4199..=4100)]
    Retry(CloseCode),
    #[close_code(4299..=4200, 1006)]
    Fatal(CloseCode),
}

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 4999..=4000)]
enum Backwards {
    #[close_code(4001)]
    Expired,
}

fn main() {}

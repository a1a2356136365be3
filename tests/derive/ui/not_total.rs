use close_code::{CloseCode, CloseCodeRange};

const BASE: u16 = 4000;

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 4000..=4099, total)]
enum Literal {
    #[close_code(4000..=4009, 4011)]
    Retry(CloseCode),
    #[close_code(4020..=4098)]
    Fatal(CloseCode),
}

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 4000..=4099, total)]
enum Computed {
    #[close_code(4000..=4009, BASE + 11)]
    Retry(CloseCode),
    #[close_code(4020..=4098)]
    Fatal(CloseCode),
}

fn main() {}

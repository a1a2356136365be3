use close_code::{CloseCode, CloseCodeRange};

const BASE: u16 = 4000;

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 4000..=4999)]
enum ChatClose {
    #[close_code(1006)]
    Lost,
    #[close_code(1008)]
    Rude,
    #[close_code(3500)]
    Library,
    #[close_code(5000)]
    Far,
    #[close_code(4990..=5010)]
    Across(CloseCode),
    #[close_code(BASE - 5)]
    Computed,
}

fn main() {}

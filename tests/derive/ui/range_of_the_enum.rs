use close_code::CloseCodeRange;

const BASE: u16 = 4000;

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 4001)]
enum OneCode {
    #[close_code(4001)]
    Expired,
}

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 4000..4999)]
enum HalfOpen {
    #[close_code(4001)]
    Expired,
}

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = BASE..=4999)]
enum Computed {
    #[close_code(4001)]
    Expired,
}

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 3000..=3999)]
#[close_code(range = 4000..=4999)]
enum Twice {
    #[close_code(4001)]
    Expired,
}

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(crate = "close_code")]
enum NoPath {
    #[close_code(4001)]
    Expired,
}

fn main() {}

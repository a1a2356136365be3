use close_code::{CloseCode, CloseCodeRange};

#[derive(Clone, Copy, CloseCodeRange)]
enum InAttributes {
    #[close_code(-1)]
    Below,
    #[close_code(70000)]
    Beyond,
    #[close_code(4000..=70000)]
    Across(CloseCode),
}

#[derive(Clone, Copy, CloseCodeRange)]
enum InDiscriminants {
    Below = -1,
    Beyond = 70_000,
}

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 4000..=70000)]
enum InTheRange {
    #[close_code(4001)]
    Expired,
}

fn main() {}

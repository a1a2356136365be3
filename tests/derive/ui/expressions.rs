use close_code::CloseCodeRange;

const BASE: u16 = 4000;
const WIDE: u32 = 4002;

#[derive(Clone, Copy, CloseCodeRange)]
enum InAttributes {
    #[close_code(MISSING + 1)]
    Missing,
    #[close_code(WIDE)]
    Wide,
    #[close_code(BASE - 5000)]
    Overflow,
}

fn main() {}

use close_code::CloseCodeRange;

#[derive(Clone, Copy, CloseCodeRange)]
#[repr(u16)]
enum ChatClose {
    Beyond = 70_000,
}

#[derive(Clone, Copy, CloseCodeRange)]
#[repr(u64)]
enum Computed {
    Far = u64::MAX - 1 + 1,
}

#[derive(Clone, Copy, CloseCodeRange)]
#[repr(u128)]
enum ACodeInTheLastBits {
    Far = (1 << 64) + 4001,
    Next,
}

#[derive(Clone, Copy, CloseCodeRange)]
#[repr(i128)]
enum Negative {
    Far = -(1 << 100) + 4001,
}

fn main() {}

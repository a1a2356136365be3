use close_code::CloseCodeRange;

#[derive(Clone, Copy, CloseCodeRange)]
#[repr(u16)]
enum Negative {
    Below = -1,
}

#[derive(Clone, Copy, CloseCodeRange)]
enum NoNumber {
    Text = "4001",
}

fn main() {}

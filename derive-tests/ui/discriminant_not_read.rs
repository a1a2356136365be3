use close_code::CloseCodeRange;

const BASE: u16 = 4000;

#[derive(Clone, Copy, CloseCodeRange)]
#[repr(u16)]
enum ChatClose {
    Block = { BASE + 1 },
    Next,
    Sum = BASE + 3,
}

fn main() {}

use close_code::CloseCodeRange;

#[derive(Clone, Copy, CloseCodeRange)]
#[repr(u16)]
enum ChatClose {
    Beyond = 70_000,
}

fn main() {}

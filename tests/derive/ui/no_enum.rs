use close_code::CloseCodeRange;

#[derive(Clone, Copy, CloseCodeRange)]
struct Struct {
    code: u16,
}

#[derive(Clone, Copy, CloseCodeRange)]
struct Unit;

#[derive(Clone, Copy, CloseCodeRange)]
union Union {
    code: u16,
}

#[derive(Clone, Copy, CloseCodeRange)]
enum Empty {}

fn main() {}

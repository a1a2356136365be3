use close_code::CloseCodeRange;

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 1000..=4999)]
enum Close {
    #[close_code(1000)]
    Done,
    #[close_code(3000)]
    TokenExpired,
    #[close_code(3003)]
    Forbidden,
    #[close_code(3008, reassigned)]
    RoomFull,
    Timeout = 1012,
}

fn main() {}

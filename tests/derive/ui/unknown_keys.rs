use close_code::CloseCodeRange;

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(rnage = 4000..=4999)]
#[close_code(reconnect = "never")]
#[close_code(4001)]
enum ChatClose {
    #[close_code(4001, reconect = "never")]
    A,
    #[close_code(4002, frequency = "often")]
    B,
    #[close_code(4003, Rest)]
    C,
    #[close_code(4004, range = 4000..=4999)]
    D,
    #[close_code(4005, total)]
    E,
}

fn main() {}

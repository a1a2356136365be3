use close_code::{CloseCode, CloseCodeRange};

#[derive(Clone, Copy, CloseCodeRange)]
enum ChatClose {
    Expired,
    #[close_code(reconnect = "never")]
    Banned,
    Other(CloseCode),
    #[close_code(4001)]
    Fine,
    Forgotten,
}

fn main() {}

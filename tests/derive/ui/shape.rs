use close_code::{CloseCode, CloseCodeRange};

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(total = true)]
enum ChatClose {
    #[close_code]
    A,
    #[close_code = 4001]
    B,
    #[close_code[4002]]
    C,
    #[close_code(4003,, reconnect = "never")]
    D,
    #[close_code(4004 reconnect = "never")]
    E,
    #[close_code(4005, reconnect)]
    F,
    #[close_code(4006, reconnect = )]
    G,
    #[close_code(4007, local = true)]
    H,
    #[close_code("4008")]
    I,
    #[close_code(4009.5)]
    J,
    #[close_code(4010, 4011 +)]
    K,
    #[close_code(4020..4030)]
    L(CloseCode),
    #[close_code(4040..)]
    M(CloseCode),
    #[close_code(..=4049)]
    N(CloseCode),
    #[close_code(4050, meaning = "one", meaning = "two")]
    O,
}

fn main() {}

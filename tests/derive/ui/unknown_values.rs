use close_code::CloseCodeRange;

#[derive(Clone, Copy, CloseCodeRange)]
enum ChatClose {
    #[close_code(4001, reconnect = "nevr")]
    A,
    #[close_code(4002, reconnect = "in a while")]
    B,
    #[close_code(4003, reconnect = never)]
    C,
    #[close_code(4004, reconnect = { after = 5 })]
    D,
    #[close_code(4005, reconnect = { after = [30, 5] })]
    E,
    #[close_code(4006, sender = "sever")]
    F,
    #[close_code(4007, meaning = 7)]
    G,
    #[close_code(4008, reference = ["RFC 6455", 7])]
    H,
    #[close_code(4009, reconnect = { after = [5u8, 30] })]
    I,
}

fn main() {}

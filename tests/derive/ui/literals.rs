use close_code::{CloseCode, CloseCodeRange};

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 4000u8..=4999)]
enum InAttributes {
    #[close_code(4001u8)]
    A,
    #[close_code(4002i32)]
    B,
    #[close_code(4003_u16)]
    Fine,
    #[close_code(4100u32..=4199)]
    C(CloseCode),
    #[close_code(99999999999999999999)]
    D,
    #[close_code(-99999999999999999999..=0xFFFF_FFFF_FFFF_FFFF_FFFF)]
    E(CloseCode),
    #[close_code(BASE..=4299)]
    F(CloseCode),
    #[close_code(4004, reconnect = (after = (5, 30)))]
    G,
    #[close_code(4005, frequency)]
    H,
}

#[derive(Clone, Copy, CloseCodeRange)]
enum InDiscriminants {
    A = 4001u8,
    B = 99999999999999999999,
}

fn main() {}

use close_code::CloseCodeRange;

const BASE: u16 = 4000;

#[derive(Clone, Copy, CloseCodeRange)]
enum InAttributes {
    #[close_code(4001)]
    Expired,
    #[close_code(BASE + 1)]
    Revoked,
    #[close_code(BASE + 2)]
    Banned,
    #[close_code(BASE + 1 + 1)]
    Muted,
}

#[derive(Clone, Copy, CloseCodeRange)]
#[repr(u16)]
enum InDiscriminants {
    Expired = BASE + 1,
    Revoked,
    Banned = BASE + 2,
}

fn main() {}

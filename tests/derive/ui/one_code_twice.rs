use close_code::CloseCodeRange;

#[derive(Clone, Copy, CloseCodeRange)]
enum InAttributes {
    #[close_code(4001)]
    Expired,
    #[close_code(4002, 4001)]
    Revoked,
}

#[derive(Clone, Copy, CloseCodeRange)]
enum InDiscriminants {
    Expired = 4001,
    Revoked = 4001,
}

#[derive(Clone, Copy, CloseCodeRange)]
enum InBoth {
    #[close_code(4001)]
    Expired,
    Revoked = 4001,
}

#[derive(Clone, Copy, CloseCodeRange)]
enum InOneVariant {
    #[close_code(4001, 4002, 4001)]
    Expired,
}

fn main() {}

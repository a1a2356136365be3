use close_code::CloseCodeRange;

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(skip(Dispay, TryFrom<u32>, Eq, entry, entry))]
#[close_code(skip = "Display", error)]
enum Unknown {
    #[close_code(4001)]
    Expired,
    #[close_code(4002, skip(Display))]
    Revoked,
}

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(skip())]
enum Nothing {
    #[close_code(4001, extra)]
    Expired,
    #[close_code(4002, extra(a = 1, b, c = "", d = "d", d = "d"), extra = "text")]
    Revoked,
}

struct MyError;

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(error = MyError)]
enum WithoutFrom {
    #[close_code(4001)]
    Expired,
}

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 0..=65535, total, error = MyError)]
enum Total {
    #[close_code(rest)]
    Any(u16),
}

fn main() {}

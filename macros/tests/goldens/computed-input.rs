#[derive(Clone, Copy)]
#[repr(u16)]
#[close_code(crate = codes, total)]
enum ChatClose {
    First = BASE + 1,
    Second,
    #[close_code(4100..=4199)]
    Range,
    #[close_code(rest)]
    Other(CloseCode),
}

#[derive(Clone, Copy)]
#[repr(u16)]
#[close_code(crate = codes, total)]
enum ChatClose {
    First = BASE + 1,
    Second,
    #[close_code(BASE + 100..=4199)]
    Range,
    #[close_code(rest)]
    Other(CloseCode),
}

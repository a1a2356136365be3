use close_code::{CloseCode, CloseCodeRange};

const BASE: u16 = 4000;

#[derive(Clone, Copy, CloseCodeRange)]
enum Literal {
    #[close_code(4000..=4199)]
    Retry(CloseCode),
    #[close_code(4100..=4299)]
    Fatal(CloseCode),
    #[close_code(4300..=4399)]
    Quiet(CloseCode),
    #[close_code(4300..=4399)]
    Loud(CloseCode),
    // Inside another is fine.
    #[close_code(4310..=4319)]
    Shrill(CloseCode),
}

#[derive(Clone, Copy, CloseCodeRange)]
enum Computed {
    #[close_code(BASE..=BASE + 199)]
    Retry(CloseCode),
    #[close_code(BASE + 100..=4299)]
    Fatal(CloseCode),
}

fn main() {}

use close_code::{CloseCode, CloseCodeRange};

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

fn main() {}

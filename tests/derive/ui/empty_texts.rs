use close_code::CloseCodeRange;

#[derive(Clone, Copy, CloseCodeRange)]
enum ChatClose {
    ///
    #[close_code(4001)]
    A,
    #[close_code(4002, meaning = "")]
    B,
    #[close_code(4003, description = " ")]
    C,
    #[doc = concat!("Session ", "expired")]
    #[close_code(4004)]
    D,
    ///
    #[close_code(4005, meaning = "The attribute has the meaning")]
    Fine,
}

fn main() {}

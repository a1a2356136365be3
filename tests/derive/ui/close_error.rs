use close_code::{CloseCode, CloseCodeRange, CloseError};

#[derive(Clone, Copy, CloseCodeRange)]
#[close_code(range = 1000..=4999)]
enum ChatClose {
    #[close_code(4001)]
    Expired,
    #[close_code(1006, local)]
    Lost,
}

#[derive(CloseError)]
#[close(1011)]
#[close(reason = "text", krate = x)]
enum Attributes {
    #[close(1006, reason = "lost")]
    Literal,
    #[close(70000)]
    TooLarge,
    #[close("1011")]
    Text,
    #[close(ChatClose::Lost, reason = "lost")]
    Variant,
    #[close(CloseCode::ABNORMAL_CLOSURE, reason = "lost")]
    Constant,
    #[close(4000..=4001)]
    Range,
    #[close(4000, 4001)]
    Two,
    #[close(1011, transparent)]
    Both(u8),
    #[close(transparent)]
    NoField,
    #[close(transparant)]
    Misspelt(u8),
    #[close(1011, reason = 5)]
    NoText,
    #[close(1011, reason = "0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123")]
    Long,
    Forgotten,
}

#[derive(CloseError)]
struct Struct;

#[derive(CloseError)]
enum WithoutDisplay {
    #[close(ChatClose::Expired)]
    Expired,
}

#[derive(CloseError)]
enum NotACloseError {
    #[close(transparent)]
    Io(std::io::Error),
}

const NUMBER: u16 = 4001;

#[derive(CloseError)]
enum Types {
    #[close(NUMBER, reason = "a number is no `CloseCode`")]
    Number,
    #[close({ NUMBER }, reason = "")]
    Block,
}

#[derive(CloseError)]
enum Empty {}

#[derive(CloseError)]
enum Keys {
    #[close(1011, reson = "text")]
    Pair,
}

fn used(error: &Attributes) -> (u16, usize) {
    (error.close_code().get(), error.close_reason().as_str().len())
}

fn main() {
    used(&Attributes::Forgotten);
}

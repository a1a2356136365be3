//! What only the compiler knows, each at the user's token.

use close_code::{CloseCode, CloseCodeRange, CloseError};

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(range = 1000..=4999)]
pub enum ChatClose {
    #[close_code(1006, local)]
    Lost,
    #[close_code(4100..=4199)]
    Fatal(u16),
}

const NUMBER: u16 = 4001;

#[derive(Debug, CloseError)]
pub enum NoDisplay {
    #[close(1011)]
    Broken,
}

#[derive(Debug, CloseError)]
pub enum NoError {
    #[close(transparent)]
    Inner(String),
}

#[derive(Debug, CloseError)]
pub enum NotSent {
    #[close(1006, reason = "")]
    Literal,
    #[close(5000, reason = "")]
    OutOfRange,
    #[close(ChatClose::Lost, reason = "")]
    Variant,
    #[close(CloseCode::NO_STATUS_RECEIVED, reason = "")]
    Constant,
}

#[derive(Debug, CloseError)]
pub enum NoCode {
    #[close(NUMBER, reason = "")]
    Number,
    #[close(ChatClose::Fatal, reason = "")]
    Payload,
    #[close(ChatClose::Missing, reason = "")]
    Missing,
}

fn main() {}

//! Every mistake of an enum of errors is told in one build, and none of its uses is.

use close_code::{CloseCodeRange, CloseError, ReasonBuf, WireCode};

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(range = 1000..=4999)]
pub enum ChatClose {
    #[close_code(4001)]
    SessionExpired,
    #[close_code(1006, local)]
    Lost,
    #[close_code(4100..=4199)]
    Fatal(u16),
}

#[derive(Debug, CloseError)]
#[close(reason = "internal error", crat = ::close_code)]
pub enum ChatError {
    #[close(1006)]
    Abnormal,
    #[close(ChatClose::Lost)]
    Lost,
    #[close(70_000)]
    NoCode,
    #[close(1011u8)]
    Suffix,
    #[close("1011")]
    Text,
    #[close(4100..=4199)]
    Range,
    #[close(1011, 1012)]
    Two,
    #[close(transparent, 1011)]
    Both(std::io::Error),
    #[close(transparent)]
    Nothing,
    #[close(transparent)]
    Pair(u8, u8),
    #[close(transparent = true)]
    Value(u8),
    #[close(transparant)]
    Slip(u8),
    #[close(1011, reason)]
    NoReason,
    #[close(1011, reason = 5)]
    Number,
    #[close(1011, reason = "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789")]
    Long,
    #[close(1011, crate = ::close_code)]
    Crate,
    #[close]
    Bare,
    Forgotten,
    Field(#[close(1011)] u8),
}

#[derive(CloseError)]
#[close(1011)]
pub struct Struct;

fn uses(error: &ChatError) -> (WireCode, ReasonBuf) {
    let error: &dyn CloseError = error;
    (error.close_code(), error.close_reason())
}

fn main() {
    uses(&ChatError::Two);
    Struct.close_code();
}

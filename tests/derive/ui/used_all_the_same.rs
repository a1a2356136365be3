//! What a judge refuses is refused alone: the implementations are those that would have been.

use close_code::{CloseCode, CloseCodeRange};

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
enum ChatClose {
    #[close_code(1006)]
    Lost,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
struct Struct;

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
enum Duplicate {
    Expired = 4001,
    Revoked = 4001,
}

fn uses<C: CloseCodeRange + TryFrom<u16> + core::fmt::Display>(close: C) -> String {
    format!("{close} {}", close.entry().name())
}

const FROM_CODE: Option<ChatClose> = ChatClose::from_code(CloseCode::new(4001));

/// What the compiler evaluates has an end.
const _: Option<Duplicate> = Duplicate::from_code(CloseCode::new(4001));
const _: &str = Duplicate::Expired.entry().name();
const _: u16 = Duplicate::Expired.code().get();
const _: usize = Duplicate::Expired.meaning().len() + Duplicate::TABLE.len();

fn main() {
    let _ = (FROM_CODE, uses(ChatClose::Lost), ChatClose::Lost.code());
    let _ = (uses(Struct), Struct::from_code(CloseCode::new(4001)));
    let _ = (uses(Duplicate::Revoked), Duplicate::Expired.code());
}

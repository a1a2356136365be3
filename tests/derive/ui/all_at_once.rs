//! Every mistake is told in one build, and none of the uses of the enum is.

use close_code::{CloseCode, CloseCodeRange, Entry, Reconnect, UnknownCode};

const BASE: u16 = 4000;

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
pub enum ChatClose {
    /// Session expired
    #[close_code(4001, reconect = "after-change")]
    SessionExpired,
    /// Too many requests
    #[close_code(4001)]
    RateLimited,
    /// Connection lost
    #[close_code(1006)]
    Lost,
    /// Computed
    #[close_code(BASE - 5)]
    Computed,
    /// Fatal
    #[close_code(4199..=4100)]
    Fatal(CloseCode),
    #[close_code(4200..=4299)]
    Number(u16),
    Forgotten,
}

fn uses(close: ChatClose) -> Result<(), UnknownCode> {
    let code: CloseCode = close.code();
    let entry: &'static Entry = close.entry();
    let reconnect: Reconnect = close.reconnect();
    println!("{close} {close:#} {code} {entry:?} {reconnect} {}", close.meaning());
    assert_eq!(ChatClose::from_code(code), Some(close));
    assert_eq!(<ChatClose as CloseCodeRange>::from_code(code), Some(close));
    assert_eq!(ChatClose::try_from(code)?, ChatClose::try_from(4001)?);
    assert!(ChatClose::RANGE.contains(&u16::from(close)));
    assert_eq!(CloseCode::from(close), code);
    assert_eq!(ChatClose::TABLE.len(), 7);
    match close {
        ChatClose::SessionExpired | ChatClose::RateLimited | ChatClose::Lost => {}
        ChatClose::Computed | ChatClose::Fatal(_) | ChatClose::Number(_) => {}
        ChatClose::Forgotten => {}
    }
    Ok(())
}

fn main() {
    let _ = uses(ChatClose::Lost);
}

//! A code in a pattern.

use axum::extract::ws;
use close_code::{CloseCode, CloseCodeRange};
use tokio_tungstenite::tungstenite;

/// Why the chat ends a connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq, CloseCodeRange)]
pub(crate) enum ChatClose {
    /// Session expired
    #[close_code(4001, reconnect = "after-change")]
    SessionExpired,
    /// Too many messages
    #[close_code(4029, reconnect = "backoff")]
    TooManyMessages,
}

// Convert the code, then match on your enum, on `CloseCode`, or on both.
pub(crate) fn of_tungstenite(frame: &tungstenite::protocol::CloseFrame) -> &'static str {
    let code = CloseCode::new(frame.code.into());
    match ChatClose::from_code(code) {
        Some(ChatClose::SessionExpired) => "sign in",
        Some(ChatClose::TooManyMessages) => "slow down",
        None => match code {
            CloseCode::NORMAL_CLOSURE | CloseCode::GOING_AWAY => "done",
            CloseCode::SERVICE_RESTART => "wait",
            _ => "report",
        },
    }
}

// axum's code is a `u16`, so a `u16` constant works as a pattern.
pub(crate) fn of_axum(message: &ws::Message) -> &'static str {
    const RESTART: u16 = CloseCode::SERVICE_RESTART.get();
    const EXPIRED: u16 = ChatClose::SessionExpired.code().get();
    match message {
        ws::Message::Close(Some(ws::CloseFrame { code: RESTART, .. })) => "wait",
        ws::Message::Close(Some(ws::CloseFrame { code: EXPIRED, .. })) => "sign in",
        ws::Message::Close(_) => "report",
        _ => "go on",
    }
}

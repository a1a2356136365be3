//! reqwest-websocket.

use close_code::{CloseFrame, ObservedFrame};
use reqwest_websocket::Message;

// An empty Close frame arrives as 1000.
pub(crate) fn received(message: &Message) -> Option<ObservedFrame<'_>> {
    let Message::Close { code, reason } = message else { return None };
    Some(ObservedFrame::of(*code, reason))
}

// `WebSocket::close(code, Some(reason))` takes the same code and reason.
pub(crate) fn sent(frame: CloseFrame<'_>) -> Message {
    let (code, reason) = (frame.code().get().into(), frame.reason().as_str().to_owned());
    Message::Close { code, reason }
}

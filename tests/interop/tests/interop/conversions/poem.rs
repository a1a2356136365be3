//! poem.

use close_code::{CloseFrame, ObservedFrame};
use poem::web::websocket::Message;

// `None` if the message is not a Close message, or has no code.
pub(crate) fn received(message: &Message) -> Option<ObservedFrame<'_>> {
    let Message::Close(Some((code, reason))) = message else { return None };
    Some(ObservedFrame::of(*code, reason))
}

pub(crate) fn sent(frame: CloseFrame<'_>) -> Message {
    Message::close_with(frame.code().get(), frame.reason().as_str())
}

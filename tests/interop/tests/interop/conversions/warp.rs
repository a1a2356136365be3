//! warp.

use close_code::{CloseFrame, ObservedFrame};
use warp::ws::Message;

// `None` if the message is not a Close message or has no code; `is_close()` distinguishes the two.
pub(crate) fn received(message: &Message) -> Option<ObservedFrame<'_>> {
    message.close_frame().map(|(code, reason)| ObservedFrame::of(code, reason))
}

pub(crate) fn sent(frame: CloseFrame<'_>) -> Message {
    Message::close_with(frame.code(), frame.reason().as_str().to_owned())
}

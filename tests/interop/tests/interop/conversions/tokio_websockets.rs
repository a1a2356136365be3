//! tokio-websockets.

use close_code::{CloseFrame, ObservedFrame};
use tokio_websockets::{Error, Message};

// `None` where the message is no Close message. An empty one has the code 1005.
pub(crate) fn received(message: &Message) -> Option<ObservedFrame<'_>> {
    message.as_close().map(|(code, reason)| ObservedFrame::of(code, reason))
}

// Only 0 is an error, and no `CloseFrame` has it.
pub(crate) fn sent(frame: CloseFrame<'_>) -> Result<Message, Error> {
    let code = frame.code().get().try_into()?;
    Ok(Message::close(Some(code), &frame.reason()))
}

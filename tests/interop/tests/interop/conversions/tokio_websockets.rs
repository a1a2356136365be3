//! tokio-websockets.

use close_code::{CloseFrame, ObservedFrame};
use tokio_websockets::{Error, Message};

// `None` if the message is not a Close message. An empty one has the code 1005.
pub(crate) fn received(message: &Message) -> Option<ObservedFrame<'_>> {
    message.as_close().map(|(code, reason)| ObservedFrame::of(code, reason))
}

// `try_into` fails only for 0, which a `CloseFrame` never contains.
pub(crate) fn sent(frame: CloseFrame<'_>) -> Result<Message, Error> {
    let code = frame.code().get().try_into()?;
    Ok(Message::close(Some(code), &frame.reason()))
}

//! fastwebsockets.

use close_code::{CloseFrame, ObservedFrame};
use fastwebsockets::Frame;

// `None` if the frame is empty; an error if the body is malformed.
pub(crate) fn received<'a>(
    frame: &'a Frame<'_>,
) -> Result<Option<ObservedFrame<'a>>, close_code::PayloadError<'a>> {
    CloseFrame::parse_any(&frame.payload)
}

pub(crate) fn sent(frame: CloseFrame<'_>) -> Frame<'static> {
    Frame::close(frame.code().get(), frame.reason().as_bytes())
}

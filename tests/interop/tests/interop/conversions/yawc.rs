//! yawc.

use close_code::{CloseFrame, ObservedFrame};
use yawc::Frame;

// `None` where the frame is empty; an error where the body is no code and text.
pub(crate) fn received(
    frame: &Frame,
) -> Result<Option<ObservedFrame<'_>>, close_code::PayloadError<'_>> {
    CloseFrame::parse_any(frame.payload())
}

pub(crate) fn sent(frame: CloseFrame<'_>) -> Frame {
    Frame::close(frame.code().get().into(), frame.reason().as_bytes())
}

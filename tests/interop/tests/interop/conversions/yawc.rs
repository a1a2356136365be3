//! yawc.

use close_code::{CloseFrame, ObservedFrame};
use yawc::Frame;

// `None` if the frame is empty; an error if the body is malformed.
pub(crate) fn received(
    frame: &Frame,
) -> Result<Option<ObservedFrame<'_>>, close_code::PayloadError<'_>> {
    CloseFrame::parse_any(frame.payload())
}

pub(crate) fn sent(frame: CloseFrame<'_>) -> Frame {
    Frame::close(frame.code().get().into(), frame.reason().as_bytes())
}

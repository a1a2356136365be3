//! axum.

use axum::extract::ws;
use close_code::{CloseFrame, ObservedFrame};

pub(crate) fn received(frame: &ws::CloseFrame) -> ObservedFrame<'_> {
    ObservedFrame::of(frame.code, &frame.reason)
}

pub(crate) fn sent(frame: CloseFrame<'_>) -> ws::CloseFrame {
    let (code, reason) = (frame.code().get(), frame.reason().as_str().into());
    ws::CloseFrame { code, reason }
}

//! tungstenite, tokio-tungstenite and async-tungstenite, whose types are tungstenite's.

use close_code::{CloseFrame, ObservedFrame};
use tokio_tungstenite::tungstenite;

pub(crate) fn received(frame: &tungstenite::protocol::CloseFrame) -> ObservedFrame<'_> {
    ObservedFrame::of(frame.code, &frame.reason)
}

pub(crate) fn sent(frame: CloseFrame<'_>) -> tungstenite::protocol::CloseFrame {
    let (code, reason) = (frame.code().get().into(), frame.reason().as_str().into());
    tungstenite::protocol::CloseFrame { code, reason }
}

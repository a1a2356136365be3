//! actix-ws, whose types are actix-http's.

use actix_ws::CloseReason;
use close_code::{CloseFrame, ObservedFrame};

pub(crate) fn received(reason: &CloseReason) -> ObservedFrame<'_> {
    ObservedFrame::of(reason.code, reason.description.as_deref().unwrap_or_default())
}

pub(crate) fn sent(frame: CloseFrame<'_>) -> CloseReason {
    let (code, reason) = (frame.code().get().into(), frame.reason().as_str().to_owned());
    CloseReason { code, description: Some(reason) }
}

//! soketto, which always closes with 1000: there is no other way.

use close_code::ObservedFrame;
use soketto::connection::CloseReason;

pub(crate) fn received(close: &CloseReason) -> ObservedFrame<'_> {
    ObservedFrame::of(close.code, close.descr.as_deref().unwrap_or_default())
}

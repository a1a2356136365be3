use core::fmt;

use crate::{CloseCode, ObservedFrame, Reason, UnsendableCode, WireCode};

mod encode;
mod parse;

pub(crate) use encode::push_body;

/// What a Close frame says: a code that may be sent, and a reason, which may be empty.
///
/// This is the frame's body (RFC 6455 §5.5.1). A Close frame without a body has no code, so it is
/// no `CloseFrame`: [`parse`](Self::parse) gives `None` for it,
/// [`Payload::EMPTY`](crate::Payload::EMPTY) and [`ControlFrame::EMPTY`](crate::ControlFrame::EMPTY)
/// send it, and the other end reports 1005 for it. A reason without a code cannot be written down, on
/// the wire as here.
///
/// ```
/// use close_code::{CloseCode, CloseFrame, Reason};
///
/// let frame = CloseFrame::new(CloseCode::GOING_AWAY, Reason::new("see you")?)?;
/// assert_eq!(*frame.to_payload(), *b"\x03\xe9see you");
///
/// let received = CloseFrame::parse(b"\x03\xe9see you").unwrap().unwrap();
/// assert_eq!(received, frame);
/// assert_eq!(received.code(), CloseCode::GOING_AWAY);
/// assert_eq!(received.reason(), "see you");
///
/// // 1006 is what an endpoint reports when no Close frame came, so it cannot be in one.
/// assert!(CloseFrame::new(CloseCode::ABNORMAL_CLOSURE, Reason::EMPTY).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It prints as `1001 Going Away: "see you"`. The reason, which the other end chose, is quoted and
/// escaped, so that it cannot forge a line of a log.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct CloseFrame<'a> {
    code: WireCode,
    reason: Reason<'a>,
}

impl<'a> CloseFrame<'a> {
    /// A frame to send.
    ///
    /// Where the code is known to be sendable, [`WireCode::with_reason`] cannot fail.
    ///
    /// # Errors
    ///
    /// [`UnsendableCode`] if the code may not stand in a Close frame
    /// ([`CloseCode::is_valid_on_wire`]).
    #[inline]
    pub const fn new(code: CloseCode, reason: Reason<'a>) -> Result<Self, UnsendableCode> {
        match WireCode::new(code) {
            Ok(code) => Ok(Self { code, reason }),
            Err(error) => Err(error),
        }
    }

    #[inline]
    pub(crate) const fn from_parts(code: WireCode, reason: Reason<'a>) -> Self {
        Self { code, reason }
    }

    /// The code, one for which [`CloseCode::is_valid_on_wire`] is true.
    #[inline]
    #[must_use]
    pub const fn code(self) -> CloseCode {
        self.code.code()
    }

    /// The same code, with the proof that it may be sent.
    #[inline]
    #[must_use]
    pub const fn wire_code(self) -> WireCode {
        self.code
    }

    /// The reason; empty where the frame has none.
    #[inline]
    #[must_use]
    pub const fn reason(self) -> Reason<'a> {
        self.reason
    }

    /// The frame to answer this one with: the same code, without the reason.
    ///
    /// An endpoint that receives a Close frame and has not sent one answers, typically with the code
    /// that it received (RFC 6455 §5.5.1). An empty Close frame is answered with an empty one.
    #[inline]
    #[must_use]
    pub const fn echo(self) -> CloseFrame<'static> {
        CloseFrame { code: self.code, reason: Reason::EMPTY }
    }
}

impl fmt::Display for CloseFrame<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        ObservedFrame::from(*self).fmt(f)
    }
}

/// A frame without a reason.
impl From<WireCode> for CloseFrame<'static> {
    fn from(code: WireCode) -> Self {
        code.with_reason(Reason::EMPTY)
    }
}

impl<'a> TryFrom<ObservedFrame<'a>> for CloseFrame<'a> {
    type Error = UnsendableCode;

    fn try_from(frame: ObservedFrame<'a>) -> Result<Self, UnsendableCode> {
        frame.check()
    }
}

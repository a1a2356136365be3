use core::fmt;

use crate::{CloseCode, ObservedFrame, Reason, UnsendableCode, WireCode};

mod encode;
mod parse;

pub(crate) use encode::push_body;

/// The content of a Close frame: a code that may be sent and a reason, which can be empty.
///
/// This is the frame's body (RFC 6455 section 5.5.1). A Close frame without a body has no code, so it is not a
/// `CloseFrame`: [`parse`](Self::parse) returns `None` for it. To send one, use
/// [`Payload::EMPTY`](crate::Payload::EMPTY) or [`ControlFrame::EMPTY`](crate::ControlFrame::EMPTY). The
/// other end then reports 1005. A reason without a code cannot be encoded.
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
/// // 1006 means that no Close frame arrived, so it cannot be in one.
/// assert!(CloseFrame::new(CloseCode::ABNORMAL_CLOSURE, Reason::EMPTY).is_err());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// It prints as `1001 Going Away: "see you"`. The reason comes from the other end, so it is quoted and
/// escaped. It cannot fake log lines.
///
/// # Reasons over 123 bytes
///
/// A Close frame has room for 123 bytes of UTF-8 after the code. The limit counts bytes, not characters.
/// For a longer reason, some libraries return an error, some drop the reason, and some cut inside a
/// character, which the receiver answers with 1007. [`Reason::truncated`] cuts between characters.
/// [`ReasonBuf`](crate::ReasonBuf) formats a value and marks the cut with `…`:
///
/// ```
/// use close_code::{Reason, ReasonBuf, WireCode};
///
/// const FAILED: WireCode = WireCode::of::<1011>();
///
/// let error = "the disk is full; ".repeat(10);
/// assert_eq!(FAILED.with_reason(Reason::truncated(&error)).reason().len(), 123);
///
/// let reason = ReasonBuf::from_display(format_args!("failed: {error}"));
/// assert!(FAILED.with_reason(reason.as_reason()).reason().ends_with('…'));
/// ```
///
/// # Empty frames
///
/// A Close frame can have no body, and then it has no code. The receiver reports 1005, which itself is
/// never sent. [`parse`](Self::parse) returns `None` for the empty body, so it is not confused with an
/// error:
///
/// ```
/// use close_code::{CloseFrame, Payload, ReceivedClose, connection_close_code};
///
/// let frame = CloseFrame::parse(b"").unwrap();
/// assert_eq!(frame, None);
/// assert_eq!(connection_close_code(ReceivedClose::from_parsed(frame)), 1005);
/// assert!(Payload::new(None).is_empty());
/// ```
///
/// # Forwarding
///
/// A proxy sees codes that it must not send: 1005, 1006 and 1015, which its library reports, and numbers that
/// a peer made up. [`ObservedFrame`] accepts all of them; its
/// [`forwardable_or`](ObservedFrame::forwardable_or) replaces those that must not be sent:
///
/// ```
/// use close_code::{ObservedFrame, WireCode};
///
/// const FALLBACK: WireCode = WireCode::of::<1011>();
///
/// assert_eq!(ObservedFrame::of(1006_u16, "lost").forwardable_or(FALLBACK).code(), 1011);
/// assert_eq!(ObservedFrame::of(4001_u16, "bye").forwardable_or(FALLBACK).code(), 4001);
/// ```
#[doc(alias = "close frame")]
#[doc(alias = "empty frame")]
#[doc(alias = "forwarding")]
#[doc(alias = "reason over 123 bytes")]
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct CloseFrame<'a> {
    code: WireCode,
    reason: Reason<'a>,
}

impl<'a> CloseFrame<'a> {
    /// Creates a frame to send.
    ///
    /// If the code is known to be sendable, use [`WireCode::with_reason`], which cannot fail.
    ///
    /// # Errors
    ///
    /// [`UnsendableCode`] if the code must not be sent in a Close frame
    /// ([`CloseCode::is_valid_on_wire`]).
    ///
    /// ```
    /// use close_code::{CloseCode, CloseFrame, Reason};
    ///
    /// assert!(CloseFrame::new(CloseCode::new(4001), Reason::EMPTY).is_ok());
    /// assert!(CloseFrame::new(CloseCode::new(1005), Reason::EMPTY).is_err());
    /// ```
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

    /// Returns the code, one for which [`CloseCode::is_valid_on_wire`] is true.
    ///
    /// ```
    /// # use close_code::CloseFrame;
    /// let frame = CloseFrame::parse(b"\x03\xe8bye").unwrap().unwrap();
    /// assert_eq!(frame.code(), 1000);
    /// ```
    #[inline]
    #[must_use]
    pub const fn code(self) -> CloseCode {
        self.code.code()
    }

    /// Returns the code as a [`WireCode`], a type for codes that may be sent.
    ///
    /// ```
    /// # use close_code::{CloseFrame, WireCode};
    /// let frame = CloseFrame::parse(b"\x03\xe8bye").unwrap().unwrap();
    /// assert_eq!(frame.wire_code(), WireCode::of::<1000>());
    /// ```
    #[inline]
    #[must_use]
    pub const fn wire_code(self) -> WireCode {
        self.code
    }

    /// Returns the reason; empty if the frame has none.
    ///
    /// ```
    /// # use close_code::CloseFrame;
    /// let frame = CloseFrame::parse(b"\x03\xe8bye").unwrap().unwrap();
    /// assert_eq!(frame.reason(), "bye");
    /// ```
    #[inline]
    #[must_use]
    pub const fn reason(self) -> Reason<'a> {
        self.reason
    }

    /// Returns the frame to answer this one with: the same code, without the reason.
    ///
    /// If an endpoint receives a Close frame and has not sent one itself, it replies, usually with the same
    /// code (RFC 6455 section 5.5.1). An empty Close frame is answered with an empty one.
    ///
    /// ```
    /// # use close_code::CloseFrame;
    /// let frame = CloseFrame::parse(b"\x03\xe8bye").unwrap().unwrap();
    /// assert_eq!(*frame.echo().to_payload(), *b"\x03\xe8");
    /// ```
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

use core::fmt;

use crate::{CloseCode, CloseFrame, Reason, UnsendableCode, WireCode};

/// A received Close frame that may be invalid: any of the 65,536 codes, and a reason.
///
/// [`CloseFrame::parse_any`] returns it, for proxies, inspectors and tests. It cannot be encoded. Use
/// [`check`](Self::check) or [`forwardable_or`](Self::forwardable_or) to get a [`CloseFrame`].
///
/// ```
/// use close_code::{CloseCode, CloseFrame, WireCode};
///
/// // A backend sent 5000, which is out of range. The proxy's client gets 1011 and the reason.
/// let seen = CloseFrame::parse_any(b"\x13\x88upstream").unwrap().unwrap();
/// assert!(seen.check().is_err());
///
/// let sent = seen.forwardable_or(WireCode::of::<1011>());
/// assert_eq!(sent.code(), CloseCode::INTERNAL_ERROR);
/// assert_eq!(sent.reason(), "upstream");
/// ```
///
/// It prints like a [`CloseFrame`].
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct ObservedFrame<'a> {
    code: CloseCode,
    reason: Reason<'a>,
}

impl<'a> ObservedFrame<'a> {
    /// Creates a frame from any code and a reason.
    ///
    /// ```
    /// use close_code::{CloseCode, ObservedFrame, Reason};
    ///
    /// let seen = ObservedFrame::new(CloseCode::new(5000), Reason::EMPTY);
    /// assert_eq!(seen.to_string(), "5000 Out of range");
    /// ```
    #[inline]
    #[must_use]
    pub const fn new(code: CloseCode, reason: Reason<'a>) -> Self {
        Self { code, reason }
    }

    /// Creates a frame from a library's code type and the reason as text. A reason that does not fit in a
    /// frame is cut.
    ///
    /// ```
    /// use close_code::{CloseCode, ObservedFrame};
    ///
    /// // axum, warp and others have a `u16`; the enums of tungstenite and fastwebsockets convert to `u16`.
    /// let seen = ObservedFrame::of(1006_u16, "connection lost");
    /// assert_eq!(seen.code(), CloseCode::ABNORMAL_CLOSURE);
    /// assert!(seen.check().is_err());
    /// ```
    #[must_use]
    pub fn of(code: impl Into<u16>, reason: &'a str) -> Self {
        Self::new(CloseCode::new(code.into()), Reason::truncated(reason))
    }

    /// Returns the code, valid or not.
    ///
    /// ```
    /// # use close_code::ObservedFrame;
    /// assert_eq!(ObservedFrame::of(5000_u16, "bye").code(), 5000);
    /// ```
    #[inline]
    #[must_use]
    pub const fn code(self) -> CloseCode {
        self.code
    }

    /// Returns the reason; empty if the frame has none.
    ///
    /// ```
    /// # use close_code::ObservedFrame;
    /// assert_eq!(ObservedFrame::of(5000_u16, "bye").reason(), "bye");
    /// ```
    #[inline]
    #[must_use]
    pub const fn reason(self) -> Reason<'a> {
        self.reason
    }

    /// Returns the same frame, if it may be sent.
    ///
    /// # Errors
    ///
    /// [`UnsendableCode`] if the code must not be sent in a Close frame.
    ///
    /// ```
    /// # use close_code::ObservedFrame;
    /// assert!(ObservedFrame::of(4001_u16, "bye").check().is_ok());
    /// assert!(ObservedFrame::of(5000_u16, "bye").check().is_err());
    /// ```
    #[inline]
    pub const fn check(self) -> Result<CloseFrame<'a>, UnsendableCode> {
        CloseFrame::new(self.code, self.reason)
    }

    /// Returns the frame to forward. `fallback` replaces a code that must not be sent.
    ///
    /// [`CloseCode::forwardable_or`] says which fallback to choose. In the example, an empty Close frame is
    /// forwarded as an empty one, because `parse_any` returns `None` for it. A body that cannot be read is
    /// the sender's mistake: the sender gets [`PayloadError::reply`](crate::PayloadError::reply), and the
    /// other side gets the fallback.
    ///
    /// ```
    /// use close_code::{CloseFrame, Payload, WireCode};
    ///
    /// const FALLBACK: WireCode = WireCode::of::<1011>();
    ///
    /// fn forward(body: &[u8]) -> Payload {
    ///     match CloseFrame::parse_any(body) {
    ///         Ok(seen) => Payload::new(seen.map(|frame| frame.forwardable_or(FALLBACK))),
    ///         Err(_) => Payload::new(Some(FALLBACK.into())),
    ///     }
    /// }
    ///
    /// assert!(forward(b"").is_empty());
    /// assert_eq!(*forward(b"\x0f\xa1bye"), *b"\x0f\xa1bye");
    /// assert_eq!(*forward(b"\x03\xeebye"), *b"\x03\xf3bye");
    /// assert_eq!(*forward(b"\x03"), *b"\x03\xf3");
    /// ```
    #[inline]
    #[must_use]
    pub const fn forwardable_or(self, fallback: WireCode) -> CloseFrame<'a> {
        self.code.forwardable_or(fallback).with_reason(self.reason)
    }
}

impl fmt::Display for ObservedFrame<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { code, reason } = self;
        if reason.is_empty() { write!(f, "{code}") } else { write!(f, "{code}: {reason:?}") }
    }
}

impl<'a> From<CloseFrame<'a>> for ObservedFrame<'a> {
    fn from(frame: CloseFrame<'a>) -> Self {
        Self::new(frame.code(), frame.reason())
    }
}

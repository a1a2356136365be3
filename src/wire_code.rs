use core::error::Error;
use core::fmt;

use crate::{CloseCode, CloseFrame, Reason, const_check};

/// A close code that may be sent in a Close frame; having one proves that
/// [`CloseCode::is_valid_on_wire`] was checked.
///
/// [`CloseFrame`] and [`CloseCode::forwardable_or`] are built on it, so neither can send 1004, 1005, 1006,
/// 1015 or a number out of range.
///
/// ```
/// use close_code::{CloseCode, CloseFrame, Reason, WireCode};
///
/// // Checked by the compiler:
/// const LOGGED_OUT: WireCode = WireCode::of::<4001>();
/// const BYE: CloseFrame<'_> = LOGGED_OUT.with_reason(Reason::truncated("logged out"));
/// assert_eq!(BYE.code(), 4001);
///
/// // Checked at run time:
/// assert!(WireCode::new(CloseCode::NORMAL_CLOSURE).is_ok());
/// assert!(WireCode::new(CloseCode::ABNORMAL_CLOSURE).is_err());
/// ```
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[repr(transparent)]
pub struct WireCode(CloseCode);

impl WireCode {
    /// Checks that the code may be sent.
    ///
    /// # Errors
    ///
    /// [`UnsendableCode`] with the code if it is not [valid on the wire](CloseCode::is_valid_on_wire).
    ///
    /// ```
    /// # use close_code::{CloseCode, WireCode};
    /// assert!(WireCode::new(CloseCode::new(4001)).is_ok());
    /// assert!(WireCode::new(CloseCode::new(1006)).is_err());
    /// ```
    #[inline]
    pub const fn new(code: CloseCode) -> Result<Self, UnsendableCode> {
        if code.is_valid_on_wire() { Ok(Self(code)) } else { Err(UnsendableCode { code }) }
    }

    /// Returns the code `CODE`, checked by the compiler: a number that must not be sent does not compile.
    ///
    /// ```
    /// use close_code::{CloseCode, WireCode};
    ///
    /// let fallback = WireCode::of::<{ CloseCode::INTERNAL_ERROR.get() }>();
    /// assert_eq!(fallback.code(), CloseCode::INTERNAL_ERROR);
    /// ```
    ///
    /// ```compile_fail,E0080
    /// // "1006 is AbnormalClosure, which is never sent"
    /// let fallback = close_code::WireCode::of::<1006>();
    /// ```
    #[inline]
    #[must_use]
    pub const fn of<const CODE: u16>() -> Self {
        const { const_check::wire(CloseCode::new(CODE)) };
        Self(CloseCode::new(CODE))
    }

    /// Returns the code as a [`CloseCode`].
    ///
    /// ```
    /// # use close_code::{CloseCode, WireCode};
    /// assert_eq!(WireCode::of::<1001>().code(), CloseCode::GOING_AWAY);
    /// ```
    #[inline]
    #[must_use]
    pub const fn code(self) -> CloseCode {
        self.0
    }

    /// Returns the code as a number.
    ///
    /// ```
    /// # use close_code::WireCode;
    /// assert_eq!(WireCode::of::<1001>().get(), 1001);
    /// ```
    #[inline]
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0.get()
    }

    /// Returns the frame with this code and a reason. It cannot fail: both were checked before.
    ///
    /// ```
    /// # use close_code::{Reason, WireCode};
    /// let frame = WireCode::of::<1001>().with_reason(Reason::truncated("bye"));
    /// assert_eq!(frame.to_string(), "1001 Going Away: \"bye\"");
    /// ```
    #[inline]
    #[must_use]
    pub const fn with_reason(self, reason: Reason<'_>) -> CloseFrame<'_> {
        CloseFrame::from_parts(self, reason)
    }
}

impl fmt::Debug for WireCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for WireCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl From<WireCode> for CloseCode {
    fn from(code: WireCode) -> Self {
        code.0
    }
}

impl From<WireCode> for u16 {
    fn from(code: WireCode) -> Self {
        code.get()
    }
}

impl PartialEq<CloseCode> for WireCode {
    fn eq(&self, other: &CloseCode) -> bool {
        self.0 == *other
    }
}

impl PartialEq<WireCode> for CloseCode {
    fn eq(&self, other: &WireCode) -> bool {
        *self == other.0
    }
}

impl PartialEq<u16> for WireCode {
    fn eq(&self, other: &u16) -> bool {
        self.get() == *other
    }
}

impl TryFrom<CloseCode> for WireCode {
    type Error = UnsendableCode;

    fn try_from(code: CloseCode) -> Result<Self, UnsendableCode> {
        Self::new(code)
    }
}

impl TryFrom<u16> for WireCode {
    type Error = UnsendableCode;

    fn try_from(code: u16) -> Result<Self, UnsendableCode> {
        Self::new(CloseCode::new(code))
    }
}

/// The error of building a frame with a code that must not be sent.
///
/// ```
/// use close_code::{CloseCode, CloseFrame, Reason};
///
/// let error = CloseFrame::new(CloseCode::ABNORMAL_CLOSURE, Reason::EMPTY).unwrap_err();
/// assert_eq!(error.code(), CloseCode::ABNORMAL_CLOSURE);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct UnsendableCode {
    code: CloseCode,
}

impl UnsendableCode {
    /// Returns the code that was passed in.
    #[must_use]
    pub const fn code(self) -> CloseCode {
        self.code
    }
}

impl fmt::Display for UnsendableCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let code = self.code;
        if code.is_local_only() {
            write!(
                f,
                "{code} is only reported to the application and never sent; \
                 send another code, or a Close frame with an empty body"
            )
        } else {
            write!(
                f,
                "{code} must not be sent; \
                 send a code that may, such as 1000 or one from 4000 to 4999"
            )
        }
    }
}

impl Error for UnsendableCode {}

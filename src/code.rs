//! [`CloseCode`]: the number on the wire.

use core::fmt;

use crate::digits::{self, Digits};
use crate::text::Text;
use crate::{Entry, Reconnect};

/// A WebSocket close code: any of the 65,536 values that the two bytes of a Close frame can hold.
///
/// Every value has one spelling, so codes compare, order and hash as their numbers. What a code *is*,
/// [`kind`](Self::kind) and [`class`](Self::class) tell; the constants serve as patterns.
///
/// ```
/// use close_code::{CloseClass, CloseCode, CloseKind};
///
/// fn advice(code: CloseCode) -> &'static str {
///     match code {
///         CloseCode::NORMAL_CLOSURE | CloseCode::GOING_AWAY => "the peer is done",
///         CloseCode::ABNORMAL_CLOSURE => "nobody said goodbye",
///         other if other.class() == CloseClass::PrivateUse => "ask the application",
///         _ => "look it up",
///     }
/// }
///
/// let code = CloseCode::new(1006);
/// assert_eq!(advice(code), "nobody said goodbye");
/// assert_eq!(code.kind(), CloseKind::AbnormalClosure);
/// assert_eq!(code.to_string(), "1006 Abnormal Closure");
/// assert!(!code.is_valid_on_wire());
/// ```
///
/// Source: RFC 6455 section 7.4 and the IANA WebSocket Close Code Number Registry.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[repr(transparent)]
pub struct CloseCode(u16);

impl CloseCode {
    /// The code with this number; every `u16` is one.
    #[inline]
    #[must_use]
    pub const fn new(code: u16) -> Self {
        Self(code)
    }

    /// The number, as it stands in the first two bytes of a Close frame's body.
    #[inline]
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// The whole row of the table that this code belongs to.
    ///
    /// It brings the descriptions of all codes into the program, some 20 kB, as `CloseKind::TABLE` does;
    /// whatever else tells of one code does not.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// let entry = CloseCode::BAD_GATEWAY.entry();
    /// assert_eq!(entry.name(), "BadGateway");
    /// assert!(entry.contains(CloseCode::new(1014)));
    /// ```
    #[inline]
    #[must_use]
    pub const fn entry(self) -> &'static Entry {
        self.kind().entry()
    }

    /// The short text of the row: exactly the registry's, where it has one.
    ///
    /// For 1014 that is a whole sentence; [`Entry::label`] is short for every code.
    #[inline]
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        self.kind().meaning()
    }

    /// What the specification says about connecting again after this code.
    ///
    /// ```
    /// # use close_code::{CloseCode, Reconnect};
    /// assert_eq!(CloseCode::ABNORMAL_CLOSURE.reconnect(), Reconnect::Backoff);
    /// assert_eq!(CloseCode::NORMAL_CLOSURE.reconnect(), Reconnect::Unspecified);
    /// ```
    #[inline]
    #[must_use]
    pub const fn reconnect(self) -> Reconnect {
        self.kind().reconnect()
    }
}

/// The number and the short text: `1006 Abnormal Closure`. Width, fill and alignment apply to the whole.
impl fmt::Display for CloseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.kind().text();
        if f.width().is_some() {
            return digits::pad(f, *self, text.label());
        }
        match text {
            Text::Whole(text) => f.write_str(text),
            Text::Label(label) => {
                f.write_str(Digits::of(self.0).as_prefix())?;
                f.write_str(label)
            }
        }
    }
}

/// Names the constant where there is one: `CloseCode::GOING_AWAY`, else `CloseCode(4321)`.
impl fmt::Debug for CloseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind().constant() {
            Some(constant) => {
                f.write_str("CloseCode::")?;
                f.write_str(constant)
            }
            None => f.debug_tuple("CloseCode").field(&self.0).finish(),
        }
    }
}

impl From<u16> for CloseCode {
    #[inline]
    fn from(code: u16) -> Self {
        Self(code)
    }
}

impl From<CloseCode> for u16 {
    #[inline]
    fn from(code: CloseCode) -> Self {
        code.0
    }
}

impl PartialEq<u16> for CloseCode {
    #[inline]
    fn eq(&self, other: &u16) -> bool {
        self.0 == *other
    }
}

impl PartialEq<CloseCode> for u16 {
    #[inline]
    fn eq(&self, other: &CloseCode) -> bool {
        *self == other.0
    }
}

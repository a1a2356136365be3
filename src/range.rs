//! [`CloseCodeRange`]: what every enum of close codes can do.

use core::error::Error;
use core::fmt;
use core::ops::RangeInclusive;

use crate::{CloseCode, CloseFrame, Entry, Reason, UnsendableCode, WireCode};

/// An enum whose variants are close codes.
///
/// Implemented by [`CloseKind`](crate::CloseKind), by enums generated from your own table, and by enums with
/// `#[derive(CloseCodeRange)]` (feature `derive`). All three come from one macro. Do not implement it by
/// hand: an [`Entry`] comes from a table.
///
/// Each of these enums also has inherent `const` functions `from_code`, `entry`, `meaning` and `reconnect`.
/// Use the trait in generic functions:
///
/// ```
/// use close_code::{CloseCode, CloseCodeRange, CloseKind};
///
/// /// Returns the text for the log, from the table of one protocol.
/// fn describe<C: CloseCodeRange>(code: CloseCode) -> String {
///     match C::from_code(code) {
///         Some(close) => format!("{}: {}", code.get(), close.entry().meaning()),
///         None => format!("{}: not one of ours", code.get()),
///     }
/// }
///
/// assert_eq!(describe::<CloseKind>(CloseCode::GOING_AWAY), "1001: Going Away");
/// assert!(CloseKind::TABLE.iter().any(|row| row.name() == "GoingAway"));
/// ```
pub trait CloseCodeRange: Copy + 'static {
    /// The rows, in the order of their first codes. If two start at the same code, the wider one comes
    /// first.
    const TABLE: &'static [Entry];

    /// The range of codes that the enum covers. Not every code needs a variant.
    const RANGE: RangeInclusive<u16>;

    /// Returns the variant for this code, or `None`. If several rows contain the code, the narrowest one is used.
    ///
    /// For an enum that spans up to 5000 codes and has up to 100 ranges, this is one table lookup. For a
    /// larger one it can be a `match`.
    #[must_use]
    fn from_code(code: CloseCode) -> Option<Self>;

    /// Returns the row of the table for this variant.
    #[must_use]
    fn entry(self) -> &'static Entry;

    /// Returns the name of the variant. It is a good metrics label, because it has few distinct values.
    #[must_use]
    fn name(&self) -> &'static str {
        self.entry().name()
    }

    /// Returns the text that `Display` shows: the meaning, or a shorter text if the meaning is a whole
    /// sentence.
    #[must_use]
    fn label(&self) -> &'static str {
        self.entry().label()
    }

    /// Returns the Close frame with this code and a reason: for enums without payloads whose codes may all
    /// be sent.
    ///
    /// ```
    /// # #[cfg(feature = "derive")] {
    /// use close_code::{CloseCodeRange, Reason};
    ///
    /// #[derive(Clone, Copy, CloseCodeRange)]
    /// enum ChatClose {
    ///     #[close_code(4001)]
    ///     SessionExpired,
    /// }
    ///
    /// let frame = ChatClose::SessionExpired.frame(Reason::truncated("sign in again"));
    /// assert_eq!((frame.code().get(), frame.reason().as_str()), (4001, "sign in again"));
    /// # }
    /// ```
    #[must_use]
    fn frame<'a>(&self, reason: Reason<'a>) -> CloseFrame<'a>
    where
        Self: Into<WireCode>,
    {
        let code: WireCode = (*self).into();
        code.with_reason(reason)
    }

    /// Returns the Close frame with this code and a reason: for enums with payloads or `local` variants.
    ///
    /// # Errors
    ///
    /// [`UnsendableCode`] if the code must not be sent.
    fn try_frame<'a>(&self, reason: Reason<'a>) -> Result<CloseFrame<'a>, UnsendableCode>
    where
        Self: TryInto<WireCode, Error = UnsendableCode>,
    {
        let code: WireCode = (*self).try_into()?;
        Ok(code.with_reason(reason))
    }
}

/// The error of `TryFrom` if an enum has no variant for the code.
///
/// ```
/// # use close_code::{CloseCodeRange, UnknownCode};
/// # #[cfg(feature = "derive")] {
/// #[derive(Clone, Copy, Debug, CloseCodeRange)]
/// enum ChatClose {
///     #[close_code(4001)]
///     SessionExpired,
/// }
///
/// let error: UnknownCode = ChatClose::try_from(4002).unwrap_err();
/// assert_eq!(error.to_string(), "ChatClose has no variant for close code 4002");
/// # }
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct UnknownCode {
    code: CloseCode,
    enum_name: &'static str,
}

impl UnknownCode {
    #[doc(hidden)]
    #[must_use]
    pub const fn __new(code: CloseCode, enum_name: &'static str) -> Self {
        Self { code, enum_name }
    }

    /// Returns the code that has no variant.
    ///
    /// ```
    /// # use close_code::CloseCodeRange;
    /// # #[cfg(feature = "derive")] {
    /// # #[derive(Clone, Copy, Debug, CloseCodeRange)]
    /// # enum ChatClose {
    /// #     #[close_code(4001)]
    /// #     SessionExpired,
    /// # }
    /// assert_eq!(ChatClose::try_from(4002).unwrap_err().code(), 4002);
    /// # }
    /// ```
    #[must_use]
    pub const fn code(self) -> CloseCode {
        self.code
    }
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} has no variant for close code {}", self.enum_name, self.code.get())
    }
}

impl Error for UnknownCode {}

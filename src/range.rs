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
/// "Cannot find derive macro `CloseCodeRange`" means that the feature `derive` is not enabled: add
/// `features = ["derive"]` to the dependency.
///
/// Each of these enums has `from_code`, `entry`, `meaning` and `reconnect` itself, as `const` functions
/// that need no trait in scope. The trait is for code that accepts any of them:
///
/// ```
/// use close_code::{CloseCode, CloseCodeRange, CloseKind};
///
/// /// What to write into the log, in the words of one protocol.
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
    /// The rows, in the order of their first codes; where two begin at one code, the wider comes first.
    const TABLE: &'static [Entry];

    /// The codes that the enum is about, both ends included; it need not have a variant for each.
    const RANGE: RangeInclusive<u16>;

    /// The variant for this code: that of the narrowest row that has it, or `None`.
    ///
    /// It needs the same few instructions for any code and any number of rows.
    #[must_use]
    fn from_code(code: CloseCode) -> Option<Self>;

    /// The row of the table for this variant.
    #[must_use]
    fn entry(self) -> &'static Entry;

    /// The name of the variant: a label for metrics with few distinct values.
    #[must_use]
    fn name(&self) -> &'static str {
        self.entry().name()
    }

    /// The text that `Display` shows: the meaning, or a shorter text where that is a whole sentence.
    #[must_use]
    fn label(&self) -> &'static str {
        self.entry().label()
    }

    /// The Close frame with this code and a reason: for an enum without payloads, of which all codes may be
    /// sent.
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

    /// The Close frame with this code and a reason: for an enum that carries codes, or has a `local` one.
    ///
    /// # Errors
    ///
    /// [`UnsendableCode`] if the code may not be sent.
    fn try_frame<'a>(&self, reason: Reason<'a>) -> Result<CloseFrame<'a>, UnsendableCode>
    where
        Self: TryInto<WireCode, Error = UnsendableCode>,
    {
        let code: WireCode = (*self).try_into()?;
        Ok(code.with_reason(reason))
    }
}

/// The error of a conversion from a code that an enum has no variant for.
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

    /// The code that has no variant.
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

use crate::{ReasonBuf, WireCode};

/// An error that closes a connection with a code and a reason.
///
/// The derive of the same name (feature `derive`) implements it for an enum of errors:
///
/// ```
/// # #[cfg(feature = "derive")] {
/// use close_code::{CloseCodeRange, CloseError};
///
/// #[derive(Clone, Copy, CloseCodeRange)]
/// enum ChatClose {
///     #[close_code(4001)]
///     SessionExpired,
/// }
///
/// #[derive(Debug, CloseError)]
/// enum ChatError {
///     #[close(ChatClose::SessionExpired)]
///     Expired { seconds: u64 },
///     #[close(1011, reason = "internal error")]
///     Database(String),
/// }
///
/// impl core::fmt::Display for ChatError {
///     fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
///         match self {
///             Self::Expired { seconds } => write!(f, "the session ended {seconds} s ago"),
///             Self::Database(text) => f.write_str(text),
///         }
///     }
/// }
///
/// let error = ChatError::Expired { seconds: 5 };
/// assert_eq!(error.close_code().get(), 4001);
/// assert_eq!(error.close_reason().as_str(), "the session ended 5 s ago");
/// // `reason` hides the `Display` of the variant.
/// let error = ChatError::Database("secret".to_owned());
/// assert_eq!(error.close_code().with_reason(error.close_reason().as_reason()).reason(), "internal error");
/// # }
/// ```
pub trait CloseError {
    /// Returns the code of the Close frame.
    #[must_use]
    fn close_code(&self) -> WireCode;

    /// Returns the reason of the Close frame.
    #[must_use]
    fn close_reason(&self) -> ReasonBuf;
}

impl<T: CloseError + ?Sized> CloseError for &T {
    fn close_code(&self) -> WireCode {
        (**self).close_code()
    }

    fn close_reason(&self) -> ReasonBuf {
        (**self).close_reason()
    }
}

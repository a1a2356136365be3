//! [`CloseError`]: which code an error closes a connection with.

use crate::{ReasonBuf, WireCode};

/// An error that knows which close code it ends a connection with.
///
/// A handler returns its errors with `?`, and the one place that ends the connection asks them for the
/// code and the reason. `#[derive(CloseError)]` (feature `derive`) implements it for an enum of errors;
/// by hand it is:
///
/// ```
/// use close_code::{CloseCode, CloseError, ReasonBuf, WireCode};
///
/// enum UploadError {
///     TooBig { limit: usize },
///     Disk(String),
/// }
///
/// impl CloseError for UploadError {
///     fn close_code(&self) -> WireCode {
///         match self {
///             Self::TooBig { .. } => WireCode::of::<1009>(),
///             Self::Disk(_) => WireCode::of::<1011>(),
///         }
///     }
///
///     fn close_reason(&self) -> ReasonBuf {
///         match self {
///             Self::TooBig { limit } => ReasonBuf::from_display(format_args!("at most {limit} bytes")),
///             Self::Disk(_) => ReasonBuf::EMPTY,
///         }
///     }
/// }
///
/// let error = UploadError::TooBig { limit: 65_536 };
/// let reason = error.close_reason();
/// let frame = error.close_code().with_reason(reason.as_reason());
/// assert_eq!(frame.to_string(), r#"1009 Message Too Big: "at most 65536 bytes""#);
/// ```
pub trait CloseError {
    /// The code to send.
    fn close_code(&self) -> WireCode;

    /// The reason to send, which may be empty. The other end reads it.
    fn close_reason(&self) -> ReasonBuf;
}

impl<T: CloseError + ?Sized> CloseError for &T {
    fn close_code(&self) -> WireCode {
        T::close_code(self)
    }

    fn close_reason(&self) -> ReasonBuf {
        T::close_reason(self)
    }
}

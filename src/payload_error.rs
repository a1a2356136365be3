use core::error::Error;
use core::fmt;
use core::str::{self, Utf8Error};

use crate::{CloseCode, CloseFrame, Payload, Reason, WireCode};

/// Why the body of a Close frame was rejected.
///
/// It keeps whatever could be decoded: the code if there is one, and the reason if it is valid UTF-8, even
/// when another rule was broken. [`reply`](Self::reply) is the frame to answer with.
///
/// ```
/// use close_code::{CloseCode, CloseFrame, PayloadErrorKind};
///
/// let error = CloseFrame::parse(b"\x03\xeegone").unwrap_err();
/// assert_eq!(error.kind(), PayloadErrorKind::CodeNotAllowed);
/// assert_eq!(error.code(), Some(CloseCode::ABNORMAL_CLOSURE));
/// assert_eq!(error.reason(), Some("gone"));
/// assert_eq!(error.reply_code(), CloseCode::PROTOCOL_ERROR);
///
/// // A sender that cut its text by bytes: the é at the end has lost its second byte.
/// let error = CloseFrame::parse(b"\x03\xe8caf\xc3").unwrap_err();
/// assert_eq!(error.valid_up_to(), Some(3));
/// assert_eq!(error.code(), Some(CloseCode::NORMAL_CLOSURE));
/// assert_eq!(error.reply_code(), CloseCode::INVALID_PAYLOAD);
/// ```
///
/// The reason is borrowed from the body. If the error must outlive the body, as in a `Box<dyn Error>`, drop
/// the reason with [`without_reason`](Self::without_reason):
///
/// ```
/// use std::error::Error;
///
/// use close_code::{CloseCode, CloseFrame, PayloadError};
///
/// fn code(body: &[u8]) -> Result<Option<CloseCode>, Box<dyn Error>> {
///     let frame = CloseFrame::parse(body).map_err(PayloadError::without_reason)?;
///     Ok(frame.map(CloseFrame::code))
/// }
///
/// assert_eq!(
///     code(&[0x03]).unwrap_err().to_string(),
///     "close body of 1 byte; it must be empty or have at least 2",
/// );
/// ```
#[derive(Clone, Copy, Eq, PartialEq)]
pub struct PayloadError<'a> {
    kind: PayloadErrorKind,
    code: Option<CloseCode>,
    reason: Option<&'a [u8]>,
}

/// Which rule the body of a Close frame broke.
///
/// If a body breaks several rules, this is the first one in the list of [`CloseFrame::parse`].
///
/// ```
/// use close_code::{CloseFrame, PayloadErrorKind};
///
/// let kind = |body: &[u8]| CloseFrame::parse(body).unwrap_err().kind();
/// assert_eq!(kind(&[3]), PayloadErrorKind::OneByte);
/// assert_eq!(kind(&[3, 238]), PayloadErrorKind::CodeNotAllowed);
/// assert_eq!(kind(&[3; 126]), PayloadErrorKind::TooLong { len: 126 });
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum PayloadErrorKind {
    /// More than the 125 bytes that a control frame can carry (RFC 6455 section 5.5).
    TooLong {
        /// The length of the body in bytes.
        len: usize,
    },
    /// A single byte, too few for a code (RFC 6455 section 5.5.1).
    OneByte,
    /// A code that must not be sent in a Close frame (RFC 6455 section 7.4; [`CloseCode::is_valid_on_wire`]).
    CodeNotAllowed,
    /// A reason that is not UTF-8 (RFC 6455 sections 5.5.1 and 8.1). The positions in the [`Utf8Error`]
    /// count from the start of the reason, which is the third byte of the body.
    InvalidUtf8(Utf8Error),
}

impl<'a> PayloadError<'a> {
    /// Returns the rule that was broken.
    ///
    /// ```
    /// # use close_code::{CloseFrame, PayloadErrorKind};
    /// let error = CloseFrame::parse(&[3]).unwrap_err();
    /// assert_eq!(error.kind(), PayloadErrorKind::OneByte);
    /// ```
    #[must_use]
    pub const fn kind(&self) -> PayloadErrorKind {
        self.kind
    }

    /// Returns the code in the body, offending or not; `None` for a body of one byte.
    ///
    /// ```
    /// # use close_code::{CloseCode, CloseFrame};
    /// let error = CloseFrame::parse(b"\x03\xeegone").unwrap_err();
    /// assert_eq!(error.code(), Some(CloseCode::ABNORMAL_CLOSURE));
    /// ```
    #[must_use]
    pub const fn code(&self) -> Option<CloseCode> {
        self.code
    }

    /// Returns the reason, if it is UTF-8. If the body was too long, the reason can exceed 123 bytes, so
    /// this is not a [`Reason`].
    ///
    /// `None` for a body of one byte, and after [`without_reason`](Self::without_reason).
    ///
    /// ```
    /// # use close_code::CloseFrame;
    /// let error = CloseFrame::parse(b"\x03\xeegone").unwrap_err();
    /// assert_eq!(error.reason(), Some("gone"));
    /// ```
    #[must_use]
    pub const fn reason(&self) -> Option<&'a str> {
        match self.reason {
            Some(bytes) => match str::from_utf8(bytes) {
                Ok(text) => Some(text),
                Err(_) => None,
            },
            None => None,
        }
    }

    /// Returns the bytes after the code, UTF-8 or not. `String::from_utf8_lossy` makes them readable.
    ///
    /// `None` for a body of one byte, and after [`without_reason`](Self::without_reason).
    ///
    /// ```
    /// # use close_code::CloseFrame;
    /// let error = CloseFrame::parse(b"\x03\xe8caf\xc3").unwrap_err();
    /// assert_eq!(error.reason_bytes(), Some(&b"caf\xc3"[..]));
    /// ```
    #[must_use]
    pub const fn reason_bytes(&self) -> Option<&'a [u8]> {
        self.reason
    }

    /// Returns the length of the valid UTF-8 at the start of the reason; `None` for all other errors.
    ///
    /// ```
    /// # use close_code::CloseFrame;
    /// let error = CloseFrame::parse(b"\x03\xe8caf\xc3").unwrap_err();
    /// assert_eq!(error.valid_up_to(), Some(3));
    /// ```
    #[must_use]
    pub const fn valid_up_to(&self) -> Option<usize> {
        match self.kind {
            PayloadErrorKind::InvalidUtf8(error) => Some(error.valid_up_to()),
            _ => None,
        }
    }

    /// Returns the code to close the connection with: 1007 for a reason that is not UTF-8, otherwise 1002.
    ///
    /// ```
    /// # use close_code::CloseFrame;
    /// assert_eq!(CloseFrame::parse(&[3]).unwrap_err().reply_code(), 1002);
    /// assert_eq!(CloseFrame::parse(b"\x03\xe8\xff").unwrap_err().reply_code(), 1007);
    /// ```
    #[must_use]
    pub const fn reply_code(&self) -> CloseCode {
        self.reply_wire_code().code()
    }

    /// Returns the Close frame to answer with: [`reply_code`](Self::reply_code), and a short text for the
    /// developers at the other end.
    ///
    /// ```
    /// # use close_code::CloseFrame;
    /// let reply = CloseFrame::parse(&[3]).unwrap_err().reply();
    /// assert_eq!(*reply.to_payload(), *b"\x03\xeaclose body of one byte");
    /// ```
    #[must_use]
    pub const fn reply(&self) -> CloseFrame<'static> {
        let reason = match self.kind {
            PayloadErrorKind::TooLong { .. } => "close body over 125 bytes",
            PayloadErrorKind::OneByte => "close body of one byte",
            PayloadErrorKind::CodeNotAllowed => "close code that must not be sent",
            PayloadErrorKind::InvalidUtf8(_) => "close reason is not UTF-8",
        };
        self.reply_wire_code().with_reason(Reason::truncated(reason))
    }

    /// Returns the same error without the reason, so without a borrow of the body.
    ///
    /// ```
    /// # use close_code::CloseFrame;
    /// let error = CloseFrame::parse(b"\x03\xeegone").unwrap_err();
    /// assert_eq!(error.without_reason().reason(), None);
    /// ```
    #[must_use]
    pub const fn without_reason(self) -> PayloadError<'static> {
        PayloadError { kind: self.kind, code: self.code, reason: None }
    }

    const fn reply_wire_code(&self) -> WireCode {
        match self.kind {
            PayloadErrorKind::InvalidUtf8(_) => {
                WireCode::of::<{ CloseCode::INVALID_PAYLOAD.get() }>()
            }
            _ => WireCode::of::<{ CloseCode::PROTOCOL_ERROR.get() }>(),
        }
    }
}

/// Shows the reason as text, or as a byte string where it is not UTF-8.
impl fmt::Debug for PayloadError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut out = f.debug_struct("PayloadError");
        out.field("kind", &self.kind).field("code", &self.code);
        match (self.reason(), self.reason) {
            (Some(text), _) => out.field("reason", &text),
            (None, Some(bytes)) => {
                out.field("reason", &format_args!("b\"{}\"", bytes.escape_ascii()))
            }
            (None, None) => &mut out,
        };
        out.finish()
    }
}

impl fmt::Display for PayloadError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            PayloadErrorKind::TooLong { len } => self.fmt_too_long(f, len),
            PayloadErrorKind::OneByte => {
                f.write_str("close body of 1 byte; it must be empty or have at least 2")
            }
            PayloadErrorKind::CodeNotAllowed => self.fmt_code(f),
            PayloadErrorKind::InvalidUtf8(error) => self.fmt_utf8(f, error),
        }
    }
}

impl PayloadError<'_> {
    fn fmt_too_long(&self, f: &mut fmt::Formatter<'_>, len: usize) -> fmt::Result {
        write!(f, "close body of {len} bytes")?;
        if let Some(code) = self.code {
            write!(f, " with {code}")?;
        }
        let (most, reason) = (Payload::MAX_LEN, Reason::MAX_LEN);
        write!(f, "; at most {most} are allowed: 2 for the code and {reason} for the reason")
    }

    fn fmt_code(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("close frame")?;
        if let Some(code) = self.code {
            write!(f, " with {code}")?;
        }
        match self.reason() {
            Some("") | None => {}
            Some(reason) => write!(f, " and the reason {reason:?}")?,
        }
        let local = self.code.is_some_and(CloseCode::is_local_only);
        f.write_str(if local {
            "; this code is only reported to the application and never sent"
        } else {
            "; this code must not be sent"
        })
    }

    fn fmt_utf8(&self, f: &mut fmt::Formatter<'_>, error: Utf8Error) -> fmt::Result {
        f.write_str("close reason")?;
        if let Some(code) = self.code {
            write!(f, " of {code}")?;
        }
        let valid = error.valid_up_to();
        match error.error_len() {
            Some(_) => write!(f, " is invalid UTF-8 at byte {valid}")?,
            None => write!(f, " ends inside a character, which begins at byte {valid}")?,
        }
        let start = self.reason.and_then(|bytes| str::from_utf8(bytes.get(..valid)?).ok());
        match start {
            None | Some("") => Ok(()),
            Some(start) => write!(f, ", after {start:?}"),
        }
    }
}

impl Error for PayloadError<'_> {
    /// Returns the [`Utf8Error`] if the reason was not UTF-8.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.kind {
            PayloadErrorKind::InvalidUtf8(error) => Some(error),
            _ => None,
        }
    }
}

/// The error for a body of one byte or of more than 125.
///
/// This function and the next two are out of line to keep the code for valid bodies small.
#[cold]
#[inline(never)]
pub(crate) const fn refuse_length(body: &[u8]) -> PayloadError<'_> {
    match body {
        [high, low, reason @ ..] => PayloadError {
            kind: PayloadErrorKind::TooLong { len: body.len() },
            code: Some(CloseCode::new(u16::from_be_bytes([*high, *low]))),
            reason: Some(reason),
        },
        _ => PayloadError { kind: PayloadErrorKind::OneByte, code: None, reason: None },
    }
}

#[cold]
#[inline(never)]
pub(crate) const fn refuse_code(code: CloseCode, reason: &[u8]) -> PayloadError<'_> {
    PayloadError { kind: PayloadErrorKind::CodeNotAllowed, code: Some(code), reason: Some(reason) }
}

#[cold]
#[inline(never)]
pub(crate) const fn invalid_utf8(
    code: CloseCode,
    reason: &[u8],
    error: Utf8Error,
) -> PayloadError<'_> {
    PayloadError {
        kind: PayloadErrorKind::InvalidUtf8(error),
        code: Some(code),
        reason: Some(reason),
    }
}

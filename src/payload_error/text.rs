use core::fmt;
use core::str::{self, Utf8Error};

use crate::{CloseCode, Payload, PayloadError, PayloadErrorKind, Reason};

/// Shows the reason as text, or as a byte string if it is not UTF-8.
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

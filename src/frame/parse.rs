use core::str;

use crate::payload_error::{invalid_utf8, refuse_code, refuse_length};
use crate::{CloseCode, CloseFrame, ObservedFrame, PayloadError, Reason, WireCode};

impl<'a> CloseFrame<'a> {
    /// Reads the body of a Close frame, unmasked: what follows the frame's header.
    ///
    /// An empty body is `Ok(None)`: the Close frame has no code.
    ///
    /// # Errors
    ///
    /// [`PayloadError`] for one of these bodies; they are checked in this order:
    ///
    /// 1. More than 125 bytes (RFC 6455 section 5.5). The frame's header already shows the length.
    /// 2. Exactly one byte: a code needs two (section 5.5.1).
    /// 3. A code that must not be sent (section 7.4; [`CloseCode::is_valid_on_wire`]).
    /// 4. A reason that is not UTF-8 (sections 5.5.1 and 8.1).
    ///
    /// [`PayloadError::reply`] is the frame to answer with.
    ///
    /// ```
    /// use close_code::{CloseCode, CloseFrame};
    ///
    /// assert_eq!(CloseFrame::parse(b""), Ok(None));
    ///
    /// let frame = CloseFrame::parse(&[0x03, 0xe8]).unwrap().unwrap();
    /// assert_eq!(frame.code(), CloseCode::NORMAL_CLOSURE);
    /// assert!(frame.reason().is_empty());
    ///
    /// let error = CloseFrame::parse(b"\x03\xeeoops").unwrap_err();
    /// assert_eq!(error.code(), Some(CloseCode::ABNORMAL_CLOSURE));
    /// assert_eq!(error.reason(), Some("oops"));
    /// assert_eq!(error.reply_code(), CloseCode::PROTOCOL_ERROR);
    /// ```
    #[inline]
    pub const fn parse(body: &'a [u8]) -> Result<Option<Self>, PayloadError<'a>> {
        match body {
            [] => Ok(None),
            [high, low, reason @ ..] if reason.len() <= Reason::MAX_LEN => {
                let code = CloseCode::new(u16::from_be_bytes([*high, *low]));
                match WireCode::new(code) {
                    Ok(code) if reason.is_empty() => Ok(Some(Self { code, reason: Reason::EMPTY })),
                    Ok(code) => with_reason(code, reason),
                    Err(_) => Err(refuse_code(code, reason)),
                }
            }
            _ => Err(refuse_length(body)),
        }
    }

    /// Reads the body of a Close frame whatever its code, for proxies and inspectors.
    ///
    /// It returns an [`ObservedFrame`], because the code might not be one that may be sent. See there for
    /// the conversion to `CloseFrame`. Use the predicates of [`CloseCode`] to classify the code.
    ///
    /// # Errors
    ///
    /// [`PayloadError`] for the bodies 1, 2 and 4 in the list of [`parse`](Self::parse).
    ///
    /// ```
    /// use close_code::{CloseCode, CloseFrame};
    ///
    /// let frame = CloseFrame::parse_any(b"\x03\xeegone").unwrap().unwrap();
    /// assert_eq!(frame.code(), CloseCode::ABNORMAL_CLOSURE);
    /// assert!(frame.code().is_local_only());
    /// assert_eq!(frame.reason(), "gone");
    /// ```
    #[inline]
    pub const fn parse_any(body: &'a [u8]) -> Result<Option<ObservedFrame<'a>>, PayloadError<'a>> {
        match body {
            [] => Ok(None),
            [high, low, reason @ ..] if reason.len() <= Reason::MAX_LEN => {
                let code = CloseCode::new(u16::from_be_bytes([*high, *low]));
                match str::from_utf8(reason) {
                    Ok(text) => Ok(Some(ObservedFrame::new(code, Reason::measured(text)))),
                    Err(error) => Err(invalid_utf8(code, reason, error)),
                }
            }
            _ => Err(refuse_length(body)),
        }
    }
}

/// Parses the reason. It is out of line so that only a few comparisons are inlined into the caller.
#[inline(never)]
const fn with_reason(
    code: WireCode,
    reason: &[u8],
) -> Result<Option<CloseFrame<'_>>, PayloadError<'_>> {
    match str::from_utf8(reason) {
        Ok(text) => Ok(Some(code.with_reason(Reason::measured(text)))),
        Err(error) => Err(invalid_utf8(code.code(), reason, error)),
    }
}

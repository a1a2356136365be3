use crate::{CloseCode, CloseFrame, ObservedFrame};

/// What an endpoint received before the connection closed. Pass it to [`connection_close_code`].
///
/// The three cases are separate because programs often confuse "no code" with "no frame".
///
/// ```
/// use close_code::{CloseCode, ReceivedClose, connection_close_code};
///
/// let code = connection_close_code;
/// assert_eq!(code(ReceivedClose::Code(CloseCode::GOING_AWAY)), 1001);
/// assert_eq!(code(ReceivedClose::NoCode), 1005);
/// assert_eq!(code(ReceivedClose::NoFrame), 1006);
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ReceivedClose {
    /// A Close frame with this code. If there were several, use the first.
    Code(CloseCode),
    /// A Close frame with an empty body.
    NoCode,
    /// No Close frame: the connection broke, was never opened, or was closed by this end without waiting
    /// for an answer. Also use this if the Close frame was invalid: the connection fails, and browsers
    /// report 1006.
    NoFrame,
}

impl ReceivedClose {
    /// Converts the result of [`CloseFrame::parse`]: `None` is the frame with an empty body, **not** the
    /// absence of a frame.
    ///
    /// ```
    /// # use close_code::{CloseFrame, ReceivedClose};
    /// let empty = CloseFrame::parse(b"").unwrap();
    /// assert_eq!(ReceivedClose::from_parsed(empty), ReceivedClose::NoCode);
    /// ```
    #[must_use]
    pub const fn from_parsed(frame: Option<CloseFrame<'_>>) -> Self {
        match frame {
            Some(frame) => Self::Code(frame.code()),
            None => Self::NoCode,
        }
    }
}

impl From<CloseFrame<'_>> for ReceivedClose {
    fn from(frame: CloseFrame<'_>) -> Self {
        Self::Code(frame.code())
    }
}

impl From<ObservedFrame<'_>> for ReceivedClose {
    fn from(frame: ObservedFrame<'_>) -> Self {
        Self::Code(frame.code())
    }
}

/// Returns the Connection Close Code of RFC 6455 section 7.1.5, which a browser shows as `CloseEvent.code`.
///
/// This is the code in the first Close frame that was received; [`CloseCode::NO_STATUS_RECEIVED`] (1005) if
/// that frame had none; [`CloseCode::ABNORMAL_CLOSURE`] (1006) if there was no frame. What this end sent
/// does not count: the two ends of a connection can report different codes.
///
/// ```
/// use close_code::{CloseCode, CloseFrame, ReceivedClose, connection_close_code};
///
/// let frame = CloseFrame::parse(b"\x0f\xa1logged out").unwrap();
/// assert_eq!(connection_close_code(ReceivedClose::from_parsed(frame)), 4001);
///
/// let empty = CloseFrame::parse(b"").unwrap();
/// assert_eq!(
///     connection_close_code(ReceivedClose::from_parsed(empty)),
///     CloseCode::NO_STATUS_RECEIVED,
/// );
///
/// // The stream ended without a Close frame.
/// assert_eq!(connection_close_code(ReceivedClose::NoFrame), CloseCode::ABNORMAL_CLOSURE);
/// ```
///
/// # In a browser
///
/// The browser has already done this. A client in WebAssembly reads the number from the event:
///
/// ```
/// use close_code::CloseCode;
/// # // A stand-in for the crate, with the methods of its event.
/// # mod web_sys {
/// #     pub struct CloseEvent(pub u16, pub String, pub bool);
/// #     impl CloseEvent {
/// #         pub fn code(&self) -> u16 { self.0 }
/// #         pub fn reason(&self) -> String { self.1.clone() }
/// #         pub fn was_clean(&self) -> bool { self.2 }
/// #     }
/// # }
/// use web_sys::CloseEvent;
///
/// // The body of the `Closure<dyn FnMut(CloseEvent)>` passed to `WebSocket::set_onclose`.
/// fn describe(event: &CloseEvent) -> String {
///     let code = CloseCode::new(event.code());
///     let (reason, clean) = (event.reason(), event.was_clean());
///     format!("closed: {code}, reason {reason:?}, clean {clean}, reconnect {:?}", code.reconnect())
/// }
///
/// # let lost = CloseEvent(1006, String::new(), false);
/// // The connection was lost:
/// let expected = r#"closed: 1006 Abnormal Closure, reason "", clean false, reconnect Backoff"#;
/// assert_eq!(describe(&lost), expected);
/// ```
///
/// For closing, `WebSocket.close()` accepts only 1000 and 3000 to 4999, and throws for all other codes:
/// check [`CloseCode::is_settable_by_script`] first.
#[must_use]
pub const fn connection_close_code(received: ReceivedClose) -> CloseCode {
    match received {
        ReceivedClose::Code(code) => code,
        ReceivedClose::NoCode => CloseCode::NO_STATUS_RECEIVED,
        ReceivedClose::NoFrame => CloseCode::ABNORMAL_CLOSURE,
    }
}

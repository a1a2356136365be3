use crate::{CloseCode, WireCode};

impl CloseCode {
    /// Returns this code if it may be sent, otherwise `fallback`.
    ///
    /// Use this in proxies and gateways. They receive codes that they must not send on: 1005, 1006 and
    /// 1015, which the library on one side reports and the library on the other side rejects or, worse,
    /// sends; and invalid numbers from a peer.
    ///
    /// Common mistakes in hand-written code:
    ///
    /// - 1005 means that there was no code. To pass that on, send a Close frame with an empty body
    ///   ([`Payload::EMPTY`](crate::Payload::EMPTY), [`ControlFrame::EMPTY`](crate::ControlFrame::EMPTY)).
    ///   The other side then reports 1005 too.
    /// - Replacing 1006 with 1000 tells the other side that all is well, so it does not reconnect. A proxy
    ///   whose backend vanished sends 1011 or 1014. 1014 is the most precise, but many receivers reject it
    ///   and report 1002 instead; every implementation in the repository's `compat.toml` accepts 1011.
    /// - 0 to 999, 1004, 1016 to 2999, and 5000 and above must not be sent either.
    ///
    /// ```
    /// use close_code::{CloseCode, CloseFrame, Payload, Reason, WireCode};
    ///
    /// const FALLBACK: WireCode = WireCode::of::<1011>();
    ///
    /// /// The body to send for a code that some library reported.
    /// fn forward(code: CloseCode, reason: &str) -> Payload {
    ///     if code == CloseCode::NO_STATUS_RECEIVED {
    ///         return Payload::EMPTY;
    ///     }
    ///     code.forwardable_or(FALLBACK).with_reason(Reason::truncated(reason)).to_payload()
    /// }
    ///
    /// assert_eq!(*forward(CloseCode::GOING_AWAY, "bye"), *b"\x03\xe9bye");
    /// assert_eq!(*forward(CloseCode::ABNORMAL_CLOSURE, ""), *b"\x03\xf3");
    /// assert!(forward(CloseCode::NO_STATUS_RECEIVED, "").is_empty());
    /// ```
    #[doc(alias = "proxy")]
    #[doc(alias = "relay")]
    #[inline]
    #[must_use]
    pub const fn forwardable_or(self, fallback: WireCode) -> WireCode {
        match WireCode::new(self) {
            Ok(code) => code,
            Err(_) => fallback,
        }
    }
}

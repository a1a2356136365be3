use crate::{CloseCode, WireCode};

impl CloseCode {
    /// The code to send on for one that was observed: itself where it may be sent, else `fallback`.
    ///
    /// For proxies, gateways and bridges between two WebSocket libraries, which see on one side
    /// codes that they may not send on the other: 1005, 1006 and 1015, which the one library reports
    /// and the other refuses or, worse, sends; and arbitrary numbers from a peer.
    ///
    /// What goes wrong where this is written by hand:
    ///
    /// - 1005 is not a code but the lack of one. If the other side is to see the same, send a Close
    ///   frame with an empty body ([`Payload::EMPTY`](crate::Payload::EMPTY),
    ///   [`ControlFrame::EMPTY`](crate::ControlFrame::EMPTY)); it will report 1005 in its turn.
    /// - 1006 turned into 1000 reports success to the other side, so it does not reconnect.
    ///   A proxy whose backend vanished sends 1011 or 1014. 1014 is the most precise, but many receivers
    ///   refuse it and report 1002 instead; all accept 1011.
    /// - 1004, 1016 to 2999 and numbers from 5000 on may not be sent either.
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

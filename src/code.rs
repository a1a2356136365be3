//! [`CloseCode`]: the number on the wire.

use core::fmt;
use core::num::TryFromIntError;

use crate::{__private, CloseClass, CloseCodeRange, CloseKind, Entry, Reconnect, Role, WireCode};

/// A WebSocket close code: any of the 65,536 values that the two bytes of a Close frame can hold.
///
/// Every value has one spelling, so codes compare, order and hash as their numbers.
/// [`kind`](Self::kind) names a code, [`class`](Self::class) gives its range; the constants work as
/// patterns.
///
/// ```
/// use close_code::{CloseClass, CloseCode, CloseKind};
///
/// fn advice(code: CloseCode) -> &'static str {
///     match code {
///         CloseCode::NORMAL_CLOSURE | CloseCode::GOING_AWAY => "the peer is done",
///         CloseCode::ABNORMAL_CLOSURE => "the connection was lost",
///         other if other.class() == CloseClass::PrivateUse => "see the application's documentation",
///         _ => "look it up",
///     }
/// }
///
/// let code = CloseCode::new(1006);
/// assert_eq!(advice(code), "the connection was lost");
/// assert_eq!(code.kind(), CloseKind::AbnormalClosure);
/// assert_eq!(code.to_string(), "1006 Abnormal Closure");
/// assert!(!code.is_valid_on_wire());
/// ```
///
/// The constants:
///
#[doc = include_str!(concat!(env!("OUT_DIR"), "/constants.md"))]
///
/// Source: RFC 6455 section 7.4 and the IANA WebSocket Close Code Number Registry.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[repr(transparent)]
pub struct CloseCode(u16);

impl CloseCode {
    /// The code with this number; every `u16` is one.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert_eq!(CloseCode::new(1001), CloseCode::GOING_AWAY);
    /// ```
    #[inline]
    #[must_use]
    pub const fn new(code: u16) -> Self {
        Self(code)
    }

    /// The number: the first two bytes of a Close frame's body.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert_eq!(CloseCode::GOING_AWAY.get(), 1001);
    /// ```
    #[inline]
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }

    /// What this code is: the row of the table that it belongs to. Every code has one.
    ///
    /// ```
    /// use close_code::{CloseCode, CloseKind};
    ///
    /// assert_eq!(CloseCode::new(1006).kind(), CloseKind::AbnormalClosure);
    /// assert_eq!(CloseCode::new(4321).kind(), CloseKind::PrivateUse);
    /// ```
    ///
    /// Source: RFC 6455 section 7.4 and the IANA WebSocket Close Code Number Registry.
    #[inline]
    #[must_use]
    pub const fn kind(self) -> CloseKind {
        let at = self.0 as usize;
        KINDS[if at < END { at } else { END }]
    }

    /// The range that this code belongs to, as RFC 6455 section 7.4.2 divides them. Every code has one.
    ///
    /// ```
    /// use close_code::{CloseClass, CloseCode};
    ///
    /// assert_eq!(CloseCode::new(1006).class(), CloseClass::Protocol);
    /// assert_eq!(CloseCode::new(3000).class(), CloseClass::Library);
    /// assert_eq!(CloseCode::new(4321).class(), CloseClass::PrivateUse);
    /// ```
    #[inline]
    #[must_use]
    pub const fn class(self) -> CloseClass {
        CLASSES[self.kind() as usize]
    }

    /// Whether this code may be sent in a Close frame.
    ///
    /// By RFC 6455 section 7.4 and the registry, from either endpoint;
    /// [`is_sendable_by`](Self::is_sendable_by) says who is expected to send it.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert!(CloseCode::BAD_GATEWAY.is_valid_on_wire());
    /// assert!(!CloseCode::ABNORMAL_CLOSURE.is_valid_on_wire());
    /// assert!(!CloseCode::new(5000).is_valid_on_wire());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_valid_on_wire(self) -> bool {
        self.has(WIRE)
    }

    /// Whether this code must not be sent and is only reported to the application, such as 1006
    /// (RFC 6455 section 7.4.1).
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert!(CloseCode::NO_STATUS_RECEIVED.is_local_only());
    /// assert!(!CloseCode::NORMAL_CLOSURE.is_local_only());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_local_only(self) -> bool {
        self.has(LOCAL)
    }

    /// Whether a page may pass this code to `WebSocket.close()` (WHATWG `WebSocket` standard,
    /// `close(code, reason)`, step 1).
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert!(CloseCode::NORMAL_CLOSURE.is_settable_by_script());
    /// assert!(CloseCode::new(4001).is_settable_by_script());
    /// // `close(1011)` throws.
    /// assert!(!CloseCode::INTERNAL_ERROR.is_settable_by_script());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_settable_by_script(self) -> bool {
        self.has(SCRIPT)
    }

    /// Whether this code may be sent in a Close frame, and an endpoint of this role is the one to send
    /// it.
    ///
    /// ```
    /// use close_code::{CloseCode, Role};
    ///
    /// assert!(CloseCode::MANDATORY_EXTENSION.is_sendable_by(Role::Client));
    /// assert!(!CloseCode::MANDATORY_EXTENSION.is_sendable_by(Role::Server));
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_sendable_by(self, role: Role) -> bool {
        self.has(match role {
            Role::Client => BY_CLIENT,
            Role::Server => BY_SERVER,
        })
    }

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

    /// Whether the row of this code has a fact.
    #[inline]
    const fn has(self, fact: u8) -> bool {
        FACTS[self.kind() as usize] & fact != 0
    }

    /// The whole row of the table that this code belongs to.
    ///
    /// This links the descriptions of all codes (about 20 kB) into the binary, as does `CloseKind::TABLE`.
    /// The other accessors do not.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// let entry = CloseCode::BAD_GATEWAY.entry();
    /// assert_eq!(entry.name(), "BadGateway");
    /// assert!(entry.contains(CloseCode::new(1014)));
    /// ```
    #[inline]
    #[must_use]
    pub const fn entry(self) -> &'static Entry {
        self.kind().entry()
    }

    /// The short text of the row: exactly the registry's, where it has one.
    ///
    /// For 1014 that is a whole sentence; [`label`](Self::label) is short for every code.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert_eq!(CloseCode::GOING_AWAY.meaning(), "Going Away");
    /// assert!(CloseCode::BAD_GATEWAY.meaning().starts_with("The server was acting as a gateway"));
    /// ```
    #[inline]
    #[must_use]
    pub const fn meaning(self) -> &'static str {
        self.kind().meaning()
    }

    /// The name of the row, such as `GoingAway`: a label for metrics with few distinct values.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert_eq!(CloseCode::GOING_AWAY.name(), "GoingAway");
    /// assert_eq!(CloseCode::new(4321).name(), "PrivateUse");
    /// ```
    #[inline]
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.kind().name()
    }

    /// The text that [`Display`](fmt::Display) shows behind the number.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// assert_eq!(CloseCode::BAD_GATEWAY.label(), "Bad Gateway");
    /// ```
    #[inline]
    #[must_use]
    pub const fn label(self) -> &'static str {
        self.kind().label()
    }

    /// What the specification says about connecting again after this code.
    ///
    /// ```
    /// # use close_code::{CloseCode, Reconnect};
    /// assert_eq!(CloseCode::ABNORMAL_CLOSURE.reconnect(), Reconnect::Backoff);
    /// assert_eq!(CloseCode::NORMAL_CLOSURE.reconnect(), Reconnect::Unspecified);
    /// ```
    #[inline]
    #[must_use]
    pub const fn reconnect(self) -> Reconnect {
        self.kind().reconnect()
    }
}

/// The first code that is like all codes above it, as a test proves.
const END: usize = 5000;

/// The kind of every code: a memo of the match that `CloseKind::from_code` is.
static KINDS: [CloseKind; END + 1] = {
    let mut kinds = [CloseKind::NotUsed; END + 1];
    let mut at = 0_u16;
    while at as usize <= END {
        if let Some(kind) = CloseKind::from_code(CloseCode::new(at)) {
            kinds[at as usize] = kind;
        }
        at += 1;
    }
    kinds
};

const WIRE: u8 = 1;
const LOCAL: u8 = 1 << 1;
const SCRIPT: u8 = 1 << 2;
const BY_CLIENT: u8 = 1 << 3;
const BY_SERVER: u8 = 1 << 4;

const ROWS: &[Entry] = <CloseKind as CloseCodeRange>::TABLE;

/// What may be done with the codes of each row.
static FACTS: [u8; ROWS.len()] = {
    let mut facts = [0; ROWS.len()];
    let mut at = 0;
    while at < ROWS.len() {
        let row = &ROWS[at];
        let wire = row.is_valid_on_wire();
        facts[at] = if wire { WIRE } else { 0 }
            | if row.is_local_only() { LOCAL } else { 0 }
            | if row.is_settable_by_script() { SCRIPT } else { 0 }
            | if wire && row.sender().includes(Role::Client) { BY_CLIENT } else { 0 }
            | if wire && row.sender().includes(Role::Server) { BY_SERVER } else { 0 };
        at += 1;
    }
    facts
};

/// The class of each row: that of its first code, since a narrower row has the class of its range.
static CLASSES: [CloseClass; ROWS.len()] = {
    let mut classes = [CloseClass::NotUsed; ROWS.len()];
    let mut at = 0;
    while at < ROWS.len() {
        if let Some(kind) = CloseKind::from_code(ROWS[at].first()) {
            classes[at] = kind.class();
        }
        at += 1;
    }
    classes
};

/// The number and the short text: `1006 Abnormal Closure`. Width, fill and alignment apply to the whole.
impl fmt::Display for CloseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        __private::pad(f, *self, self.label())
    }
}

/// Names the constant where there is one: `CloseCode::GOING_AWAY`, else `CloseCode(4321)`.
impl fmt::Debug for CloseCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        static CONSTANTS: [&str; ROWS.len()] = {
            let mut constants = [""; ROWS.len()];
            let mut at = 0;
            while at < ROWS.len() {
                if ROWS[at].is_single() {
                    constants[at] = ROWS[at].constant();
                }
                at += 1;
            }
            constants
        };
        match CONSTANTS[self.kind() as usize] {
            "" => f.debug_tuple("CloseCode").field(&self.0).finish(),
            constant => write!(f, "CloseCode::{constant}"),
        }
    }
}

impl From<u16> for CloseCode {
    #[inline]
    fn from(code: u16) -> Self {
        Self(code)
    }
}

/// Other widths, as databases and other languages hand them out. On enums they would make `try_into`
/// ambiguous, so `CloseCode` alone has them.
macro_rules! try_from {
    ($($number:ty)*) => {$(
        impl TryFrom<$number> for CloseCode {
            type Error = TryFromIntError;

            /// The code with this number.
            ///
            /// # Errors
            ///
            /// The standard library's error, for a number outside 0 to 65535.
            #[inline]
            fn try_from(code: $number) -> Result<Self, TryFromIntError> {
                u16::try_from(code).map(Self)
            }
        }
    )*};
}

try_from!(u32 i32 i64);

impl From<CloseCode> for u16 {
    #[inline]
    fn from(code: CloseCode) -> Self {
        code.0
    }
}

impl PartialEq<u16> for CloseCode {
    #[inline]
    fn eq(&self, other: &u16) -> bool {
        self.0 == *other
    }
}

impl PartialEq<CloseCode> for u16 {
    #[inline]
    fn eq(&self, other: &CloseCode) -> bool {
        *self == other.0
    }
}

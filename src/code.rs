//! [`CloseCode`]: the number on the wire.

use core::fmt;
use core::num::TryFromIntError;

use crate::{__private, CloseClass, CloseCodeRange, CloseKind, Entry, Reconnect, Role, WireCode};

/// A WebSocket close code: any of the 65,536 values that the two bytes of a Close frame can hold.
///
/// Each number has exactly one representation, so codes compare, order and hash like their numbers.
/// [`kind`](Self::kind) returns its name, and [`class`](Self::class) returns its range. The constants work
/// as patterns.
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
    /// Returns the code with this number. Every `u16` is valid.
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

    /// Returns the number: the first two bytes of a Close frame's body.
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

    /// Returns the kind of this code: its name, or the name of its range. Every code has one.
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

    /// Returns the range that this code belongs to, as divided by RFC 6455 section 7.4.2. Every code has
    /// one.
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
    /// This follows RFC 6455 section 7.4 and the registry, for either endpoint. See
    /// [`is_sendable_by`](Self::is_sendable_by) for the expected sender.
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

    /// Whether a script may pass this code to `WebSocket.close()` (WHATWG `WebSocket` standard,
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

    /// Whether this code may be sent in a Close frame by an endpoint with this role.
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

    /// Whether a flag is set in this code's row.
    #[inline]
    const fn has(self, fact: u8) -> bool {
        FACTS[self.kind() as usize] & fact != 0
    }

    /// Returns the whole row of the table that this code belongs to.
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

    /// Returns the short text of the row: exactly the registry's, if it has one.
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

    /// Returns the name of the row, such as `GoingAway`. It is a good metrics label, because it has few
    /// distinct values.
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

    /// Returns the text that [`Display`](fmt::Display) shows after the number.
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

    /// Returns the table's reconnect advice for this code.
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

/// All codes from this one up have the same kind; a test checks this.
const END: usize = 5000;

/// The kind of every code: a lookup table filled by `CloseKind::from_code`.
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

/// The flags of each row.
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

/// The class of each row, taken from its first code. All codes of a row have the same class.
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

/// Prints the constant if there is one (`CloseCode::GOING_AWAY`), otherwise `CloseCode(4321)`.
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

/// Conversions from other integer types, which databases and other languages use. Only `CloseCode` has
/// them; on enums they would make `try_into` ambiguous.
macro_rules! try_from {
    ($($number:ty)*) => {$(
        impl TryFrom<$number> for CloseCode {
            type Error = TryFromIntError;

            /// Returns the code with this number.
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

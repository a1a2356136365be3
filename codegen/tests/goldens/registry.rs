// Generated from a table of close codes. An edit here is lost when the table changes.

#[doc = "Close codes in short\n\nA few rows in the form of the built-in table."]
#[derive(
    ::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, ::core::cmp::Eq,
    ::core::hash::Hash, ::core::cmp::Ord, ::core::cmp::PartialEq, ::core::cmp::PartialOrd,
)]
#[allow(
    dead_code,
    deprecated,
    unreachable_pub,
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
)]
#[non_exhaustive]
#[repr(u8)]

pub enum CloseKind {
    #[doc = "**0–999**: Not Used\n\nNo close code lies here.\n\nMay not stand in a Close frame."]
    NotUsed,
    #[doc = "**1000–2999**: Unassigned\n\nThis number belongs to the protocol, and nothing defines it.\n\nMay not stand in a Close frame.\n\nSource: RFC 6455 section 7.4.2."]
    Unassigned,
    #[doc = "**1000**: Normal Closure\n\nThe connection did what it was opened for.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`.\n\nSource: RFC 6455 section 7.4.2."]
    NormalClosure,
    #[doc = "**1006**: Abnormal Closure\n\nThe connection ended without a Close frame.\n\nNever in a Close frame, only reported to the application. Reconnect with backoff.\n\nSource: RFC 6455 section 7.1.5, RFC 6455 section 7.2.3."]
    AbnormalClosure,
    #[doc = "**1010**: Mandatory Ext.\n\nA client missed an extension.\n\nMay stand in a Close frame. Sent by clients.\n\nSource: RFC 6455 section 7.4.2."]
    MandatoryExtension,
    #[doc = "**1012**: Service Restart\n\nThe service is restarting.\n\nMay stand in a Close frame. Reconnect after 5 to 30 seconds, at random.\n\nSource: RFC 6455 erratum 3227, a letter to a list."]
    ServiceRestart,
    #[doc = "**1014**: The server was acting as a gateway and received an invalid response.\n\nA gateway could not make sense of an answer.\n\nMay stand in a Close frame.\n\nSource: RFC 6455 section 7.4.2.\n\nSince 2016-10-10."]
    BadGateway,
    #[doc = "**3000–4999**: Application\n\nWhat libraries and applications define.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`."]
    Application,
    #[doc = "**5000–65535**: Out Of Range\n\nNo close code lies here.\n\nMay not stand in a Close frame."]
    OutOfRange,
}

#[doc = "The ranges that [`CloseKind`] is divided into."]
#[derive(
    ::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, ::core::cmp::Eq,
    ::core::hash::Hash, ::core::cmp::Ord, ::core::cmp::PartialEq, ::core::cmp::PartialOrd,
)]
#[allow(
    dead_code,
    deprecated,
    unreachable_pub,
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
)]
pub enum CloseClass {
    #[doc = "**0–999**: Not Used\n\nNo close code lies here."]
    NotUsed,
    #[doc = "**1000–2999**: Unassigned\n\nThis number belongs to the protocol, and nothing defines it."]
    Protocol,
    #[doc = "**3000–4999**: Application\n\nWhat libraries and applications define."]
    Application,
    #[doc = "**5000–65535**: Out Of Range\n\nNo close code lies here."]
    OutOfRange,
}

#[automatically_derived]
impl ::core::fmt::Display for CloseClass {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.pad(match self {
            Self::NotUsed => "Not Used",
            Self::Protocol => "Protocol",
            Self::Application => "Application",
            Self::OutOfRange => "Out Of Range",
        })
    }
}

#[allow(
    dead_code,
    deprecated,
    unreachable_pub,
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
)]
impl CloseCode {
    #[doc = "**1000**: Normal Closure\n\nThe connection did what it was opened for.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`.\n\nSource: RFC 6455 section 7.4.2."]
    pub const NORMAL_CLOSURE: crate::CloseCode = crate::CloseCode::new(1000);
    #[doc = "**1006**: Abnormal Closure\n\nThe connection ended without a Close frame.\n\nNever in a Close frame, only reported to the application. Reconnect with backoff.\n\nSource: RFC 6455 section 7.1.5, RFC 6455 section 7.2.3."]
    pub const ABNORMAL_CLOSURE: crate::CloseCode = crate::CloseCode::new(1006);
    #[doc = "**1010**: Mandatory Ext.\n\nA client missed an extension.\n\nMay stand in a Close frame. Sent by clients.\n\nSource: RFC 6455 section 7.4.2."]
    pub const MANDATORY_EXTENSION: crate::CloseCode = crate::CloseCode::new(1010);
    #[doc = "**1012**: Service Restart\n\nThe service is restarting.\n\nMay stand in a Close frame. Reconnect after 5 to 30 seconds, at random.\n\nSource: RFC 6455 erratum 3227, a letter to a list."]
    pub const SERVICE_RESTART: crate::CloseCode = crate::CloseCode::new(1012);
    #[doc = "**1014**: The server was acting as a gateway and received an invalid response.\n\nA gateway could not make sense of an answer.\n\nMay stand in a Close frame.\n\nSource: RFC 6455 section 7.4.2.\n\nSince 2016-10-10."]
    pub const BAD_GATEWAY: crate::CloseCode = crate::CloseCode::new(1014);
}

#[allow(
    dead_code,
    deprecated,
    unreachable_pub,
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
)]
impl CloseKind {
    #[doc(hidden)]
    #[must_use]
    pub const fn __from_match(code: u16) -> Self {
        match code {
            0..=999 => Self::NotUsed,
            1001..=1005 | 1007..=1009 | 1011 | 1013 | 1015..=2999 => Self::Unassigned,
            1000 => Self::NormalClosure,
            1006 => Self::AbnormalClosure,
            1010 => Self::MandatoryExtension,
            1012 => Self::ServiceRestart,
            1014 => Self::BadGateway,
            3000..=4999 => Self::Application,
            5000..=65535 => Self::OutOfRange,
        }
    }
}

#[allow(
    dead_code,
    deprecated,
    unreachable_pub,
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
)]
impl CloseCode {
    /// What this code is: the row of the table that it belongs to. Every code has one.
    ///
    /// ```
    /// use close_code::{CloseCode, CloseKind};
    ///
    /// assert_eq!(CloseCode::new(1006).kind(), CloseKind::AbnormalClosure);
    /// assert_eq!(CloseCode::new(4321).kind(), CloseKind::PrivateUse);
    /// ```
    #[inline]
    #[must_use]
    pub const fn kind(self) -> CloseKind {
        match CloseKind::from_code(self) {
            ::core::option::Option::Some(kind) => kind,
            // The lookup is total: a table with a gap does not build.
            ::core::option::Option::None => CloseKind::__from_match(self.get()),
        }
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
        static CLASSES: [CloseClass; 626] = {
            let mut classes = [CloseClass::NotUsed; 626];
            let mut at = 0;
            while at < 626 {
                classes[at] = match (at as u16) << 3 {
                    0..=999 => CloseClass::NotUsed,
                    1000..=2999 => CloseClass::Protocol,
                    3000..=4999 => CloseClass::Application,
                    5000..=65535 => CloseClass::OutOfRange,
                };
                at += 1;
            }
            classes
        };
        let at = self.get() >> 3;
        CLASSES[if at < 625 { at } else { 625 } as usize]
    }

    /// Whether a Close frame may hold this code.
    ///
    /// By RFC 6455 section 7.4 and the registry, from either endpoint;
    /// [`is_sendable_by`](Self::is_sendable_by) says who is expected to send it.
    #[inline]
    #[must_use]
    pub const fn is_valid_on_wire(self) -> bool {
        let code = self.get();
        static BITS: [u8; 626] = crate::lookup::bytes(&[(125, 0), (1, 1), (1, 84), (248, 0), (250, 255), (1, 0),]);
        let at = code / 8;
        let byte = BITS[if at < 625 { at } else { 625 } as usize];
        byte >> (code % 8) & 1 == 1
    }

    /// Whether this code is never on the wire and only reported to the application, such as 1006
    /// (RFC 6455 section 7.4.1).
    #[inline]
    #[must_use]
    pub const fn is_local_only(self) -> bool {
        let code = self.get();
        code == 1006
    }

    /// Whether a page may pass this code to `WebSocket.close()` (WHATWG WebSockets Standard,
    /// `close(code, reason)`, step 1).
    #[inline]
    #[must_use]
    pub const fn is_settable_by_script(self) -> bool {
        let code = self.get();
        (code == 1000) | (code.wrapping_sub(3000) <= 1999)
    }

    /// Whether this code may stand in a Close frame, and an endpoint of this role is the one to send
    /// it. No receiver enforces the role.
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
        let code = self.get();
        let is_the_others = match role {
            Role::Client => { false }
            Role::Server => { code == 1010 }
        };
        Self::new(code & (is_the_others as u16).wrapping_sub(1)).is_valid_on_wire()
    }
}

#[allow(
    dead_code,
    deprecated,
    unreachable_pub,
    clippy::all,
    clippy::nursery,
    clippy::pedantic,
    clippy::restriction,
)]
const _: () = {
type __CloseCodeEntry = crate::Entry;
static __CLOSE_CODE_ROWS: [__CloseCodeEntry; 9] = [
__CloseCodeEntry::__range(0, 999, "NotUsed", "NOT_USED", "Not Used", "No close code lies here.").__class("NotUsed").__flags(false, false, false),
__CloseCodeEntry::__range(1000, 2999, "Unassigned", "UNASSIGNED", "Unassigned", "This number belongs to the protocol, and nothing defines it.").__class("Protocol").__flags(false, false, false).__reference(&["RFC 6455 section 7.4.2"]),
__CloseCodeEntry::__code(1000, "NormalClosure", "NORMAL_CLOSURE", "Normal Closure", "The connection did what it was opened for.").__class("Protocol").__reference(&["RFC 6455 section 7.4.2"]),
__CloseCodeEntry::__code(1006, "AbnormalClosure", "ABNORMAL_CLOSURE", "Abnormal Closure", "The connection ended without a Close frame.").__class("Protocol").__flags(false, true, false).__reconnect(crate::Reconnect::Backoff).__reference(&["RFC 6455 section 7.1.5", "RFC 6455 section 7.2.3"]),
__CloseCodeEntry::__code(1010, "MandatoryExtension", "MANDATORY_EXTENSION", "Mandatory Ext.", "A client missed an extension.").__class("Protocol").__flags(true, false, false).__sender(crate::Sender::Client).__reference(&["RFC 6455 section 7.4.2"]),
__CloseCodeEntry::__code(1012, "ServiceRestart", "SERVICE_RESTART", "Service Restart", "The service is restarting.").__class("Protocol").__flags(true, false, false).__reconnect(crate::Reconnect::After { min: crate::__private::Duration::from_secs(5), max: crate::__private::Duration::from_secs(30) }).__reference(&["RFC 6455 erratum 3227", "a letter to a list"]),
__CloseCodeEntry::__code(1014, "BadGateway", "BAD_GATEWAY", "The server was acting as a gateway and received an invalid response.", "A gateway could not make sense of an answer.").__class("Protocol").__label("Bad Gateway").__flags(true, false, false).__reference(&["RFC 6455 section 7.4.2"]).__since("2016-10-10"),
__CloseCodeEntry::__range(3000, 4999, "Application", "APPLICATION", "Application", "What libraries and applications define.").__class("Application"),
__CloseCodeEntry::__range(5000, 65535, "OutOfRange", "OUT_OF_RANGE", "Out Of Range", "No close code lies here.").__class("OutOfRange").__flags(false, false, false),
];

static __CLOSE_CODE_MEANINGS: [&'static ::core::primitive::str; 9] =
    crate::__private::meanings(&__CLOSE_CODE_ROWS);
static __CLOSE_CODE_RECONNECTS: [crate::Reconnect; 9] =
    crate::__private::reconnects(&__CLOSE_CODE_ROWS);

static __CLOSE_CODE_TEXTS: [crate::__private::Text; 9] = [
crate::__private::Text::Label("Not Used"),
crate::__private::Text::Label("Unassigned"),
crate::__private::Text::Whole("1000 Normal Closure"),
crate::__private::Text::Whole("1006 Abnormal Closure"),
crate::__private::Text::Whole("1010 Mandatory Ext."),
crate::__private::Text::Whole("1012 Service Restart"),
crate::__private::Text::Whole("1014 Bad Gateway"),
crate::__private::Text::Label("Application"),
crate::__private::Text::Label("Out Of Range"),
];
static __CLOSE_CODE_CONSTANTS: [::core::option::Option<&'static ::core::primitive::str>; 9] =
    crate::columns::constants(&__CLOSE_CODE_ROWS);

const __CLOSE_CODE_SLOTS: ::core::primitive::usize = crate::__private::slots(0, 4999);
const __CLOSE_CODE_PAINTED: crate::__private::Painted<__CLOSE_CODE_SLOTS> =
    crate::__private::paint(0, 4999, &__CLOSE_CODE_ROWS, 0);
static __CLOSE_CODE_INDEX: crate::__private::Index<
    CloseKind, __CLOSE_CODE_SLOTS, { __CLOSE_CODE_PAINTED.length }
> = __CLOSE_CODE_PAINTED.index(&[CloseKind::OutOfRange, CloseKind::NotUsed, CloseKind::Unassigned, CloseKind::NormalClosure, CloseKind::AbnormalClosure, CloseKind::MandatoryExtension, CloseKind::ServiceRestart, CloseKind::BadGateway, CloseKind::Application, CloseKind::OutOfRange, ]);

#[inline]
const fn __close_code_find(__code: crate::CloseCode) -> ::core::option::Option<CloseKind> {
    ::core::option::Option::Some(__CLOSE_CODE_INDEX.get(__code.get().wrapping_sub(0)))
}

#[inline]
const fn __close_code_row(__value: &CloseKind) -> ::core::primitive::usize {
    match __value {
CloseKind::NotUsed => 0,
CloseKind::Unassigned => 1,
CloseKind::NormalClosure => 2,
CloseKind::AbnormalClosure => 3,
CloseKind::MandatoryExtension => 4,
CloseKind::ServiceRestart => 5,
CloseKind::BadGateway => 6,
CloseKind::Application => 7,
CloseKind::OutOfRange => 8,
    }
}

#[inline]
const fn __close_code_entry(__value: &CloseKind) -> &'static crate::Entry {
    &__CLOSE_CODE_ROWS[__close_code_row(__value)]
}

const _: () = {
const fn code() {}

impl CloseKind {
    /// The variant for this code: `None` where there is none.
    #[inline]
    #[must_use]
    pub const fn from_code(code: crate::CloseCode) -> ::core::option::Option<Self> {
        __close_code_find(code)
    }

    /// The row of the table for this variant.
    #[inline]
    #[must_use]
    pub const fn entry(self) -> &'static crate::Entry {
        __close_code_entry(&self)
    }

    /// The short text.
    #[inline]
    #[must_use]
    pub const fn meaning(self) -> &'static ::core::primitive::str {
        __CLOSE_CODE_MEANINGS[__close_code_row(&self)]
    }

    /// What the author of the code says about connecting again.
    #[inline]
    #[must_use]
    pub const fn reconnect(self) -> crate::Reconnect {
        __CLOSE_CODE_RECONNECTS[__close_code_row(&self)]
    }

    #[inline]
    pub(crate) const fn text(self) -> crate::__private::Text {
        __CLOSE_CODE_TEXTS[__close_code_row(&self)]
    }

    #[inline]
    pub(crate) const fn constant(self) -> ::core::option::Option<&'static ::core::primitive::str> {
        __CLOSE_CODE_CONSTANTS[__close_code_row(&self)]
    }

    /// The class that this variant belongs to.
    #[inline]
    #[must_use]
    pub const fn class(self) -> CloseClass {
        match self {
Self::NotUsed => CloseClass::NotUsed,
Self::Unassigned => CloseClass::Protocol,
Self::NormalClosure => CloseClass::Protocol,
Self::AbnormalClosure => CloseClass::Protocol,
Self::MandatoryExtension => CloseClass::Protocol,
Self::ServiceRestart => CloseClass::Protocol,
Self::BadGateway => CloseClass::Protocol,
Self::Application => CloseClass::Application,
Self::OutOfRange => CloseClass::OutOfRange,
        }
    }
}

let _ = code;
let _ = CloseKind::from_code;
let _ = CloseKind::entry;
let _ = CloseKind::meaning;
let _ = CloseKind::reconnect;
};

#[automatically_derived]
impl crate::CloseCodeRange for CloseKind {
    const TABLE: &'static [crate::Entry] = &__CLOSE_CODE_ROWS;
    const RANGE: ::core::ops::RangeInclusive<::core::primitive::u16> =
        ::core::ops::RangeInclusive::new(0, 65535);

    #[inline]
    fn from_code(__code: crate::CloseCode) -> ::core::option::Option<Self> {
        __close_code_find(__code)
    }

    #[inline]
    fn entry(self) -> &'static crate::Entry {
        __close_code_entry(&self)
    }
}

#[automatically_derived]
impl ::core::fmt::Display for CloseKind {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.pad(__CLOSE_CODE_TEXTS[__close_code_row(self)].label())
    }
}

#[automatically_derived]
impl ::core::convert::TryFrom<crate::CloseCode> for CloseKind {
    type Error = crate::UnknownCode;

    #[inline]
    fn try_from(__code: crate::CloseCode) -> ::core::result::Result<Self, crate::UnknownCode> {
        match __close_code_find(__code) {
            ::core::option::Option::Some(__value) => ::core::result::Result::Ok(__value),
            ::core::option::Option::None => {
                ::core::result::Result::Err(crate::UnknownCode::__new(__code, "CloseKind"))
            }
        }
    }
}

#[automatically_derived]
impl ::core::convert::TryFrom<::core::primitive::u16> for CloseKind {
    type Error = crate::UnknownCode;

    #[inline]
    fn try_from(
        __code: ::core::primitive::u16,
    ) -> ::core::result::Result<Self, crate::UnknownCode> {
        let __code = crate::CloseCode::new(__code);
        match __close_code_find(__code) {
            ::core::option::Option::Some(__value) => ::core::result::Result::Ok(__value),
            ::core::option::Option::None => {
                ::core::result::Result::Err(crate::UnknownCode::__new(__code, "CloseKind"))
            }
        }
    }
}
};

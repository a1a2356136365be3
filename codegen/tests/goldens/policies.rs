// Generated from a table of close codes. An edit here is lost when the table changes.

#[doc = "Codes with a policy for every hundred\n\nA client knows what to do about a code that it has never heard of."]
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

pub enum PolicyClose {
    #[doc = "**4000–4099**: Do Not Reconnect\n\nCheck how the client is configured.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`. Sent by servers. Do not reconnect."]
    DoNotReconnect(::close_code::CloseCode),
    #[doc = "**4000**: SSL only\n\nReconnect over TLS.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`. Sent by servers. Reconnect only after a change."]
    SslOnly,
    #[doc = "**4100–4199**: Backoff\n\nWait, then reconnect.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`. Sent by servers. Reconnect with backoff."]
    Backoff(::close_code::CloseCode),
    #[doc = "**4100**: Over Capacity\n\nToo many connections.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`. Sent by servers. Reconnect with backoff."]
    OverCapacity,
    #[doc = "**4200–4299**: Immediate\n\nReconnect at once.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`. Sent by servers. Reconnect at once."]
    Immediate(::close_code::CloseCode),
    #[doc = "**4201**: Pong reply not received\n\nReconnect at once.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`. Sent by servers. Reconnect at once."]
    PongNotReceived,
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
impl PolicyClose {
    #[doc = "**4000**: SSL only\n\nReconnect over TLS.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`. Sent by servers. Reconnect only after a change."]
    pub const SSL_ONLY: ::close_code::CloseCode = ::close_code::CloseCode::new(4000);
    #[doc = "**4100**: Over Capacity\n\nToo many connections.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`. Sent by servers. Reconnect with backoff."]
    pub const OVER_CAPACITY: ::close_code::CloseCode = ::close_code::CloseCode::new(4100);
    #[doc = "**4201**: Pong reply not received\n\nReconnect at once.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`. Sent by servers. Reconnect at once."]
    pub const PONG_NOT_RECEIVED: ::close_code::CloseCode = ::close_code::CloseCode::new(4201);
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
type __CloseCodeEntry = ::close_code::Entry;
static __CLOSE_CODE_ROWS: [__CloseCodeEntry; 6] = [
__CloseCodeEntry::__range(4000, 4099, "DoNotReconnect", "DO_NOT_RECONNECT", "Do Not Reconnect", "Check how the client is configured.").__sender(::close_code::Sender::Server).__reconnect(::close_code::Reconnect::Never),
__CloseCodeEntry::__code(4000, "SslOnly", "SSL_ONLY", "SSL only", "Reconnect over TLS.").__sender(::close_code::Sender::Server).__reconnect(::close_code::Reconnect::AfterChange),
__CloseCodeEntry::__range(4100, 4199, "Backoff", "BACKOFF", "Backoff", "Wait, then reconnect.").__sender(::close_code::Sender::Server).__reconnect(::close_code::Reconnect::Backoff),
__CloseCodeEntry::__code(4100, "OverCapacity", "OVER_CAPACITY", "Over Capacity", "Too many connections.").__sender(::close_code::Sender::Server).__reconnect(::close_code::Reconnect::Backoff),
__CloseCodeEntry::__range(4200, 4299, "Immediate", "IMMEDIATE", "Immediate", "Reconnect at once.").__sender(::close_code::Sender::Server).__reconnect(::close_code::Reconnect::Immediately),
__CloseCodeEntry::__code(4201, "PongNotReceived", "PONG_NOT_RECEIVED", "Pong reply not received", "Reconnect at once.").__sender(::close_code::Sender::Server).__reconnect(::close_code::Reconnect::Immediately),
];

static __CLOSE_CODE_MEANINGS: [&'static ::core::primitive::str; 6] =
    ::close_code::__private::meanings(&__CLOSE_CODE_ROWS);
static __CLOSE_CODE_RECONNECTS: [::close_code::Reconnect; 6] =
    ::close_code::__private::reconnects(&__CLOSE_CODE_ROWS);

const __CLOSE_CODE_SLOTS: ::core::primitive::usize = ::close_code::__private::slots(4000, 4999);
const __CLOSE_CODE_PAINTED: ::close_code::__private::Painted<__CLOSE_CODE_SLOTS> =
    ::close_code::__private::paint(4000, 4999, &__CLOSE_CODE_ROWS, 0);
static __CLOSE_CODE_INDEX: ::close_code::__private::Index<
    ::core::primitive::u16, __CLOSE_CODE_SLOTS, { __CLOSE_CODE_PAINTED.length }
> = __CLOSE_CODE_PAINTED.rows();

#[inline]
const fn __close_code_find(__code: ::close_code::CloseCode) -> ::core::option::Option<PolicyClose> {
    match __CLOSE_CODE_INDEX.get(__code.get().wrapping_sub(4000)) {
1 => ::core::option::Option::Some(PolicyClose::DoNotReconnect(__code)),
2 => ::core::option::Option::Some(PolicyClose::SslOnly),
3 => ::core::option::Option::Some(PolicyClose::Backoff(__code)),
4 => ::core::option::Option::Some(PolicyClose::OverCapacity),
5 => ::core::option::Option::Some(PolicyClose::Immediate(__code)),
6 => ::core::option::Option::Some(PolicyClose::PongNotReceived),
_ => ::core::option::Option::None,
}
}

#[inline]
const fn __close_code_row(__value: &PolicyClose) -> ::core::primitive::usize {
    match __value {
PolicyClose::DoNotReconnect(..) => 0,
PolicyClose::SslOnly => 1,
PolicyClose::Backoff(..) => 2,
PolicyClose::OverCapacity => 3,
PolicyClose::Immediate(..) => 4,
PolicyClose::PongNotReceived => 5,
    }
}

#[inline]
const fn __close_code_entry(__value: &PolicyClose) -> &'static ::close_code::Entry {
    &__CLOSE_CODE_ROWS[__close_code_row(__value)]
}

#[inline]
const fn __close_code_number(__value: &PolicyClose) -> ::close_code::CloseCode {
    match __value {
PolicyClose::DoNotReconnect(__code) => *__code,
PolicyClose::Backoff(__code) => *__code,
PolicyClose::Immediate(__code) => *__code,
__other => __close_code_entry(__other).first(),
    }
}

const _: () = {
const fn code() {}

impl PolicyClose {
    /// The variant for this code: `None` where there is none.
    #[inline]
    #[must_use]
    pub const fn from_code(code: ::close_code::CloseCode) -> ::core::option::Option<Self> {
        __close_code_find(code)
    }

    /// The row of the table for this variant.
    #[inline]
    #[must_use]
    pub const fn entry(self) -> &'static ::close_code::Entry {
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
    pub const fn reconnect(self) -> ::close_code::Reconnect {
        __CLOSE_CODE_RECONNECTS[__close_code_row(&self)]
    }

    /// The code of this variant.
    #[inline]
    #[must_use]
    pub const fn code(self) -> ::close_code::CloseCode {
        __close_code_number(&self)
    }
}

let _ = code;
let _ = PolicyClose::from_code;
let _ = PolicyClose::entry;
let _ = PolicyClose::meaning;
let _ = PolicyClose::reconnect;
let _ = PolicyClose::code;
};

#[automatically_derived]
impl ::close_code::CloseCodeRange for PolicyClose {
    const TABLE: &'static [::close_code::Entry] = &__CLOSE_CODE_ROWS;
    const RANGE: ::core::ops::RangeInclusive<::core::primitive::u16> =
        ::core::ops::RangeInclusive::new(4000, 4999);

    #[inline]
    fn from_code(__code: ::close_code::CloseCode) -> ::core::option::Option<Self> {
        __close_code_find(__code)
    }

    #[inline]
    fn entry(self) -> &'static ::close_code::Entry {
        __close_code_entry(&self)
    }
}

#[automatically_derived]
impl ::core::fmt::Display for PolicyClose {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        if __f.alternate() {
            return ::close_code::__private::pad(__f, __close_code_number(self), __close_code_entry(self).label());
        }
        __f.pad(__close_code_entry(self).label())
    }
}

#[automatically_derived]
impl ::core::convert::TryFrom<::close_code::CloseCode> for PolicyClose {
    type Error = ::close_code::UnknownCode;

    #[inline]
    fn try_from(__code: ::close_code::CloseCode) -> ::core::result::Result<Self, ::close_code::UnknownCode> {
        match __close_code_find(__code) {
            ::core::option::Option::Some(__value) => ::core::result::Result::Ok(__value),
            ::core::option::Option::None => {
                ::core::result::Result::Err(::close_code::UnknownCode::__new(__code, "PolicyClose"))
            }
        }
    }
}

#[automatically_derived]
impl ::core::convert::TryFrom<::core::primitive::u16> for PolicyClose {
    type Error = ::close_code::UnknownCode;

    #[inline]
    fn try_from(
        __code: ::core::primitive::u16,
    ) -> ::core::result::Result<Self, ::close_code::UnknownCode> {
        let __code = ::close_code::CloseCode::new(__code);
        match __close_code_find(__code) {
            ::core::option::Option::Some(__value) => ::core::result::Result::Ok(__value),
            ::core::option::Option::None => {
                ::core::result::Result::Err(::close_code::UnknownCode::__new(__code, "PolicyClose"))
            }
        }
    }
}

#[automatically_derived]
impl ::core::convert::From<PolicyClose> for ::close_code::CloseCode {
    #[inline]
    fn from(__value: PolicyClose) -> Self {
        __close_code_number(&__value)
    }
}

#[automatically_derived]
impl ::core::convert::From<PolicyClose> for ::core::primitive::u16 {
    #[inline]
    fn from(__value: PolicyClose) -> Self {
        __close_code_number(&__value).get()
    }
}
};

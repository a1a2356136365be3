// Generated from a table of close codes. An edit here is lost when the table changes.

#[doc = "Corners \\*and\\* \\<edges>\n\nThe first paragraph, on two lines of the source.\n\n\\# The second, which is no heading: a_b, \\`code\\`, \\[link\\](https\\://example.org) & \\| pipes; ask \\@someone."]
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

pub enum Corners {
    #[doc = "**1**: 1\\. One\n\n\\*/ The first of the numbers, with a comment's end. \\</script> \\*/\n\nMay not stand in a Close frame."]
    One,
    #[doc = "**4000**: Old name\n\nTwo words, \"quoted\", and a back\\\\slash.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`. Reconnect after 1 to 1 seconds, at random.\n\nSince 2001 \\| 2002."]
    #[deprecated(note = "use 4001 \\*instead\\*")]
    OldName,
    #[doc = "**4001**: Naïve café 🚪 العربية\n\nA description that is long enough to be wrapped in the comments of the module, because it goes on and on and on until it has two lines there.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`. Sent by servers."]
    NewName,
    #[doc = "**4100**: Range Of One\n\nA range, though of one code only: it has no constant.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`."]
    RangeOfOne(::close_code::CloseCode),
    #[doc = "**65535**: Last\n\n\\- The last of the numbers.\n\nMay not stand in a Close frame."]
    Last,
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
impl Corners {
    #[doc = "**1**: 1\\. One\n\n\\*/ The first of the numbers, with a comment's end. \\</script> \\*/\n\nMay not stand in a Close frame."]
    pub const ONE: ::close_code::CloseCode = ::close_code::CloseCode::new(1);
    #[doc = "**4000**: Old name\n\nTwo words, \"quoted\", and a back\\\\slash.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`. Reconnect after 1 to 1 seconds, at random.\n\nSince 2001 \\| 2002."]
    #[deprecated(note = "use 4001 \\*instead\\*")]
    pub const OLD_NAME: ::close_code::CloseCode = ::close_code::CloseCode::new(4000);
    #[doc = "**4001**: Naïve café 🚪 العربية\n\nA description that is long enough to be wrapped in the comments of the module, because it goes on and on and on until it has two lines there.\n\nMay stand in a Close frame. A page may pass it to `WebSocket.close()`. Sent by servers."]
    pub const NEW_NAME: ::close_code::CloseCode = ::close_code::CloseCode::new(4001);
    #[doc = "**65535**: Last\n\n\\- The last of the numbers.\n\nMay not stand in a Close frame."]
    pub const LAST: ::close_code::CloseCode = ::close_code::CloseCode::new(65535);
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
static __CLOSE_CODE_ROWS: [__CloseCodeEntry; 5] = [
__CloseCodeEntry::__code(1, "One", "ONE", "1. One", "*/ The first of the numbers, with a comment's end. </script> */").__flags(false, false, false),
__CloseCodeEntry::__code(4000, "OldName", "OLD_NAME", "Old name", "Two words, \"quoted\", and a back\\slash.").__reconnect(::close_code::Reconnect::After { min: ::close_code::__private::Duration::from_secs(1), max: ::close_code::__private::Duration::from_secs(1) }).__since("2001 | 2002").__deprecated("use 4001 *instead*"),
__CloseCodeEntry::__code(4001, "NewName", "NEW_NAME", "Naïve café 🚪 العربية", "A description that is long enough to be wrapped in the comments of the module, because it goes on and on and on until it has two lines there.").__sender(::close_code::Sender::Server),
__CloseCodeEntry::__range(4100, 4100, "RangeOfOne", "RANGE_OF_ONE", "Range Of One", "A range, though of one code only: it has no constant."),
__CloseCodeEntry::__code(65535, "Last", "LAST", "Last", "- The last of the numbers.").__flags(false, false, false),
];

static __CLOSE_CODE_MEANINGS: [&'static ::core::primitive::str; 5] =
    ::close_code::__private::meanings(&__CLOSE_CODE_ROWS);
static __CLOSE_CODE_RECONNECTS: [::close_code::Reconnect; 5] =
    ::close_code::__private::reconnects(&__CLOSE_CODE_ROWS);

const __CLOSE_CODE_SLOTS: ::core::primitive::usize = ::close_code::__private::slots(1, 65535);
const __CLOSE_CODE_PAINTED: ::close_code::__private::Painted<__CLOSE_CODE_SLOTS> =
    ::close_code::__private::paint(1, 65535, &__CLOSE_CODE_ROWS, 0);
static __CLOSE_CODE_INDEX: ::close_code::__private::Index<
    ::core::primitive::u16, __CLOSE_CODE_SLOTS, { __CLOSE_CODE_PAINTED.length }
> = __CLOSE_CODE_PAINTED.rows();

#[inline]
const fn __close_code_find(__code: ::close_code::CloseCode) -> ::core::option::Option<Corners> {
    match __CLOSE_CODE_INDEX.get(__code.get().wrapping_sub(1)) {
1 => ::core::option::Option::Some(Corners::One),
2 => ::core::option::Option::Some(Corners::OldName),
3 => ::core::option::Option::Some(Corners::NewName),
4 => ::core::option::Option::Some(Corners::RangeOfOne(__code)),
5 => ::core::option::Option::Some(Corners::Last),
_ => ::core::option::Option::None,
}
}

#[inline]
const fn __close_code_row(__value: &Corners) -> ::core::primitive::usize {
    match __value {
Corners::One => 0,
Corners::OldName => 1,
Corners::NewName => 2,
Corners::RangeOfOne(..) => 3,
Corners::Last => 4,
    }
}

#[inline]
const fn __close_code_entry(__value: &Corners) -> &'static ::close_code::Entry {
    &__CLOSE_CODE_ROWS[__close_code_row(__value)]
}

#[inline]
const fn __close_code_number(__value: &Corners) -> ::close_code::CloseCode {
    match __value {
Corners::RangeOfOne(__code) => *__code,
__other => __close_code_entry(__other).first(),
    }
}

const _: () = {
const fn code() {}

impl Corners {
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
let _ = Corners::from_code;
let _ = Corners::entry;
let _ = Corners::meaning;
let _ = Corners::reconnect;
let _ = Corners::code;
};

#[automatically_derived]
impl ::close_code::CloseCodeRange for Corners {
    const TABLE: &'static [::close_code::Entry] = &__CLOSE_CODE_ROWS;
    const RANGE: ::core::ops::RangeInclusive<::core::primitive::u16> =
        ::core::ops::RangeInclusive::new(1, 65535);

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
impl ::core::fmt::Display for Corners {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        if __f.alternate() {
            return ::close_code::__private::pad(__f, __close_code_number(self), __close_code_entry(self).label());
        }
        __f.pad(__close_code_entry(self).label())
    }
}

#[automatically_derived]
impl ::core::convert::TryFrom<::close_code::CloseCode> for Corners {
    type Error = ::close_code::UnknownCode;

    #[inline]
    fn try_from(__code: ::close_code::CloseCode) -> ::core::result::Result<Self, ::close_code::UnknownCode> {
        match __close_code_find(__code) {
            ::core::option::Option::Some(__value) => ::core::result::Result::Ok(__value),
            ::core::option::Option::None => {
                ::core::result::Result::Err(::close_code::UnknownCode::__new(__code, "Corners"))
            }
        }
    }
}

#[automatically_derived]
impl ::core::convert::TryFrom<::core::primitive::u16> for Corners {
    type Error = ::close_code::UnknownCode;

    #[inline]
    fn try_from(
        __code: ::core::primitive::u16,
    ) -> ::core::result::Result<Self, ::close_code::UnknownCode> {
        let __code = ::close_code::CloseCode::new(__code);
        match __close_code_find(__code) {
            ::core::option::Option::Some(__value) => ::core::result::Result::Ok(__value),
            ::core::option::Option::None => {
                ::core::result::Result::Err(::close_code::UnknownCode::__new(__code, "Corners"))
            }
        }
    }
}

#[automatically_derived]
impl ::core::convert::From<Corners> for ::close_code::CloseCode {
    #[inline]
    fn from(__value: Corners) -> Self {
        __close_code_number(&__value)
    }
}

#[automatically_derived]
impl ::core::convert::From<Corners> for ::core::primitive::u16 {
    #[inline]
    fn from(__value: Corners) -> Self {
        __close_code_number(&__value).get()
    }
}
};

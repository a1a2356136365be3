//! From a number to the enum and back.

use super::parts::Parts;
use super::{literal, plain};

/// `TryFrom` for a code and for its number, and `From` for both where every variant has a code.
pub(super) fn items(parts: &Parts<'_>) -> String {
    let text = literal(plain(parts.name()));
    let mut items = parts.fill(FROM, &[("text", &text)]);
    if parts.has_code {
        items.push_str(&parts.fill(INTO, &[]));
    }
    items
}

const FROM: &str = "
#[automatically_derived]
impl ::core::convert::TryFrom<$crate::CloseCode> for $name {
    type Error = $crate::UnknownCode;

    #[inline]
    fn try_from(__code: $crate::CloseCode) -> ::core::result::Result<Self, $crate::UnknownCode> {
        match __close_code_find(__code) {
            ::core::option::Option::Some(__value) => ::core::result::Result::Ok(__value),
            ::core::option::Option::None => {
                ::core::result::Result::Err($crate::UnknownCode::__new(__code, $text))
            }
        }
    }
}

#[automatically_derived]
impl ::core::convert::TryFrom<::core::primitive::u16> for $name {
    type Error = $crate::UnknownCode;

    #[inline]
    fn try_from(
        __code: ::core::primitive::u16,
    ) -> ::core::result::Result<Self, $crate::UnknownCode> {
        let __code = $crate::CloseCode::new(__code);
        match __close_code_find(__code) {
            ::core::option::Option::Some(__value) => ::core::result::Result::Ok(__value),
            ::core::option::Option::None => {
                ::core::result::Result::Err($crate::UnknownCode::__new(__code, $text))
            }
        }
    }
}
";

const INTO: &str = "
#[automatically_derived]
impl ::core::convert::From<$name> for $crate::CloseCode {
    #[inline]
    fn from(__value: $name) -> Self {
        __close_code_number(&__value)
    }
}

#[automatically_derived]
impl ::core::convert::From<$name> for ::core::primitive::u16 {
    #[inline]
    fn from(__value: $name) -> Self {
        __close_code_number(&__value).get()
    }
}
";

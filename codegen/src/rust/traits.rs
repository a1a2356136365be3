//! The trait `CloseCodeRange`, and `Display`.

use super::parts::Parts;

/// The implementations of both.
pub(super) fn items(parts: &Parts<'_>) -> String {
    let (first, last) = parts.table.head().span;
    let label = "__close_code_entry(self).label()";
    let number =
        if parts.has_code { parts.fill(NUMBER, &[("label", label)]) } else { String::new() };
    parts.fill(
        ITEMS,
        &[
            ("first", &first.to_string()),
            ("last", &last.to_string()),
            ("label", label),
            ("number", &number),
        ],
    )
}

/// The label; `{:#}` puts the number before it, where every variant has one.
const ITEMS: &str = "
#[automatically_derived]
impl $crate::CloseCodeRange for $name {
    const TABLE: &'static [$crate::Entry] = &__CLOSE_CODE_ROWS;
    const RANGE: ::core::ops::RangeInclusive<::core::primitive::u16> =
        ::core::ops::RangeInclusive::new($first, $last);

    #[inline]
    fn from_code(__code: $crate::CloseCode) -> ::core::option::Option<Self> {
        __close_code_find(__code)
    }

    #[inline]
    fn entry(self) -> &'static $crate::Entry {
        __close_code_entry(&self)
    }
}

#[automatically_derived]
impl ::core::fmt::Display for $name {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {$number
        __f.pad($label)
    }
}
";

const NUMBER: &str = "
        if __f.alternate() {
            return $crate::__private::pad(__f, __close_code_number(self), $label);
        }";

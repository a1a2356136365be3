//! Which row a code belongs to: the table that `from_code` reads, filled at compile time.

use core::fmt::Write as _;

use super::parts::Parts;
use crate::segments;

/// The lookup as a static.
pub(super) fn items(parts: &Parts<'_>) -> String {
    let Extent { first, last, outside } = extent(parts);
    // Counted from one; the row that takes the rest is painted below all others.
    let rest = parts.rows().iter().position(|row| row.rest).map_or(0, |at| at + 1);
    let (value, index) = if parts.by_value {
        values(parts, outside)
    } else {
        ("::core::primitive::u16".to_owned(), "rows()".to_owned())
    };
    // Numbered as the functions number them.
    let rows = if parts.known { "__CLOSE_CODE_ROWS" } else { "__CLOSE_CODE_WRITTEN" };
    parts.fill(
        ITEMS,
        &[
            ("first", &first.to_string()),
            ("last", &last.to_string()),
            ("rest", &rest.to_string()),
            ("value", &value),
            ("index", &index),
            ("rows", rows),
            ("found", &found(parts)),
        ],
    )
}

const ITEMS: &str = "
const __CLOSE_CODE_SLOTS: ::core::primitive::usize = $crate::__private::slots($first, $last);
const __CLOSE_CODE_PAINTED: $crate::__private::Painted<__CLOSE_CODE_SLOTS> =
    $crate::__private::paint($first, $last, &$rows, $rest);
static __CLOSE_CODE_INDEX: $crate::__private::Index<
    $value, __CLOSE_CODE_SLOTS, { __CLOSE_CODE_PAINTED.length }
> = __CLOSE_CODE_PAINTED.$index;

#[inline]
const fn __close_code_find(__code: $crate::CloseCode) -> ::core::option::Option<$name> {
    $found
}
";

/// The codes that the lookup holds, and the row of every other code, where they have one.
struct Extent {
    first: u16,
    last: u16,
    outside: Option<usize>,
}

/// Where the last range reaches the end of the domain, the lookup leaves it out: that is most of the
/// 65,536 codes.
fn extent(parts: &Parts<'_>) -> Extent {
    let (first, last) = parts.table.head().span;
    if parts.total {
        if let Some(tail) = segments::of(parts.table).last().filter(|tail| tail.first > first) {
            return Extent { first, last: tail.first - 1, outside: Some(tail.row) };
        }
    }
    Extent { first, last, outside: None }
}

/// What a lookup of variants stores: the type, and how it is made of the variants of all rows. Where every
/// code has a row, the variant for those that the lookup leaves out goes before them.
fn values(parts: &Parts<'_>, outside: Option<usize>) -> (String, String) {
    let name = parts.name();
    let first = parts.rows().get(outside.unwrap_or(0)).filter(|_| parts.total);
    let mut values = String::new();
    for row in first.into_iter().chain(parts.rows()) {
        let _ = write!(values, "{name}::{}, ", row.name);
    }
    if parts.total {
        (name.to_owned(), format!("index(&[{values}])"))
    } else {
        (format!("::core::option::Option<{name}>"), format!("variants(&[{values}])"))
    }
}

/// The variant for a code.
fn found(parts: &Parts<'_>) -> String {
    let Extent { first, outside, .. } = extent(parts);
    let get = if parts.by_value && parts.derived { "variant" } else { "get" };
    let get = format!("__CLOSE_CODE_INDEX.{get}(__code.get().wrapping_sub({first}))");
    if parts.by_value && parts.total {
        return format!("::core::option::Option::Some({get})");
    }
    if parts.by_value {
        return get;
    }
    let mut text = format!("match {get} {{\n");
    for (at, row) in parts.rows().iter().enumerate() {
        let payload = if row.carries_code { "(__code)" } else { "" };
        // Counted from one: 0 stands for the codes that have no row of their own.
        let _ = writeln!(
            text,
            "{} => ::core::option::Option::Some({}::{}{payload}),",
            at + 1,
            parts.name(),
            row.name
        );
    }
    match outside.and_then(|row| parts.rows().get(row)) {
        Some(row) => {
            let payload = if row.carries_code { "(__code)" } else { "" };
            let (name, variant) = (parts.name(), &row.name);
            let _ =
                write!(text, "_ => ::core::option::Option::Some({name}::{variant}{payload}),\n}}");
        }
        None => text.push_str("_ => ::core::option::Option::None,\n}"),
    }
    text
}

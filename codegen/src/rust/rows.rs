//! The rows as constant data.

use core::fmt::Write as _;

use super::parts::Parts;
use super::plain;
use crate::model::{Codes, FREE, Number, Row};

/// The rows in the order of their codes, as a static, and what `Display` of a code writes for each.
pub(super) fn items(parts: &Parts<'_>) -> String {
    let mut rows = String::new();
    for row in parts.rows() {
        rows.push_str(&entry(row));
        rows.push_str(",\n");
    }
    let count = parts.rows().len().to_string();
    let template = if parts.known { ORDERED } else { UNORDERED };
    parts.fill(template, &[("count", &count), ("rows", &rows)])
}

/// The type has a short name: a large enum would repeat its path in every row.
const ORDERED: &str = "
type __CloseCodeEntry = $crate::__private::EntryBuilder;
static __CLOSE_CODE_ROWS: [$crate::Entry; $count] = [
$rows];
";

/// As they were written; only the compiler can tell their order.
const UNORDERED: &str = "
type __CloseCodeEntry = $crate::__private::EntryBuilder;
const __CLOSE_CODE_WRITTEN: [$crate::Entry; $count] = [
$rows];
const __CLOSE_CODE_ORDER: [::core::primitive::u16; $count] =
    $crate::__private::judge::order(&__CLOSE_CODE_WRITTEN);
static __CLOSE_CODE_ROWS: [$crate::Entry; $count] =
    $crate::__private::judge::sorted(&__CLOSE_CODE_WRITTEN, &__CLOSE_CODE_ORDER);
static __CLOSE_CODE_RANKS: [::core::primitive::u16; $count] =
    $crate::__private::judge::ranks(&__CLOSE_CODE_ORDER);
";

/// What a row says: a call for what every row has, and one for each thing beyond that.
fn entry(row: &Row) -> String {
    let (name, constant) = (plain(&row.name), plain(&row.constant));
    let (meaning, description) = (&row.meaning, &row.description);
    let texts = format!("{name:?}, {constant:?}, {meaning:?}, {description:?}");
    let Some((codes, more)) = row.codes.split_first() else {
        // Only a row that a front end has complained about has no codes, and then there is no table.
        return format!("__CloseCodeEntry::range(0, 0, {texts})");
    };
    let (first, last) = (narrow(&codes.first), narrow(&codes.last));
    let mut text = if row.single().is_some() {
        format!("__CloseCodeEntry::code({first}, {texts})")
    } else {
        format!("__CloseCodeEntry::range({first}, {last}, {texts})")
    };
    if !more.is_empty() {
        text.push_str(".more(&[");
        for codes in more {
            let (first, last) = (narrow(&codes.first), narrow(&codes.last));
            let _ = write!(text, "({first}, {last}), ");
        }
        text.push_str("])");
    }
    super::call::push_optional(&mut text, row);
    if row.flags.is_none() && !row.codes.iter().all(is_free) {
        text.push_str(".judged()");
    }
    text.push_str(".entry()");
    text
}

/// Whether anybody may send the codes: those from 3000 to 4999 (RFC 6455 section 7.4.2).
fn is_free(codes: &Codes) -> bool {
    let free = |number: &Number| number.code().is_some_and(|code| FREE.contains(&code));
    free(&codes.first) && free(&codes.last)
}

/// A number as a `u16` expression; what is no code has been refused elsewhere.
fn narrow(number: &Number) -> String {
    match number {
        Number::Known(_) => number.code().unwrap_or_default().to_string(),
        Number::Expr(expression) => format!("({expression}) as ::core::primitive::u16"),
    }
}

//! The rows as constant data.

use core::fmt::Write as _;

use super::parts::Parts;
use super::{literal, plain};
use crate::model::{Codes, FREE, Number, Reconnect, Row, Sender};

/// The rows in the order of their codes, as a static, and what `Display` of a code writes for each.
pub(super) fn items(parts: &Parts<'_>) -> String {
    let mut rows = String::new();
    for row in parts.rows() {
        rows.push_str(&entry(row, parts.krate()));
        rows.push_str(",\n");
    }
    let count = parts.rows().len().to_string();
    let template = if parts.known { ORDERED } else { UNORDERED };
    let mut rows = parts.fill(template, &[("count", &count), ("rows", &rows)]);
    if !parts.derived && parts.known {
        rows.push_str(&parts.fill(COLUMNS, &[("count", &count)]));
    }
    if parts.options.runtime {
        rows.push_str(&parts.fill(TEXTS, &[("count", &count), ("texts", &texts(parts))]));
    }
    rows
}

/// The type has a short name: a large enum would repeat its path in every row.
const ORDERED: &str = "
type __CloseCodeEntry = $crate::Entry;
static __CLOSE_CODE_ROWS: [__CloseCodeEntry; $count] = [
$rows];
";

/// As they were written; only the compiler can tell their order.
const UNORDERED: &str = "
type __CloseCodeEntry = $crate::Entry;
const __CLOSE_CODE_WRITTEN: [__CloseCodeEntry; $count] = [
$rows];
const __CLOSE_CODE_ORDER: [::core::primitive::u16; $count] =
    $crate::__private::judge::order(&__CLOSE_CODE_WRITTEN);
static __CLOSE_CODE_ROWS: [__CloseCodeEntry; $count] =
    $crate::__private::judge::sorted(&__CLOSE_CODE_WRITTEN, &__CLOSE_CODE_ORDER);
static __CLOSE_CODE_RANKS: [::core::primitive::u16; $count] =
    $crate::__private::judge::ranks(&__CLOSE_CODE_ORDER);
";

/// Apart from the rows, so that a program that asks for these alone does not link the descriptions. A
/// derived enum goes without them: it is compiled with every build of its crate, and often is large.
const COLUMNS: &str = "
static __CLOSE_CODE_MEANINGS: [&'static ::core::primitive::str; $count] =
    $crate::__private::meanings(&__CLOSE_CODE_ROWS);
static __CLOSE_CODE_RECONNECTS: [$crate::Reconnect; $count] =
    $crate::__private::reconnects(&__CLOSE_CODE_ROWS);
";

/// The same for what the runtime crate's code is shown as.
const TEXTS: &str = "
static __CLOSE_CODE_TEXTS: [$crate::__private::Text; $count] = [
$texts];
static __CLOSE_CODE_CONSTANTS: [::core::option::Option<&'static ::core::primitive::str>; $count] =
    $crate::columns::constants(&__CLOSE_CODE_ROWS);
";

/// What a row says: a call for what every row has, and one for each thing beyond that.
fn entry(row: &Row, krate: &str) -> String {
    let (name, constant) = (plain(&row.name), plain(&row.constant));
    let (meaning, description) = (&row.meaning, &row.description);
    let texts = format!("{name:?}, {constant:?}, {meaning:?}, {description:?}");
    let Some((codes, more)) = row.codes.split_first() else {
        // Only a row that a front end has complained about has no codes, and then there is no table.
        return format!("__CloseCodeEntry::__range(0, 0, {texts})");
    };
    let (first, last) = (narrow(&codes.first), narrow(&codes.last));
    let mut text = if row.single().is_some() {
        format!("__CloseCodeEntry::__code({first}, {texts})")
    } else {
        format!("__CloseCodeEntry::__range({first}, {last}, {texts})")
    };
    if !more.is_empty() {
        text.push_str(".__more(&[");
        for codes in more {
            let (first, last) = (narrow(&codes.first), narrow(&codes.last));
            let _ = write!(text, "({first}, {last}), ");
        }
        text.push_str("])");
    }
    say(row, krate, &mut text);
    text
}

/// Adds the calls for what not every row has.
fn say(row: &Row, krate: &str, text: &mut String) {
    // Writing to a String cannot fail.
    let mut call = |function: &str, argument: &str| {
        let _ = write!(text, ".{function}({argument})");
    };
    if let Some(class) = &row.class {
        call("__class", &literal(class));
    }
    if row.label != row.meaning {
        call("__label", &literal(&row.label));
    }
    match row.flags {
        // Unless it is said otherwise, anybody may send the codes.
        Some(flags) if flags.wire && !flags.local && flags.script => {}
        Some(flags) => {
            call("__flags", &format!("{}, {}, {}", flags.wire, flags.local, flags.script));
        }
        None if row.codes.iter().all(is_free) => {}
        // As the built-in table says, which only the runtime crate has.
        None => call("__judged", ""),
    }
    match row.sender {
        Sender::Either => {}
        Sender::Client => call("__sender", &format!("{krate}::Sender::Client")),
        Sender::Server => call("__sender", &format!("{krate}::Sender::Server")),
    }
    if row.reconnect != Reconnect::Unspecified {
        call("__reconnect", &reconnect(row.reconnect, krate));
    }
    if !row.reference.is_empty() {
        call("__reference", &format!("&{:?}", row.reference));
    }
    if let Some(since) = &row.since {
        call("__since", &literal(since));
    }
    if let Some(note) = &row.deprecated {
        call("__deprecated", &literal(note));
    }
}

/// Whether anybody may send the codes: those from 3000 to 4999 (RFC 6455 section 7.4.2).
fn is_free(codes: &Codes) -> bool {
    let free = |number: &Number| number.code().is_some_and(|code| FREE.contains(&code));
    free(&codes.first) && free(&codes.last)
}

fn reconnect(reconnect: Reconnect, krate: &str) -> String {
    if let Reconnect::After { min, max } = reconnect {
        let duration = format!("{krate}::__private::Duration::from_secs");
        return format!(
            "{krate}::Reconnect::After {{ min: {duration}({min}), max: {duration}({max}) }}"
        );
    }
    // The others are called alike in the model and in the runtime crate.
    format!("{krate}::Reconnect::{reconnect:?}")
}

/// A number as a `u16` expression; what is no code has been refused elsewhere.
fn narrow(number: &Number) -> String {
    match number {
        Number::Known(_) => number.code().unwrap_or_default().to_string(),
        Number::Expr(expression) => format!("({expression}) as ::core::primitive::u16"),
    }
}

/// What `Display` of a code writes for each row.
fn texts(parts: &Parts<'_>) -> String {
    let krate = parts.krate();
    let mut texts = String::new();
    for row in parts.rows() {
        let label = &row.label;
        let text = match row.single().and_then(|codes| codes.first.code()) {
            Some(code) => format!("Whole({:?})", format!("{code} {label}")),
            None => format!("Label({label:?})"),
        };
        let _ = writeln!(texts, "{krate}::__private::Text::{text},");
    }
    texts
}

//! The call of the runtime crate's macro, which generates the implementations: the rows as text.

use core::fmt::Write as _;

use super::calls::{self, Argument};
use super::options::{ALLOW, Options};
use crate::model::{Codes, Number, Row, Table};

/// What the macro is asked to make for a table.
const MAKE: [&str; 6] = ["from_code", "entry", "meaning", "reconnect", "name", "label"];

/// From a number: infallible if every code has a row.
const TRY_FROM: [&str; 2] =
    ["try_from_code($crate::UnknownCode)", "try_from_number($crate::UnknownCode)"];
const FROM: [&str; 2] = ["from_code_total", "from_number_total"];

/// The same if every variant has a code.
const WITH_CODE: [&str; 4] = ["Display", "code", "into_code", "into_number"];

/// From a variant to a frame: infallible if every code may be sent.
const SENDABLE: [&str; 2] = ["into_wire", "frame"];
const TRY_SEND: [&str; 2] = ["try_into_wire", "try_frame"];

/// Writes the call.
pub(super) fn emit(text: &mut String, table: &Table, options: &Options) {
    let krate = &options.krate;
    let head = table.head();
    let (first, last) = head.span;
    // Writing to a String cannot fail.
    let _ = writeln!(
        text,
        "\n{krate}::__table! {{\n    v1 \"close-code-codegen {}\"\n    {ALLOW}\n    impl {{ pub }} {} in \
         {first}..={last} by {};\n    class {};",
        env!("CARGO_PKG_VERSION"),
        head.name,
        if table.is_remembered() { "memo" } else { "match" },
        head.class.as_deref().unwrap_or("none"),
    );
    let carriers: Vec<_> = table.rows().iter().filter(|row| row.carries_code).collect();
    let names: Vec<_> = carriers.iter().map(|row| &*row.name).collect();
    let is_total = head.total && head.span == (0, u16::MAX);
    let from = if is_total { FROM } else { TRY_FROM };
    let mut make: Vec<_> =
        MAKE.iter().chain(&from).map(|word| word.replace("$crate", krate)).collect();
    make.push(format!("Debug({})", names.join(" ")));
    let has_code = table.has_code();
    let of_codes: &[&str] = if has_code { &WITH_CODE } else { &["Display(label)"] };
    make.extend(of_codes.iter().map(ToString::to_string));
    if has_code {
        let send = if table.is_sendable() { SENDABLE } else { TRY_SEND };
        make.extend(send.map(str::to_owned));
    }
    wrapped(text, "make", &make);
    text.push_str("    rows {\n");
    for (index, row) in table.rows().iter().enumerate() {
        self::row(text, index, row, options);
    }
    text.push_str("    }\n");
    if has_code {
        let carriers: Vec<_> = names.iter().map(|name| format!("{name}(same)")).collect();
        wrapped(text, "codes", &carriers);
    }
    let mut arms: Vec<_> = table
        .arms()
        .iter()
        .map(|arm| {
            let row = &table.rows()[arm.row];
            let payload = if row.carries_code { "(same)" } else { "" };
            format!("{} => {}{payload},", pattern(arm.codes), row.name)
        })
        .collect();
    arms.extend(outside(table));
    wrapped(text, "match", &arms);
    text.push_str("}\n");
}

/// A part of the call in braces, in lines that fit a screen.
fn wrapped(text: &mut String, part: &str, words: &[String]) {
    let _ = write!(text, "    {part} {{");
    let mut column = usize::MAX;
    for word in words {
        if column.saturating_add(word.len()) >= 100 {
            text.push_str("\n       ");
            column = 8;
        }
        text.push(' ');
        text.push_str(word);
        column += word.len() + 1;
    }
    text.push_str("\n    }\n");
}

/// A row: a call with what every row has, and one for each thing beyond that.
fn row(text: &mut String, index: usize, row: &Row, options: &Options) {
    let payload = if row.carries_code { "(same)" } else { "" };
    let class = row.class.as_ref().map_or_else(String::new, |class| format!(": {class}"));
    let Some((codes, more)) = row.codes.split_first() else { return };
    let codes = match (row.single(), &codes.first, &codes.last) {
        (Some(_), first, _) => format!("code({}", number(first)),
        (None, first, last) => format!("range({}, {}", number(first), number(last)),
    };
    let _ = write!(
        text,
        "        {index} {}{payload}{class} = {codes}, {:?}, {:?}, {:?})",
        row.name, row.name, row.constant, row.meaning
    );
    if !more.is_empty() {
        let more: Vec<_> = more.iter().filter_map(Codes::literal).collect();
        let _ = write!(text, ".more(&{more:?})");
    }
    for (name, arguments) in calls::of(row) {
        let arguments: Vec<_> = arguments.iter().map(argument).collect();
        let _ = write!(text, ".{name}({})", arguments.join(", "));
    }
    let line = row.line.unwrap_or_default();
    let _ = writeln!(text, "; // {}:{line}", options.file);
}

fn pattern(codes: &Codes) -> String {
    if codes.is_range {
        format!("{}..={}", number(&codes.first), number(&codes.last))
    } else {
        number(&codes.first)
    }
}

/// The arm for what no row has.
fn outside(table: &Table) -> Option<String> {
    let Some(outside) = table.outside() else { return Some("_ => (none),".to_owned()) };
    let outside: Vec<_> = outside.iter().map(|(first, last)| format!("{first}..={last}")).collect();
    (!outside.is_empty()).then(|| format!("{} => (none),", outside.join(" | ")))
}

fn argument(argument: &Argument<'_>) -> String {
    match argument {
        Argument::Text(text) => format!("{text:?}"),
        Argument::Number(number) => number.to_string(),
        Argument::Texts(texts) => format!("&{texts:?}"),
        Argument::Pairs(pairs) => format!("&{pairs:?}"),
    }
}

/// A table's codes are literals.
fn number(number: &Number) -> String {
    number.code().unwrap_or_default().to_string()
}

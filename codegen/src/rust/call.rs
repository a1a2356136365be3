//! The call of the runtime crate's macro, which makes the implementations: the rows as text.

use core::fmt::Write as _;

use super::{ALLOW, Options};
use crate::model::{Codes, Number, Reconnect, Row, Sender, Table};

/// What the macro is asked to make for a table.
const MAKE: [&str; 6] = ["from_code", "entry", "meaning", "reconnect", "name", "label"];

/// From a number: where every code has a row that cannot fail.
const TRY_FROM: [&str; 2] =
    ["try_from_code($crate::UnknownCode)", "try_from_number($crate::UnknownCode)"];
const FROM: [&str; 2] = ["from_code_total", "from_number_total"];

/// The same where every variant has a code.
const WITH_CODE: [&str; 4] = ["Display", "code", "into_code", "into_number"];

/// From a variant to a frame: where every code may be sent that cannot fail.
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
    push_optional(text, row);
    let line = row.line.unwrap_or_default();
    let _ = writeln!(text, "; // {}:{line}", options.file);
}

/// Adds the calls for what not every row has.
fn push_optional(text: &mut String, row: &Row) {
    if row.label != row.meaning {
        let _ = write!(text, ".label({:?})", row.label);
    }
    if let Some(flags) = row.flags {
        text.push_str(if flags.wire { "" } else { ".unsendable()" });
        text.push_str(if flags.local { ".local()" } else { "" });
        text.push_str(if flags.script { "" } else { ".no_script()" });
    }
    text.push_str(match row.sender {
        Sender::Either => "",
        Sender::Client => ".client()",
        Sender::Server => ".server()",
    });
    match row.reconnect {
        Reconnect::Unspecified => {}
        Reconnect::Never => text.push_str(".never()"),
        Reconnect::AfterChange => text.push_str(".after_change()"),
        Reconnect::Immediately => text.push_str(".immediately()"),
        Reconnect::Backoff => text.push_str(".backoff()"),
        Reconnect::After { min, max } => {
            let _ = write!(text, ".after({min}, {max})");
        }
    }
    for (key, of) in row.details.texts() {
        if let Some(of) = of {
            let _ = write!(text, ".{key}({:?})", of.value);
        }
    }
    let reference = row.reference();
    if !reference.is_empty() {
        let _ = write!(text, ".reference(&{reference:?})");
    }
    let extra: Vec<_> = row.details.extra.iter().map(|(key, of)| (&**key, &**of)).collect();
    if !extra.is_empty() {
        let _ = write!(text, ".extra(&{extra:?})");
    }
}

fn pattern(codes: &Codes) -> String {
    if codes.is_range {
        format!("{}..={}", number(&codes.first), number(&codes.last))
    } else {
        number(&codes.first)
    }
}

/// The arm for what no row has. Where every code of the span has a row it names the codes outside, so
/// that the compiler finds a gap.
fn outside(table: &Table) -> Option<String> {
    let (first, last) = table.head().span;
    if !table.head().total {
        return Some("_ => (none),".to_owned());
    }
    let below = first.checked_sub(1).map(|end| format!("0..={end}"));
    let above = last.checked_add(1).map(|start| format!("{start}..={}", u16::MAX));
    let outside: Vec<_> = below.into_iter().chain(above).collect();
    (!outside.is_empty()).then(|| format!("{} => (none),", outside.join(" | ")))
}

/// A table's codes are literals.
fn number(number: &Number) -> String {
    number.code().unwrap_or_default().to_string()
}

//! The derive, on enums put together from the words that it knows.
//!
//! Bytes seldom are Rust. Here each byte of the input stands for a piece of an attribute, so that nearly
//! every input reaches the reader of attributes.

use core::str::FromStr;

use proc_macro2::TokenStream;

use super::derive::expands;

/// What a byte stands for; a byte beyond the list starts again at its beginning.
const PIECES: [&str; 84] = [
    // Structure: the next item of an attribute, the next variant, the next attribute of the enum.
    ",",
    "\u{1}",
    "\u{2}",
    "\u{3}",
    "\u{4}",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "=",
    "..=",
    "..",
    "-",
    "+",
    // Words and keys.
    "rest",
    "local",
    "reassigned",
    "total",
    "range",
    "crate",
    "meaning",
    "label",
    "description",
    "sender",
    "reconnect",
    "reference",
    "since",
    "deprecated",
    "after",
    "Rest",
    "CloseCode",
    "BASE",
    "r#type",
    "_",
    // Values.
    "0",
    "1000",
    "1006",
    "3000",
    "4000",
    "4001",
    "4002",
    "4010",
    "4999",
    "5000",
    "65535",
    "65536",
    "99999999999999999999",
    "4001u16",
    "0xFA1",
    "4_001",
    "1.5",
    "'a'",
    "b\"x\"",
    "true",
    "\"never\"",
    "\"after-change\"",
    "\"backoff\"",
    "\"nver\"",
    "\"client\"",
    "\"server\"",
    "\"\"",
    "\"two\\nlines\"",
    "\"\\u{202e}\"",
    "\"::close_code\"",
    "::close_code",
    "doc",
    "::",
    "#",
    "!",
    "&",
    // Lists, and expressions for the compiler.
    "skip",
    "extra",
    "error",
    "Display",
    "TryFrom<u16>",
    "u16",
    "<u8 as T<u8, u8>>::CODE",
    "call(4001)",
    "as",
    "small",
    "close",
    "transparent",
];

/// Expands the derive on the enum that the input stands for.
pub fn tokens(data: &[u8]) {
    let text = item(data);
    if let Ok(tokens) = TokenStream::from_str(&text) {
        expands(tokens);
    }
}

/// The text of an enum: attributes are closed where the next variant begins, groups wherever they can be.
fn item(data: &[u8]) -> String {
    let mut of_enum = String::new();
    let mut variants = String::new();
    let mut attribute = String::new();
    let mut fields = "";
    let mut discriminant = String::new();
    let mut count = 0;
    for &byte in data {
        match PIECES[usize::from(byte) % PIECES.len()] {
            // What was collected belongs to the enum.
            "\u{1}" => of_enum.push_str(&closed("close_code", &core::mem::take(&mut attribute))),
            // What was collected belongs to a variant.
            "\u{2}" => {
                variants.push_str(&closed("close_code", &core::mem::take(&mut attribute)));
                for piece in [&*format!("V{count}"), fields, &*discriminant, ",\n"] {
                    variants.push_str(piece);
                }
                count += 1;
                fields = "";
                discriminant.clear();
            }
            "\u{3}" => fields = if fields.is_empty() { "(CloseCode)" } else { "{ code: u16 }" },
            "\u{4}" => discriminant = format!(" = {}", balanced(&core::mem::take(&mut attribute))),
            piece => {
                attribute.push_str(piece);
                attribute.push(' ');
            }
        }
    }
    let last = closed("close_code", &attribute);
    format!(
        "/// Text.\n{of_enum}#[repr(u16)]\nenum E {{\n{variants}/// Meaning\n{last}Last{fields}{discriminant} }}"
    )
}

fn closed(name: &str, arguments: &str) -> String {
    if arguments.is_empty() {
        String::new()
    } else {
        format!("#[{name}({})]\n", balanced(arguments))
    }
}

/// The text with its groups closed, and without what closes none.
fn balanced(text: &str) -> String {
    let mut open = Vec::new();
    let mut kept = String::new();
    for piece in text.split_inclusive(' ') {
        let close = match piece.trim() {
            "(" => Some(")"),
            "[" => Some("]"),
            "{" => Some("}"),
            _ => None,
        };
        if matches!(piece.trim(), ")" | "]" | "}") && open.last() != Some(&piece.trim()) {
            continue;
        }
        if matches!(piece.trim(), ")" | "]" | "}") {
            open.pop();
        }
        open.extend(close);
        kept.push_str(piece);
    }
    kept.extend(open.into_iter().rev());
    kept
}

//! Literals, as the compiler reads them.

use proc_macro2::Literal;

/// The value of an integer, at most `i64::MAX`, which is as wrong a code as anything larger. `None` for
/// other literals.
pub(super) fn integer(literal: &Literal) -> Option<i64> {
    let text = literal.to_string();
    let (radix, digits) = match text.as_bytes() {
        [b'0', b'x', ..] => (16, &text[2..]),
        [b'0', b'o', ..] => (8, &text[2..]),
        [b'0', b'b', ..] => (2, &text[2..]),
        [first, ..] if first.is_ascii_digit() => (10, text.as_str()),
        _ => return None,
    };
    let end = digits.find(|c: char| c != '_' && !c.is_digit(radix)).unwrap_or(digits.len());
    let (digits, suffix) = digits.split_at(end);
    if !suffix.is_empty() && !is_integer_type(suffix) {
        return None;
    }
    let value = digits.chars().filter_map(|c| c.to_digit(radix)).fold(0_i64, |value, digit| {
        value.saturating_mul(radix.into()).saturating_add(digit.into())
    });
    Some(value)
}

/// Whether a word is one of the integer types.
pub(super) fn is_integer_type(word: &str) -> bool {
    word.strip_prefix(['u', 'i'])
        .is_some_and(|width| matches!(width, "8" | "16" | "32" | "64" | "128" | "size"))
}

/// The value of a text. `None` for other literals.
pub(super) fn text(literal: &Literal) -> Option<String> {
    let written = literal.to_string();
    if let Some(raw) = written.strip_prefix('r') {
        let hashes = raw.bytes().take_while(|byte| *byte == b'#').count();
        let inner = raw.get(hashes + 1..raw.len().checked_sub(hashes + 1)?)?;
        return raw[hashes..].starts_with('"').then(|| inner.to_owned());
    }
    let inner = written.strip_prefix('"')?.strip_suffix('"')?;
    if !inner.contains('\\') {
        return Some(inner.to_owned());
    }
    let mut text = String::with_capacity(inner.len());
    let mut rest = inner.chars();
    while let Some(c) = rest.next() {
        if c == '\\' {
            escape(&mut rest, &mut text)?;
        } else {
            text.push(c);
        }
    }
    Some(text)
}

/// Appends the character that an escape stands for; for a line break and the blanks behind it there is
/// none. `None` for what is no escape.
fn escape(rest: &mut core::str::Chars<'_>, text: &mut String) -> Option<()> {
    let c = match rest.next()? {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        '0' => '\0',
        c @ ('\\' | '\'' | '"') => c,
        'x' => {
            let digits: String = rest.by_ref().take(2).collect();
            char::from(u8::from_str_radix(&digits, 16).ok()?)
        }
        'u' => {
            let number = rest.as_str().strip_prefix('{')?;
            let (digits, behind) = number.split_once('}')?;
            *rest = behind.chars();
            char::from_u32(u32::from_str_radix(&digits.replace('_', ""), 16).ok()?)?
        }
        '\n' => {
            *rest = rest.as_str().trim_start().chars();
            return Some(());
        }
        _ => return None,
    };
    text.push(c);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn literal(source: &str) -> Literal {
        source.parse().expect("a literal")
    }

    #[test]
    fn integers_have_their_value() {
        for (source, value) in [
            ("4001", 4001),
            ("4_001", 4001),
            ("4001u16", 4001),
            ("0xFA1", 4001),
            ("0xfa1_u32", 4001),
            ("0b1111_1010_0001", 4001),
            ("0o7641i128", 4001),
            ("99999999999999999999999", i64::MAX),
        ] {
            assert_eq!(integer(&literal(source)), Some(value), "{source}");
        }
    }

    #[test]
    fn what_is_no_integer_has_no_value() {
        for source in ["4001.0", "4e3", "4001f32", "\"4001\"", "'4'", "b'4'", "4001u17"] {
            assert_eq!(integer(&literal(source)), None, "{source}");
        }
    }

    #[test]
    fn texts_have_their_value() {
        for (source, value) in [
            (r#""plain""#, "plain"),
            (r#""""#, ""),
            (r#""a\n\t\\\"\'\0b""#, "a\n\t\\\"'\0b"),
            (r#""\x41\u{e9}\u{1F_600}""#, "A\u{e9}\u{1f600}"),
            ("\"one \\\n    two\"", "one two"),
            (r#"r"raw \n""#, r"raw \n"),
            (r##"r#"a "quoted" word"#"##, r#"a "quoted" word"#),
            (r#"r"""#, ""),
        ] {
            assert_eq!(text(&literal(source)).as_deref(), Some(value), "{source}");
        }
    }

    #[test]
    fn what_is_no_text_has_no_value() {
        for source in ["4001", "'a'", "b\"bytes\"", "br\"bytes\"", "c\"text\""] {
            assert_eq!(text(&literal(source)), None, "{source}");
        }
    }
}

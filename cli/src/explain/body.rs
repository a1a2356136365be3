//! The bytes of a Close frame's body, in the notations that logs and debuggers have for them.

/// The bytes that a text stands for: hex in groups of any size, base64, a list of numbers, or text with
/// `\x03` in it. `None` where it is none of them.
pub(super) fn bytes(text: &str) -> Option<Vec<u8>> {
    escaped(text).or_else(|| list(text)).or_else(|| hex(text)).or_else(|| base64(text))
}

/// The code that an endpoint with this body reports: 1005 for an empty one, and 1002 for one that is
/// too short to hold a code, since that is how a receiver answers it.
pub(super) fn code(bytes: &[u8]) -> u16 {
    match *bytes {
        [] => 1005,
        [_] => 1002,
        [high, low, ..] => u16::from_be_bytes([high, low]),
    }
}

/// Whether bytes are likely to be a body, and not something else that looks like one: a code from 1000 to
/// 4999, and a reason that people can read.
pub(super) fn is_likely(bytes: &[u8]) -> bool {
    let reason = bytes.get(2..).and_then(|reason| core::str::from_utf8(reason).ok());
    let is_readable = reason.is_some_and(|reason| !reason.chars().any(char::is_control));
    is_readable && (1000..=4999).contains(&code(bytes))
}

/// `03e8 6279 65`, `0x03e8627965`, `03:e8:62`, `<Buffer 03 e8 62>`.
fn hex(text: &str) -> Option<Vec<u8>> {
    let text = text.strip_prefix("<Buffer").and_then(|text| text.strip_suffix('>')).unwrap_or(text);
    let groups: Vec<_> =
        text.split([' ', '\t', ':', ',', '-']).filter(|group| !group.is_empty()).collect();
    let first = groups.first()?;
    let is_prefixed = first.starts_with("0x") || first.starts_with("0X");
    let mut digits: String = groups
        .iter()
        .map(|group| group.trim_start_matches("0x").trim_start_matches("0X"))
        .collect();
    // A code on the wire begins with 03 to 13, so what has no digit is a word, and what could as well
    // be a list of decimal numbers is one.
    let are_pairs = groups.len() > 1 && groups.iter().all(|group| group.len() == 2);
    let is_hex = is_prefixed || are_pairs || first.starts_with('0') || has_letter(first);
    if !is_hex || !digits.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if is_prefixed && digits.len() == 3 {
        digits.insert(0, '0');
    }
    let pairs = digits.as_bytes().chunks(2).map(|pair| match *pair {
        [high, low] => Some(digit(high)? << 4 | digit(low)?),
        _ => None,
    });
    pairs.collect()
}

fn digit(digit: u8) -> Option<u8> {
    u8::try_from(char::from(digit).to_digit(16)?).ok()
}

fn has_letter(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// `[3, 232, 98]`, as Rust and JavaScript show bytes.
fn list(text: &str) -> Option<Vec<u8>> {
    let inner = text.strip_prefix('[')?.strip_suffix(']')?;
    let bytes: Option<Vec<u8>> =
        inner.split(',').map(|number| number.trim().parse().ok()).collect();
    bytes.filter(|bytes| bytes.len() >= 2)
}

/// `b"\x03\xe8bye"`, as Rust and Python show bytes. The first byte of a code has no letter, so that the
/// text of one begins with its number.
fn escaped(text: &str) -> Option<Vec<u8>> {
    let text = text.strip_prefix('b').unwrap_or(text);
    let text = text.trim_matches(['"', '\'']);
    if !text.starts_with('\\') || !text.contains("\\x") {
        return None;
    }
    let mut bytes = Vec::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            bytes.extend(c.encode_utf8(&mut [0; 4]).bytes());
            continue;
        }
        bytes.push(match rest.next()? {
            'x' => {
                let (high, low) = (rest.next()?.to_digit(16)?, rest.next()?.to_digit(16)?);
                u8::try_from(high * 16 + low).ok()?
            }
            'n' => b'\n',
            'r' => b'\r',
            't' => b'\t',
            '0' => 0,
            other => u8::try_from(other).ok()?,
        });
    }
    Some(bytes)
}

/// Base64, of both alphabets, with padding or without. Many a word is base64 by accident, so only what
/// makes a likely body counts, and nothing that has only letters.
fn base64(text: &str) -> Option<Vec<u8>> {
    if text.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let digits = text.trim_end_matches('=');
    let mut bytes = Vec::with_capacity(digits.len());
    let (mut buffer, mut bits) = (0_u32, 0);
    for digit in digits.bytes() {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        buffer = buffer << 6 | u32::from(value);
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(buffer >> bits & 0xFF).ok()?);
        }
    }
    (is_likely(&bytes) && digits.len() % 4 != 1).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::{bytes, code};

    #[test]
    fn every_notation_is_read() {
        for text in [
            "03e8 6279 65",
            "03e8627965",
            "0x03e8627965",
            "03:E8:62:79:65",
            "0x03, 0xe8, 0x62, 0x79, 0x65",
            "<Buffer 03 e8 62 79 65>",
            "[3, 232, 98, 121, 101]",
            r#"b"\x03\xe8bye""#,
            r"\x03\xe8bye",
            "A+hieWU=",
            "A-hieWU",
        ] {
            assert_eq!(bytes(text).as_deref(), Some(b"\x03\xe8bye".as_slice()), "{text}");
        }
    }

    #[test]
    fn words_and_numbers_are_no_bodies() {
        for text in [
            "1006",
            "1000 1006",
            "face",
            "added",
            "Timeoutt",
            "BadGatway",
            "",
            "03e",
            "[1006]",
            "A",
            "Bye",
            "End",
            r"payload: b\x03\xe8",
        ] {
            assert_eq!(bytes(text), None, "{text}");
        }
    }

    #[test]
    fn a_hexadecimal_number_is_a_code() {
        for (text, expected) in [("0x3ee", 1006), ("0x03ee", 1006), ("03ee", 1006), ("10 06", 4102)]
        {
            assert_eq!(bytes(text).map(|bytes| code(&bytes)), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_short_body_has_a_code_of_its_own() {
        assert_eq!(code(&[]), 1005);
        assert_eq!(code(&[0x61]), 1002);
    }
}

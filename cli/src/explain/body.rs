//! The bytes of a Close frame or of its body, in the notations that logs and debuggers have for them.

use base64::alphabet;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};

/// Bytes that were read.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Body {
    /// The body, without the mask of a client's frame.
    pub(super) bytes: Vec<u8>,
    /// What was around it.
    pub(super) frame: Frame,
}

/// What was around a body.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Frame {
    /// Nothing: the bytes are the body.
    None,
    /// The two bytes of a header.
    Plain,
    /// A header with a mask, which was taken off.
    Masked,
}

impl Body {
    /// The bytes that a text stands for: hex in groups of any size, base64, a list of numbers, or text with
    /// escapes in it. `None` where it is none of them.
    pub(super) fn read(text: &str) -> Option<Self> {
        let bytes =
            escaped(text).or_else(|| list(text)).or_else(|| hex(text)).or_else(|| base64(text))?;
        let framed = Self::of_frame(&bytes);
        // `88` or a digit's `3` alone does not make hex: it could be a decimal number.
        let is_decimal = text.starts_with(['3', '8']) && !has_letter(text) && !text.contains(' ');
        let body = framed.unwrap_or(Self { bytes, frame: Frame::None });
        let is_sure = body.frame != Frame::None || body.digits().is_some();
        (is_sure || !is_decimal).then_some(body)
    }

    /// The body in a whole frame: `88`, the length, perhaps four bytes of a mask, and the payload.
    fn of_frame(bytes: &[u8]) -> Option<Self> {
        let (header, rest) = bytes.split_at_checked(2)?;
        let length = usize::from(header[1] & 0x7f);
        if header[0] != 0x88 || length > 125 {
            return None;
        }
        if header[1] & 0x80 == 0 {
            return (rest.len() == length)
                .then(|| Self { bytes: rest.to_vec(), frame: Frame::Plain });
        }
        let (key, payload) = rest.split_at_checked(4)?;
        let bytes = payload.iter().zip(key.iter().cycle()).map(|(byte, key)| byte ^ key).collect();
        (payload.len() == length).then_some(Self { bytes, frame: Frame::Masked })
    }

    /// The code that an endpoint with this body reports: 1005 for an empty one, and 1002 for one that is
    /// too short to hold a code, since that is how a receiver answers it.
    pub(super) fn code(&self) -> u16 {
        match *self.bytes {
            [] => 1005,
            [_] => 1002,
            [high, low, ..] => u16::from_be_bytes([high, low]),
        }
    }

    /// The reason, as far as it is text.
    pub(super) fn reason(&self) -> Option<&str> {
        self.bytes.get(2..).and_then(|reason| core::str::from_utf8(reason).ok())
    }

    /// Whether the bytes are likely to be a body, and not something else that looks like one: a code from
    /// 1000 to 4999, and a reason that people can read.
    pub(super) fn is_likely(&self) -> bool {
        let is_readable = self.reason().is_some_and(|text| !text.chars().any(char::is_control));
        is_readable && (1000..=4999).contains(&self.code())
    }

    /// The code that the bytes are the digits of: someone sent it as text.
    pub(super) fn digits(&self) -> Option<u16> {
        let text = core::str::from_utf8(&self.bytes).ok().filter(|text| text.len() == 4)?;
        let code: u16 =
            text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())??;
        (1000..=4999).contains(&code).then_some(code)
    }

    /// Whether the bytes seem to be masked still: no code that exists, and no text after it.
    pub(super) fn is_masked(&self) -> bool {
        let exists = (1000..=4999).contains(&self.code());
        self.bytes.len() > 3 && !exists && self.reason().is_none()
    }
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
    let is_hex = is_prefixed
        || are_pairs
        || first.starts_with('0')
        || first.starts_with("88")
        || (digits.len() == 8 && digits.starts_with('3'))
        || has_letter(first);
    if !is_hex || !digits.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if is_prefixed && digits.len() == 3 {
        digits.insert(0, '0');
    }
    ::hex::decode(digits).ok()
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
/// text of one begins with its number. Three digits are octal, as in C and Erlang, or decimal, as in Lua:
/// what makes a likely body.
fn escaped(text: &str) -> Option<Vec<u8>> {
    let text = text.strip_prefix('b').unwrap_or(text);
    let text = text.trim_matches(['"', '\'']);
    if !text.starts_with('\\') {
        return None;
    }
    if text.contains("\\x") {
        return unescaped(text, 16);
    }
    let bodies = [8, 10].into_iter().filter_map(|radix| unescaped(text, radix));
    let bodies = bodies.map(|bytes| Body { bytes, frame: Frame::None }).filter(Body::is_likely);
    // Of two likely ones that whose code is in use; the first of those, which is octal.
    let is_rare = |body: &Body| !matches!(body.code(), 1000..=1015 | 3000 | 4000..=4999);
    bodies.min_by_key(is_rare).map(|body| body.bytes)
}

/// The bytes of a text with escapes, where a number of three digits has the radix.
fn unescaped(text: &str, radix: u32) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            bytes.extend(c.encode_utf8(&mut [0; 4]).bytes());
            continue;
        }
        let after = rest.as_str();
        let three = after.get(..3).filter(|three| three.bytes().all(|byte| byte.is_ascii_digit()));
        bytes.push(match (rest.next()?, three) {
            ('x', _) => {
                let (high, low) = (rest.next()?.to_digit(16)?, rest.next()?.to_digit(16)?);
                u8::try_from(high * 16 + low).ok()?
            }
            (_, Some(three)) => {
                rest = after[3..].chars();
                u8::from_str_radix(three, radix).ok()?
            }
            ('n', _) => b'\n',
            ('r', _) => b'\r',
            ('t', _) => b'\t',
            ('0', _) => 0,
            (other, _) => u8::try_from(other).ok()?,
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
    let digits = text.trim_end_matches('=').replace('-', "+").replace('_', "/");
    let lenient = GeneralPurposeConfig::new()
        .with_decode_allow_trailing_bits(true)
        .with_decode_padding_mode(DecodePaddingMode::RequireNone);
    let bytes = GeneralPurpose::new(&alphabet::STANDARD, lenient).decode(digits).ok()?;
    let body = Body { bytes, frame: Frame::None };
    body.is_likely().then_some(body.bytes)
}

#[cfg(test)]
mod tests {
    use super::{Body, Frame};

    fn bytes(text: &str) -> Option<Vec<u8>> {
        Body::read(text).map(|body| body.bytes)
    }

    fn code(text: &str) -> Option<u16> {
        Body::read(text).map(|body| body.code())
    }

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
            assert_eq!(code(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn a_short_body_has_a_code_of_its_own() {
        let body = |bytes: &[u8]| Body { bytes: bytes.to_vec(), frame: Frame::None };
        assert_eq!(body(&[]).code(), 1005);
        assert_eq!(body(&[0x61]).code(), 1002);
    }

    #[test]
    fn a_whole_frame_is_read() {
        for (text, frame) in [
            ("88 05 03 e8 62 79 65", Frame::Plain),
            ("880503e8627965", Frame::Plain),
            ("[136, 5, 3, 232, 98, 121, 101]", Frame::Plain),
            (r"b'\x88\x05\x03\xe8bye'", Frame::Plain),
            ("88 85 00 00 00 00 03 e8 62 79 65", Frame::Masked),
            ("88 85 01 02 03 04 02 ea 61 7d 64", Frame::Masked),
        ] {
            let expected = Body { bytes: b"\x03\xe8bye".to_vec(), frame };
            assert_eq!(Body::read(text), Some(expected), "{text}");
        }
        assert!(
            Body::read("88 09 58 f6 b5 f7 28 6a a6 e0 2f").is_some_and(|body| body.is_masked())
        );
        assert_eq!(Body::read("8800").map(|body| body.bytes.len()), Some(0));
        assert_eq!(Body::read("8812"), None);
    }

    #[test]
    fn escapes_of_three_digits_are_octal_or_decimal() {
        assert_eq!(code(r"\015\162Error"), Some(4002), "Lua");
        assert_eq!(code(r"\003\350bye"), Some(1000), "C and Erlang");
        assert_eq!(code(r"\017\241bye"), Some(4001), "C and Erlang");
    }

    #[test]
    fn a_code_that_was_sent_as_text_is_seen() {
        let digits = |text: &str| Body::read(text).and_then(|body| body.digits());
        assert_eq!(digits("[49, 48, 48, 48]"), Some(1000));
        assert_eq!(digits("0x31303030"), Some(1000));
        assert_eq!(digits("[51, 232, 48, 48]"), None);
    }
}

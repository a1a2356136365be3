//! Takes out of a log what is not its text: colors, carriage returns, full-width forms.

/// Cleans lines in place. A CR ends a line, unless an LF follows; escape sequences are gone; full-width
/// letters, digits and signs are the plain ones. What is at the end and may go on in what follows stays
/// as it is.
pub(super) fn clean(bytes: &mut Vec<u8>) {
    if memchr::memchr3(0x1b, b'\r', 0xef, bytes).is_none() {
        return;
    }
    let (mut from, mut to) = (0, 0);
    while let Some(&byte) = bytes.get(from) {
        let rest = &bytes[from..];
        let (kept, length) = match byte {
            0x1b => (None, escape(rest)),
            b'\r' if rest.get(1) == Some(&b'\n') => (None, 1),
            b'\r' => (Some(b'\n'), 1),
            0xef => match full_width(rest) {
                Some(plain) => (Some(plain), 3),
                None => (Some(byte), 1),
            },
            _ => (Some(byte), 1),
        };
        if let Some(kept) = kept {
            bytes[to] = kept;
            to += 1;
        }
        from += length;
    }
    bytes.truncate(to);
}

/// The length of an escape sequence: CSI (`ESC [`), OSC (`ESC ]`, ended by BEL or `ESC \`), or two bytes.
fn escape(bytes: &[u8]) -> usize {
    const LONGEST: usize = 4096;
    let end = match bytes.get(1) {
        Some(b'[') => {
            bytes.iter().skip(2).take(LONGEST).position(|byte| matches!(byte, 0x40..=0x7e))
        }
        Some(b']') => bytes
            .windows(2)
            .skip(2)
            .take(LONGEST)
            .position(|two| two[0] == 7 || two == b"\x1b\\")
            .map(|at| if bytes.get(at + 2) == Some(&7) { at } else { at + 1 }),
        Some(byte) if byte.is_ascii() => return 2,
        _ => return 1,
    };
    end.map_or(1, |end| end + 3)
}

/// The plain form of a full-width one, U+FF01 to U+FF5E.
fn full_width(bytes: &[u8]) -> Option<u8> {
    match *bytes.get(..3)? {
        [0xef, 0xbc, low @ 0x81..=0xbf] => Some(low - 0x81 + b'!'),
        [0xef, 0xbd, low @ 0x80..=0x9e] => Some(low - 0x80 + b'`'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn what_is_not_text_is_gone() {
        for (given, expected) in [
            ("\u{1b}[3mcode\u{1b}[0m\u{1b}[2m=\u{1b}[0m1006", "code=1006"),
            ("\u{1b}]8;;https://example.com\u{7}1006\u{1b}]8;;\u{1b}\\!", "1006!"),
            ("one\rtwo\r\nthree", "one\ntwo\nthree"),
            ("ｃｏｄｅ：１００６～", "code:1006~"),
            ("\u{feff}é。", "\u{feff}é。"),
            ("\u{1b}", ""),
            ("\u{1b}[31", "[31"),
        ] {
            let mut bytes = given.as_bytes().to_vec();
            clean(&mut bytes);
            assert_eq!(String::from_utf8(bytes).as_deref(), Ok(expected), "{given:?}");
        }
    }
}

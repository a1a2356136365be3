//! A code from text, compared with the same rules written plainly.

use close_code::{CloseCode, CloseCodeRange as _, CloseKind};

/// Reads the input as a code.
///
/// # Panics
///
/// When the two readers disagree, or an error suggests what is no name.
pub fn code(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    let parsed = text.parse::<CloseCode>();
    assert_eq!(parsed.ok().map(CloseCode::get), plainly(text), "{text:?}");
    match parsed {
        Ok(code) => {
            let shown = code.to_string();
            assert_eq!(shown.parse(), Ok(code), "{shown:?}");
            assert_eq!(code.get().to_string().parse(), Ok(code));
        }
        Err(error) => {
            let shown = error.to_string();
            assert!(!shown.is_empty() && !shown.contains(char::is_control), "{shown:?}");
            let names: Vec<_> = error.suggestions().collect();
            for (at, name) in names.iter().enumerate() {
                assert!(name.parse::<CloseCode>().is_ok(), "{name} is suggested and unknown");
                assert!(!names[..at].contains(name), "{name} is suggested twice");
            }
        }
    }
}

/// A number, a number and its name, or the name of one code; case and punctuation do not count.
fn plainly(text: &str) -> Option<u16> {
    let text = text.trim();
    let name = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = &text[..text.len() - name.len()];
    let name = name.trim_start();
    if digits.is_empty() {
        return CloseKind::TABLE
            .iter()
            .find(|entry| entry.is_single() && names(entry).contains(&plain(name)))
            .map(|entry| entry.first().get());
    }
    let mut number = 0_u32;
    for digit in digits.bytes() {
        number = number.saturating_mul(10).saturating_add(u32::from(digit - b'0'));
    }
    let code = u16::try_from(number).ok()?;
    let entry = CloseKind::TABLE
        .iter()
        .find(|entry| {
            entry.first().get() <= code && code <= entry.last().get() && entry.is_single()
        })
        .or(CloseKind::TABLE.iter().find(|entry| {
            entry.first().get() <= code && code <= entry.last().get() && !entry.is_single()
        }))?;
    (name.is_empty() || names(entry).contains(&plain(name))).then_some(code)
}

fn names(entry: &close_code::Entry) -> [String; 3] {
    [entry.name(), entry.meaning(), entry.label()].map(plain)
}

/// What is left of a name to compare.
fn plain(name: &str) -> String {
    let lower = |c: char| c.to_lowercase().collect::<String>();
    name.chars().filter(|c| c.is_alphanumeric()).map(lower).collect()
}

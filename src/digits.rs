//! A number in decimal digits, and padding, without allocation.

use core::fmt::{self, Write as _};

use crate::CloseCode;

/// The decimal digits of a `u16`, at most five.
pub(crate) struct Digits {
    bytes: [u8; 5],
    start: usize,
}

impl Digits {
    /// Writes the digits from the right, as division yields them.
    pub(crate) const fn of(number: u16) -> Self {
        let mut bytes = [b'0'; 5];
        let mut start = bytes.len();
        let mut rest = number;
        loop {
            start -= 1;
            bytes[start] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                return Self { bytes, start };
            }
        }
    }

    /// The digits as ASCII.
    pub(crate) const fn as_bytes(&self) -> &[u8] {
        self.bytes.split_at(self.start).1
    }

    /// The digits as text.
    pub(crate) const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.as_bytes()) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

/// Writes a code and its text, separated by a space, honouring the width, fill and alignment of `f`.
///
/// # Errors
///
/// That of the formatter.
pub fn pad(f: &mut fmt::Formatter<'_>, code: CloseCode, label: &str) -> fmt::Result {
    let digits = Digits::of(code.get());
    let length = digits.as_bytes().len() + 1 + label.chars().count();
    let missing = f.width().unwrap_or(0).saturating_sub(length);
    let before = match f.align() {
        Some(fmt::Alignment::Right) => missing,
        Some(fmt::Alignment::Center) => missing / 2,
        Some(fmt::Alignment::Left) | None => 0,
    };
    let fill = f.fill();
    for _ in 0..before {
        f.write_char(fill)?;
    }
    f.write_str(digits.as_str())?;
    f.write_char(' ')?;
    f.write_str(label)?;
    for _ in before..missing {
        f.write_char(fill)?;
    }
    Ok(())
}

//! A number in decimal digits, and padding, without allocation.

use core::fmt::{self, Write as _};

use crate::CloseCode;

/// The decimal digits of a `u16`, at most five, and a space behind them.
pub(crate) struct Digits {
    bytes: [u8; 6],
    start: usize,
}

impl Digits {
    /// Writes all five digits, and then leaves out the zeros before the first: no branch depends on the
    /// number.
    pub(crate) const fn of(number: u16) -> Self {
        let mut bytes = [b' '; 6];
        let mut rest = number;
        let mut at = 5;
        while at > 0 {
            at -= 1;
            bytes[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        let start = (number < 10_000) as usize
            + (number < 1000) as usize
            + (number < 100) as usize
            + (number < 10) as usize;
        Self { bytes, start }
    }

    /// The digits as ASCII.
    pub(crate) const fn as_bytes(&self) -> &[u8] {
        self.with_space().split_at(5 - self.start).0
    }

    /// The digits as text.
    pub(crate) const fn as_str(&self) -> &str {
        text(self.as_bytes())
    }

    /// The digits and a space, as text.
    pub(crate) const fn as_prefix(&self) -> &str {
        text(self.with_space())
    }

    const fn with_space(&self) -> &[u8] {
        self.bytes.split_at(self.start).1
    }
}

const fn text(ascii: &[u8]) -> &str {
    match core::str::from_utf8(ascii) {
        Ok(text) => text,
        Err(_) => "",
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
    f.write_str(digits.as_prefix())?;
    f.write_str(label)?;
    for _ in before..missing {
        f.write_char(fill)?;
    }
    Ok(())
}

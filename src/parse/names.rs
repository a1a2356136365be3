//! The names in the built-in table, and how they are compared.

use core::{ptr, slice};

use super::letters::are_alike;
use crate::{CloseCode, CloseCodeRange as _, CloseKind};

/// The names of a row, without the rest of its [`Entry`](crate::Entry), so that a program that reads names
/// does not link the descriptions.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Names {
    pub(super) first: CloseCode,
    pub(super) last: CloseCode,
    pub(super) name: &'static str,
    meaning: &'static str,
    label: &'static str,
}

/// The names of all rows, in the order of the rows, which is that of the variants.
pub(super) static NAMES: [Names; CloseKind::TABLE.len()] = {
    let none = CloseCode::new(0);
    let empty = Names { first: none, last: none, name: "", meaning: "", label: "" };
    let mut names = [empty; CloseKind::TABLE.len()];
    let mut at = 0;
    while at < names.len() {
        let row = &CloseKind::TABLE[at];
        names[at] = Names {
            first: row.first(),
            last: row.last(),
            name: row.name(),
            meaning: row.meaning(),
            label: row.label(),
        };
        at += 1;
    }
    names
};

impl Names {
    /// Returns the names of a code's row.
    pub(super) fn of(code: CloseCode) -> &'static Self {
        &NAMES[usize::from(code.kind() as u8)]
    }

    /// Whether the row is for one code only.
    pub(super) fn is_single(&self) -> bool {
        self.first == self.last
    }

    /// Whether the text is one of the names, whatever its case and punctuation.
    pub(super) fn has(&self, text: &str) -> bool {
        is_alike(self.name, text)
            || is_alike(self.meaning, text)
            // The label is usually the same string as the meaning.
            || (!ptr::eq(self.meaning, self.label) && is_alike(self.label, text))
    }
}

/// Whether two texts have the same letters.
fn is_alike(left: &str, right: &str) -> bool {
    match is_alike_in_ascii(left.as_bytes(), right.as_bytes()) {
        Some(alike) => alike,
        None => are_alike(left, right),
    }
}

/// The same without decoding, which is many times faster; `None` if one of them is not ASCII.
fn is_alike_in_ascii(left: &[u8], right: &[u8]) -> Option<bool> {
    let (mut left, mut right) = (left.iter(), right.iter());
    loop {
        match (next_letter(&mut left), next_letter(&mut right)) {
            (FOREIGN, _) | (_, FOREIGN) => return None,
            (a, b) if a != b => return Some(false),
            (END, _) => return Some(true),
            _ => {}
        }
    }
}

/// The next letter or digit in lower case, or [`END`], or [`FOREIGN`].
#[inline]
fn next_letter(bytes: &mut slice::Iter<'_, u8>) -> u8 {
    for byte in bytes {
        let letter = FOLDED[usize::from(*byte)];
        if letter != SKIPPED {
            return letter;
        }
    }
    END
}

const SKIPPED: u8 = 0;
const END: u8 = 1;
const FOREIGN: u8 = 2;

/// The letter that each byte is compared as.
static FOLDED: [u8; 256] = {
    let mut folded = [FOREIGN; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        folded[byte as usize] = match byte {
            b'a'..=b'z' | b'0'..=b'9' => byte,
            b'A'..=b'Z' => byte - b'A' + b'a',
            _ => SKIPPED,
        };
        byte += 1;
    }
    folded
};

//! The letters of a name, as they are compared.

use core::char::ToLowercase;
use core::str::Chars;

/// How many letters the search for typos compares: more than any name has.
pub(super) const LONGEST: usize = 32;

/// The letters and digits of a text, in lower case.
///
/// A chain of iterator adapters here took a seventh of the crate's compile time.
pub(super) struct Letters<'a> {
    rest: Chars<'a>,
    /// The rest of a letter whose lower case has several characters.
    lower: Option<ToLowercase>,
}

impl<'a> Letters<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { rest: text.chars(), lower: None }
    }

    pub(super) fn next(&mut self) -> Option<char> {
        loop {
            if let Some(letter) = self.lower.as_mut().and_then(Iterator::next) {
                return Some(letter);
            }
            let c = self.rest.next()?;
            self.lower = c.is_alphanumeric().then(|| c.to_lowercase());
        }
    }

    /// The first `LONGEST` letters.
    pub(super) fn first(mut self, room: &mut [char; LONGEST]) -> &[char] {
        let mut count = 0;
        while count < LONGEST {
            let Some(letter) = self.next() else { break };
            room[count] = letter;
            count += 1;
        }
        &room[..count]
    }
}

/// Whether two texts have the same letters.
pub(super) fn are_alike(left: &str, right: &str) -> bool {
    let (mut left, mut right) = (Letters::of(left), Letters::of(right));
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (a, b) if a != b => return false,
            _ => {}
        }
    }
}

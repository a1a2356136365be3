//! What Unicode says of each character: how many columns of a terminal it needs, and whether it is an emoji.

#[expect(clippy::unreadable_literal, reason = "a number and a digit, as in the list's comment")]
mod runs;

/// The columns that a character needs by itself. None for marks that are drawn onto another one, two for the
/// scripts of East Asia and for pictures.
pub(crate) fn width(character: char) -> usize {
    (of(character) & 3) as usize
}

/// Whether a character can be a picture by itself: neither a digit, which needs a mark for it, nor half a flag.
pub(crate) fn is_emoji(character: char) -> bool {
    of(character) & EMOJI != 0
}

/// The bit of emoji, next to the two of the width.
const EMOJI: u32 = 4;

/// The last digit of the run that a character is in.
fn of(character: char) -> u32 {
    let next = runs::RUNS.partition_point(|run| run >> 4 <= u32::from(character));
    next.checked_sub(1).map_or(1, |run| runs::RUNS[run] & 0xF)
}

#[cfg(test)]
pub(crate) mod tests {
    use core::fmt::Write as _;
    use std::{env, fs};

    use regex_syntax::hir::{Class, HirKind};
    use unicode_width::UnicodeWidthChar as _;

    use super::{EMOJI, of};

    /// The characters that a class of regular expressions has.
    pub(crate) fn class(pattern: &str) -> impl Fn(char) -> bool + use<> {
        let hir = regex_syntax::parse(pattern).expect("a pattern");
        let HirKind::Class(Class::Unicode(class)) = hir.into_kind() else { panic!("not a class") };
        move |c| {
            let next = class.ranges().partition_point(|range| range.start() <= c);
            next > 0 && c <= class.ranges()[next - 1].end()
        }
    }

    #[test]
    fn every_character_is_what_the_libraries_say() {
        let emoji = class(r"[\p{Emoji}--[\p{ASCII}\p{Regional_Indicator}]]");
        let unassigned = class(r"\p{Cn}");
        // Control characters have no width, since they are not shown; one that is not assigned has any.
        let theirs = |c: char| {
            let width = u32::try_from(c.width()?).expect("a width");
            Some(width | if emoji(c) { EMOJI } else { 0 }).filter(|_| !unassigned(c))
        };
        if env::var_os("BLESS").is_some() {
            let mut text = "//! `BLESS=1 cargo test -p close-code-codegen` and `cargo fmt` write this file.\n\n\
                /// From which character on what holds: its number, and in the last digit the columns and 4 for emoji.\n\
                pub(super) const RUNS: &[u32] = &["
                .to_owned();
            let mut last = 1;
            for c in '\0'..=char::MAX {
                let Some(value) = theirs(c).filter(|value| *value != last) else { continue };
                last = value;
                let _ = write!(text, "0x{:X}{value}, ", u32::from(c));
            }
            text.push_str("];\n");
            fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/properties/runs.rs"), text)
                .expect("the file can be written");
            return;
        }
        let differ: Vec<_> = ('\0'..=char::MAX)
            .filter(|c| theirs(*c).is_some_and(|value| value != of(*c)))
            .collect();
        assert!(differ.is_empty(), "{differ:?}: BLESS=1 rewrites the list");
    }
}

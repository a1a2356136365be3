//! Invisible characters, and which of them a text can contain.

/// Whether a character cannot be seen, or moves the text around it: controls, separators of lines,
/// Unicode's format characters and what it calls "default ignorable".
///
/// The format characters that are drawn around a number (such as U+0600) are not in the list; the blank
/// of Braille is.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}'..='\u{1160}' | '\u{17B4}'..='\u{17B5}'
                | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{13430}'..='\u{1343F}'
                | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// Whether a character is a mark of Unicode's bidirectional algorithm: it can show a source in another
/// order than the one in which it is read.
#[must_use]
pub const fn is_bidirectional(character: char) -> bool {
    matches!(
        character,
        '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    )
}

/// The characters of a text that hide in it. Those that form an emoji with their neighbors do not, nor
/// does a joiner between two letters, which Persian and the scripts of India need.
pub fn hidden(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(at, character)| is_hidden(text, *at, *character))
}

/// Whether the character at a byte of a text hides in it: see [`hidden`].
#[must_use]
pub fn is_hidden(text: &str, at: usize, character: char) -> bool {
    if !is_invisible(character) {
        return false;
    }
    let (before, after) = (&text[..at], &text[at + character.len_utf8()..]);
    let mut before = before.chars().rev();
    let last = before.clone().next().unwrap_or('\0');
    let next = after.chars().next().unwrap_or('\0');
    match character {
        '\u{200D}' if is_emoji(next) => !is_emoji(last) && last != '\u{FE0F}',
        '\u{200C}' | '\u{200D}' => !(is_joined(last) && is_joined(next)),
        '\u{FE0E}' | '\u{FE0F}' if next == '\u{20E3}' => !matches!(last, '0'..='9' | '#' | '*'),
        '\u{FE0E}' | '\u{FE0F}' => !is_emoji(last),
        // The flags of England, Scotland and Wales: a black flag, at most five letters and an end.
        '\u{E0020}'..='\u{E007F}' => {
            before.by_ref().take(6).find(|tag| !matches!(tag, '\u{E0020}'..='\u{E007E}'))
                != Some('\u{1F3F4}')
        }
        _ => true,
    }
}

/// Whether a letter may be joined to another one by a character that is not seen.
fn is_joined(character: char) -> bool {
    // A virama, to which a joiner belongs, is a mark rather than a letter.
    !character.is_ascii()
        && (character.is_alphabetic() || ('\u{900}'..='\u{DFF}').contains(&character))
}

/// Whether a character is in a block of emoji.
pub(crate) const fn is_emoji(character: char) -> bool {
    matches!(
        character,
        '\u{A9}' | '\u{AE}' | '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
            | '\u{2190}'..='\u{21FF}' | '\u{2300}'..='\u{23FF}' | '\u{24C2}' | '\u{25A0}'..='\u{27BF}'
            | '\u{2900}'..='\u{297F}' | '\u{2B00}'..='\u{2BFF}' | '\u{3030}' | '\u{303D}' | '\u{3297}'
            | '\u{3299}' | '\u{1F000}'..='\u{1FAFF}'
    )
}

#[cfg(test)]
mod tests {
    use regex_syntax::hir::{Class, HirKind};

    use super::{hidden, is_bidirectional, is_emoji, is_invisible};

    /// The characters that a class of regular expressions has.
    fn class(pattern: &str) -> impl Fn(char) -> bool {
        let hir = regex_syntax::parse(pattern).expect("a pattern");
        let HirKind::Class(Class::Unicode(class)) = hir.into_kind() else { panic!("not a class") };
        move |c| {
            let next = class.ranges().partition_point(|range| range.start() <= c);
            next > 0 && c <= class.ranges()[next - 1].end()
        }
    }

    #[test]
    fn the_list_is_that_of_unicode() {
        // Drawn around the number that follows: the property Prepended_Concatenation_Mark.
        let drawn = r"\u{600}-\u{605}\u{6DD}\u{70F}\u{890}\u{891}\u{8E2}\u{110BD}\u{110CD}";
        let pattern = format!(
            r"[\p{{Default_Ignorable_Code_Point}}\p{{Cf}}\p{{Cc}}\p{{Zl}}\p{{Zp}}\u{{2800}}--[{drawn}]]"
        );
        let unicode = class(&pattern);
        let differ: Vec<_> =
            ('\0'..=char::MAX).filter(|c| unicode(*c) != is_invisible(*c)).collect();
        assert!(differ.is_empty(), "{differ:?}");
    }

    #[test]
    fn the_bidirectional_marks_are_those_of_unicode() {
        let unicode = class(r"\p{Bidi_Control}");
        assert!(('\0'..=char::MAX).all(|c| unicode(c) == is_bidirectional(c)));
    }

    #[test]
    fn every_emoji_is_in_a_block_of_emoji() {
        let (emoji, letter) =
            (class(r"[\p{Emoji}--\p{ASCII}]"), class(r"[\p{Script=Latin}\p{Script=Han}]"));
        for c in '\0'..=char::MAX {
            assert!(!emoji(c) || is_emoji(c), "U+{:04X}", u32::from(c));
            assert!(!(letter(c) && is_emoji(c)), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn emoji_and_joined_letters_hide_nothing() {
        for text in [
            "👩‍👩‍👧 ☎️ 1️⃣ ❤️‍🔥 👍🏽 🇩🇪",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
            "می‌خواهم",
            "क्‍ष",
        ] {
            assert_eq!(hidden(text).next(), None, "{text}");
        }
        for text in [
            "a\u{FE0F}",
            "a\u{200D}b",
            "\u{200D}👧",
            "👩\u{200D}",
            "a\u{E0061}",
            "x\u{200C}y",
            "\u{AD}",
            "1\u{FE0F}",
            "🏴\u{E0061}\u{E0061}\u{E0061}\u{E0061}\u{E0061}\u{E0061}\u{E0061}",
        ] {
            assert_eq!(hidden(text).count(), 1, "{text:?}");
        }
    }
}

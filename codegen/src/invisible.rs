//! Invisible characters, and which of them a text can contain.

use crate::properties::{is_emoji, width};

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
/// does a joiner in a script whose letters have several forms, such as those of Persian and of India.
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
    let last = before.chars().next_back().unwrap_or('\0');
    let next = after.chars().next().unwrap_or('\0');
    match character {
        '\u{200D}' if is_emoji(next) => !is_emoji(last) && last != '\u{FE0F}',
        '\u{200C}' | '\u{200D}' => !(is_virama(last) || is_joining(last) && is_joining(next)),
        '\u{FE0E}' | '\u{FE0F}' if next == '\u{20E3}' => !matches!(last, '0'..='9' | '#' | '*'),
        '\u{FE0E}' | '\u{FE0F}' => !is_emoji(last),
        '\u{E0020}'..='\u{E007F}' => !(4..FLAGS[0].len()).step_by(4).any(|tags| {
            let flag = before.len().checked_sub(tags).map(|at| &text.as_bytes()[at..]);
            flag.is_some_and(|text| FLAGS.iter().any(|flag| text.starts_with(flag.as_bytes())))
        }),
        _ => true,
    }
}

/// The flags of England, Scotland and Wales: a black flag and letters that are not seen, of four bytes each.
const FLAGS: [&str; 3] = [
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
    "\u{1F3F4}\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}",
];

/// Whether a character can be joined to a neighbor, or kept from it, by a character that is not seen: a letter,
/// mark or digit of a script whose letters have several forms.
fn is_joining(character: char) -> bool {
    // Blocks: Arabic and Syriac; N'Ko; Mandaic to Sinhala; Tibetan and Burmese; Khmer and Mongolian; more of
    // these; Adlam.
    let is_in_block = matches!(
        character,
        '\u{600}'..='\u{77F}' | '\u{7C0}'..='\u{7FF}' | '\u{840}'..='\u{DFF}'
            | '\u{F00}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{A8E0}'..='\u{A8FF}'
            | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AA7F}' | '\u{FB50}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}' | '\u{1E900}'..='\u{1E95F}'
    );
    is_in_block
        && (character.is_alphanumeric() || width(character) == 0)
        && !is_invisible(character)
}

/// Whether a character takes the vowel from the letter before it, so that a joiner after it says which form the
/// letter has, also at the end of a word.
const fn is_virama(character: char) -> bool {
    matches!(
        character,
        '\u{94D}'
            | '\u{9CD}'
            | '\u{A4D}'
            | '\u{ACD}'
            | '\u{B4D}'
            | '\u{BCD}'
            | '\u{C4D}'
            | '\u{CCD}'
            | '\u{D4D}'
            | '\u{DCA}'
            | '\u{1039}'
            | '\u{17D2}'
    )
}

#[cfg(test)]
mod tests {
    use super::{hidden, is_bidirectional, is_invisible, is_joining, is_virama};
    use crate::properties::tests::class;

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
    fn joiners_belong_to_the_scripts_that_need_them() {
        let scripts = [
            "Arabic",
            "Syriac",
            "Nko",
            "Mandaic",
            "Devanagari",
            "Bengali",
            "Gurmukhi",
            "Gujarati",
            "Oriya",
            "Tamil",
            "Telugu",
            "Kannada",
            "Malayalam",
            "Sinhala",
            "Tibetan",
            "Myanmar",
            "Khmer",
            "Mongolian",
            "Adlam",
        ];
        let scripts = scripts.map(|script| format!(r"\p{{Script={script}}}")).concat();
        let of = |kinds| class(&format!(r"[[{scripts}]&&[\p{{L}}{kinds}\p{{N}}]]"));
        let (some, all) = (of(r"\p{Mn}"), of(r"\p{M}"));
        // Of the other planes only Adlam is in use today.
        let adlam = class(r"\p{Script=Adlam}");
        // U+A8FA is drawn like a mark, and is not one.
        let shared = class(r"[\u{A8FA}\p{Script=Common}\p{Script=Inherited}\p{Cf}\p{Cn}]");
        for c in '\0'..=char::MAX {
            let is_used = some(c) && (c <= '\u{FFFF}' || adlam(c)) && !is_invisible(c);
            assert!(!is_used || is_joining(c), "U+{:04X}", u32::from(c));
            assert!(!is_joining(c) || all(c) || shared(c), "U+{:04X}", u32::from(c));
            assert!(!is_virama(c) || is_joining(c), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn emoji_and_joined_letters_hide_nothing() {
        for text in [
            "👩‍👩‍👧 ☎️ 1️⃣ ❤️‍🔥 👍🏽 🇩🇪",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
            "می‌خواهم",
            "क्‍ष",
            "ಪಾಸ್‌ವರ್ಡ್‌ x",
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
            "Зак\u{200C}рыто",
            "日\u{200D}本",
            "α\u{200D}β",
            "←\u{200D}←",
            "←\u{FE0F}",
            "م\u{200C}، م",
        ] {
            assert_eq!(hidden(text).count(), 1, "{text:?}");
        }
        // Tags of no flag, without their end, and more of them than a flag has.
        for tags in
            ["hide!\u{7F}", "gbeng", "gbeng\u{7F}\u{7F}", "gbeng\u{7F}gbeng\u{7F}", "\u{7F}"]
        {
            let hide = |c| char::from_u32(0xE0000 + u32::from(c)).expect("a tag");
            let text: String = "🏴".chars().chain(tags.chars().map(hide)).collect();
            let is_flag = tags.starts_with("gbeng\u{7F}");
            assert_eq!(hidden(&text).count(), tags.len() - if is_flag { 6 } else { 0 }, "{tags:?}");
        }
    }
}

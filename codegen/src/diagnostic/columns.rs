//! How many columns of a terminal a text needs.

use crate::invisible::{is_emoji, is_invisible};

/// The characters of a shown text, each with the columns that it adds to those before it.
///
/// None for marks that are drawn onto a character and for what a joiner adds to an emoji, two for the
/// scripts of East Asia and for pictures. The blocks are those of Unicode; a character that is not in
/// them counts as one column.
pub(super) fn columns(shown: &str) -> impl Iterator<Item = (char, usize)> {
    let mut before = '\0';
    shown.chars().map(move |character| {
        let width = match character {
            // Asks for the picture if the character has a plain form as well.
            '\u{FE0F}' if matches!(before, '0'..='9' | '#' | '*') => 1,
            '\u{FE0F}' => usize::from(is_emoji(before) && !is_wide(before)),
            '\u{1F3FB}'..='\u{1F3FF}' if is_emoji(before) => 0,
            _ if before == '\u{200D}' && is_emoji(character) => 0,
            _ if is_drawn_onto(character) || is_invisible(character) => 0,
            _ => 1 + usize::from(is_wide(character)),
        };
        before = character;
        (character, width)
    })
}

/// The columns of a shown text.
pub(super) fn width(shown: &str) -> usize {
    columns(shown).map(|(_, width)| width).sum()
}

/// Whether a character is a combining mark of the common blocks.
const fn is_drawn_onto(character: char) -> bool {
    matches!(
        character,
        '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{0591}'..='\u{05BD}' | '\u{05BF}' | '\u{05C1}'..='\u{05C2}' | '\u{05C4}'..='\u{05C5}' | '\u{05C7}' | '\u{064B}'..='\u{065F}'
            | '\u{093C}' | '\u{0941}'..='\u{0948}' | '\u{094D}' | '\u{0E31}' | '\u{0E34}'..='\u{0E3A}'
            | '\u{0E47}'..='\u{0E4E}' | '\u{1AB0}'..='\u{1ACE}' | '\u{1DC0}'..='\u{1DFF}'
            | '\u{20D0}'..='\u{20F0}' | '\u{302A}'..='\u{302F}' | '\u{3099}'..='\u{309A}'
            | '\u{FE20}'..='\u{FE2F}'
    )
}

/// Whether a character is as wide as two letters of Latin.
const fn is_wide(character: char) -> bool {
    matches!(
        character,
        '\u{1100}'..='\u{115E}' | '\u{231A}'..='\u{231B}' | '\u{2329}'..='\u{232A}'
            | '\u{23E9}'..='\u{23EC}' | '\u{23F0}' | '\u{23F3}' | '\u{25FD}'..='\u{25FE}'
            | '\u{2614}'..='\u{2615}' | '\u{2648}'..='\u{2653}' | '\u{267F}' | '\u{2693}'
            | '\u{26A1}' | '\u{26AA}'..='\u{26AB}' | '\u{26BD}'..='\u{26BE}'
            | '\u{26C4}'..='\u{26C5}' | '\u{26CE}' | '\u{26D4}' | '\u{26EA}'
            | '\u{26F2}'..='\u{26F3}' | '\u{26F5}' | '\u{26FA}' | '\u{26FD}' | '\u{2705}'
            | '\u{270A}'..='\u{270B}' | '\u{2728}' | '\u{274C}' | '\u{274E}'
            | '\u{2753}'..='\u{2755}' | '\u{2757}' | '\u{2795}'..='\u{2797}' | '\u{27B0}'
            | '\u{27BF}' | '\u{2B1B}'..='\u{2B1C}' | '\u{2B50}' | '\u{2B55}'
            | '\u{2E80}'..='\u{303E}' | '\u{3041}'..='\u{3247}' | '\u{3250}'..='\u{A4C6}'
            | '\u{A960}'..='\u{A97C}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}'
            | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE6B}' | '\u{FF01}'..='\u{FF60}'
            | '\u{FFE0}'..='\u{FFE6}' | '\u{1F004}' | '\u{1F0CF}' | '\u{1F18E}'
            | '\u{1F191}'..='\u{1F19A}' | '\u{1F200}'..='\u{1F320}' | '\u{1F32D}'..='\u{1F335}'
            | '\u{1F337}'..='\u{1F37C}' | '\u{1F37E}'..='\u{1F393}' | '\u{1F3A0}'..='\u{1F3CA}'
            | '\u{1F3CF}'..='\u{1F3D3}' | '\u{1F3E0}'..='\u{1F3F0}' | '\u{1F3F4}'
            | '\u{1F3F8}'..='\u{1F43E}' | '\u{1F440}' | '\u{1F442}'..='\u{1F4FC}'
            | '\u{1F4FF}'..='\u{1F53D}' | '\u{1F54B}'..='\u{1F54E}' | '\u{1F550}'..='\u{1F567}'
            | '\u{1F57A}' | '\u{1F595}'..='\u{1F596}' | '\u{1F5A4}' | '\u{1F5FB}'..='\u{1F64F}'
            | '\u{1F680}'..='\u{1F6C5}' | '\u{1F6CC}' | '\u{1F6D0}'..='\u{1F6D2}'
            | '\u{1F6D5}'..='\u{1F6D7}' | '\u{1F6DC}'..='\u{1F6DF}' | '\u{1F6EB}'..='\u{1F6EC}'
            | '\u{1F6F4}'..='\u{1F6FC}' | '\u{1F7E0}'..='\u{1F7EB}' | '\u{1F7F0}'
            | '\u{1F90C}'..='\u{1F93A}' | '\u{1F93C}'..='\u{1F945}' | '\u{1F947}'..='\u{1F9FF}'
            | '\u{1FA70}'..='\u{1FAFF}' | '\u{20000}'..='\u{3FFFD}'
    )
}

#[cfg(test)]
mod tests {
    use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

    use super::{is_invisible, width};

    #[test]
    fn common_blocks_are_as_wide_as_the_library_says() {
        let blocks = [
            '\u{A0}'..='\u{48F}',
            '\u{1E00}'..='\u{1FFF}',
            '\u{2010}'..='\u{206F}',
            '\u{20A0}'..='\u{214F}',
            '\u{3000}'..='\u{303E}',
            '\u{3041}'..='\u{3096}',
            '\u{3099}'..='\u{30FF}',
            '\u{3131}'..='\u{318E}',
            '\u{4E00}'..='\u{9FFF}',
            '\u{AC00}'..='\u{D7A3}',
            '\u{FE30}'..='\u{FE4F}',
            '\u{FF00}'..='\u{FF9F}',
            '\u{1F300}'..='\u{1F64F}',
            '\u{1F680}'..='\u{1F6C5}',
            '\u{1F90C}'..='\u{1F9FF}',
            '\u{20000}'..='\u{2A6DF}',
        ];
        for character in blocks.into_iter().flatten() {
            let ours = width(character.encode_utf8(&mut [0; 4]));
            // A sign is shown instead of what cannot be seen.
            let theirs = character.width().filter(|_| !is_invisible(character));
            assert_eq!(Some(ours), theirs.or(Some(ours)), "U+{:04X}", u32::from(character));
        }
    }

    #[test]
    fn texts_are_as_wide_as_the_library_says() {
        for text in [
            "plain",
            "名前",
            "e\u{301}",
            "ü",
            "한국어",
            "🔌",
            "👩‍👩‍👧",
            "☎️ x",
            "❤️‍🔥",
            "👍🏽",
            "🇩🇪",
            "1️⃣",
            "ﾊﾝｶｸ",
            "ไทยกำ",
            "हिन्दी",
            "שָׁלוֹם",
            "العَرَبِيَّة",
            "́",
            "―…",
        ] {
            assert_eq!(width(text), text.width(), "{text}");
        }
    }
}

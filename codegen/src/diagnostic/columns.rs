//! How many columns of a terminal a text needs.

use crate::properties::{self, is_emoji};

/// The characters of a shown text, each with the columns that it adds to those before it.
///
/// They are those of the crate `unicode-width`, but for ligatures of Buginese, Hebrew, Lisu, Old Turkic and
/// Tifinagh, vowels of Kirat Rai, emoji in their plain form (U+FE0E), and what joins emoji in an order that no
/// emoji has.
pub(super) fn columns(shown: &str) -> impl Iterator<Item = (char, usize)> {
    let mut rest = shown.chars();
    // The last character, the last one with a column, and the columns of that one with what joins it.
    let (mut before, mut base, mut used) = ('\0', '\0', 0_usize);
    core::iter::from_fn(move || {
        let character = rest.next()?;
        let is_base = is_emoji(before) || matches!(before, '0'..='9' | '#' | '*');
        let joined = match character {
            // Asks for the picture if the character has a plain form as well.
            '\u{FE0F}' if is_base => Some(2_usize.saturating_sub(used)),
            '\u{1F3FB}'..='\u{1F3FF}' if is_emoji(before) => Some(2_usize.saturating_sub(used)),
            _ if before == '\u{200D}'
                && (is_picture(character)
                    || is_emoji(character) && rest.as_str().starts_with('\u{FE0F}')) =>
            {
                Some(0)
            }
            _ if is_lam(base) && is_alef(character) => Some(0),
            _ if before == '\u{17D2}' && is_subscript(character) => Some(0),
            _ => None,
        };
        let width = joined.unwrap_or_else(|| properties::width(character));
        if joined.is_none() && width > 0 {
            (base, used) = (character, width);
        } else {
            used += width;
        }
        before = character;
        Some((character, width))
    })
}

/// The columns of a shown text.
pub(super) fn width(shown: &str) -> usize {
    columns(shown).map(|(_, width)| width).sum()
}

/// Whether an emoji is a picture without a mark that asks for it.
fn is_picture(character: char) -> bool {
    is_emoji(character)
        && properties::width(character) == 2
        && !matches!(character, '\u{3030}'..='\u{3299}' | '\u{1F202}' | '\u{1F237}')
}

/// Whether a letter of Arabic forms a ligature with an alef that follows.
const fn is_lam(character: char) -> bool {
    matches!(character, '\u{644}' | '\u{6B5}'..='\u{6B8}' | '\u{76A}' | '\u{8A6}' | '\u{8C7}')
}

/// Whether a letter of Arabic forms a ligature with a lam before it.
const fn is_alef(character: char) -> bool {
    matches!(
        character,
        '\u{622}'..='\u{623}' | '\u{625}' | '\u{627}' | '\u{671}'..='\u{673}' | '\u{675}'
            | '\u{773}'..='\u{774}' | '\u{870}'..='\u{882}'
    )
}

/// Whether a letter of Khmer is below the one before it if a coeng is between them.
const fn is_subscript(character: char) -> bool {
    matches!(
        character,
        '\u{1780}'..='\u{1782}' | '\u{1784}'..='\u{1787}' | '\u{1789}'..='\u{178C}'
            | '\u{178E}'..='\u{1793}' | '\u{1795}'..='\u{1798}' | '\u{179B}'..='\u{179D}'
            | '\u{17A0}' | '\u{17A2}' | '\u{17A7}' | '\u{17AB}'..='\u{17AC}' | '\u{17AF}'
    )
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr as _;

    use super::width;
    use crate::properties::is_emoji;
    use crate::properties::tests::class;

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
            "🏴‍☠️ 🏳️‍🌈 👁️‍🗨️",
            "☝🏽 ☝ 👍🏽x",
            "⌚ ☺️",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} 🇩🇪🇫🇷",
            "العَرَبِيَّة لا لَا ڸآ",
            "\u{1112}\u{1161}\u{11AB} ㅎ",
            "ខ្មែរ ក្រុម",
            "ক্লান্ত",
            "ދިވެހި",
            "བོད་སྐད",
            "မြန်မာဘာသာ",
            "में",
            "አማርኛ",
            "𛀁𛂞",
            "𗼇𗰜",
        ] {
            assert_eq!(width(text), text.width(), "{text}");
        }
    }

    #[test]
    fn pairs_are_as_wide_as_the_library_says() {
        let known = class(r"[^\p{Cn}\p{Cc}]");
        for c in ('\0'..=char::MAX).filter(|c| known(*c)) {
            let mut pairs = vec![format!("\u{17D2}{c}"), format!("\u{644}\u{64E}{c}")];
            if is_emoji(c) {
                pairs.push(format!("{c}\u{FE0F}"));
                pairs.push(format!("👩\u{200D}{c}"));
            }
            for text in &pairs {
                assert_eq!(width(text), text.as_str().width(), "{text} {text:?}");
            }
        }
    }
}

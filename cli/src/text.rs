//! Text for a terminal: nothing in it moves the cursor, and lines fit the screen.

use close_code_codegen::invisible::is_hidden;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// A text on one line without effects on a terminal: control characters and those that change the
/// direction of the text are written as their numbers.
pub(crate) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '\t' | '\n' | '\r' => shown.push(' '),
            c if is_hidden(text, at, c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    shown
}

/// How many columns a text needs.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// The lines of a text, none wider than `columns`; a single word that is wider stays whole, so that an
/// address can still be clicked or copied.
pub(crate) fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split_whitespace() {
        let word_width = width(word);
        if used > 0 && used + 1 + word_width > columns {
            lines.push(String::new());
            used = 0;
        }
        let Some(line) = lines.last_mut() else { break };
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += word_width;
    }
    lines
}

/// A text cut to `columns`, with `…` where it was cut.
pub(crate) fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut used = 0;
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used < columns
    };
    text.chars().take_while(fits).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::{cut, visible, wrap};

    #[test]
    fn nothing_acts_on_the_terminal() {
        assert_eq!(visible("a\x1b[31mb\u{9b}c\u{202e}d\te"), r"a\u{1b}[31mb\u{9b}c\u{202e}d e");
    }

    #[test]
    fn lines_end_where_the_screen_does() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("a verylongword b", 5), ["a", "verylongword", "b"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("日本 語", 5), ["日本", "語"]);
    }

    #[test]
    fn a_cut_is_seen() {
        assert_eq!(cut("abcdef", 4), "abc…");
        assert_eq!(cut("abcd", 4), "abcd");
        assert_eq!(cut("日本語", 4), "日…");
    }
}

//! Markdown as plain text.

use core::ops::Range;

/// A paragraph without its markup: the text of a link, and the words between backticks or stars.
///
/// What opens something and is not closed stays as it is, and so do brackets that are no link.
pub(super) fn plain(text: &str) -> String {
    let mut reader = Reader {
        text,
        last_parenthesis: text.rfind(')').unwrap_or_default(),
        at: 0,
        markup: Vec::new(),
        brackets: Vec::new(),
        stars: Vec::new(),
    };
    while let Some(next) = text[reader.at..].find(['\\', '`', '[', ']', '*']) {
        reader.at += next;
        match text.as_bytes()[reader.at] {
            b'\\' => reader.escape(),
            b'`' => reader.code(),
            b'[' => {
                reader.brackets.push(reader.at);
                reader.at += 1;
            }
            b']' => reader.link(),
            _ => reader.star(),
        }
    }
    reader.without_markup()
}

struct Reader<'a> {
    text: &'a str,
    /// None is looked for after the last, so that a text with many open ones is read once.
    last_parenthesis: usize,
    at: usize,
    /// What is left out of the plain text.
    markup: Vec<Range<usize>>,
    /// The brackets that are open.
    brackets: Vec<usize>,
    /// The runs of stars that are open.
    stars: Vec<Range<usize>>,
}

impl Reader<'_> {
    /// `\*` is a star.
    fn escape(&mut self) {
        let is_escape = self.text[self.at + 1..].starts_with(|c: char| c.is_ascii_punctuation());
        if is_escape {
            self.markup.push(self.at..self.at + 1);
        }
        self.at += 1 + usize::from(is_escape);
    }

    /// A span of code, in which nothing is markup, up to as many backticks as open it.
    fn code(&mut self) {
        let rest = &self.text[self.at..];
        let inside = rest.trim_start_matches('`');
        let ticks = &rest[..rest.len() - inside.len()];
        let start = self.at + ticks.len();
        let mut end = start;
        for piece in inside.split_inclusive(|c| c != '`') {
            // A run of backticks, and the character after it.
            let run = piece.trim_end_matches(|c| c != '`');
            if run == ticks {
                self.markup.extend([self.at..start, end..end + run.len()]);
                self.at = end + run.len();
                return;
            }
            end += piece.len();
        }
        self.at = start;
    }

    /// `[text](address)`, `[text][name]` and `` [`Name`] ``; other brackets are text.
    fn link(&mut self) {
        let close = self.at;
        self.at += 1;
        let Some(open) = self.brackets.pop() else { return };
        let behind = &self.text[self.at..];
        let end = match behind.as_bytes().first() {
            Some(b'(') if self.at < self.last_parenthesis => behind.find(')'),
            Some(b'[') => behind.find(']'),
            _ => None,
        };
        let is_name = self.text[open + 1..close].starts_with('`');
        if end.is_none() && !is_name {
            return;
        }
        self.at += end.map_or(0, |end| end + 1);
        self.markup.extend([open..open + 1, close..self.at]);
    }

    /// Stars before a word that are closed after one.
    fn star(&mut self) {
        let rest = &self.text[self.at..];
        let count = rest.len() - rest.trim_start_matches('*').len();
        let run = self.at..self.at + count;
        let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let opens = !is_blank(self.text[run.end..].chars().next());
        let closes = !is_blank(self.text[..run.start].chars().next_back());
        match self.stars.last().cloned() {
            Some(open) if closes && open.len() == count => {
                self.stars.pop();
                self.markup.extend([open, run]);
            }
            _ if opens => self.stars.push(run),
            _ => {}
        }
        self.at += count;
    }

    fn without_markup(mut self) -> String {
        self.markup.sort_unstable_by_key(|range| range.start);
        let mut plain = String::with_capacity(self.text.len());
        let mut at = 0;
        for range in self.markup {
            plain.push_str(self.text.get(at..range.start).unwrap_or_default());
            at = at.max(range.end);
        }
        plain.push_str(&self.text[at..]);
        plain
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn links_and_spans_become_their_words() {
        for (markdown, expected) in [
            ("Session expired", "Session expired"),
            ("See [`CloseCode`] and `a[0]`", "See CloseCode and a[0]"),
            ("The [registry](https://www.iana.org/) says", "The registry says"),
            ("The [registry][iana] says", "The registry says"),
            ("A [`Session`](crate::Session) *ends* **now**", "A Session ends now"),
            ("Invalid intent(s) [sic]", "Invalid intent(s) [sic]"),
            ("5 * 3 * 2, and 2*", "5 * 3 * 2, and 2*"),
            (r"not \*marked\*, \n", r"not *marked*, \n"),
            ("``a ` b``", "a ` b"),
            ("an open ` tick, an open [bracket", "an open ` tick, an open [bracket"),
            ("snake_case_name", "snake_case_name"),
            ("[*nested* `words`](a)", "nested words"),
            ("", ""),
        ] {
            assert_eq!(plain(markdown), expected, "{markdown}");
        }
    }

    #[test]
    fn a_long_text_takes_no_long_time() {
        for sign in ["[", "]", "`", "*", "[a](", "**a* "] {
            assert!(plain(&sign.repeat(200_000)).len() <= 1_200_000);
        }
    }
}

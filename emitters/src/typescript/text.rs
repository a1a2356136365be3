//! Text of a table in the source of a module.

use std::collections::HashSet;

use crate::json;
use close_code_codegen::escape;
use close_code_codegen::paragraphs::paragraphs;

/// The width of a line of a comment, in characters.
const WIDTH: usize = 96;

/// A string as a literal, in which everything can be seen. In a `<script>` it ends neither the element nor the
/// script.
pub(super) fn literal(text: &str) -> String {
    // A string always serializes; were it otherwise, the empty expression would not compile.
    let quoted = serde_json::to_string(text).unwrap_or_default();
    json::visible(&quoted).replace("</", "\\u003c/").replace("<!", "\\u003c!")
}

/// A heading and a description as the lines of a comment. Editors show comments as Markdown.
pub(super) fn doc(heading: &str, description: &str) -> Vec<String> {
    let mut lines = wrap(heading);
    for paragraph in paragraphs(description) {
        lines.push(String::new());
        lines.extend(wrap(&paragraph));
    }
    lines
}

/// A text of the table as lines that a comment can hold.
pub(super) fn wrap(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut width = usize::MAX;
    for word in text.split_ascii_whitespace() {
        let added = word.chars().count() + 1;
        match lines.last_mut() {
            Some(line) if width + added <= WIDTH => {
                line.push(' ');
                line.push_str(word);
                width += added;
            }
            _ => {
                lines.push(word.to_owned());
                width = added;
            }
        }
    }
    // Each line by itself: any of them could start like a list or a tag.
    lines.iter().map(|line| in_comment(&escape::markdown(line))).collect()
}

/// A comment with an indent, on one line if it fits.
pub(super) fn comment(lines: &[String], indent: &str) -> String {
    if let [line] = lines {
        return format!("{indent}/** {line} */\n");
    }
    format!("{indent}/**\n{}{indent} */\n", comment_lines(lines, indent))
}

/// The lines of a comment between its first and its last.
pub(super) fn comment_lines(lines: &[String], indent: &str) -> String {
    let lines: Vec<_> = lines
        .iter()
        .map(|line| format!("{indent} * {line}").trim_end().to_owned() + "\n")
        .collect();
    lines.concat()
}

/// The members of a union of names, each once. An empty table has no names, and a union without
/// members is `never`.
pub(super) fn union<'a>(names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut seen = HashSet::new();
    names.filter(|name| seen.insert(*name)).map(literal).collect()
}

/// A text that ends no comment, and in a `<script>` not the script either.
pub(super) fn in_comment(text: &str) -> String {
    text.replace("*/", "*\\/").replace("</", "<\\/").replace("<!", "<\\!")
}

#[cfg(test)]
mod tests {
    use super::{doc, literal, wrap};

    #[test]
    fn a_literal_holds_any_text() {
        assert_eq!(literal("a\"b\\c\n${x}`"), r#""a\"b\\c\n${x}`""#);
        assert_eq!(literal("</script><!-- \u{2028}"), r#""\u003c/script>\u003c!-- \u2028""#);
    }

    #[test]
    fn a_comment_holds_any_text() {
        assert_eq!(wrap("x */ @y {@link z} </script>"), [r"x \*\/ \@y {\@link z} \<\/script>"]);
    }

    #[test]
    fn long_text_is_wrapped_and_paragraphs_stay() {
        let lines = doc("Title", &format!("{}\n\n- end", "word ".repeat(40)));
        assert_eq!(lines[..2], ["Title", ""]);
        assert!(lines.iter().all(|line| line.len() <= super::WIDTH));
        assert_eq!(lines[lines.len() - 2..], ["", r"\- end"]);
    }
}

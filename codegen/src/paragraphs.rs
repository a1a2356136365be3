//! A text of a table as its paragraphs.

/// The paragraphs of a text, each on one line: a blank line parts them.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<_> = text.lines().map(str::trim).collect();
    lines
        .split(|line| line.is_empty())
        .filter(|lines| !lines.is_empty())
        .map(|lines| lines.join(" "))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[test]
    fn a_blank_line_parts_paragraphs() {
        assert_eq!(paragraphs("a\n b\n\n\nc"), ["a b", "c"]);
        assert!(paragraphs("").is_empty());
    }
}

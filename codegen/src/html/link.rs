//! A reference as a page shows it.

use crate::docs::reference;

/// A text, and the address where it can be read.
pub(super) struct Link {
    pub(super) text: String,
    pub(super) address: Option<String>,
}

impl Link {
    /// A reference of a table. An address is shown without what it begins with.
    pub(super) fn new(reference: &str) -> Self {
        let address = reference::address(reference);
        let text = reference.strip_prefix("https://").filter(|_| address.is_some());
        Self { text: text.unwrap_or(reference).trim_end_matches('/').to_owned(), address }
    }
}

/// The paragraphs of a text: a blank line parts them.
pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<_> = text.lines().map(str::trim).collect();
    lines
        .split(|line| line.is_empty())
        .filter(|lines| !lines.is_empty())
        .map(|lines| lines.join(" "))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Link, paragraphs};

    #[test]
    fn an_address_is_shown_without_its_scheme() {
        let link = Link::new("https://example.org/a/");
        assert_eq!(link.text, "example.org/a");
        assert_eq!(link.address.as_deref(), Some("https://example.org/a/"));
    }

    #[test]
    fn what_is_no_address_is_text() {
        let link = Link::new("https://example.org/\"><script>");
        assert_eq!(link.text, "https://example.org/\"><script>");
        assert_eq!(link.address, None);
    }

    #[test]
    fn a_blank_line_parts_paragraphs() {
        assert_eq!(paragraphs("a\n b\n\n\nc"), ["a b", "c"]);
        assert!(paragraphs("").is_empty());
    }
}

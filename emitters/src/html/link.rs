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

#[cfg(test)]
mod tests {
    use super::Link;

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
}

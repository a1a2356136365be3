//! The summary of a description.

/// The first sentence of a description, as rustdoc takes it.
pub(super) fn short(description: &str) -> &str {
    let end = description.find(". ").map_or(description.len(), |end| end + 1);
    description[..end].trim_end()
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn the_first_sentence_is_kept() {
        for (description, expected) in [
            ("The lobby is full. Wait.", "The lobby is full."),
            ("RFC 6455 reserves it.", "RFC 6455 reserves it."),
            ("no full stop", "no full stop"),
            ("", ""),
        ] {
            assert_eq!(short(description), expected);
        }
    }
}

//! A description in about ten words.

/// What ends the first clause, or begins an aside.
const ENDS: [&str; 7] =
    [". ", ": ", "; ", ", such as ", ", for example ", ", often ", ", nearly always "];

/// The first clause of a description, without asides and without its mark at the end.
pub(super) fn short(description: &str) -> &str {
    let end = ENDS.iter().filter_map(|end| description.find(end)).min();
    description[..end.unwrap_or(description.len())].trim_end_matches(['.', ' ', '\n'])
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn the_first_clause_is_kept() {
        for (description, expected) in [
            (
                "The service is restarting, often because of a deployment; wait.",
                "The service is restarting",
            ),
            ("A private code: agreed between the ends.", "A private code"),
            ("The lobby is full. Wait.", "The lobby is full"),
            ("RFC 6455 reserves it.", "RFC 6455 reserves it"),
            ("", ""),
        ] {
            assert_eq!(short(description), expected);
        }
    }
}

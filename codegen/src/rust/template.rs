//! Templates: Rust with holes.

/// Puts values into a template, where `$word` stands for the value of `word`.
///
/// A value is not looked at again, so a `$` in a text of the table means nothing.
pub(super) fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len());
    let mut pieces = template.split('$');
    filled.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let end = piece.bytes().position(|byte| !byte.is_ascii_lowercase());
        let (word, rest) = piece.split_at(end.unwrap_or(piece.len()));
        let value = values.iter().find(|(of, _)| *of == word);
        debug_assert!(value.is_some(), "the template has a hole `{word}` and nobody fills it");
        filled.push_str(value.map_or("", |(_, value)| value));
        filled.push_str(rest);
    }
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn values_take_the_place_of_words() {
        let values = [("name", "Chat"), ("names", "$name")];
        assert_eq!(fill("$name::$names, $name$name", &values), "Chat::$name, ChatChat");
        assert_eq!(fill("no holes", &values), "no holes");
    }
}

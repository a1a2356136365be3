//! The values of an array, edited in place.

use toml_edit::{Array, RawString, Value};

/// Gives each text its new value, or removes it for `None`, and then adds others.
pub(super) fn edit(array: &mut Array, texts: &[Option<String>], added: &[String]) {
    for text in added {
        push(array, text);
    }
    for (at, text) in texts.iter().enumerate().rev() {
        match (text, array.get(at).map(Value::as_str)) {
            (Some(text), Some(old)) if old != Some(text) => drop(array.replace(at, text)),
            (None, Some(_)) => remove(array, at),
            _ => {}
        }
    }
}

/// Adds a value after the others, with the same layout.
fn push(array: &mut Array, text: &str) {
    let mut value = Value::from(text);
    let first = prefix(array, 0);
    let gap = match first.rfind('\n') {
        Some(at) => &first[at..],
        None if array.is_empty() => "",
        None => " ",
    };
    let trailing = raw(Some(array.trailing()));
    // A comment after the last value is about that value.
    let (comment, end) =
        trailing.rsplit_once('\n').filter(|(before, _)| before.contains('#')).unwrap_or(("", ""));
    value.decor_mut().set_prefix(format!("{comment}{gap}"));
    if !comment.is_empty() {
        array.set_trailing(format!("\n{end}"));
    }
    array.push_formatted(value);
}

/// Removes a value, but not the comments: what comes before a value is about the one above it.
fn remove(array: &mut Array, at: usize) {
    let before = prefix(array, at);
    let is_last = at + 1 == array.len();
    let after = if is_last { raw(Some(array.trailing())) } else { prefix(array, at + 1) };
    array.remove(at);
    let joined = match (before.contains('#'), after.contains('#')) {
        (true, _) => format!("{}{after}", before.trim_end()),
        (false, false) if at == 0 && !is_last => before,
        (false, _) => after,
    };
    match array.get_mut(at) {
        Some(next) => next.decor_mut().set_prefix(joined),
        None => array.set_trailing(joined),
    }
}

/// What comes before a value.
fn prefix(array: &Array, at: usize) -> String {
    raw(array.get(at).and_then(|value| value.decor().prefix()))
}

fn raw(text: Option<&RawString>) -> String {
    text.and_then(RawString::as_str).unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Array, edit, remove};

    #[test]
    fn a_value_is_added_as_the_others_are() {
        for (array, expected) in [
            ("[]", r#"["new"]"#),
            (r#"["a"]"#, r#"["a", "new"]"#),
            (r#"["a", "b"]"#, r#"["a", "b", "new"]"#),
            ("[\n    'a',\n]", "[\n    'a',\n    \"new\",\n]"),
            ("[\n    'a', # of a\n]", "[\n    'a', # of a\n    \"new\",\n]"),
            (
                "[\n    # all\n    'a', # of a\n    'b', # of b\n]",
                "[\n    # all\n    'a', # of a\n    'b', # of b\n    \"new\",\n]",
            ),
        ] {
            let mut parsed: toml_edit::Value = array.parse().unwrap();
            edit(parsed.as_array_mut().unwrap(), &[], &["new".to_owned()]);
            assert_eq!(parsed.to_string().trim(), expected);
        }
    }

    #[test]
    fn comments_stay_where_a_value_goes() {
        let all = "[\n    # all\n    1, # one\n    2, # two\n    3, # three\n]";
        for (array, at, expected) in [
            ("[1, 2, 3]", 0, "[2, 3]"),
            ("[1, 2, 3]", 1, "[1, 3]"),
            ("[1, 2, 3]", 2, "[1, 2]"),
            ("[ 1 ]", 0, "[]"),
            ("[\n    1,\n    2,\n]", 0, "[\n    2,\n]"),
            ("[\n    1,\n    2,\n]", 1, "[\n    1,\n]"),
            (all, 0, "[\n    # all # one\n    2, # two\n    3, # three\n]"),
            (all, 1, "[\n    # all\n    1, # one # two\n    3, # three\n]"),
            (all, 2, "[\n    # all\n    1, # one\n    2, # two # three\n]"),
        ] {
            let mut parsed: toml_edit::Value = array.parse().unwrap();
            let values: &mut Array = parsed.as_array_mut().unwrap();
            remove(values, at);
            assert_eq!(parsed.to_string().trim(), expected, "{array} without {at}");
        }
    }
}

//! The input of `close-code explain`: any text, at any width of the terminal.

use close_code_cli::fuzz;

/// Explains the input; its first byte is the width of the terminal.
///
/// # Panics
///
/// When the page would do something to a terminal, or the JSON is none.
pub fn explain(data: &[u8]) {
    let Some((&columns, text)) = data.split_first() else { return };
    let Ok(text) = core::str::from_utf8(text) else { return };
    let Some((page, json)) = fuzz::explain(text, usize::from(columns)) else { return };
    let plain = without_colours(&page);
    let harmful = |c: char| c != '\n' && (c.is_control() || is_direction(c));
    assert!(!plain.contains(harmful), "{text:?} is shown as {plain:?}");
    assert!(!plain.trim().is_empty(), "{text:?} is explained by nothing");
    let answers: serde_json::Value = match serde_json::from_str(&json) {
        Ok(answers) => answers,
        Err(error) => panic!("{error} in {json}"),
    };
    assert!(answers.as_array().is_some_and(|answers| !answers.is_empty()), "{json}");
}

/// A text without the sequences that set colours, which are all of `ESC [ digits and semicolons m`.
fn without_colours(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, sequence)) = rest.split_once("\u{1b}[") {
        plain.push_str(before);
        let after = sequence.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        // Any other sequence stays, and is found to be harmful.
        rest = after.strip_prefix('m').unwrap_or_else(|| {
            plain.push('\u{1b}');
            sequence
        });
    }
    plain + rest
}

fn is_direction(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

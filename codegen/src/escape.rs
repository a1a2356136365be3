//! Text of a table in Markdown: it shows as it was written and means nothing to the renderer.

/// A text on one line of Markdown: in a paragraph, a list, a table's cell or strong emphasis.
///
/// White space comes out as single spaces, as every renderer would show it. What could start a block,
/// a span, a link, an entity, raw HTML, a mention or a template's `{{` gets a backslash. So does what
/// could start an address: many forges make a link of a bare one, and swallow the backslashes in it.
#[must_use]
pub fn markdown(text: &str) -> String {
    escaped(text, false)
}

/// A text that rustdoc takes for Markdown, and the compiler shows as it is: a note of `#[deprecated]`.
///
/// As [`markdown`], but spans of code stay: such a note mostly has one, and they are harmless.
#[must_use]
pub fn note(text: &str) -> String {
    // A span in more than one backtick, or one that does not end, is not a span here.
    let ticks = text.matches('`').count();
    escaped(text, ticks % 2 == 0 && !text.contains("``"))
}

fn escaped(text: &str, keeps_code: bool) -> String {
    let text = on_one_line(text);
    let marker = block_marker(&text);
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut before = None;
    let mut in_code = false;
    for (at, character) in text.char_indices() {
        let after = text[at + character.len_utf8()..].chars().next();
        let starts_host = character == '.' && ends_in_www(&text[..at]);
        if keeps_code && character == '`' {
            in_code = !in_code;
        } else if !in_code
            && (marker == Some(at) || starts_host || is_special(before, character, after))
        {
            escaped.push('\\');
        }
        escaped.push(character);
        before = Some(character);
    }
    escaped
}

/// A text with single spaces between its words, and no other white space.
fn on_one_line(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a dot after this text would turn it into the beginning of a host name.
fn ends_in_www(text: &str) -> bool {
    matches!(text.as_bytes(), [.., b'w' | b'W', b'w' | b'W', b'w' | b'W'])
}

/// Where the character stands that would make the text a heading, a quotation or a list's item.
fn block_marker(text: &str) -> Option<usize> {
    let at = text.find(|c: char| !c.is_ascii_digit())?;
    let marks: &[u8] = if at == 0 { b"#+-=>:~" } else { b".)" };
    marks.contains(&text.as_bytes()[at]).then_some(at)
}

/// Whether a character would mean something between its neighbours.
fn is_special(before: Option<char>, character: char, after: Option<char>) -> bool {
    let joined = |neighbour: Option<char>| neighbour.is_some_and(char::is_alphanumeric);
    match character {
        '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' | '$' => true,
        '_' => !joined(before) || !joined(after),
        '&' => joined(after) || after == Some('#'),
        '@' | '#' => joined(after) && !joined(before),
        '{' => matches!(after, Some('{' | '%')),
        ':' => after == Some('/'),
        _ => false,
    }
}

//! The spellings of a name: `TlsHandshake`, `TLS_HANDSHAKE`, "Tls Handshake".

/// The constant of a name: `TlsHandshake` becomes `TLS_HANDSHAKE`.
#[must_use]
pub fn constant(name: &str) -> String {
    join(name, '_').to_uppercase()
}

/// A name as words: `BadGateway` becomes `Bad Gateway`.
#[must_use]
pub fn words(name: &str) -> String {
    join(name, ' ')
}

/// The variant that some other spelling most likely means: `bad-gateway` becomes `BadGateway`.
///
/// `None` if nothing is left that could begin an identifier, or if a letter would be lost.
#[must_use]
pub fn variant(text: &str) -> Option<String> {
    let text = text.strip_prefix("r#").unwrap_or(text);
    if text.chars().any(|c| c.is_alphanumeric() && !c.is_ascii()) {
        return None;
    }
    // Text without a small letter shouts: its capitals do not begin words.
    let shouts = !text.contains(|c: char| c.is_ascii_lowercase());
    let mut name = String::with_capacity(text.len());
    let mut begins = true;
    for c in text.chars() {
        if !c.is_ascii_alphanumeric() || (name.is_empty() && c.is_ascii_digit()) {
            begins = true;
        } else if begins {
            name.push(c.to_ascii_uppercase());
            begins = false;
        } else {
            name.push(if shouts { c.to_ascii_lowercase() } else { c });
        }
    }
    (!name.is_empty()).then_some(name)
}

/// What counts when names are compared: letters and digits, in lower case.
#[must_use]
pub fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether a name is an `UpperCamelCase` identifier: a capital, then letters and digits, all ASCII.
#[must_use]
pub fn is_variant(name: &str) -> bool {
    name.as_bytes().first().is_some_and(u8::is_ascii_uppercase)
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// Whether Rust keeps the word for itself, in any edition.
#[must_use]
pub fn is_keyword(name: &str) -> bool {
    KEYWORDS.contains(&name)
}

/// Whether a keyword stays one even when written as `r#name`.
#[must_use]
pub fn is_keyword_always(name: &str) -> bool {
    matches!(name, "Self" | "_" | "crate" | "self" | "super")
}

/// Every keyword of Rust, strict and reserved, of any edition. Sorted as bytes.
const KEYWORDS: [&str; 52] = [
    "Self", "_", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while",
];

/// Puts `separator` between the words of a name. A word begins at a capital after a small letter or a
/// digit, and at the last capital of a run of them: `HTTPError` is `HTTP` and `Error`.
fn join(name: &str, separator: char) -> String {
    let mut text = String::with_capacity(name.len() + 4);
    let name = name.strip_prefix("r#").unwrap_or(name);
    let mut chars = name.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let ends_a_run = chars.peek().is_some_and(|next| next.is_lowercase());
        let after_a_word = before.is_lowercase() || before.is_numeric();
        if c.is_uppercase() && (after_a_word || (before.is_uppercase() && ends_a_run)) {
            text.push(separator);
        }
        text.push(c);
        before = c;
    }
    text
}

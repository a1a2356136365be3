//! A text of a table as its paragraphs.

/// The paragraphs of a text, each on one line: a blank line parts them.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut begins = true;
    for line in text.lines() {
        let line = line.trim();
        match paragraphs.last_mut() {
            _ if line.is_empty() => {}
            Some(paragraph) if !begins => {
                paragraph.push(' ');
                paragraph.push_str(line);
            }
            _ => paragraphs.push(line.to_owned()),
        }
        begins = line.is_empty();
    }
    paragraphs
}

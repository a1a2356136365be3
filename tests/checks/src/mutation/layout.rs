//! A table's text, cut into its sections and their entries.

use core::ops::Range;

/// A text as sections; put together again, they are the text.
#[derive(Clone, Debug)]
pub struct Layout {
    /// What stands before the first section.
    pub preamble: String,
    /// `[table]`, and the rows.
    pub sections: Vec<Section>,
}

/// A section: its header, and what follows up to the next.
#[derive(Clone, Debug)]
pub struct Section {
    /// The line with the brackets.
    pub header: String,
    /// Keys with the text of their values, in order. Comments and empty lines have an empty key.
    pub entries: Vec<(String, String)>,
}

impl Layout {
    /// Cuts a text of the form that the tables of the repository have: one key a line, lists of several
    /// lines closed by a line of their own.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut layout = Self { preamble: String::new(), sections: Vec::new() };
        let mut open = None;
        for line in text.lines() {
            let Some(section) =
                layout.sections.last_mut().filter(|_| !line.starts_with('[') || open.is_some())
            else {
                if line.starts_with('[') {
                    layout.sections.push(Section { header: line.to_owned(), entries: Vec::new() });
                } else {
                    layout.preamble.push_str(line);
                    layout.preamble.push('\n');
                }
                continue;
            };
            open = section.line(line, open);
        }
        layout
    }

    /// The text, and where each section stands in it.
    #[must_use]
    pub fn text(&self) -> (String, Vec<Range<usize>>) {
        let mut text = self.preamble.clone();
        let mut places = Vec::new();
        for section in &self.sections {
            let start = text.len();
            text.push_str(&section.header);
            text.push('\n');
            for (key, value) in &section.entries {
                let between = if key.is_empty() { "" } else { " = " };
                for piece in [key.as_str(), between, value.as_str(), "\n"] {
                    text.push_str(piece);
                }
            }
            places.push(start..text.len());
        }
        (text, places)
    }
}

impl Section {
    /// Takes a line. Inside a value of several lines, `open` is what ends it.
    fn line(&mut self, line: &str, open: Option<&'static str>) -> Option<&'static str> {
        if let (Some(end), Some((_, value))) = (open, self.entries.last_mut()) {
            value.push('\n');
            value.push_str(line);
            return (!line.ends_with(end)).then_some(end);
        }
        match line.split_once(" = ").filter(|_| !line.starts_with('#')) {
            Some((key, value)) => {
                self.entries.push((key.to_owned(), value.to_owned()));
                match value {
                    "[" => Some("]"),
                    _ if value.starts_with("\"\"\"") => Some("\"\"\""),
                    _ => None,
                }
            }
            None => {
                self.entries.push((String::new(), line.to_owned()));
                None
            }
        }
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.entries.iter().find(|(own, _)| own == key).map(|(_, value)| value.as_str())
    }
}

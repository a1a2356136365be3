//! A mistake in a table, and its place.

use crate::model::Span;

/// Whether a problem stops the build.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Severity {
    /// The table cannot be used.
    Error,
    /// The table can be used; the name is what `allow` takes.
    Warning(&'static str),
}

/// One mistake: where it is, what is wrong, and what would be right.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Error or warning.
    pub severity: Severity,
    /// The place of the mistake.
    pub at: Span,
    /// What is wrong, lower case, no full stop.
    pub message: String,
    /// A few words to put under the caret.
    pub label: String,
    /// Other places that belong to it, such as the first of two equal codes.
    pub related: Vec<(Span, String)>,
    /// What would be right.
    pub help: Option<String>,
}

impl Problem {
    /// An error at a place.
    pub fn error(at: Span, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            at,
            message: cut(message),
            label: String::new(),
            related: Vec::new(),
            help: None,
        }
    }

    /// A warning at a place; `name` is what `allow` takes.
    pub fn warning(name: &'static str, at: Span, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning(name), ..Self::error(at, message) }
    }

    /// Adds the words under the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = cut(label);
        self
    }

    /// Adds another place that belongs to the mistake.
    #[must_use]
    pub fn related(mut self, at: Span, label: impl Into<String>) -> Self {
        self.related.push((at, cut(label)));
        self
    }

    /// Adds what would be right.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(cut(help));
        self
    }

    /// Whether it stops the build.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// The characters of the longest text of a problem; what it quotes may be as long as the source.
const LONGEST: usize = 500;

/// A text, cut where it is too long to be read.
fn cut(text: impl Into<String>) -> String {
    let mut text = text.into();
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push_str("...");
    }
    text
}

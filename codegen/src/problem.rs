//! A mistake in a table, and its place.

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
pub struct Problem<S> {
    /// Error or warning.
    pub severity: Severity,
    /// The place of the mistake.
    pub at: S,
    /// What is wrong, lower case, no full stop.
    pub message: String,
    /// A few words to put under the caret.
    pub label: String,
    /// Other places that belong to it, such as the first of two equal codes.
    pub related: Vec<(S, String)>,
    /// What would be right.
    pub help: Option<String>,
}

impl<S> Problem<S> {
    /// An error at a place.
    pub fn error(at: S, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            at,
            message: message.into(),
            label: String::new(),
            related: Vec::new(),
            help: None,
        }
    }

    /// A warning at a place; `name` is what `allow` takes.
    pub fn warning(name: &'static str, at: S, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning(name), ..Self::error(at, message) }
    }

    /// Adds the words under the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds another place that belongs to the mistake.
    #[must_use]
    pub fn related(mut self, at: S, label: impl Into<String>) -> Self {
        self.related.push((at, label.into()));
        self
    }

    /// Adds what would be right.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Whether it stops the build.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// What a place in a source can do: problems are sorted by it.
pub trait Place: Clone {
    /// A number that grows through the source; where a place has none, all are equal and keep the
    /// order in which they were found.
    fn order(&self) -> usize;
}

impl Place for core::ops::Range<usize> {
    fn order(&self) -> usize {
        self.start
    }
}

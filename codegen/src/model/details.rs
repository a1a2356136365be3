//! What a row says that is only passed on.

use super::At;

/// What a row says that is only passed on, to the runtime's rows and to documents.
///
/// A text that is added here, and to the two lists below, is read in tables and in attributes, checked, and
/// written as a call of the runtime's `EntryBuilder`, with its key as the name.
#[derive(Clone, Debug, Default)]
pub struct Details {
    /// One to three sentences.
    pub description: Option<At<String>>,
    /// Since when the code exists.
    pub since: Option<At<String>>,
    /// That it should no longer be used, and what instead.
    pub deprecated: Option<At<String>>,
    /// Where it is specified.
    pub reference: Option<Vec<At<String>>>,
    /// The author's own texts, by their keys.
    pub extra: Vec<(At<String>, At<String>)>,
}

impl Details {
    /// The texts and their keys.
    #[must_use]
    pub fn texts(&self) -> [(&'static str, Option<&At<String>>); 3] {
        [
            ("description", self.description.as_ref()),
            ("since", self.since.as_ref()),
            ("deprecated", self.deprecated.as_ref()),
        ]
    }

    /// The same, to be set.
    pub fn texts_mut(&mut self) -> [(&'static str, &mut Option<At<String>>); 3] {
        [
            ("description", &mut self.description),
            ("since", &mut self.since),
            ("deprecated", &mut self.deprecated),
        ]
    }

    /// The keys of the texts.
    #[must_use]
    pub fn keys() -> [&'static str; 3] {
        Self::default().texts().map(|(key, _)| key)
    }

    /// Takes from a range around the row, or from the registry, what the row leaves out.
    pub(crate) fn inherit(&mut self, outer: &Self, with_description: bool) {
        if with_description && self.description.is_none() {
            self.description.clone_from(&outer.description);
        }
        if self.reference.is_none() {
            self.reference.clone_from(&outer.reference);
        }
    }
}

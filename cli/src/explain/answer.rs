//! An answer: everything there is to say about a code, whatever form it then takes.

use close_code_emitters::compat::Peer;
use close_code_emitters::docs::entry::Entry;
use close_code_emitters::libraries::Status;

use super::question::Question;
use crate::tables::Named;

/// A row of a table.
pub(super) type Row<'a> = Entry<'a>;

/// Everything there is to say about a code.
#[derive(Debug)]
pub(super) struct Answer<'a> {
    /// What was asked.
    pub(super) question: &'a Question,
    /// The table that the answer is from.
    pub(super) table: &'a Named,
    /// Its row. The built-in table has one for every code.
    pub(super) entry: Option<Row<'a>>,
    /// The table that was asked for and does not have the code.
    pub(super) missing_in: Option<&'a Named>,
    /// What other tables say about the number.
    pub(super) elsewhere: Vec<(&'a Named, Row<'a>)>,
    /// The receivers that refuse the code.
    pub(super) refused: Vec<&'a Peer>,
    /// How many receivers were looked at.
    pub(super) receivers: usize,
    /// When they were looked at.
    pub(super) gathered: &'a str,
    /// What the HTTP status of a refused handshake means.
    pub(super) status: Option<&'a Status>,
}

impl Answer<'_> {
    /// Whether a code that a Close frame may hold is refused all the same, and by whom.
    pub(super) fn is_refused(&self) -> bool {
        self.entry.as_ref().is_some_and(|entry| entry.flags.wire) && !self.refused.is_empty()
    }
}

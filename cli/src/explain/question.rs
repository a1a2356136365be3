//! What was asked, and everything there is to say about it, whatever form the answer then takes.

use close_code_emitters::compat::Peer;
use close_code_emitters::docs::entry::Entry;
use close_code_emitters::libraries::Status;

use super::body::Body;
use super::line::Finding;
use crate::tables::Named;

/// A code that was asked about, or a line that says why there is none.
#[derive(Clone, Debug)]
pub(super) struct Question {
    /// The text, as it was given.
    pub(super) asked: String,
    /// The table to answer from, where it is not the built-in one.
    pub(super) table: Option<String>,
    /// By what that table was chosen.
    pub(super) chosen_by: Option<String>,
    /// How the code was found.
    pub(super) origin: Origin,
    /// The number of the line.
    pub(super) line: Option<u64>,
    /// The time that the line begins with.
    pub(super) time: Option<String>,
    /// What was found: among it the code.
    pub(super) finding: Finding,
}

/// How a code was found.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Origin {
    /// It is the number.
    Number,
    /// It has the name.
    Name,
    /// It is the code of a Close frame with this body.
    Body,
    /// A line says so.
    Log,
}

impl Question {
    /// A question about a code.
    pub(super) fn new(asked: &str, code: u16, origin: Origin) -> Self {
        Self::of(asked, origin, Finding { code: Some(code), ..Finding::default() })
    }

    /// A question about what was found.
    pub(super) fn of(asked: &str, origin: Origin, finding: Finding) -> Self {
        let asked = asked.to_owned();
        Self { asked, table: None, chosen_by: None, origin, line: None, time: None, finding }
    }

    /// The question of a body: the code in it, or why there is none.
    pub(super) fn of_body(asked: &str, body: Body) -> Self {
        let mut finding = Finding::default();
        if !body.is_masked() {
            let reason = || body.reason().filter(|reason| !reason.is_empty()).map(str::to_owned);
            finding.reason = if body.digits().is_none() { reason() } else { None };
            finding.code = Some(body.digits().unwrap_or(body.code()));
        }
        finding.body = Some(body);
        Self::of(asked, Origin::Body, finding)
    }

    /// The code.
    pub(super) fn code(&self) -> Option<u16> {
        self.finding.code
    }

    /// What questions have in common that get the same answer: the code, the table, and the status of a
    /// refused handshake.
    pub(super) fn key(&self) -> Key {
        (self.finding.code, self.table.clone(), self.finding.status)
    }
}

/// See [`Question::key`].
pub(super) type Key = (Option<u16>, Option<String>, Option<u16>);

/// Everything there is to say about a code.
#[derive(Debug)]
pub(super) struct Answer<'a> {
    /// What was asked.
    pub(super) question: &'a Question,
    /// The table that the answer is from.
    pub(super) table: &'a Named,
    /// Its row. The built-in table has one for every code.
    pub(super) entry: Option<Entry<'a>>,
    /// The table that was asked for and does not have the code.
    pub(super) missing_in: Option<&'a Named>,
    /// What other tables say about the number.
    pub(super) elsewhere: Vec<(&'a Named, Entry<'a>)>,
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

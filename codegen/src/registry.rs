//! The codes of a table, looked up by number: what other tables and enums are compared with.

use core::fmt;

use crate::model::{Flags, Row, Table};
use crate::segments::{self, Segment};

/// The registered codes are what the registry names below this code: everybody means the same by them.
/// From here on products used numbers before IANA registered them.
const SHARED: u16 = 3000;

/// A table of all codes, with the row of every code.
#[derive(Debug)]
pub struct Registry {
    table: Table,
    segments: Vec<Segment>,
}

impl Registry {
    /// Looks up the row of every code.
    #[must_use]
    pub fn new(table: Table) -> Self {
        let segments = segments::of(&table);
        Self { table, segments }
    }

    /// The rows that the codes from `first` to `last` belong to, each with the codes that it has of them.
    pub fn rows(&self, first: u16, last: u16) -> impl Iterator<Item = (u16, u16, &Row)> {
        let start = self.segments.partition_point(|segment| segment.last < first);
        let reached =
            self.segments[start..].iter().take_while(move |segment| segment.first <= last);
        reached.map(move |segment| {
            let row = &self.table.rows()[segment.row];
            (segment.first.max(first), segment.last.min(last), row)
        })
    }

    /// The row of a code.
    #[must_use]
    pub fn row(&self, code: u16) -> Option<&Row> {
        self.rows(code, code).next().map(|(_, _, row)| row)
    }

    /// The row of a code that is registered by itself, and not as one of a range.
    #[must_use]
    pub fn single(&self, code: u16) -> Option<&Row> {
        self.row(code).filter(|row| row.single().is_some())
    }

    /// What may be done with all of the codes.
    #[must_use]
    pub fn flags(&self, codes: &[(u16, u16)]) -> Flags {
        let mut all = Flags { wire: true, local: true, script: true };
        for &(first, last) in codes {
            for (_, _, row) in self.rows(first, last) {
                let Some(flags) = row.flags else { continue };
                all.wire &= flags.wire;
                all.local &= flags.local;
                all.script &= flags.script;
            }
        }
        all
    }

    /// The first of the codes that must not be sent.
    #[must_use]
    pub fn unsendable(&self, first: u16, last: u16) -> Option<u16> {
        let refused = |row: &Row| row.flags.is_some_and(|flags| !flags.wire);
        self.rows(first, last).find(|(_, _, row)| refused(row)).map(|(code, _, _)| code)
    }

    /// What a code is, as an error says it: `1000 is NormalClosure`, `2500 is in Unassigned
    /// (1000..=2999), which must not be sent`.
    #[must_use]
    pub fn describe(&self, code: u16) -> String {
        self.row(code).map_or_else(|| code.to_string(), |row| Described(code, row).to_string())
    }
}

/// Whether a name means the registered row: any name does where everybody means the same by the number.
#[must_use]
pub(crate) fn is_meant(code: u16, name: &str, registered: &Row) -> bool {
    code < SHARED || name == registered.name
}

/// A code and its row.
struct Described<'a>(u16, &'a Row);

impl fmt::Display for Described<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(code, row) = self;
        match row.span() {
            Some((first, last)) if row.single().is_none() => {
                write!(f, "{code} is in {} ({first}..={last})", row.name)?;
            }
            _ => write!(f, "{code} is {}", row.name)?,
        }
        match row.flags {
            Some(flags) if flags.local => f.write_str(", which is never sent"),
            Some(flags) if !flags.wire => f.write_str(", which must not be sent"),
            _ => Ok(()),
        }
    }
}

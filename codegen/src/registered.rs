//! The registered codes: the built-in table, which other tables and derived enums are compared with.

use core::fmt;
use std::sync::OnceLock;

use crate::model::{Flags, Row, Table};
use crate::segments::{self, Segment};
use crate::toml;

/// The name of the built-in table. A table of this name is compared with nothing: it is the built-in
/// table, or a draft of it.
pub const NAME: &str = "CloseKind";

/// The registered codes are what the registry names below this code: everybody means the same by them.
/// From here on products used numbers before IANA registered them.
const SHARED: u16 = 3000;

/// The built-in table, with the row of every code.
#[derive(Debug)]
pub struct Registry {
    table: Table,
    segments: Vec<Segment>,
}

/// The built-in table, parsed at the first call. `None` while `codes.toml` has mistakes, which the build
/// of the runtime crate reports.
#[must_use]
pub fn registry() -> Option<&'static Registry> {
    static REGISTRY: OnceLock<Option<Registry>> = OnceLock::new();
    let read = || {
        let table = toml::read_built_in(include_str!("../codes.toml")).ok()?;
        let segments = segments::of(&table);
        Some(Registry { table, segments })
    };
    REGISTRY.get_or_init(read).as_ref()
}

impl Registry {
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

/// Whether a name means the registered row. Any name does for a code that has one meaning for everyone.
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

#[cfg(test)]
mod tests {
    use super::{NAME, registry};
    use crate::model::Flags;

    #[test]
    fn the_built_in_table_is_carried_and_has_a_row_for_every_code() {
        let registry = registry().expect("codes.toml has no mistakes");
        assert_eq!(registry.table.head().name, NAME);
        for code in 0..=u16::MAX {
            assert!(registry.row(code).is_some(), "{code}");
        }
        assert_eq!(registry.single(1012).map(|row| &*row.name), Some("ServiceRestart"));
        assert!(registry.single(2999).is_none());
    }

    #[test]
    fn what_may_be_done_with_codes_holds_for_all_of_them() {
        let registry = registry().expect("codes.toml has no mistakes");
        for (first, last, wire, local, script) in [
            (1000, 1000, true, false, true),
            (1000, 1001, true, false, false),
            (1001, 1004, false, false, false),
            (1005, 1006, false, true, false),
            (3000, 4999, true, false, true),
            (4999, 5000, false, false, false),
        ] {
            let flags = registry.flags(&[(first, last)]);
            assert_eq!(flags, Flags { wire, local, script }, "{first} to {last}");
            assert_eq!(registry.unsendable(first, last).is_none(), wire, "{first} to {last}");
        }
        assert_eq!(registry.unsendable(1000, 1013), Some(1004));
        assert_eq!(registry.unsendable(4990, 65535), Some(5000));
    }

    #[test]
    fn a_code_is_described_by_its_row() {
        let registry = registry().expect("codes.toml has no mistakes");
        for (code, text) in [
            (1000, "1000 is NormalClosure"),
            (1004, "1004 is Reserved, which must not be sent"),
            (1006, "1006 is AbnormalClosure, which is never sent"),
            (2500, "2500 is in Unassigned (1000..=2999), which must not be sent"),
            (3500, "3500 is in Library (3000..=3999)"),
        ] {
            assert_eq!(registry.describe(code), text);
        }
    }
}

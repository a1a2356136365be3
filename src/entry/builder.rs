//! How generated code builds an [`Entry`]: one constructor call, and one more call per optional field.
//!
//! For the compiler this is by far the cheapest form: a struct with all fields costs it ten times as much.

#![allow(clippy::cast_possible_truncation, reason = "a loop over codes counts one beyond the last")]

use core::time::Duration;

use super::Entry;
use crate::{CloseCode, Reconnect, Sender};

/// Builds an [`Entry`]. By default its codes may be sent by either end and passed to `close()`.
#[derive(Clone, Copy, Debug)]
pub struct EntryBuilder(Entry);

/// Each function sets the field with its name.
#[allow(missing_docs)]
impl EntryBuilder {
    /// The row of one code.
    #[must_use]
    pub const fn code(
        code: u16,
        name: &'static str,
        constant: &'static str,
        meaning: &'static str,
        description: &'static str,
    ) -> Self {
        let mut row = Self::range(code, code, name, constant, meaning, description);
        row.0.single = true;
        row
    }

    /// The row of a range of codes.
    #[must_use]
    pub const fn range(
        first: u16,
        last: u16,
        name: &'static str,
        constant: &'static str,
        meaning: &'static str,
        description: &'static str,
    ) -> Self {
        Self(Entry {
            first,
            last,
            more: &[],
            single: false,
            name,
            constant,
            class: None,
            meaning,
            label: meaning,
            description,
            wire: true,
            local: false,
            script: true,
            sender: Sender::Either,
            reconnect: Reconnect::Unspecified,
            reference: &[],
            since: None,
            deprecated: None,
            extra: &[],
        })
    }

    /// Further codes of the row, first and last.
    #[must_use]
    pub const fn more(mut self, more: &'static [(u16, u16)]) -> Self {
        self.0.more = more;
        self.0.single = false;
        self
    }

    #[must_use]
    pub const fn class(mut self, class: &'static str) -> Self {
        self.0.class = Some(class);
        self
    }

    #[must_use]
    pub const fn label(mut self, label: &'static str) -> Self {
        self.0.label = label;
        self
    }

    #[must_use]
    pub const fn unsendable(mut self) -> Self {
        self.0.wire = false;
        self
    }

    #[must_use]
    pub const fn local(mut self) -> Self {
        self.0.local = true;
        self
    }

    #[must_use]
    pub const fn no_script(mut self) -> Self {
        self.0.script = false;
        self
    }

    /// Sets `wire`, `local` and `script` from the built-in table: each is true if it is true for every code
    /// of the row.
    #[must_use]
    pub const fn judged(mut self) -> Self {
        (self.0.wire, self.0.local, self.0.script) = (true, true, true);
        let mut at = 0;
        while at < self.0.ranges() {
            let (first, last) = self.0.range(at);
            let mut code = first as u32;
            while code <= last as u32 {
                let judged = CloseCode::new(code as u16);
                self.0.wire &= judged.is_valid_on_wire();
                self.0.local &= judged.is_local_only();
                self.0.script &= judged.is_settable_by_script();
                code = crate::const_check::last_code_of_row(judged) as u32 + 1;
            }
            at += 1;
        }
        self
    }

    #[must_use]
    pub const fn client(mut self) -> Self {
        self.0.sender = Sender::Client;
        self
    }

    #[must_use]
    pub const fn server(mut self) -> Self {
        self.0.sender = Sender::Server;
        self
    }

    const fn reconnect(mut self, reconnect: Reconnect) -> Self {
        self.0.reconnect = reconnect;
        self
    }

    #[must_use]
    pub const fn never(self) -> Self {
        self.reconnect(Reconnect::Never)
    }

    #[must_use]
    pub const fn after_change(self) -> Self {
        self.reconnect(Reconnect::AfterChange)
    }

    #[must_use]
    pub const fn immediately(self) -> Self {
        self.reconnect(Reconnect::Immediately)
    }

    #[must_use]
    pub const fn backoff(self) -> Self {
        self.reconnect(Reconnect::Backoff)
    }

    /// A random delay between `min` and `max` seconds.
    #[must_use]
    pub const fn after(self, min: u32, max: u32) -> Self {
        let (min, max) = (Duration::from_secs(min as u64), Duration::from_secs(max as u64));
        self.reconnect(Reconnect::After { min, max })
    }

    #[must_use]
    pub const fn reference(mut self, reference: &'static [&'static str]) -> Self {
        self.0.reference = reference;
        self
    }

    #[must_use]
    pub const fn since(mut self, since: &'static str) -> Self {
        self.0.since = Some(since);
        self
    }

    #[must_use]
    pub const fn deprecated(mut self, note: &'static str) -> Self {
        self.0.deprecated = Some(note);
        self
    }

    #[must_use]
    pub const fn extra(mut self, extra: &'static [(&'static str, &'static str)]) -> Self {
        self.0.extra = extra;
        self
    }

    /// Returns the entry.
    #[must_use]
    pub const fn entry(self) -> Entry {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::EntryBuilder;

    #[test]
    fn a_row_of_several_codes_is_not_single() {
        let row = EntryBuilder::code(4001, "", "", "", "");
        assert!(row.entry().is_single());
        assert!(!row.more(&[(4003, 4003)]).entry().is_single());
    }

    #[test]
    fn what_may_be_done_with_a_row_holds_for_all_of_its_codes() {
        for (first, last, wire, local, script) in [
            (1000, 1000, true, false, true),
            (1000, 1001, true, false, false),
            (1001, 1004, false, false, false),
            (1004, 1006, false, false, false),
            (1005, 1006, false, true, false),
            (3000, 4999, true, false, true),
            (4999, 5000, false, false, false),
        ] {
            let row = EntryBuilder::range(first, last, "", "", "", "");
            // Whatever the row said before.
            for row in [row, row.local().unsendable().no_script()] {
                let row = row.judged().entry();
                let judged =
                    (row.is_valid_on_wire(), row.is_local_only(), row.is_settable_by_script());
                assert_eq!(judged, (wire, local, script), "{first} to {last}");
            }
        }
    }
}

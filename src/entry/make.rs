//! How generated code makes an [`Entry`].
//!
//! A row is a call with what every row has, and one more call for each thing that it says beyond that.
//! For the compiler that is by far the cheapest form: a struct with all fields costs it ten times as
//! much, which an enum of a thousand variants feels.

#![allow(clippy::cast_possible_truncation, reason = "a loop over codes counts one beyond the last")]

use super::Entry;
use crate::{CloseCode, Reconnect, Sender};

impl Entry {
    /// The row of one code, which may be sent and passed to `close()`.
    #[doc(hidden)]
    #[must_use]
    pub const fn __code(
        code: u16,
        name: &'static str,
        constant: &'static str,
        meaning: &'static str,
        description: &'static str,
    ) -> Self {
        let mut row = Self::__range(code, code, name, constant, meaning, description);
        row.single = true;
        row
    }

    /// The row of a range of codes, which may be sent and passed to `close()`.
    #[doc(hidden)]
    #[must_use]
    pub const fn __range(
        first: u16,
        last: u16,
        name: &'static str,
        constant: &'static str,
        meaning: &'static str,
        description: &'static str,
    ) -> Self {
        Self {
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
        }
    }

    /// Further codes of the row.
    #[doc(hidden)]
    #[must_use]
    pub const fn __more(mut self, more: &'static [(u16, u16)]) -> Self {
        self.more = more;
        self.single = false;
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __class(mut self, class: &'static str) -> Self {
        self.class = Some(class);
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __label(mut self, label: &'static str) -> Self {
        self.label = label;
        self
    }

    /// What may be done with the codes.
    #[doc(hidden)]
    #[must_use]
    pub const fn __flags(mut self, wire: bool, local: bool, script: bool) -> Self {
        (self.wire, self.local, self.script) = (wire, local, script);
        self
    }

    /// What may be done with the codes, as the built-in table says: what holds for all of them.
    #[doc(hidden)]
    #[must_use]
    pub const fn __judged(self) -> Self {
        let mut row = self.__flags(true, true, true);
        let mut at = 0;
        while at < self.ranges() {
            let (first, last) = self.range(at);
            let mut code = first as u32;
            while code <= last as u32 {
                let judged = CloseCode::new(code as u16);
                row.wire &= judged.is_valid_on_wire();
                row.local &= judged.is_local_only();
                row.script &= judged.is_settable_by_script();
                code = crate::judge::alike(judged) as u32 + 1;
            }
            at += 1;
        }
        row
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __sender(mut self, sender: Sender) -> Self {
        self.sender = sender;
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __reconnect(mut self, reconnect: Reconnect) -> Self {
        self.reconnect = reconnect;
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __reference(mut self, reference: &'static [&'static str]) -> Self {
        self.reference = reference;
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __since(mut self, since: &'static str) -> Self {
        self.since = Some(since);
        self
    }

    #[doc(hidden)]
    #[must_use]
    pub const fn __deprecated(mut self, note: &'static str) -> Self {
        self.deprecated = Some(note);
        self
    }
}

#[cfg(test)]
mod tests {
    use crate::Entry;

    #[test]
    fn a_row_of_several_codes_is_not_single() {
        let row = Entry::__code(4001, "", "", "", "");
        assert!(row.is_single());
        assert!(!row.__more(&[(4003, 4003)]).is_single());
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
            // Whatever the row said before.
            for said in [true, false] {
                let row = Entry::__range(first, last, "", "", "", "").__flags(said, said, said);
                let row = row.__judged();
                let judged =
                    (row.is_valid_on_wire(), row.is_local_only(), row.is_settable_by_script());
                assert_eq!(judged, (wire, local, script), "{first} to {last}");
            }
        }
    }
}

//! Columns of a table, each apart from the others, so that a program links only what it asks for.

use crate::{Entry, Reconnect};

/// The meaning of each row.
#[must_use]
pub const fn meanings<const COUNT: usize>(rows: &[Entry; COUNT]) -> [&'static str; COUNT] {
    let mut meanings = [""; COUNT];
    let mut at = 0;
    while at < COUNT {
        meanings[at] = rows[at].meaning();
        at += 1;
    }
    meanings
}

/// What each row says about connecting again.
#[must_use]
pub const fn reconnects<const COUNT: usize>(rows: &[Entry; COUNT]) -> [Reconnect; COUNT] {
    let mut reconnects = [Reconnect::Unspecified; COUNT];
    let mut at = 0;
    while at < COUNT {
        reconnects[at] = rows[at].reconnect();
        at += 1;
    }
    reconnects
}

/// The constant of each row of one code.
pub(crate) const fn constants<const COUNT: usize>(
    rows: &[Entry; COUNT],
) -> [Option<&'static str>; COUNT] {
    let mut constants = [None; COUNT];
    let mut at = 0;
    while at < COUNT {
        if rows[at].is_single() {
            constants[at] = Some(rows[at].constant());
        }
        at += 1;
    }
    constants
}

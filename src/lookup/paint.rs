//! Paints the rows over the codes, at compile time.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a const fn has no conversion but `as`; the numbers are codes and counts of pages, at most 1025"
)]

use super::PAGE;
use super::pages::{Painted, share};
use crate::Entry;

/// How many slots `first..=last` takes. There is always one cell to spare at the end, which stands
/// for every code outside.
#[must_use]
pub const fn slots(first: u16, last: u16) -> usize {
    last.saturating_sub(first) as usize / PAGE
        + if (last.saturating_sub(first) as usize + 1) % PAGE == 0 { 2 } else { 1 }
}

/// Paints the rows over `first..=last`, the narrowest row on top. Row number `rest`, counted from one,
/// gets what the others leave; 0 for none.
#[must_use]
pub const fn paint<const SLOTS: usize>(
    first: u16,
    last: u16,
    rows: &[Entry],
    rest: u16,
) -> Painted<SLOTS> {
    let mut canvas = Canvas {
        first,
        last,
        cells: [[0; PAGE]; SLOTS],
        widths: [[WHOLE; PAGE]; SLOTS],
        uniform: [true; SLOTS],
    };
    if rest != 0 {
        canvas.stroke((first, last), WHOLE - 1, rest);
    }
    let mut row = 0;
    while row < rows.len() {
        let number = row as u16 + 1;
        let mut at = 0;
        while at < rows[row].ranges() && number != rest {
            let (from, to) = rows[row].range(at);
            canvas.stroke((from, to), to.saturating_sub(from) as u32, number);
            at += 1;
        }
        row += 1;
    }
    share(&canvas)
}

/// Wider than any row.
const WHOLE: u32 = u32::MAX;

/// The codes while they are painted.
pub(super) struct Canvas<const SLOTS: usize> {
    first: u16,
    last: u16,
    pub(super) cells: [[u16; PAGE]; SLOTS],
    /// How wide the row is that a cell has.
    widths: [[u32; PAGE]; SLOTS],
    /// All cells of the page are equal, so that a wide row is painted a page at a time.
    pub(super) uniform: [bool; SLOTS],
}

impl<const SLOTS: usize> Canvas<SLOTS> {
    /// Gives the codes to a row, except those that a narrower one has.
    const fn stroke(&mut self, range: (u16, u16), width: u32, row: u16) {
        let from = if range.0 < self.first { self.first } else { range.0 };
        let to = if range.1 > self.last { self.last } else { range.1 };
        let mut code = from as usize;
        while code <= to as usize {
            let cell = code - self.first as usize;
            let (slot, inside) = (cell / PAGE, cell % PAGE);
            if inside == 0 && code + PAGE - 1 <= to as usize && self.uniform[slot] {
                if width < self.widths[slot][0] {
                    self.cells[slot] = [row; PAGE];
                    self.widths[slot] = [width; PAGE];
                }
                code += PAGE;
                continue;
            }
            if width < self.widths[slot][inside] {
                self.cells[slot][inside] = row;
                self.widths[slot][inside] = width;
                self.uniform[slot] = false;
            }
            code += 1;
        }
    }
}

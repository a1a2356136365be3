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

#[cfg(test)]
mod tests {
    use super::{PAGE, paint, slots};
    use crate::Entry;

    fn row(first: u16, last: u16) -> Entry {
        Entry::__range(first, last, "", "", "", "")
    }

    #[test]
    fn a_cell_is_to_spare_behind_the_last_code() {
        for (first, last, expected) in
            [(0, 0, 1), (0, 62, 1), (0, 63, 2), (0, 64, 2), (4000, 4126, 2), (4000, 4127, 3)]
        {
            assert_eq!(slots(first, last), expected, "{first} to {last}");
        }
        assert_eq!(slots(0, u16::MAX), 1025);
        assert_eq!(slots(9, 0), 1);
    }

    #[test]
    fn the_narrowest_row_is_on_top_and_pages_are_shared() {
        let rows = [row(0, 1000), row(64, 255), row(100, 100), row(900, 2000)];
        let painted = paint::<{ slots(0, 1023) }>(0, 1023, &rows, 0);
        let index = painted.rows::<{ 5 * PAGE }>();
        for code in 0..=1023 {
            let holds = |row: &&Entry| (row.first().get()..=row.last().get()).contains(&code);
            let narrowest = rows
                .iter()
                .filter(holds)
                .min_by_key(|row| row.last().get() - row.first().get())
                .and_then(|narrowest| rows.iter().position(|row| core::ptr::eq(row, narrowest)));
            let expected = narrowest.map_or(0, |row| row + 1);
            assert_eq!(usize::from(index.get(code)), expected, "{code}");
        }
        for code in [1024, 1100, u16::MAX] {
            assert_eq!(index.get(code), 0, "{code}");
        }
        // 0 to 63 as 256 to 959; 64 to 127 with a hole; 128 to 255; 960 to 1023; what is outside.
        assert_eq!(painted.length, 5 * PAGE);
        assert_eq!(painted.gap(0, 1023, 0), None);
    }

    #[test]
    fn of_two_rows_as_wide_the_first_is_on_top() {
        let painted = paint::<1>(0, 60, &[row(5, 9), row(5, 9), row(4, 8)], 0);
        let index = painted.rows::<PAGE>();
        assert_eq!([4, 5, 8, 9, 10].map(|code| index.get(code)), [3, 1, 1, 1, 0]);
    }

    #[test]
    fn pages_of_several_rows_are_shared_too() {
        let rows = [row(5, 5).__more(&[(69, 69)]), row(6, 6)];
        let painted = paint::<{ slots(0, 127) }>(0, 127, &rows[..1], 0);
        assert_eq!(painted.length, 2 * PAGE, "0 to 63 as 64 to 127; what is outside");
        let painted = paint::<{ slots(0, 127) }>(0, 127, &rows, 0);
        assert_eq!(painted.length, 3 * PAGE, "the first two differ in a cell");
    }

    #[test]
    fn gaps_are_found_from_anywhere_up_to_the_last_code() {
        let painted =
            paint::<{ slots(4000, 4199) }>(4000, 4199, &[row(4000, 4099), row(4150, 4160)], 0);
        for (from, last, expected) in [
            (4000, 4199, Some(4100)),
            (4100, 4199, Some(4100)),
            (4101, 4199, Some(4101)),
            (4150, 4199, Some(4161)),
            (4150, 4160, None),
            (4000, 4099, None),
            (4199, 4199, Some(4199)),
        ] {
            assert_eq!(painted.gap(4000, last, from), expected, "{from} to {last}");
        }
    }

    #[test]
    fn what_the_others_leave_goes_to_the_rest() {
        let rows = [row(10, 20), row(0, 0), row(15, 15)];
        let painted = paint::<{ slots(0, 200) }>(0, 200, &rows, 2);
        let index = painted.index::<_, { 4 * PAGE }>(&["none", "ten", "rest", "fifteen"]);
        for (code, expected) in [
            (0, "rest"),
            (9, "rest"),
            (10, "ten"),
            (15, "fifteen"),
            (21, "rest"),
            (200, "rest"),
            (201, "none"),
        ] {
            assert_eq!(index.get(code), expected, "{code}");
        }
    }
}

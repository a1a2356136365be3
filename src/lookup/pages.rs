//! Keeps each different page of the painted codes once, at compile time.
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a const fn has no conversion but `as`; the numbers are rows and counts of pages, at most 1025"
)]

use super::paint::Canvas;
use super::{Index, PAGE};
use crate::CloseCodeRange;

/// The rows painted over the codes from `first` on: 0 where there is none, else the row plus one.
#[derive(Debug)]
pub struct Painted<const SLOTS: usize> {
    cells: [[u16; PAGE]; SLOTS],
    /// For each slot the number of its page.
    page_of: [u16; SLOTS],
    /// For each page the first slot that has it.
    slot_of: [u16; SLOTS],
    /// How many cells the different pages have.
    pub length: usize,
}

impl<const SLOTS: usize> Painted<SLOTS> {
    /// The row of each code, counted from one; 0 for codes without a row.
    #[must_use]
    pub const fn rows<const CELLS: usize>(&self) -> Index<u16, SLOTS, CELLS> {
        let mut cells = [0; CELLS];
        let mut cell = 0;
        while cell < CELLS {
            cells[cell] = self.cells[self.slot_of[cell / PAGE] as usize][cell % PAGE];
            cell += 1;
        }
        Index { start_of: self.starts(), cells }
    }

    /// Replaces each row by its value; `values[0]` is for codes without a row.
    #[must_use]
    pub const fn index<T: Copy, const CELLS: usize>(&self, values: &[T]) -> Index<T, SLOTS, CELLS> {
        let mut cells = [values[0]; CELLS];
        let mut cell = 0;
        while cell < CELLS {
            let row = self.cells[self.slot_of[cell / PAGE] as usize][cell % PAGE];
            cells[cell] = values[row as usize];
            cell += 1;
        }
        Index { start_of: self.starts(), cells }
    }

    /// Replaces each row by its variant: the first is that of the first row. The trait, which asks for
    /// `Copy`, tells who lacks it.
    #[must_use]
    pub const fn variants<T: CloseCodeRange, const CELLS: usize>(
        &self,
        variants: &[T],
    ) -> Index<Option<T>, SLOTS, CELLS> {
        let mut cells = [None; CELLS];
        let mut cell = 0;
        while cell < CELLS {
            let row = self.cells[self.slot_of[cell / PAGE] as usize][cell % PAGE];
            if row > 0 {
                cells[cell] = Some(variants[row as usize - 1]);
            }
            cell += 1;
        }
        Index { start_of: self.starts(), cells }
    }

    /// For each slot the cell with which its page begins.
    const fn starts(&self) -> [u32; SLOTS] {
        let mut starts = [0; SLOTS];
        let mut slot = 0;
        while slot < SLOTS {
            starts[slot] = self.page_of[slot] as u32 * PAGE as u32;
            slot += 1;
        }
        starts
    }

    /// The first code from `first` on, up to `last`, that no row has.
    #[must_use]
    pub const fn gap(&self, first: u16, last: u16, from: u16) -> Option<u16> {
        let mut code = from as usize;
        while code <= last as usize {
            let cell = code - first as usize;
            if self.cells[cell / PAGE][cell % PAGE] == 0 {
                return Some(code as u16);
            }
            code += 1;
        }
        None
    }
}

/// Finds the pages that are equal. Hashes first, so that many different pages stay cheap.
pub(super) const fn share<const SLOTS: usize>(canvas: &Canvas<SLOTS>) -> Painted<SLOTS> {
    let cells = canvas.cells;
    let mut hashes = [0_u64; SLOTS];
    let mut page_of = [0; SLOTS];
    let mut slot_of = [0; SLOTS];
    let mut pages = 0;
    let mut slot = 0;
    while slot < SLOTS {
        let uniform = canvas.uniform[slot];
        hashes[slot] = if uniform { cells[slot][0] as u64 } else { hash(&cells[slot]) };
        let mut page = 0;
        while page < pages {
            let other = slot_of[page] as usize;
            let alike = uniform == canvas.uniform[other] && hashes[other] == hashes[slot];
            if alike && (uniform || same(&cells[other], &cells[slot])) {
                break;
            }
            page += 1;
        }
        if page == pages {
            slot_of[pages] = slot as u16;
            pages += 1;
        }
        page_of[slot] = page as u16;
        slot += 1;
    }
    Painted { cells, page_of, slot_of, length: pages * PAGE }
}

/// In plain arithmetic: to call a function takes the compiler many times as long.
const fn hash(page: &[u16; PAGE]) -> u64 {
    let mut hash = 0_u64;
    let mut cell = 0;
    while cell < PAGE {
        hash = (hash * 0x9E37 + page[cell] as u64) % 0xFFFF_FFFB;
        cell += 1;
    }
    hash
}

const fn same(left: &[u16; PAGE], right: &[u16; PAGE]) -> bool {
    let mut cell = 0;
    while cell < PAGE {
        if left[cell] != right[cell] {
            return false;
        }
        cell += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{PAGE, hash, same};

    #[test]
    fn pages_are_the_same_where_every_cell_is() {
        let page = core::array::from_fn(|cell| u16::try_from(cell).unwrap_or_default());
        assert!(same(&page, &page));
        for cell in 0..PAGE {
            let mut other: [u16; PAGE] = page;
            other[cell] += 1;
            assert!(!same(&page, &other), "{cell}");
            assert_ne!(hash(&page), hash(&other), "{cell}");
        }
    }
}

//! The table lookup behind `from_code`: two loads and no branch that depends on the code.
//!
//! Codes are cut into pages of 64. Most pages are equal (all unassigned, all private use), so each
//! different page is stored once and a list says which page stands where.

use crate::CloseCodeRange;

mod pages;
mod paint;

pub use pages::Painted;
pub use paint::{paint, slots};

const PAGE: usize = 64;

/// The value for every code.
#[derive(Debug)]
pub struct Index<T: 'static, const SLOTS: usize, const CELLS: usize> {
    start_of: [u32; SLOTS],
    cells: [T; CELLS],
}

impl<T: Copy, const SLOTS: usize, const CELLS: usize> Index<T, SLOTS, CELLS> {
    /// The value for the code at this distance from the first; far codes all share the last cell.
    #[inline]
    #[must_use]
    pub const fn get(&self, offset: u16) -> T {
        let offset = offset as usize;
        let end = SLOTS * PAGE - 1;
        let offset = if offset < end { offset } else { end };
        self.cells[self.start_of[offset / PAGE] as usize + offset % PAGE]
    }
}

impl<T: CloseCodeRange, const SLOTS: usize, const CELLS: usize> Index<Option<T>, SLOTS, CELLS> {
    /// The same for a variant: the trait, which asks for `Copy`, tells who lacks it.
    #[inline]
    #[must_use]
    pub const fn variant(&self, offset: u16) -> Option<T> {
        self.get(offset)
    }
}

//! Slips of the pen: every table with one thing wrong in it.

mod layout;
mod slips;

pub use self::layout::{Layout, Section};
pub use self::slips::{Kind, Mutant, mutants};

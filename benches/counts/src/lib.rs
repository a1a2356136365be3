//! The functions of close-code, each in a loop over many inputs, so that their instructions can be counted
//! and their allocations looked for.

pub mod callgrind;
pub mod input;
pub mod measured;
pub mod program;
mod rows;

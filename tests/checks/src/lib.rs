//! Checks of the repository as a whole: what holds for every table, every package and any input.
//!
//! Its tests are in `tests/`, a file for each thing that must be true. This library has what they and
//! the fuzz targets in `fuzz/` share.
#![forbid(unsafe_code)]
#![allow(clippy::missing_panics_doc, reason = "a check panics if what it checks does not hold")]

pub mod cargo;
pub mod fuzz;
pub mod harness;
pub mod mutation;
pub mod packages;
pub mod repository;

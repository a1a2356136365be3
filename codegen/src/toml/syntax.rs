//! Turns what the TOML parser says into problems.

use ::toml::de::{DeTable, Error};

use super::Place;
use crate::problem::Problem;

/// The problems of a source that is not TOML.
pub(super) fn problems(source: &str, _: &DeTable<'_>, errors: &[Error]) -> Vec<Problem<Place>> {
    errors
        .iter()
        .map(|error| Problem::error(error.span().unwrap_or(0..source.len()), error.message()))
        .collect()
}

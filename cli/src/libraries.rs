//! What other software prints: the data of `libraries.toml`.

use close_code_emitters::libraries::Libraries;

use crate::failure::Failure;

const SOURCE: &str = include!(concat!(env!("OUT_DIR"), "/libraries.rs"));

/// The data. The tests see to it that they can be read; a fault here is the program's own.
pub(crate) fn embedded() -> Result<Libraries, Failure> {
    Libraries::read(SOURCE).map_err(|error| invalid(&error))
}

/// Says that an embedded file, or a pattern in it, is not valid.
pub(crate) fn invalid(error: &impl core::fmt::Display) -> Failure {
    Failure::wrong(format!("the embedded libraries.toml is not valid: {error}"))
}

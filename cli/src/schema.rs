//! `close-code schema`: the JSON Schema of tables, for editors.

use crate::failure::{Failure, Outcome};
use crate::output;

/// What an editor needs to complete and check a table.
pub(crate) const SCHEMA: &str = include!(concat!(env!("OUT_DIR"), "/schema.rs"));

/// The URL of the published schema, for tables without a local copy.
pub(crate) const ADDRESS: &str =
    concat!(env!("CARGO_PKG_REPOSITORY"), "/raw/main/codes.schema.json");

/// Print the JSON Schema of tables, for editors
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {}

const EXAMPLES: &str = "\
Examples:
  close-code schema > codes.schema.json   # then `#:schema ./codes.schema.json` in a table";

pub(crate) fn run() -> Result<Outcome, Failure> {
    output::print(SCHEMA)?;
    Ok(Outcome::Fine)
}

#[cfg(test)]
mod tests {
    use super::{ADDRESS, SCHEMA};

    #[test]
    fn the_schema_has_the_address_under_which_it_is_published() {
        let schema: serde_json::Value = serde_json::from_str(SCHEMA).expect("it is JSON");
        assert_eq!(schema["$id"], ADDRESS);
    }
}

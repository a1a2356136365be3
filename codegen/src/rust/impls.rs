//! The implementations that every enum of close codes has.

use super::parts::Parts;
use super::{ALLOW, Options, conversions, inherent, lookup, rows, traits};
use crate::model::Table;

/// The trait, the inherent functions, and the conversions, for an enum that exists.
///
/// `visibility` is that of the enum, which its inherent functions share; `judgements` are items that see
/// the constants that the functions read.
#[must_use]
pub(crate) fn impls(
    table: &Table,
    options: &Options,
    visibility: &str,
    judgements: &str,
) -> String {
    let parts = Parts::new(table, options, visibility);
    let items = [
        rows::items(&parts),
        lookup::items(&parts),
        judgements.to_owned(),
        inherent::items(&parts),
        traits::items(&parts),
        conversions::items(&parts),
    ];
    // The implementations of a derived enum must do without: where the user forbids a lint, allowing it
    // is an error.
    let allow = if table.head().rules.derived { "" } else { ALLOW };
    format!("\n{allow}\nconst _: () = {{{}}};\n", items.concat())
}

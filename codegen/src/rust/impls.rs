//! The implementations that every enum of close codes has.

use super::template::fill;
use super::{ALLOW, Options, conversions, inherent, lookup, rows, traits};
use crate::model::{Row, Table};

/// The trait, the inherent functions, and the conversions, for an enum that exists.
///
/// `visibility` is that of the enum, which its inherent functions share; `judgements` are items that see
/// the constants that the functions read.
#[must_use]
pub(crate) fn impls<S>(
    table: &Table<S>,
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

/// What the pieces share.
#[allow(clippy::struct_excessive_bools)] // Each is a question that several pieces ask.
pub(super) struct Parts<'a, S> {
    pub(super) table: &'a Table<S>,
    pub(super) options: &'a Options,
    visibility: &'a str,
    /// The lookup holds the variants themselves, and not the numbers of their rows. That is faster, but
    /// takes an enum that is known to be `Copy`, and variants that carry nothing.
    pub(super) by_value: bool,
    /// Every code of the domain has a row.
    pub(super) total: bool,
    /// All codes are literals, so that the order of the rows is known before the compiler runs.
    pub(super) known: bool,
    /// Every variant is one code, or carries it.
    pub(super) has_code: bool,
}

impl<'a, S> Parts<'a, S> {
    fn new(table: &'a Table<S>, options: &'a Options, visibility: &'a str) -> Self {
        let rules = table.head().rules;
        let rows = table.rows();
        Self {
            table,
            options,
            visibility,
            by_value: !rules.derived && !rows.iter().any(|row| row.carries_code),
            total: rules.total && !rules.derived,
            known: rows::are_known(table),
            has_code: rows.iter().all(|row| row.carries_code || row.single().is_some()),
        }
    }

    pub(super) fn rows(&self) -> &'a [Row<S>] {
        self.table.rows()
    }

    /// The path of the runtime crate.
    pub(super) fn krate(&self) -> &'a str {
        &self.options.krate
    }

    /// The name of the enum.
    pub(super) fn name(&self) -> &'a str {
        &self.table.head().name.value
    }

    /// Fills a template with what all of them may name, and with `values`.
    pub(super) fn fill(&self, template: &str, values: &[(&str, &str)]) -> String {
        let common =
            [("crate", self.krate()), ("name", self.name()), ("visibility", self.visibility)];
        fill(template, &[&common[..], values].concat())
    }
}

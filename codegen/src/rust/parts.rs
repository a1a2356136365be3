//! What the pieces of the implementations share.

use super::Options;
use super::template::fill;
use crate::model::{Number, Row, Table};

/// A table, and what the pieces ask of it.
#[allow(clippy::struct_excessive_bools)] // Each is a question that several pieces ask.
pub(super) struct Parts<'a> {
    pub(super) table: &'a Table,
    pub(super) options: &'a Options,
    visibility: &'a str,
    /// The enum is the user's: whether it is `Copy` is not known.
    pub(super) derived: bool,
    /// The lookup holds the variants themselves, and not the numbers of their rows. That is faster, but
    /// takes variants that carry nothing.
    pub(super) by_value: bool,
    /// Every code of the domain has a row.
    pub(super) total: bool,
    /// All codes are literals, so that the order of the rows is known before the compiler runs.
    pub(super) known: bool,
    /// Every variant is one code, or carries it.
    pub(super) has_code: bool,
}

impl<'a> Parts<'a> {
    pub(super) fn new(table: &'a Table, options: &'a Options, visibility: &'a str) -> Self {
        let rules = table.head().rules;
        let rows = table.rows();
        Self {
            table,
            options,
            visibility,
            derived: rules.derived,
            by_value: !rows.iter().any(|row| row.carries_code),
            total: rules.total && !rules.derived,
            known: are_known(table),
            has_code: rows.iter().all(|row| row.carries_code || row.single().is_some()),
        }
    }

    pub(super) fn rows(&self) -> &'a [Row] {
        self.table.rows()
    }

    /// The path of the runtime crate.
    pub(super) fn krate(&self) -> &'a str {
        &self.options.krate
    }

    /// The name of the enum.
    pub(super) fn name(&self) -> &'a str {
        &self.table.head().name
    }

    /// Fills a template with what all of them may name, and with `values`.
    pub(super) fn fill(&self, template: &str, values: &[(&str, &str)]) -> String {
        let mut all = values.to_vec();
        all.push(("crate", self.krate()));
        all.push(("name", self.name()));
        all.push(("visibility", self.visibility));
        fill(template, &all)
    }
}

/// Whether all codes are literals, so that the order of the rows is known before the compiler runs.
fn are_known(table: &Table) -> bool {
    let known = |number: &Number| matches!(number, Number::Known(_));
    for row in table.rows() {
        for codes in &row.codes {
            if !known(&codes.first) || !known(&codes.last) {
                return false;
            }
        }
    }
    true
}

//! One table of `compat.toml`, read key by key.

use core::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use close_code_codegen::nearest::suggestion;
use close_code_codegen::problem::Problem;

/// The mistakes found so far.
pub(super) type Problems = Vec<Problem>;

/// The fields of one row, or of the whole file.
pub(super) struct Fields<'t, 'i> {
    table: &'t DeTable<'i>,
    at: Range<usize>,
    of: &'static str,
}

impl<'t, 'i> Fields<'t, 'i> {
    /// `of` names the table in texts. Keys other than `known` are reported.
    pub(super) fn new(
        table: &'t DeTable<'i>,
        at: Range<usize>,
        of: &'static str,
        known: &[&str],
        problems: &mut Problems,
    ) -> Self {
        for (key, _) in table {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                problems.push(
                    Problem::error(key.span().into(), format!("unknown key `{name}` in {of}"))
                        .help(suggestion(name, known)),
                );
            }
        }
        Self { table, at, of }
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&'t Spanned<DeValue<'i>>> {
        self.table.get(key)
    }

    /// The value of a key that must be there.
    pub(super) fn must(
        &self,
        key: &str,
        problems: &mut Problems,
    ) -> Option<&'t Spanned<DeValue<'i>>> {
        if self.get(key).is_none() {
            let message = format!("{} without `{key}`", self.of);
            problems.push(Problem::error(self.at.clone().into(), message));
        }
        self.get(key)
    }

    /// The string of a key.
    pub(super) fn text(&self, key: &str, problems: &mut Problems) -> Option<String> {
        let value = self.get(key)?;
        if let DeValue::String(text) = value.get_ref() {
            return Some(text.trim().to_owned());
        }
        problems.push(Problem::error(value.span().into(), format!("`{key}` takes a string")));
        None
    }

    /// The string of a key that must be there; empty where it is missing, which has been reported then.
    pub(super) fn required(&self, key: &str, problems: &mut Problems) -> String {
        self.must(key, problems);
        self.text(key, problems).unwrap_or_default()
    }

    /// The tables in the list of a key.
    pub(super) fn tables(
        &self,
        key: &str,
        of: &'static str,
        known: &[&str],
        problems: &mut Problems,
    ) -> Vec<Fields<'t, 'i>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Array(elements) = value.get_ref() else {
            problems.push(Problem::error(
                value.span().into(),
                format!("`{key}` takes a list of tables"),
            ));
            return Vec::new();
        };
        let mut tables = Vec::with_capacity(elements.len());
        for element in elements {
            if let DeValue::Table(table) = element.get_ref() {
                tables.push(Fields::new(table, element.span(), of, known, problems));
            } else {
                let message = format!("`{key}` takes a list of tables");
                problems.push(Problem::error(element.span().into(), message));
            }
        }
        tables
    }
}

//! Tables: the built-in one, those of known protocols, and a file of the user's.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::path::Path;

use close_code_codegen::model::Table;
use close_code_codegen::naming::letters;
use close_code_codegen::nearest;
use close_code_codegen::problem::Problem;
use close_code_codegen::{diagnostic, toml};
use close_code_emitters::docs::entry::{self, Entry};

use crate::failure::Failure;
use crate::files;

/// The name of the built-in table.
pub(crate) const BUILT_IN: &str = "close-codes";

/// The name of its enum, which distinguishes a file of it from a table of the user's.
pub(crate) const BUILT_IN_ENUM: &str = "CloseKind";

/// The tables of known protocols: their names, and their sources.
const KNOWN: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// A table, and what to call it.
#[derive(Debug)]
pub(crate) struct Named {
    /// The name: that of the file without its ending, for a table of the user's its path.
    pub(crate) name: String,
    /// Where it is from.
    pub(crate) origin: Origin,
    /// The table.
    pub(crate) table: Table,
    /// Consecutive codes of one row, and where the row is in the table.
    rows: OnceCell<Vec<(u16, u16, usize)>>,
    /// The code of every name.
    names: OnceCell<HashMap<String, u16>>,
}

/// Where a table is from.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Origin {
    /// The runtime crate has it compiled in.
    BuiltIn,
    /// `tables/` has it.
    Known,
    /// The user has it.
    File,
}

impl Named {
    /// Gives a table its name.
    pub(crate) fn new(name: impl Into<String>, origin: Origin, table: Table) -> Self {
        let (rows, names) = (OnceCell::new(), OnceCell::new());
        Self { name: name.into(), origin, table, rows, names }
    }

    /// The row of a code: the narrowest that contains it.
    pub(crate) fn entry(&self, code: u16) -> Option<Entry<'_>> {
        let rows = self.rows.get_or_init(|| {
            let places: HashMap<_, _> =
                self.table.rows().iter().map(core::ptr::from_ref).zip(0..).collect();
            let entries = entry::entries(&self.table);
            let disjoint = entry::disjoint(&entries).into_iter();
            let row = |(first, last, entry): (u16, u16, &Entry<'_>)| {
                Some((first, last, *places.get(&core::ptr::from_ref(entry.row))?))
            };
            disjoint.filter_map(row).collect()
        });
        let (.., last, place) = *rows[..rows.partition_point(|row| row.0 <= code)].last()?;
        // In TOML a row is of one range.
        let entry = entry::of_row(self.table.rows().get(place)?).pop();
        entry.filter(|_| code <= last)
    }

    /// Whether it has a row of a code.
    pub(crate) fn has(&self, code: u16) -> bool {
        let codes = self.table.rows().iter().flat_map(|row| &row.codes);
        let mut spans = codes.filter_map(|codes| Some((codes.first.code()?, codes.last.code()?)));
        spans.any(|(first, last)| (first..=last).contains(&code))
    }

    /// The heading of the table.
    pub(crate) fn title(&self) -> &str {
        self.table.head().heading()
    }

    /// Whether it is the built-in table.
    pub(crate) fn is_built_in(&self) -> bool {
        self.origin == Origin::BuiltIn
    }

    /// The code of a name, in whatever spelling.
    pub(crate) fn code_named(&self, name: &str) -> Option<u16> {
        let wanted = letters(name);
        if wanted.is_empty() {
            return None;
        }
        let names = self.names.get_or_init(|| {
            let mut names = HashMap::new();
            for entry in entry::entries(&self.table).iter().filter(|entry| entry.is_single()) {
                for name in [&entry.row.name, &entry.row.meaning, &entry.row.label] {
                    names.entry(letters(name)).or_insert(entry.first);
                }
            }
            names
        });
        names.get(&wanted).copied()
    }
}

/// The built-in table.
pub(crate) fn built_in() -> Result<Named, Failure> {
    embedded(BUILT_IN, close_code::__private::CODES_TOML, Origin::BuiltIn)
}

/// The tables of known protocols, by name.
pub(crate) fn known() -> Result<Vec<Named>, Failure> {
    KNOWN.iter().map(|(name, source)| embedded(name, source, Origin::Known)).collect()
}

/// All embedded tables, the built-in one first.
pub(crate) fn all() -> Result<Vec<Named>, Failure> {
    let mut tables = vec![built_in()?];
    tables.extend(known()?);
    Ok(tables)
}

/// The names of all embedded tables, the built-in one first.
pub(crate) fn names() -> Vec<&'static str> {
    core::iter::once(BUILT_IN).chain(KNOWN.iter().map(|(name, _)| *name)).collect()
}

/// The table that `--table` asks for: an embedded one by its name in any spelling, or else a file.
pub(crate) fn find(wanted: &Path) -> Result<Named, Failure> {
    if let Some(name) = wanted.to_str() {
        let wanted = letters(name);
        if wanted == letters(BUILT_IN) {
            return built_in();
        }
        if let Some((name, source)) = KNOWN.iter().find(|(name, _)| letters(name) == wanted) {
            return embedded(name, source, Origin::Known);
        }
    }
    if files::is_stdin(wanted) || wanted.exists() || wanted.extension().is_some() {
        return read(wanted);
    }
    let name = wanted.to_string_lossy();
    let names = names();
    let begins =
        |full: &&&str| !letters(&name).is_empty() && letters(full).starts_with(&letters(&name));
    let longer: Vec<_> = names.iter().filter(begins).copied().collect();
    let hint = match (longer.len(), nearest::nearest(&name, &names)) {
        (2.., _) => format!("did you mean {}?", nearest::listed(&longer, "or")),
        (_, Some(near)) => format!("did you mean `{near}`?"),
        (_, None) => format!("known tables are {}; or name a file", names.join(", ")),
    };
    Err(Failure::wrong(format!("no table `{}`: {hint}", crate::text::visible(&name))))
}

/// The table in a file.
pub(crate) fn read(path: &Path) -> Result<Named, Failure> {
    let source = files::text(path)?;
    let shown = files::shown(path);
    match toml::read(&source) {
        Ok(table) => Ok(Named::new(shown, Origin::File, table)),
        Err(problems) => Err(Failure::Invalid(paint_report(&shown, &source, &problems))),
    }
}

/// Problems as people read them.
pub(crate) fn paint_report(shown: &str, source: &str, problems: &[Problem]) -> String {
    diagnostic::render_with(shown, source, problems, &crate::paint::REPORT)
}

/// An embedded table. That each of them is valid the tests see to; a fault here is the program's own.
fn embedded(name: &str, source: &str, origin: Origin) -> Result<Named, Failure> {
    match toml::read(source) {
        Ok(table) => Ok(Named::new(name, origin, table)),
        Err(_) => Err(Failure::wrong(format!("the embedded table `{name}` is not valid"))),
    }
}

#[cfg(test)]
mod tests {
    use super::{KNOWN, built_in, known, names};

    #[test]
    fn every_embedded_table_is_valid() {
        assert!(built_in().is_ok_and(|table| table.is_built_in()));
        let tables = known().expect("every table in tables/ is valid");
        assert_eq!(tables.len(), KNOWN.len());
        assert!(!tables.is_empty());
    }

    #[test]
    fn names_differ_in_more_than_spelling() {
        let mut letters: Vec<_> = names().into_iter().map(super::letters).collect();
        letters.sort();
        let all = letters.len();
        letters.dedup();
        assert_eq!(letters.len(), all);
    }
}

//! The documents of a table: those of the generator, and the page, which has more than one table on it.

use std::path::Path;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use close_code_emitters::docs::{self, Format, Source};
use close_code_emitters::html::{self, Application};

use crate::failure::Failure;
use crate::tables::{self, Named};
use crate::{compat, files};

/// A document.
#[derive(Debug)]
pub(super) struct Document {
    /// The name of the file.
    pub(super) name: String,
    /// What `--only` calls it.
    pub(super) kind: Kind,
    pub(super) contents: String,
}

/// A value of `--only`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    /// The page for a browser.
    Html,
    /// What the generator makes of one table alone.
    Other(Format),
}

impl Kind {
    /// The name on the command line.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Other(format) => format.name(),
        }
    }

    fn all() -> impl Iterator<Item = Self> {
        core::iter::once(Self::Html).chain(Format::ALL.map(Self::Other))
    }
}

/// Reads the name of a kind; help and completions list them.
pub(super) fn parser() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::all().map(Kind::name))
        .try_map(|name| Kind::all().find(|kind| kind.name() == name).ok_or("no such format"))
}

/// All documents of a table. `source` is its file, as the documents name it.
pub(super) fn all(table: &Named, file: &Path, source: &str) -> Result<Vec<Document>, Failure> {
    let head = table.table.head();
    let is_built_in = head.name == tables::BUILT_IN_ENUM && head.span == (0, u16::MAX);
    let stem = file.file_stem().and_then(|stem| stem.to_str());
    let stem = match stem {
        Some(_) if is_built_in => tables::BUILT_IN,
        Some(stem) => stem,
        None => return Err(Failure::wrong(format!("{} does not name a file", files::shown(file)))),
    };
    let pages = pages(table, source, is_built_in)?.into_iter().map(|(name, contents)| Document {
        name: name.map_or_else(|| format!("{stem}.html"), str::to_owned),
        kind: Kind::Html,
        contents,
    });
    let mut documents: Vec<_> = pages.collect();
    documents.extend(docs::files(&table.table, stem, source).into_iter().map(|file| Document {
        name: file.name,
        kind: Kind::Other(file.format),
        contents: file.contents,
    }));
    Ok(documents)
}

/// The pages, and their names, where they are not the table's: that of the built-in table links to the
/// tables of known protocols and to what other implementations do, which have pages next to it.
fn pages(
    table: &Named,
    source: &str,
    is_built_in: bool,
) -> Result<Vec<(Option<&'static str>, String)>, Failure> {
    let source = &Source::new(source);
    let mut document = html::Document {
        table: &table.table,
        source,
        built_in: is_built_in,
        applications: &[],
        compat: None,
    };
    if !is_built_in {
        return Ok(vec![(None, html::emit(&document))]);
    }
    let (known, compat) = (tables::known()?, compat::embedded()?);
    let applications: Vec<_> =
        known.iter().map(|known| Application { id: &known.name, table: &known.table }).collect();
    document.applications = &applications;
    document.compat = Some(&compat);
    Ok(vec![
        (Some("index.html"), html::emit(&document)),
        (Some(html::PROTOCOLS), html::protocols(&document)),
        (Some(html::IMPLEMENTATIONS), html::implementations(&document)),
    ])
}

/// The pages of the built-in table by name.
pub(crate) fn reference() -> Result<Vec<(&'static str, String)>, Failure> {
    let pages = pages(&tables::built_in()?, "codes.toml", true)?;
    Ok(pages.into_iter().filter_map(|(name, page)| Some((name?, page))).collect())
}

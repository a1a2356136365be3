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
    let page = if is_built_in { "index.html".to_owned() } else { format!("{stem}.html") };
    let mut documents = vec![Document {
        name: page,
        kind: Kind::Html,
        contents: html(table, source, is_built_in)?,
    }];
    documents.extend(docs::files(&table.table, stem, source).into_iter().map(|file| Document {
        name: file.name,
        kind: Kind::Other(file.format),
        contents: file.contents,
    }));
    Ok(documents)
}

/// The page. That of the built-in table shows the tables of known protocols as well, and what other
/// implementations do.
fn html(table: &Named, source: &str, is_built_in: bool) -> Result<String, Failure> {
    let (known, compat) = if is_built_in {
        (tables::known()?, Some(compat::embedded()?))
    } else {
        (Vec::new(), None)
    };
    let applications: Vec<_> =
        known.iter().map(|known| Application { id: &known.name, table: &known.table }).collect();
    Ok(html::emit(&html::Document {
        table: &table.table,
        source: &Source::new(source),
        built_in: is_built_in,
        applications: &applications,
        compat: compat.as_ref(),
    }))
}

/// The page of the built-in table.
pub(crate) fn reference() -> Result<String, Failure> {
    html(&tables::built_in()?, "codes.toml", true)
}

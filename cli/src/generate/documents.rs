//! The documents of a table: those of the generator, and the page, which has more than one table on it.

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValuesParser, TypedValueParser};
use close_code_emitters::docs::Source;
use close_code_emitters::documents::{self, Format};
use close_code_emitters::html::{self, Application};
use close_code_emitters::typescript::{Behind, Module};

use crate::failure::Failure;
use crate::tables::{self, Named};
use crate::{compat, files, libraries};

/// A document.
#[derive(Debug)]
pub(super) struct Document {
    /// The name of the file.
    pub(super) name: String,
    /// What `--only` calls it.
    pub(super) kind: Kind,
    pub(super) contents: String,
}

impl Document {
    /// What `[table.outputs]` calls it.
    pub(super) fn output(&self) -> &'static str {
        match self.kind {
            Kind::Other(Format::JavaScript) if self.name.ends_with(".d.ts") => "declarations",
            kind => kind.name(),
        }
    }
}

/// What `--only` takes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Kind {
    /// The page for a browser.
    Html,
    /// A document that the generator writes from one table.
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

/// A table to generate documents from, and what else they need.
pub(super) struct Subject<'a> {
    pub(super) table: &'a Named,
    /// The table for all other codes.
    pub(super) built_in: &'a Named,
    /// Where modules get its rows.
    pub(super) behind: Behind<'a>,
    /// The table's file, as the documents name it.
    pub(super) source: &'a Source,
}

impl Subject<'_> {
    fn is_built_in(&self) -> bool {
        let head = self.table.table.head();
        head.name == tables::BUILT_IN_ENUM && head.span == (0, u16::MAX)
    }

    fn module(&self) -> Module<'_> {
        Module {
            table: &self.table.table,
            protocol: (!self.is_built_in()).then_some(&self.built_in.table),
            behind: self.behind,
            source: self.source,
        }
    }

    /// The documents in `[table.outputs]` and their files, relative to the table. A path with `..` or an
    /// absolute path is allowed, so that a monorepo can write `../web/src/codes.ts`.
    pub(super) fn outputs(&self, file: &Path) -> Vec<(&str, PathBuf)> {
        let folder = file.parent().unwrap_or(Path::new(""));
        let outputs = self.table.table.head().outputs.iter();
        outputs.map(|(kind, path)| (kind.as_str(), folder.join(path))).collect()
    }

    /// The documents of the wanted kinds.
    pub(super) fn documents(
        &self,
        file: &Path,
        is_wanted: impl Fn(Kind) -> bool,
    ) -> Result<Vec<Document>, Failure> {
        let stem = match file.file_stem().and_then(|stem| stem.to_str()) {
            Some(_) if self.is_built_in() => tables::BUILT_IN,
            Some(stem) => stem,
            None => {
                return Err(Failure::wrong(format!("{} does not name a file", files::shown(file))));
            }
        };
        let mut documents = Vec::new();
        if is_wanted(Kind::Html) {
            documents.extend(self.pages()?.into_iter().map(|(name, contents)| Document {
                name: name.map_or_else(|| format!("{stem}.html"), str::to_owned),
                kind: Kind::Html,
                contents,
            }));
        }
        documents.extend(
            documents::files(&self.module(), stem)
                .into_iter()
                .map(|file| Document {
                    name: file.name,
                    kind: Kind::Other(file.format),
                    contents: file.contents,
                })
                .filter(|document| is_wanted(document.kind)),
        );
        Ok(documents)
    }

    /// The pages, and their names if they are not the table's: that of the built-in table links to the
    /// tables of known protocols and to what other implementations do, which have pages next to it.
    fn pages(&self) -> Result<Vec<(Option<&'static str>, String)>, Failure> {
        let mut document = html::Document {
            table: &self.table.table,
            source: self.source,
            protocol: self.module().protocol,
            built_in: self.is_built_in(),
            applications: &[],
            compat: None,
            libraries: None,
        };
        if !self.is_built_in() {
            return Ok(vec![(None, html::emit(&document))]);
        }
        let (known, compat) = (tables::known()?, compat::embedded()?);
        let libraries = libraries::embedded()?;
        let applications: Vec<_> = known
            .iter()
            .map(|known| Application { id: &known.name, table: &known.table })
            .collect();
        document.applications = &applications;
        document.compat = Some(&compat);
        document.libraries = Some(&libraries);
        Ok(vec![
            (Some("index.html"), html::emit(&document)),
            (Some(html::PROTOCOLS), html::protocols(&document)),
            (Some(html::IMPLEMENTATIONS), html::implementations(&document)),
        ])
    }
}

/// The pages of the built-in table by name.
pub(crate) fn reference() -> Result<Vec<(&'static str, String)>, Failure> {
    let built_in = &tables::built_in()?;
    let source = &Source::new("codes.toml");
    let pages = Subject { table: built_in, built_in, behind: Behind::Included, source }.pages()?;
    Ok(pages.into_iter().filter_map(|(name, page)| Some((name?, page))).collect())
}

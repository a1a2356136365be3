//! Every document that is generated from a table: names, formats, contents.

use core::fmt;
use core::str::FromStr;

use crate::{json, markdown, typescript};
use close_code_codegen::model::Table;

pub mod entry;
pub mod reference;
pub mod source;
pub mod words;

pub use source::Source;

/// A generated file.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct File {
    /// The name, without a folder.
    pub name: String,
    /// What it was generated for.
    pub format: Format,
    /// The text; every line ends with a line feed, on every system.
    pub contents: String,
}

/// All documents of a table, in the order of [`Format::ALL`].
///
/// `stem` is the name of the files without their endings, `close-codes` say; `source` is the name of
/// the table's file, which the first line of each document tells.
#[must_use]
pub fn files(table: &Table, stem: &str, source: &str) -> Vec<File> {
    let source = &Source::new(source);
    let file = |ending: &str, format, contents| File {
        name: format!("{stem}.{ending}"),
        format,
        contents,
    };
    vec![
        file("md", Format::Markdown, markdown::emit(table, source)),
        file("json", Format::Json, json::emit(table, source)),
        file("ts", Format::TypeScript, typescript::emit(table, source)),
        file("js", Format::JavaScript, typescript::emit_javascript(table, source)),
        file("d.ts", Format::JavaScript, typescript::emit_declarations(table, source)),
    ]
}

/// What a document is for: the choices of `close-code generate --only`.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Format {
    /// A page for people, as code forges show it.
    Markdown,
    /// The whole table for programs.
    Json,
    /// A module for a project with a compiler.
    TypeScript,
    /// The same module for a page without a build step, and its declarations.
    JavaScript,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Markdown, Self::Json, Self::TypeScript, Self::JavaScript];

    /// The name, in lower case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::TypeScript => "typescript",
            Self::JavaScript => "javascript",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Self::ALL.into_iter().find(|format| format.name() == name).ok_or(UnknownFormat)
    }
}

/// The error for a name that is no format's.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct UnknownFormat;

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = Format::ALL.map(Format::name).join(", ");
        write!(f, "no such format; there are {names}")
    }
}

impl core::error::Error for UnknownFormat {}

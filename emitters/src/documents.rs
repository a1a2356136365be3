//! The generated files of a table: names, formats, contents.

use core::fmt;
use core::str::FromStr;

use crate::typescript::Module;
use crate::{json, json_schema, markdown, typescript};

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

/// All documents of a module's table, in the order of [`Format::ALL`].
///
/// `stem` is the name of the files without their endings, `close-codes` say.
#[must_use]
pub fn files(module: &Module<'_>, stem: &str) -> Vec<File> {
    let Module { table, source, .. } = *module;
    let file = |ending: &str, format, contents| File {
        name: format!("{stem}.{ending}"),
        format,
        contents,
    };
    vec![
        file("md", Format::Markdown, markdown::emit(table, source)),
        file("json", Format::Json, json::emit(table, source)),
        file("ts", Format::TypeScript, typescript::emit(module)),
        file("js", Format::JavaScript, typescript::emit_javascript(module)),
        file("d.ts", Format::JavaScript, typescript::emit_declarations(module)),
        file("codes.json", Format::Schema, json_schema::emit(table, source)),
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
    /// The codes as a JSON Schema.
    Schema,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] =
        [Self::Markdown, Self::Json, Self::TypeScript, Self::JavaScript, Self::Schema];

    /// The name, in lower case.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Markdown => "markdown",
            Self::Json => "json",
            Self::TypeScript => "typescript",
            Self::JavaScript => "javascript",
            Self::Schema => "schema",
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

/// The error for a name that is not a format.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct UnknownFormat;

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = Format::ALL.map(Format::name).join(", ");
        write!(f, "no such format; there are {names}")
    }
}

impl core::error::Error for UnknownFormat {}

//! The page as it is now, generated from the tables of this repository.

use std::fs;
use std::path::Path;

use close_code_codegen::diagnostic;
use close_code_codegen::model::Table;
use close_code_codegen::toml;
use close_code_emitters::compat::Compat;
use close_code_emitters::docs::Source;
use close_code_emitters::html::{self, Application, Document};
use close_code_emitters::libraries::Libraries;
use close_code_emitters::typescript::{self, Behind, Module};
use libtest_mimic::Failed;

use crate::tools;

/// The reference page.
///
/// # Errors
///
/// Where a table cannot be read.
pub fn reference() -> Result<String, Failed> {
    pages()?.into_iter().next().map(|(_, page)| page).ok_or_else(|| "there is no page".into())
}

/// The reference page and those next to it, by their names.
///
/// # Errors
///
/// Where a table cannot be read.
pub fn pages() -> Result<Vec<(&'static str, String)>, Failed> {
    let workspace = tools::workspace();
    let table = built_in()?;
    let mut applications = Vec::new();
    for path in files(&workspace.join("tables"))? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        applications.push((stem, read(&path)?));
    }
    let applications: Vec<_> =
        applications.iter().map(|(id, table)| Application { id, table }).collect();
    let source = fs::read_to_string(workspace.join("compat.toml"))?;
    let compat = Compat::read(&source).map_err(|error| error.to_string())?;
    let libraries = fs::read_to_string(workspace.join("libraries.toml"))?;
    let libraries = Libraries::read(&libraries).map_err(|error| error.to_string())?;
    let document = Document {
        table: &table,
        source: &Source::new("codes.toml"),
        protocol: None,
        built_in: true,
        applications: &applications,
        compat: Some(&compat),
        libraries: Some(&libraries),
    };
    Ok(vec![
        ("index.html", html::emit(&document)),
        (html::PROTOCOLS, html::protocols(&document)),
        (html::IMPLEMENTATIONS, html::implementations(&document)),
    ])
}

/// The module that the examples of the page import.
///
/// # Errors
///
/// Where the table cannot be read.
pub fn module() -> Result<String, Failed> {
    let (table, source) = (built_in()?, Source::new("codes.toml"));
    let module =
        Module { table: &table, protocol: None, behind: Behind::Included, source: &source };
    Ok(typescript::emit_javascript(&module))
}

/// The page of the laboratory.
///
/// # Errors
///
/// Where the table cannot be read.
pub fn lab() -> Result<String, Failed> {
    Ok(html::lab(&built_in()?, &Source::new("codes.toml")))
}

/// The page of a user's table, without other pages.
///
/// # Errors
///
/// Where the table cannot be read.
pub fn of_table(source: &str) -> Result<String, Failed> {
    let table = parse("the table", source)?;
    let application = Application { id: "hostile", table: &table };
    Ok(html::emit(&Document {
        table: &table,
        source: &Source::new("--><script>alert(1)</script>.toml"),
        protocol: None,
        built_in: false,
        applications: &[application],
        compat: None,
        libraries: None,
    }))
}

/// The page of a user's table, as the command generates it.
///
/// # Errors
///
/// Where a table cannot be read.
pub fn own(name: &str, source: &str) -> Result<String, Failed> {
    Ok(html::emit(&Document {
        table: &parse(name, source)?,
        source: &Source::new(name),
        protocol: Some(&built_in()?),
        built_in: false,
        applications: &[],
        compat: None,
        libraries: None,
    }))
}

/// The table that the runtime crate is made of.
///
/// # Errors
///
/// Where it cannot be read.
pub fn built_in() -> Result<Table, Failed> {
    read(&tools::workspace().join("codes.toml"))
}

/// The tables in a folder, by name.
fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>, Failed> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<Table, Failed> {
    parse(&path.display().to_string(), &fs::read_to_string(path)?)
}

fn parse(name: &str, source: &str) -> Result<Table, Failed> {
    toml::read(source).map_err(|problems| diagnostic::render(name, source, &problems).into())
}

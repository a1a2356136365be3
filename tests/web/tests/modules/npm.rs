//! The package for npm, as its `prepack` generates it: with the module of every table.

use std::fs;
use std::path::PathBuf;

use close_code_emitters::docs::Source;
use close_code_emitters::documents::{self, Format};
use close_code_emitters::typescript::{Behind, Module};
use libtest_mimic::Failed;
use serde_json::Value;

use super::site::Site;
use super::tools;

/// A folder with the package in `npm/`.
pub(crate) fn package(site: &Site) -> Result<PathBuf, Failed> {
    let workspace = tools::package().join("../..");
    let folder = site.path("package");
    let npm = folder.join("npm");
    fs::create_dir_all(npm.join("tables"))?;
    for file in ["npm/package.json", "npm/README.md", "LICENSE-MIT", "LICENSE-APACHE"] {
        let from = workspace.join(file);
        fs::copy(&from, npm.join(from.file_name().unwrap_or_default()))?;
    }
    let manifest: Value = serde_json::from_slice(&fs::read(npm.join("package.json"))?)?;
    assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
    for named in site.tables().iter().filter(|named| !named.own_only) {
        let (table, protocol) = (&named.table()?, named.protocol()?);
        let name = format!("tables/{}.toml", named.stem);
        let (folder, source) = match &protocol {
            None => ("", Source::new("codes.toml")),
            Some(_) => ("tables/", Source::new(&name)),
        };
        let is_published = named.is_built_in() || workspace.join(name).exists();
        let behind = Behind::Imported("../close-codes.js");
        let module = Module { table, protocol: protocol.as_ref(), behind, source: &source };
        for file in documents::files(&module, &named.stem) {
            if is_published && file.format == Format::JavaScript {
                fs::write(npm.join(folder).join(file.name), file.contents)?;
            }
        }
    }
    Ok(folder)
}

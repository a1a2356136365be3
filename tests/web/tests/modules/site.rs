//! A folder with the documents of every table in the repository.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::{fs, io};

use close_code_codegen::model::Table;
use close_code_codegen::toml;
use close_code_emitters::docs::Source;
use close_code_emitters::documents::{self, File};
use close_code_emitters::typescript::{Behind, Module};
use libtest_mimic::Failed;

use super::tools;

/// A table's source, and the stem of its documents' names.
#[derive(Clone)]
pub(crate) struct Named {
    pub(crate) stem: String,
    pub(crate) source: String,
    /// Whether its modules are without the rows of the protocol.
    pub(crate) own_only: bool,
}

impl Named {
    /// Reads the table: threads can share a source, but not a table.
    pub(crate) fn table(&self) -> Result<Table, String> {
        toml::read(&self.source)
            .map_err(|problems| format!("{}: {}", self.stem, problems[0].message))
    }

    /// Whether it is the built-in table.
    pub(crate) fn is_built_in(&self) -> bool {
        self.stem == BUILT_IN
    }

    /// The built-in table, unless this table covers all codes itself.
    pub(crate) fn protocol(&self) -> Result<Option<Table>, String> {
        if self.table()?.head().span == (0, u16::MAX) {
            return Ok(None);
        }
        let source = fs::read_to_string(tools::package().join("../../codes.toml"));
        let source = source.map_err(|error| error.to_string())?;
        toml::read(&source).map(Some).map_err(|problems| problems[0].message.clone())
    }

    fn documents(&self) -> Result<Vec<File>, String> {
        let (table, protocol) = (&self.table()?, self.protocol()?);
        let source = &Source::new(&format!("{}.toml", self.stem));
        let behind = if self.own_only { Behind::LeftOut } else { Behind::Included };
        let module = Module { table, protocol: protocol.as_ref(), behind, source };
        Ok(documents::files(&module, &self.stem))
    }
}

/// The folder: `ts/`, `js/` and `json/` hold the documents, `uses/` what imports them, and the top what
/// tells a compiler about them.
pub(crate) struct Site {
    root: PathBuf,
    tables: Vec<Named>,
    compiled: OnceLock<Result<(), String>>,
}

impl Site {
    /// The folder that all tests share. What a test writes there has a name of its own.
    pub(crate) fn shared() -> Result<&'static Self, Failed> {
        static SITE: OnceLock<Result<Site, String>> = OnceLock::new();
        SITE.get_or_init(|| Self::fill().map_err(|error| error.to_string()))
            .as_ref()
            .map_err(Failed::from)
    }

    fn fill() -> Result<Self, Box<dyn Error>> {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("site");
        if root.exists() {
            fs::remove_dir_all(&root)?;
        }
        for folder in ["ts", "js", "json", "md", "schema", "random"] {
            fs::create_dir_all(root.join(folder))?;
        }
        let site = Self { root, tables: tables()?, compiled: OnceLock::new() };
        site.write("package.json", r#"{ "type": "module" }"#)?;
        for named in &site.tables {
            for file in named.documents()? {
                site.write(&placed(&file.name), &file.contents)?;
            }
        }
        site.add("projects", ".")?;
        site.add("uses", "uses")?;
        Ok(site)
    }

    pub(crate) fn tables(&self) -> &[Named] {
        &self.tables
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) -> io::Result<PathBuf> {
        let path = self.path(name);
        fs::write(&path, text)?;
        Ok(path)
    }

    /// The module of a table in JavaScript, and what the compiler made of the one in TypeScript.
    pub(crate) fn modules(&self, stem: &str) -> Result<[PathBuf; 2], Failed> {
        let compile = || {
            let compiled = tools::tsc("typescript", &self.path("modules.json"), &[]);
            compiled.map_err(|failed| failed.message().unwrap_or_default().to_owned())
        };
        self.compiled.get_or_init(compile).as_ref().map_err(Failed::from)?;
        Ok(["js", "compiled"].map(|folder| self.path(&format!("{folder}/{stem}.js"))))
    }

    /// Copies a folder of this package.
    fn add(&self, from: &str, to: &str) -> io::Result<()> {
        fs::create_dir_all(self.path(to))?;
        for entry in fs::read_dir(tools::package().join(from))? {
            let entry = entry?;
            fs::copy(entry.path(), self.path(to).join(entry.file_name()))?;
        }
        Ok(())
    }
}

/// The path of a document: the declarations next to the module that they declare.
fn placed(name: &str) -> String {
    let folder = match name.rsplit('.').next() {
        Some("ts") if name.ends_with(".d.ts") => "js",
        Some("json") if name.ends_with(".codes.json") => "schema",
        Some(ending) => ending,
        None => ".",
    };
    format!("{folder}/{name}")
}

/// The built-in table under the name of its documents, and all others under their own, each with the
/// protocol behind it, and the test tables also without.
fn tables() -> io::Result<Vec<Named>> {
    let workspace = tools::package().join("../..");
    let mut paths = vec![workspace.join("codes.toml"), workspace.join("tests/web/hostile.toml")];
    for folder in ["tables", "codegen/tests/goldens"] {
        for entry in fs::read_dir(workspace.join(folder))? {
            paths.push(entry?.path());
        }
    }
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    let mut tables = Vec::new();
    for path in &paths {
        let with = named(path)?;
        if with.stem != BUILT_IN && !path.starts_with(workspace.join("tables")) {
            tables.push(Named {
                stem: format!("{}-own", with.stem),
                own_only: true,
                ..with.clone()
            });
        }
        tables.push(with);
    }
    Ok(tables)
}

const BUILT_IN: &str = "close-codes";

fn named(path: &Path) -> io::Result<Named> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let stem = if stem == "codes" { BUILT_IN.to_owned() } else { stem };
    Ok(Named { stem, source: fs::read_to_string(path)?, own_only: false })
}

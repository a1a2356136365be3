//! The same table generates the same bytes: twice, in another folder, with another locale and time zone,
//! and when the files of the repository come in another order.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use close_code_checks::cargo::{command, output};
use close_code_checks::harness::{self, Case};
use close_code_checks::repository::{copy_reversed, copy_to, empty, files, root, scratch, tables};
use close_code_codegen::compile::try_compile;
use close_code_codegen::rust::Options;
use close_code_codegen::toml;
use close_code_emitters::docs::Source;
use close_code_emitters::documents;
use close_code_emitters::typescript::{Behind, Module};

fn main() -> ExitCode {
    harness::run(&[
        Case { name: "a_table_is_generated_twice_with_the_same_result", reason: "", test: twice },
        Case {
            name: "the_command_generates_what_is_committed_wherever_it_runs",
            reason: "takes a minute",
            test: elsewhere,
        },
    ])
}

fn twice() -> Result<(), String> {
    let folders = [empty("determinism-one")?, empty("determinism-another/deeper")?];
    for path in tables().map_err(|error| error.to_string())? {
        let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
        let documents = || {
            let table = toml::read(&text).map_err(|_| format!("{} is wrong", path.display()))?;
            let source = &Source::new("table.toml");
            let module = Module { table: &table, protocol: None, behind: Behind::Included, source };
            Ok::<_, String>(documents::files(&module, "table"))
        };
        if documents()? != documents()? {
            return Err(format!("the documents of {} differ", path.display()));
        }
        let mut rust = Vec::new();
        for folder in &folders {
            let written = try_compile(&path, folder, &Options::default())
                .map_err(|error| error.to_string())?;
            rust.push(fs::read(written.path).map_err(|error| error.to_string())?);
        }
        if rust[0] != rust[1] {
            return Err(format!("the Rust of {} differs", path.display()));
        }
    }
    Ok(())
}

/// Builds the command in two copies of the repository, and lets it write `docs/` there.
fn elsewhere() -> Result<(), String> {
    let copies = [
        ("one", "C", "UTC", copy_to as fn(&Path) -> Result<(), String>),
        ("another", "tr_TR.UTF-8", "Pacific/Chatham", copy_reversed),
    ];
    let target = scratch("build")?;
    let committed = documents(&root().join("docs"))?;
    for (name, locale, zone, copy) in copies {
        let folder = empty(&format!("determinism-{name}"))?;
        copy(&folder)?;
        for (name, _) in committed.iter().filter(|(name, _)| is_generated(name)) {
            fs::remove_file(folder.join("docs").join(name)).map_err(|error| error.to_string())?;
        }
        let mut run = command(&folder, &target);
        run.args(["run", "--quiet", "--offline", "-p", "close-code-cli", "--", "generate"]);
        output(run.env("LC_ALL", locale).env("LANG", locale).env("TZ", zone))?;
        let made = documents(&folder.join("docs"))?;
        if made.len() != committed.len() {
            return Err("a document is missing, or is new".to_owned());
        }
        for (made, committed) in made.iter().zip(&committed) {
            if made != committed {
                return Err(format!("{} is not what is committed as {}", made.0, committed.0));
            }
        }
    }
    Ok(())
}

/// Whether the command writes a file; the form of the JSON, and what was measured, it does not.
fn is_generated(name: &str) -> bool {
    let form = name.ends_with(".schema.json");
    Path::new(name).extension().is_some_and(|ending| ending == "html")
        || (name.starts_with("close-codes.") && !form)
}

/// The files of a folder, with what they hold.
fn documents(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        fs::read(&path).map(|bytes| (name, bytes))
    };
    let files = files(folder).and_then(|paths| paths.into_iter().map(read).collect());
    files.map_err(|error| format!("{}: {error}", folder.display()))
}

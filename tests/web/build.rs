//! Compiles the tables of the repository as their users would: those in `tables/`, the emitters' golden
//! ones, and the one whose texts hold what means something in Rust. And lists them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use close_code_codegen::{compile, toml};

#[path = "src/random.rs"]
mod random;

fn main() {
    if let Err(error) = run() {
        println!("cargo::error={error}");
    }
}

fn run() -> io::Result<()> {
    example()?;
    let mut modules = String::new();
    let mut list = String::new();
    for path in tables(&env::current_dir()?)?.into_iter().chain(random_tables()?) {
        compile(&path);
        let source = fs::read_to_string(&path)?;
        let Ok(table) = toml::read(&source) else { continue };
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let module = stem.replace('-', "_");
        let name = &table.head().name;
        let path = path.display().to_string();
        let _ = writeln!(
            modules,
            "/// The table `{stem}`.\npub mod {module} {{ close_code::include_codes!({stem:?}); }}"
        );
        let _ = writeln!(
            list,
            "Compiled {{ name: {stem:?}, source: include_str!({path:?}), \
             rows: {module}::{name}::TABLE, entry: entry::<{module}::{name}> }},"
        );
    }
    let text =
        format!("{modules}\n/// Every table.\npub const TABLES: &[Compiled] = &[\n{list}];\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("tables.rs"), text)
}

/// Some tables that nobody would write: enough to see that rustc decides as the generator does.
fn random_tables() -> io::Result<Vec<PathBuf>> {
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    let mut paths = Vec::new();
    for seed in 0..8 {
        let path = Path::new(&out).join(format!("random-{seed}.toml"));
        write(&path, &random::table(seed))?;
        paths.push(path);
    }
    Ok(paths)
}

/// The table in the documentation of tables, which its examples include.
fn example() -> io::Result<()> {
    let guide = Path::new("../../docs/tables.md");
    println!("cargo::rerun-if-changed={}", guide.display());
    let text = fs::read_to_string(guide)?;
    let block = text.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next());
    let block = block.ok_or_else(|| io::Error::other("docs/tables.md has no table"))?;
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    let path = Path::new(&out).join("fleet.toml");
    write(&path, block)?;
    compile(&path);
    Ok(())
}

/// Writes a table that cargo watches, unless it is there: a newer one would make this script run every time.
fn write(path: &Path, text: &str) -> io::Result<()> {
    if fs::read_to_string(path).is_ok_and(|before| before == text) {
        Ok(())
    } else {
        fs::write(path, text)
    }
}

/// The tables, by name. The folders are watched too: this script runs again for a new table.
fn tables(package: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = vec![package.join("hostile.toml")];
    for folder in ["../../tables", "../../codegen/tests/goldens"] {
        let folder = package.join(folder);
        println!("cargo::rerun-if-changed={}", folder.display());
        // A package that was taken out of the repository has the hostile table alone.
        if !folder.exists() {
            continue;
        }
        for entry in fs::read_dir(folder)? {
            paths.push(entry?.path());
        }
    }
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    Ok(paths)
}

//! Lists the tables that the command embeds: every file in `tables/`, so that adding one is all it takes.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if let Err(error) = run() {
        println!("cargo::error={error}");
    }
}

fn run() -> io::Result<()> {
    let package = PathBuf::from(variable("CARGO_MANIFEST_DIR")?);
    let tables = shared(&package, "tables", Path::is_dir);
    // A link that git could not make is a file with a path in it.
    let is_text = |path: &Path| fs::read_to_string(path).is_ok_and(|text| text.lines().count() > 1);
    let mut list = String::from("[\n");
    for path in files(&tables)? {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy();
        let path = path.display().to_string();
        let _ = writeln!(list, "    ({stem:?}, include_str!({path:?})),");
    }
    list.push_str("]\n");
    let out = PathBuf::from(variable("OUT_DIR")?);
    fs::write(out.join("tables.rs"), list)?;
    println!("cargo::rerun-if-changed={}", tables.display());
    for (name, file) in [
        ("compat", "compat.toml"),
        ("libraries", "libraries.toml"),
        ("schema", "codes.schema.json"),
    ] {
        let file = shared(&package, file, is_text).display().to_string();
        fs::write(out.join(format!("{name}.rs")), format!("include_str!({file:?})\n"))?;
        println!("cargo::rerun-if-changed={file}");
    }
    Ok(())
}

/// What the workspace and this package share. In the package there is a link, which cargo turns into
/// the thing itself when it packs; a checkout without links, as on some Windows, has the original.
fn shared(package: &Path, name: &str, is_right: impl Fn(&Path) -> bool) -> PathBuf {
    let own = package.join(name);
    if is_right(&own) { own } else { package.join("..").join(name) }
}

/// The tables in a folder, by name.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
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

fn variable(name: &str) -> io::Result<std::ffi::OsString> {
    env::var_os(name).ok_or_else(|| io::Error::other(format!("cargo does not set {name}")))
}

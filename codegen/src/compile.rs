//! Compiles a table from a build script.

use core::fmt;

use std::error::Error;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use crate::model::Table;
use crate::rust::{self, Options};
use crate::{diagnostic, toml};

/// Compiles the table at `path` to Rust: for the build script of a package with codes of its own.
///
/// `path` is relative to the package's folder. `codes.toml` becomes `codes.rs` in `OUT_DIR`, where
/// `close_code::include_codes!("codes")` finds it, so two tables of one package need two file names.
/// The build script runs again when the table changes; what it generates is written only if it differs.
///
/// A mistake in the table, a missing file and similar errors end the build with messages that show the
/// position. This function itself never panics.
///
/// # Examples
///
/// `build.rs`:
///
/// ```no_run
/// close_code_codegen::compile("codes.toml");
/// ```
///
/// `codes.toml` next to it:
///
/// ```toml
/// [table]
/// name = "ChatClose"
/// title = "Close codes of the chat"
/// description = "Why the chat server ends a connection."
///
/// [[code]]
/// code = 4001
/// name = "SessionExpired"
/// description = "The session is over. Sign in again, then reconnect."
/// reconnect = "after-change"
/// ```
pub fn compile(path: impl AsRef<Path>) {
    let path = path.as_ref();
    run(path, |table| {
        let rust = rust_file(path, table, &Options::default())?;
        Ok(misnamed(path, &rust.0).into_iter().chain([rust]).collect())
    });
}

/// Reads the table at `path`, and writes the result of `emit` to `OUT_DIR`: pairs of a file's name and its
/// text. For a build script that needs more than [`compile`].
///
/// Errors are reported to cargo, which ends the build; this function still returns.
pub fn run<F>(path: impl AsRef<Path>, emit: F)
where
    F: FnOnce(&Table) -> Result<Vec<(String, String)>, Failure>,
{
    let path = path.as_ref();
    println!("cargo::rerun-if-changed={}", path.display());
    let files = read(path).and_then(|table| emit(&table));
    if let Err(failure) = files.and_then(|files| write_all(&files)) {
        print!("{}", for_cargo(&failure.to_string()));
    }
}

/// Compiles the table at `source` to Rust, and writes it to `out_dir`. What [`compile`] does, without
/// cargo: `source` is relative to the current directory.
///
/// # Errors
///
/// A [`Failure`]; its text is for people, of several lines if the table has mistakes.
pub fn try_compile(source: &Path, out_dir: &Path, options: &Options) -> Result<Written, Failure> {
    let table = read_at(source, source)?;
    let (name, text) = rust_file(source, &table, options)?;
    write(out_dir.join(name), &text)
}

/// A file that was generated.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Written {
    /// Where it is.
    pub path: PathBuf,
    /// Whether it was written: `false` if it held the very same text before.
    pub changed: bool,
}

/// How many rows a table may have that Rust is generated for.
const MOST_ROWS: usize = 5000;

/// Why nothing was generated.
#[derive(Debug)]
#[non_exhaustive]
pub enum Failure {
    /// The table has mistakes: all of them, as [`diagnostic::render`] shows them.
    Invalid(String),
    /// The table is not text in UTF-8.
    NotUtf8(String),
    /// A file cannot be read.
    Read(PathBuf, io::Error),
    /// A file cannot be written.
    Write(PathBuf, io::Error),
    /// The table has more rows than Rust is generated for.
    TooManyRows(PathBuf, usize),
    /// The path names no file that could give its name to the generated one.
    NoName(PathBuf),
    /// Cargo's `OUT_DIR` is not set.
    NoOutDir,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invalid(report) => f.write_str(report.trim_end()),
            Self::NotUtf8(text) => f.write_str(text),
            Self::Read(path, error) if error.kind() == io::ErrorKind::NotFound => {
                write!(f, "there is no file {}", path.display())
            }
            Self::Read(path, error) => write!(f, "cannot read {}: {error}", path.display()),
            Self::Write(path, error) => write!(f, "cannot write {}: {error}", path.display()),
            Self::TooManyRows(path, rows) => write!(
                f,
                "{} has {rows} rows; the limit for Rust is {MOST_ROWS}, which keeps compile times low: use ranges",
                path.display()
            ),
            Self::NoName(path) => write!(f, "{} is not the path of a file", path.display()),
            Self::NoOutDir => f.write_str(
                "OUT_DIR is not set: cargo sets it for a build script, so call this from build.rs",
            ),
        }
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Read(_, error) | Self::Write(_, error) => Some(error),
            _ => None,
        }
    }
}

/// Reads and checks the table at `path` in the package that is being built.
fn read(path: &Path) -> Result<Table, Failure> {
    let package = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default();
    read_at(&Path::new(&package).join(path), path)
}

/// The size of the largest table: many times that of one with all codes.
const LARGEST: u64 = 16 << 20;

/// Reads and checks a table; the texts call it `shown`.
fn read_at(path: &Path, shown: &Path) -> Result<Table, Failure> {
    let read = |error| Failure::Read(path.to_owned(), error);
    let mut bytes = Vec::new();
    fs::File::open(path).map_err(read)?.take(LARGEST + 1).read_to_end(&mut bytes).map_err(read)?;
    if bytes.len() as u64 > LARGEST {
        let error = format!("it is larger than {} MiB", LARGEST >> 20);
        return Err(Failure::Read(path.to_owned(), io::Error::other(error)));
    }
    let shown = shown.display().to_string();
    let source = match core::str::from_utf8(&bytes) {
        Ok(source) => source,
        Err(error) => {
            let text = diagnostic::not_utf8(&shown, &bytes, error.valid_up_to());
            return Err(Failure::NotUtf8(text));
        }
    };
    toml::read(source)
        .map_err(|problems| Failure::Invalid(diagnostic::render(&shown, source, &problems)))
}

/// The name and the text of the Rust that a table becomes.
fn rust_file(source: &Path, table: &Table, options: &Options) -> Result<(String, String), Failure> {
    let Some(stem) = source.file_stem() else { return Err(Failure::NoName(source.to_owned())) };
    if table.rows().len() > MOST_ROWS {
        return Err(Failure::TooManyRows(source.to_owned(), table.rows().len()));
    }
    let name = format!("{}.rs", stem.to_string_lossy());
    let file = source.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok((name, rust::emit(table, &Options { file, ..options.clone() })))
}

/// What `include_codes!` finds that is given the whole name of the table's file.
fn misnamed(source: &Path, rust: &str) -> Option<(String, String)> {
    let name = format!("{}.rs", source.file_name()?.to_string_lossy());
    let stem = rust.strip_suffix(".rs")?;
    let help = format!("write the name without its extension: `include_codes!({stem:?})`");
    (name != rust).then(|| (name, format!("::core::compile_error!({help:?});\n")))
}

/// Writes files to cargo's `OUT_DIR`.
fn write_all(files: &[(String, String)]) -> Result<(), Failure> {
    let Some(out_dir) = env::var_os("OUT_DIR") else { return Err(Failure::NoOutDir) };
    for (name, text) in files {
        write(Path::new(&out_dir).join(name), text)?;
    }
    Ok(())
}

/// Writes a file unless it holds the very same text: rustc need not look at it again then.
fn write(path: PathBuf, text: &str) -> Result<Written, Failure> {
    let changed = fs::read(&path).ok().as_deref() != Some(text.as_bytes());
    if changed {
        fs::write(&path, text).map_err(|error| Failure::Write(path.clone(), error))?;
    }
    Ok(Written { path, changed })
}

/// A text as cargo takes it from a build script: cargo ends an error at the end of its line.
fn for_cargo(text: &str) -> String {
    text.lines().map(|line| format!("cargo::error={line}\n")).collect()
}

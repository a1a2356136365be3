//! Where things are in the repository.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use crate::cargo;

/// The folder of the repository.
#[must_use]
pub fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.ancestors().nth(2).unwrap_or(own)
}

/// Every table: the built-in one, those in `tables/`, and the emitters' golden ones.
///
/// # Errors
///
/// When a folder cannot be read.
pub fn tables() -> io::Result<Vec<PathBuf>> {
    let mut paths = vec![root().join("codes.toml")];
    for folder in ["tables", "codegen/tests/goldens"] {
        let files = files(&root().join(folder))?;
        paths.extend(
            files.into_iter().filter(|path| path.extension().is_some_and(|end| end == "toml")),
        );
    }
    Ok(paths)
}

/// The files in a folder, by name.
///
/// # Errors
///
/// When the folder cannot be read.
pub fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

/// A folder for what a test builds, below the target folder; it may hold what an earlier run has left.
///
/// # Errors
///
/// When it cannot be made.
pub fn scratch(name: &str) -> Result<PathBuf, String> {
    // A test program is in target/debug/deps.
    let program = env::current_exe().map_err(|error| error.to_string())?;
    let target = program.ancestors().nth(3).unwrap_or(Path::new("target"));
    let folder = target.join("checks").join(name);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}

/// A folder for what a test builds, without what an earlier run has left.
///
/// # Errors
///
/// When it cannot be made, or emptied.
pub fn empty(name: &str) -> Result<PathBuf, String> {
    let folder = scratch(name)?;
    fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    scratch(name)
}

/// Copies the files of the repository, as a commit of everything would have them, to an empty folder.
///
/// # Errors
///
/// When git does not list them, or a file cannot be copied.
pub fn copy_to(folder: &Path) -> Result<(), String> {
    copy_all(&listed()?, folder)
}

/// The same, in the opposite order: a folder that is read as it was written reads differently.
///
/// # Errors
///
/// When git does not list them, or a file cannot be copied.
pub fn copy_reversed(folder: &Path) -> Result<(), String> {
    let mut names = listed()?;
    names.reverse();
    copy_all(&names, folder)
}

/// The files that git knows, or would take in.
fn listed() -> Result<Vec<String>, String> {
    let mut git = Command::new("git");
    git.current_dir(root()).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let names = cargo::output(&mut git)?;
    Ok(names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

fn copy_all(names: &[String], folder: &Path) -> Result<(), String> {
    for name in names {
        let (from, to) = (root().join(name), folder.join(name));
        let copied = match fs::symlink_metadata(&from) {
            // Listed, and deleted since.
            Err(_) => Ok(()),
            Ok(metadata) if metadata.is_symlink() => {
                // The link as it is, also if it points to something relative to itself.
                let target = if cfg!(unix) { fs::read_link(&from) } else { Ok(from) };
                target.and_then(|target| link(&target, &to))
            }
            Ok(_) => copy(&from, &to),
        };
        copied.map_err(|error| format!("{name}: {error}"))?;
    }
    Ok(())
}

/// Copies a folder with everything in it.
///
/// # Errors
///
/// When something cannot be read or written.
pub fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_folder(&entry.path(), &target)?;
        } else {
            copy(&entry.path(), &target)?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).map(|_| ())
}

/// Makes a link to a file or a folder if the system has links, else copies what it would point to.
///
/// # Errors
///
/// When something cannot be read or written.
pub fn link(from: &Path, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    #[cfg(unix)]
    return std::os::unix::fs::symlink(from, to);
    #[cfg(not(unix))]
    if from.is_dir() { copy_folder(from, to) } else { copy(from, to) }
}

//! Where things are in the repository.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The folder of the repository.
#[must_use]
pub fn root() -> &'static Path {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own)
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

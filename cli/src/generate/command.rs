//! The command that brings documents up to date, as a person would type it.

use core::fmt::Write as _;
use std::env;
use std::path::Path;

use super::Args;
use crate::files::quoted;

/// The name of the table's file in its documents: as seen from the current folder, so that the
/// documents are the same whoever generates them.
pub(super) fn name(file: &Path) -> String {
    let relative = env::current_dir().ok().and_then(|folder| file.strip_prefix(folder).ok());
    let name = match relative {
        Some(relative) => relative,
        None if file.is_absolute() => file.file_name().map_or(file, Path::new),
        None => file.strip_prefix(".").unwrap_or(file),
    };
    name.to_string_lossy().replace('\\', "/")
}

/// The command that repairs what `--check` complains about.
pub(super) fn repair(args: &Args) -> String {
    let mut command = "close-code generate".to_owned();
    if args.file != Path::new("codes.toml") {
        let _ = write!(command, " {}", quoted(&args.file));
    }
    if !args.only.is_empty() {
        let names: Vec<_> = args.only.iter().map(|kind| kind.name()).collect();
        let _ = write!(command, " --only {}", names.join(","));
    }
    if args.out != Path::new("docs") {
        let _ = write!(command, " --out {}", quoted(&args.out));
    }
    command
}

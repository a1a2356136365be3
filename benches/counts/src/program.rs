//! Programs of this package, built with optimizations.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds a program with a profile of its own, whatever that of the tests is.
///
/// # Errors
///
/// What cargo says, if it fails.
pub fn build(name: &str, target: &Path) -> Result<PathBuf, String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build.args(["build", "--quiet", "--release", "--package", "close-code-counts", "--bin", name]);
    build.arg("--target-dir").arg(target).current_dir(env!("CARGO_MANIFEST_DIR"));
    for (name, _) in env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("CARGO_PROFILE")
            || name == "RUSTFLAGS"
            || name == "CARGO_ENCODED_RUSTFLAGS"
        {
            build.env_remove(name);
        }
    }
    build.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "1").env("CARGO_INCREMENTAL", "0");
    run(&mut build)?;
    Ok(target.join("release").join(name).with_extension(env::consts::EXE_EXTENSION))
}

/// Runs a command to its end.
///
/// # Errors
///
/// What it said, if it fails.
pub fn run(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| error.to_string())?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{command:?}\n{}", String::from_utf8_lossy(&output.stderr)))
}

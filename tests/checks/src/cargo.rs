//! Cargo, run from a test.

use std::env;
use std::ffi::OsStr;
use std::path::Path;
use std::process::Command;

/// Runs cargo in a folder, with a folder of its own for what it builds, and returns what it printed on
/// its standard output.
///
/// # Errors
///
/// All that it printed, if it fails.
pub fn cargo<A: AsRef<OsStr>>(
    folder: &Path,
    target: &Path,
    arguments: &[A],
) -> Result<String, String> {
    output(command(folder, target).args(arguments))
}

/// Cargo in a folder, without what an outer cargo has put into the environment.
#[must_use]
pub fn command(folder: &Path, target: &Path) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder).env("CARGO_TARGET_DIR", target);
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        let of_package = text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_");
        if of_package || matches!(&*text, "RUSTFLAGS" | "RUSTDOCFLAGS" | "OUT_DIR") {
            command.env_remove(name);
        }
    }
    command
}

/// Runs a command to its end, and returns what it printed on its standard output.
///
/// # Errors
///
/// What it printed, if it fails or cannot be started.
pub fn output(command: &mut Command) -> Result<String, String> {
    finished(command).map(|(stdout, _)| stdout)
}

/// Runs a command to its end, and returns what it told a person: its standard error.
///
/// # Errors
///
/// What it printed, if it fails or cannot be started.
pub fn told(command: &mut Command) -> Result<String, String> {
    finished(command).map(|(_, stderr)| stderr)
}

fn finished(command: &mut Command) -> Result<(String, String), String> {
    let name = command.get_args().map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ");
    let output = command.output().map_err(|error| format!("{name}: {error}"))?;
    let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() {
        return Ok((stdout, stderr));
    }
    Err(format!("{name}: {}\n{stdout}{stderr}", output.status))
}

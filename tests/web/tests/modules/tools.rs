//! Node and the compilers, as the lock file pins them.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use libtest_mimic::Failed;

/// The folder of this package.
pub(crate) fn package() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// What keeps the tests from running, and what to do about it.
pub(crate) fn missing() -> Option<String> {
    if Command::new("node").arg("--version").output().is_err() {
        return Some("needs node".to_owned());
    }
    let modules = package().join("node_modules");
    let pinned = [
        "@taplo/cli",
        "ajv",
        "esbuild",
        "partysocket",
        "publint",
        "typescript",
        "typescript-5",
        "vite",
        "ws",
    ];
    let absent = pinned.iter().any(|name| !modules.join(name).join("package.json").exists());
    absent.then(|| "needs `npm ci` in tests/web".to_owned())
}

/// Runs a script of this package.
pub(crate) fn node(script: &str, arguments: &[impl AsRef<OsStr>]) -> Result<(), Failed> {
    run(Command::new("node").arg(package().join("scripts").join(script)).args(arguments))
}

/// Runs the compiler on a project.
pub(crate) fn tsc(compiler: &str, project: &Path, options: &[&OsStr]) -> Result<(), Failed> {
    let program = package().join("node_modules").join(compiler).join("bin/tsc");
    run(Command::new("node").arg(program).arg("--project").arg(project).args(options))
}

/// What the checker that editors have for TOML says of a table.
pub(crate) fn taplo(table: &Path) -> Result<String, Failed> {
    let program = package().join("node_modules/@taplo/cli/dist/cli.js");
    let schema = package().join("../../codes.schema.json").canonicalize()?;
    let schema = format!("file://{}", schema.display());
    let mut command = Command::new("node");
    command.arg(program).args(["--colors", "never", "lint", "--schema", &schema]).arg(table);
    Ok(String::from_utf8_lossy(&command.output()?.stderr).into_owned())
}

fn run(command: &mut Command) -> Result<(), Failed> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(());
    }
    let text = [output.stdout, output.stderr].concat();
    Err(Failed::from(format!("{command:?}\n{}", String::from_utf8_lossy(&text))))
}

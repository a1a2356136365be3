//! The programs and packages that the tests need, and what to say if one is missing.

use std::env;
use std::path::{Path, PathBuf};

/// A program on this machine, by its environment variable or else by its name in `PATH`.
#[must_use]
pub fn program(variable: &str, name: &str) -> Option<PathBuf> {
    if let Some(path) = env::var_os(variable).map(PathBuf::from) {
        return path.is_file().then_some(path);
    }
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// The browser.
#[must_use]
pub fn chromium() -> Option<PathBuf> {
    program("CLOSE_CODE_CHROMIUM", "chromium")
}

/// The program that drives it.
#[must_use]
pub fn chromedriver() -> Option<PathBuf> {
    program("CLOSE_CODE_CHROMEDRIVER", "chromedriver")
}

/// The script of axe-core, which `npm ci` brings.
#[must_use]
pub fn axe() -> Option<PathBuf> {
    let path = folder().join("node_modules/axe-core/axe.min.js");
    path.is_file().then_some(path)
}

/// What is missing of the browser, if anything: the reason that a test gives for being ignored.
#[must_use]
pub fn missing_browser() -> Option<String> {
    if chromium().is_none() {
        return Some("there is no chromium: on Debian, `apt-get install chromium`".to_owned());
    }
    if chromedriver().is_none() {
        let text = "there is no chromedriver: on Debian, `apt-get install chromium-driver`";
        return Some(text.to_owned());
    }
    None
}

/// What is missing for the accessibility audit, if anything.
#[must_use]
pub fn missing_audit() -> Option<String> {
    missing_browser().or_else(|| {
        axe().is_none().then(|| "there is no axe-core: run `npm ci` in tests/browser".to_owned())
    })
}

/// The folder of this package.
#[must_use]
pub fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of the workspace.
#[must_use]
pub fn workspace() -> PathBuf {
    folder().join("../..")
}

/// A folder for what the tests write for a person to look at, below the target folder.
///
/// # Errors
///
/// The system's error if it cannot be created.
pub fn output(name: &str) -> std::io::Result<PathBuf> {
    // The test program is in target/debug/deps.
    let program = env::current_exe()?;
    let target = program.ancestors().nth(3).unwrap_or(Path::new("target"));
    let folder = target.join("browser-tests").join(name);
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

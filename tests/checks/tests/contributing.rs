//! What CONTRIBUTING shows of a mistake in the built-in table, compared with what cargo prints.
//!
//! `BLESS=1 cargo test -p close-code-checks --test contributing -- --ignored` writes it anew.

use std::env;
use std::fs;
use std::process::ExitCode;

use close_code_checks::cargo::command;
use close_code_checks::harness::{self, Case};
use close_code_checks::repository::{copy_to, empty, root, scratch};

fn main() -> ExitCode {
    let reason = "takes a minute";
    harness::run(&[Case { name: "mistakes_are_shown_as_cargo_shows_them", reason, test: mistakes }])
}

/// Adds the row of the guide as the guide says, once right and once wrong.
fn mistakes() -> Result<(), String> {
    let file = root().join("CONTRIBUTING.md");
    let guide = fs::read_to_string(&file).map_err(|error| error.to_string())?;
    let (_, row) = guide.split_once("```toml\n").ok_or("no row")?;
    let (row, _) = row.split_once("```").ok_or("no end of the row")?;
    let wrong = row.replace("code = 3010", "code = 3008").replace("reconnect", "reconect");
    let (right, _) = build("right", row)?;
    let (wrong, shown) = build("wrong", &wrong)?;
    if !right || wrong {
        return Err(format!("the row builds: {right}; with mistakes: {wrong}\n{shown}"));
    }
    let errors = shown.lines().filter(|line| line.starts_with("error"));
    let errors: String = errors.map(|line| format!("{}\n", line.trim_end())).collect();
    let (before, block) = guide.split_once("```console\n$ cargo build\n").ok_or("no session")?;
    let (block, after) = block.split_once("```").ok_or("no end of the session")?;
    if block == errors {
        return Ok(());
    }
    if env::var_os("BLESS").is_some() {
        let blessed = format!("{before}```console\n$ cargo build\n{errors}```{after}");
        return fs::write(&file, blessed).map_err(|error| error.to_string());
    }
    Err(format!("CONTRIBUTING shows:\n{block}\nbut cargo prints:\n{errors}"))
}

/// Builds a copy of the repository with a row below 3008: whether that works, and what cargo prints.
fn build(name: &str, row: &str) -> Result<(bool, String), String> {
    let folder = empty(&format!("contributing-{name}"))?;
    copy_to(&folder)?;
    let table = folder.join("codes.toml");
    let text = fs::read_to_string(&table).map_err(|error| error.to_string())?;
    fs::write(&table, format!("{text}\n{row}")).map_err(|error| error.to_string())?;
    let mut cargo = command(&folder, &scratch("build")?);
    // Without the command, of which the guide says nothing.
    cargo.args(["build", "--offline", "-p", "close-code"]);
    let output = cargo.output().map_err(|error| error.to_string())?;
    Ok((output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned()))
}

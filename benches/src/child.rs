//! Programs that this one starts, and what they cost.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{env, io};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike as _;

/// What a command took.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Processor time of the command and everything that it started, user and system, in seconds.
    pub cpu: f64,
    /// By the clock, in seconds.
    pub wall: f64,
}

/// A command of cargo in a folder, with a target folder of its own, without what the environment says
/// about flags; packages are there already, and builds are not incremental, as those of packages from a
/// registry are not.
pub fn cargo(folder: &Path, arguments: &[&str]) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(folder).args(arguments).stdin(Stdio::null());
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        let own = ["RUSTFLAGS", "RUSTC_WRAPPER", "CARGO_ENCODED_RUSTFLAGS", "CARGO_MANIFEST_DIR"];
        if text.starts_with("CARGO_PROFILE")
            || text.starts_with("CARGO_PKG")
            || own.contains(&&*text)
        {
            cargo.env_remove(&name);
        }
    }
    cargo.env("CARGO_TARGET_DIR", folder.join("target")).env("CARGO_INCREMENTAL", "0");
    cargo
}

/// Runs a command to its end; its output, or an error with what it said.
pub fn run(command: &mut Command) -> io::Result<(String, Cost)> {
    let (cpu, clock) = (children()?, Instant::now());
    let output = command.output()?;
    let cost = Cost { cpu: children()? - cpu, wall: clock.elapsed().as_secs_f64() };
    if output.status.success() {
        return Ok((String::from_utf8_lossy(&output.stdout).into_owned(), cost));
    }
    Err(io::Error::other(format!("{command:?}\n{}", String::from_utf8_lossy(&output.stderr))))
}

/// Processor time of all children that have ended.
fn children() -> io::Result<f64> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let microseconds = (usage.user_time() + usage.system_time()).num_microseconds();
    #[allow(clippy::cast_precision_loss, reason = "some minutes in microseconds")]
    Ok(microseconds as f64 / 1e6)
}

/// The least of some figures.
pub fn least(figures: &[f64]) -> f64 {
    figures.iter().copied().fold(f64::INFINITY, f64::min)
}

/// The figure in the middle.
pub fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

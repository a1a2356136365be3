//! Builds after a change, and after none.

use std::io;
use std::path::Path;
use std::process::Command;
use std::{fs, thread, time};

use crate::child::{cargo, least, median, run};
use crate::options::Options;
use crate::program::root;
use crate::table::Table;

/// From an edit of `codes.toml` to the root package, in a copy of the repository.
pub fn tables(folder: &Path, options: &Options) -> io::Result<Vec<Table>> {
    let copy = folder.join("repository");
    copy_repository(&copy)?;
    let build =
        || run(cargo(&copy, &["build", "--package=close-code"]).env_remove("CARGO_INCREMENTAL"));
    build()?;
    let table = copy.join("codes.toml");
    let text = fs::read_to_string(&table)?;
    let (mut cpu, mut wall, mut idle) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..options.builds {
        // Cargo compares times of whole seconds on some file systems.
        thread::sleep(time::Duration::from_secs(1));
        let edited = text.replacen("description = \"", &format!("description = \"{round}: "), 1);
        if edited == text {
            return Err(io::Error::other("codes.toml has no description to edit"));
        }
        fs::write(&table, edited)?;
        let (_, cost) = build()?;
        cpu.push(cost.cpu);
        wall.push(cost.wall);
        idle.push(build()?.1.wall);
    }
    let caption = "The root package after an edit of `codes.toml`, and again without a change, `cargo build`; seconds";
    let mut costs = Table::new("rebuild", caption, &["least", "median"], 2);
    costs.push("edited, wall clock", [least(&wall), median(&wall)]);
    costs.push("edited, CPU", [least(&cpu), median(&cpu)]);
    costs.push("nothing changed, wall clock", [least(&idle), median(&idle)]);
    let mut rebuilt = Table::new("rebuilt", "Packages that are rebuilt", &["packages"], 0);
    rebuilt.push("nothing changed", [compiled_again(&copy)?]);
    Ok(vec![costs, rebuilt])
}

/// How many units of a second build are not what the first has left.
fn compiled_again(copy: &Path) -> io::Result<f64> {
    let mut command = cargo(copy, &["build", "--package=close-code", "--message-format=json"]);
    let (messages, _) = run(command.env_remove("CARGO_INCREMENTAL"))?;
    let artifacts = || messages.lines().filter(|line| line.contains("\"compiler-artifact\""));
    if artifacts().next().is_none() {
        return Err(io::Error::other("cargo names no artifact"));
    }
    #[allow(clippy::cast_precision_loss, reason = "some packages")]
    Ok(artifacts().filter(|line| line.contains("\"fresh\":false")).count() as f64)
}

/// The files that git knows.
fn copy_repository(to: &Path) -> io::Result<()> {
    let (names, _) = run(Command::new("git").current_dir(root()).args(["ls-files", "-z"]))?;
    for name in names.split('\0').filter(|name| !name.is_empty()) {
        let (from, to) = (root().join(name), to.join(name));
        if let Some(folder) = to.parent() {
            fs::create_dir_all(folder)?;
        }
        if from.is_file() {
            fs::copy(from, to)?;
        }
    }
    Ok(())
}

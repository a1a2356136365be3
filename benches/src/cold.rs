//! A user's first build.

use std::fs;
use std::io;
use std::path::Path;

use serde_json::Value;

use crate::child::{cargo, least, median, run};
use crate::options::Options;
use crate::program::{NUM_ENUM, Program, STRUM, TUNGSTENITE, close_code};
use crate::table::Table;

/// The cost of each program, and where the time goes in ours.
pub fn tables(folder: &Path, options: &Options) -> io::Result<Vec<Table>> {
    let subjects = [
        ("close-code", close_code(&[])),
        ("close-code with `derive`", close_code(&["derive"])),
        ("strum with its derive", STRUM.to_owned()),
        ("num_enum", NUM_ENUM.to_owned()),
        ("tungstenite, without TLS and handshake", TUNGSTENITE.to_owned()),
    ];
    let mut programs = Vec::new();
    for (at, (name, dependencies)) in subjects.iter().enumerate() {
        let program = Program::new(folder, &format!("cold-{at}"), dependencies, "fn main() {}\n")?;
        programs.push((*name, program, Vec::new()));
    }
    for _ in 0..options.builds {
        for (_, program, seconds) in &mut programs {
            seconds.push(program.build_all()?.cpu);
        }
    }
    let caption =
        "First build of an empty program with this dependency, `cargo build`; CPU s, and packages";
    let mut table = Table::new("cold", caption, &["least", "median", "packages"], 2);
    for (name, program, seconds) in &programs {
        table.push(*name, [least(seconds), median(seconds), packages(&program.folder)?]);
    }
    Ok(vec![table, timings(&programs[1].1)?])
}

/// How many packages a build compiles, the program itself aside.
fn packages(folder: &Path) -> io::Result<f64> {
    let arguments = ["tree", "--offline", "--prefix=none", "--edges=normal,build", "--format={p}"];
    let (tree, _) = run(&mut cargo(folder, &arguments))?;
    let mut names: Vec<_> = tree.lines().map(|line| line.trim_end_matches(" (*)")).collect();
    names.sort_unstable();
    names.dedup();
    #[allow(clippy::cast_precision_loss, reason = "some packages")]
    Ok(names.len() as f64 - 1.0)
}

/// What `cargo build --timings` says of each package.
fn timings(program: &Program) -> io::Result<Table> {
    fs::remove_dir_all(program.folder.join("target"))?;
    program.build(&["--timings", "--jobs=1"])?;
    let report = program.folder.join("target/cargo-timings/cargo-timing.html");
    let text = fs::read_to_string(report)?;
    let start = "const UNIT_DATA = ";
    let data = text.split_once(start).and_then(|(_, rest)| rest.split_once(";\n"));
    let Some((data, _)) = data else {
        return Err(io::Error::other("the report of cargo's timings has another form"));
    };
    let units: Vec<Value> = serde_json::from_str(data)?;
    let caption = "Where that time goes, with `derive`, one package after the other \
                   (`cargo build --timings --jobs=1`); s";
    let mut table = Table::new("timings", caption, &["build"], 2);
    for unit in &units {
        let text = |key: &str| unit[key].as_str().unwrap_or_default().trim().to_owned();
        let name = format!("{} {} {}", text("name"), text("version"), text("target"));
        table.push(name.trim(), [unit["duration"].as_f64().unwrap_or(f64::NAN)]);
    }
    table.rows.sort_by(|a, b| {
        let figure = |figures: &[Option<f64>]| figures.first().copied().flatten().unwrap_or(0.0);
        figure(&b.figures).total_cmp(&figure(&a.figures))
    });
    Ok(table)
}

//! A user's first build.

use std::collections::HashSet;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

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
    let caption = "First build of an empty program with this dependency, `cargo build`; CPU seconds and packages";
    let mut table = Table::new("cold", caption, &["least", "median", "packages"], 2);
    for (name, program, seconds) in &programs {
        table.push(*name, [least(seconds), median(seconds), packages(&program.folder)?]);
    }
    Ok(vec![table, added(folder, options)?, timings(&programs[1].1)?])
}

/// A server as people write one.
const SERVER: &str = "axum = \"=0.8.9\"\nserde = { version = \"1\", features = [\"derive\"] }\n\
                      thiserror = \"2\"\ntokio = { version = \"1\", features = [\"full\"] }\n";

/// What the first build of a server costs more: the processor time of every compilation that it did not
/// have before. The times of whole builds differ by more than that from one to the next.
fn added(folder: &Path, options: &Options) -> io::Result<Table> {
    let wrapper = wrapper(folder)?;
    let base = Program::new(folder, "server", SERVER, "fn main() {}\n")?;
    let known: HashSet<_> = units(&base, &wrapper)?.into_iter().map(|(unit, _)| unit).collect();
    let subjects = [
        ("close-code", close_code(&[])),
        ("close-code with `derive`", close_code(&["derive"])),
        ("num_enum and strum", format!("{NUM_ENUM}{STRUM}")),
    ];
    let caption = "Added to the first build of a program that uses axum, tokio, serde and thiserror; \
                   CPU seconds and compilation units";
    let mut table = Table::new("added", caption, &["least", "median", "units"], 2);
    for (at, (name, dependencies)) in subjects.iter().enumerate() {
        let dependencies = format!("{SERVER}{dependencies}");
        let program =
            Program::new(folder, &format!("server-{at}"), &dependencies, "fn main() {}\n")?;
        let (mut seconds, mut count) = (Vec::new(), 0.0);
        for _ in 0..options.builds {
            let units = units(&program, &wrapper)?;
            let new = units.iter().filter(|(unit, _)| !known.contains(unit));
            let (number, sum) = new.fold((0.0, 0.0), |(n, sum), (_, cpu)| (n + 1.0, sum + cpu));
            seconds.push(sum);
            count = number;
        }
        table.push(*name, [least(&seconds), median(&seconds), count]);
    }
    Ok(table)
}

/// A wrapper of rustc that notes what each compilation is and its processor time.
fn wrapper(folder: &Path) -> io::Result<PathBuf> {
    let path = folder.join("rustc-with-times");
    fs::write(
        &path,
        "#!/usr/bin/env bash\nTIMEFORMAT='%U %S'\nexec 3>&1 4>&2\n\
         times=$( { time \"$@\" >&3 2>&4; } 2>&1 ); status=$?\n\
         echo \"${CARGO_PKG_NAME:-rustc} ${CARGO_PKG_VERSION:-} ${CARGO_CRATE_NAME:-} $times\" >> \"$UNITS\"\n\
         exit $status\n",
    )?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
    Ok(path)
}

/// The compilations of a build from nothing, each with its processor time in seconds.
fn units(program: &Program, wrapper: &Path) -> io::Result<Vec<(String, f64)>> {
    let target = program.folder.join("target");
    if target.exists() {
        fs::remove_dir_all(target)?;
    }
    let list = program.folder.join("units.txt");
    fs::write(&list, "")?;
    let mut build = cargo(&program.folder, &["build", "--quiet", "--offline"]);
    run(build.env("RUSTC_WRAPPER", wrapper).env("UNITS", &list))?;
    let mut units = Vec::new();
    for line in fs::read_to_string(&list)?.lines() {
        let mut words = line.rsplitn(3, ' ');
        let mut figure = || words.next().and_then(|word| word.parse::<f64>().ok());
        let (Some(system), Some(user)) = (figure(), figure()) else { continue };
        let name = words.next().unwrap_or_default();
        // The questions that cargo asks of the compiler belong to no package.
        if !name.starts_with("rustc ") && !name.starts_with("subject ") {
            units.push((name.to_owned(), user + system));
        }
    }
    Ok(units)
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
    let caption = "Where the time of the first build goes, with `derive`, one package after the other \
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

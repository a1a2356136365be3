//! Compares the instructions of every function with those in `counts.txt`.
//!
//! More than 2 % above them is a failure with the function's name. `BLESS=1` rewrites the file. The
//! counts are those of one compiler for one platform: with another the test is ignored and says so,
//! unless `CLOSE_CODE_REQUIRE_ALL=1` asks for it anyway, as the continuous integration does, whose
//! compiler is pinned.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use close_code_counts::callgrind;
use close_code_counts::input::COUNT;
use close_code_counts::measured::MEASURED;
use close_code_counts::program;
use libtest_mimic::{Arguments, Failed, Trial};

fn main() -> ExitCode {
    let required = env::var_os("CLOSE_CODE_REQUIRE_ALL").is_some_and(|value| value == "1");
    let reason = hindrance();
    let compare = || compare().map_err(Failed::from);
    let trial = Trial::test("no_function_takes_more_instructions_than_before", compare)
        .with_kind(reason.clone())
        .with_ignored_flag(!reason.is_empty() && !required);
    libtest_mimic::run(&Arguments::from_args(), vec![trial]).exit_code()
}

/// Why the counts cannot be compared; empty when they can.
fn hindrance() -> String {
    let valgrind = Command::new("valgrind").arg("--version").output();
    if !valgrind.is_ok_and(|output| output.status.success()) {
        return "needs valgrind".to_owned();
    }
    let (compiler, before) = (compiler(), compiler_of_counts());
    if compiler == before || blesses() {
        String::new()
    } else {
        format!("{compiler}, not {before}")
    }
}

/// The compiler, as in `rustc 1.95.0 for x86_64-unknown-linux-gnu`.
fn compiler() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("-vV").output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let text = text.unwrap_or_default();
    let value =
        |key: &str| text.lines().find_map(|line| line.strip_prefix(key)).unwrap_or("unknown");
    format!("rustc {} for {}", value("release: "), value("host: "))
}

fn compiler_of_counts() -> String {
    let counts = fs::read_to_string(counts_file()).unwrap_or_default();
    let line = counts.lines().find_map(|line| line.strip_prefix("# "));
    line.unwrap_or("no compiler").to_owned()
}

fn blesses() -> bool {
    env::var_os("BLESS").is_some_and(|value| value == "1")
}

fn counts_file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("counts.txt")
}

fn compare() -> Result<(), String> {
    let counted = count()?;
    if blesses() {
        return write(&counted);
    }
    let text = fs::read_to_string(counts_file()).map_err(|error| error.to_string())?;
    let mut complaints = Vec::new();
    for (name, now) in &counted {
        let mut lines = text.lines().filter_map(|line| line.split_once(' '));
        let before =
            lines.find(|(of, _)| of == name).and_then(|(_, count)| count.trim().parse().ok());
        let Some(before): Option<f64> = before else {
            complaints.push(format!("{name} takes {now:.2} instructions and has no line"));
            continue;
        };
        if *now > before * 1.02 {
            complaints.push(format!("{name} took {before:.2} instructions and now takes {now:.2}"));
        }
    }
    for (name, _) in text.lines().filter_map(|line| line.split_once(' ')) {
        if name != "#" && counted.iter().all(|(of, _)| *of != name) {
            complaints.push(format!("{name} has a line and is not measured"));
        }
    }
    if complaints.is_empty() {
        return Ok(());
    }
    let (compiler, before) = (compiler(), compiler_of_counts());
    if compiler != before {
        complaints.push(format!("counts.txt is of {before}, and this is {compiler}"));
    }
    complaints
        .push("`BLESS=1 cargo test -p close-code-counts` accepts that in counts.txt".to_owned());
    Err(complaints.join("\n"))
}

fn write(counted: &[(&str, f64)]) -> Result<(), String> {
    let mut text = format!("# {}\n", compiler());
    for (name, count) in counted {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{name} {count:.2}");
    }
    fs::write(counts_file(), text).map_err(|error| error.to_string())
}

/// The instructions of one call of each function, with those of the loop around it.
fn count() -> Result<Vec<(&'static str, f64)>, String> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let program = program::build("close-code-counts", target)?;
    let output = target.join(format!("callgrind.{}.out", std::process::id()));
    let mut callgrind = Command::new("valgrind");
    callgrind.args(["--tool=callgrind", "--quiet"]);
    callgrind.arg(format!("--callgrind-out-file={}", output.display())).arg(program);
    program::run(&mut callgrind)?;
    let text = fs::read_to_string(&output).map_err(|error| error.to_string())?;
    fs::remove_file(&output).map_err(|error| error.to_string())?;
    let costs = callgrind::inclusive(&text);
    let mut counted = Vec::new();
    for (name, _) in MEASURED {
        let path = format!("measured::looped::{name}");
        let mut found = costs.iter().filter(|(function, _)| is_named(function, &path));
        let (Some((_, cost)), None) = (found.next(), found.next()) else {
            return Err(format!("callgrind saw no function {path}, or two"));
        };
        #[allow(clippy::cast_precision_loss, reason = "both numbers are small")]
        counted.push((*name, *cost as f64 / COUNT as f64));
    }
    Ok(counted)
}

/// Whether a symbol is that of a path; some end in a hash.
fn is_named(function: &str, path: &str) -> bool {
    function.split_once(path).is_some_and(|(_, rest)| rest.is_empty() || rest.starts_with("::h"))
}

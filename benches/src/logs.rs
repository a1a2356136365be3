//! `close-code explain` over large logs, compared with `grep`.

use std::fmt::Write as _;
use std::fs::File;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::child::{cargo, least, run};
use crate::options::Options;
use crate::program::root;
use crate::table::Table;

/// How many lines a log has.
const LINES: usize = 2_000_000;

/// Appends a line of a log, by its number.
type Line = fn(usize, &mut String);

/// The CPU time of both, for each log, and their ratio.
pub fn tables(folder: &Path, options: &Options) -> io::Result<Vec<Table>> {
    run(&mut cargo(root(), &["build", "--release", "--quiet", "--package=close-code-cli"]))?;
    let explain = root().join("target/release/close-code");
    let logs: [(&str, Line); 4] = [
        ("plain", plain),
        ("access log", access),
        ("each line about WebSockets", websockets),
        ("a close code in each line", closes),
    ];
    let caption = "2,000,000 lines; CPU s, and megabytes of the log";
    let columns = ["MB", "explain", "grep -E", "ratio"];
    let mut table = Table::new("logs", caption, &columns, 2);
    for (name, line) in logs {
        let (path, bytes) = write(folder, line)?;
        let (mut ours, mut greps) = (Vec::new(), Vec::new());
        for _ in 0..options.builds {
            let mut explain = Command::new(&explain);
            ours.push(cost(explain.args(["explain", "--brief"]), &path)?);
            let mut grep = Command::new("grep");
            greps.push(cost(grep.args(["-cE", r"\b[1-4][0-9]{3}\b"]), &path)?);
        }
        let (ours, grep) = (least(&ours), least(&greps));
        table.push(name, [bytes, ours, grep, ours / grep]);
    }
    Ok(vec![table])
}

/// The CPU seconds of a command that reads a log.
fn cost(command: &Command, path: &Path) -> io::Result<f64> {
    // Neither finds what it looks for in every log, which is no failure of theirs.
    let mut shell = Command::new("sh");
    shell.args(["-c", "\"$@\" || test $? = 1", "sh"]).arg(command.get_program());
    shell.args(command.get_args()).stdin(Stdio::from(File::open(path)?));
    Ok(run(&mut shell)?.1.cpu)
}

/// A log on the disk, and its megabytes.
fn write(folder: &Path, line: fn(usize, &mut String)) -> io::Result<(PathBuf, f64)> {
    let path = folder.join("subject.log");
    let mut file = BufWriter::new(File::create(&path)?);
    let (mut text, mut bytes) = (String::new(), 0_u32);
    for number in 0..LINES {
        text.clear();
        line(number, &mut text);
        text.push('\n');
        bytes += u32::try_from(text.len()).unwrap_or_default();
        file.write_all(text.as_bytes())?;
    }
    file.flush()?;
    Ok((path, f64::from(bytes) / 1e6))
}

/// A number that looks random.
const fn mixed(number: usize) -> usize {
    (number.wrapping_mul(0x9e37_79b9) >> 7) % 10_000
}

fn plain(number: usize, line: &mut String) {
    let (minute, second) = (number / 60 % 60, number % 60);
    let id = mixed(number);
    let _ = write!(
        line,
        "2026-11-22 10:{minute:02}:{second:02},{:03} INFO  app.worker batch done id={id} n=4",
        number % 1000
    );
}

fn access(number: usize, line: &mut String) {
    let (host, second, size) = (number % 256, number % 60, mixed(number));
    let _ = write!(
        line,
        "10.0.0.{host} - - [22/Nov/2026:10:06:{second:02} +0000] \"GET /user HTTP/1.1\" 200 {size}"
    );
}

fn websockets(number: usize, line: &mut String) {
    let (second, client, took) = (number % 60, mixed(number), mixed(number + 7));
    let _ = write!(
        line,
        "2026-11-22T10:06:{second:02}Z DEBUG ws client {client} socket closed after {took} ms"
    );
}

fn closes(number: usize, line: &mut String) {
    let (second, client, took) = (number % 60, mixed(number), mixed(number + 7));
    let code = [1000, 1001, 1006, 4001][number % 4];
    let _ = write!(
        line,
        "2026-11-22T10:06:{second:02}Z INFO ws client {client} closed with code {code} after {took} ms"
    );
}

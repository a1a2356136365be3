//! The generator on large tables: time and memory.

use std::fmt::Write as _;
use std::io;
use std::process::Command;
use std::time::Instant;
use std::{env, fs};

use close_code_codegen::rust::{self, Options as RustOptions};
use close_code_codegen::toml;

use crate::child::{least, run};
use crate::options::Options;
use crate::table::Table;

const SIZES: [usize; 2] = [1000, 60_000];

/// Each table in a process of its own, whose memory is then that of the table.
pub fn tables(options: &Options) -> io::Result<Vec<Table>> {
    let caption = "The generator by table size: read, check, write Rust";
    let columns = ["ms", "µs per row", "MB", "kB per row", "1000 instructions per row"];
    let mut table = Table::new("generator", caption, &columns, 1);
    let bare = measure(0, 1)?.1;
    for rows in SIZES {
        // A short run needs more of them before the least says something.
        let rounds = options.builds * if rows < 10_000 { 5 } else { 1 };
        let (seconds, memory) = measure(rows, rounds)?;
        let memory = memory - bare;
        #[allow(clippy::cast_precision_loss, reason = "some thousand rows")]
        let count = rows as f64;
        table.push(
            format!("{rows} rows"),
            [
                seconds * 1e3,
                seconds * 1e6 / count,
                memory / 1e6,
                memory / 1e3 / count,
                (instructions(rows, &[])? - instructions(rows, &[SOURCE])?) / 1e3 / count,
            ],
        );
    }
    Ok(vec![table])
}

/// The least seconds and bytes of some runs.
fn measure(rows: usize, rounds: usize) -> io::Result<(f64, f64)> {
    let (mut seconds, mut bytes) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        let mut own = Command::new(env::current_exe()?);
        let (text, _) = run(own.args(["generator", &rows.to_string()]))?;
        let mut figures = text.split_whitespace().filter_map(|figure| figure.parse().ok());
        seconds.push(figures.next().unwrap_or(f64::NAN));
        bytes.push(figures.next().unwrap_or(f64::NAN));
    }
    Ok((least(&seconds), least(&bytes)))
}

/// What such a process is told that only is to write its table.
const SOURCE: &str = "source";

/// The instructions of one run, counted by valgrind; not a number if that is not installed.
fn instructions(rows: usize, only: &[&str]) -> io::Result<f64> {
    let mut counted = Command::new("valgrind");
    counted.args(["--tool=callgrind", "--callgrind-out-file=/dev/null"]).arg(env::current_exe()?);
    let said = match counted.args(["generator", &rows.to_string()]).args(only).output() {
        Ok(output) if output.status.success() => output.stderr,
        Ok(output) => return Err(io::Error::other(String::from_utf8_lossy(&output.stderr))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(f64::NAN),
        Err(error) => return Err(error),
    };
    let said = String::from_utf8_lossy(&said);
    let count = said.lines().find_map(|line| line.split_once("Collected : "));
    Ok(count.and_then(|(_, count)| count.trim().parse().ok()).unwrap_or(f64::NAN))
}

/// What such a process does: prints its seconds, and the most memory that it had.
pub fn run_once(rows: usize, only: &[String]) -> io::Result<()> {
    let source = source(rows);
    if only.iter().any(|only| only == SOURCE) {
        println!("{}", source.len());
        return Ok(());
    }
    let start = Instant::now();
    let length = match toml::read(&source) {
        Ok(table) => rust::emit(&table, &RustOptions::default()).len(),
        Err(problems) if rows == 0 => problems.len(),
        Err(problems) => return Err(io::Error::other(format!("{problems:?}"))),
    };
    let seconds = start.elapsed().as_secs_f64();
    println!("{seconds} {} {length}", peak()?);
    Ok(())
}

/// The most memory that this process had resident, in bytes.
fn peak() -> io::Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    Ok(kilobytes.unwrap_or(0) * 1024)
}

fn source(rows: usize) -> String {
    let last = rows.saturating_sub(1);
    let mut text = format!(
        "[table]\nname = \"Large\"\ntitle = \"A large table\"\n\
         description = \"As many codes as there are.\"\nspan = [0, {last}]\n"
    );
    for number in 0..rows {
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "\n[[code]]\ncode = {number}\nname = \"Reason{number}\"\nmeaning = \"Reason number {number}\"\n\
             description = \"The server ended the connection for the reason with the number {number}.\"\n\
             wire = true\nscript = false"
        );
    }
    text
}

//! On what and with what it was measured.

use std::process::Command;
use std::{fs, io, thread};

use crate::child::run;

/// Processor, system, compiler and date, a line each; no name of the machine.
pub fn lines() -> io::Result<Vec<(&'static str, String)>> {
    let processors = thread::available_parallelism()?;
    let (rustc, _) = run(Command::new("rustc").arg("-vV"))?;
    let of = |key: &str| {
        rustc.lines().find_map(|line| line.strip_prefix(key)).unwrap_or("unknown").to_owned()
    };
    let (kernel, _) = run(Command::new("uname").arg("-sr"))?;
    let (date, _) = run(Command::new("date").args(["-u", "+%Y-%m-%d"]))?;
    Ok(vec![
        ("Processor", processor(processors.get())),
        ("System", format!("{}, {}", kernel.trim(), of("host: "))),
        ("Compiler", format!("rustc {}, LLVM {}", of("release: "), of("LLVM version: "))),
        ("Date", date.trim().to_owned()),
        ("Load average at start", load()),
    ])
}

/// The load average of the last minute: how many programs were running or waiting for a processor.
fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split_whitespace().next().unwrap_or("unknown").to_owned()
}

fn processor(cores: usize) -> String {
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let value = |key: &str| {
        let line = text.lines().find(|line| line.starts_with(key));
        line.and_then(|line| line.split_once(": ")).map_or("unknown", |(_, value)| value).to_owned()
    };
    let (name, megahertz) = (value("model name"), value("cpu MHz"));
    let megahertz = megahertz.split('.').next().unwrap_or_default().to_owned();
    let (family, model) = (value("cpu family"), value("model\t"));
    format!("{name}, family {family} model {model}, {cores} cores, {megahertz} MHz")
}

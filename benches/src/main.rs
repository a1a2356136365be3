//! Measures the cost of close-code and of the alternatives, prints it, and writes
//! `docs/performance.md` with its chart, and the figures that the README quotes.
//!
//! ```text
//! cargo run --release --manifest-path benches/Cargo.toml
//! cargo run --release --manifest-path benches/Cargo.toml -- runtime --quick
//! ```
//!
//! With `runtime`, `sizes`, `builds`, `generator` or `logs` only these are measured; with `--quick` everything
//! runs once, to see that it works. Both only print.

mod assembly;
mod body;
mod chart;
mod child;
mod classify;
mod cold;
mod counts;
mod derive;
mod generator;
mod goals;
mod logs;
mod machine;
mod mixes;
mod options;
mod program;
mod quote;
mod race;
mod rebuild;
mod report;
mod rows;
mod size;
mod table;
mod text;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use options::Options;
use report::{Report, Section};

fn main() -> ExitCode {
    match command(env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

const SECTIONS: [&str; 5] = ["runtime", "sizes", "builds", "generator", "logs"];

fn command(mut arguments: Vec<String>) -> io::Result<()> {
    if let [name, rows, only @ ..] = &arguments[..]
        && let (true, Ok(rows)) = (name == "generator", rows.parse())
    {
        return generator::run_once(rows, only);
    }
    let quick = arguments.iter().any(|argument| argument == "--quick");
    arguments.retain(|argument| argument != "--quick");
    if let Some(unknown) = arguments.iter().find(|argument| !SECTIONS.contains(&argument.as_str()))
    {
        let known = SECTIONS.join(", ");
        return Err(io::Error::other(format!("`{unknown}` is not measured; these are: {known}")));
    }
    let is_asked = |name: &str| arguments.is_empty() || arguments.iter().any(|asked| asked == name);
    let options = if quick { Options::QUICK } else { Options::FULL };
    let folder = tempfile::tempdir()?;
    let mut report = measure(folder.path(), &options, &is_asked)?;
    report.is_whole = arguments.is_empty();
    println!("{}", report.markdown(&goals::markdown(&report)));
    if arguments.is_empty() {
        let root = program::root();
        let readme = quote::renewed(&fs::read_to_string(root.join("README.md"))?, &report)?;
        if !quick {
            fs::write(
                root.join("docs/performance.md"),
                report.markdown(&goals::markdown(&report)),
            )?;
            fs::write(root.join("docs/performance.svg"), chart::svg(&report))?;
            fs::write(root.join("README.md"), readme)?;
            println!(
                "wrote docs/performance.md, docs/performance.svg and the figures in README.md"
            );
        }
    }
    Ok(())
}

fn measure(
    folder: &Path,
    options: &Options,
    is_asked: &dyn Fn(&str) -> bool,
) -> io::Result<Report> {
    let mut report = Report { machine: machine::lines()?, ..Report::default() };
    let mut add = |title, text, tables| report.sections.push(Section { title, text, tables });
    if is_asked("runtime") {
        add("Codes", CODES, classify::tables(options));
        add("Your own codes", ROWS, rows::tables(options));
        add("Text", TEXT, text::tables(options));
        add("The body of a Close frame", BODY, body::tables(options));
        add("Instructions", COUNTS, counts::tables()?);
    }
    if is_asked("sizes") {
        add("Size", SIZE, size::tables(folder)?);
    }
    if is_asked("builds") {
        add("First build", COLD, cold::tables(folder, options)?);
        add("The derive", DERIVE, derive::tables(folder, options)?);
        add("Building again", AGAIN, rebuild::tables(folder, options)?);
    }
    if is_asked("generator") {
        add("The generator", GENERATOR, generator::tables(options)?);
    }
    if is_asked("logs") {
        add("Logs", LOGS, logs::tables(folder, options)?);
    }
    if is_asked("runtime") {
        report.listings = assembly::listings(folder)?;
    }
    Ok(report)
}

const CODES: &str = "\
Each figure is the minimum of many interleaved rounds over 65,536 codes, more than a branch \
predictor can learn. It includes the cost of the loop and of `black_box`, which is the first row of \
the first table. Compare ratios, not absolute figures, and only within one table: the compiler \
optimizes a function together with the loop around it, so the same function can take a different \
time in each table.\n\
\n\
There are four mixes of codes:\n\
\n\
- *constant*: always 1000.\n\
- *realistic*: an estimate of a server's codes: 40 % 1001, 30 % 1000, 15 % 1006, 8 % 1005 and a few \
others.\n\
- *random*: any `u16`. 92 % are out of range, so branches are predictable.\n\
- *adversarial*: every code from 1000 to 1015, the registered codes from 3000, and one code of each \
range, equally often and in random order. Branches are unpredictable.";

const LOGS: &str = "\
`close-code explain --brief` reads a log from its standard input. `grep -cE '\\b[1-4][0-9]{3}\\b'` \
counts the lines that have a number of the right size, and looks at nothing else. Both run in turn.";

const ROWS: &str = "Enums of 10, 100 and 1000 codes, drawn from 3100 to 4999.";

const TEXT: &str = "\
The buffer is 64 bytes on the stack. strum ignores ASCII case. close-code also ignores punctuation \
and accepts a number before the name.";

const BODY: &str = "\
Bodies are not aligned, as in a real receive buffer. All readers spend most of their time in the \
UTF-8 check: that of the standard library, and in fastwebsockets, for long texts, that of simdutf8.\n\
\n\
- `CloseFrame::parse` and actix-http's `try_parse_close_payload` check the same: the length, the \
code and the UTF-8. close-code borrows the reason; actix-http copies it. Both write to a buffer of \
the caller; the other crates allocate one.\n\
- tungstenite and fastwebsockets have no public function for this. The benchmark combines their \
public parts, which check the code and the UTF-8 but not the length.\n\
- tokio-websockets is missing from the first table because `Message::as_close` relies on checks made \
earlier.";

const COUNTS: &str = "\
The tests recount these (`benches/counts`). They fail if a count grows by more than 2 %, and they \
check that no function allocates. Calls into the C library, such as `memcpy`, are not counted. So \
writing a long text has the same count as writing a short one.";

const SIZE: &str = "\
Each row is one program, built with `opt-level = 3`. Texts that a program does not use are not \
linked.";

const COLD: &str = "\
Clean builds, one after the other, with all packages downloaded. `proc-macro2` and `quote` are built \
only with `derive`, and without their default features. The TOML parser is built only with its \
feature `parse`. The generator is built without the back ends that write documents.";

const DERIVE: &str = "\
`num_enum` (`TryFromPrimitive` and `IntoPrimitive`) and `strum` (`Display` and `EnumMessage`) \
together generate roughly what `CloseCodeRange` generates. They do not check the codes, and have no \
ranges or reconnect advice.";

const AGAIN: &str = "\
Measured in a copy of the repository with the `dev` profile.";

const GENERATOR: &str = "\
Instructions grow linearly with the rows, and memory nearly so. Time grows faster, because a small \
table fits in the CPU cache. Instructions are counted by valgrind, if it is installed.";

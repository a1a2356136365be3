//! What close-code costs, beside what else there is: measures everything, prints it, and writes
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
        add("Codes of one's own", ROWS, rows::tables(options));
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

const CODES: &str = "Four mixes of 65,536 codes, more than a branch predictor can learn: always 1000; what a \
server sees on a day (40 % 1001, 30 % 1000, 15 % 1006, 8 % 1005 and a few others); any number, which is \
out of range in 92 of 100 cases and so easily guessed; and adversarial, each code that has a name and a code \
of each range as often as every other, which cannot be guessed. Each figure is the least of many rounds, in \
which everything in the table takes its turn; the loop and the hiding of inputs and results from the \
compiler take as long as the copy of a number does. A ratio means something, a figure by itself less.";

const LOGS: &str = "`close-code explain --brief` reads a log from its standard input; `grep -cE \
'\\b[1-4][0-9]{3}\\b'` counts the lines that have a number of the right size, and looks at nothing else. \
Both run in turn.";

const ROWS: &str = "Enums of 10, 100 and 1000 codes, drawn from 3100 to 4999.";

const TEXT: &str = "The buffer is 64 bytes on the stack. strum reads a name with its case ignored; \
close-code reads any case and punctuation, and the number before the name.";

const BODY: &str = "Bodies lie at any address, as they do in a connection's buffer. `CloseFrame::parse` and actix-http's \
`try_parse_close_payload` check the same: the length, the code and the UTF-8. close-code lends the \
reason, actix-http copies it. tungstenite and fastwebsockets have no such function that is public; what \
they do inside is put together from their public parts, and checks the code and the UTF-8, but not that \
the body fits a control frame. Most of the time of all of them is the check of the UTF-8, by the standard \
library, and in fastwebsockets, for long texts, by simdutf8. The parts of fastwebsockets are the quickest to \
read with: they copy nothing, and of a refused body they tell nothing. tokio-websockets is not among the \
readers: its `Message::as_close` relies on what was checked with the frame. actix-http writes to a buffer \
that is given to it, as close-code does; the others allocate what they write.";

const COUNTS: &str = "The tests count these again (`benches/counts`), and fail with the function's name \
where one has grown by more than 2 %; they also see that none of them allocates. What a function calls \
itself of the C library is not counted, so that a long and a short text take as many to write.";

const SIZE: &str =
    "`opt-level = 3`, one program for each. Texts that a program does not show are not linked.";

const COLD: &str = "From nothing, with the packages downloaded, each in turn. `proc-macro2` and \
`quote` come with `derive` alone and without their default features, the parser of TOML with its feature \
`parse` alone, and the generator without the back ends that write documents.";

const DERIVE: &str = "`num_enum` with `TryFromPrimitive` and `IntoPrimitive`, `strum` with `Display` and \
`EnumMessage`, which together give what the one derive gives.";

const AGAIN: &str = "In a copy of the repository, with its own profile for development.";

const GENERATOR: &str = "Memory and instructions grow with the rows and with nothing else; time too, but for \
what a processor's cache gives to the small table. Instructions are counted by valgrind, where it is installed.";

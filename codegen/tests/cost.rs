//! No input costs more than in proportion to its length.
//!
//! Each kind of input is read and reported at one size and at four times that size. A cost that grows with
//! the square shows as sixteen times as long; time is only compared with itself, and the best of some runs
//! counts.

use std::time::{Duration, Instant};

use close_code_codegen::{diagnostic, toml};

const HEAD: &str =
    "[table]\nname = \"Any\"\ntitle = \"Any\"\ndescription = \"Any.\"\nspan = [0, 65535]\n";

/// An input of so many parts.
type Input = fn(usize) -> String;

/// The inputs that once took more than a minute.
const INPUTS: [(&str, Input); 10] = [
    ("marks on one line", |count| format!("{HEAD}allow = [{}]\n", "\"x\", ".repeat(count))),
    ("references on one line", |count| format!("{HEAD}reference = [{}]\n", "1, ".repeat(count))),
    ("lines that are not TOML", |count| format!("{HEAD}{}", "?\n".repeat(count))),
    ("one key many times", |count| format!("{HEAD}{}", "since = \"1\"\n".repeat(count))),
    ("one header many times", |count| "[table]\n".repeat(count)),
    ("rows without brackets", |count| format!("{HEAD}{}", "[code]\ncode = 1\n".repeat(count))),
    ("quotes that do not end", |count| format!("{HEAD}{}", "a = \"\"\"\n".repeat(count))),
    ("brackets that do not end", |count| format!("{HEAD}a = {}", "[[{".repeat(count / 50))),
    ("ranges with classes", |count| {
        let row = |at: usize| {
            format!("[[range]]\ncodes = [{}, {}]\nname = \"R{at}x\"\n", 2 * at, 2 * at + 1)
        };
        let rows: String = (0..count).map(row).collect();
        format!("{HEAD}class = \"Class\"\n{rows}")
    }),
    ("rows that have one code", |count| {
        format!("{HEAD}{}", "[[code]]\ncode = 1\nname = \"A1b\"\n".repeat(count))
    }),
];

/// The least time of some runs.
fn time(source: &str) -> Duration {
    let run = |_| {
        let start = Instant::now();
        if let Err(problems) = toml::read(source) {
            let report = diagnostic::render("codes.toml", source, &problems);
            assert!(report.len() < 200_000, "{}", report.len());
        }
        start.elapsed()
    };
    (0..3).map(run).min().unwrap_or_default()
}

#[test]
fn four_times_the_input_takes_no_sixteen_times_as_long() {
    const COUNT: usize = 2000;
    for (name, input) in INPUTS {
        let (one, four) = (time(&input(COUNT)), time(&input(4 * COUNT)));
        eprintln!("{name}: {one:?}, then {four:?}");
        assert!(four < 10 * one + Duration::from_millis(20), "{name}: {one:?}, then {four:?}");
    }
}

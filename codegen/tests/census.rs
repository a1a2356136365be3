//! One typing error causes one error message: of every table of the repository, one character or one line
//! is left out at every position.

use std::path::{Path, PathBuf};
use std::{env, fs};

use close_code_codegen::model::Table;
use close_code_codegen::problem::Problem;
use close_code_codegen::toml;

/// A table with a slip.
struct Slip<'a> {
    table: &'a str,
    text: String,
    /// The rows of the mutated text that the slip can have hurt.
    hurt: core::ops::Range<usize>,
    /// What was left out.
    lost: &'a str,
    at: usize,
    /// It is at the quotes of a string over several lines, without which its lines are as good as any.
    of_quotes: bool,
}

/// What is left of a table without `lost`, which begins at `at`.
fn slip<'a>(table: &'a str, source: &'a str, at: usize, length: usize) -> Slip<'a> {
    let text = format!("{}{}", &source[..at], &source[at + length..]);
    let line = source[..at].rfind('\n').map_or(0, |at| at + 1);
    let of_header = source[line..].starts_with('[');
    // From the header above to the one below; a hurt header leaves its row to the one above.
    let before = if of_header { &source[..line] } else { &source[..at] };
    let start = before.rfind("\n[").map_or(0, |at| at + 1);
    let end = source[at + length..].find("\n[").map_or(source.len(), |end| at + length + end);
    let end = if source[end..].is_empty() { end } else { end + 1 };
    let around = &source.as_bytes()[at.saturating_sub(3)..source.len().min(at + length + 3)];
    let around = String::from_utf8_lossy(around);
    Slip {
        table,
        text,
        hurt: start..end - length + 1,
        lost: &source[at..at + length],
        at,
        of_quotes: around.contains("\"\"\"") || around.contains("'''"),
    }
}

fn slips<'a>(table: &'a str, source: &'a str) -> Vec<Slip<'a>> {
    let characters = source.char_indices().map(|(at, character)| (at, character.len_utf8()));
    let mut start = 0;
    let lines = source.split_inclusive('\n').map(move |line| {
        start += line.len();
        (start - line.len(), line.len())
    });
    characters.chain(lines).map(|(at, length)| slip(table, source, at, length)).collect()
}

#[derive(Default)]
struct Census {
    slips: usize,
    many: usize,
    elsewhere: usize,
    lossy: usize,
    examples: Vec<String>,
}

impl Census {
    fn add(&mut self, slip: &Slip<'_>, rows: &[String]) {
        if slip.of_quotes {
            return;
        }
        self.slips += 1;
        let Err(problems) = toml::read(&slip.text) else { return };
        let mut kinds = Vec::new();
        if problems.len() > 2 {
            self.many += 1;
            kinds.push("many");
        }
        if !problems.first().is_some_and(|first| slip.hurt.contains(&first.at.start)) {
            self.elsewhere += 1;
            kinds.push("elsewhere");
        }
        if problems.iter().any(offers_removal) && loses_a_row(&slip.text, rows) {
            self.lossy += 1;
            kinds.push("lossy");
        }
        if !kinds.is_empty() {
            self.examples.push(format!(
                "{kinds:?} {} at {}: without {:?}, {} errors, {:?}",
                slip.table,
                slip.at,
                slip.lost,
                problems.len(),
                problems
                    .iter()
                    .take(3)
                    .map(|p| (&p.message, &p.help, p.at.start))
                    .collect::<Vec<_>>()
            ));
        }
    }
}

/// Whether to take out what the advice offers to take out, what is marked or its line, leaves a valid table
/// with other rows.
fn loses_a_row(text: &str, rows: &[String]) -> bool {
    [false, true]
        .into_iter()
        .any(|lines| obey(text, lines).is_some_and(|left| names(&left) != rows))
}

/// The table that is left, if it is valid at some time.
fn obey(text: &str, lines: bool) -> Option<Table> {
    let mut text = text.to_owned();
    for _ in 0..20 {
        let problems = match toml::read(&text) {
            Ok(table) => return Some(table),
            Err(problems) => problems,
        };
        let before = text.len();
        for problem in problems.iter().rev().filter(|problem| offers_removal(problem)) {
            let mut part = problem.at.range();
            if lines {
                part.start = text[..part.start].rfind('\n').map_or(0, |at| at + 1);
                part.end = text[part.start..].find('\n').map_or(text.len(), |at| part.start + at);
            }
            if text.get(part.clone()).is_some() {
                text.replace_range(part, "");
            }
        }
        if text.len() == before {
            return None;
        }
    }
    None
}

fn offers_removal(problem: &Problem) -> bool {
    let offers = ["remove", "leave one of them out", "take it out"];
    problem.help.as_deref().is_some_and(|help| offers.iter().any(|offer| help.contains(offer)))
}

/// The names of the rows.
fn names(table: &Table) -> Vec<String> {
    table.rows().iter().map(|row| row.name.clone()).collect()
}

/// The slips of some tables, each `every`th of them.
fn census(paths: &[PathBuf], every: usize) -> Census {
    let mut census = Census::default();
    let mut count = 0;
    for path in paths {
        let source = fs::read_to_string(path).expect("a table");
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let rows = names(&toml::read(&source).expect("a valid table"));
        for slip in slips(&name, &source) {
            count += 1;
            if count % every == 0 {
                census.add(&slip, &rows);
            }
        }
    }
    census
}

/// The tables of the repository.
fn tables() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let entries = fs::read_dir(root.join("tables")).expect("the tables");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.push(root.join("codes.toml"));
    paths.sort();
    paths
}

fn verify(census: &Census) {
    let Census { slips, many, elsewhere, lossy, examples } = census;
    eprintln!("{slips} slips: {many} with many errors, {elsewhere} elsewhere, {lossy} lossy");
    if let Some(path) = env::var_os("CENSUS") {
        fs::write(path, examples.join("\n")).expect("the file can be written");
    }
    assert!(*slips > 500, "the tables are where they are looked for");
    assert!(
        many * 100 <= *slips && elsewhere * 100 <= *slips && *lossy == 0,
        "{}",
        examples.join("\n")
    );
}

#[test]
fn one_slip_makes_one_error() {
    // A prime: every kind of character and of line is met.
    verify(&census(&tables(), 31));
}

#[test]
fn one_slip_makes_one_error_between_strings_that_look_like_rows() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/census/strings.toml");
    verify(&census(&[path], 1));
}

#[test]
#[ignore = "takes minutes: all positions of all tables"]
fn one_slip_makes_one_error_wherever_it_is() {
    verify(&census(&tables(), 1));
}

//! Codes in the lines of the standard input: each is explained when it first appears, so that
//! `tail -f` works.

use std::collections::BTreeMap;
use std::io::{self, BufRead, IsTerminal as _, Read as _};

use super::question::{self, Question};
use super::shelf::Shelf;
use super::{json, page};
use crate::failure::{self, Failure, Outcome};
use crate::output;
use crate::progress::Progress;

/// The most of a line that is looked at, in bytes: what is longer has the code in front or not at all.
const LIMIT: u64 = 1 << 16;

/// Explains the codes of the standard input.
pub(super) fn run(shelf: &Shelf, as_json: bool) -> Result<Outcome, Failure> {
    let mut input = io::stdin().lock();
    let mut found = Findings { shelf, as_json, lines_of: BTreeMap::new(), questions: Vec::new() };
    let mut progress = Progress::unless(input.is_terminal(), "reading the standard input");
    let mut lines = 0_u64;
    let mut first = None;
    while let Some(line) = line(&mut input)? {
        lines += 1;
        for question in question::read_line(&line, shelf).unwrap_or_default() {
            found.add(question, &mut progress)?;
        }
        first.get_or_insert(line);
        progress.tick(|| if lines == 1 { "1 line".to_owned() } else { format!("{lines} lines") });
    }
    // A single line may be no log, but what an argument would be.
    if let Some(line) = first.filter(|_| lines == 1 && found.lines_of.is_empty()) {
        for question in question::read(&line, shelf).unwrap_or_default() {
            found.add(question, &mut progress)?;
        }
    }
    progress.clear();
    if as_json {
        let answers = found.questions.iter().map(|q| json::answer(&shelf.answer(q)));
        output::json(&answers.collect::<Vec<_>>())?;
    }
    summary(lines, &found.lines_of);
    Ok(if found.lines_of.is_empty() { Outcome::No } else { Outcome::Fine })
}

/// What was found so far.
struct Findings<'a> {
    shelf: &'a Shelf,
    as_json: bool,
    /// In how many lines each code was, of the built-in table or of another.
    lines_of: BTreeMap<(u16, Option<String>), u64>,
    /// For JSON, which is one list: a question for each code.
    questions: Vec<Question>,
}

impl Findings<'_> {
    /// Answers a question, unless the code was there before.
    fn add(&mut self, question: Question, progress: &mut Progress) -> Result<(), Failure> {
        let count = self.lines_of.entry((question.code, question.table.clone())).or_default();
        *count += 1;
        if *count > 1 {
            return Ok(());
        }
        if self.as_json {
            self.questions.push(question);
            return Ok(());
        }
        progress.clear();
        let separator = if self.lines_of.len() > 1 { "\n" } else { "" };
        let page = page::page(&self.shelf.answer(&question), output::columns());
        output::print(&format!("{separator}{page}"))
    }
}

/// Tells how often each code was there, where that was more than once.
fn summary(lines: u64, lines_of: &BTreeMap<(u16, Option<String>), u64>) {
    if lines_of.is_empty() {
        failure::note(&match lines {
            0 => "the standard input is empty: give a number, a name or a log".to_owned(),
            1 => "no close code found in the line of the standard input".to_owned(),
            lines => format!("no close code found in the {lines} lines of the standard input"),
        });
    }
    for ((code, _), count) in lines_of.iter().filter(|(_, count)| **count > 1) {
        failure::note(&format!("{code} is in {count} lines"));
    }
}

/// The next line, as far as it is looked at; bytes that are no text become `�`.
fn line(input: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    let read = input.by_ref().take(LIMIT).read_until(b'\n', &mut bytes)?;
    if read == 0 {
        return Ok(None);
    }
    if bytes.last() != Some(&b'\n') && read as u64 == LIMIT {
        skip_line(input)?;
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// Skips the rest of a line, without keeping it.
fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let length = end.map_or(buffer.len(), |end| end + 1);
        let is_over = end.is_some() || length == 0;
        input.consume(length);
        if is_over {
            return Ok(());
        }
    }
}

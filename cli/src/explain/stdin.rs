//! Codes in the lines of the standard input: each is explained when it first appears, so that
//! `tail -f` works.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Read as _};

use anstream::eprintln;

use super::question::{self, Question};
use super::shelf::Shelf;
use super::{json, page};
use crate::failure::{Failure, Outcome};
use crate::output;
use crate::progress::Progress;

/// The most of a line that is looked at, in bytes: what is longer has the code in front or not at all.
const LIMIT: u64 = 1 << 16;

/// Explains the codes of the standard input.
pub(super) fn run(shelf: &Shelf, as_json: bool) -> Result<Outcome, Failure> {
    let mut input = io::stdin().lock();
    let mut lines_of: BTreeMap<(u16, Option<String>), u64> = BTreeMap::new();
    let mut questions: Vec<Question> = Vec::new();
    let mut progress = Progress::new("reading the standard input");
    let mut lines = 0_u64;
    while let Some(line) = line(&mut input)? {
        lines += 1;
        for question in question::read(&line, shelf).unwrap_or_default() {
            let count = lines_of.entry((question.code, question.table.clone())).or_default();
            *count += 1;
            if *count > 1 {
                continue;
            }
            if as_json {
                questions.push(question);
                continue;
            }
            progress.clear();
            let separator = if lines_of.len() > 1 { "\n" } else { "" };
            output::print(&format!(
                "{separator}{}",
                page::page(&shelf.answer(&question), output::columns())
            ))?;
        }
        progress.tick(|| format!("{lines} lines"));
    }
    progress.clear();
    if as_json {
        output::json(
            &questions.iter().map(|q| json::answer(&shelf.answer(q))).collect::<Vec<_>>(),
        )?;
    }
    summary(lines, &lines_of);
    Ok(if lines_of.is_empty() { Outcome::No } else { Outcome::Fine })
}

/// Tells how often each code was there, where that was more than once.
fn summary(lines: u64, lines_of: &BTreeMap<(u16, Option<String>), u64>) {
    if lines_of.is_empty() {
        let of = if lines == 1 { "the line" } else { "any line" };
        eprintln!("no close code found in {of} of the standard input");
    }
    for ((code, _), count) in lines_of.iter().filter(|(_, count)| **count > 1) {
        eprintln!("{code} is in {count} lines");
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

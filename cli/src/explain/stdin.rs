//! Codes in the lines of the standard input, or of a file: each is explained when it first appears, so
//! that `tail -f` works.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use encoding_rs_io::DecodeReaderBytesBuilder;

use super::question::{self, Question};
use super::scanner::{Scanner, Until};
use super::shelf::Shelf;
use super::{Format, brief, json, page};
use crate::failure::{self, Failure, Outcome};
use crate::output;
use crate::progress::Progress;
use crate::text::visible;

/// How long a line waits for those after it, which can say what it is about.
const PATIENCE: Duration = Duration::from_millis(50);

/// Explains the codes of an input.
pub(super) fn run(
    shelf: &Shelf,
    format: Format,
    input: impl Read + Send + 'static,
    mut progress: Progress,
    what: &str,
) -> Result<Outcome, Failure> {
    let chunks = chunks(input);
    let mut scanner = Scanner::new(&shelf.libraries)?;
    let mut found = Findings { shelf, format, seen: BTreeMap::new(), questions: Vec::new() };
    loop {
        let chunk = if scanner.is_waiting() {
            chunks.recv_timeout(PATIENCE)
        } else {
            chunks.recv().map_err(|_| RecvTimeoutError::Disconnected)
        };
        let until = match chunk {
            Ok(bytes) => {
                let bytes = bytes
                    .map_err(|error| Failure::wrong(format!("cannot read {what}: {error}")))?;
                scanner.push(&bytes);
                Until::Lookahead
            }
            Err(RecvTimeoutError::Timeout) => Until::Line,
            Err(RecvTimeoutError::Disconnected) => Until::End,
        };
        scanner.run(until, |number, line, near| {
            for question in question::read_line(line, near, shelf)? {
                found.add(Question { line: Some(number), ..question }, &mut progress)?;
            }
            Ok(())
        })?;
        let lines = scanner.lines();
        progress.tick(|| if lines == 1 { "1 line".to_owned() } else { format!("{lines} lines") });
        if until == Until::End {
            break;
        }
    }
    // A single line may be no log, but what an argument would be.
    let only = scanner.only_line().filter(|_| found.seen.is_empty());
    for question in only.as_deref().map_or(Ok(Vec::new()), |line| question::read(line, shelf))? {
        found.add(question, &mut progress)?;
    }
    progress.clear();
    if format == Format::Json {
        let answers = found.questions.iter().map(|q| json::answer(&shelf.answer(q)));
        output::json(&answers.collect::<Vec<_>>())?;
    }
    let lines = scanner.lines();
    for says in scanner.sample().map_or(Vec::new(), |text| not_codes(&text, shelf)) {
        if found.seen.is_empty() {
            failure::note(&format!("no close code: {says}"));
        }
    }
    summary(lines, &found.seen, what);
    Ok(if found.seen.is_empty() { Outcome::No } else { Outcome::Fine })
}

fn not_codes(text: &str, shelf: &Shelf) -> Vec<String> {
    shelf.reader().map_or(Vec::new(), |reader| {
        let mut says: Vec<_> =
            text.lines().flat_map(|line| reader.engine.not_codes(line, &shelf.libraries)).collect();
        says.dedup();
        says.truncate(3);
        says
    })
}

/// The bytes of an input as they come, in UTF-8: a byte order mark says whether they were in UTF-16.
fn chunks(input: impl Read + Send + 'static) -> mpsc::Receiver<io::Result<Vec<u8>>> {
    let (sender, receiver) = mpsc::sync_channel(4);
    std::thread::spawn(move || {
        let mut decoded =
            DecodeReaderBytesBuilder::new().bom_sniffing(true).strip_bom(true).build(input);
        loop {
            let mut chunk = vec![0; 256 << 10];
            let read = loop {
                match decoded.read(&mut chunk) {
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                    read => break read,
                }
            };
            let is_over = !matches!(read, Ok(1..));
            let chunk = read.map(|length| {
                chunk.truncate(length);
                chunk
            });
            if chunk.as_ref().is_ok_and(Vec::is_empty) || sender.send(chunk).is_err() || is_over {
                return;
            }
        }
    });
    receiver
}

/// What lines say that mean the same: the code, the table, and the status of a refused handshake.
type Key = (Option<u16>, Option<String>, Option<u16>);

/// The lines that say something.
struct Seen {
    count: u64,
    first: (u64, Option<String>),
    last: (u64, Option<String>),
}

/// What was found so far.
struct Findings<'a> {
    shelf: &'a Shelf,
    format: Format,
    seen: BTreeMap<Key, Seen>,
    /// For JSON, which is one list: a question for each code.
    questions: Vec<Question>,
}

impl Findings<'_> {
    /// Answers a question, unless the code was there before.
    fn add(&mut self, question: Question, progress: &mut Progress) -> Result<(), Failure> {
        let key = (question.code, question.table.clone(), question.finding.status);
        let at = (question.line.unwrap_or_default(), question.time.clone());
        let is_first = self.seen.is_empty();
        if let Some(seen) = self.seen.get_mut(&key) {
            seen.count += 1;
            seen.last = at;
            return Ok(());
        }
        self.seen.insert(key, Seen { count: 1, first: at.clone(), last: at });
        match self.format {
            Format::Json => self.questions.push(question),
            Format::Brief => {
                progress.clear();
                output::print(&brief::line(&self.shelf.answer(&question)))?;
            }
            Format::Page => {
                progress.clear();
                let separator = if is_first { "" } else { "\n" };
                let page = page::page(&self.shelf.answer(&question), output::columns());
                output::print(&format!("{separator}{page}"))?;
            }
        }
        Ok(())
    }
}

/// Tells how often each code was there, and when, where that was more than once.
fn summary(lines: u64, seen: &BTreeMap<Key, Seen>, what: &str) {
    if seen.is_empty() {
        failure::note(&match lines {
            0 => format!("{what} is empty: give a number, a name or a log"),
            1 => format!("no close code found in the line of {what}"),
            lines => format!("no close code found in the {lines} lines of {what}"),
        });
    }
    for ((code, table, status), seen) in seen.iter().filter(|(_, seen)| seen.count > 1) {
        let code = match (code, status) {
            (Some(code), _) => code.to_string(),
            (None, Some(status)) => format!("HTTP {status}"),
            (None, None) => "an end without a code".to_owned(),
        };
        let table = table.as_ref().map_or(String::new(), |table| format!(" ({table})"));
        let at = |(line, time): &(u64, Option<String>)| {
            let time = time.as_ref().map_or(String::new(), |time| format!(" at {}", visible(time)));
            format!("in line {line}{time}")
        };
        let (first, last) = (at(&seen.first), at(&seen.last));
        failure::note(&format!(
            "{code}{table} is in {} lines: first {first}, last {last}",
            seen.count
        ));
    }
}

//! Codes in the lines of the standard input, or of a file: each is explained when it first appears, so
//! that `tail -f` works.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::Duration;

use close_code_codegen::diagnostic::is_utf32;
use encoding_rs_io::DecodeReaderBytesBuilder;

use super::line::{Scope, short};
use super::memo::Memo;
use super::question::{Key, Question};
use super::scanner::{Scanner, Until};
use super::tables::Tables;
use super::{Format, json, page, read};
use crate::failure::{self, Failure, Outcome};
use crate::output;
use crate::progress::Progress;
use crate::text::visible;

/// How long a line waits for those after it, which can say what it is about.
const PATIENCE: Duration = Duration::from_millis(50);

/// Explains the codes of an input.
pub(super) fn run(
    tables: &Tables,
    format: Format,
    input: impl Read + Send + 'static,
    mut progress: Progress,
    what: &str,
) -> Result<Outcome, Failure> {
    let chunks = chunks(input);
    let mut scanner = Scanner::new(&tables.libraries, &tables.index)?;
    let mut memo = Memo::new(&tables.libraries, &tables.known)?;
    let mut found = Findings::new(tables, format);
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
        scanner.run(until, |spot| {
            if let Some(known) = memo.get(spot) {
                for at in known {
                    found.seen[*at].again(spot.number, spot.line);
                }
                return Ok(());
            }
            let mut scope = Scope::default();
            let mut said = Vec::new();
            for question in read::read_line(spot.line, &spot.near, tables, &mut scope)? {
                let question = Question { line: Some(spot.number), ..question };
                said.push(found.add(question, spot.line, &mut progress)?);
            }
            memo.put(spot, scope, said);
            Ok(())
        })?;
        let lines = scanner.lines();
        progress.tick(|| if lines == 1 { "1 line".to_owned() } else { format!("{lines} lines") });
        if until == Until::End {
            break;
        }
    }
    // A single line may be no log, but what an argument would be.
    if let Some(line) = scanner.only_line().filter(|_| found.seen.is_empty()) {
        for question in read::read(line, tables)? {
            found.add(question, "", &mut progress)?;
        }
    }
    progress.clear();
    if format == Format::Json {
        let answers = found.questions.iter().map(|question| json::answer(&tables.answer(question)));
        output::json(&answers.collect::<Vec<_>>())?;
    }
    if found.seen.is_empty() {
        for says in not_codes(scanner.sample(), tables)? {
            failure::note(&format!("no close code: {says}"));
        }
        failure::note(&match scanner.lines() {
            0 => format!("{what} is empty: give a number, a name or a log"),
            1 => format!("no close code found in {what} (1 line)"),
            lines => format!("no close code found in {what} ({lines} lines)"),
        });
        return Ok(Outcome::No);
    }
    found.summary()?;
    Ok(Outcome::Fine)
}

/// What to say about the numbers of other systems in a text.
fn not_codes(text: &str, tables: &Tables) -> Result<Vec<String>, Failure> {
    let engine = tables.engine()?;
    let says = text.lines().flat_map(|line| engine.not_codes(line, &tables.libraries));
    let mut says: Vec<_> = says.collect();
    says.dedup();
    says.truncate(3);
    Ok(says)
}

/// The bytes of an input as they come, in UTF-8: a byte order mark says whether they were in UTF-16.
/// UTF-32 is an error.
fn chunks(mut input: impl Read + Send + 'static) -> mpsc::Receiver<io::Result<Vec<u8>>> {
    let (sender, receiver) = mpsc::sync_channel(4);
    std::thread::spawn(move || {
        let mut start = Vec::new();
        let read = match input.by_ref().take(4).read_to_end(&mut start) {
            Ok(_) if is_utf32(&start) => {
                Err(io::Error::other("it is UTF-32: convert it first (iconv -f UTF-32 -t UTF-8)"))
            }
            read => read,
        };
        if let Err(error) = read {
            // It fails if the receiver is gone, and the reading is over then too.
            let _ = sender.send(Err(error));
            return;
        }
        let input = io::Cursor::new(start).chain(input);
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

/// The lines that say something.
struct Seen {
    key: Key,
    count: u64,
    first: (u64, Option<String>),
    /// The number of the last line, and the line.
    last: (u64, String),
}

impl Seen {
    /// Counts a line that says the same.
    fn again(&mut self, number: u64, line: &str) {
        self.count += u64::from(self.last.0 != number);
        self.last.0 = number;
        self.last.1.clear();
        self.last.1.push_str(short(line));
    }
}

/// What was found so far.
struct Findings<'a> {
    tables: &'a Tables,
    format: Format,
    seen: Vec<Seen>,
    /// Where in them each key is.
    places: BTreeMap<Key, usize>,
    /// For JSON, which is one list: a question for each key.
    questions: Vec<Question>,
}

impl<'a> Findings<'a> {
    fn new(tables: &'a Tables, format: Format) -> Self {
        Self { tables, format, seen: Vec::new(), places: BTreeMap::new(), questions: Vec::new() }
    }

    /// Answers a question, unless there was one like it before; returns its place.
    fn add(
        &mut self,
        question: Question,
        line: &str,
        progress: &mut Progress,
    ) -> Result<usize, Failure> {
        let (key, number) = (question.key(), question.line.unwrap_or_default());
        let place = self.seen.len();
        if let Some(place) = self.places.get(&key) {
            self.seen[*place].again(number, line);
            return Ok(*place);
        }
        let (first, last) = ((number, question.time.clone()), (number, short(line).to_owned()));
        self.seen.push(Seen { key: key.clone(), count: 1, first, last });
        self.places.insert(key, place);
        if self.format == Format::Json {
            self.questions.push(question);
            return Ok(place);
        }
        progress.clear();
        let answer = self.tables.answer(&question);
        output::print(&match self.format {
            Format::Page if place > 0 => format!("\n{}", page::page(&answer, output::columns())),
            Format::Page => page::page(&answer, output::columns()),
            Format::Brief | Format::Json => page::brief(&answer),
        })?;
        Ok(place)
    }

    /// Says how often each code was there, and when, where that was more than once.
    fn summary(&self) -> Result<(), Failure> {
        let engine = self.tables.engine()?;
        let seen = self.places.values().map(|place| &self.seen[*place]);
        for Seen { key, count, first, last } in seen.filter(|seen| seen.count > 1) {
            let code = match key {
                (Some(code), ..) => code.to_string(),
                (None, _, Some(status)) => format!("HTTP {status}"),
                (None, _, None) => "a close without a code".to_owned(),
            };
            let table = key.1.as_ref().map_or(String::new(), |table| format!(" ({table})"));
            let at = |line: u64, time: Option<&str>| {
                let time = time.map_or(String::new(), |time| format!(" at {}", visible(time)));
                format!("in line {line}{time}")
            };
            let first = at(first.0, first.1.as_deref());
            let last = at(last.0, engine.time(&last.1));
            failure::note(&format!(
                "{code}{table} found in {count} lines: first {first}, last {last}"
            ));
        }
        Ok(())
    }
}

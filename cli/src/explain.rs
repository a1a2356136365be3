//! `close-code explain`: what a code means, and what to do about it.

use std::ffi::OsString;
use std::fs::File;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use crate::failure::{self, Failure, Outcome};
use crate::progress::Progress;
use crate::tables::{Named, Origin};
use crate::{files, output};

mod body;
mod clean;
mod engine;
mod index;
mod json;
mod line;
mod log;
mod memo;
mod page;
mod protocol;
mod question;
mod read;
mod scanner;
mod tables;

use line::{Line, Near, Scope};
use question::Question;
use tables::Tables;

/// Explain close codes: a number, a name, the bytes of a Close body, or a log on standard input
///
/// Shows what a code means, what probably happened, whether to reconnect, who sent it, who may send it, and
/// references. WHAT can be a number; a name, as any library or known protocol spells it; the bytes of a
/// Close frame or of its body, in hex or base64; a phrase such as `discord 4014`; a log line; or a log file.
/// Without an argument, or with `-`, the command looks for codes in every line of standard input.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Numbers, names, bytes of a Close frame, log lines or a log file; `-` for standard input
    #[arg(value_name = "WHAT", allow_negative_numbers = true)]
    what: Vec<OsString>,

    /// Use this table: the name of a known protocol, or a file
    #[arg(long, short, value_name = "NAME|FILE")]
    table: Option<PathBuf>,

    /// Answer in JSON: a list with one object for each code
    #[arg(long)]
    json: bool,

    /// Answer in one line for each code
    #[arg(long, conflicts_with = "json")]
    brief: bool,
}

/// How answers are printed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Format {
    Page,
    Brief,
    Json,
}

const EXAMPLES: &str = "\
Examples:
  close-code explain 1006
  close-code explain BadGateway going_away 'Try Again Later'
  close-code explain 03e8 6279 65   # the body of a Close frame in hex; base64 also works
  close-code explain 4004 --table discord-gateway
  close-code explain discord 4014
  close-code explain SessionExpired --table chat.toml
  close-code explain < server.log
  journalctl -fu my-server | close-code explain

Exit codes: 0 explained; 1 no code found in standard input; 2 input not understood.";

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let tables = Tables::new(args.table.as_deref())?;
    let format = match (args.json, args.brief) {
        (true, _) => Format::Json,
        (_, true) => Format::Brief,
        _ => Format::Page,
    };
    let from_stdin = args.what.is_empty() || args.what.iter().any(|what| what == "-");
    if from_stdin {
        if args.what.len() > 1 {
            return Err(Failure::wrong("`-` cannot be combined with other arguments"));
        }
        let is_terminal = std::io::stdin().is_terminal();
        if args.what.is_empty() && is_terminal {
            return Err(Failure::wrong(
                "nothing to explain: give a number, a name or the bytes of a Close body, or a log on \
                 standard input (`close-code explain < server.log`)",
            ));
        }
        let progress = Progress::unless(is_terminal, "reading standard input");
        let shown = files::shown(Path::new("-"));
        return log::run(&tables, format, std::io::stdin(), progress, &shown);
    }
    if let Some(result) = file(&args.what, &tables, format) {
        return result;
    }
    let (questions, mistakes) = questions(&args.what, &tables)?;
    let answers: Vec<_> = questions.iter().map(|question| tables.answer(question)).collect();
    match format {
        Format::Json => output::json(&answers.iter().map(json::answer).collect::<Vec<_>>())?,
        Format::Brief => output::print(&answers.iter().map(page::brief).collect::<String>())?,
        Format::Page => {
            let columns = output::columns();
            let pages: Vec<_> = answers.iter().map(|answer| page::page(answer, columns)).collect();
            output::print(&pages.join("\n"))?;
        }
    }
    if let Some((last, others)) = mistakes.split_last() {
        for mistake in others {
            failure::tell(mistake);
        }
        return Err(Failure::wrong(last));
    }
    Ok(Outcome::Fine)
}

/// Explains the lines of a file, if the only argument is the name of one and nothing else.
fn file(what: &[OsString], tables: &Tables, format: Format) -> Option<Result<Outcome, Failure>> {
    let [path] = what else { return None };
    let is_question = || path.to_str().is_some_and(|text| read::is_code(text, tables));
    let path = Path::new(path);
    if !path.is_file() || is_question() {
        return None;
    }
    let shown = files::shown(path);
    let progress = Progress::new("reading the file");
    Some(match File::open(path) {
        Ok(file) => log::run(tables, format, file, progress, &shown),
        Err(error) => Err(Failure::wrong(format!("cannot read {shown}: {error}"))),
    })
}

/// What was asked, and what could not be understood.
fn questions(what: &[OsString], tables: &Tables) -> Result<(Vec<Question>, Vec<String>), Failure> {
    let (mut questions, mut mistakes, mut more) = (Vec::new(), Vec::new(), 0);
    let texts: Option<Vec<&str>> = what.iter().map(|what| what.to_str()).collect();
    if let Some(body) = texts.as_deref().and_then(read::body_in_pieces) {
        return Ok((vec![body], mistakes));
    }
    // A word beside a number is no name: `error 1006`.
    let is_word = |text: &&str| text.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_number = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(texts) = &texts {
        if texts.iter().any(is_word) && texts.iter().any(is_number) {
            let together = read::in_line(&texts.join(" "), tables)?;
            if !together.is_empty() {
                return Ok((together, mistakes));
            }
        }
    }
    for what in what {
        let Some(text) = what.to_str() else {
            mistakes.push(format!("{what:?} is not UTF-8"));
            continue;
        };
        let found = read::read(text, tables)?;
        match found.len() {
            // What was meant takes a look at every name.
            0 if mistakes.len() > 20 => more += 1,
            0 => mistakes.push(read::unknown(text, tables)),
            _ => {}
        }
        questions.extend(found);
    }
    // Words that mean nothing by themselves may be a phrase: `discord 4014`.
    if let Some(texts) = texts.filter(|texts| texts.len() > 1 && !mistakes.is_empty()) {
        let together = read::in_line(&texts.join(" "), tables)?;
        if together.len() >= questions.len().max(1) {
            return Ok((together, Vec::new()));
        }
    }
    if more > 0 {
        mistakes.push(format!("{more} more arguments are not understood"));
    }
    Ok((questions, mistakes))
}

/// What tests and fuzzers ask. Reading all tables takes too long to do it for each text.
#[derive(Debug)]
pub struct Explainer(Tables);

/// An answer: the page, and the JSON.
pub type Explained = (String, serde_json::Value);

impl Explainer {
    /// Reads the embedded tables, unless they are not valid.
    #[must_use]
    pub fn new() -> Option<Self> {
        Tables::new(None).ok().map(Self)
    }

    /// What a person is told who asks about a text.
    #[must_use]
    pub fn argument(&self, text: &str, columns: usize) -> Vec<Explained> {
        self.answers(read::read(text, &self.0), columns)
    }

    /// What is found in the lines of a log.
    #[must_use]
    pub fn log(&self, text: &str) -> Vec<Explained> {
        let text = cleaned(text);
        let read = Near::each(&text)
            .map(|(line, near)| read::read_line(line, &near, &self.0, &mut Scope::default()));
        self.answers(read.collect::<Result<Vec<_>, _>>().map(|found| found.concat()), 80)
    }

    /// What the patterns find in lines.
    #[must_use]
    pub fn lines(&self, text: &str, asked: bool) -> Vec<Explained> {
        let text = cleaned(text);
        let read = Near::each(&text).map(|(line, near)| {
            let line = Line { text: line.trim_end(), near: &near, asked };
            self.0.questions(line, &mut Scope::default())
        });
        self.answers(read.collect::<Result<Vec<_>, _>>().map(|found| found.concat()), 80)
    }

    /// The JSON of what is said of codes in a table that is asked for, whose text this is; `None` if it is not
    /// valid.
    pub fn in_table(&mut self, source: &str, codes: &[u16]) -> Option<serde_json::Value> {
        let table = close_code_codegen::toml::read(source).ok()?;
        self.0.chosen = Some(Named::new("table.toml", Origin::File, table));
        let codes: Vec<_> = codes.iter().map(|code| code.to_string().into()).collect();
        let questions = questions(&codes, &self.0).ok()?.0;
        let answers: Vec<_> = questions.iter().map(|question| self.0.answer(question)).collect();
        let objects: Vec<_> = answers.iter().map(json::answer).collect();
        let objects = serde_json::to_value(objects);
        drop(answers);
        self.0.chosen = None;
        objects.ok()
    }

    /// What is said of a text that is not understood.
    #[must_use]
    pub fn unknown(&self, text: &str) -> String {
        read::unknown(text, &self.0)
    }

    fn answers(&self, asked: Result<Vec<Question>, Failure>, columns: usize) -> Vec<Explained> {
        let columns = columns.max(20);
        let explained = |question: &Question| {
            let answer = self.0.answer(question);
            let json = serde_json::to_value(json::answer(&answer)).unwrap_or_default();
            (page::page(&answer, columns), json)
        };
        asked.unwrap_or_default().iter().map(explained).collect()
    }
}

fn cleaned(text: &str) -> String {
    let mut bytes = text.trim_start_matches('\u{feff}').as_bytes().to_vec();
    clean::clean(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

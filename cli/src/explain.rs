//! `close-code explain`: what a code means, and what to do about it.

use std::ffi::OsString;
use std::fs::File;
use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use crate::failure::{self, Failure, Outcome};
use crate::progress::Progress;
use crate::{files, output};

mod answer;
mod body;
mod brief;
mod clean;
mod engine;
mod index;
mod json;
mod near;
mod page;
mod protocol;
mod question;
mod scanner;
mod shelf;
mod stdin;

use question::Question;
use shelf::Shelf;

/// Explain close codes: a number, a name, the bytes of a Close body, or a log
///
/// Shows what a code is, what probably happened, whether to reconnect, who sent it and who may send it, and
/// links to the specification. WHAT can be a number, a name in any spelling (including names from known
/// protocols and other libraries), the bytes of a Close frame or its body in hex or base64, a phrase such
/// as `discord 4014`, a line of a log, or the name of a file. Without an argument, or with `-`, it looks
/// for codes in every line of standard input.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Numbers, names, bytes, phrases, log lines, or a file; `-` for standard input
    #[arg(value_name = "WHAT", allow_negative_numbers = true)]
    what: Vec<OsString>,

    /// Look the code up in this table: the name of a known protocol, or a file
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
  close-code explain 03e8 6279 65   # a body in hex; base64 works too
  close-code explain 4004 --table discord-gateway
  close-code explain discord 4014
  close-code explain SessionExpired --table chat.toml
  close-code explain < server.log
  journalctl -fu my-server | close-code explain

Exit codes: 0 explained, 1 no close code found in the input, 2 input not understood.";

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let shelf = Shelf::new(args.table.as_deref())?;
    let format = match (args.json, args.brief) {
        (true, _) => Format::Json,
        (_, true) => Format::Brief,
        _ => Format::Page,
    };
    let from_stdin = args.what.is_empty() || args.what.iter().any(|what| what == "-");
    if from_stdin {
        if args.what.len() > 1 {
            return Err(Failure::wrong(
                "`-` must be the only argument: all lines come from standard input",
            ));
        }
        let is_terminal = std::io::stdin().is_terminal();
        if args.what.is_empty() && is_terminal {
            return Err(Failure::wrong(
                "nothing to explain: give a number, a name or the bytes of a Close body, or a log on \
                 standard input (`close-code explain < server.log`)",
            ));
        }
        let progress = Progress::unless(is_terminal, "reading standard input");
        return stdin::run(&shelf, format, std::io::stdin(), progress, "standard input");
    }
    if let Some(result) = file(&args.what, &shelf, format) {
        return result;
    }
    let (questions, mistakes) = questions(&args.what, &shelf)?;
    let answers: Vec<_> = questions.iter().map(|question| shelf.answer(question)).collect();
    match format {
        Format::Json => output::json(&answers.iter().map(json::answer).collect::<Vec<_>>())?,
        Format::Brief => output::print(&answers.iter().map(brief::line).collect::<String>())?,
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
fn file(what: &[OsString], shelf: &Shelf, format: Format) -> Option<Result<Outcome, Failure>> {
    let [path] = what else { return None };
    let is_question = || path.to_str().is_some_and(|text| question::is_code(text, shelf));
    let path = Path::new(path);
    if !path.is_file() || is_question() {
        return None;
    }
    let shown = files::shown(path);
    let progress = Progress::new("reading the file");
    Some(match File::open(path) {
        Ok(file) => stdin::run(shelf, format, file, progress, &shown),
        Err(error) => Err(Failure::wrong(format!("cannot read {shown}: {error}"))),
    })
}

/// What was asked, and what could not be understood.
fn questions(what: &[OsString], shelf: &Shelf) -> Result<(Vec<Question>, Vec<String>), Failure> {
    let mut questions = Vec::new();
    let mut mistakes = Vec::new();
    let texts: Option<Vec<&str>> = what.iter().map(|what| what.to_str()).collect();
    if let Some(body) = texts.as_deref().and_then(question::body_in_pieces) {
        return Ok((vec![body], mistakes));
    }
    // A word beside a number is no name: `error 1006`.
    let is_word = |text: &&str| text.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_number = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
    if let Some(texts) = &texts {
        if texts.iter().any(is_word) && texts.iter().any(is_number) {
            let together = question::in_line(&texts.join(" "), shelf)?;
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
        let found = question::read(text, shelf)?;
        if found.is_empty() {
            mistakes.push(question::unknown(text, shelf));
        }
        questions.extend(found);
    }
    // Words that mean nothing by themselves may be a phrase: `discord 4014`.
    if let Some(texts) = texts.filter(|texts| texts.len() > 1 && !mistakes.is_empty()) {
        let together = question::in_line(&texts.join(" "), shelf)?;
        if together.len() >= questions.len().max(1) {
            return Ok((together, Vec::new()));
        }
    }
    Ok((questions, mistakes))
}

/// The page and the JSON of a text, for fuzzing: `None` if it is not understood.
pub(crate) fn both(text: &str, columns: usize) -> Option<(String, String)> {
    thread_local! {
        // Reading all tables for every text would leave no time for the texts.
        static SHELF: Option<Shelf> = Shelf::new(None).ok();
    }
    SHELF.with(|shelf| {
        let shelf = shelf.as_ref()?;
        let questions = question::read(text, shelf).ok().filter(|found| !found.is_empty())?;
        let answers: Vec<_> = questions.iter().map(|question| shelf.answer(question)).collect();
        let pages: String =
            answers.iter().map(|answer| page::page(answer, columns.max(20))).collect();
        let objects: Vec<_> = answers.iter().map(json::answer).collect();
        Some((pages, serde_json::to_string(&objects).ok()?))
    })
}

#[cfg(test)]
mod libraries_tests;
#[cfg(test)]
mod logs_tests;
#[cfg(test)]
mod page_tests;
#[cfg(test)]
mod tests;

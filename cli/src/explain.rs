//! `close-code explain`: what a code means, and what to do about it.

use std::ffi::OsString;
use std::io::IsTerminal as _;
use std::path::PathBuf;

use crate::failure::{self, Failure, Outcome};
use crate::output;

mod answer;
mod body;
mod index;
mod json;
mod log;
mod page;
mod question;
mod shelf;
mod stdin;
mod vocabulary;
mod words;

use question::Question;
use shelf::Shelf;

/// Explain close codes: a number, a name, the bytes of a Close body, or a log on the standard input
///
/// Tells what a code is, what probably happened, whether to reconnect, who sent it and who may send it,
/// and where to read on. Give a number, a name in any spelling (also of the tables of known protocols),
/// the bytes of a Close frame's body in hex or base64, or a line of a log. Without an argument, or with
/// `-`, it looks for codes in every line of the standard input.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// Numbers, names, bodies, lines of a log; `-` for the standard input
    #[arg(value_name = "WHAT", allow_negative_numbers = true)]
    what: Vec<OsString>,

    /// Answer from this table: a known protocol's, or a file
    #[arg(long, short, value_name = "NAME|FILE")]
    table: Option<PathBuf>,

    /// Answer in JSON: a list with one object for each code
    #[arg(long)]
    json: bool,
}

const EXAMPLES: &str = "\
Examples:
  close-code explain 1006
  close-code explain BadGateway going_away 'Try Again Later'
  close-code explain 03e8 6279 65   # a body in hex; base64 does as well
  close-code explain 4004 --table discord-gateway
  close-code explain SessionExpired --table chat.toml
  close-code explain < server.log
  journalctl -fu my-server | close-code explain

Exit codes: 0 explained, 1 the standard input has no code in it, 2 not understood.";

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let shelf = Shelf::new(args.table.as_deref())?;
    let from_stdin = args.what.is_empty() || args.what.iter().any(|what| what == "-");
    if from_stdin {
        if args.what.len() > 1 {
            return Err(Failure::wrong("`-` stands alone: the standard input holds all the lines"));
        }
        if args.what.is_empty() && std::io::stdin().is_terminal() {
            return Err(Failure::wrong(
                "nothing to explain: give a number, a name or the bytes of a Close body, or a log on the \
                 standard input (`close-code explain < server.log`)",
            ));
        }
        return stdin::run(&shelf, args.json);
    }
    let (questions, mistakes) = questions(&args.what, &shelf);
    if args.json {
        output::json(
            &questions.iter().map(|q| json::answer(&shelf.answer(q))).collect::<Vec<_>>(),
        )?;
    } else {
        let columns = output::columns();
        let pages: Vec<_> =
            questions.iter().map(|q| page::page(&shelf.answer(q), columns)).collect();
        output::print(&pages.join("\n"))?;
    }
    if let Some((last, others)) = mistakes.split_last() {
        for mistake in others {
            failure::tell(mistake);
        }
        return Err(Failure::wrong(last));
    }
    Ok(Outcome::Fine)
}

/// What was asked, and what could not be understood.
fn questions(what: &[OsString], shelf: &Shelf) -> (Vec<Question>, Vec<String>) {
    let mut questions = Vec::new();
    let mut mistakes = Vec::new();
    let texts: Option<Vec<&str>> = what.iter().map(|what| what.to_str()).collect();
    if let Some(body) = texts.as_deref().and_then(question::body_in_pieces) {
        return (vec![body], mistakes);
    }
    for what in what {
        let read = match what.to_str() {
            Some(text) => question::read(text, shelf).ok_or_else(|| question::unknown(text, shelf)),
            None => Err(format!("{what:?} is not UTF-8")),
        };
        match read {
            Ok(found) => questions.extend(found),
            Err(mistake) => mistakes.push(mistake),
        }
    }
    (questions, mistakes)
}

/// The page and the JSON of a text, for fuzzing: `None` where it is not understood.
pub(crate) fn both(text: &str, columns: usize) -> Option<(String, String)> {
    thread_local! {
        // Reading all tables for every text would leave no time for the texts.
        static SHELF: Option<Shelf> = Shelf::new(None).ok();
    }
    SHELF.with(|shelf| {
        let shelf = shelf.as_ref()?;
        let questions = question::read(text, shelf)?;
        let answers: Vec<_> = questions.iter().map(|question| shelf.answer(question)).collect();
        let pages: String =
            answers.iter().map(|answer| page::page(answer, columns.max(20))).collect();
        let objects: Vec<_> = answers.iter().map(json::answer).collect();
        Some((pages, serde_json::to_string(&objects).ok()?))
    })
}

#[cfg(test)]
mod tests;

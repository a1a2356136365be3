//! Reads `compat.toml`.

mod peer;

use core::ops::Range;
use std::collections::HashMap;

use toml::de::{DeTable, DeValue};

use super::fields::{Fields, Problems};
use super::{Api, Compat, Library, Passage, Support};
use close_code_codegen::problem::Problem;

const TOP: [&str; 5] = ["gathered", "receiver", "sender", "library", "browser_api"];
const LIBRARY: [&str; 9] =
    ["id", "name", "package", "version", "through", "note", "received", "answered", "sent"];
const RECEIVED: [&str; 3] = ["body", "told", "answer"];
const SENT: [&str; 4] = ["asked", "wire", "error", "panic"];
const API: [&str; 7] = ["id", "api", "data", "data_version", "data_date", "support", "note"];
const SUPPORT: [&str; 2] = ["browser", "version"];

/// Reads the facts.
///
/// # Errors
///
/// Every mistake in the source, sorted by place: of the TOML, of its keys and values, ids that are there
/// twice, and ranges that are out of order or touch.
pub fn read(source: &str) -> Result<Compat, Vec<Problem>> {
    let (document, errors) = DeTable::parse_recoverable(source);
    let mut problems: Problems = errors
        .iter()
        .map(|error| Problem::error(error.span().unwrap_or_default().into(), error.message()))
        .collect();
    let top = Fields::new(document.get_ref(), 0..0, "the file", &TOP, &mut problems);
    let compat = Compat {
        gathered: top.required("gathered", &mut problems),
        receivers: peer::all(&top, "receiver", "[[receiver]]", &mut problems),
        senders: peer::all(&top, "sender", "[[sender]]", &mut problems),
        libraries: libraries(&top, &mut problems),
        apis: apis(&top, &mut problems),
    };
    problems.sort_by_key(|problem| (problem.at.start, problem.at.end));
    if problems.is_empty() { Ok(compat) } else { Err(problems) }
}

/// Reports every id that is there twice.
fn unique(rows: &[Fields<'_, '_>], of: &str, problems: &mut Problems) {
    let mut seen: HashMap<&str, Range<usize>> = HashMap::new();
    for value in rows.iter().filter_map(|row| row.get("id")) {
        let DeValue::String(id) = value.get_ref() else { continue };
        if let Some(first) = seen.get(id.as_ref()) {
            let message = format!("two {of} have the id `{id}`");
            let problem = Problem::error(value.span().into(), message).label("again");
            problems.push(problem.related(first.clone().into(), "first here"));
        } else {
            seen.insert(id, value.span());
        }
    }
}

fn libraries(top: &Fields<'_, '_>, problems: &mut Problems) -> Vec<Library> {
    let rows = top.tables("library", "[[library]]", &LIBRARY, problems);
    unique(&rows, "[[library]]", problems);
    rows.iter().map(|row| library(row, problems)).collect()
}

fn library(row: &Fields<'_, '_>, problems: &mut Problems) -> Library {
    Library {
        id: row.required("id", problems),
        name: row.required("name", problems),
        package: row.required("package", problems),
        version: row.required("version", problems),
        through: row.text("through", problems),
        note: row.text("note", problems),
        received: told(row, "received", problems),
        answered: told(row, "answered", problems),
        sent: sent(row, problems),
    }
}

/// What an application is told of frames.
fn told(row: &Fields<'_, '_>, key: &str, problems: &mut Problems) -> Vec<Passage> {
    let frames = row.tables(key, "a frame", &RECEIVED, problems);
    let passage = |frame: &Fields<'_, '_>| Passage {
        from: frame.required("body", problems),
        to: frame.required("told", problems),
    };
    frames.iter().map(passage).collect()
}

/// What goes out for an application.
fn sent(row: &Fields<'_, '_>, problems: &mut Problems) -> Vec<Passage> {
    let closings = row.tables("sent", "a closing", &SENT, problems);
    let passage = |closing: &Fields<'_, '_>| Passage {
        from: closing.required("asked", problems),
        to: outcome(closing, problems),
    };
    closings.iter().map(passage).collect()
}

/// What came of a closing, in the one key of three that it has.
fn outcome(closing: &Fields<'_, '_>, problems: &mut Problems) -> String {
    for key in ["error", "panic"] {
        if let Some(text) = closing.text(key, problems) {
            return format!("{key}: {text}");
        }
    }
    closing.required("wire", problems)
}

fn apis(top: &Fields<'_, '_>, problems: &mut Problems) -> Vec<Api> {
    let rows = top.tables("browser_api", "[[browser_api]]", &API, problems);
    unique(&rows, "[[browser_api]]", problems);
    rows.iter().map(|row| api(row, problems)).collect()
}

fn api(row: &Fields<'_, '_>, problems: &mut Problems) -> Api {
    row.must("support", problems);
    let support = row.tables("support", "`support`", &SUPPORT, problems);
    Api {
        id: row.required("id", problems),
        api: row.required("api", problems),
        data: row.required("data", problems),
        data_version: row.required("data_version", problems),
        data_date: row.required("data_date", problems),
        support: support
            .iter()
            .map(|row| Support {
                browser: row.required("browser", problems),
                version: row.text("version", problems),
            })
            .collect(),
        note: row.text("note", problems),
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    const RECEIVER: &str = "\
[[receiver]]
id = 'a'
name = 'A'
platform = 'P'
role = 'client'
method = 'executed'
accepts = [[1000, 1003], [3000, 4999]]
source = { text = 'somewhere' }
";

    #[test]
    fn a_receiver_accepts_what_its_ranges_hold() {
        let compat = read(&format!("gathered = '2026-01-01'\n{RECEIVER}")).expect("a valid file");
        let receiver = &compat.receivers[0];
        for (code, accepted) in
            [(999, false), (1000, true), (1003, true), (1004, false), (3000, true), (5000, false)]
        {
            assert_eq!(receiver.accepts(code), accepted, "{code}");
        }
    }

    #[test]
    fn every_mistake_is_reported_in_the_order_of_the_source() {
        let source = format!(
            "{}{}\n[[sendr]]\n",
            RECEIVER,
            RECEIVER
                .replace("[3000,", "[1004,")
                .replace("'executed'", "'run'")
                .replace("'P'", "5")
                .replace("'client'", "'peer'"),
        );
        let problems = read(&source).expect_err("a file with mistakes");
        let messages: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "the file without `gathered`",
                "two [[receiver]] have the id `a`",
                "`platform` takes a string",
                "unknown role `peer`",
                "unknown method `run`",
                "this range is out of order, or touches the last",
                "unknown key `sendr` in the file",
            ]
        );
    }
}

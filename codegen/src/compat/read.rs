//! Reads `compat.toml`.

use core::ops::Range;
use std::collections::HashMap;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fields::{Fields, Problems};
use super::{Api, Compat, Library, Method, Passage, Peer, Source, Support};
use crate::nearest::suggestion;
use crate::problem::Problem;

const TOP: [&str; 5] = ["gathered", "receiver", "sender", "library", "browser_api"];
const PEER: [&str; 10] = [
    "id",
    "name",
    "platform",
    "package",
    "version",
    "method",
    "accepts",
    "on_invalid",
    "note",
    "source",
];
const SOURCE: [&str; 6] = ["repo", "commit", "date", "path", "item", "text"];
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
pub fn read(source: &str) -> Result<Compat, Vec<Problem<Range<usize>>>> {
    let (document, errors) = DeTable::parse_recoverable(source);
    let mut problems: Problems = errors
        .iter()
        .map(|error| Problem::error(error.span().unwrap_or_default(), error.message()))
        .collect();
    let top = Fields::new(document.get_ref(), 0..0, "the file", &TOP, &mut problems);
    let compat = Compat {
        gathered: top.required("gathered", &mut problems),
        receivers: peers(&top, "receiver", "[[receiver]]", &mut problems),
        senders: peers(&top, "sender", "[[sender]]", &mut problems),
        libraries: libraries(&top, &mut problems),
        apis: apis(&top, &mut problems),
    };
    problems.sort_by_key(|problem| (problem.at.start, problem.at.end));
    if problems.is_empty() { Ok(compat) } else { Err(problems) }
}

fn peers(top: &Fields<'_, '_>, key: &str, of: &'static str, problems: &mut Problems) -> Vec<Peer> {
    let rows = top.tables(key, of, &PEER, problems);
    unique(&rows, of, problems);
    rows.iter().map(|row| peer(row, problems)).collect()
}

/// Reports every id that is there twice.
fn unique(rows: &[Fields<'_, '_>], of: &str, problems: &mut Problems) {
    let mut seen: HashMap<&str, Range<usize>> = HashMap::new();
    for value in rows.iter().filter_map(|row| row.get("id")) {
        let DeValue::String(id) = value.get_ref() else { continue };
        if let Some(first) = seen.get(id.as_ref()) {
            let message = format!("two {of} have the id `{id}`");
            let problem = Problem::error(value.span(), message).label("again");
            problems.push(problem.related(first.clone(), "first here"));
        } else {
            seen.insert(id, value.span());
        }
    }
}

fn peer(row: &Fields<'_, '_>, problems: &mut Problems) -> Peer {
    Peer {
        id: row.required("id", problems),
        name: row.required("name", problems),
        platform: row.required("platform", problems),
        package: row.text("package", problems),
        version: row.text("version", problems),
        method: method(row, problems),
        accepts: accepts(row, problems),
        on_invalid: row.text("on_invalid", problems),
        note: row.text("note", problems),
        source: source(row, problems),
    }
}

fn method(row: &Fields<'_, '_>, problems: &mut Problems) -> Method {
    let value = row.must("method", problems);
    let (Some(value), Some(word)) = (value, row.text("method", problems)) else {
        return Method::Transcribed;
    };
    Method::parse(&word).unwrap_or_else(|| {
        problems.push(
            Problem::error(value.span(), format!("unknown method `{word}`"))
                .help(suggestion(&word, &Method::WORDS)),
        );
        Method::Transcribed
    })
}

/// The ranges of `accepts`, each of which begins at least two above the end of the one before.
fn accepts(row: &Fields<'_, '_>, problems: &mut Problems) -> Vec<(u16, u16)> {
    let Some(value) = row.must("accepts", problems) else { return Vec::new() };
    let DeValue::Array(elements) = value.get_ref() else {
        problems.push(Problem::error(value.span(), "`accepts` takes a list of ranges"));
        return Vec::new();
    };
    let mut ranges: Vec<(u16, u16)> = Vec::new();
    for element in elements {
        let Some((first, last)) = range(element) else {
            problems.push(
                Problem::error(element.span(), "this is no range of codes")
                    .help("write the first and the last code: `[1000, 1003]`"),
            );
            continue;
        };
        if ranges.last().is_some_and(|(_, before)| u32::from(first) <= u32::from(*before) + 1) {
            problems.push(
                Problem::error(element.span(), "this range is out of order, or touches the last")
                    .help("write ranges in the order of their codes, as few as possible"),
            );
        }
        ranges.push((first, last));
    }
    ranges
}

fn range(value: &Spanned<DeValue<'_>>) -> Option<(u16, u16)> {
    let DeValue::Array(ends) = value.get_ref() else { return None };
    let mut codes = Vec::with_capacity(2);
    for end in ends {
        let DeValue::Integer(integer) = end.get_ref() else { return None };
        codes.push(u16::from_str_radix(integer.as_str(), integer.radix()).ok()?);
    }
    match codes.as_slice() {
        [first, last] if first <= last => Some((*first, *last)),
        _ => None,
    }
}

fn source(row: &Fields<'_, '_>, problems: &mut Problems) -> Source {
    let Some(value) = row.must("source", problems) else { return Source::Text(String::new()) };
    let DeValue::Table(table) = value.get_ref() else {
        problems.push(Problem::error(value.span(), "`source` takes a table"));
        return Source::Text(String::new());
    };
    let row = Fields::new(table, value.span(), "`source`", &SOURCE, problems);
    if row.get("text").is_some() {
        return Source::Text(row.required("text", problems));
    }
    Source::Commit {
        repo: row.required("repo", problems),
        commit: row.required("commit", problems),
        date: row.text("date", problems),
        path: row.text("path", problems),
        item: row.text("item", problems),
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
            RECEIVER.replace("[3000,", "[1004,").replace("'executed'", "'run'").replace("'P'", "5"),
        );
        let problems = read(&source).expect_err("a file with mistakes");
        let messages: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
        assert_eq!(
            messages,
            [
                "the file without `gathered`",
                "two [[receiver]] have the id `a`",
                "`platform` takes a string",
                "unknown method `run`",
                "this range is out of order, or touches the last",
                "unknown key `sendr` in the file",
            ]
        );
    }
}

//! Reads the implementations that read or send a Close frame: `[[receiver]]` and `[[sender]]`.

use toml::Spanned;
use toml::de::DeValue;

use super::unique;
use crate::compat::fields::{Fields, Problems};
use crate::compat::{Method, Peer, Role, Source};
use close_code_codegen::nearest::suggestion;
use close_code_codegen::problem::Problem;

const PEER: [&str; 11] = [
    "id",
    "name",
    "platform",
    "role",
    "package",
    "version",
    "method",
    "accepts",
    "on_invalid",
    "note",
    "source",
];
const SOURCE: [&str; 6] = ["repo", "commit", "date", "path", "item", "text"];

/// The rows below `key`, which messages call `of`.
pub(super) fn all(
    top: &Fields<'_, '_>,
    key: &str,
    of: &'static str,
    problems: &mut Problems,
) -> Vec<Peer> {
    let rows = top.tables(key, of, &PEER, problems);
    unique(&rows, of, problems);
    rows.iter().map(|row| peer(row, problems)).collect()
}

fn peer(row: &Fields<'_, '_>, problems: &mut Problems) -> Peer {
    Peer {
        id: row.required("id", problems),
        name: row.required("name", problems),
        platform: row.required("platform", problems),
        role: role(row, problems),
        package: row.text("package", problems),
        version: row.text("version", problems),
        method: method(row, problems),
        accepts: accepts(row, problems),
        on_invalid: row.text("on_invalid", problems),
        note: row.text("note", problems),
        source: source(row, problems),
    }
}

fn role(row: &Fields<'_, '_>, problems: &mut Problems) -> Option<Role> {
    let value = row.get("role")?;
    let word = row.text("role", problems)?;
    let role = Role::parse(&word);
    if role.is_none() {
        problems.push(
            Problem::error(value.span().into(), format!("unknown role `{word}`"))
                .help(suggestion(&word, &Role::WORDS)),
        );
    }
    role
}

fn method(row: &Fields<'_, '_>, problems: &mut Problems) -> Method {
    let value = row.must("method", problems);
    let (Some(value), Some(word)) = (value, row.text("method", problems)) else {
        return Method::Transcribed;
    };
    Method::parse(&word).unwrap_or_else(|| {
        problems.push(
            Problem::error(value.span().into(), format!("unknown method `{word}`"))
                .help(suggestion(&word, &Method::WORDS)),
        );
        Method::Transcribed
    })
}

/// The ranges of `accepts`, each of which begins at least two above the end of the one before.
fn accepts(row: &Fields<'_, '_>, problems: &mut Problems) -> Vec<(u16, u16)> {
    let Some(value) = row.must("accepts", problems) else { return Vec::new() };
    let DeValue::Array(elements) = value.get_ref() else {
        problems.push(Problem::error(value.span().into(), "`accepts` takes a list of ranges"));
        return Vec::new();
    };
    let mut ranges: Vec<(u16, u16)> = Vec::new();
    for element in elements {
        let Some((first, last)) = range(element) else {
            problems.push(
                Problem::error(element.span().into(), "this is no range of codes")
                    .help("write the first and the last code: `[1000, 1003]`"),
            );
            continue;
        };
        if ranges.last().is_some_and(|(_, before)| u32::from(first) <= u32::from(*before) + 1) {
            problems.push(
                Problem::error(
                    element.span().into(),
                    "this range is out of order, or touches the last",
                )
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
        problems.push(Problem::error(value.span().into(), "`source` takes a table"));
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

//! The schema of tables, compared with the checker: `codes.schema.json` in a validator such as editors
//! have.

use std::fs;
use std::path::Path;

use close_code_codegen::problem::Problem;
use close_code_codegen::toml;
use libtest_mimic::Failed;
use serde_json::Value;

use super::document::Document;
use super::site::Site;
use super::{tools, variants};

/// What a schema cannot find, by what the checker says of it, and why.
const BEYOND: [(&str, &str); 23] = [
    ("is reserved", "it compares no two values"),
    ("has no `span`", "it compares no two numbers"),
    ("the invisible character", "it knows no emoji, whose parts are not seen either"),
    ("in a comment", "JSON has no comments"),
    ("`as_of` must be a date", "JSON has no dates, so editors make texts of them"),
    ("this is a date or a time", "JSON has no dates, so editors make texts of them"),
    ("this is a float", "JSON has one type of numbers, in which 4001.0 is an integer"),
    ("two enums are named", "it compares no two values"),
    ("two rows are named", "it compares no two rows"),
    ("only in case", "it compares no two rows"),
    ("two rows have the code", "it compares no two rows"),
    ("two ranges contain", "it compares no two rows"),
    ("ranges must come before codes", "JSON has no order of keys"),
    (" must come before ", "it compares no two rows"),
    ("ends before it begins", "it compares no two numbers"),
    ("delay is greater than the maximum", "it compares no two numbers"),
    ("outside the span", "it compares no two numbers"),
    ("no row contains", "it does not count codes"),
    ("no range contains", "it does not count codes"),
    ("has no class", "it does not know in which range a code is"),
    ("only codes from 3000", "it does not know from which range a code inherits"),
    ("cannot both be `true`", "it does not know from which range a code inherits"),
    ("`script` needs `wire`", "it does not know from which range a code inherits"),
];

/// Whatever the checker takes, the schema takes: every table of the repository, and all variants.
pub(crate) fn takes_what_the_checker_takes() -> Result<(), Failed> {
    let mut sources: Vec<_> =
        Site::shared()?.tables().iter().map(|named| named.source.clone()).collect();
    let tables = sources.len();
    sources.extend(of_folder("fuzz/seeds/table")?);
    sources.extend(variants::all());
    sources.retain(|source| toml::read(source).is_ok());
    assert!(sources.len() > tables + 200, "of the variants only few are right");
    for (source, _, places) in compare("right", sources)? {
        if !places.is_empty() {
            return Err(Failed::from(format!("refused at {places:?}:\n{source}")));
        }
    }
    Ok(())
}

/// Whatever the checker finds, the schema finds in the same place, but for what no schema can.
pub(crate) fn finds_what_the_checker_finds() -> Result<(), Failed> {
    let mut sources = of_folder("codegen/tests/reject")?;
    sources.extend(variants::all());
    sources.retain(|source| toml::read(source).is_err());
    let mut unseen = [false; BEYOND.len()];
    let mut seen = 0;
    for (source, document, places) in compare("wrong", sources)? {
        for problem in toml::read(&source).expect_err("only wrong tables are here") {
            let pointer = document.pointer(problem.at);
            if places.iter().any(|place| are_one(place, pointer)) {
                seen += 1;
            } else if let Some(rule) = BEYOND.iter().position(|(words, _)| says(&problem, words)) {
                unseen[rule] = true;
            } else {
                let message = &problem.message;
                return Err(Failed::from(format!(
                    "`{message}` is not found at {pointer:?}, but at {places:?}:\n{source}"
                )));
            }
        }
    }
    assert!(seen > 1000, "only {seen} problems were looked for");
    for ((words, _), unseen) in BEYOND.iter().zip(unseen) {
        assert!(unseen, "the schema finds `{words}`, or no table has it");
    }
    Ok(())
}

/// The sources with their documents and what the schema finds wrong, without those that are not TOML.
fn compare(
    name: &str,
    sources: Vec<String>,
) -> Result<Vec<(String, Document, Vec<String>)>, Failed> {
    let parse = |source: String| Document::parse(&source).map(|document| (source, document));
    let parsed: Vec<_> = sources.into_iter().filter_map(parse).collect();
    let documents: Value = parsed.iter().map(|(_, document)| document.value.clone()).collect();
    let site = Site::shared()?;
    let from = site.write(&format!("{name}.documents.json"), &documents.to_string())?;
    let into = site.path(&format!("{name}.places.json"));
    tools::node("tables.mjs", &[&from, &into])?;
    let places: Vec<Vec<String>> = serde_json::from_slice(&fs::read(into)?)?;
    assert_eq!(parsed.len(), places.len());
    let all = parsed.into_iter().zip(places);
    Ok(all.map(|((source, document), places)| (source, document, places)).collect())
}

/// Whether one place is the other or holds it. The document holds everything, and so says nothing of
/// rows and what they hold.
fn are_one(one: &str, other: &str) -> bool {
    let holds = |outer: &str, inner: &str| {
        inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let is_whole = one.is_empty() && other.matches('/').count() > 2;
    !is_whole && (holds(one, other) || holds(other, one))
}

fn says(problem: &Problem, words: &str) -> bool {
    problem.message.contains(words) || problem.label.contains(words)
}

/// The tables of a folder.
fn of_folder(name: &str) -> Result<Vec<String>, Failed> {
    let mut sources = Vec::new();
    for entry in fs::read_dir(tools::package().join("../..").join(name))? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            sources.push(fs::read_to_string(path)?);
        }
    }
    assert!(!sources.is_empty(), "{name} has no tables");
    Ok(sources)
}

/// The checker of editors shows words and no patterns, and refuses a key where it does not belong.
pub(crate) fn words() -> Result<(), Failed> {
    let site = Site::shared()?;
    let right =
        site.write("right.toml", &fs::read_to_string(tools::package().join("../../codes.toml"))?)?;
    let found = tools::taplo(Path::new(&right))?;
    if found.contains("error") {
        return Err(Failed::from(format!("a table in order: {found}")));
    }
    let wrong = site.write("slips.toml", SLIPS)?;
    let found = tools::taplo(Path::new(&wrong))?;
    for words in [
        "a name in UpperCamelCase, such as SessionExpired",
        "a name with lowercase letters, other than Table and Range",
        "a text that is not empty",
        "one line of characters that can be seen",
        "lines of characters that can be seen",
        "a key that is not empty",
        "a date, such as 2026-06-10",
        r#""proxy" is not one of ["client","server","either"]"#,
        r#"is not one of ["never","after-change","immediately","backoff","unspecified"]"#,
        r#""typo" is not one of ["reassigned","#,
        r#""4002" is not of type "integer""#,
        "('codes' was unexpected)",
    ] {
        if !found.contains(words) {
            return Err(Failed::from(format!("nothing says {words:?}: {found}")));
        }
    }
    if found.contains("does not match") {
        return Err(Failed::from(format!("a pattern is shown: {found}")));
    }
    Ok(())
}

/// A table with a slip in each kind of value.
const SLIPS: &str = r#"
[table]
name = "fleet close"
title = ""
description = "A mark that cannot be seen: \u200e"
as_of = "June"

[[code]]
code = 4001
name = "RATE"
meaning = "two\nlines"
sender = "proxy"
reconnect = "backof"
allow = ["typo"]
extra = { "" = "x" }

[[code]]
code = "4002"
name = "Other"
codes = [4001, 4002]
"#;

//! `drift --write` changes the lines of the rows that differ, and the date: no comment, no empty line and no
//! other key is lost, wherever it is.

use close_code_cli::fuzz;
use similar::{Algorithm, DiffOp};

const REGISTRY: &str = include_str!("fixtures/registry-2026-06-10.xml");
const TABLE: &str = include_str!("../../codes.toml");

/// The built-in table, which lacks a row and has an older date and an older meaning.
fn outdated() -> Vec<String> {
    let (mut lines, mut is_left_out) = (Vec::new(), false);
    for line in TABLE.lines() {
        is_left_out = match line {
            "code = 1014" => {
                assert_eq!(lines.pop().as_deref(), Some("[[code]]"));
                true
            }
            line => is_left_out && !line.is_empty(),
        };
        let line = if line.starts_with("as_of = ") { "as_of = 2020-02-02" } else { line };
        let line = line.replace("\"Try Again Later\"", "\"Try Again Soon\"");
        if !is_left_out {
            lines.push(line);
        }
    }
    lines
}

/// Puts lines between all lines that begin with a key or a header, the comments in a way that shows where
/// each of them is.
fn decorated(lines: &[String], between: &[&str]) -> String {
    let begins = |line: &str| {
        let key = line.split(" = ").next().unwrap_or_default();
        line.starts_with('[')
            || (line.contains(" = ")
                && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'))
    };
    let mut text = String::new();
    for (number, line) in lines.iter().enumerate() {
        if begins(line) {
            for between in between {
                text.push_str(&between.replace('N', &number.to_string()));
                text.push('\n');
            }
        }
        text.push_str(line);
        text.push('\n');
    }
    text.push_str("# the end\n\n# really\n");
    text
}

#[test]
fn only_the_lines_of_rows_that_differ_change() {
    let plain = outdated();
    let date = plain.iter().position(|line| line.starts_with("as_of = ")).expect("a date");
    let head = plain.iter().position(|line| line == "[table]").expect("a head");
    let end = head + plain[head..].iter().position(String::is_empty).expect("an end");
    // The date is the first key of [table], where it was, the last, or there is none.
    for at in [Some(head + 1), Some(date), Some(end - 1), None] {
        let mut lines = plain.clone();
        let line = lines.remove(date);
        if let Some(at) = at {
            lines.insert(at, line);
        }
        for between in
            [&[][..], &[""], &["# N"], &["", "# N"], &["# N", ""], &["", "", "  # N", "", ""]]
        {
            for end in ["\n", "\r\n"] {
                let before = decorated(&lines, between).replace('\n', end);
                let after = fuzz::drift(&before, REGISTRY).expect("a table");
                assert!(after.contains("2026-06-10") && after.contains("\"Try Again Later\""));
                let [old, new] =
                    [&before, &after].map(|text| text.split_inclusive('\n').collect::<Vec<_>>());
                let edits = similar::capture_diff_slices(Algorithm::Myers, &old, &new);
                let lost = edits.iter().filter(|edit| !matches!(edit, DiffOp::Equal { .. }));
                let lost: Vec<_> = lost.flat_map(|edit| &old[edit.old_range()]).collect();
                let expected = if at.is_some() { 2 } else { 1 };
                assert_eq!(
                    lost.len(),
                    expected,
                    "as_of in line {at:?}, between lines {between:?}: {lost:?} in\n{after}"
                );
            }
        }
    }
}

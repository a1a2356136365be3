//! Every rule has a table that breaks it, and the text that its author gets to read.
//!
//! `BLESS=1 cargo test -p close-code-codegen --test reject` rewrites the texts; review the diff.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use close_code_codegen::{diagnostic, toml};

#[test]
fn rejected_tables_are_reported_as_expected() {
    let bless = env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for path in files_of(&folder(), "toml") {
        let report = report(&path);
        let expected = path.with_extension("stderr");
        if bless {
            fs::write(&expected, &report).expect("the folder can be written to");
        } else if fs::read_to_string(&expected).ok().as_deref() != Some(&report) {
            wrong.push(format!("{} is now reported as:\n\n{report}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}\nBLESS=1 rewrites them", wrong.join("\n"));

    let stems = |ending| -> BTreeSet<_> {
        files_of(&folder(), ending).iter().map(|path| path.with_extension("")).collect()
    };
    assert_eq!(stems("stderr"), stems("toml"), "every text has its table");
    assert!(stems("toml").len() > 40, "the tables are where they are looked for");
}

#[test]
fn problems_are_sorted_and_lie_in_the_source() {
    for path in files_of(&folder(), "toml") {
        let source = fs::read_to_string(&path).expect("a table");
        let problems = toml::read(&source).expect_err("a table that is rejected");
        let places: Vec<usize> = problems.iter().map(|problem| problem.at.start).collect();
        assert!(places.is_sorted(), "{}: {places:?}", path.display());
        for problem in &problems {
            let related = problem.related.iter().map(|(at, _)| at);
            for at in related.chain([&problem.at]) {
                assert!(source.get(at.range()).is_some(), "{}: {at:?}", path.display());
            }
            assert!(problem.is_error());
            let texts = problem.related.iter().map(|(_, label)| label);
            let texts = texts.chain([&problem.message, &problem.label]).chain(&problem.help);
            for text in texts {
                assert!(!text.ends_with('.') && text.trim() == text, "{}: {text}", path.display());
            }
        }
    }
}

/// A build script must not panic, whatever an editor has saved so far.
#[test]
fn no_table_cut_short_makes_the_reader_panic() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut tables = files_of(&folder(), "toml");
    tables.extend(files_of(&root.join("tables"), "toml"));
    tables.push(root.join("codes.toml"));
    let mut cuts = 0;
    for path in tables {
        let source = fs::read_to_string(&path).expect("a table");
        // To cut every table at every byte would take minutes, and find what some cuts do.
        let every = source.len().div_ceil(100);
        for (end, _) in source.char_indices().step_by(every) {
            read(&source[..end]);
            cuts += 1;
        }
        for (start, _) in source.match_indices('\n').step_by(3) {
            read(&source[start..]);
            cuts += 1;
        }
    }
    assert!(cuts > 10_000, "only {cuts} pieces were read");
}

/// Reads what may be half a table.
fn read(piece: &str) {
    match toml::read(piece) {
        Ok(_) => assert!(::toml::de::DeTable::parse(piece).is_ok(), "this is not TOML:\n{piece}"),
        Err(problems) => {
            let report = diagnostic::render("codes.toml", piece, &problems);
            assert!(report.starts_with("error: "), "{report}");
        }
    }
}

/// The text for a table, which must not be accepted.
fn report(path: &Path) -> String {
    let source = fs::read_to_string(path).expect("a table");
    match toml::read(&source) {
        Ok(_) => panic!("{} is accepted", path.display()),
        Err(problems) => {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            diagnostic::render(&name, &source, &problems)
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reject")
}

/// The files of a folder with this ending, by name.
fn files_of(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|e| e == ending)).collect();
    paths.sort();
    paths
}

//! What the compiler refuses, and in which words: each file in `ui/` next to its error text.
//!
//! `TRYBUILD=overwrite cargo test -p close-code-derive-tests --test ui` rewrites the texts; review every
//! one that changes as the person who gets it.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::{env, fs};

use libtest_mimic::{Arguments, Failed, Trial};

/// The compiler whose texts these are; another words and draws its errors in other ways.
const RUSTC: &str = "1.95";

fn main() -> ExitCode {
    let found = rustc();
    let fits = found == RUSTC;
    let required = env::var_os("CLOSE_CODE_REQUIRE_ALL").is_some_and(|value| value == "1");
    let reason = if fits { String::new() } else { format!("rustc {found}, not {RUSTC}") };
    let compile = || {
        trybuild::TestCases::new().compile_fail("ui/*.rs");
        Ok(())
    };
    let texts = Trial::test("mistakes_have_their_texts", compile)
        .with_kind(reason.clone())
        .with_ignored_flag(!fits && !required);
    let lints = Trial::test("every_lint_of_the_compiler_is_forbidden", every_lint_is_forbidden)
        .with_kind(reason)
        .with_ignored_flag(!fits && !required);
    let orphans = Trial::test("every_text_has_its_mistake", every_text_has_its_mistake);
    libtest_mimic::run(&Arguments::from_args(), vec![texts, orphans, lints]).exit_code()
}

/// What the compiler says when asked.
fn ask_rustc(arguments: &[&str]) -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).args(arguments).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

/// The version of the compiler, as in `1.95`.
fn rustc() -> String {
    let text = ask_rustc(&["--version"]);
    let version = text.split(' ').nth(1).unwrap_or("not found");
    version.rsplit_once('.').map_or(version, |(version, _)| version).to_owned()
}

fn every_text_has_its_mistake() -> Result<(), Failed> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let (mut cases, mut texts) = (BTreeSet::new(), BTreeSet::new());
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let stem = path.file_stem().unwrap_or_default().to_owned();
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("rs") => cases.insert(stem),
            Some("stderr") => texts.insert(stem),
            _ => return Err(format!("{} is neither", path.display()).into()),
        };
    }
    if cases.is_empty() || cases != texts {
        let odd: Vec<_> = cases.symmetric_difference(&texts).collect();
        return Err(
            format!("a mistake without a text, or a text without a mistake: {odd:?}").into()
        );
    }
    Ok(())
}

/// Each lint that is off by default is in the list of `lints.rs`, or here with the reason why not.
fn every_lint_is_forbidden() -> Result<(), Failed> {
    const OTHERS: [(&str, &str); 10] = [
        ("deref_into_dyn_supertrait", "not stable"),
        ("fuzzy_provenance_casts", "not stable"),
        ("lossy_provenance_casts", "not stable"),
        ("multiple_supertrait_upcastable", "not stable"),
        ("must_not_suspend", "not stable"),
        ("non_exhaustive_omitted_patterns", "not stable"),
        ("resolving_to_items_shadowing_supertrait_items", "not stable"),
        ("shadowing_supertrait_items", "not stable"),
        ("unqualified_local_imports", "not stable"),
        (
            "unused_crate_dependencies",
            "speaks of the package, which has dependencies for other tests",
        ),
    ];
    let source = include_str!("lints.rs");
    let help = ask_rustc(&["-W", "help"]);
    let mut off = 0;
    for line in help.lines() {
        let mut words = line.split_whitespace();
        let (Some(lint), Some("allow")) = (words.next(), words.next()) else { continue };
        let lint = lint.replace('-', "_");
        off += 1;
        let forbidden = source.contains(&format!("    {lint},\n"));
        let excused = OTHERS.iter().any(|(other, _)| *other == lint);
        if forbidden == excused {
            return Err(format!("{lint} is to be forbidden in lints.rs or excused here").into());
        }
    }
    if off < OTHERS.len() { Err("rustc -W help lists no lints".into()) } else { Ok(()) }
}

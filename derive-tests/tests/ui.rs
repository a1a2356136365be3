//! What the compiler refuses, and in which words: each file in `ui/` beside the text that it gets.
//!
//! `TRYBUILD=overwrite cargo test -p close-code-derive-tests --test ui` writes the texts anew; read every
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
    let texts = Trial::test("mistakes_have_their_texts", || {
        mistakes_have_their_texts();
        Ok(())
    });
    let texts = texts.with_kind(reason).with_ignored_flag(!fits && !required);
    let orphans = Trial::test("every_text_has_its_mistake", every_text_has_its_mistake);
    libtest_mimic::run(&Arguments::from_args(), vec![texts, orphans]).exit_code()
}

/// The version of the compiler, as in `1.95`.
fn rustc() -> String {
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("--version").output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    let text = text.unwrap_or_default();
    let version = text.split(' ').nth(1).unwrap_or("not found");
    version.rsplit_once('.').map_or(version, |(version, _)| version).to_owned()
}

fn mistakes_have_their_texts() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("ui/*.rs");
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

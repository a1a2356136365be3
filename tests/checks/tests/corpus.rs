//! Every committed input of the fuzz targets, through the targets. What the fuzzer has found stays
//! found, without a nightly compiler.

use std::collections::BTreeSet;
use std::fs;

use close_code_checks::fuzz::{self, TARGETS, Target};
use close_code_checks::repository::{self, root};

#[test]
fn body() {
    replay("body", fuzz::body);
}

#[test]
fn code() {
    replay("code", fuzz::code);
}

#[test]
fn derive() {
    replay("derive", fuzz::derive);
}

#[test]
fn explain() {
    replay("explain", fuzz::explain);
}

#[test]
fn registry() {
    replay("registry", fuzz::registry);
    for path in repository::files(&root().join("cli/tests/fixtures")).expect("the fixtures") {
        println!("{}", path.display());
        fuzz::registry(&fs::read(&path).expect("the fixture is readable"));
    }
}

#[test]
fn table() {
    replay("table", fuzz::table);
    for path in repository::tables().expect("the tables are there") {
        println!("{}", path.display());
        fuzz::table(&fs::read(&path).expect("the table is readable"));
    }
}

#[test]
fn tokens() {
    replay("tokens", fuzz::tokens);
}

/// A target that is not fuzzed, and a folder that no target reads, would be forgotten in silence.
#[test]
fn every_target_has_its_file_its_inputs_and_its_place_in_the_manifest() {
    let names: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let entries = |folder: &str| -> BTreeSet<String> {
        let entries = fs::read_dir(root().join(folder)).expect("the folder is there");
        entries
            .map(|entry| entry.expect("an entry").path())
            .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
            .collect()
    };
    assert_eq!(entries("fuzz/seeds"), names);
    assert_eq!(entries("fuzz/fuzz_targets"), names);
    let manifest = fs::read_to_string(root().join("fuzz/Cargo.toml")).expect("the manifest");
    let manifest: toml_edit::DocumentMut = manifest.parse().expect("TOML");
    let bins = manifest["bin"].as_array_of_tables().expect("a list");
    let bins = bins.iter().map(|bin| bin["name"].as_str().expect("a name").to_owned());
    assert_eq!(bins.collect::<BTreeSet<_>>(), names);
}

fn replay(name: &str, target: Target) {
    let inputs =
        repository::files(&root().join("fuzz/seeds").join(name)).expect("the inputs are there");
    assert!(!inputs.is_empty(), "{name} has no inputs");
    for path in inputs {
        // The last line before a failure names the input.
        println!("{}", path.display());
        target(&fs::read(&path).expect("the input is readable"));
    }
}

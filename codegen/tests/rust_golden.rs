//! The generated Rust for three tables, compared with the expected text.
//!
//! `BLESS=1 cargo test -p close-code-codegen --test rust_golden` rewrites it; review the diff.

use std::path::{Path, PathBuf};
use std::{env, fs};

use close_code_codegen::rust::{self, Options};
use close_code_codegen::toml;

/// What becomes of a table.
fn compare(name: &str, options: &Options) {
    let table = toml::read(&input(&format!("{name}.toml"))).expect("a table without mistakes");
    same(name, &rust::emit(&table, options));
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens")
}

fn input(name: &str) -> String {
    fs::read_to_string(folder().join(name)).expect("the input is there")
}

fn same(name: &str, text: &str) {
    let golden = folder().join(format!("{name}.rs"));
    if env::var_os("BLESS").is_some_and(|value| value == "1") {
        fs::write(&golden, text).expect("the golden can be written");
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    let line = text.lines().zip(expected.lines()).position(|(is, should)| is != should);
    assert!(text == expected, "{} differs, first in line {line:?} from 0", golden.display());
}

#[test]
fn the_types_of_the_runtime_crate() {
    compare("registry", &Options::runtime());
}

#[test]
fn a_table_of_ranges_with_policies() {
    compare("policies", &Options::default());
}

#[test]
fn a_table_of_odd_texts() {
    compare("corners", &Options::default());
}

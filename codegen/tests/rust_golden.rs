//! The Rust that is generated, for three tables and for three enums, beside what it should be.
//!
//! `BLESS=1 cargo test -p close-code-codegen --test rust_golden` writes it anew; read the difference.

use std::path::{Path, PathBuf};
use std::{env, fs};

use close_code_codegen::derive::expand;
use close_code_codegen::rust::{self, Options};
use close_code_codegen::toml;

/// What becomes of a table.
fn compare(name: &str, options: &Options) {
    let table = toml::read(&input(&format!("{name}.toml"))).expect("a table without mistakes");
    same(name, &rust::emit(&table, options));
}

/// What becomes of an enum, formatted, since tokens have no lines.
fn compare_enum(name: &str) {
    let tokens = input(&format!("{name}-input.rs")).parse().expect("the enum is Rust");
    let file = syn::parse2(expand(tokens)).expect("what is generated is Rust");
    same(name, &prettyplease::unparse(&file));
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

#[test]
fn an_enum_with_every_kind_of_variant() {
    compare_enum("derived");
}

#[test]
fn an_enum_whose_codes_only_the_compiler_knows() {
    compare_enum("computed");
}

#[test]
fn an_enum_with_mistakes() {
    compare_enum("mistaken");
}

/// What a role does not send is looked up as 0: not where 0 itself may be sent.
#[test]
fn nothing_is_looked_up_as_a_code_that_may_be_sent() {
    for (wire, is_masked) in [(false, true), (true, false)] {
        let source = format!(
            "[table]\nname = \"Any\"\ntitle = \"Any\"\ndescription = \"Any code.\"\n\n[[range]]\n\
             codes = [0, 65535]\nname = \"Every\"\nwire = {wire}\nscript = false\n"
        );
        let table = toml::read(&source).expect("it is valid");
        let rust = rust::emit(&table, &Options::runtime());
        assert_eq!(rust.contains("code & (is_the_others"), is_masked, "wire = {wire}: {rust}");
    }
}

/// A table of bits reaches to the last boundary: for one that lies far off, comparisons are shorter.
#[test]
fn what_holds_far_off_is_compared_and_not_looked_up() {
    for (last, is_table) in [(4999, true), (60_999, false)] {
        let mut source =
            String::from("[table]\nname = \"Any\"\ntitle = \"Any\"\ndescription = \"Any code.\"\n");
        let ends = [(0, 999), (1000, 1999), (2000, 2999), (3000, 3999), (4000, 4998), (4999, last)];
        for (at, (first, last)) in ends.into_iter().chain([(last + 1, 65535)]).enumerate() {
            source += &format!(
                "\n[[range]]\ncodes = [{first}, {last}]\nname = \"Range{at}\"\nwire = {}\n\
                 script = false\n",
                at % 2 == 1
            );
        }
        let table = toml::read(&source).expect("it is valid");
        let rust = rust::emit(&table, &Options::runtime());
        assert_eq!(rust.contains("static BITS"), is_table, "to {last}: {rust}");
        let compared = "(code.wrapping_sub(1000) <= 999) | (code.wrapping_sub(3000) <= 999) | ";
        assert_eq!(rust.contains(compared), !is_table, "to {last}: {rust}");
    }
}

//! The generated tokens for three enums and an error, compared with the expected ones.
//!
//! `BLESS=1 cargo test -p close-code-macros` rewrites them; review the diff.

#[path = "../src/derive/mod.rs"]
mod derive;

use std::path::Path;
use std::{env, fs};

use proc_macro2::TokenStream;

/// What becomes of an enum, formatted, since tokens have no lines.
fn compare(name: &str, expand: fn(TokenStream) -> TokenStream) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens");
    let input = fs::read_to_string(folder.join(format!("{name}-input.rs")));
    let tokens = input.expect("the input is there").parse().expect("the enum is Rust");
    let file = syn::parse2(expand(tokens)).expect("what is generated is Rust");
    let text = prettyplease::unparse(&file);
    let golden = folder.join(format!("{name}.rs"));
    if env::var_os("BLESS").is_some_and(|value| value == "1") {
        fs::write(&golden, &text).expect("the golden can be written");
    }
    let expected = fs::read_to_string(&golden).unwrap_or_default();
    let line = text.lines().zip(expected.lines()).position(|(is, should)| is != should);
    assert!(text == expected, "{} differs, first in line {line:?} from 0", golden.display());
}

#[test]
fn an_enum_with_every_kind_of_variant() {
    compare("derived", derive::close_code_range);
}

#[test]
fn an_enum_whose_codes_only_the_compiler_knows() {
    compare("computed", derive::close_code_range);
}

#[test]
fn an_enum_with_mistakes() {
    compare("mistaken", derive::close_code_range);
}

#[test]
fn errors_that_close_connections() {
    compare("error", derive::close_error);
}

//! Reads `codes.toml`, checks it, and generates the types into `OUT_DIR`.
//!
//! A mistake in the table becomes a `cargo::error` with its line and a caret, and nothing is written.

use close_code_codegen::compile::{self, Failure};
use close_code_codegen::rust::Options;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    compile::run("codes.toml", |table| {
        let rust = close_code_codegen::rust::emit(table, &Options::runtime());
        let front_page = close_code_codegen::rustdoc::emit(table);
        Ok::<_, Failure>(vec![
            ("codes.rs".to_owned(), rust),
            ("front_page.md".to_owned(), front_page),
            ("constants.md".to_owned(), close_code_codegen::rustdoc::constants(table)),
        ])
    });
}

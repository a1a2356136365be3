//! A table in TOML, from its text to everything that is made from it.

use close_code_codegen::diagnostic::{self, Style};
use close_code_codegen::model::Table;
use close_code_codegen::problem::Problem;
use close_code_codegen::rust::{self, Options};
use close_code_codegen::{rustdoc, toml};
use close_code_emitters::docs::Source;
use close_code_emitters::documents;
use close_code_emitters::typescript::{Behind, Module};
use proc_macro2::{TokenStream, TokenTree};

use super::{document, page};

/// Reads the input as a table: either every mistake has a place, or everything can be made from it.
///
/// # Panics
///
/// When neither holds.
pub fn table(data: &[u8]) {
    let Ok(source) = core::str::from_utf8(data) else { return };
    match toml::read(source) {
        Err(problems) => problems_are_told(source, &problems),
        Ok(table) => {
            rust_parses(&table);
            assert!(!rustdoc::emit(&table).contains('\r'));
            let source = &Source::new("table.toml");
            let protocol = Some(&table);
            let module = Module { table: &table, protocol, behind: Behind::Included, source };
            for file in documents::files(&module, "table") {
                document::is_well_formed(&table, &file);
            }
            page::is_well_formed(&table);
        }
    }
}

/// Problems are sorted, lie in the source, and are shown without harm to a terminal.
fn problems_are_told(source: &str, problems: &[Problem]) {
    assert!(problems.iter().any(Problem::is_error), "a table is refused without an error");
    assert!(problems.is_sorted_by_key(|problem| problem.at.start));
    for problem in problems {
        let others = problem.related.iter().map(|(at, _)| at);
        for at in core::iter::once(&problem.at).chain(others) {
            assert!(source.get(at.range()).is_some(), "{at:?} is no place: {problem:?}");
        }
        let message = &problem.message;
        assert!(!message.is_empty() && !message.ends_with('.'), "{message:?}");
    }
    let shown = diagnostic::render("table.toml", source, problems);
    let harmful = |c: char| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c));
    assert!(!shown.contains(harmful), "{shown:?}");
    for report in diagnostic::render_each("table.toml", source, problems, &Style::PLAIN) {
        assert_eq!(report.find("\n\n"), Some(report.len() - 2), "{report}");
    }
}

/// The Rust is Rust, also when it is read back from a file, and its texts are those of the table.
fn rust_parses(table: &Table) {
    for options in [Options::default(), Options::runtime()] {
        let text = rust::emit(table, &options);
        if let Err(error) = syn::parse_file(&text) {
            panic!("{error} in {text}");
        }
        let mut texts = Vec::new();
        collect(text.parse().unwrap_or_default(), &mut texts);
        let read: Vec<String> = texts
            .iter()
            .filter_map(|text| syn::parse_str::<syn::LitStr>(text).ok())
            .map(|text| text.value())
            .collect();
        for row in table.rows() {
            for text in [&row.meaning, row.description()] {
                assert!(
                    text.is_empty() || read.iter().any(|read| read == text),
                    "{text:?} is lost"
                );
            }
        }
    }
}

/// Every literal among the tokens.
fn collect(tokens: TokenStream, texts: &mut Vec<String>) {
    for tree in tokens {
        match tree {
            TokenTree::Literal(literal) => texts.push(literal.to_string()),
            TokenTree::Group(group) => collect(group.stream(), texts),
            _ => {}
        }
    }
}

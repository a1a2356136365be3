//! The README's snippets for libraries are parts of the examples, which are compiled and run.

use std::fs;
use std::path::Path;

#[test]
fn snippets_of_the_readme_are_in_the_examples() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(folder.join("../../README.md")).expect("the README is there");
    let examples: Vec<String> = fs::read_dir(folder.join("examples"))
        .expect("the folder is there")
        .map(|entry| fs::read_to_string(entry.expect("an entry").path()).expect("an example"))
        .map(|text| plain(&text))
        .collect();
    let snippets: Vec<_> = readme.split("```rs\n").skip(1).collect();
    assert!(snippets.len() >= 3, "the README has snippets for libraries");
    for snippet in snippets {
        let snippet = plain(snippet.split("```").next().unwrap_or_default());
        assert!(
            examples.iter().any(|example| example.contains(&snippet)),
            "in no example:\n{snippet}"
        );
    }
}

/// The lines without their indentation.
fn plain(text: &str) -> String {
    text.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}

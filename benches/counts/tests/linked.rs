//! A program links the texts that it shows, and no others.

use std::fs;
use std::path::Path;

use close_code::{CloseCodeRange as _, CloseKind};
use close_code_counts::{OwnClose, program};

#[test]
fn texts_are_linked_only_where_they_are_shown() -> Result<(), String> {
    let (brief, whole) = (bytes_of("brief")?, bytes_of("whole")?);
    let predicates = bytes_of("predicates")?;
    for row in CloseKind::TABLE {
        let texts = row.reference().iter().copied().chain([row.description()]);
        for text in texts.filter(|text| !text.is_empty()) {
            assert!(has(&whole, text), "a program that shows it has no `{text}`");
            assert!(!has(&brief, text), "a program that does not show it has `{text}`");
        }
        for text in [row.name(), row.constant(), row.meaning()] {
            // A word such as "Timeout" may be the standard library's.
            let is_ours = text.len() > 12;
            assert!(!is_ours || !has(&predicates, text), "the predicates alone bring `{text}`");
        }
        assert!(has(&brief, row.meaning()), "a program that shows it has no `{}`", row.meaning());
    }
    for row in OwnClose::TABLE.iter().filter(|row| !row.description().is_empty()) {
        assert!(has(&whole, row.description()) && !has(&brief, row.description()), "{row:?}");
        assert!(has(&brief, row.meaning()), "a program that shows it has no `{}`", row.meaning());
    }
    Ok(())
}

fn bytes_of(name: &str) -> Result<Vec<u8>, String> {
    let program = program::build(name, Path::new(env!("CARGO_TARGET_TMPDIR")))?;
    fs::read(program).map_err(|error| error.to_string())
}

fn has(program: &[u8], text: &str) -> bool {
    program.windows(text.len()).any(|window| window == text.as_bytes())
}

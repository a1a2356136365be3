//! The registry, as it was fetched from somewhere.

use close_code_cli::fuzz;
use close_code_codegen::toml;

/// The built-in table.
const TABLE: &str = close_code::__private::CODES_TOML;

/// Reads the input as a registry in XML or CSV, and brings the table up to date with it.
///
/// # Panics
///
/// When the table is no table then, or not up to date.
pub fn registry(data: &[u8]) {
    let Ok(source) = core::str::from_utf8(data) else { return };
    if let Err(message) = fuzz::registry(source) {
        assert!(
            !message.is_empty() && !message.contains(|c: char| c.is_control() && c != '\n'),
            "{message:?}"
        );
        return;
    }
    let Ok(edited) = fuzz::drift(TABLE, source) else { return };
    if let Err(problems) = toml::read(&edited) {
        panic!("{:?} in {edited}", problems.first());
    }
    assert_eq!(
        fuzz::drift(&edited, source).as_deref(),
        Ok(&*edited),
        "the second time nothing is left"
    );
}

//! The standard output, and how wide it is.

use std::io::{self, IsTerminal as _, Write as _};

use close_code_emitters::json;

use crate::failure::Failure;

/// Prints an answer, without its colors if the output does not show them.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut output = anstream::stdout().lock();
    output.write_all(text.as_bytes())?;
    Ok(output.flush()?)
}

/// Prints bytes as they are.
pub(crate) fn raw(bytes: &[u8]) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    output.write_all(bytes)?;
    Ok(output.flush()?)
}

/// Prints a value as JSON, in which everything can be seen.
pub(crate) fn json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(io::Error::from)?;
    raw((json::visible(&text) + "\n").as_bytes())
}

/// How many columns there are: those of the terminal, or what `COLUMNS` says, or 80.
pub(crate) fn columns() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
    let columns = said.or_else(|| {
        let stdout = io::stdout();
        let (width, _) = terminal_size::terminal_size_of(&stdout)?;
        stdout.is_terminal().then_some(usize::from(width.0))
    });
    columns.unwrap_or(80).max(20)
}

//! The user's files: read whole, up to a limit.

use std::fs::File;
use std::io::{self, IsTerminal as _, Read as _};
use std::path::Path;

use close_code_codegen::diagnostic;
use close_code_emitters::docs::source;

use crate::failure::Failure;
use crate::interrupt;
use crate::text::visible;

/// The largest table, registry or document, in bytes: more than ten times what any of them has.
const LIMIT: u64 = 16 << 20;

/// A path as messages name it, with `/` on every system and nothing that acts on a terminal.
pub(crate) fn shown(path: &Path) -> String {
    if is_stdin(path) {
        return "<stdin>".to_owned();
    }
    let text = visible(&path.to_string_lossy());
    if cfg!(windows) { text.replace('\\', "/") } else { text }
}

/// The text of a file; `-` is standard input.
pub(crate) fn text(path: &Path) -> Result<String, Failure> {
    let bytes = bytes(path)?;
    String::from_utf8(bytes).map_err(|error| {
        let valid_up_to = error.utf8_error().valid_up_to();
        Failure::wrong(diagnostic::not_utf8(&shown(path), error.as_bytes(), valid_up_to))
    })
}

/// The bytes of a file.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    interrupt::waiting(|| read(path))?
        .map_err(|error| Failure::wrong(format!("cannot read {}: {}", shown(path), why(&error))))
}

/// Whether a path means standard input.
pub(crate) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether the user types what is to be read.
pub(crate) fn is_typed(path: &Path) -> bool {
    is_stdin(path) && io::stdin().is_terminal()
}

fn read(path: &Path) -> io::Result<Vec<u8>> {
    if is_stdin(path) { whole(io::stdin().lock()) } else { whole(File::open(path)?) }
}

/// All that can be read, up to the limit.
pub(crate) fn whole(source: impl io::Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LIMIT {
        return Err(io::Error::other(format!("it is larger than {} MiB", LIMIT >> 20)));
    }
    Ok(bytes)
}

/// Why a file cannot be read or written, in the same words on every system if possible.
pub(crate) fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "is a folder".to_owned(),
        io::ErrorKind::NotADirectory => "a part of the path is a file, not a folder".to_owned(),
        _ => error.to_string(),
    }
}

/// A path as it is written for a shell.
pub(crate) fn quoted(path: &Path) -> String {
    if is_stdin(path) { "-".to_owned() } else { source::quoted(&shown(path)) }
}

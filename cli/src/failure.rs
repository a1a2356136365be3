//! How the command ends.

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use crate::{paint, text};

/// What a subcommand found, if nothing went wrong.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    /// The answer was given, and it is not "no".
    Fine,
    /// The answer is no: drift, something stale, an invalid table, no code in a log.
    No,
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Wrong use, or a file that cannot be read or written. The text is for people.
    Wrong(String),
    /// A table with mistakes: the whole report.
    Invalid(String),
    /// The reader of the output has closed it.
    ClosedPipe,
    /// The signal with this number, such as that of Ctrl-C, ended the command.
    Interrupted(i32),
}

impl Failure {
    /// Wrong use.
    pub(crate) fn wrong(message: impl Into<String>) -> Self {
        Self::Wrong(message.into())
    }
}

/// An error of the output: those of files are reported with their path.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::ClosedPipe;
        }
        Self::Wrong(format!("cannot write to standard output: {error}"))
    }
}

/// Reports what went wrong, and returns the exit code: 0 success, 1 negative result, 2 usage or I/O error.
pub(crate) fn exit(result: Result<Outcome, Failure>) -> ExitCode {
    match result {
        Ok(Outcome::Fine) | Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Err(Failure::Wrong(message)) => {
            tell(&message);
            ExitCode::from(2)
        }
        Err(Failure::Invalid(report)) => {
            say(&report);
            ExitCode::from(1)
        }
        Err(Failure::Interrupted(signal)) => {
            ExitCode::from(u8::try_from(exit_code(signal)).unwrap_or(u8::MAX))
        }
    }
}

/// The exit code of a process that a signal ended, as shells report it.
pub(crate) fn exit_code(signal: i32) -> i32 {
    128 + signal
}

/// Says on the standard error output what is wrong.
pub(crate) fn tell(message: &str) {
    let message = wrapped(&format!("error: {message}"));
    let message = message.strip_prefix("error:").unwrap_or(&message);
    say(&format!("{}{message}\n", paint::painted(paint::BAD, "error:")));
}

/// Says something on the standard error output.
pub(crate) fn note(message: &str) {
    say(&format!("{}\n", wrapped(message)));
}

/// Writes to the standard error output. Write errors are ignored: there is nowhere to report them.
pub(crate) fn say(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

/// A message whose lines fit the terminal. A program that reads it gets one line.
fn wrapped(message: &str) -> String {
    let stderr = io::stderr();
    // A path with two spaces in a row has to stay as it is.
    let may_wrap = stderr.is_terminal() && !message.contains("  ");
    match terminal_size::terminal_size_of(&stderr).filter(|_| may_wrap) {
        Some((width, _)) => text::wrap(message, usize::from(width.0).max(20)).join("\n"),
        None => message.to_owned(),
    }
}

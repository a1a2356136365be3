//! How the command ends.

use std::io::{self, Write as _};
use std::process::ExitCode;

use crate::{output, paint};

/// What a subcommand found, where nothing went wrong.
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
    /// Whoever reads the output has seen enough.
    ClosedPipe,
    /// The user has interrupted the command.
    Interrupted,
}

impl Failure {
    /// Wrong use.
    pub(crate) fn wrong(message: impl Into<String>) -> Self {
        Self::Wrong(message.into())
    }
}

/// An error of the output: those of files are told with their path.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Self::ClosedPipe;
        }
        Self::Wrong(format!("cannot write the answer: {error}"))
    }
}

/// Tells what went wrong, and gives the exit code: 0 fine, 1 the answer is no, 2 wrong use.
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
        // As a shell reports a process that SIGINT ended.
        Err(Failure::Interrupted) => ExitCode::from(130),
    }
}

/// Says on the standard error output what is wrong.
pub(crate) fn tell(message: &str) {
    let message = output::wrapped(&format!("error: {message}"));
    let message = message.strip_prefix("error:").unwrap_or(&message);
    say(&format!("{}{message}\n", paint::painted(paint::BAD, "error:")));
}

/// Says something on the standard error output.
pub(crate) fn note(message: &str) {
    say(&format!("{}\n", output::wrapped(message)));
}

/// Writes to the standard error output. That it is closed or full nobody could be told.
pub(crate) fn say(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

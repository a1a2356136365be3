//! The command line: its subcommands, for clap.

use std::ffi::OsString;

use clap::{CommandFactory as _, Parser, Subcommand};
use close_code_codegen::nearest;

use crate::{check, completions, drift, explain, generate, init, lab, list, man, schema, text};

/// WebSocket close codes: look them up, check your own tables, generate code and documents.
#[derive(Debug, Parser)]
#[command(name = "close-code", version, max_term_width = 100, after_help = EXAMPLES)]
pub(crate) struct Line {
    #[command(flatten)]
    pub(crate) color: colorchoice_clap::Color,

    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXAMPLES: &str = "\
Examples:
  close-code 1006                   # what a code means, as `close-code explain 1006`
  close-code explain < server.log   # finds the codes in a log
  close-code list --class protocol  # every code of the protocol itself
  close-code init chat.toml         # writes a starter table
  close-code check chat.toml        # is my table valid?
  close-code generate               # writes docs/ from codes.toml
  close-code drift websocket.xml    # what has IANA changed?

Output is colored on terminals; NO_COLOR, CLICOLOR and CLICOLOR_FORCE are honored.

Exit codes: 0 success; 1 errors, differences or nothing found; 2 wrong use, or an unreadable file.";

/// What the command does.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Explain(explain::Args),
    List(list::Args),
    Check(check::Args),
    Generate(generate::Args),
    Init(init::Args),
    Schema(schema::Args),
    Drift(drift::Args),
    Lab(lab::Args),
    Completions(completions::Args),
    Man(man::Args),
}

/// Reads the arguments, or says what is wrong with them and ends the process.
pub(crate) fn parse(given: Vec<OsString>) -> Line {
    let arguments = arguments(given);
    Line::try_parse_from(&arguments).unwrap_or_else(|error| {
        // clap quotes arguments as they are, between its own colors.
        let visible = arguments.iter().map(|argument| text::visible(&argument.to_string_lossy()));
        Line::try_parse_from(visible).err().unwrap_or(error).exit()
    })
}

/// The arguments, with `explain` inserted if they begin with a question and not with a command:
/// `close-code 1006` is `close-code explain 1006`.
fn arguments(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let line = Line::command();
    let names: Vec<&str> = line.get_subcommands().map(clap::Command::get_name).collect();
    let is_question = |first: &OsString| {
        let Some(first) = first.to_str() else { return true };
        let is_word = first.bytes().all(|byte| byte.is_ascii_lowercase());
        // A misspelled command is clap's to report.
        let is_slip = is_word && nearest::nearest(first, &names).is_some();
        !first.starts_with('-') && first != "help" && !names.contains(&first) && !is_slip
    };
    if arguments.get(1).is_some_and(is_question) {
        arguments.insert(1, OsString::from("explain"));
    }
    arguments
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::arguments;

    #[test]
    fn a_question_needs_no_command() {
        for (given, expected) in [
            (&["close-code", "1006"][..], &["close-code", "explain", "1006"][..]),
            (&["close-code", "discord", "4014"], &["close-code", "explain", "discord", "4014"]),
            (
                &["close-code", "BadGateway", "--json"],
                &["close-code", "explain", "BadGateway", "--json"],
            ),
            (&["close-code", "explain", "1006"], &["close-code", "explain", "1006"]),
            (&["close-code", "chek", "a.toml"], &["close-code", "chek", "a.toml"]),
            (&["close-code", "--help"], &["close-code", "--help"]),
            (&["close-code", "help", "check"], &["close-code", "help", "check"]),
            (&["close-code"], &["close-code"]),
        ] {
            let given = given.iter().map(OsString::from).collect();
            assert_eq!(arguments(given), expected);
        }
    }
}

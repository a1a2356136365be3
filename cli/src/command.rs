//! The command line: its subcommands, for clap.

use clap::{Parser, Subcommand};

use crate::{check, completions, drift, explain, generate, init, lab, list, man, schema};

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
  close-code explain 1006           # what a code means
  close-code explain < server.log   # finds the codes in a log
  close-code list --class protocol  # every code of the protocol
  close-code init chat.toml         # a table to begin with
  close-code check chat.toml        # is my table valid?
  close-code generate               # writes docs/ from codes.toml
  close-code drift websocket.xml    # what has IANA changed?

Output is colored on terminals; NO_COLOR, CLICOLOR and CLICOLOR_FORCE are honored.

Exit codes: 0 fine, 1 the answer is no, 2 wrong use.";

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

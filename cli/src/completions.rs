//! `close-code completions`: completions for a shell.

use std::collections::BTreeSet;

use clap::builder::PossibleValuesParser;
use clap_complete::Shell;

use crate::failure::{Failure, Outcome};
use crate::{check, output, tables};

/// Print shell completions for this command
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The shell
    shell: Shell,
}

const EXAMPLES: &str = "\
Examples:
  close-code completions bash > ~/.local/share/bash-completion/completions/close-code
  close-code completions zsh > ~/.zfunc/_close-code
  close-code completions fish > ~/.config/fish/completions/close-code.fish";

pub(crate) fn run(args: &Args, command: clap::Command) -> Result<Outcome, Failure> {
    let mut command = with_values(command)?;
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "close-code", &mut script);
    // clap_complete turns the hyphen into `__`, and that into the prefix of a subcommand.
    let script = String::from_utf8_lossy(&script).replace("close__subcmd__code", "close__code");
    output::raw(script.as_bytes())?;
    Ok(Outcome::Fine)
}

/// The command with usual values for options that also accept a file or another spelling.
fn with_values(command: clap::Command) -> Result<clap::Command, Failure> {
    let subcommands: Vec<String> =
        command.get_subcommands().map(|subcommand| subcommand.get_name().to_owned()).collect();
    let all = tables::all()?;
    let rows = all.iter().flat_map(|table| table.table.rows());
    let classes: BTreeSet<String> =
        rows.filter_map(|row| row.class.as_deref()).map(str::to_owned).collect();
    Ok(command.mut_subcommands(|subcommand| {
        subcommand.mut_args(|argument| match argument.get_id().as_str() {
            "table" => argument.value_parser(PossibleValuesParser::new(tables::names())),
            "class" => argument.value_parser(PossibleValuesParser::new(classes.clone())),
            "deny" => argument.value_parser(PossibleValuesParser::new(check::warnings())),
            "subcommand" => argument.value_parser(PossibleValuesParser::new(subcommands.clone())),
            _ => argument,
        })
    }))
}

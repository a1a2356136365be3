//! `close-code completions`: completions for a shell.

use clap_complete::Shell;

use crate::failure::{Failure, Outcome};
use crate::output;

/// Print the completions of this command for a shell
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

pub(crate) fn run(args: &Args, mut command: clap::Command) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, "close-code", &mut script);
    output::raw(&script)?;
    Ok(Outcome::Fine)
}

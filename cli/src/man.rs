//! `close-code man`: the manual page.

use clap::CommandFactory as _;

use crate::command::Line;
use crate::failure::{Failure, Outcome};
use crate::output;
use crate::text::visible;

/// Print the manual page of this command, or of a subcommand
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The subcommand
    subcommand: Option<String>,
}

const EXAMPLES: &str = "\
Examples:
  close-code man | man -l -
  close-code man explain > ~/.local/share/man/man1/close-code-explain.1";

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let mut command = Line::command();
    command.build();
    let command = match &args.subcommand {
        None => command,
        Some(name) => subcommand(&command, name)?,
    };
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    Ok(output::raw(&page)?)
}

/// A subcommand.
fn subcommand(command: &clap::Command, name: &str) -> Result<clap::Command, Failure> {
    let found = command.get_subcommands().find(|subcommand| subcommand.get_name() == name);
    let Some(found) = found else {
        return Err(Failure::wrong(format!(
            "no subcommand `{}`; `close-code help` lists them",
            visible(name)
        )));
    };
    Ok(found.clone())
}

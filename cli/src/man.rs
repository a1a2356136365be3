//! `close-code man`: the manual page.

use std::io;

use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use crate::failure::{Failure, Outcome};
use crate::output;
use crate::text::visible;

/// Print the manual page of this command or of a subcommand
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

pub(crate) fn run(args: &Args, mut command: clap::Command) -> Result<Outcome, Failure> {
    command.build();
    let command = match &args.subcommand {
        None => command,
        Some(name) => subcommand(&command, name)?,
    };
    output::raw(&page(command)?)?;
    Ok(Outcome::Fine)
}

/// The page: clap's sections, and what help has at its end.
fn page(command: clap::Command) -> io::Result<Vec<u8>> {
    let end = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let (has_subcommands, has_version) =
        (command.has_subcommands(), command.get_version().is_some());
    let man = Man::new(command);
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if has_subcommands {
        man.render_subcommands_section(&mut page)?;
    }
    end_of_help(&end).to_writer(&mut page)?;
    if has_version {
        man.render_version_section(&mut page)?;
    }
    Ok(page)
}

/// The paragraphs after the options, each as a section. Examples stay in lines.
fn end_of_help(text: &str) -> Roff {
    let mut roff = Roff::new();
    for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.is_empty()) {
        if let Some(examples) = paragraph.strip_prefix("Examples:\n") {
            roff.control("SH", ["EXAMPLES"]).control("nf", []);
            for line in examples.lines() {
                roff.text([roman(line.trim())]);
            }
            roff.control("fi", []);
        } else if let Some(codes) = paragraph.strip_prefix("Exit codes: ") {
            roff.control("SH", ["EXIT STATUS"]).text([roman(codes)]);
        } else {
            roff.control("SH", ["NOTES"]).text([roman(paragraph)]);
        }
    }
    roff
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

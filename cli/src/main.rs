//! The `close-code` command.

use std::process::ExitCode;

use clap::Parser as _;

mod command;
mod compat;
mod completions;
mod explain;
mod failure;
mod files;
mod generate;
mod interrupt;
mod man;
mod output;
mod paint;
mod progress;
mod tables;
mod text;
mod write;

use command::{Command, Line};

fn main() -> ExitCode {
    let line = Line::parse();
    line.color.write_global();
    let result = match line.command {
        Command::Explain(args) => explain::run(&args),
        Command::Generate(args) => generate::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
    };
    failure::exit(result)
}

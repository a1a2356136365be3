//! The `close-code` command: a table of contents, and a file for each subcommand.
//!
//! This is a library only so that its readers of foreign input can be fuzzed; nothing in it is meant for
//! other programs, and all of it may change in any release.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use clap::Parser as _;

mod check;
mod command;
mod compat;
mod completions;
mod drift;
mod explain;
mod failure;
mod files;
mod generate;
mod interrupt;
mod lab;
mod libraries;
mod list;
mod man;
mod output;
mod paint;
mod progress;
mod tables;
mod text;
mod write;

/// What is fuzzed.
#[doc(hidden)]
pub mod fuzz;

use command::{Command, Line};

/// Runs the command that the arguments of the process ask for, and gives its exit code.
#[must_use]
pub fn run() -> ExitCode {
    let line = Line::parse();
    line.color.write_global();
    let result = match line.command {
        Command::Explain(args) => explain::run(&args),
        Command::List(args) => list::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Generate(args) => generate::run(&args),
        Command::Drift(args) => drift::run(&args),
        Command::Lab(args) => lab::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args),
    };
    failure::exit(result)
}

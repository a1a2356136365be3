//! The `close-code` command, with a file for each subcommand.
//!
//! This is a library only for the project's own tests: fuzzing, and those in a browser. Nothing in it is
//! meant for other programs, and all of it may change in any release.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use clap::CommandFactory as _;

mod check;
mod command;
mod compat;
mod completions;
mod drift;
mod explain;
mod failure;
mod files;
mod generate;
mod init;
mod interrupt;
mod libraries;
mod list;
mod man;
mod output;
mod paint;
mod progress;
mod schema;
mod tables;
mod text;
mod write;

/// The server of `close-code lab`, which the tests in a browser run too.
#[doc(hidden)]
pub mod lab;

/// What is fuzzed.
#[doc(hidden)]
pub mod fuzz;

use command::{Command, Line};

/// Runs the command that the arguments of the process ask for, and returns its exit code.
#[must_use]
pub fn run() -> ExitCode {
    let line = command::parse(std::env::args_os().collect());
    line.color.write_global();
    let result = match line.command {
        Command::Explain(args) => explain::run(&args),
        Command::List(args) => list::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Generate(args) => generate::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Schema(_) => schema::run(),
        Command::Drift(args) => drift::run(&args),
        Command::Lab(args) => lab::run(&args),
        Command::Completions(args) => completions::run(&args, Line::command()),
        Command::Man(args) => man::run(&args, Line::command()),
    };
    failure::exit(result)
}

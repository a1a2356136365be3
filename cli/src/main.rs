//! The `close-code` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    close_code_cli::run()
}

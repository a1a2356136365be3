//! `close-code lab`: close a connection, and see what the browser makes of it.

use close_code_emitters::docs::Source;
use close_code_emitters::html;
use close_code_lab::{Lab, Options, Pages};

use crate::failure::{Failure, Outcome};
use crate::files::why;
use crate::{generate, interrupt, output, tables};

/// Serve a page on which you close connections and see what your browser reports
///
/// It listens on the loopback address only, and answers only pages of its own. Pick a code, a reason or a
/// fault, close from either end, and compare what the browser reports with what the table says.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The port; 0 takes any that is free
    #[arg(long, default_value_t = 8006)]
    port: u16,
}

const EXAMPLES: &str = "\
Examples:
  close-code lab
  close-code lab --port 0

Ctrl-C ends it.";

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let table = tables::built_in()?;
    let pages = Pages {
        lab: html::lab(&table.table, &Source::new("codes.toml")),
        reference: Some(generate::reference()?),
    };
    let lab =
        Lab::bind(pages, Options { port: args.port, ..Options::default() }).map_err(|error| {
            let hint = "try another with `--port`, or `--port 0` for any that is free";
            Failure::wrong(format!("cannot listen on port {}: {}; {hint}", args.port, why(&error)))
        })?;
    let stopper = lab.stopper();
    interrupt::call(move || stopper.stop())?;
    output::print(&format!("http://{}/ (Ctrl-C ends it)\n", lab.address()))?;
    lab.run();
    Ok(Outcome::Fine)
}

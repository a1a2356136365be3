//! `close-code lab`: close a connection, and see what the browser reports.
//!
//! The server ends connections on request: with any code, with a body that breaks the rules, or without a
//! Close frame at all. It is for a browser on the same machine and for nothing else: it listens on the
//! loopback address only, answers only requests that name that address, and only pages that came from it.
//! Connections, messages and waiting are bounded. It answers:
//!
//! - `GET /`: the page of the laboratory.
//! - `GET /reference`: the reference page; the pages next to it are at their own names.
//! - `GET /socket?id=ID&do=PLAN`: a WebSocket handshake, and then what the plan says. `ID` is up to 32
//!   letters and digits, which the page makes up.
//! - `GET /report?id=ID`: what this end sent and received on that connection, as JSON; `null` if the
//!   connection is not over yet.

use std::thread;
use std::time::Duration;

use close_code_emitters::docs::Source;
use close_code_emitters::html;

use crate::failure::{Failure, Outcome};
use crate::files::why;
use crate::{generate, interrupt, output, tables};

mod connection;
mod frame;
mod guard;
mod handshake;
mod http;
mod report;
mod server;
mod service;
mod socket;

pub use server::{Lab, Options, Stopper};
pub use service::Pages;

/// Serve a page where you close connections and see what your browser reports
///
/// Listens on localhost only, and refuses requests from other origins. Choose a code, a reason or a fault,
/// close from either end, and compare what the browser reports with the table.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The port; 0 chooses a free one
    #[arg(long, default_value_t = 8006)]
    port: u16,
}

const EXAMPLES: &str = "\
Examples:
  close-code lab
  close-code lab --port 0

Press Ctrl-C to stop.";

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let table = tables::built_in()?;
    let pages = Pages {
        lab: html::lab(&table.table, &Source::new("codes.toml")),
        reference: generate::reference()?,
    };
    let lab =
        Lab::bind(pages, Options { port: args.port, ..Options::default() }).map_err(|error| {
            let hint = "try another with `--port`, or `--port 0` for any that is free";
            Failure::wrong(format!("cannot listen on port {}: {}; {hint}", args.port, why(&error)))
        })?;
    let stopper = lab.stopper();
    interrupt::listen(interrupt::ENDS)?;
    thread::spawn(move || {
        while interrupt::check().is_ok() {
            thread::sleep(Duration::from_millis(50));
        }
        stopper.stop();
    });
    output::print(&format!("http://{}/ (Ctrl-C ends it)\n", lab.address()))?;
    lab.run();
    interrupt::wanted()
}

//! The process of chromedriver: one for all tests of a program.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;

use libtest_mimic::Failed;

use crate::options::Options;
use crate::session::Session;
use crate::tools;

/// Starts chromedriver for the first session.
#[derive(Debug, Default)]
pub struct Driver(Mutex<Option<Process>>);

#[derive(Debug)]
struct Process {
    child: Child,
    port: u16,
}

impl Driver {
    /// A driver that has not been started.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A new browser, with an empty profile.
    ///
    /// # Errors
    ///
    /// Where chromedriver or Chromium cannot be started.
    pub fn session(&self, options: &Options) -> Result<Session, Failed> {
        let port = {
            let mut process = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            match process.as_ref() {
                Some(process) => process.port,
                None => process.insert(start()?).port,
            }
        };
        Session::new(port, options)
    }

    /// Ends the process, if there is one.
    pub fn stop(&self) {
        let process = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(mut process) = process {
            // It may have ended by itself.
            let _ = process.child.kill();
            let _ = process.child.wait();
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        self.stop();
    }
}

fn start() -> Result<Process, Failed> {
    let program = tools::chromedriver().ok_or("there is no chromedriver")?;
    let mut child = Command::new(program)
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let output = child.stdout.take().ok_or("chromedriver has no output")?;
    let mut lines = BufReader::new(output).lines();
    let port = lines.by_ref().map_while(Result::ok).find_map(|line| port(&line));
    // What else it says is of no interest, but it has to be taken from it.
    thread::spawn(move || lines.for_each(drop));
    match port {
        Some(port) => Ok(Process { child, port }),
        None => {
            let _ = child.kill();
            let _ = child.wait();
            Err(Failed::from("chromedriver did not say at which port it listens"))
        }
    }
}

/// The port in the line that ends with "was started successfully on port 40123."
fn port(line: &str) -> Option<u16> {
    let (_, port) = line.split_once("started successfully on port ")?;
    port.trim_end_matches('.').parse().ok()
}

//! A laboratory that runs for as long as a test does.

use std::net::SocketAddr;
use std::thread::{self, JoinHandle};
use std::time::Duration;

use close_code_cli::lab::{Lab, Options, Pages, Stopper};
use libtest_mimic::Failed;

use crate::site;

/// A server, which stops when this is dropped.
#[derive(Debug)]
pub struct Laboratory {
    address: SocketAddr,
    stopper: Stopper,
    thread: Option<JoinHandle<()>>,
}

impl Laboratory {
    /// Serves the laboratory's page.
    ///
    /// # Errors
    ///
    /// Where the page cannot be made, or no port can be had.
    pub fn open() -> Result<Self, Failed> {
        let pages = Pages { lab: site::lab()?, reference: site::pages()? };
        Self::with(pages, Options::default())
    }

    /// Serves any pages. No connection lasts longer than half a minute.
    ///
    /// # Errors
    ///
    /// Where no port can be had.
    pub fn with(pages: Pages, options: Options) -> Result<Self, Failed> {
        let lab = Lab::bind(pages, Options { patience: Duration::from_secs(30), ..options })?;
        let (address, stopper) = (lab.address(), lab.stopper());
        let thread = Some(thread::spawn(move || lab.run()));
        Ok(Self { address, stopper, thread })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of the page.
    #[must_use]
    pub fn page(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// Stops it, and waits until it has.
    pub fn stop(&mut self) {
        self.stopper.stop();
        if let Some(thread) = self.thread.take() {
            // A server that panicked has ended too.
            let _ = thread.join();
        }
    }
}

impl Drop for Laboratory {
    fn drop(&mut self) {
        self.stop();
    }
}

//! A line on the standard error output that tells what takes so long, where a person is watching.

use std::io::{self, IsTerminal as _, Write as _};
use std::time::{Duration, Instant};

/// How long a person waits without wondering.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the line changes.
const PACE: Duration = Duration::from_millis(100);

/// Something that may take long.
#[derive(Debug)]
pub(crate) struct Progress {
    what: &'static str,
    next: Instant,
    is_watched: bool,
    is_shown: bool,
}

impl Progress {
    /// Starts to count the time.
    pub(crate) fn new(what: &'static str) -> Self {
        let is_watched = io::stderr().is_terminal();
        Self { what, next: Instant::now() + PATIENCE, is_watched, is_shown: false }
    }

    /// Shows how far it is, where it has taken long and somebody is there to see it.
    pub(crate) fn tick(&mut self, how_far: impl FnOnce() -> String) {
        if !self.is_watched || Instant::now() < self.next {
            return;
        }
        self.next = Instant::now() + PACE;
        self.is_shown = true;
        // What cannot be shown is no reason to stop.
        let _ = write!(io::stderr(), "\r\x1b[K{}: {}", self.what, how_far());
    }

    /// Takes the line away, before something else is written.
    pub(crate) fn clear(&mut self) {
        if core::mem::take(&mut self.is_shown) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

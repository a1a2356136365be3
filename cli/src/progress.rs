//! A line on the standard error output that tells what takes so long, where a person is watching.

use std::io::{self, IsTerminal as _, Write as _};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::text;

/// How long a person waits without wondering.
const PATIENCE: Duration = Duration::from_millis(500);
/// How often the line changes.
const PACE: Duration = Duration::from_millis(100);

/// Something that may take long. The line is gone when this is dropped.
#[derive(Debug)]
pub(crate) struct Progress {
    line: Arc<Mutex<Line>>,
    /// What shows the line, where somebody is there to see it; it ends when the sender is dropped.
    shown_by: Option<(Sender<()>, JoinHandle<()>)>,
}

#[derive(Debug)]
struct Line {
    what: &'static str,
    how_far: String,
    /// Before this moment nothing is shown.
    from: Instant,
    is_shown: bool,
}

impl Progress {
    /// Starts to count the time.
    pub(crate) fn new(what: &'static str) -> Self {
        Self::unless(false, what)
    }

    /// The same, unless somebody types meanwhile, and has to see that.
    pub(crate) fn unless(is_typing: bool, what: &'static str) -> Self {
        let from = Instant::now() + PATIENCE;
        let line =
            Arc::new(Mutex::new(Line { what, how_far: String::new(), from, is_shown: false }));
        let shown_by = (!is_typing && io::stderr().is_terminal()).then(|| {
            let (sender, receiver) = mpsc::channel::<()>();
            let line = Arc::clone(&line);
            let thread = thread::spawn(move || {
                while receiver.recv_timeout(PACE) == Err(RecvTimeoutError::Timeout) {
                    lock(&line).show();
                }
            });
            (sender, thread)
        });
        Self { line, shown_by }
    }

    /// Notes how far it is.
    pub(crate) fn tick(&mut self, how_far: impl FnOnce() -> String) {
        if self.shown_by.is_some() {
            lock(&self.line).how_far = how_far();
        }
    }

    /// Takes the line away, before something else is written, and begins to wait again.
    pub(crate) fn clear(&mut self) {
        if self.shown_by.is_some() {
            lock(&self.line).hide();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
        if let Some((sender, thread)) = self.shown_by.take() {
            drop(sender);
            // A line that could not be shown is no reason to fail.
            let _ = thread.join();
        }
    }
}

impl Line {
    fn show(&mut self) {
        let columns = terminal_size::terminal_size_of(io::stderr());
        let columns = columns.map_or(80, |(width, _)| usize::from(width.0));
        if let Some(text) = self.text(Instant::now(), columns) {
            self.is_shown = true;
            let _ = write!(io::stderr(), "\r\x1b[K{text}");
        }
    }

    /// What is there to see at a moment: nothing at first, and never more than one line holds.
    fn text(&self, now: Instant, columns: usize) -> Option<String> {
        let separator = if self.how_far.is_empty() { "" } else { ": " };
        let text = format!("{}{separator}{}", self.what, self.how_far);
        (now >= self.from).then(|| text::cut(&text, columns.saturating_sub(1)))
    }

    fn hide(&mut self) {
        self.from = Instant::now() + PATIENCE;
        if core::mem::take(&mut self.is_shown) {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}

/// The line, even if another thread broke off while it had it: it is only text.
fn lock(line: &Mutex<Line>) -> MutexGuard<'_, Line> {
    line.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::Line;

    #[test]
    fn a_person_who_waits_is_told_what_for() {
        let now = Instant::now();
        let from = now + Duration::from_secs(1);
        let mut line = Line { what: "checking", how_far: String::new(), from, is_shown: false };
        assert_eq!(line.text(now, 80), None);
        assert_eq!(line.text(from, 80).as_deref(), Some("checking"));
        line.how_far = "tables/a-long-name.toml".to_owned();
        assert_eq!(line.text(from, 80).as_deref(), Some("checking: tables/a-long-name.toml"));
        assert_eq!(line.text(from, 20).as_deref(), Some("checking: tables/a…"));
    }
}

//! A line on the standard error output that shows what takes so long, if that is a terminal.

use std::io::{self, IsTerminal as _};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// Nothing is shown before that.
const PATIENCE: Duration = Duration::from_millis(500);

/// Something that may take long. The line is gone when this is dropped.
#[derive(Debug)]
pub(crate) struct Progress {
    what: &'static str,
    is_wanted: bool,
    from: Instant,
    bar: Option<ProgressBar>,
}

impl Progress {
    /// Starts to count the time.
    pub(crate) fn new(what: &'static str) -> Self {
        Self::unless(false, what)
    }

    /// The same, but never shows the line if the user is typing, since it would cover the input.
    pub(crate) fn unless(is_typing: bool, what: &'static str) -> Self {
        let is_wanted = !is_typing && io::stderr().is_terminal();
        Self { what, is_wanted, from: Instant::now() + PATIENCE, bar: None }
    }

    /// Notes how far it is.
    pub(crate) fn tick(&mut self, how_far: impl FnOnce() -> String) {
        if self.is_wanted && Instant::now() >= self.from {
            let bar = self.bar.get_or_insert_with(|| {
                let bar = ProgressBar::new_spinner().with_prefix(self.what);
                bar.enable_steady_tick(Duration::from_millis(100));
                // A template that cannot be read leaves indicatif's own.
                match ProgressStyle::with_template("{spinner} {prefix}: {wide_msg}") {
                    Ok(style) => bar.with_style(style),
                    Err(_) => bar,
                }
            });
            bar.set_message(how_far());
        }
    }

    /// Takes the line away, before something else is written, and begins to wait again.
    pub(crate) fn clear(&mut self) {
        self.from = Instant::now() + PATIENCE;
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::{PATIENCE, Progress, ProgressBar};

    #[test]
    fn the_line_is_shown_after_a_while() {
        let from = Instant::now() + PATIENCE;
        let mut progress = Progress { what: "checking", is_wanted: true, from, bar: None };
        progress.tick(|| unreachable!("it is too early"));
        assert!(progress.bar.is_none());
        progress.from = Instant::now();
        progress.tick(|| "chat.toml".to_owned());
        assert_eq!(progress.bar.as_ref().map(ProgressBar::message).as_deref(), Some("chat.toml"));
        progress.clear();
        assert!(progress.bar.is_none() && progress.from > Instant::now());
    }
}

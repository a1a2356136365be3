//! `close-code generate --watch`: again whenever the table is saved.

use std::time::Duration;
use std::{fs, thread};

use super::{Args, once};
use crate::failure::{self, Failure, Outcome};
use crate::{files, interrupt};

/// How often the table is looked at. Its contents are compared and not its times, so that every editor's
/// way to save a file is seen, on every file system.
const PACE: Duration = Duration::from_millis(200);

/// Generates until Ctrl-C. A mistake in the table is shown, and the documents stay as they are.
pub(super) fn run(args: &Args) -> Result<Outcome, Failure> {
    interrupt::listen()?;
    let mut done = None;
    loop {
        let now = fs::read(&args.file).ok();
        if now.is_none() && done.is_none() {
            // Not there from the start: that is a slip and not a save.
            return once(args);
        }
        if now.is_some() && now != done {
            thread::sleep(PACE);
            // An editor may be in the middle of writing: wait until it is through.
            if fs::read(&args.file).ok() != now {
                continue;
            }
            report(once(args))?;
            failure::note(&format!("watching {}; Ctrl-C ends", files::shown(&args.file)));
            done = now;
        }
        if interrupt::is_requested() {
            return Ok(Outcome::Fine);
        }
        thread::sleep(PACE);
    }
}

/// Tells of what can be mended by the next save.
fn report(result: Result<Outcome, Failure>) -> Result<(), Failure> {
    match result {
        Ok(_) => Ok(()),
        Err(Failure::Invalid(report)) => {
            failure::say(&report);
            Ok(())
        }
        Err(Failure::Wrong(message)) => {
            failure::tell(&message);
            Ok(())
        }
        Err(end) => Err(end),
    }
}

//! `close-code generate --watch`: again whenever the table is saved.

use std::thread;
use std::time::Duration;

use super::{Args, once};
use crate::failure::{self, Failure, Outcome};
use crate::{files, interrupt};

/// How often the table is read. Its contents are compared and not its times, so that every editor's way
/// to save a file is seen, on every file system.
const PACE: Duration = Duration::from_millis(200);

/// Generates until Ctrl-C. A mistake in the table is shown, and the documents stay as they are.
pub(super) fn run(args: &Args) -> Result<Outcome, Failure> {
    interrupt::listen(0)?;
    match watch(args) {
        Err(Failure::Interrupted(_)) => interrupt::wanted(),
        result => result,
    }
}

fn watch(args: &Args) -> Result<Outcome, Failure> {
    let mut done = None;
    loop {
        let now = read(args)?;
        if now.is_none() && done.is_none() {
            // Not there from the start: that is a slip and not a save.
            return once(args);
        }
        if now.is_some() && now != done {
            thread::sleep(PACE);
            // An editor may be in the middle of writing: wait until it is through.
            if read(args)? != now {
                continue;
            }
            report(once(args))?;
            failure::note(&format!("watching {}; Ctrl-C ends", files::shown(&args.file)));
            done = now;
        }
        thread::sleep(PACE);
    }
}

/// The table as it is now, if it can be read.
fn read(args: &Args) -> Result<Option<Vec<u8>>, Failure> {
    match files::bytes(&args.file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(end @ Failure::Interrupted(_)) => Err(end),
        Err(_) => Ok(None),
    }
}

/// Reports what can be repaired by the next save.
fn report(result: Result<Outcome, Failure>) -> Result<(), Failure> {
    match result {
        Err(Failure::Invalid(report)) => failure::say(&report),
        Err(Failure::Wrong(message)) => failure::tell(&message),
        Err(end) => return Err(end),
        Ok(_) => {}
    }
    Ok(())
}

//! Ctrl-C: asks the command to stop where it leaves nothing half done.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::failure::Failure;

static LISTENING: AtomicBool = AtomicBool::new(false);
static REQUESTED: AtomicBool = AtomicBool::new(false);

/// From here on Ctrl-C is a request, and no longer the end. Whoever waits for input has no use for that,
/// so this is for the time in which files are written.
pub(crate) fn listen() -> Result<(), Failure> {
    if LISTENING.swap(true, Ordering::Relaxed) {
        return Ok(());
    }
    call(|| REQUESTED.store(true, Ordering::Relaxed))
}

/// From here on Ctrl-C calls a function, on a thread of its own.
pub(crate) fn call(function: impl FnMut() + Send + 'static) -> Result<(), Failure> {
    ctrlc::set_handler(function)
        .map_err(|error| Failure::wrong(format!("cannot listen for Ctrl-C: {error}")))
}

/// Whether the user wants the command to stop.
pub(crate) fn is_requested() -> bool {
    REQUESTED.load(Ordering::Relaxed)
}

/// Ends what is under way where the user wants that.
pub(crate) fn check() -> Result<(), Failure> {
    if is_requested() { Err(Failure::Interrupted) } else { Ok(()) }
}

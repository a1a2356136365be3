//! Ctrl-C, SIGTERM and SIGHUP: the command stops where it leaves no set of files half written.

use std::fs;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::failure::{self, Failure, Outcome};

/// What asks the command to end.
const SIGNALS: &[i32] = &[
    SIGINT,
    SIGTERM,
    #[cfg(unix)]
    signal_hook::consts::SIGHUP,
];

/// The exit code that shells report for Ctrl-C.
pub(crate) const ENDS: i32 = 128 + SIGINT;

static LISTENING: AtomicBool = AtomicBool::new(false);
/// The signal that has come, or 0.
static REQUESTED: LazyLock<Arc<AtomicUsize>> = LazyLock::new(Arc::default);
/// Whether the command waits for input, and may end at once.
static WAITING: LazyLock<Arc<AtomicBool>> = LazyLock::new(Arc::default);

/// From here on a signal is a request, except while the command [waits](waiting). `ctrl_c` is the exit
/// code for Ctrl-C in that time. Only the first call counts.
pub(crate) fn listen(ctrl_c: i32) -> Result<(), Failure> {
    if LISTENING.swap(true, Ordering::SeqCst) {
        return Ok(());
    }
    let ignored = ignored();
    for &signal in SIGNALS.iter().filter(|&signal| ignored >> (signal - 1) & 1 == 0) {
        let status = if signal == SIGINT { ctrl_c } else { failure::exit_code(signal) };
        flag::register_conditional_shutdown(signal, status, Arc::clone(&WAITING))
            .and_then(|_| {
                let number = usize::try_from(signal).unwrap_or_default();
                flag::register_usize(signal, Arc::clone(&REQUESTED), number)
            })
            .map_err(|error| Failure::wrong(format!("cannot listen for Ctrl-C: {error}")))?;
    }
    Ok(())
}

/// A bit for each signal that the command was started to ignore, by `nohup` or in the background of a shell;
/// the lowest is for signal 1. Only Linux tells, as in proc(5).
fn ignored() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}

/// Calls what may block for any time, on a FIFO for example: a signal then ends the command at once.
pub(crate) fn waiting<T>(wait: impl FnOnce() -> T) -> Result<T, Failure> {
    WAITING.store(true, Ordering::SeqCst);
    // A signal before that line was only a request.
    let result = check().map(|()| wait());
    WAITING.store(false, Ordering::SeqCst);
    result
}

/// Fails if a signal has come.
pub(crate) fn check() -> Result<(), Failure> {
    match i32::try_from(REQUESTED.load(Ordering::SeqCst)) {
        Ok(signal) if signal != 0 => Err(Failure::Interrupted(signal)),
        _ => Ok(()),
    }
}

/// How a command ends that runs until Ctrl-C.
pub(crate) fn wanted() -> Result<Outcome, Failure> {
    match check() {
        Err(Failure::Interrupted(signal)) if signal != SIGINT => Err(Failure::Interrupted(signal)),
        _ => Ok(Outcome::Fine),
    }
}

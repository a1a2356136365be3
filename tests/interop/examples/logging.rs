//! A closing in the log, with `tracing`: code, kind and reason as fields, to be searched for.
//!
//! `cargo run -p close-code-interop --example logging`

use std::error::Error;

use close_code::{CloseCode, CloseFrame, PayloadError, ReceivedClose, connection_close_code};
use tracing::field::{debug, display};
use tracing::{info, warn};

/// Logs how a connection ended; `reason` is empty if there is none.
///
/// The reason is the other end's text. As a field it is quoted and escaped, so it forges no line.
pub fn log_closing(code: CloseCode, reason: &str) {
    // The number to search for, the name to group by, and the text for people.
    let (number, kind) = (code.get(), code.kind());
    match code {
        CloseCode::NORMAL_CLOSURE | CloseCode::GOING_AWAY | CloseCode::NO_STATUS_RECEIVED => {
            info!(code = number, ?kind, reason, "closed: {code}");
        }
        _ => warn!(code = number, ?kind, reason, "closed: {code}; {}", code.reconnect()),
    }
}

/// Logs a Close frame that broke a rule, with what could be read of it.
pub fn log_refused(error: &PayloadError<'_>) {
    let code = error.code().map(CloseCode::get);
    let kind = error.code().map(|code| debug(code.kind()));
    let source = error.source().map(display);
    warn!(code, kind, reason = error.reason(), %error, source, "refused a Close frame");
}

fn main() {
    tracing_subscriber::fmt().without_time().with_target(false).init();

    // What came over the wire as the body of a Close frame; `None` if none came.
    let bodies: [Option<&[u8]>; 6] = [
        Some(b"\x03\xe9see you"),
        Some(b"\x03\xf4deploying\nversion 42"),
        Some(b""),
        None,
        Some(b"\x13\x88home-made"),
        Some(b"\x03\xe8caf\xc3"),
    ];
    for body in bodies {
        let frame = match body.map(CloseFrame::parse).transpose() {
            Ok(frame) => frame,
            Err(error) => {
                log_refused(&error);
                continue;
            }
        };
        let received = frame.map_or(ReceivedClose::NoFrame, ReceivedClose::from_parsed);
        let reason = frame.flatten().map_or("", |frame| frame.reason().into());
        log_closing(connection_close_code(received), reason);
    }
}

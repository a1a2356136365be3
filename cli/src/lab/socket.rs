//! A WebSocket connection, from the handshake to its end.

use close_code::{CloseCode, CloseFrame, ControlFrame, Reason};

use super::connection::{Connection, Ended};
use super::frame::{self, Frame, Unread};
use super::http::Request;
use super::report::{Report, Reports};

/// What the server does with a connection: the parameter `do` of `/socket`, and others that belong to it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Plan {
    /// `do=close&body=03e8`: sends a Close frame with these bytes, whatever they are, and waits for the
    /// peer's. At most 1,024 bytes, in hex.
    Close(Vec<u8>),
    /// `do=wait`: waits for a Close frame and answers with the same body.
    Wait,
    /// `do=mute`: waits for a Close frame, and leaves it unanswered.
    Mute,
    /// `do=drop`: closes the connection without a Close frame.
    Drop,
    /// `do=cut&body=03e8`: sends a Close frame and closes the connection at once.
    Cut(Vec<u8>),
    /// `do=refuse`: answers the handshake with status 403.
    Refuse,
}

/// The longest body, in bytes.
const LONGEST: usize = 1024;

impl Plan {
    pub(super) fn read(request: &Request) -> Result<Self, &'static str> {
        let body = || {
            let bytes = hex::decode(request.parameter("body").unwrap_or_default()).ok();
            let bytes = bytes.filter(|bytes| bytes.len() <= LONGEST);
            bytes.ok_or("body needs at most 1,024 bytes in hex")
        };
        match request.parameter("do") {
            Some("close") => Ok(Self::Close(body()?)),
            Some("cut") => Ok(Self::Cut(body()?)),
            Some("wait") => Ok(Self::Wait),
            Some("mute") => Ok(Self::Mute),
            Some("drop") => Ok(Self::Drop),
            Some("refuse") => Ok(Self::Refuse),
            _ => Err("do is one of close, cut, drop, mute, refuse, wait"),
        }
    }
}

/// Does what the plan says. The report is there before the peer sees the end of the connection.
pub(super) fn perform(
    mut connection: Connection,
    plan: &Plan,
    id: Option<&str>,
    reports: &Reports,
) {
    let mut report = Report::default();
    let put = |report: &Report| {
        if let Some(id) = id {
            reports.put(id.to_owned(), report);
        }
    };
    match plan {
        Plan::Close(body) => {
            send(&mut connection, frame::unmasked(frame::CLOSE, body), &mut report);
            receive(&mut connection, &mut report);
        }
        Plan::Cut(body) => {
            send(&mut connection, frame::unmasked(frame::CLOSE, body), &mut report);
            report.end = "cut";
        }
        Plan::Wait => {
            receive(&mut connection, &mut report);
            if let Some(body) = report.body.clone() {
                match CloseFrame::parse(&body) {
                    Ok(_) => {
                        send(&mut connection, frame::unmasked(frame::CLOSE, &body), &mut report);
                    }
                    Err(error) => {
                        report.end = fail(&mut connection, &mut report, error.reply_code());
                    }
                }
            }
        }
        Plan::Mute => {
            receive(&mut connection, &mut report);
            put(&report);
            // Only the peer can end this, or time.
            let mut buffer = [0; 64];
            while connection.read(&mut buffer).is_ok() {}
        }
        Plan::Drop | Plan::Refuse => report.end = "dropped",
    }
    put(&report);
    connection.drop_now();
}

fn send(connection: &mut Connection, frame: Vec<u8>, report: &mut Report) {
    if connection.write(&frame).is_ok() {
        report.sent = Some(frame);
    }
}

/// Reads until a Close frame has come, or until none can come.
fn receive(connection: &mut Connection, report: &mut Report) {
    let mut message = None;
    report.end = loop {
        match Frame::read(connection) {
            Ok(frame) if frame.opcode == frame::CLOSE => {
                report.received = Some(frame.raw);
                report.body = Some(frame.payload);
                break "closed";
            }
            Ok(frame) if frame.opcode == frame::PING => {
                if connection.write(&frame::unmasked(frame::PONG, &frame.payload)).is_err() {
                    break "gone";
                }
            }
            Ok(frame) if frame.opcode == frame::PONG => {}
            Ok(frame) => {
                if let Err(code) = add(&mut message, &frame) {
                    break fail(connection, report, code);
                }
            }
            Err(Unread::TooLong) => break fail(connection, report, CloseCode::MESSAGE_TOO_BIG),
            Err(Unread::Bad) => break fail(connection, report, CloseCode::PROTOCOL_ERROR),
            Err(Unread::Ended(Ended::Stopped)) => {
                break fail(connection, report, CloseCode::GOING_AWAY);
            }
            Err(Unread::Ended(Ended::Gone)) => break "gone",
            Err(Unread::Ended(Ended::Late)) => break "late",
        }
    };
}

/// Adds a data frame to its message: the opcode of the first frame, and the bytes so far. `None` between
/// two messages. Fails with the code that RFC 6455 asks for (sections 5.2, 5.4 and 8.1).
fn add(message: &mut Option<(u8, Vec<u8>)>, frame: &Frame) -> Result<(), CloseCode> {
    let (opcode, mut bytes) = match (frame.opcode, message.take()) {
        (frame::CONTINUATION, Some(begun)) => begun,
        (opcode @ (frame::TEXT | frame::BINARY), None) => (opcode, Vec::new()),
        _ => return Err(CloseCode::PROTOCOL_ERROR),
    };
    bytes.extend_from_slice(&frame.payload);
    if bytes.len() > frame::LONGEST {
        return Err(CloseCode::MESSAGE_TOO_BIG);
    }
    if !frame.is_last {
        *message = Some((opcode, bytes));
    } else if opcode == frame::TEXT && core::str::from_utf8(&bytes).is_err() {
        return Err(CloseCode::INVALID_PAYLOAD);
    }
    Ok(())
}

/// Sends a Close frame of the server's own accord, unless one has been sent.
fn fail(connection: &mut Connection, report: &mut Report, code: CloseCode) -> &'static str {
    if report.sent.is_none() {
        let frame = CloseFrame::new(code, Reason::EMPTY).ok();
        send(connection, ControlFrame::unmasked(frame).as_bytes().to_vec(), report);
    }
    "failed"
}

#[cfg(test)]
mod tests {
    use super::Plan;
    use crate::lab::http::Request;

    fn plan(query: &str) -> Result<Plan, &'static str> {
        Plan::read(&Request::of(&format!("GET /socket?{query} HTTP/1.1\n\n")))
    }

    #[test]
    fn a_plan_is_read_from_the_query() {
        assert_eq!(plan("do=close&body=03e8"), Ok(Plan::Close(vec![3, 232])));
        assert_eq!(plan("do=close"), Ok(Plan::Close(Vec::new())));
        assert_eq!(plan("id=1&do=wait"), Ok(Plan::Wait));
        assert!(plan("").is_err());
        assert!(plan("do=shout").is_err());
        for body in ["03e", "é0", "+1"] {
            assert!(plan(&format!("do=close&body={body}")).is_err(), "{body}");
        }
        let long = |bytes| plan(&format!("do=close&body={}", "00".repeat(bytes)));
        assert!(long(1024).is_ok() && long(1025).is_err());
    }
}

//! A WebSocket connection, from the handshake to its end.

use close_code::{CloseCode, CloseFrame, ControlFrame, Reason};

use crate::connection::{Connection, Ended};
use crate::frame::{self, Frame, Unread};
use crate::plan::Plan;
use crate::report::{Report, Reports};

/// Does what the plan says. The report is there before the other end sees the end of the connection.
pub(crate) fn perform(
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
                send(&mut connection, frame::unmasked(frame::CLOSE, &body), &mut report);
            }
        }
        Plan::Mute => {
            receive(&mut connection, &mut report);
            put(&report);
            // Only the other end can end this, or time.
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

/// Reads until a Close frame has come, or none can come any more.
fn receive(connection: &mut Connection, report: &mut Report) {
    let mut message = 0;
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
            Ok(frame) => {
                message += frame.payload.len();
                if message > frame::LONGEST {
                    break fail(connection, report, CloseCode::MESSAGE_TOO_BIG);
                }
                if frame.is_last {
                    message = 0;
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

/// Sends a Close frame of the server's own accord, unless one has been sent.
fn fail(connection: &mut Connection, report: &mut Report, code: CloseCode) -> &'static str {
    if report.sent.is_none() {
        let frame = CloseFrame::new(code, Reason::EMPTY).ok();
        send(connection, ControlFrame::unmasked(frame).as_bytes().to_vec(), report);
    }
    "failed"
}

//! The body of a Close frame, read and written.

use std::hint::black_box;

use actix_http::ws as actix;
use bytes::{Bytes, BytesMut};
use close_code::{CloseCode, CloseFrame, Payload, Reason};
use tungstenite::Utf8Bytes;
use tungstenite::protocol::frame::coding as tungstenite_codes;
use tungstenite::protocol::frame::{CloseFrame as TungsteniteClose, Frame as TungsteniteFrame};

use crate::options::Options;
use crate::race::race;
use crate::runner;
use crate::table::Table;

const COLUMNS: [&str; 5] = ["no reason", "20 ASCII", "20 Greek", "123 ASCII", "123 Greek"];

/// Reading and writing.
pub fn tables(options: &Options) -> Vec<Table> {
    vec![parse(options), encode(options)]
}

/// Reasons of 0, 20 and 123 bytes.
fn reasons() -> [String; 5] {
    let ascii = "the server is going down for maintenance and comes back in about ten minutes, please \
                 connect again then and not before that";
    let greek: String = ('α'..='ω').cycle().take(61).chain(['!']).collect();
    [String::new(), ascii[..20].to_owned(), greek[..20].to_owned(), ascii.to_owned(), greek]
}

fn parse(options: &Options) -> Table {
    let caption = "Reading a body: code and reason, checked; ns per body of 2 bytes and the reason";
    let mut table = Table::new("parse", caption, &COLUMNS, 1);
    let names = [
        "close-code `CloseFrame::parse`",
        "actix-http `try_parse_close_payload`",
        "tungstenite, combined from public parts",
        "fastwebsockets, combined from public parts",
    ];
    let mut figures = Vec::new();
    for reason in reasons() {
        // As they are in a connection's buffer: anywhere.
        let bodies: Vec<Vec<u8>> = (0..64)
            .map(|at| [&[b' '; 8][..at % 8], &[3, 233], reason.as_bytes()].concat())
            .collect();
        let bodies: Vec<&[u8]> =
            bodies.iter().enumerate().map(|(at, body)| &body[at % 8..]).collect();
        let shared: Vec<Bytes> = bodies.iter().map(|body| Bytes::copy_from_slice(body)).collect();
        let (bodies, shared) = (&bodies[..], &shared[..]);
        let runners = vec![
            runner!(names[0], bodies, |body| CloseFrame::parse(body)),
            runner!(names[1], bodies, |body| actix::Parser::try_parse_close_payload(body)),
            crate::race::Runner {
                name: names[2],
                run: Box::new(move || {
                    for body in shared {
                        let _ = black_box(by_tungstenite(black_box(body)));
                    }
                }),
            },
            runner!(names[3], bodies, |body| by_fastwebsockets(body)),
        ];
        figures.push(race(runners, bodies.len(), options.rounds * 20));
    }
    for (at, name) in names.into_iter().enumerate() {
        table.push(name, figures.iter().map(|figures| figures[at]));
    }
    table
}

/// What tungstenite does with the body of a Close frame that it has received, of its public parts: the
/// function itself is private.
fn by_tungstenite(body: &Bytes) -> Option<TungsteniteClose> {
    let [high, low, ..] = **body else { return None };
    let code = tungstenite_codes::CloseCode::from(u16::from_be_bytes([high, low]));
    let reason = Utf8Bytes::try_from(body.slice(2..)).ok()?;
    code.is_allowed().then_some(TungsteniteClose { code, reason })
}

/// The same of fastwebsockets.
fn by_fastwebsockets(body: &[u8]) -> Option<(fastwebsockets::CloseCode, &str)> {
    let [high, low, reason @ ..] = body else { return None };
    let code = fastwebsockets::CloseCode::from(u16::from_be_bytes([*high, *low]));
    let reason = simdutf8::basic::from_utf8(reason).ok()?;
    code.is_allowed().then_some((code, reason))
}

fn encode(options: &Options) -> Table {
    let caption = "Writing a body from code and reason; ns per body";
    let mut table = Table::new("encode", caption, &COLUMNS, 1);
    let names = [
        "close-code `CloseFrame::encode`",
        "tokio-websockets `Message::close`",
        "tungstenite `Frame::close`",
        "fastwebsockets `Frame::close`",
        "actix-http `Parser::write_close`, with header",
    ];
    let mut figures = Vec::new();
    for reason in reasons() {
        let reasons = &vec![&*reason; 64][..];
        let shared = &vec![Utf8Bytes::from(&*reason); 64][..];
        let mut buffer = BytesMut::with_capacity(2 * Payload::MAX_LEN);
        let runners = vec![
            runner!(names[0], reasons, |reason| by_close_code(reason)),
            runner!(names[1], reasons, |reason| tokio_websockets::Message::close(
                Some(tokio_websockets::CloseCode::GOING_AWAY),
                reason
            )),
            crate::race::Runner {
                name: names[2],
                run: Box::new(move || {
                    for reason in shared {
                        let reason = black_box(reason).clone();
                        let code = tungstenite_codes::CloseCode::Away;
                        black_box(TungsteniteFrame::close(Some(TungsteniteClose { code, reason })));
                    }
                }),
            },
            runner!(names[3], reasons, |reason| fastwebsockets::Frame::close(
                1001,
                reason.as_bytes()
            )),
            crate::race::Runner {
                name: names[4],
                run: Box::new(move || {
                    for reason in reasons {
                        by_actix(black_box(reason), &mut buffer);
                        black_box(&buffer);
                    }
                }),
            },
        ];
        figures.push(race(runners, reasons.len(), options.rounds * 20));
    }
    for (at, name) in names.into_iter().enumerate() {
        table.push(name, figures.iter().map(|figures| figures[at]));
    }
    table
}

/// With both checks, of the code and of the length.
fn by_close_code(reason: &str) -> usize {
    let Ok(reason) = Reason::new(reason) else { return 0 };
    let Ok(frame) = CloseFrame::new(black_box(CloseCode::GOING_AWAY), reason) else { return 0 };
    let mut buffer = [0; Payload::MAX_LEN];
    black_box(frame.encode(black_box(&mut buffer))).len()
}

fn by_actix(reason: &str, buffer: &mut BytesMut) {
    let description = (!reason.is_empty()).then(|| reason.to_owned());
    let close = actix::CloseReason { code: actix::CloseCode::Away, description };
    buffer.clear();
    actix::Parser::write_close(buffer, Some(close), false);
}

//! Codes to types and back, and what they are.

use std::hint::black_box;

use close_code::{CloseClass, CloseCode, CloseKind, Role};

use crate::mixes::{self, Mix};
use crate::options::Options;
use crate::race::{Runner, race};
use crate::runner;
use crate::table::Table;

/// A table for each question.
pub fn tables(options: &Options) -> Vec<Table> {
    let mixes = mixes::of_the_protocol();
    let table = |id, caption: &str, runners: fn(&[u16]) -> Vec<Runner<'_>>| {
        raced(Table::new(id, caption, &[], 2), &mixes, options, runners)
    };
    vec![
        table("round_trip", "`u16` to close-code type and back; ns per code", round_trip),
        table("kind", "Finding the row or variant of a number; ns per code", kind),
        table("class", "Finding the range of a number; ns per code", class),
        table("allowed", "Whether a number may be sent; ns per code", allowed),
        table(
            "questions",
            "Other predicates, compared with tungstenite's `is_allowed`; ns per code",
            questions,
        ),
    ]
}

fn raced(
    mut table: Table,
    mixes: &[Mix],
    options: &Options,
    runners: fn(&[u16]) -> Vec<Runner<'_>>,
) -> Table {
    table.columns = mixes.iter().map(|mix| mix.name.to_owned()).collect();
    let names: Vec<_> = runners(&[]).iter().map(|runner| runner.name).collect();
    let figures: Vec<_> = mixes
        .iter()
        .map(|mix| race(runners(&mix.codes), mix.codes.len(), options.rounds))
        .collect();
    for (at, name) in names.into_iter().enumerate() {
        table.push(name, figures.iter().map(|figures| figures[at]));
    }
    table
}

fn round_trip(codes: &[u16]) -> Vec<Runner<'_>> {
    use {actix_http::ws as actix, tungstenite::protocol::frame::coding as tungstenite};
    vec![
        runner!("a copy of the number", codes, |code| black_box(code)),
        runner!("close-code", codes, |code| u16::from(black_box(CloseCode::from(code)))),
        runner!("tungstenite", codes, |code| {
            u16::from(black_box(tungstenite::CloseCode::from(code)))
        }),
        runner!("fastwebsockets", codes, |code| {
            u16::from(black_box(fastwebsockets::CloseCode::from(code)))
        }),
        runner!("tokio-websockets", codes, |code| {
            black_box(tokio_websockets::CloseCode::try_from(code)).map_or(0, u16::from)
        }),
        runner!("actix-http", codes, |code| u16::from(black_box(actix::CloseCode::from(code)))),
    ]
}

fn kind(codes: &[u16]) -> Vec<Runner<'_>> {
    use {actix_http::ws as actix, tungstenite::protocol::frame::coding as tungstenite};
    vec![
        runner!("close-code `kind`", codes, |code| CloseCode::new(code).kind()),
        runner!("tungstenite `is_allowed`", codes, |code| {
            tungstenite::CloseCode::from(code).is_allowed()
        }),
        runner!("`kind` written as a `match`", codes, |code| CloseKind::from_code(CloseCode::new(
            code
        ))),
        runner!("tungstenite", codes, |code| tungstenite::CloseCode::from(code)),
        runner!("fastwebsockets", codes, |code| fastwebsockets::CloseCode::from(code)),
        runner!("actix-http", codes, |code| actix::CloseCode::from(code)),
    ]
}

fn class(codes: &[u16]) -> Vec<Runner<'_>> {
    use tungstenite::protocol::frame::coding as tungstenite;
    vec![
        runner!("close-code `class`", codes, |code| CloseCode::new(code).class()),
        runner!("a table of 65,536 bytes", codes, |code| CLASSES[usize::from(code)]),
        runner!("tungstenite `is_allowed`", codes, |code| {
            tungstenite::CloseCode::from(code).is_allowed()
        }),
    ]
}

/// The quickest lookup that there is, as long as nothing else needs the cache.
static CLASSES: [CloseClass; 1 << 16] = {
    let mut classes = [CloseClass::NotUsed; 1 << 16];
    let mut code = 0_u16;
    loop {
        classes[code as usize] = CloseCode::new(code).class();
        if code == u16::MAX {
            break classes;
        }
        code += 1;
    }
};

fn allowed(codes: &[u16]) -> Vec<Runner<'_>> {
    use tungstenite::protocol::frame::coding as tungstenite;
    vec![
        runner!("close-code `is_valid_on_wire`", codes, |code| {
            CloseCode::new(code).is_valid_on_wire()
        }),
        runner!("tungstenite `is_allowed`", codes, |code| {
            tungstenite::CloseCode::from(code).is_allowed()
        }),
        runner!("fastwebsockets `is_allowed`", codes, |code| {
            fastwebsockets::CloseCode::from(code).is_allowed()
        }),
        runner!("tokio-websockets `is_reserved`", codes, |code| {
            tokio_websockets::CloseCode::try_from(code).is_ok_and(|code| !code.is_reserved())
        }),
    ]
}

fn questions(codes: &[u16]) -> Vec<Runner<'_>> {
    use tungstenite::protocol::frame::coding as tungstenite;

    // The compiler does not know it, but a connection's end has one role from first to last.
    let role = black_box(Role::Server);
    vec![
        runner!("tungstenite `is_allowed`", codes, |code| {
            tungstenite::CloseCode::from(code).is_allowed()
        }),
        runner!("`is_local_only`", codes, |code| CloseCode::new(code).is_local_only()),
        runner!("`is_settable_by_script`", codes, |code| {
            CloseCode::new(code).is_settable_by_script()
        }),
        runner!("`is_sendable_by`", codes, |code| CloseCode::new(code).is_sendable_by(role)),
        runner!("`reconnect`", codes, |code| CloseCode::new(code).reconnect()),
        runner!("`meaning`", codes, |code| CloseCode::new(code).meaning()),
    ]
}

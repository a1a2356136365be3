//! What every code is, written by hand from RFC 6455 section 7.4, the WHATWG standard and the IANA
//! registry as of 2026-06-10. Nothing here is made by the generator.
//!
//! The registry grows. A code of 1016 to 3999 that has a row in `codes.toml` and is not listed here is
//! newer than this file: for its name and flags the row itself is asked, read by another TOML reader than
//! the generator's, and everything else holds for it as for all others.

use close_code::CloseClass;
use serde::Deserialize;

pub(crate) const NAMED: [(u16, &str); 19] = [
    (1000, "NormalClosure"),
    (1001, "GoingAway"),
    (1002, "ProtocolError"),
    (1003, "UnsupportedData"),
    (1004, "Reserved"),
    (1005, "NoStatusReceived"),
    (1006, "AbnormalClosure"),
    (1007, "InvalidPayload"),
    (1008, "PolicyViolation"),
    (1009, "MessageTooBig"),
    (1010, "MandatoryExtension"),
    (1011, "InternalError"),
    (1012, "ServiceRestart"),
    (1013, "TryAgainLater"),
    (1014, "BadGateway"),
    (1015, "TlsHandshake"),
    (3000, "Unauthorized"),
    (3003, "Forbidden"),
    (3008, "Timeout"),
];

/// What is expected of a code.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is the answer of one predicate")]
pub(crate) struct Expected {
    pub(crate) name: String,
    pub(crate) single: bool,
    pub(crate) class: CloseClass,
    pub(crate) wire: bool,
    pub(crate) local: bool,
    pub(crate) script: bool,
    pub(crate) client: bool,
    pub(crate) server: bool,
}

/// The expectations for all codes: `all()[code]`.
pub(crate) fn all() -> Vec<Expected> {
    let newer = newer_rows();
    let mut all: Vec<Expected> = (0..=u16::MAX).map(by_hand).collect();
    for row in newer {
        let expected = &mut all[usize::from(row.code)];
        expected.name = row.name;
        expected.single = true;
        expected.wire = row.wire.unwrap_or(expected.wire);
        expected.local = row.local.unwrap_or(expected.local);
        expected.script = row.script.unwrap_or(expected.script);
        let sender = row.sender.as_deref().unwrap_or("either");
        expected.client = expected.wire && sender != "server";
        expected.server = expected.wire && sender != "client";
    }
    all
}

fn by_hand(code: u16) -> Expected {
    let named = NAMED.iter().find(|(of, _)| *of == code);
    let (range, class) = match code {
        0..=999 => ("NotUsed", CloseClass::NotUsed),
        1000..=2999 => ("Unassigned", CloseClass::Protocol),
        3000..=3999 => ("Library", CloseClass::Library),
        4000..=4999 => ("PrivateUse", CloseClass::PrivateUse),
        5000..=65535 => ("OutOfRange", CloseClass::OutOfRange),
    };
    let wire = matches!(code, 1000..=1003 | 1007..=1014 | 3000..=4999);
    Expected {
        name: named.map_or(range, |(_, name)| name).to_owned(),
        single: named.is_some(),
        class,
        wire,
        local: matches!(code, 1005 | 1006 | 1015),
        script: matches!(code, 1000 | 3000..=4999),
        client: wire,
        server: wire && code != 1010,
    }
}

#[derive(Deserialize)]
struct Table {
    code: Vec<Row>,
}

/// A row of the table, read apart from the generator.
#[derive(Deserialize)]
pub(crate) struct Row {
    pub(crate) code: u16,
    pub(crate) name: String,
    pub(crate) meaning: Option<String>,
    pub(crate) label: Option<String>,
    wire: Option<bool>,
    local: Option<bool>,
    script: Option<bool>,
    sender: Option<String>,
}

/// All rows of single codes.
pub(crate) fn rows() -> Vec<Row> {
    let table: Table = toml::from_str(include_str!("../../codes.toml")).expect("codes.toml parses");
    table.code
}

fn newer_rows() -> impl Iterator<Item = Row> {
    let known = |row: &Row| NAMED.iter().any(|(code, _)| *code == row.code);
    rows().into_iter().filter(move |row| !known(row)).inspect(|row| {
        assert!(
            (1016..=3999).contains(&row.code),
            "{} is not among the codes that the registry can assign",
            row.code
        );
    })
}

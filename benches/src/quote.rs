//! What the README quotes of a run.

use std::io;

use crate::report::Report;

/// A line of the README: a figure of ours, and those of peers.
struct Quote {
    what: &'static str,
    table: &'static str,
    column: &'static str,
    ours: &'static str,
    /// Rows of peers, and what the README calls them.
    peers: &'static [(&'static str, &'static str)],
    unit: Unit,
}

#[derive(Clone, Copy)]
enum Unit {
    Nanoseconds,
    Kilobytes,
    Seconds,
}

impl Unit {
    fn of(self, figure: f64) -> String {
        match self {
            Self::Nanoseconds => format!("{figure:.1} ns"),
            Self::Kilobytes => format!("{:.1} kB", figure / 1e3),
            Self::Seconds => format!("{figure:.1} s"),
        }
    }
}

/// The README with the figures of this run between the two marks.
pub fn renewed(readme: &str, report: &Report) -> io::Result<String> {
    let parts = readme.split_once(START).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(END)?;
        Some((before, after))
    });
    let Some((before, after)) = parts else {
        return Err(io::Error::other(format!("README.md has no `{START}` with `{END}` after it")));
    };
    let mut lines = String::from("| | close-code | alternatives |\n|---|---|---|\n");
    for quote in &QUOTES {
        let figure = |row| {
            let figure = report.table(quote.table).map(|table| table.get(row, quote.column));
            let figure = figure.filter(|figure| figure.is_finite());
            let missing = || io::Error::other(format!("there is no figure for `{}`", quote.what));
            figure.map(|figure| quote.unit.of(figure)).ok_or_else(missing)
        };
        let mut peers = Vec::new();
        for (row, name) in quote.peers {
            peers.push(format!("{name} {}", figure(row)?));
        }
        lines += &format!("| {} | {} | {} |\n", quote.what, figure(quote.ours)?, peers.join(", "));
    }
    Ok(format!("{before}{START}\n\n{lines}\n{END}{after}"))
}

const START: &str = "<!-- figures of the last run of benches/ -->";
const END: &str = "<!-- end of the figures -->";

#[rustfmt::skip]
const QUOTES: [Quote; 5] = [
    Quote {
        what: "May this code be sent? (codes in random order)",
        table: "allowed", column: "adversarial", unit: Unit::Nanoseconds,
        ours: "close-code `is_valid_on_wire`",
        peers: &[
            ("tungstenite `is_allowed`", "tungstenite"),
            ("tokio-websockets `is_reserved`", "tokio-websockets"),
        ],
    },
    Quote {
        what: "Number to one of 100 custom codes",
        table: "rows_own", column: "100", unit: Unit::Nanoseconds,
        ours: "close-code",
        peers: &[("num_enum", "num_enum"), ("match by hand", "a `match`")],
    },
    Quote {
        what: "Reading a Close body, reason of 20 bytes",
        table: "parse", column: "20 ASCII", unit: Unit::Nanoseconds,
        ours: "close-code `CloseFrame::parse`",
        peers: &[
            ("tungstenite, combined from public parts", "tungstenite"),
            ("fastwebsockets, combined from public parts", "fastwebsockets"),
            ("actix-http `try_parse_close_payload`", "actix-http"),
        ],
    },
    Quote {
        what: "Binary size added by classifying and printing codes",
        table: "size", column: "bytes", unit: Unit::Kilobytes,
        ours: "close-code, classified and printed",
        peers: &[
            ("`http::StatusCode`, printed with its text", "`http::StatusCode`"),
            ("tungstenite's enum, printed with number and name", "tungstenite (no texts)"),
        ],
    },
    Quote {
        what: "First build, CPU time",
        table: "cold", column: "least", unit: Unit::Seconds,
        ours: "close-code",
        peers: &[("strum with its derive", "strum")],
    },
];

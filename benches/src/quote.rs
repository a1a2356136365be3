//! What the README quotes of a run.

use std::io;

use crate::report::Report;

/// A line of the README: a figure of ours, and that of a peer.
struct Quote {
    what: &'static str,
    table: &'static str,
    column: &'static str,
    ours: &'static str,
    /// What is said behind our figure.
    note: &'static str,
    row: &'static str,
    /// What the README calls the peer.
    peer: &'static str,
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
        return Err(io::Error::other(format!("README.md has no `{START}` with `{END}` behind it")));
    };
    let mut lines = String::from("| | close-code | beside it |\n|---|---|---|\n");
    for quote in &QUOTES {
        let figure = |row| report.table(quote.table).map(|table| table.get(row, quote.column));
        let missing = || io::Error::other(format!("there is no figure for `{}`", quote.what));
        let ours = figure(quote.ours).filter(|figure| figure.is_finite()).ok_or_else(missing)?;
        let peer = figure(quote.row).filter(|figure| figure.is_finite()).ok_or_else(missing)?;
        lines += &format!(
            "| {} | {}{} | {} {} |\n",
            quote.what,
            quote.unit.of(ours),
            quote.note,
            quote.peer,
            quote.unit.of(peer)
        );
    }
    Ok(format!("{before}{START}\n\n{lines}\n{END}{after}"))
}

const START: &str = "<!-- figures of the last run of benches/ -->";
const END: &str = "<!-- end of the figures -->";

#[rustfmt::skip]
const QUOTES: [Quote; 8] = [
    Quote {
        what: "may this code be sent? codes that cannot be predicted",
        table: "allowed", column: "adversarial", unit: Unit::Nanoseconds,
        ours: "close-code `is_valid_on_wire`", note: "",
        row: "tungstenite `is_allowed`", peer: "tungstenite",
    },
    Quote {
        what: "a number to a code and back, realistic codes",
        table: "round_trip", column: "realistic", unit: Unit::Nanoseconds,
        ours: "close-code", note: ", as a plain copy",
        row: "tungstenite", peer: "tungstenite",
    },
    Quote {
        what: "a number to one of 100 codes of your own, random",
        table: "rows_random", column: "100", unit: Unit::Nanoseconds,
        ours: "close-code", note: "",
        row: "num_enum", peer: "num_enum",
    },
    Quote {
        what: "a Close frame's body with 20 bytes of reason, read",
        table: "parse", column: "20 ASCII", unit: Unit::Nanoseconds,
        ours: "close-code `CloseFrame::parse`", note: "",
        row: "actix-http `try_parse_close_payload`", peer: "actix-http",
    },
    Quote {
        what: "the same, written",
        table: "encode", column: "20 ASCII", unit: Unit::Nanoseconds,
        ours: "close-code `CloseFrame::encode`", note: "",
        row: "fastwebsockets `Frame::close`", peer: "fastwebsockets",
    },
    Quote {
        what: "what a program grows by that classifies and prints codes",
        table: "size", column: "bytes", unit: Unit::Kilobytes,
        ours: "close-code, classified and printed", note: "",
        row: "`http::StatusCode`, printed with its text", peer: "`http::StatusCode`",
    },
    Quote {
        what: "first build, processor time",
        table: "cold", column: "median", unit: Unit::Seconds,
        ours: "close-code", note: "",
        row: "strum with its derive", peer: "strum",
    },
    Quote {
        what: "first build with `derive`, processor time",
        table: "cold", column: "median", unit: Unit::Seconds,
        ours: "close-code with `derive`", note: "",
        row: "num_enum", peer: "num_enum",
    },
];

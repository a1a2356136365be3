//! What was to be reached, and what was.

use crate::report::Report;

/// A goal: a ratio or a figure that is to be at most so much.
#[derive(Clone, Debug)]
pub struct Goal {
    pub what: String,
    pub limit: f64,
    pub measured: f64,
    /// What there is to say when it is missed.
    pub why: &'static str,
}

impl Goal {
    pub fn is_met(&self) -> bool {
        self.measured <= self.limit
    }
}

/// Every goal for which the report has figures.
pub fn of(report: &Report) -> Vec<Goal> {
    let mut goals = Goals { report, list: Vec::new() };
    goals.codes();
    goals.rows();
    goals.bodies();
    goals.display();
    goals.sizes();
    goals.builds();
    goals.list.retain(|goal| !goal.measured.is_nan());
    goals.list
}

struct Goals<'a> {
    report: &'a Report,
    list: Vec<Goal>,
}

/// Whatever is measured twice differs by so much.
const SAME: f64 = 1.1;

const CONSTANT: &str = "A constant code is the one case in which every jump is guessed: the peer then takes \
                        the few instructions of one path, and ours those of all paths, which never jump. \
                        That is half a nanosecond, and what is paid for codes that cannot be guessed.";

const ROLE: &str = "`is_sendable_by` asks for the role too, which here is not known to the compiler, and tells \
                    1010 apart, which only a client has a use for; the peer has no such question.";

impl Goals<'_> {
    fn push(&mut self, what: impl Into<String>, limit: f64, measured: f64, why: &'static str) {
        self.list.push(Goal { what: what.into(), limit, measured, why });
    }

    fn ratio(&self, id: &str, row: &str, other: &str, column: &str) -> f64 {
        self.report.table(id).map_or(f64::NAN, |table| table.ratio(row, other, column))
    }

    /// The greatest of the ratios in some columns.
    fn worst(&self, id: &str, row: &str, other: &str, columns: &[&str]) -> f64 {
        columns.iter().map(|column| self.ratio(id, row, other, column)).fold(f64::NAN, f64::max)
    }

    fn codes(&mut self) {
        let mixes = ["constant", "realistic", "random", "adversarial"];
        let copy = self.worst("round_trip", "close-code", "a copy of the number", &mixes);
        self.push("A code and back, beside a copy of the number, any mix", SAME, copy, "");
        let peer = "tungstenite `is_allowed`";
        for (id, row, name) in [
            ("kind", "close-code `kind`", "`kind`"),
            ("class", "close-code `class`", "`class`"),
            ("allowed", "close-code `is_valid_on_wire`", "`is_valid_on_wire`"),
            ("questions", "`is_local_only`", "`is_local_only`"),
            ("questions", "`is_settable_by_script`", "`is_settable_by_script`"),
            ("questions", "`is_sendable_by`", "`is_sendable_by`"),
        ] {
            let unpredictable = self.ratio(id, row, peer, "adversarial");
            self.push(format!("{name}, beside {peer}, adversarial"), 0.25, unpredictable, "");
            let constant = self.ratio(id, row, peer, "constant");
            let why = if name == "`is_sendable_by`" { ROLE } else { CONSTANT };
            self.push(format!("{name}, beside {peer}, constant"), SAME, constant, why);
        }
    }

    fn rows(&mut self) {
        if let Some(table) = self.report.table("rows_random") {
            let sizes: Vec<_> =
                table.columns.iter().map(|column| table.get("close-code", column)).collect();
            let flat = sizes.iter().copied().fold(f64::NAN, f64::max)
                / sizes.iter().copied().fold(f64::NAN, f64::min);
            self.push(
                "`from_code` of 10, 100 and 1000 rows, the slowest beside the fastest",
                1.25,
                flat,
                "",
            );
        }
        for size in ["10", "100", "1000"] {
            let ratio = self.ratio("rows_random", "close-code", "num_enum", size);
            self.push(
                format!("`from_code` of {size} rows, beside num_enum, random"),
                0.25,
                ratio,
                "Where most numbers of a range have a variant, the compiler makes a lookup of num_enum's \
                 match, with a bit for each number; that is near the cost of the loop, and ours has to \
                 find a variant whatever its number in the enum is.",
            );
        }
    }

    fn bodies(&mut self) {
        let ours = "close-code `CloseFrame::parse`";
        let actix = "actix-http `try_parse_close_payload`";
        let short = ["no reason", "20 ASCII", "20 Greek"];
        let long = ["123 ASCII", "123 Greek"];
        let worst = self.worst("parse", ours, actix, &short);
        self.push("A body read, up to 20 bytes, beside actix-http", 0.5, worst, "");
        let worst = self.worst("parse", ours, actix, &long);
        self.push("A body read, 123 bytes, beside actix-http", 1.0, worst, "");
        let ours = "close-code `CloseFrame::encode`";
        for (columns, what, limit) in
            [(&short[..], "up to 20 bytes", 0.5), (&long, "123 bytes", 1.0)]
        {
            let Some(table) = self.report.table("encode") else { continue };
            let peers = table.rows.iter().filter(|row| row.name != ours);
            let worst = peers
                .map(|peer| self.worst("encode", ours, &peer.name, columns))
                .fold(f64::NAN, f64::max);
            self.push(format!("A body written, {what}, beside the fastest peer"), limit, worst, "");
        }
    }

    fn display(&mut self) {
        for mix in ["constant", "realistic", "random", "adversarial"] {
            let ratio = self.ratio("display", "close-code", "`write!(\"{} {}\")`", mix);
            self.push(
                format!("`Display` of a code, beside `write!(\"{{}} {{}}\")`, {mix}"),
                0.5,
                ratio,
                "A code that has a row of its own is one text, copied by one call: a third of `write!` where \
                 its length can be guessed, and where it cannot, the copy's jump on the length is most of \
                 the time. Any other code is its digits and the text of its range: two calls, where \
                 `write!` makes three, and without unsafe code the digits are checked to be text.",
            );
        }
    }

    fn sizes(&mut self) {
        let bytes =
            |row: &str| self.report.table("size").map_or(f64::NAN, |table| table.get(row, "bytes"));
        let (texts, predicates) = (
            bytes("close-code, every text of the table"),
            bytes("close-code, the predicates alone"),
        );
        let printed = bytes("close-code, classified and printed");
        self.push("Bytes in a program that classifies and prints codes", 12_288.0, printed, "");
        self.push(
            "Bytes in a program that shows whole rows",
            12_288.0,
            texts,
            "Whole rows are eight kilobytes of text, five of rows and, in a program that may be loaded \
             at any address, six of relocations, one for each text.",
        );
        self.push("Bytes in a program that asks the predicates alone", 1024.0, predicates, "");
    }

    fn builds(&mut self) {
        let strum = self.ratio("cold", "close-code", "strum with its derive", "median");
        self.push("First build, beside strum", 0.7, strum, COLD);
        let num_enum = self.ratio("cold", "close-code with `derive`", "num_enum", "median");
        self.push("First build with `derive`, beside num_enum", 0.65, num_enum, COLD);
        let figure = |id: &str, row: &str, column: &str| {
            self.report.table(id).map_or(f64::NAN, |table| table.get(row, column))
        };
        let again = figure("rebuilt", "nothing changed", "packages");
        let edited = figure("rebuild", "edited, by the clock", "median");
        self.push("Packages built again when nothing changed", 0.0, again, "");
        self.push("Seconds from an edit of the table to the root package", 1.5, edited, "");
        let derive = self.ratio("derive", "close-code", "num_enum and strum", "1000");
        self.push("The derive on 1000 variants, beside num_enum and strum", 0.5, derive, DERIVE);
        for (what, column, why) in [
            ("time", "µs a row", GENERATOR),
            ("memory", "kB a row", ""),
            ("instructions", "1000 instructions a row", ""),
        ] {
            let grown = figure("generator", "60000 rows", column)
                / figure("generator", "1000 rows", column);
            let what = format!("The generator, {what} a row at 60,000 rows beside 1000");
            self.push(what, 1.25, grown, why);
        }
    }
}

const COLD: &str = "The generator itself takes a third of the time of a first build with `derive`, and the \
                    parser of TOML, which is another's, a quarter: the list is below.";

const DERIVE: &str =
    "The derive on 1000 variants takes half a second, where the peers take nine tenths.";

const GENERATOR: &str = "The generator's instructions and its memory are in proportion to the rows; two hundred \
                         megabytes do not fit the processor's cache, and the system hands them out page by \
                         page.";

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
fn of(report: &Report) -> Vec<Goal> {
    let mut goals = Goals { report, list: Vec::new() };
    goals.codes();
    goals.rows();
    goals.bodies();
    goals.sizes();
    goals.builds();
    // A figure that is missing from the whole is told.
    goals.list.retain(|goal| report.is_whole || !goal.measured.is_nan());
    goals.list
}

/// The goals for which the report has figures, in Markdown.
pub fn markdown(report: &Report) -> String {
    let goals = of(report);
    let figure = |figure: f64| match figure {
        _ if figure.is_nan() => "–".to_owned(),
        _ if figure.fract() == 0.0 => format!("{figure:.0}"),
        _ => format!("{figure:.2}"),
    };
    let mut text = "At most so much; a figure beside a peer is a ratio of one run. What is the same may \
                    differ by a tenth, as it does when it is measured twice. Codes that cannot be guessed \
                    are those of the mix called adversarial.\n\n\
                    | | goal | measured | |\n|---|---:|---:|---|\n"
        .to_owned();
    for goal in &goals {
        let met = match goal.is_met() {
            _ if goal.measured.is_nan() => "**not measured**",
            true => "met",
            false => "**missed**",
        };
        text += &format!(
            "| {} | {} | {} | {met} |\n",
            goal.what,
            figure(goal.limit),
            figure(goal.measured)
        );
    }
    let mut reasons: Vec<&str> = Vec::new();
    for goal in goals.iter().filter(|goal| !goal.is_met() && !goal.why.is_empty()) {
        if !reasons.contains(&goal.why) {
            reasons.push(goal.why);
            text += &format!("\n{}\n", goal.why);
        }
    }
    text
}

struct Goals<'a> {
    report: &'a Report,
    list: Vec<Goal>,
}

/// Whatever is measured twice differs by so much.
const SAME: f64 = 1.1;

const CONSTANT: &str = "A constant code is the one case in which every jump is guessed: the peer then takes \
                        the few instructions of one path, and ours the load that serves every code.";

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
        self.push("A code and back, compared with a copy of the number, any mix", SAME, copy, "");
        let peer = "tungstenite `is_allowed`";
        for (id, row, name, limit) in [
            ("kind", "close-code `kind`", "`kind`", 0.2),
            ("class", "close-code `class`", "`class`", 0.25),
            ("allowed", "close-code `is_valid_on_wire`", "`is_valid_on_wire`", 0.35),
            ("questions", "`is_local_only`", "`is_local_only`", 0.35),
            ("questions", "`is_settable_by_script`", "`is_settable_by_script`", 0.35),
            ("questions", "`is_sendable_by`", "`is_sendable_by`", 0.35),
        ] {
            let unpredictable = self.ratio(id, row, peer, "adversarial");
            self.push(
                format!("{name}, compared with {peer}, adversarial"),
                limit,
                unpredictable,
                "",
            );
            let constant = self.ratio(id, row, peer, "constant");
            let why = if name == "`is_sendable_by`" { ROLE } else { CONSTANT };
            self.push(format!("{name}, compared with {peer}, constant"), SAME, constant, why);
        }
    }

    fn rows(&mut self) {
        if let Some(table) = self.report.table("rows_random") {
            let sizes: Vec<_> =
                table.columns.iter().map(|column| table.get("close-code", column)).collect();
            let flat = sizes.iter().copied().fold(f64::NAN, f64::max)
                / sizes.iter().copied().fold(f64::NAN, f64::min);
            self.push(
                "`from_code` of 10, 100 and 1000 rows, the slowest compared with the fastest",
                1.25,
                flat,
                "",
            );
        }
        for (id, mix) in [("rows_random", "any code"), ("rows_own", "codes of the enum")] {
            for size in ["10", "100"] {
                let ratio = self.ratio(id, "close-code", "num_enum", size);
                let what = format!("`from_code` of {size} rows, compared with num_enum, {mix}");
                self.push(what, 0.25, ratio, "");
            }
        }
    }

    fn bodies(&mut self) {
        let short = ["no reason", "20 ASCII", "20 Greek"];
        let long = ["123 ASCII", "123 Greek"];
        for (columns, what, limit) in
            [(&short[..], "up to 20 bytes", 0.5), (&long, "123 bytes", 1.0)]
        {
            let ours = "close-code `CloseFrame::parse`";
            let actix = self.worst("parse", ours, "actix-http `try_parse_close_payload`", columns);
            self.push(format!("A body read, {what}, compared with actix-http"), limit, actix, "");
            let fastest = self.beside_the_fastest("parse", ours, columns);
            self.push(
                format!("A body read, {what}, compared with the fastest"),
                limit,
                fastest,
                READING,
            );
            let ours = "close-code `CloseFrame::encode`";
            let fastest = self.beside_the_fastest("encode", ours, columns);
            self.push(
                format!("A body written, {what}, compared with the fastest"),
                limit,
                fastest,
                "",
            );
        }
    }

    /// The greatest ratio in some columns, compared with every other row.
    fn beside_the_fastest(&self, id: &str, ours: &str, columns: &[&str]) -> f64 {
        let rows = self.report.table(id).map_or(&[][..], |table| &table.rows);
        let peers = rows.iter().filter(|row| row.name != ours);
        peers.map(|peer| self.worst(id, ours, &peer.name, columns)).fold(f64::NAN, f64::max)
    }

    fn sizes(&mut self) {
        let bytes =
            |row: &str| self.report.table("size").map_or(f64::NAN, |table| table.get(row, "bytes"));
        let predicates = bytes("close-code, the predicates alone");
        let printed = bytes("close-code, classified and printed");
        self.push("Bytes in a program that classifies and prints codes", 12_288.0, printed, "");
        self.push("Bytes in a program that asks the predicates alone", 6144.0, predicates, "");
    }

    fn builds(&mut self) {
        let strum = self.ratio("cold", "close-code", "strum with its derive", "least");
        self.push("First build, compared with strum", 0.7, strum, COLD);
        let num_enum = self.ratio("cold", "close-code with `derive`", "num_enum", "least");
        self.push("First build with `derive`, compared with num_enum", 0.85, num_enum, EMPTY);
        for (row, what, limit) in [
            ("close-code", "What a server's first build gets more", 0.35),
            ("close-code with `derive`", "The same with `derive`", 0.45),
        ] {
            let ratio = self.ratio("added", row, "num_enum and strum", "median");
            self.push(format!("{what}, compared with num_enum and strum"), limit, ratio, COLD);
        }
        let figure = |id: &str, row: &str, column: &str| {
            self.report.table(id).map_or(f64::NAN, |table| table.get(row, column))
        };
        let again = figure("rebuilt", "nothing changed", "packages");
        let edited = figure("rebuild", "edited, by the clock", "median");
        self.push("Packages built again when nothing changed", 0.0, again, "");
        self.push("Seconds from an edit of the table to the root package", 1.5, edited, "");
        let derive = self.ratio("derive", "close-code", "num_enum and strum", "1000");
        self.push(
            "The derive on 1000 variants, compared with num_enum and strum",
            0.45,
            derive,
            "",
        );
        for (what, column, why) in [
            ("time", "µs a row", GENERATOR),
            ("memory", "kB a row", ""),
            ("instructions", "1000 instructions a row", ""),
        ] {
            let grown = figure("generator", "60000 rows", column)
                / figure("generator", "1000 rows", column);
            let what = format!("The generator, {what} a row at 60,000 rows compared with 1000");
            self.push(what, 1.25, grown, why);
        }
    }
}

const COLD: &str = "Where the time goes is listed below: the largest part is the generator itself, then the \
                    parser of TOML, which is another's.";

const EMPTY: &str = "Real programs do not build this: every user of tokio's macros, serde's derive, thiserror, clap or \
                     axum builds syn, quote and proc-macro2 already, and the row below counts what is \
                     added to such a program.";

const READING: &str = "What fastwebsockets does is put together of its parts: it copies nothing, tells nothing \
                       of a body that it refuses, and checks the UTF-8 of a long text with vector \
                       instructions. In ours most of the time is the check by the standard library; a \
                       quicker one takes unsafe code or a package that has some.";

const GENERATOR: &str = "The generator's instructions and its memory are in proportion to the rows; a large \
                         table does not fit the processor's cache, and the system hands out its memory page \
                         by page.";

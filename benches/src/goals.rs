//! The goals, and whether they were met.

use crate::report::Report;

/// A goal: the upper limit of a ratio or a figure.
#[derive(Clone, Debug)]
pub struct Goal {
    pub what: String,
    pub limit: f64,
    pub measured: f64,
    /// The explanation if it is missed.
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
    // A figure that is missing from a whole run is reported.
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
    let mut text = "Each goal is an upper limit. A figure that compares close-code with another crate is a \
                    ratio from one run. Two measurements of the same thing can differ by 10 %. The mixes \
                    of codes are described under [Codes](#codes). tungstenite's `is_allowed` is the \
                    yardstick for all predicates because other crates have no function for most of \
                    them.\n\n\
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

/// Two measurements of the same thing differ by this factor.
const SAME: f64 = 1.1;

const CONSTANT: &str = "\
With a constant code, every branch is predicted: tungstenite then executes the few instructions of \
one path, and close-code the load that it needs for every code.";

const ROLE: &str = "\
`is_sendable_by` also takes the role, which is not known to the compiler here, and treats 1010 in \
its own way, because only clients send it. tungstenite has no such function.";

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
        self.push(
            "`u16` to `CloseCode` and back, compared with a copy of the number, any mix",
            SAME,
            copy,
            "",
        );
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
            self.push(
                format!("Reading a body of {what}, compared with actix-http"),
                limit,
                actix,
                "",
            );
            let fastest = self.beside_the_fastest("parse", ours, columns);
            self.push(
                format!("Reading a body of {what}, compared with the fastest"),
                limit,
                fastest,
                READING,
            );
            let ours = "close-code `CloseFrame::encode`";
            let fastest = self.beside_the_fastest("encode", ours, columns);
            self.push(
                format!("Writing a body of {what}, compared with the fastest"),
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
        let predicates = bytes("close-code, only the predicates");
        let printed = bytes("close-code, classified and printed");
        self.push("Bytes in a program that classifies and prints codes", 12_288.0, printed, "");
        self.push("Bytes in a program that uses only the predicates", 6144.0, predicates, "");
    }

    fn builds(&mut self) {
        let strum = self.ratio("cold", "close-code", "strum with its derive", "least");
        self.push("First build, compared with strum", 0.7, strum, COLD);
        let num_enum = self.ratio("cold", "close-code with `derive`", "num_enum", "least");
        self.push("First build with `derive`, compared with num_enum", 0.85, num_enum, EMPTY);
        for (row, what, limit) in [
            ("close-code", "Added to a server's first build", 0.35),
            ("close-code with `derive`", "The same with `derive`", 0.45),
        ] {
            let ratio = self.ratio("added", row, "num_enum and strum", "median");
            self.push(format!("{what}, compared with num_enum and strum"), limit, ratio, COLD);
        }
        let figure = |id: &str, row: &str, column: &str| {
            self.report.table(id).map_or(f64::NAN, |table| table.get(row, column))
        };
        let again = figure("rebuilt", "nothing changed", "packages");
        let edited = figure("rebuild", "edited, wall clock", "median");
        self.push("Packages rebuilt when nothing changed", 0.0, again, "");
        self.push(
            "Seconds to rebuild the root package after an edit of the table",
            1.5,
            edited,
            "",
        );
        let derive = self.ratio("derive", "close-code", "num_enum and strum", "1000");
        self.push(
            "The derive on 1000 variants, compared with num_enum and strum",
            0.45,
            derive,
            "",
        );
        for (what, column, why) in [
            ("time", "µs per row", GENERATOR),
            ("memory", "kB per row", ""),
            ("instructions", "1000 instructions per row", ""),
        ] {
            let grown = figure("generator", "60000 rows", column)
                / figure("generator", "1000 rows", column);
            let what = format!("The generator, {what} per row: 60,000 rows compared with 1000");
            self.push(what, 1.25, grown, why);
        }
    }
}

const COLD: &str = "\
First build: the breakdown is below. Without `derive`, the largest part is close-code's own \
generator, followed by the third-party TOML parser. With `derive`, syn comes first.";

const EMPTY: &str = "\
First build with `derive`: most programs already build syn, quote and proc-macro2, because tokio's \
macros, serde's derive, thiserror, clap and axum need them. The next rows show what close-code adds \
to such a program.";

const READING: &str = "\
Reading a body: fastwebsockets has no public function for this, so the benchmark combines its public \
parts. It does not copy, does not say why it rejects a body, and validates long UTF-8 with SIMD. \
close-code spends most of the time in the standard library's UTF-8 check. A faster check needs \
unsafe code or a dependency.";

const GENERATOR: &str = "\
The generator: its instruction count grows linearly with the rows, and its memory nearly so. Its \
time grows faster because a large table does not fit in the CPU cache. Rust is generated from at \
most 5000 rows; a table for documents can have more.";

//! Problems for people, for programs, and for GitHub's annotations.

use close_code_codegen::diagnostic::{self, SHOWN};
use close_code_codegen::problem::{Problem, Severity};
use serde::Serialize;

use crate::failure::Failure;
use crate::output;
use crate::tables;

/// A table that was checked.
pub(super) struct Checked {
    /// What to call it.
    pub(super) name: String,
    pub(super) source: String,
    pub(super) problems: Vec<Problem>,
}

impl Checked {
    /// How many problems are not shown, if there are any.
    fn more(&self) -> Option<usize> {
        self.problems.len().checked_sub(SHOWN).filter(|more| *more > 0)
    }
}

/// Output format of problems.
#[derive(Clone, Copy, Debug, Eq, PartialEq, clap::ValueEnum)]
pub(super) enum Format {
    /// Like rustc, for people
    Text,
    /// One object, for programs
    Json,
    /// Workflow commands, which GitHub shows next to the lines
    Github,
}

impl Format {
    /// Prints the problems of all tables.
    pub(super) fn print(self, checked: &[Checked]) -> Result<(), Failure> {
        match self {
            Self::Text => {
                let reports = checked
                    .iter()
                    .filter(|table| !table.problems.is_empty())
                    .map(|table| tables::paint_report(&table.name, &table.source, &table.problems));
                output::print(&reports.collect::<Vec<_>>().join("\n"))
            }
            Self::Json => output::json(&report(checked)),
            Self::Github => {
                let annotations = checked.iter().flat_map(|table| {
                    let lines = Lines::new(&table.source);
                    let shown = table.problems.iter().take(SHOWN);
                    let shown = shown.map(move |problem| annotation(table, &lines, problem));
                    let rest = table.more().map(|more| {
                        let file = property(&table.name);
                        format!("::notice file={file},title=close-code::... and {more} more\n")
                    });
                    shown.chain(rest)
                });
                output::print(&annotations.collect::<String>())
            }
        }
    }
}

/// All problems, for programs.
#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    errors: usize,
    warnings: usize,
    files: Vec<Table<'a>>,
}

#[derive(Serialize)]
struct Table<'a> {
    file: &'a str,
    problems: Vec<Entry<'a>>,
    /// How many problems are left out, if there are any.
    #[serde(skip_serializing_if = "Option::is_none")]
    more: Option<usize>,
}

#[derive(Serialize)]
struct Entry<'a> {
    severity: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'static str>,
    message: &'a str,
    label: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    at: Span,
    related: Vec<Related<'a>>,
    rendered: String,
}

#[derive(Serialize)]
struct Related<'a> {
    label: &'a str,
    at: Span,
}

/// A place: bytes from 0, lines and columns from 1, columns in characters.
#[derive(Serialize)]
struct Span {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    byte: usize,
    line: usize,
    column: usize,
}

fn report(checked: &[Checked]) -> Report<'_> {
    let files = checked.iter().map(|table| {
        let lines = Lines::new(&table.source);
        let rendered = diagnostic::render_each(
            &table.name,
            &table.source,
            &table.problems,
            &diagnostic::Style::PLAIN,
        );
        let problems = table.problems.iter().take(SHOWN).zip(rendered);
        let entries = problems.map(|(problem, rendered)| entry(table, &lines, problem, rendered));
        Table { file: &table.name, problems: entries.collect(), more: table.more() }
    });
    Report {
        version: 1,
        errors: count(checked, true),
        warnings: count(checked, false),
        files: files.collect(),
    }
}

fn entry<'a>(
    table: &'a Checked,
    lines: &Lines<'_>,
    problem: &'a Problem,
    rendered: String,
) -> Entry<'a> {
    let sum = diagnostic::summary(&table.name, core::slice::from_ref(problem));
    let (severity, name) = match problem.severity {
        Severity::Error => ("error", None),
        Severity::Warning(name) => ("warning", Some(name)),
    };
    let related = problem.related.iter();
    Entry {
        severity,
        name,
        message: &problem.message,
        label: &problem.label,
        help: problem.help.as_deref(),
        at: lines.span(problem.at),
        related: related.map(|(at, label)| Related { label, at: lines.span(*at) }).collect(),
        rendered: rendered + &sum.unwrap_or_default() + "\n",
    }
}

/// The lines of a source, found once for all its problems.
struct Lines<'a> {
    source: &'a str,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(source: &'a str) -> Self {
        let ends = source.match_indices('\n').map(|(at, _)| at + 1);
        Self { source, starts: core::iter::once(0).chain(ends).collect() }
    }

    fn span(&self, at: close_code_codegen::model::Span) -> Span {
        Span { start: self.position(at.start), end: self.position(at.end) }
    }

    fn position(&self, byte: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= byte);
        let before = self.source.get(self.starts[line - 1]..byte).unwrap_or_default();
        Position { byte, line, column: before.trim_start_matches('\u{feff}').chars().count() + 1 }
    }
}

/// A workflow command of GitHub Actions.
fn annotation(table: &Checked, lines: &Lines<'_>, problem: &Problem) -> String {
    let (kind, title) = match problem.severity {
        Severity::Error => ("error", "close-code".to_owned()),
        Severity::Warning(name) => ("warning", format!("close-code: {name}")),
    };
    let Span { start, end } = lines.span(problem.at);
    let mut text = problem.message.clone();
    for more in [Some(&problem.label), problem.help.as_ref()].into_iter().flatten() {
        if !more.is_empty() {
            text.push('\n');
            text.push_str(more);
        }
    }
    // GitHub accepts columns only if a problem is on one line.
    let columns = if start.line == end.line {
        format!(",col={},endColumn={}", start.column, end.column)
    } else {
        String::new()
    };
    format!(
        "::{kind} file={},line={},endLine={}{columns},title={}::{}\n",
        property(&table.name),
        start.line,
        end.line,
        property(&title),
        data(&text)
    )
}

/// A text as the data of a workflow command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text as a property of a workflow command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// How many errors, or warnings, there are in all.
pub(super) fn count(checked: &[Checked], errors: bool) -> usize {
    checked
        .iter()
        .flat_map(|table| &table.problems)
        .filter(|problem| problem.is_error() == errors)
        .count()
}

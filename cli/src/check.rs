//! `close-code check`: whether tables are valid, and what is probably a mistake.

use std::path::PathBuf;

use close_code_codegen::problem::Problem;
use close_code_codegen::{nearest, toml};
use close_code_emitters::warn::{self, Facts};

use crate::failure::{self, Failure, Outcome};
use crate::progress::Progress;
use crate::tables;
use crate::text::visible;
use crate::{compat, files};

mod format;

use format::{Checked, Format, count};

/// Check tables for errors and warnings
///
/// Errors are those that a build reports. To silence a warning, add `allow = ["undescribed"]` to the row or to
/// `[table]`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The tables; `-` for standard input
    #[arg(value_name = "FILE", default_value = "codes.toml")]
    files: Vec<PathBuf>,

    /// Treat these warnings as errors: a name such as `undescribed`, or `warnings` for all
    #[arg(long, short = 'D', value_name = "WARNING", value_delimiter = ',')]
    deny: Vec<String>,

    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// The same as `--format json`
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

const EXAMPLES: &str = "\
Examples:
  close-code check   # codes.toml
  close-code check tables/*.toml --deny warnings
  close-code check chat.toml --format github   # annotations in GitHub Actions
  close-code check - < chat.toml

Exit codes: 0 valid; 1 errors or denied warnings; 2 a file cannot be read.";

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    known_warnings(&args.deny)?;
    let facts = Facts::new(&tables::built_in()?.table, &compat::embedded()?);
    let mut progress =
        Progress::unless(args.files.iter().any(|path| files::is_typed(path)), "checking");
    let (mut checked, mut unread) = (Vec::new(), Vec::new());
    for path in &args.files {
        progress.tick(|| files::shown(path));
        match files::text(path) {
            Ok(source) => {
                let mut problems = problems(&source, &facts);
                problems.iter_mut().for_each(neutralize);
                checked.push(Checked { name: files::shown(path), source, problems });
            }
            Err(Failure::Wrong(message)) => unread.push(message),
            Err(failure) => return Err(failure),
        }
    }
    progress.clear();
    let format = if args.json { Format::Json } else { args.format };
    format.print(&checked)?;
    // The report of one table with mistakes ends with its own summary.
    if format == Format::Text
        && (checked.len() > 1 || checked.iter().any(|table| table.problems.is_empty()))
    {
        failure::note(&summary(&checked));
    }
    if let Some((last, others)) = unread.split_last() {
        for message in others {
            failure::tell(message);
        }
        return Err(Failure::wrong(last));
    }
    let problems = checked.iter().flat_map(|table| &table.problems);
    let stops =
        problems.filter(|problem| problem.is_error() || is_denied(problem, &args.deny)).count();
    Ok(if stops > 0 { Outcome::No } else { Outcome::Fine })
}

/// The errors of a table, or if there are none its warnings.
fn problems(source: &str, facts: &Facts) -> Vec<Problem> {
    if let Err(problems) = toml::read(source) {
        return problems;
    }
    let (draft, _) = toml::lower(source);
    draft.map(|draft| warn::warnings(&draft, facts)).unwrap_or_default()
}

/// Escapes characters that control a terminal or are invisible, in every format: these texts contain keys
/// of the table.
fn neutralize(problem: &mut Problem) {
    let related = problem.related.iter_mut().map(|(_, label)| label);
    for text in [&mut problem.message, &mut problem.label]
        .into_iter()
        .chain(&mut problem.help)
        .chain(related)
    {
        *text = text.split('\n').map(visible).collect::<Vec<_>>().join("\n");
    }
}

/// Refuses `--deny` with a name that no warning has.
fn known_warnings(deny: &[String]) -> Result<(), Failure> {
    let known = warnings();
    match deny.iter().find(|name| !known.contains(&name.as_str())) {
        None => Ok(()),
        Some(name) => Err(Failure::wrong(format!(
            "unknown warning `{}`: {}",
            visible(name),
            nearest::suggestion(name, &known)
        ))),
    }
}

/// What `--deny` accepts.
pub(crate) fn warnings() -> Vec<&'static str> {
    [close_code_codegen::check::WARNINGS.as_slice(), &[ALL]].concat()
}

/// What `--deny` calls all warnings.
const ALL: &str = "warnings";

fn is_denied(problem: &Problem, deny: &[String]) -> bool {
    match problem.severity {
        close_code_codegen::problem::Severity::Error => true,
        close_code_codegen::problem::Severity::Warning(name) => {
            deny.iter().any(|denied| denied == ALL || denied == name)
        }
    }
}

/// One line that sums up all tables.
fn summary(checked: &[Checked]) -> String {
    let errors = count(checked, true);
    let warnings = count(checked, false);
    let tables = plural(checked.len(), "table");
    match (errors, warnings) {
        (0, 0) => format!("checked {tables}: no errors or warnings"),
        (0, warnings) => format!("checked {tables}: {}", plural(warnings, "warning")),
        (errors, 0) => format!("checked {tables}: {}", plural(errors, "error")),
        (errors, warnings) => {
            format!(
                "checked {tables}: {} and {}",
                plural(errors, "error"),
                plural(warnings, "warning")
            )
        }
    }
}

fn plural(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

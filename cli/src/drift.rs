//! `close-code drift`: how a table differs from IANA's registry.

use core::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use close_code_codegen::model::Table;
use close_code_codegen::toml;

use crate::failure::{Failure, Outcome};
use crate::files::quoted;
use crate::progress::Progress;
use crate::tables;
use crate::write::{self, Change};
use crate::{files, interrupt, output};

mod apply;
mod array;
mod compare;
mod document;
pub(crate) mod registry;
mod report;
mod source;

use compare::Difference;
use registry::Registry;

/// Compare a table with IANA's registry of close codes
///
/// Reads the registry in IANA's own XML (`websocket.xml`) or in CSV. Reports codes that the table lacks,
/// renamed codes, changed references, split ranges and removed codes. A registry file that is older than the
/// table's `as_of` date is refused, because IANA's servers sometimes return an old copy.
///
/// Only references that the registry could also have are compared: RFCs, errata, drafts and the mail of the
/// IETF. Other URLs, and section numbers after an RFC, are yours and are not compared.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// IANA's registry, in XML or CSV; `-` for standard input
    registry: PathBuf,

    /// The table
    #[arg(default_value = "codes.toml")]
    file: PathBuf,

    /// Update the table; keep its comments and layout
    ///
    /// You write the descriptions: `close-code check` lists the rows that lack one.
    #[arg(long)]
    write: bool,

    /// The date of a registry that does not contain one, such as IANA's CSV
    #[arg(long, value_name = "YYYY-MM-DD")]
    registry_date: Option<String>,

    /// Answer in JSON
    #[arg(long)]
    json: bool,
}

const EXAMPLES: &str = "\
Examples:
  curl -O https://www.iana.org/assignments/websocket/websocket.xml
  close-code drift websocket.xml
  close-code drift websocket.xml --write && close-code check
  close-code drift close-code-number.csv --registry-date 2026-06-10

Exit codes: 0 no drift, or written; 1 drift; 2 a file cannot be read or written, or the registry is too old.";

/// A table and its source.
struct Subject {
    shown: String,
    source: String,
    table: Table,
}

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    if files::is_stdin(&args.file) {
        return Err(Failure::wrong(
            "the table must be a file; only the registry can be on standard input",
        ));
    }
    let mut progress = Progress::unless(files::is_typed(&args.registry), "comparing");
    let registry = read_registry(args)?;
    progress.tick(|| "the registry is read".to_owned());
    let subject = read_table(&args.file)?;
    refuse_foreign(&subject)?;
    refuse_wrong_date(args, &registry, &subject)?;
    let differences = compare::compare(&subject.table, &registry);
    progress.clear();
    if args.write {
        return write(args, &registry, &subject, &differences);
    }
    let outcome = if differences.is_empty() { Outcome::Fine } else { Outcome::No };
    tell(args, &registry, &subject, &differences, None)?;
    Ok(outcome)
}

fn tell(
    args: &Args,
    registry: &Registry,
    subject: &Subject,
    differences: &[Difference],
    written: Option<&[Difference]>,
) -> Result<(), Failure> {
    let report = report::Report {
        registry: &files::shown(&args.registry),
        registry_date: registry.date.as_deref(),
        table: &subject.shown,
        as_of: as_of(&subject.table),
        differences,
        left: written,
        repair: &repair(args, registry),
        columns: output::columns(),
    };
    if args.json { output::json(&report.object()) } else { output::print(&report.text()) }
}

/// The command that brings the table up to date.
fn repair(args: &Args, registry: &Registry) -> String {
    let mut command = format!("close-code drift {} {}", quoted(&args.registry), quoted(&args.file));
    if let Some(date) =
        args.registry_date.as_deref().or(registry.date.is_none().then_some("YYYY-MM-DD"))
    {
        let _ = write!(command, " --registry-date {date}");
    }
    command.push_str(" --write");
    command
}

fn read_registry(args: &Args) -> Result<Registry, Failure> {
    let source = files::text(&args.registry)?;
    registry::read(&source, args.registry_date.as_deref())
        .map_err(|message| Failure::wrong(format!("{}: {message}", files::shown(&args.registry))))
}

fn read_table(path: &Path) -> Result<Subject, Failure> {
    let (shown, source) = (files::shown(path), files::text(path)?);
    match toml::read(&source) {
        Ok(table) => Ok(Subject { shown, source, table }),
        Err(problems) => Err(Failure::Invalid(tables::paint_report(&shown, &source, &problems))),
    }
}

fn as_of(table: &Table) -> Option<&str> {
    table.head().as_of.as_deref()
}

/// Rejects a table of codes that IANA does not register.
fn refuse_foreign(subject: &Subject) -> Result<(), Failure> {
    let (first, last) = subject.table.head().span;
    let (from, to) = registry::ASSIGNED;
    if first <= to && from <= last {
        return Ok(());
    }
    Err(Failure::wrong(format!(
        "{} covers {first} to {last}, but IANA assigns only codes from {from} to {to}",
        subject.shown
    )))
}

/// Rejects a registry that is older than the one the table was last compared with, and a date in the
/// future: as `as_of` it would lock out IANA's files until then.
fn refuse_wrong_date(args: &Args, registry: &Registry, subject: &Subject) -> Result<(), Failure> {
    let shown = files::shown(&args.registry);
    match (registry.date.as_deref(), as_of(&subject.table)) {
        (Some(date), _) if date > today().as_str() => Err(Failure::wrong(format!(
            "{shown} is dated {date}, which is in the future: check the date, and the clock of this machine"
        ))),
        (_, Some(as_of)) if as_of > today().as_str() => Err(Failure::wrong(format!(
            "{}: `as_of = {as_of}` is in the future: set it to the date of the registry that the table was last \
             compared with",
            subject.shown
        ))),
        (Some(date), Some(as_of)) if date < as_of => Err(Failure::wrong(format!(
            "{shown} is of {date}, older than the registry of {as_of} that {} was last compared with: download it \
             again, because IANA's servers sometimes return an old copy",
            subject.shown
        ))),
        (None, _) if args.write => Err(Failure::wrong(format!(
            "{shown} contains no date, and may be older than the table: add \
             `--registry-date YYYY-MM-DD`, or use IANA's websocket.xml"
        ))),
        _ => Ok(()),
    }
}

/// Today as `YYYY-MM-DD`, in the time zone where days begin first.
fn today() -> String {
    const HOURS_AHEAD: u64 = 14;
    let now = SystemTime::now().max(UNIX_EPOCH) + Duration::from_secs(HOURS_AHEAD * 60 * 60);
    let mut text = humantime::format_rfc3339_seconds(now).to_string();
    text.truncate("YYYY-MM-DD".len());
    text
}

/// Updates the table.
fn write(
    args: &Args,
    registry: &Registry,
    subject: &Subject,
    differences: &[Difference],
) -> Result<Outcome, Failure> {
    let (source, left) = apply::apply(&subject.source, registry)
        .map_err(|message| Failure::wrong(format!("{}: {message}", subject.shown)))?;
    let change = Change::new(args.file.clone(), source)?;
    interrupt::listen(interrupt::ENDS)?;
    write::all(&[change])?;
    tell(args, registry, subject, differences, Some(&left))?;
    Ok(if left.is_empty() { Outcome::Fine } else { Outcome::No })
}

/// A table brought up to date with a registry, for fuzzing.
pub(crate) fn edited(table: &str, registry: &str) -> Result<String, String> {
    let registry = registry::read(registry, None)?;
    if toml::read(table).is_err() {
        return Err("no table".to_owned());
    }
    Ok(apply::apply(table, &registry)?.0)
}

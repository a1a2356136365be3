//! `close-code generate`: the documents of a table.

use core::fmt::Write as _;
use std::path::PathBuf;

use close_code_emitters::docs::source::MARKER;

use crate::failure::{self, Failure, Outcome};
use crate::progress::Progress;
use crate::write::{self, Change};
use crate::{files, interrupt, output, tables};

mod command;
mod documents;
mod watch;

use documents::Kind;
pub(crate) use documents::reference;

/// Generate documents, a page, a TypeScript module and JSON from a table
///
/// Writes the whole set or nothing, leaves alone what is up to date, and never overwrites a file that
/// it did not generate. The documents are named after the table's file; those of the built-in table are
/// `close-codes.*` and `index.html`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The table
    #[arg(default_value = "codes.toml")]
    file: PathBuf,

    /// Only these, separated by commas
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_parser = documents::parser())]
    only: Vec<Kind>,

    /// The folder to write to
    #[arg(long, value_name = "DIR", default_value = "docs")]
    out: PathBuf,

    /// Write nothing; fail where a file is not up to date
    #[arg(long, conflicts_with_all = ["watch", "force"])]
    check: bool,

    /// Generate again whenever the table is saved, until Ctrl-C
    #[arg(long)]
    watch: bool,

    /// Overwrite files that were not generated
    #[arg(long)]
    force: bool,
}

const EXAMPLES: &str = "\
Examples:
  close-code generate           # docs/ from codes.toml
  close-code generate --check   # for CI: fails when docs/ is stale
  close-code generate --watch   # while you edit the table
  close-code generate chat.toml --only typescript --out web/src

Exit codes: 0 up to date or written, 1 stale or the table has mistakes, 2 not possible.";

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    if files::is_stdin(&args.file) {
        return Err(Failure::wrong("`generate` takes a file, since the documents name it"));
    }
    if args.check {
        return check(args);
    }
    if args.watch { watch::run(args) } else { once(args) }
}

/// Generates what is not up to date, and tells what became of every file.
fn once(args: &Args) -> Result<Outcome, Failure> {
    let (rows, changes) = plan(args)?;
    if !args.force {
        refuse_foreign(args, &changes)?;
    }
    interrupt::listen()?;
    write::all(&changes)?;
    let mut report = format!("read       {} ({rows} rows)\n", files::shown(&args.file));
    for change in &changes {
        let what = if change.is_needed() { "written" } else { "unchanged" };
        let _ = writeln!(report, "{what:10} {}", files::shown(&change.path));
    }
    output::print(&report)?;
    Ok(Outcome::Fine)
}

/// Says which files are not up to date, and how to mend them.
fn check(args: &Args) -> Result<Outcome, Failure> {
    let (_, changes) = plan(args)?;
    let stale: Vec<_> = changes.iter().filter(|change| change.is_needed()).collect();
    for change in &stale {
        let what = match change.before {
            None => "is missing",
            Some(_) if is_foreign(change) => "is no generated file",
            Some(_) => "is stale",
        };
        failure::tell(&format!("{} {what}", files::shown(&change.path)));
    }
    if stale.is_empty() {
        let files = if changes.len() == 1 {
            "1 file is".to_owned()
        } else {
            format!("{} files are", changes.len())
        };
        output::print(&format!("{files} up to date\n"))?;
        return Ok(Outcome::Fine);
    }
    let force = if stale.iter().any(|change| is_foreign(change)) { " --force" } else { "" };
    let them = them(stale.len());
    failure::note(&format!("run `{}{force}` to bring {them} up to date", command::repair(args)));
    Ok(Outcome::No)
}

fn them(number: usize) -> &'static str {
    if number == 1 { "it" } else { "them" }
}

/// What there is to write, next to what is there. Tells the number of the table's rows as well.
fn plan(args: &Args) -> Result<(usize, Vec<Change>), Failure> {
    let mut progress = Progress::new("generating");
    let table = tables::read(&args.file)?;
    progress.tick(|| "the table is read".to_owned());
    let documents = documents::all(&table, &args.file, &command::name(&args.file))?;
    let is_wanted = |kind| args.only.is_empty() || args.only.contains(&kind);
    let mut changes = Vec::new();
    for document in documents.into_iter().filter(|document| is_wanted(document.kind)) {
        progress.tick(|| document.name.clone());
        changes.push(Change::new(args.out.join(document.name), document.contents)?);
    }
    Ok((table.table.rows().len(), changes))
}

/// Whether what there is to overwrite may be what a person has written.
fn is_foreign(change: &Change) -> bool {
    let before = change.before.as_deref().unwrap_or(MARKER.as_bytes());
    change.is_needed()
        && !String::from_utf8_lossy(&before[..before.len().min(4096)]).contains(MARKER)
}

/// Refuses to overwrite what a person may have written.
fn refuse_foreign(args: &Args, changes: &[Change]) -> Result<(), Failure> {
    let foreign: Vec<_> = changes
        .iter()
        .filter(|change| is_foreign(change))
        .map(|change| files::shown(&change.path))
        .collect();
    if foreign.is_empty() {
        return Ok(());
    }
    let have = if foreign.len() == 1 { "does" } else { "do" };
    Err(Failure::wrong(format!(
        "{} {have} not say `{MARKER}`, so nothing was written: move {} away, write to another folder with \
         `--out`, or run `{} --force`",
        foreign.join(", "),
        them(foreign.len()),
        command::repair(args),
    )))
}

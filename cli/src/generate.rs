//! `close-code generate`: the documents of a table.

use core::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, thread};

use close_code_emitters::docs::Source;
use close_code_emitters::docs::source::MARKER;
use close_code_emitters::typescript::Behind;

use crate::failure::{self, Failure, Outcome};
use crate::progress::Progress;
use crate::write::{self, Change};
use crate::{files, interrupt, output, tables};

mod documents;

pub(crate) use documents::reference;
use documents::{Document, Kind, Subject};

/// Generate documentation, a TypeScript or JavaScript module, and JSON from tables
///
/// Writes all documents or none, skips those that are up to date, and does not overwrite a file that it did
/// not generate (see `--force`). Files are named after the table: `chat.toml` gives `chat.*`. The built-in
/// table gives `close-codes.*`, `index.html`, `protocols.html` and `implementations.html`. The keys in
/// `[table.outputs]` of a table name other files: read them before you generate from a table that you do
/// not trust.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
pub(crate) struct Args {
    /// The tables
    #[arg(value_name = "FILE", default_value = DEFAULT)]
    files: Vec<PathBuf>,

    /// Only these formats, separated by commas
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_parser = documents::parser())]
    only: Vec<Kind>,

    /// Write all formats to this folder. Without it: the files in `[table.outputs]`, otherwise `docs/`
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// Do not include the built-in WebSocket codes in the modules
    #[arg(long)]
    own_only: bool,

    /// Import the built-in WebSocket codes from this module instead of including them
    #[arg(long, value_name = "MODULE", conflicts_with = "own_only")]
    protocol: Option<String>,

    /// Write nothing; fail if a file is not up to date
    #[arg(long, conflicts_with_all = ["watch", "force"])]
    check: bool,

    /// Print to standard output; needs one table and one `--only` format
    #[arg(long, requires = "only", conflicts_with_all = ["check", "watch", "force", "out"])]
    stdout: bool,

    /// Regenerate whenever the table is saved; stop with Ctrl-C
    #[arg(long)]
    watch: bool,

    /// Overwrite files that close-code did not generate
    #[arg(long)]
    force: bool,
}

/// The table to generate from if none is named.
const DEFAULT: &str = "codes.toml";

/// The folder to write to by default.
const FOLDER: &str = "docs";

const EXAMPLES: &str = "\
Examples:
  close-code generate           # docs/ from codes.toml
  close-code generate --check   # for CI: fails if docs/ is out of date
  close-code generate --watch   # while you edit the table
  close-code generate chat.toml --only typescript --out web/src
  close-code generate chat.toml fleet.toml --check
  close-code generate chat.toml --only schema --stdout

Exit codes: 0 written or up to date, 1 out of date or invalid table, 2 usage or I/O error.";

/// How often the table is read. Its contents are compared and not its times, so that every editor's way
/// to save a file is seen, on every file system.
const PACE: Duration = Duration::from_millis(200);

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    if args.files.iter().any(|file| files::is_stdin(file)) {
        return Err(Failure::wrong(
            "`generate` cannot read standard input, because the output files are named after the table",
        ));
    }
    if args.stdout {
        return print(args);
    }
    if args.check {
        return check(args);
    }
    if args.watch { watched(args) } else { once(args) }
}

/// Prints the one wanted document.
fn print(args: &Args) -> Result<Outcome, Failure> {
    let mut documents = Vec::new();
    each(args, |_, document| {
        documents.push(document);
        Ok(())
    })?;
    let [document] = documents.as_slice() else {
        let names: Vec<_> = documents.iter().map(|document| &*document.name).collect();
        return Err(Failure::wrong(format!(
            "`--stdout` prints one document, but these are {}: name one table and one format",
            names.join(", ")
        )));
    };
    output::print(&document.contents)?;
    Ok(Outcome::Fine)
}

/// Generates the files that are not up to date, and reports what happened to every file.
fn once(args: &Args) -> Result<Outcome, Failure> {
    let (read, changes) = plan(args)?;
    if !args.force {
        refuse_foreign(args, &changes)?;
    }
    interrupt::listen(interrupt::ENDS)?;
    write::all(&changes)?;
    let mut report = String::new();
    for (file, rows) in read {
        let _ = writeln!(report, "read       {} ({rows} rows)", files::shown(file));
    }
    for change in &changes {
        let what = if change.is_needed() { "written" } else { "unchanged" };
        let _ = writeln!(report, "{what:10} {}", files::shown(&change.path));
    }
    output::print(&report)?;
    Ok(Outcome::Fine)
}

/// Generates whenever the table is saved, until Ctrl-C. A mistake in the table is shown, and the documents
/// do not change.
fn watched(args: &Args) -> Result<Outcome, Failure> {
    interrupt::listen(0)?;
    match watch(args) {
        Err(Failure::Interrupted(_)) => interrupt::wanted(),
        result => result,
    }
}

fn watch(args: &Args) -> Result<Outcome, Failure> {
    let mut done = None;
    loop {
        let now = read(args)?;
        let is_there = now.iter().all(Option::is_some);
        if !is_there && done.is_none() {
            // The file never existed: that is a mistake, not a save.
            return once(args);
        }
        if is_there && done.as_ref() != Some(&now) {
            thread::sleep(PACE);
            // An editor may still be writing: wait until it is done.
            if read(args)? != now {
                continue;
            }
            report(once(args))?;
            let names: Vec<_> = args.files.iter().map(|file| files::shown(file)).collect();
            failure::note(&format!("watching {}; Ctrl-C ends", names.join(", ")));
            done = Some(now);
        }
        thread::sleep(PACE);
    }
}

/// The tables as they are now; `None` for one that cannot be read.
fn read(args: &Args) -> Result<Vec<Option<Vec<u8>>>, Failure> {
    let read = args.files.iter().map(|file| match files::bytes(file) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(end @ Failure::Interrupted(_)) => Err(end),
        Err(_) => Ok(None),
    });
    read.collect()
}

/// Reports what the next save can fix.
fn report(result: Result<Outcome, Failure>) -> Result<(), Failure> {
    match result {
        Err(Failure::Invalid(report)) => failure::say(&report),
        Err(Failure::Wrong(message)) => failure::tell(&message),
        Err(end) => return Err(end),
        Ok(_) => {}
    }
    Ok(())
}

/// Reports which files are not up to date, and how to update them.
fn check(args: &Args) -> Result<Outcome, Failure> {
    let (_, changes) = plan(args)?;
    let stale: Vec<_> = changes.iter().filter(|change| change.is_needed()).collect();
    for change in &stale {
        let what = match change.before {
            None => "is missing",
            Some(_) if is_foreign(change) => "is not a generated file",
            Some(_) => "is out of date",
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
    failure::note(&format!("run `{}{force}` to bring {them} up to date", repair(args)));
    Ok(Outcome::No)
}

fn them(number: usize) -> &'static str {
    if number == 1 { "it" } else { "them" }
}

/// The tables that were read, and the number of rows of each.
type Read<'a> = Vec<(&'a Path, usize)>;

/// Returns the files to write, with their current contents, and the number of rows of every table.
fn plan(args: &Args) -> Result<(Read<'_>, Vec<Change>), Failure> {
    let mut changes: Vec<Change> = Vec::new();
    let read = each(args, |path, document| {
        let change = Change::new(path, document.contents)?;
        if args.files.iter().any(|file| change.replaces(file)) {
            return Err(Failure::wrong(format!(
                "{} is the table itself: write to another folder with `--out`",
                files::shown(&change.path)
            )));
        }
        if changes.iter().any(|other| other.replaces(&change.path)) {
            return Err(Failure::wrong(format!(
                "two documents would be {}: generate the tables into different folders",
                files::shown(&change.path)
            )));
        }
        changes.push(change);
        Ok(())
    })?;
    Ok((read, changes))
}

/// Generates every wanted document and passes it on with its file.
fn each(
    args: &Args,
    mut made: impl FnMut(PathBuf, Document) -> Result<(), Failure>,
) -> Result<Read<'_>, Failure> {
    let mut progress = Progress::new("generating");
    let built_in = &tables::built_in()?;
    let mut read = Vec::new();
    for file in &args.files {
        let table = &tables::read(file)?;
        progress.tick(|| files::shown(file));
        let source = &Source::new(&name_of(file));
        let behind = match &args.protocol {
            Some(module) => Behind::Imported(module),
            None if args.own_only => Behind::LeftOut,
            None => Behind::Included,
        };
        let subject = Subject { table, built_in, behind, source };
        let outputs = subject.outputs(file);
        let mut count = 0;
        let is_wanted = |kind| args.only.is_empty() || args.only.contains(&kind);
        for document in subject.documents(file, is_wanted)? {
            progress.tick(|| document.name.clone());
            let path = match (&args.out, outputs.as_slice()) {
                (Some(folder), _) => folder.join(&document.name),
                (None, outputs) if outputs.is_empty() || args.stdout => {
                    Path::new(FOLDER).join(&document.name)
                }
                (None, outputs) => {
                    let asked = outputs.iter().find(|(kind, _)| *kind == document.output());
                    let Some((_, path)) = asked else { continue };
                    path.clone()
                }
            };
            made(path, document)?;
            count += 1;
        }
        if count == 0 && !args.only.is_empty() {
            let names: Vec<_> = args.only.iter().map(|kind| kind.name()).collect();
            return Err(Failure::wrong(format!(
                "`[table.outputs]` of {} has no file for {}: add one, or name a folder with `--out`",
                files::shown(file),
                names.join(", ")
            )));
        }
        read.push((file.as_path(), table.table.rows().len()));
    }
    Ok(read)
}

/// Whether the file to overwrite may have been written by a person.
fn is_foreign(change: &Change) -> bool {
    let before = change.before.as_deref().unwrap_or(MARKER.as_bytes());
    change.is_needed()
        && !String::from_utf8_lossy(&before[..before.len().min(4096)]).contains(MARKER)
}

/// Rejects changes to files that a person may have written.
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
        repair(args),
    )))
}

/// The name of the table's file in its documents: as seen from the current folder, so that the
/// documents are the same on every machine.
fn name_of(file: &Path) -> String {
    let relative = env::current_dir().ok().and_then(|folder| file.strip_prefix(folder).ok());
    let name = match relative {
        Some(relative) => relative,
        None if file.is_absolute() => file.file_name().map_or(file, Path::new),
        None => file.strip_prefix(".").unwrap_or(file),
    };
    name.to_string_lossy().replace('\\', "/")
}

/// The command that repairs what `--check` complains about.
fn repair(args: &Args) -> String {
    let mut command = "close-code generate".to_owned();
    if args.files != [Path::new(DEFAULT)] {
        for file in &args.files {
            let _ = write!(command, " {}", files::quoted(file));
        }
    }
    if !args.only.is_empty() {
        let names: Vec<_> = args.only.iter().map(|kind| kind.name()).collect();
        let _ = write!(command, " --only {}", names.join(","));
    }
    if let Some(folder) = &args.out {
        let _ = write!(command, " --out {}", files::quoted(folder));
    }
    if args.own_only {
        command.push_str(" --own-only");
    }
    if let Some(module) = &args.protocol {
        let _ = write!(command, " --protocol {}", files::quoted(Path::new(module)));
    }
    command
}

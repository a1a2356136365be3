//! `close-code list`: the rows of a table.

use std::path::PathBuf;

use close_code_codegen::naming::letters;
use close_code_codegen::nearest;
use close_code_emitters::docs::entry::{self, Entry};
use close_code_emitters::docs::words;

use crate::failure::{self, Failure, Outcome};
use crate::files;
use crate::tables::{self, Named};

mod format;
mod grid;

use format::Format;
use grid::Row;

/// List the codes and ranges of a table
///
/// The column USE shows `script` if `WebSocket.close()` accepts the code, `wire` if it may be sent in a Close
/// frame, but not from a page, and `local` if it is only reported. With several filters, a row must match
/// all. Without `--table` the command lists the built-in table; `--table all` lists every known protocol too.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The name of a known protocol, a file, or `all`
    #[arg(long, short, value_name = "NAME|FILE|all")]
    table: Option<PathBuf>,

    /// Only the rows of this class, such as `Protocol` or `Library`
    #[arg(long, value_name = "CLASS")]
    class: Option<String>,

    /// Only codes that may be sent in a Close frame; `--wire=no` for the others
    #[arg(long, value_name = "yes|no", num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    wire: Option<Flag>,

    /// Only codes that are reported locally and never sent; `--local=no` for the others
    #[arg(long, value_name = "yes|no", num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    local: Option<Flag>,

    /// Only codes that `WebSocket.close()` accepts; `--script=no` for the others
    #[arg(long, value_name = "yes|no", num_args = 0..=1, require_equals = true, default_missing_value = "yes")]
    script: Option<Flag>,

    /// Only codes sent by this end
    #[arg(long, value_name = "WHO", value_parser = ["client", "server", "either", NOBODY])]
    sender: Option<String>,

    /// Only rows with this reconnect advice
    #[arg(
        long,
        value_name = "ADVICE",
        value_parser = ["never", "after-change", "immediately", "backoff", "after", "unspecified"]
    )]
    reconnect: Option<String>,

    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// The same as `--format json`
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

/// A flag of a row.
#[derive(Clone, Copy, Debug, Eq, PartialEq, clap::ValueEnum)]
enum Flag {
    Yes,
    No,
}

/// The sender of a code that must not be sent.
const NOBODY: &str = "nobody";

const EXAMPLES: &str = "\
Examples:
  close-code list
  close-code list --class protocol --wire
  close-code list --table pusher --reconnect never
  close-code list --table all --format csv
  close-code list --table chat.toml --format markdown

Exit codes: 0 listed; 1 no row matches the filters; 2 wrong use, or a file that cannot be read.";

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let tables = tables(args)?;
    let rows: Vec<Row<'_>> = tables
        .iter()
        .flat_map(|table| {
            entry::entries(&table.table).into_iter().map(move |entry| Row { table, entry })
        })
        .filter(|row| passes(args, &row.entry))
        .collect();
    class_exists(args, &tables)?;
    let format = if args.json { Format::Json } else { args.format };
    format.print(&rows, tables.len() > 1)?;
    if rows.is_empty() {
        failure::note("no row matches the filters");
        return Ok(Outcome::No);
    }
    Ok(Outcome::Fine)
}

/// The tables to list.
fn tables(args: &Args) -> Result<Vec<Named>, Failure> {
    match &args.table {
        None => Ok(vec![tables::built_in()?]),
        Some(all) if all.as_os_str() == "all" && !all.exists() => tables::all(),
        Some(wanted) => Ok(vec![tables::find(wanted)?]),
    }
}

/// Whether a row passes all filters.
fn passes(args: &Args, entry: &Entry<'_>) -> bool {
    let row = entry.row;
    let is = |wanted: Option<Flag>, flag: bool| {
        wanted.is_none_or(|wanted| (wanted == Flag::Yes) == flag)
    };
    let said =
        |wanted: &Option<String>, word: &str| wanted.as_ref().is_none_or(|wanted| wanted == word);
    let sender = words::sender_key(entry);
    let class = row.class.as_deref().unwrap_or_default();
    args.class.as_ref().is_none_or(|wanted| letters(wanted) == letters(class))
        && is(args.wire, entry.flags.wire)
        && is(args.local, entry.flags.local)
        && is(args.script, entry.flags.script)
        && said(&args.sender, sender)
        && said(&args.reconnect, row.reconnect.word())
}

/// Refuses a class that no row has: that is a mistake, and not an empty answer.
fn class_exists(args: &Args, tables: &[Named]) -> Result<(), Failure> {
    let Some(wanted) = &args.class else { return Ok(()) };
    let rows = tables.iter().flat_map(|table| table.table.rows());
    let mut classes: Vec<&str> = rows.filter_map(|row| row.class.as_deref()).collect();
    classes.dedup();
    if classes.iter().any(|class| letters(class) == letters(wanted)) {
        return Ok(());
    }
    classes.sort_unstable();
    classes.dedup();
    let hint = match (classes.len(), nearest::nearest(wanted, &classes)) {
        (0, _) => "the table has no classes".to_owned(),
        (count @ 13.., None) => {
            let few = nearest::listed(&classes[..5], "or");
            format!("write {few}, or one of {} others", count - 5)
        }
        _ => nearest::suggestion(wanted, &classes),
    };
    let wanted = files::shown(wanted.as_ref());
    Err(Failure::wrong(format!("no class `{wanted}`: {hint}")))
}

//! `close-code init`: writes a starter table.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use close_code_codegen::naming;

use crate::failure::{self, Failure, Outcome};
use crate::{files, output, schema};

/// Write a starter table
///
/// Never overwrites a file. The enum is named after the file: `fleet.toml` has `FleetClose`.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The table to write; `-` for standard output
    #[arg(default_value = "codes.toml")]
    file: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  close-code init             # codes.toml
  close-code init fleet.toml
  close-code init -           # print it

Exit codes: 0 written; 2 the file exists already, or cannot be written.";

/// The table. `NAME` and `SCHEMA` are filled in.
const TABLE: &str = include_str!("init/table.toml");

pub(crate) fn run(args: &Args) -> Result<Outcome, Failure> {
    let table = table(&args.file);
    if files::is_stdin(&args.file) {
        output::print(&table)?;
        return Ok(Outcome::Fine);
    }
    let shown = files::shown(&args.file);
    let written =
        File::create_new(&args.file).and_then(|mut file| file.write_all(table.as_bytes()));
    if let Err(error) = written {
        return Err(Failure::wrong(if error.kind() == io::ErrorKind::AlreadyExists {
            format!("{shown} exists already: choose another name")
        } else {
            format!("cannot write {shown}: {}", files::why(&error))
        }));
    }
    output::print(&format!("written    {shown}\n"))?;
    let quoted = files::quoted(&args.file);
    failure::note(&format!("edit it, then run `close-code check {quoted}`"));
    Ok(Outcome::Fine)
}

fn table(file: &Path) -> String {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    // `codes` and `-` name no protocol.
    let name = naming::variant(stem).filter(|name| name != "Codes" && !naming::is_keyword(name));
    let name = name.unwrap_or_else(|| "My".to_owned());
    let name = name.strip_suffix("Close").unwrap_or(&name);
    TABLE.replace("NAME", &format!("{name}Close")).replace("SCHEMA", schema::ADDRESS)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::table;

    #[test]
    fn every_file_name_gives_a_table_without_mistakes() {
        for (file, name) in [
            ("codes.toml", "MyClose"),
            ("fleet.toml", "FleetClose"),
            ("web/chat-room.toml", "ChatRoomClose"),
            ("FleetClose.toml", "FleetClose"),
            ("4000.toml", "MyClose"),
            ("übersicht.toml", "MyClose"),
            ("-", "MyClose"),
            ("", "MyClose"),
        ] {
            let source = table(Path::new(file));
            match close_code_codegen::toml::read(&source) {
                Ok(table) => assert_eq!(table.head().name, name, "{file}"),
                Err(problems) => panic!("{file}: {problems:?}"),
            }
        }
    }
}

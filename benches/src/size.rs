//! Size added to a program.

use std::path::Path;
use std::{fs, io};

use object::{Object as _, ObjectSection as _, SectionFlags};

use crate::program::{HTTP, Program, TUNGSTENITE, close_code};
use crate::table::Table;

/// Bytes that each program has beyond one that reads a number and writes it.
pub fn tables(folder: &Path) -> io::Result<Vec<Table>> {
    let bare = loaded(folder, "bare", "", "println!(\"{number}\");")?;
    let subjects = [
        (
            "close-code, classified and printed",
            close_code(&[]),
            "let code = close_code::CloseCode::new(number); println!(\"{code} {:?}\", code.class());",
        ),
        (
            "close-code, every text of the table",
            close_code(&[]),
            "let code = close_code::CloseCode::new(number); let row = code.entry(); \
             println!(\"{code} {:?} {} {} {} {} {}\", code.class(), row.name(), row.constant(), \
             row.meaning(), row.description(), row.reference().concat());",
        ),
        (
            "close-code, printed with `{:?}`",
            close_code(&[]),
            "println!(\"{:?}\", close_code::CloseCode::new(number));",
        ),
        (
            "close-code, reconnect advice",
            close_code(&[]),
            "let code = close_code::CloseCode::new(number); println!(\"{number} {}\", \
             code.reconnect());",
        ),
        (
            PREDICATES,
            close_code(&[]),
            "let code = close_code::CloseCode::new(number); println!(\"{number} {} {} {} {}\", \
             code.is_valid_on_wire(), code.is_local_only(), code.is_settable_by_script(), \
             code.is_sendable_by(close_code::Role::Server));",
        ),
        (
            "tungstenite's enum, printed with number and name",
            TUNGSTENITE.to_owned(),
            "let code = tungstenite::protocol::frame::coding::CloseCode::from(number); \
             println!(\"{code} {:?} {}\", code, code.is_allowed());",
        ),
        (
            "`http::StatusCode`, printed with its text",
            HTTP.to_owned(),
            "if let Ok(code) = http::StatusCode::from_u16(number) { \
             println!(\"{code} {}\", code.is_server_error()); }",
        ),
    ];
    let caption =
        "Bytes of code and data added to a release build of a program that prints a number";
    let mut table = Table::new("size", caption, &["bytes"], 0);
    for (at, (name, dependencies, body)) in subjects.iter().enumerate() {
        table.push(*name, [loaded(folder, &format!("size-{at}"), dependencies, body)? - bare]);
    }
    // The formatting of four truth values is no part of the predicates.
    let body =
        "println!(\"{number} {} {} {} {}\", number > 9, number > 8, number > 7, number > 6);";
    let printed = loaded(folder, "size-printed", "", body)? - bare;
    if let Some(row) = table.rows.iter_mut().find(|row| row.name == PREDICATES) {
        row.figures = row.figures.iter().map(|bytes| bytes.map(|bytes| bytes - printed)).collect();
    }
    Ok(vec![table])
}

const PREDICATES: &str = "close-code, only the predicates";

/// The bytes of the sections that are loaded when the program runs.
fn loaded(folder: &Path, name: &str, dependencies: &str, body: &str) -> io::Result<f64> {
    let main = format!(
        "fn main() {{ let number: u16 = std::env::args().count() as u16 + 999; {body} }}\n"
    );
    let program = Program::new(folder, name, dependencies, &main)?;
    program.build(&["--release"])?;
    let bytes = fs::read(program.release())?;
    let file = object::File::parse(&*bytes).map_err(io::Error::other)?;
    let is_loaded = |flags| match flags {
        SectionFlags::Elf { sh_flags } => sh_flags & u64::from(object::elf::SHF_ALLOC) != 0,
        _ => false,
    };
    // A linker fills the page after the data that is read-only after its relocation.
    let is_padding = |name: object::Result<&str>| name.is_ok_and(|name| name.ends_with("_padding"));
    let sections =
        file.sections().filter(|section| is_loaded(section.flags()) && !is_padding(section.name()));
    #[allow(clippy::cast_precision_loss, reason = "some megabytes")]
    Ok(sections.map(|section| section.size()).sum::<u64>() as f64)
}

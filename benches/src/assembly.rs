//! The assembly of the two hottest functions.

use std::path::Path;
use std::{fs, io};

use crate::child::{cargo, run};
use crate::program::{Program, close_code};

/// The assembly of `kind()` and of `is_valid_on_wire()`, each with a name.
pub fn listings(folder: &Path) -> io::Result<Vec<(String, String)>> {
    let main = "
pub mod shown {
    use close_code::{CloseCode, CloseKind};
    #[inline(never)]
    pub fn kind(code: CloseCode) -> CloseKind { code.kind() }
    #[inline(never)]
    pub fn is_valid_on_wire(code: CloseCode) -> bool { code.is_valid_on_wire() }
}
fn main() {
    let code = close_code::CloseCode::new(std::env::args().count() as u16);
    println!(\"{:?} {}\", shown::kind(code), shown::is_valid_on_wire(code));
}
";
    let program = Program::new(folder, "assembly", &close_code(&[]), main)?;
    let target = program.folder.join("target");
    let arguments =
        ["rustc", "--quiet", "--offline", "--release", "--", "--emit=asm", "-Cdebuginfo=0"];
    let intel = ["-Cllvm-args=--x86-asm-syntax=intel"];
    run(&mut cargo(&program.folder, &[&arguments[..], &intel].concat()))?;
    let mut text = String::new();
    for file in fs::read_dir(target.join("release/deps"))? {
        let path = file?.path();
        if path.extension().is_some_and(|extension| extension == "s") {
            text = fs::read_to_string(path)?;
        }
    }
    let names = ["kind", "is_valid_on_wire"];
    let listings = names.map(|name| (name.to_owned(), function(&text, name)));
    match listings.iter().find(|(_, listing)| listing.is_empty()) {
        Some((name, _)) => Err(io::Error::other(format!("the assembly has no `{name}`"))),
        None => Ok(listings.into()),
    }
}

/// The instructions of a function, without the assembler's directives.
fn function(assembly: &str, name: &str) -> String {
    let label = format!("5shown{}{name}", name.len());
    let lines = assembly.lines().skip_while(|line| !(line.contains(&label) && line.ends_with(':')));
    let mut text = String::new();
    for line in lines.skip(1).take_while(|line| !line.contains(".cfi_endproc")) {
        let is_directive = line.trim_start().starts_with('.') && !line.starts_with(".LBB");
        if !is_directive && !line.trim().is_empty() {
            text += &line.replace('\t', "    ").replace("    ", "  ");
            text.push('\n');
        }
    }
    text
}

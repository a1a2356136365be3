//! `docs/interop.md` compared with the code that it shows.

use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::lock::Lock;

/// The page with every block that follows `<!-- NAME.rs -->` taken from the file of that name.
fn with_code(page: &str, folder: &Path) -> String {
    let mut made = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        made += line;
        made += "\n";
        let Some(name) = line.strip_prefix("<!-- ").and_then(|line| line.strip_suffix(" -->"))
        else {
            continue;
        };
        let code = fs::read_to_string(folder.join(name)).expect(name);
        made += &format!("```rust\n{}```\n", shown(&code));
        assert_eq!(lines.next(), Some("```rust"), "{name}");
        assert!(lines.any(|line| line == "```"), "{name}");
    }
    made
}

/// The code without what is there for the tests: the heading, and who may call it.
fn shown(code: &str) -> String {
    let code = code.lines().skip_while(|line| line.starts_with("//!") || line.is_empty());
    code.map(|line| line.replace("pub(crate) ", "") + "\n").collect()
}

#[test]
fn the_page_shows_the_code_that_runs() {
    let code = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/interop/conversions");
    let made = with_code(&page(), &code);
    if env::var_os("BLESS").is_some_and(|bless| bless == "1") {
        fs::write(path(), &made).expect("a folder");
    }
    let page = page();
    let differs = page.lines().zip(made.lines()).find(|(shown, code)| shown != code);
    assert!(page == made, "docs/interop.md: {differs:?}; BLESS=1 writes it");
    // Every file of code is on the page.
    for file in fs::read_dir(code).expect("a folder") {
        let name = file.expect("a file").file_name().into_string().expect("a name");
        let is_code = !["meetings.rs", "page.rs"].contains(&&*name);
        assert_eq!(page.contains(&format!("<!-- {name} -->")), is_code, "{name}");
    }
}

#[test]
fn the_versions_on_the_page_are_those_that_run() {
    let lock = Lock::read();
    let mut run = 0;
    for row in page().lines().filter(|line| line.ends_with("| runs |")) {
        run += 1;
        let cells: Vec<_> = row.split('|').map(str::trim).collect();
        let name = cells[1].trim_start_matches('[').split(']').next().expect("a name");
        let package: &[&str] =
            if name == "tungstenite" { &["tokio-tungstenite", name] } else { &[name] };
        assert_eq!(lock.version(package), cells[2], "{name}");
        // Which tungstenite is in it.
        let Some(inside) = cells[3].split_once("tungstenite").map(|(_, version)| version) else {
            continue;
        };
        let minor = inside.split_whitespace().find(|word| word.starts_with("0.")).expect(row);
        let package: &[&str] = match name {
            "async-tungstenite" | "reqwest-websocket" | "tokio-tungstenite" => {
                &[name, "tungstenite"]
            }
            _ => &[name, "tokio-tungstenite", "tungstenite"],
        };
        assert!(lock.version(package).starts_with(&format!("{minor}.")), "{row}");
    }
    assert_eq!(run, 12);
}

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/interop.md")
}

fn page() -> String {
    fs::read_to_string(path()).expect("a page")
}

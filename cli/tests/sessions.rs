//! Sessions with the command: every file in `tests/sessions`, and those in the documents, are played again,
//! and have to show the same. The other commands of the documents are run.
//!
//! `BLESS=1 cargo test -p close-code-cli` records them again.

use std::path::{Path, PathBuf};
use std::{env, fs};

mod support;

use support::{folder, names_in, play};

#[test]
fn sessions_are_as_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sessions");
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    let different: Vec<_> = files.iter().filter(|file| !is_as_recorded(file)).collect();
    assert!(different.is_empty(), "not as recorded: {different:?}; `BLESS=1` records them again");
}

fn is_as_recorded(file: &Path) -> bool {
    let recorded = fs::read_to_string(file).unwrap();
    let played = play::session(&recorded, file.file_stem().unwrap().to_str().unwrap());
    accept(file, &recorded, &played)
}

/// The commands of the documents that no test here runs, each with the reason.
const ELSEWHERE: [(&str, &str); 6] = [
    ("cargo build", "it compiles: tests/checks plays it"),
    ("cargo test --workspace --all-features", "this test is part of it"),
    ("cargo install --path cli", "it installs what these tests run"),
    ("apt-get install chromium chromium-driver valgrind", "it installs packages"),
    ("npm ci --prefix tests/web", "it downloads packages"),
    ("npm ci --prefix tests/browser", "it downloads packages"),
];

fn is_elsewhere(command: &str) -> bool {
    ELSEWHERE.iter().any(|(other, _)| *other == command)
}

/// The documents that show commands: those for people who use the project, and for those who work on it.
fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files: Vec<_> =
        ["README.md", "CONTRIBUTING.md", "cli/README.md"].map(|name| root.join(name)).into();
    let docs = fs::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path());
    files.extend(docs.filter(|path| path.extension().is_some_and(|ending| ending == "md")));
    files
}

#[test]
fn sessions_in_the_documents_are_as_recorded() {
    for (index, file) in documents().iter().enumerate() {
        let recorded = fs::read_to_string(file).unwrap();
        let played = play_blocks(&recorded, &format!("document-{index}"));
        assert!(accept(file, &recorded, &played), "{file:?}: `BLESS=1` records its sessions again");
    }
}

/// The commands of the blocks of shell, which show no output: they succeed, and what `generate` writes is
/// what is committed.
#[test]
fn commands_in_the_documents_run() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folder = folder("clone");
    for file in ["codes.toml", "compat.toml", "libraries.toml"] {
        fs::copy(root.join(file), folder.join(file)).unwrap();
    }
    fs::create_dir(folder.join("tables")).unwrap();
    for table in names_in(&root.join("tables")) {
        fs::copy(root.join("tables").join(&table), folder.join("tables").join(&table)).unwrap();
    }
    let texts: Vec<_> = documents().iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let blocks = texts.iter().flat_map(|text| text.split("```sh\n").skip(1));
    let lines = blocks.flat_map(|rest| rest.split("```").next().unwrap().lines());
    let mut ran = 0;
    for line in lines {
        let command = line.split(" #").next().unwrap().trim();
        if !is_elsewhere(command) {
            let shown = play::run(command, &folder);
            assert!(!shown.ends_with("]\n"), "{command}: {shown}");
            ran += 1;
        }
    }
    assert!(ran > 0, "no document shows a command");
    for document in names_in(&folder.join("docs")) {
        let path = Path::new("docs").join(document);
        let read = |folder: &Path| fs::read_to_string(folder.join(&path)).unwrap();
        assert!(read(&folder) == read(&root), "{path:?} is not what is committed");
    }
    for (command, _) in ELSEWHERE {
        assert!(texts.iter().any(|text| text.contains(command)), "no document shows `{command}`");
    }
}

/// The document with its sessions as they go now: the blocks that are marked as a console. A block of TOML
/// that begins with the name of a file, `# chat.toml`, is that file in the sessions below it.
fn play_blocks(recorded: &str, name: &str) -> String {
    const MARK: &str = "```console\n";
    let (mut played, mut blocks) = (String::new(), 0);
    let mut files = Vec::new();
    let mut rest = recorded;
    while let Some((before, block)) = rest.split_once(MARK) {
        let (block, after) = block.split_once("```").unwrap();
        files.extend(before.split("```toml\n# ").skip(1).map(|file| {
            let (name, contents) = file.split_once('\n').unwrap();
            (name, contents.split_once("```").unwrap().0)
        }));
        let folder = folder(&format!("{name}-{blocks}"));
        for (name, contents) in &files {
            fs::write(folder.join(name), contents).unwrap();
        }
        played.push_str(before);
        played.push_str(MARK);
        let command = block.lines().next().and_then(|line| line.strip_prefix("$ "));
        if command.is_some_and(is_elsewhere) {
            played.push_str(block);
        } else {
            played.push_str(&play::session_in(&folder, block));
        }
        played.push_str("```");
        blocks += 1;
        rest = after;
    }
    played + rest
}

/// Whether a text is as recorded; with `BLESS=1` it is recorded.
fn accept(file: &Path, recorded: &str, played: &str) -> bool {
    if recorded == played {
        return true;
    }
    if env::var_os("BLESS").is_some() {
        fs::write(file, played).unwrap();
        return true;
    }
    eprintln!("--- {}", file.display());
    for difference in diff(recorded, played) {
        eprintln!("{difference}");
    }
    false
}

/// The lines that differ, without the equal ones before and after.
fn diff(recorded: &str, played: &str) -> Vec<String> {
    let (mut old, mut new): (Vec<_>, Vec<_>) =
        (recorded.lines().collect(), played.lines().collect());
    while !old.is_empty() && old.first() == new.first() {
        (old, new) = (old.split_off(1), new.split_off(1));
    }
    while !old.is_empty() && old.last() == new.last() {
        old.pop();
        new.pop();
    }
    let old = old.iter().map(|line| format!("-{line}"));
    old.chain(new.iter().map(|line| format!("+{line}"))).collect()
}

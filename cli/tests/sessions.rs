//! Sessions with the command: every file in `tests/sessions`, and those in the READMEs of the workspace
//! and of the command, are played again, and have to show the same.
//!
//! `BLESS=1 cargo test -p close-code-cli` records them again.

use std::path::{Path, PathBuf};
use std::{env, fs};

mod support;

use support::{folder, play};

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

#[test]
fn sessions_in_the_readmes_are_as_recorded() {
    for readme in ["README.md", "../README.md"] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(readme);
        let recorded = fs::read_to_string(&file).unwrap();
        let played = play_blocks(&recorded, &readme.replace("../", "workspace-"));
        assert!(
            accept(&file, &recorded, &played),
            "{file:?}: `BLESS=1` records its sessions again"
        );
    }
}

/// The README with its sessions as they go now: the blocks that are marked as a console. A block of TOML
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
        played.push_str(&play::session_in(&folder, block));
        played.push_str("```");
        blocks += 1;
        rest = after;
    }
    assert!(blocks > 0, "{name} shows no session");
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

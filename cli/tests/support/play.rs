//! Plays a session: commands after `$ `, and below each its output.
//!
//! Lines of the standard error output begin with `! `, and an exit code other than 0 is in brackets.
//! Besides `close-code`, which may also be called `cargo run --` as in a clone of the repository, there are
//! `cat`, `rm`, `cp` and `append FILE TEXT`, and `< FILE` as in a shell.

use core::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::{close_code, folder, texts, with_input};

/// The session as it goes now, in a folder of its own that has the fixtures in it.
pub(crate) fn session(recorded: &str, name: &str) -> String {
    session_in(&folder(name), recorded)
}

/// The session as it goes now in a folder.
pub(crate) fn session_in(folder: &Path, recorded: &str) -> String {
    let mut played = String::new();
    let mut in_output = false;
    for line in recorded.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            let _ = writeln!(played, "{line}");
            played.push_str(&run(command, folder));
            in_output = true;
        } else if line.starts_with('#') && !in_output {
            let _ = writeln!(played, "{line}");
        }
    }
    played
}

/// What a command shows.
pub(crate) fn run(command: &str, folder: &Path) -> String {
    let words = words(command);
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    let mut input = Vec::new();
    if let [.., "<", file] = words[..] {
        input = fs::read(folder.join(file)).unwrap();
        words.truncate(words.len() - 2);
    }
    let variables = words.iter().take_while(|word| word.contains('=')).count();
    let (variables, words) = words.split_at(variables);
    match words {
        ["cat", file] => return fs::read_to_string(folder.join(file)).unwrap(),
        ["rm", file] => fs::remove_file(folder.join(file)).unwrap(),
        ["cp", from, to] => drop(fs::copy(folder.join(from), folder.join(to)).unwrap()),
        ["append", file, text] => {
            let before = fs::read_to_string(folder.join(file)).unwrap_or_default();
            fs::write(folder.join(file), format!("{before}{text}\n")).unwrap();
        }
        ["close-code", arguments @ ..] | ["cargo", "run", "--", arguments @ ..] => {
            let mut command = close_code(folder);
            command.args(arguments);
            for variable in variables {
                let (name, value) = variable.split_once('=').unwrap();
                command.env(name, value);
            }
            return shown(&with_input(command, &input));
        }
        _ => panic!("a session cannot run `{command}`"),
    }
    String::new()
}

/// What a person sees of an output.
fn shown(output: &std::process::Output) -> String {
    let (stdout, stderr) = texts(output);
    let mut text = stdout;
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    for line in stderr.lines() {
        let _ = writeln!(text, "! {line}");
    }
    match output.status.code() {
        Some(0) => {}
        code => {
            let code = code.map_or("killed".to_owned(), |code| code.to_string());
            let _ = writeln!(text, "[{code}]");
        }
    }
    text
}

/// The words of a command line, as a shell has them.
fn words(line: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut quote = None;
    let mut is_open = false;
    for c in line.chars() {
        match (quote, c) {
            (Some(mark), c) if c == mark => quote = None,
            (None, '\'' | '"') => {
                quote = Some(c);
                if !is_open {
                    words.push(String::new());
                    is_open = true;
                }
            }
            (None, ' ') => is_open = false,
            (_, c) => {
                if !is_open {
                    words.push(String::new());
                    is_open = true;
                }
                words.last_mut().unwrap().push(c);
            }
        }
    }
    words
}

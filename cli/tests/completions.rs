//! Completions in real shells.
#![cfg(unix)]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

mod support;

use support::{close_code, folder, texts};

/// Lines that are typed, and words that have to be offered then.
const CASES: &[(&str, &[&str])] = &[
    ("close-code ex", &["explain"]),
    ("close-code list --", &["--table", "--class", "--reconnect", "--format"]),
    ("close-code list --class ", &["Protocol", "Library"]),
    ("close-code list --table pus", &["pusher"]),
    ("close-code explain --table ", &["close-codes", "graphql-ws"]),
    ("close-code check --deny ", &["undescribed", "warnings"]),
    ("close-code drift --registry", &["--registry-date"]),
    ("close-code generate --only ", &["typescript", "html"]),
    ("close-code man ", &["explain", "generate"]),
    ("close-code completions z", &["zsh"]),
];

/// Writes the script for a shell into a folder.
fn script(folder: &Path, shell: &str, name: &str) {
    let output = close_code(folder).args(["completions", shell]).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    fs::write(folder.join(name), &output.stdout).unwrap();
}

/// What a shell prints.
fn run(folder: &Path, shell: &str, arguments: &[&str]) -> String {
    let mut command = Command::new(shell);
    command.args(arguments).current_dir(folder).stdin(Stdio::null()).env("TERM", "dumb");
    let output = command.output().unwrap();
    let (stdout, stderr) = texts(&output);
    assert!(output.status.success(), "{stdout}\n{stderr}");
    stdout
}

/// The function is called as bash calls it when the user presses Tab.
#[test]
fn bash_completes() {
    let folder = folder("completions-bash");
    script(&folder, "bash", "close-code.bash");
    for (line, expected) in CASES {
        let call = "\
            source ./close-code.bash; \
            COMP_LINE=$1; COMP_POINT=${#1}; read -ra COMP_WORDS <<< \"$1\"; \
            [[ $1 == *' ' ]] && COMP_WORDS+=(''); \
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); \
            [[ $(complete -p close-code) =~ -F\\ ([^ ]+) ]]; \
            ${BASH_REMATCH[1]} close-code \"${COMP_WORDS[-1]}\" \"${COMP_WORDS[-2]}\"; \
            printf '%s\\n' \"${COMPREPLY[@]}\"";
        let offered = run(&folder, "bash", &["--norc", "-c", call, "bash", line]);
        let words: Vec<&str> = offered.lines().collect();
        for word in *expected {
            assert!(words.contains(word), "{line:?}: {word} in {words:?}");
        }
        let current = line.rsplit(' ').next().unwrap();
        assert!(words.iter().all(|word| word.starts_with(current)), "{line:?}: {words:?}");
    }
}

/// A shell in a terminal of its own, where Tab is pressed.
#[test]
fn zsh_completes() {
    if Command::new("zsh").arg("--version").output().is_err() {
        assert!(std::env::var_os("CLOSE_CODE_REQUIRE_ALL").is_none(), "zsh is missing");
        eprintln!("skipped: zsh is missing");
        return;
    }
    let folder = folder("completions-zsh");
    script(&folder, "zsh", "_close-code");
    // At each prompt a line is typed and completed, then removed. What is shown until the next prompt is
    // the answer; a prompt says so itself, since only then the line editor has the terminal.
    let drive = r#"
        zmodload zsh/zpty
        zpty inner zsh -f -i
        prompt() { zpty -r inner shown '*at the prompt*' || exit 1; print -r -- $shown; }
        zpty -w inner 'PS1=; stty columns 500; LISTMAX=1000; fpath=($PWD $fpath)'
        zpty -w inner 'autoload -Uz compinit; compinit -D -u'
        zpty -w inner 'zle-line-init() { print "at the"" prompt" }; zle -N zle-line-init'
        prompt > /dev/null
        for line; do
            zpty -w -n inner $line$'\t\C-u\n'
            prompt
        done
    "#;
    let lines: Vec<&str> = CASES.iter().map(|(line, _)| *line).collect();
    let shown = run(&folder, "zsh", &[&["-f", "-c", drive, "zsh"], &lines[..]].concat());
    let answers: Vec<&str> = shown.split("at the prompt").collect();
    assert_eq!(answers.len(), CASES.len() + 1, "{shown}");
    for ((line, expected), answer) in CASES.iter().zip(answers) {
        // The only match is completed: what is shown then begins after what was typed.
        let typed = line.rsplit(' ').next().unwrap();
        for word in *expected {
            let rest = word.strip_prefix(typed).unwrap();
            assert!(answer.contains(rest), "{line:?}: {word} in {answer}");
        }
    }
}

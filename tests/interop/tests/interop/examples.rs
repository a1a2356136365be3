//! The examples: as modules for the tests that use their code, and run as the programs that they are.

#![expect(dead_code, reason = "a module has no main, and what only main calls is not called")]

use std::path::Path;
use std::process::Command;
use std::{env, fs};

#[path = "../../examples/actix.rs"]
pub mod actix;
#[path = "../../examples/axum.rs"]
pub mod axum;
#[path = "../../examples/fastwebsockets.rs"]
pub mod fastwebsockets;
#[path = "../../examples/reconnect.rs"]
pub mod reconnect;
#[path = "../../examples/tokio_tungstenite.rs"]
pub mod tokio_tungstenite;
#[path = "../../examples/tokio_websockets.rs"]
pub mod tokio_websockets;

/// Runs an example to its end and returns what it printed.
#[track_caller]
fn output(example: &str) -> String {
    // Cargo puts tests into `deps` and examples beside it, and builds both before it runs a test.
    let mut path = env::current_exe().expect("a path");
    path.pop();
    path.pop();
    let path = path.join("examples").join(format!("{example}{}", env::consts::EXE_SUFFIX));
    assert!(
        path.exists(),
        "{} is not there; `cargo test` without --test builds it",
        path.display()
    );
    let output = Command::new(path).env("NO_COLOR", "1").output().expect("an example that starts");
    let (stdout, stderr) = (output.stdout, String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{example}: {}: {stderr}", output.status);
    String::from_utf8(stdout).expect("text")
}

#[test]
fn a_client_matches_on_what_its_server_said() {
    for library in ["actix", "axum", "fastwebsockets", "tokio_tungstenite", "tokio_websockets"] {
        assert_eq!(
            output(library),
            "4029 Too many messages: \"30 in a second, 5 are allowed\"; reconnect with backoff\n",
            "{library}"
        );
    }
}

#[test]
fn the_log_has_code_kind_and_reason_of_every_closing() {
    golden("logging", &output("logging"));
}

#[test]
fn a_client_connects_again_until_it_is_told_never_to() {
    // The delays are random, and with them the times.
    let lines: Vec<_> = output("reconnect").lines().map(without_times).collect();
    golden("reconnect", &(lines.join("\n") + "\n"));
}

/// A line of the reconnecting client's log, without its time and its delay.
fn without_times(line: &str) -> String {
    let (_, line) = line.split_once(" s  ").expect("a time");
    line.split_once("waiting ").map_or(line, |(line, _)| line).trim_end().to_owned()
}

/// Compares an output with the file in `expected`, or writes the file if `BLESS` is set to 1.
#[track_caller]
fn golden(name: &str, output: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected").join(name);
    let path = path.with_extension("txt");
    if env::var_os("BLESS").is_some_and(|bless| bless == "1") {
        fs::write(&path, output).expect("a folder");
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(output, expected, "{}; BLESS=1 writes it", path.display());
}

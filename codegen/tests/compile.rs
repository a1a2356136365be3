//! What a build script gets: files that are written only when they change, and errors that cargo shows.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use close_code_codegen::compile::{Failure, Written, try_compile};
use close_code_codegen::rust::Options;

const TABLE: &str = "\
[table]
name = 'ChatClose'
title = 'Chat'
description = 'Codes of the chat.'
span = [4000, 4999]

[[code]]
code = 4001
name = 'SessionExpired'
";

/// An empty folder of the test's own.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile").join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    folder
}

fn table(folder: &Path, text: &[u8]) -> PathBuf {
    let path = folder.join("chat.codes.toml");
    fs::write(&path, text).expect("the folder can be written to");
    path
}

fn compile(source: &Path, out_dir: &Path) -> Result<Written, Failure> {
    try_compile(source, out_dir, &Options::default())
}

#[test]
fn a_file_is_written_only_when_it_changes() {
    let folder = folder("changes");
    let source = table(&folder, TABLE.as_bytes());
    let first = compile(&source, &folder).expect("a table without mistakes");
    assert_eq!((first.path.as_path(), first.changed), (&*folder.join("chat.codes.rs"), true));
    let rust = fs::read_to_string(&first.path).expect("it was written");
    assert!(rust.contains("SessionExpired"), "{rust}");

    let again = compile(&source, &folder).expect("a table without mistakes");
    assert_eq!((again.path, again.changed), (first.path.clone(), false));

    table(&folder, TABLE.replace("Session", "Token").as_bytes());
    assert!(compile(&source, &folder).expect("a table without mistakes").changed);
    let rust = fs::read_to_string(&first.path).expect("it was written");
    assert!(rust.contains("TokenExpired") && !rust.contains("SessionExpired"), "{rust}");
}

#[test]
fn a_failure_says_what_to_do() {
    let folder = folder("failures");
    let text = |source: &Path| compile(source, &folder).expect_err("a failure").to_string();

    let source = table(&folder, TABLE.replace("4001", "5001").as_bytes());
    let report = text(&source);
    assert!(report.starts_with("error: 5001 is outside the span of the table\n --> "), "{report}");
    assert!(
        report.contains("chat.codes.toml:8:8\n") && report.contains("\n1 error in "),
        "{report}"
    );

    let source = table(&folder, b"# one\n# t\xFFwo\n");
    assert!(
        text(&source)
            .ends_with("chat.codes.toml:2: the byte 0xff is not UTF-8: save the file as UTF-8")
    );
    let source = table(&folder, b"\xFF\xFE#\0\n\0");
    assert!(text(&source).ends_with("chat.codes.toml is UTF-16: save it as UTF-8"));

    let source = table(&folder, b"\xFF\xFE\0\0#\0\0\0");
    assert!(text(&source).ends_with("chat.codes.toml is UTF-32: save it as UTF-8"));

    let missing = folder.join("missing.toml");
    assert_eq!(text(&missing), format!("there is no file {}", missing.display()));
    assert!(text(&folder).starts_with("cannot read "));

    let source = table(&folder, TABLE.as_bytes());
    let nowhere = folder.join("nowhere");
    let failure = compile(&source, &nowhere).expect_err("no such folder").to_string();
    let expected = format!("cannot write {}: ", nowhere.join("chat.codes.rs").display());
    assert!(failure.starts_with(&expected), "{failure}");
}

/// Names the table in the process of a test that is its own build script.
const BUILD_SCRIPT: &str = "CLOSE_CODE_TEST_BUILD_SCRIPT";

#[test]
fn rust_is_generated_for_five_thousand_rows() {
    let folder = folder("rows");
    for (rows, is_accepted) in [(5000, true), (5001, false)] {
        let mut text = String::from(
            "[table]\nname = 'Huge'\ntitle = 'Huge'\ndescription = 'Rows.'\nspan = [10000, 19999]\n",
        );
        for code in 10_000..10_000 + rows {
            text += &format!(
                "[[code]]\ncode = {code}\nname = 'Row{code}'\nwire = false\nscript = false\n"
            );
        }
        let result = compile(&table(&folder, text.as_bytes()), &folder);
        assert_eq!(result.is_ok(), is_accepted, "{rows}: {result:?}");
        if let Err(failure) = result {
            let failure = failure.to_string();
            assert!(
                failure.contains("has 5001 rows") && failure.contains("limit for Rust is 5000"),
                "{failure}"
            );
        }
    }
}

/// Whether this process is the build script of a test: then it has done what a build script does.
fn is_build_script() -> bool {
    let table = env::var_os(BUILD_SCRIPT);
    table.map(close_code_codegen::compile).is_some()
}

/// What a build script tells cargo that compiles this table. The script is the test itself, once more and
/// in a process of its own.
fn told_to_cargo(name: &str, folder: &Path, table: &str, out_dir: Option<&Path>) -> Vec<String> {
    let mut command = Command::new(env::current_exe().expect("the path of this test"));
    command.args([name, "--exact", "--nocapture"]);
    command.env("CARGO_MANIFEST_DIR", folder).env(BUILD_SCRIPT, table).env_remove("OUT_DIR");
    if let Some(out_dir) = out_dir {
        command.env("OUT_DIR", out_dir);
    }
    let output = command.output().expect("this test can run");
    assert!(output.status.success(), "it does not panic: {output:?}");
    let text = String::from_utf8(output.stdout).expect("text");
    // The harness names the test on the line of what it prints first.
    let text = text.replace(&format!("test {name} ... "), "");
    text.lines().filter(|line| line.starts_with("cargo::")).map(str::to_owned).collect()
}

#[test]
fn a_build_script_runs_again_when_the_table_changes() {
    const TEST: &str = "a_build_script_runs_again_when_the_table_changes";
    if is_build_script() {
        return;
    }
    let folder = folder("script");
    table(&folder, TABLE.as_bytes());
    let told = told_to_cargo(TEST, &folder, "chat.codes.toml", Some(&folder));
    assert_eq!(told, ["cargo::rerun-if-changed=chat.codes.toml"]);
    assert!(folder.join("chat.codes.rs").exists());
    // `include_codes!("chat.codes.toml")` finds what is wrong with it.
    let misnamed = fs::read_to_string(folder.join("chat.codes.toml.rs")).expect("it was written");
    let help = r#"write the name without its extension: `include_codes!(\"chat.codes\")`"#;
    assert_eq!(misnamed, format!("::core::compile_error!(\"{help}\");\n"));
}

#[test]
fn mistakes_end_the_build_line_by_line() {
    const TEST: &str = "mistakes_end_the_build_line_by_line";
    if is_build_script() {
        return;
    }
    let folder = folder("mistakes");
    table(&folder, TABLE.replace("'SessionExpired'", "'session'").as_bytes());
    let told = told_to_cargo(TEST, &folder, "chat.codes.toml", Some(&folder));
    let expected = [
        "cargo::rerun-if-changed=chat.codes.toml",
        "cargo::error=error: `session` is not a name in UpperCamelCase",
        "cargo::error= --> chat.codes.toml:9:8",
        "cargo::error=  |",
        "cargo::error=9 | name = 'session'",
        "cargo::error=  |        ^^^^^^^^^",
        "cargo::error=  |",
        "cargo::error=  = help: write `Session`",
        "cargo::error=",
        "cargo::error=1 error in chat.codes.toml",
    ];
    assert_eq!(told, expected);
    assert!(!folder.join("chat.codes.rs").exists());
}

#[test]
fn outside_of_cargo_a_build_script_says_what_is_missing() {
    const TEST: &str = "outside_of_cargo_a_build_script_says_what_is_missing";
    if is_build_script() {
        return;
    }
    let folder = folder("outside");
    table(&folder, TABLE.as_bytes());
    let told = told_to_cargo(TEST, &folder, "chat.codes.toml", None);
    assert_eq!(
        told[1..],
        [
            "cargo::error=OUT_DIR is not set: cargo sets it for a build script, so call this from build.rs"
        ]
    );
    let told = told_to_cargo(TEST, &folder, "codes.toml", Some(&folder));
    let missing = folder.join("codes.toml");
    assert_eq!(told[1..], [format!("cargo::error=there is no file {}", missing.display())]);
}

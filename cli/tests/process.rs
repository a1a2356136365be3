//! The command as a process among others: its pipes, its arguments, its exit codes.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::Stdio;

mod support;

use close_code_codegen::invisible::hidden;
use support::{close_code, folder, texts, with_input};

/// The reader of the output may stop, as `head` does: that is not an error.
#[test]
fn a_closed_pipe_is_the_end_and_no_error() {
    let folder = folder("closed-pipe");
    for arguments in [
        &["list", "--table", "all", "--json"][..],
        &["explain", "1006", "1005", "1015"],
        &["check", "doubtful.toml"],
        &["completions", "bash"],
        &["man"],
        &["--help"],
    ] {
        let mut command = close_code(&folder);
        let mut child =
            command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(texts(&output).1, "", "{arguments:?}");
    }
}

/// If the error output is closed, the exit code still shows that something is wrong.
#[test]
fn a_closed_error_output_changes_no_exit_code() {
    let folder = folder("closed-stderr");
    for (arguments, code) in [
        (&["explain", "nonsense"][..], 2),
        (&["check", "nowhere.toml"], 2),
        (&["generate", "wrong.toml"], 1),
        (&["generate", "chat.toml", "--check"], 1),
        (&["list", "--table", "chat.toml", "--local"], 1),
        (&["nonsense"], 2),
    ] {
        let mut command = close_code(&folder);
        command.args(arguments).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stderr.take());
        assert_eq!(child.wait_with_output().unwrap().status.code(), Some(code), "{arguments:?}");
    }
}

/// A code is explained when its line comes, and not when the log ends.
#[test]
fn a_log_that_goes_on_is_explained_as_it_comes() {
    let folder = folder("streaming");
    let mut command = close_code(&folder);
    command.arg("explain").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    stdin.write_all(b"nothing here\nws closed: code=1006\n").unwrap();
    let mut line = String::new();
    while !line.starts_with("1006 ") {
        line.clear();
        assert!(stdout.read_line(&mut line).unwrap() > 0, "no answer while the log goes on");
    }
    stdin.write_all(b"ws closed: code=1001\nws closed: code=1006\n").unwrap();
    drop(stdin);
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("\n1001 Going Away\n"));
    assert_eq!(rest.matches("\n1006 ").count(), 0, "once is enough");
    assert_eq!(
        child.wait_with_output().unwrap().stderr,
        b"1006 found in 2 lines: first in line 2, last in line 4\n"
    );
}

#[test]
fn a_log_without_a_code_is_a_no() {
    let folder = folder("no-code");
    let mut command = close_code(&folder);
    command.arg("explain");
    let output = with_input(command, b"process 1006 took 1000 ms on port 4000\n");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(texts(&output).1, "no close code found in <stdin> (1 line)\n");
}

#[test]
fn the_standard_input_has_one_name() {
    let folder = folder("one-name");
    for (arguments, input) in [
        (&["check", "-"][..], &b"name = \"\xff\""[..]),
        (&["check", "-", "--format", "github"], b"[table]"),
        (&["check", "-", "--json"], b"[table]"),
        (&["explain", "1000", "--table", "-"], b"[table]"),
        (&["drift", "-", "chat.toml"], b"<xml"),
        (&["explain"], b"nothing"),
    ] {
        let mut command = close_code(&folder);
        command.args(arguments);
        let output = with_input(command, input);
        let (printed, said) = texts(&output);
        assert!((printed + &said).contains("<stdin>"), "{arguments:?}: {output:?}");
    }
}

/// A line that never ends is read in parts, and not kept.
#[test]
fn a_huge_line_and_bytes_that_are_no_text_are_read() {
    let folder = folder("huge-line");
    let mut input = b"\xff\xff websocket closed: code=1011 ".to_vec();
    input.resize(64 << 20, b'7');
    input.extend_from_slice(b" code=1003\nclose code 1009\n");
    let mut command = close_code(&folder);
    command.args(["explain", "--json"]);
    let output = with_input(command, &input);
    let codes: Vec<_> = texts(&output)
        .0
        .lines()
        .filter(|line| line.contains("\"code\":"))
        .map(str::to_owned)
        .collect();
    assert_eq!(codes, ["    \"code\": 1011,", "    \"code\": 1003,", "    \"code\": 1009,"]);
}

/// Files of Windows and of old programs: UTF-16 with a mark, another encoding, CR alone.
#[test]
fn other_encodings_and_line_ends_are_read() {
    let utf16 = |text: &str| -> Vec<u8> {
        [&b"\xff\xfe"[..], &text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>()]
            .concat()
    };
    let folder = folder("encodings");
    for input in [
        utf16("10:06 WebSocket closed with code 1006\r\nretry: close code 4004\r\n"),
        b"\xb7\xfe\xce\xf1\xc6\xf7 code=1006\nclose code 4004".to_vec(),
        b"starting\rWebSocket closed 1006\rclose code 4004\r".to_vec(),
        b"\xef\xbb\xbfcode: 1006\r\nclose code 4004\r\n".to_vec(),
    ] {
        let mut command = close_code(&folder);
        command.args(["explain", "--brief"]);
        let output = with_input(command, &input);
        let lines = texts(&output).0;
        let codes: Vec<_> = lines.lines().filter_map(|line| line.split(' ').next()).collect();
        assert_eq!(codes, ["1006", "4004"], "{input:?}");
    }
}

#[test]
fn utf32_is_refused() {
    let folder = folder("utf32");
    let text = "\u{feff}close code 1006\n";
    for input in [
        text.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect::<Vec<_>>(),
        text.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect(),
    ] {
        let mut command = close_code(&folder);
        command.arg("explain");
        let output = with_input(command, &input);
        assert_eq!(output.status.code(), Some(2));
        assert!(texts(&output).1.contains("<stdin>: it is UTF-32: convert it"), "{output:?}");
    }
}

/// What is given is a phrase, or the name of a file.
#[test]
fn phrases_and_files_are_read() {
    let folder = folder("phrases");
    fs::write(folder.join("relay.log"), "one\nws closed: code=4014, discord.gateway\n").unwrap();
    for (arguments, expected) in [
        (
            &["relay.log"][..],
            "4014 Disallowed intent(s) (discord-gateway), reconnect never, line 2\n",
        ),
        (&["discord", "4014"], "4014 Disallowed intent(s) (discord-gateway), reconnect never\n"),
        (&["error", "1006"], "1006 Abnormal Closure, reconnect with backoff\n"),
    ] {
        let output =
            close_code(&folder).args(["explain", "--brief"]).args(arguments).output().unwrap();
        assert_eq!(texts(&output).0, expected, "{arguments:?}");
    }
    let output = close_code(&folder).args(["explain", "absent.log"]).output().unwrap();
    assert!(texts(&output).1.contains("there is no file `absent.log`"), "{:?}", texts(&output).1);
}

/// Text of a table does not act on the terminal, whichever way it gets there.
#[test]
fn escape_sequences_are_not_passed_on() {
    let folder = folder("escapes");
    fs::write(folder.join("\u{9b}31m.toml"), "[table]\nname = \"A\u{1b}[31m\"\n").unwrap();
    // In TOML's own escapes, so that the file is plain and the keys are not.
    let keys = [r"\u001b[31m", r"\u009b31m", r"\u202e", r"\u2066", r"\u200f", r"\u0007"];
    let keys = keys.map(|key| format!("\"{key}\" = 1\n")).concat();
    let table = "[table]\nname = \"A\"\ntitle = \"A\"\ndescription = \"A.\"\nspan = [4000, 4999]\n";
    let row = "[[code]]\ncode = 4000\nname = \"Bee\"\n";
    fs::write(folder.join("keys.toml"), format!("{keys}{table}{keys}{row}{keys}")).unwrap();
    fs::write(folder.join("own.toml"), format!("{table}{row}wire = true\nscript = true\n"))
        .unwrap();
    let own = fs::read_to_string(folder.join("own.toml")).unwrap();
    let own = own.replace("4000", "3000").replace("4999", "3999");
    fs::write(folder.join("drift.toml"), own).unwrap();
    // A line of a log, the body of a Close frame, and registries.
    let line = format!("websocket closed: code=4321 reason={HOSTILE} {HOSTILE}");
    fs::write(folder.join("a.log"), format!("{line}\n{}\n", line.replace('1', "2"))).unwrap();
    let body: String = HOSTILE.bytes().map(|byte| format!("{byte:02x}")).collect();
    let (body, option, value) =
        (&format!("0fa0{body}"), &format!("--{HOSTILE}"), &format!("--wire={HOSTILE}"));
    hostile_registries(&folder);
    let date = "--registry-date=2026-06-10";
    let lists: &[&[&str]] = &[
        &["check", "\u{9b}31m.toml"],
        &["check", "keys.toml"],
        &["check", "keys.toml", "--format", "github"],
        &["check", "keys.toml", "--json"],
        &["check", HOSTILE],
        &["check", HOSTILE, "--json"],
        &["check", "--format", HOSTILE],
        &["check", "--deny", HOSTILE, "chat.toml"],
        &["explain", HOSTILE],
        &["explain", "--table", HOSTILE, "1006"],
        &["explain", "[15, 161, 27, 91]"],
        &["explain", &line],
        &["explain", &line, "--brief"],
        &["explain", &line, "--json"],
        &["explain", body],
        &["explain", body, "--brief"],
        &["explain", body, "--json"],
        &["explain", "a.log"],
        &["explain", "a.log", "--brief"],
        &["explain", "a.log", "--json"],
        &["explain", option],
        &["list", "--class", HOSTILE],
        &["list", "--table", HOSTILE],
        &["list", "--sender", HOSTILE],
        &["list", "--reconnect", HOSTILE],
        &["list", "--format", HOSTILE],
        &["list", value],
        &["generate", HOSTILE],
        &["generate", "--only", HOSTILE],
        &["generate", "own.toml", "--protocol", HOSTILE, "--only", "typescript", "--stdout"],
        &["generate", "own.toml", "--protocol", HOSTILE, "--only", "javascript", "--out", "out"],
        &["generate", "own.toml", "--protocol", HOSTILE, "--check"],
        &["generate", "own.toml", "--out", HOSTILE, "--check"],
        &["drift", HOSTILE],
        &["drift", "a.csv", HOSTILE],
        &["drift", "a.csv", "drift.toml"],
        &["drift", "a.csv", "drift.toml", "--json"],
        &["drift", "a.csv", "drift.toml", "--write", date],
        &["drift", "a.csv", "drift.toml", "--registry-date", HOSTILE],
        &["drift", "b.csv", "drift.toml"],
        &["drift", "a.xml", "drift.toml"],
        &["init", &format!("{HOSTILE}/{HOSTILE}")],
        &["init", "own.toml", HOSTILE],
        &["schema", HOSTILE],
        &["lab", "--port", HOSTILE],
        &["completions", HOSTILE],
        &["man", HOSTILE],
        &["help", HOSTILE],
        &["--color", HOSTILE],
        &["chek", HOSTILE],
        &[HOSTILE],
        &[option],
    ];
    for arguments in lists {
        let output = close_code(&folder).args(*arguments).output().unwrap();
        let (stdout, stderr) = texts(&output);
        assert!(!stderr.contains("own.toml:"), "the table is valid: {stderr}");
        for text in [&stdout, &stderr] {
            let acts = hidden(text).find(|(_, c)| *c != '\n');
            assert_eq!(acts, None, "{arguments:?}: {text:?}");
            assert!(!text.contains("\n::error::"), "{arguments:?}: {text:?}");
        }
        if arguments[0] == "check" && arguments.contains(&"--json") {
            // A program that reads the JSON may print its texts.
            let report: serde_json::Value = serde_json::from_str(&stdout).unwrap();
            let acts = |text: &str| hidden(text).any(|(_, c)| c != '\n');
            assert!(!strings(&report).into_iter().any(acts), "{arguments:?}: {report}");
        }
        if arguments.contains(&"keys.toml") {
            assert!(stdout.contains(r"u{1b}[31m"), "{arguments:?}: {stdout}{stderr}");
        }
        if arguments.starts_with(&["drift", "a.csv", "drift.toml", "--json"]) {
            assert!(stdout.contains(r"\u202e\u2066"), "nothing is lost: {stdout}{stderr}");
        }
        if arguments.contains(&"a.log") && arguments.contains(&"--json") {
            let answers: serde_json::Value = serde_json::from_str(&stdout).unwrap();
            let asked = answers[0]["asked"].as_str().unwrap();
            assert!(asked.contains("\u{202e}\u{2066}"), "nothing is lost: {asked:?}");
        }
    }
}

#[test]
fn an_error_of_the_arguments_has_only_its_own_colors() {
    let folder = folder("colored-errors");
    let mut command = close_code(&folder);
    command.args(["list", "--format", HOSTILE]).env("CLICOLOR_FORCE", "1");
    let said = texts(&command.output().unwrap()).1;
    assert!(said.contains("\u{1b}[1m"), "{said:?}");
    assert!(!said.contains("a\u{1b}"), "{said:?}");
}

/// Registries with such texts.
fn hostile_registries(folder: &Path) {
    let registry = format!(
        "Status Code,Meaning,Reference\n1000-2999,Unassigned,\n3000,\"M{HOSTILE}\",\"[R{HOSTILE}]\"\n\
         3001-4999,Unassigned,\n"
    );
    fs::write(folder.join("a.csv"), &registry).unwrap();
    fs::write(folder.join("b.csv"), registry.replace("3000,", &format!("{HOSTILE},"))).unwrap();
    fs::write(folder.join("a.xml"), format!("<{HOSTILE}>")).unwrap();
}

/// What must not reach a terminal, a log of a build or a document: colors, a title, controls of one byte and of
/// several, marks of direction, characters that are not seen, and a line that GitHub would follow.
const HOSTILE: &str =
    "a\u{1b}[31mb\u{1b}]0;c\u{7}\u{9b}32m\u{85}\u{202e}\u{2066}\u{200b}\u{ad}\u{e0041}\n::error::d";

/// A file that is not a table does not fill a screen, a log or a pull request.
#[test]
fn every_format_shows_some_problems_and_counts_the_rest() {
    let folder = folder("many-problems");
    let keys: String = (0..996).map(|at| format!("k{at} = 1\n")).collect();
    fs::write(folder.join("many.toml"), "[table]\n".to_owned() + &keys).unwrap();
    let run = |arguments: &[&str]| {
        let output = close_code(&folder).args(["check", "many.toml"]).args(arguments).output();
        texts(&output.unwrap()).0
    };
    assert!(run(&[]).contains("\n... and 900 more\n"));
    let annotations = run(&["--format", "github"]);
    assert_eq!(annotations.lines().count(), 101);
    assert!(annotations.ends_with("::notice file=many.toml,title=close-code::... and 900 more\n"));
    let report: serde_json::Value = serde_json::from_str(&run(&["--json"])).unwrap();
    assert_eq!(report["errors"], 1000);
    let file = &report["files"][0];
    assert_eq!((file["problems"].as_array().unwrap().len(), &file["more"]), (100, &900.into()));
}

/// All texts in a value of JSON.
fn strings(value: &serde_json::Value) -> Vec<&str> {
    match value {
        serde_json::Value::String(text) => vec![text],
        serde_json::Value::Array(values) => values.iter().flat_map(strings).collect(),
        serde_json::Value::Object(values) => values.values().flat_map(strings).collect(),
        _ => Vec::new(),
    }
}

/// Texts of a table are not formulas in the spreadsheet that opens the list.
#[test]
fn a_list_for_spreadsheets_has_no_formulas() {
    let folder = folder("formulas");
    let texts_of = ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "a;=1", "a;'@SUM(A1)", "＝1"];
    let rows = texts_of.iter().enumerate().map(|(at, text)| {
        format!("[[code]]\ncode = {}\nname = \"Row{at}\"\nmeaning = \"{text}\"\nlabel = \"{text}\"\ndescription = \"{text}\\n{text}\"\n", 4000 + at)
    });
    let head = "[table]\nname = \"A\"\ntitle = \"A\"\ndescription = \"A.\"\nspan = [4000, 4999]\n";
    fs::write(folder.join("=own.toml"), head.to_owned() + &rows.collect::<String>()).unwrap();
    let arguments = ["list", "--table", "=own.toml", "--format", "csv"];
    let output = close_code(&folder).args(arguments).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let list = texts(&output).0;
    // Some spreadsheets separate cells at semicolons.
    for cell in list.lines().skip(1).flat_map(|line| line.split([',', ';'])) {
        assert!(!cell.trim_start_matches('"').starts_with(['=', '+', '-', '@', '＝']), "{list}");
    }
    assert_eq!(list.matches("'@SUM(A1)").count(), 8, "{list}");
}

/// Forges make links of mail addresses by themselves.
#[test]
fn a_list_in_markdown_has_no_links() {
    let folder = folder("links");
    let table = "[table]\nname = \"A\"\ntitle = \"A\"\ndescription = \"A.\"\nspan = [4000, 4999]\n\
                 [[code]]\ncode = 4000\nname = \"Bee\"\nlabel = \"=1+1;me@host.example\"\n";
    fs::write(folder.join("own.toml"), table).unwrap();
    let arguments = ["list", "--table", "own.toml", "--format", "markdown"];
    let list = texts(&close_code(&folder).args(arguments).output().unwrap()).0;
    assert!(list.contains("1;me@<!-- -->host.example |"), "{list}");
}

/// What is unknown is answered in a few lines, however much is known or asked.
#[test]
fn answers_to_unknown_words_are_short() {
    let folder = folder("unknown-words");
    let row = |at: u16| {
        let name = format!("Range{at}Of");
        format!("[[range]]\ncodes = [{at}, {at}]\nname = \"{name}\"\nwire = true\nscript = false\n")
    };
    let head = "[table]\nname = \"A\"\ntitle = \"A\"\ndescription = \"A.\"\nspan = [4000, 4999]\nclass = \"B\"\n";
    let rows: String = (4000..=4999).map(row).collect();
    fs::write(folder.join("many.toml"), head.to_owned() + &rows).unwrap();
    let said = |class: &str| {
        let arguments = ["list", "--table", "many.toml", "--class", class];
        texts(&close_code(&folder).args(arguments).output().unwrap()).1
    };
    let few = "`Range4000Of`, `Range4001Of`, `Range4002Of`, `Range4003Of` or `Range4004Of`";
    assert_eq!(said("zzz"), format!("error: no class `zzz`: write {few}, or one of 995 others\n"));
    assert_eq!(
        said("range4321off"),
        "error: no class `range4321off`: did you mean `Range4321Of`?\n"
    );
    let words = (0..1000).map(|at| format!("Qq{at}zz"));
    let output = close_code(&folder).arg("explain").args(words).output().unwrap();
    let said = texts(&output).1;
    assert_eq!(said.lines().count(), 22, "{said}");
    assert!(said.ends_with("error: 979 more arguments are not understood\n"), "{said}");
}

/// Completions and manual pages are made of the same definitions as the help.
#[test]
fn completions_and_manual_pages_know_every_subcommand() {
    let folder = folder("completions");
    let output = |arguments: &[&str]| {
        let output = close_code(&folder).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        texts(&output).0
    };
    let help = output(&["--help"]);
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let (commands, _) = commands.split_once("\n\n").unwrap();
    let names: Vec<&str> = commands
        .lines()
        .filter_map(|line| line.strip_prefix("  ")?.split(' ').next())
        .filter(|name| !name.is_empty())
        .collect();
    assert!(names.contains(&"explain") && names.len() > 5, "{names:?}");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = output(&["completions", shell]);
        for text in names.iter().chain(&["registry-date"]) {
            assert!(script.contains(text), "{text} for {shell}");
        }
        // Not every script has the values of options.
        let knows_values = ["bash", "fish", "zsh"].contains(&shell);
        assert_eq!(script.contains("typescript"), knows_values, "{shell}");
    }
    let page = output(&["man"]);
    for name in names {
        assert!(page.contains(&format!("close\\-code\\-{name}(1)")), "{name}");
        let page = output(&["man", name]);
        assert!(page.contains(&format!(".TH close-code-{name} 1")), "{name}: {page}");
        let examples = output(&["help", name]).contains("\nExamples:\n");
        assert_eq!(page.contains("\n.SH EXAMPLES\n"), examples, "{name}");
        assert!(examples || name == "help", "{name} has no examples");
    }
}

/// Colors only if they are wanted.
#[test]
fn colors_are_for_terminals() {
    let folder = folder("colors");
    let output = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = close_code(&folder);
        command.args(["explain", "1006"]).args(arguments).envs(variables.iter().copied());
        texts(&command.output().unwrap()).0
    };
    assert!(!output(&[], &[]).contains('\u{1b}'), "a pipe is not a terminal");
    assert!(output(&[("CLICOLOR_FORCE", "1")], &[]).contains('\u{1b}'));
    assert!(output(&[], &["--color", "always"]).contains('\u{1b}'));
    assert!(!output(&[("CLICOLOR_FORCE", "1")], &["--color", "never"]).contains('\u{1b}'));
    assert!(!output(&[("NO_COLOR", "1")], &[]).contains('\u{1b}'));
}

#[cfg(unix)]
#[test]
fn an_argument_that_is_not_utf8_is_reported() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    let folder = folder("non-utf8");
    let bytes = OsStr::from_bytes(b"10\xff06");
    let output = close_code(&folder).arg("explain").arg(bytes).arg("1006").output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let (stdout, stderr) = texts(&output);
    assert!(stdout.starts_with("1006 Abnormal Closure\n"), "what is understood is explained");
    assert_eq!(stderr, "error: \"10\\xFF06\" is not UTF-8\n");
    // A path may be anything.
    let name = OsStr::from_bytes(b"ch\xffat.toml");
    fs::copy(folder.join("chat.toml"), folder.join(name)).unwrap();
    assert!(close_code(&folder).arg("check").arg(name).status().unwrap().success());
}

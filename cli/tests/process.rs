//! The command as a process among others: pipes, signals, files that are not as they should be.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::process::Stdio;

mod support;

use support::{close_code, folder, texts, with_input};

/// Whoever reads the output may stop, as `head` does: that is no error, and nothing to speak of.
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

/// Where nobody hears what is wrong, the exit code still says that something is.
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
    assert_eq!(child.wait_with_output().unwrap().stderr, b"1006 is in 2 lines\n");
}

#[test]
fn a_log_without_a_code_is_a_no() {
    let folder = folder("no-code");
    let mut command = close_code(&folder);
    command.arg("explain");
    let output = with_input(command, b"process 1006 took 1000 ms on port 4000\n");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(texts(&output).1, "no close code found in the line of the standard input\n");
}

/// A line that never ends is looked at in front, and not kept.
#[test]
fn a_huge_line_and_bytes_that_are_no_text_are_read() {
    let folder = folder("huge-line");
    let mut input = b"\xff\xfe websocket closed: code=1011 ".to_vec();
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
    assert_eq!(codes, ["    \"code\": 1011,", "    \"code\": 1009,"]);
}

#[test]
fn a_huge_file_is_no_table() {
    let folder = folder("huge-file");
    let file = fs::File::create(folder.join("huge.toml")).unwrap();
    file.set_len(17 << 20).unwrap();
    for arguments in [
        &["check", "huge.toml"][..],
        &["drift", "huge.toml", "chat.toml"],
        &["generate", "huge.toml"],
    ] {
        let output = close_code(&folder).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(texts(&output).1.contains("cannot read huge.toml: it is larger than 16 MiB"));
    }
}

#[test]
fn a_folder_and_a_file_that_is_no_text_are_no_tables() {
    let folder = folder("unreadable");
    fs::create_dir(folder.join("folder.toml")).unwrap();
    fs::write(folder.join("latin1.toml"), b"[table]\nname = \"Caf\xe9\"\n").unwrap();
    fs::write(folder.join("utf16.toml"), b"\xff\xfe[\0t\0").unwrap();
    let mut command = close_code(&folder);
    let output = command
        .args(["check", "folder.toml", "latin1.toml", "utf16.toml", "chat.toml/x"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let errors = texts(&output).1;
    assert_eq!(errors.lines().filter(|line| line.starts_with("error: ")).count(), 4, "{errors}");
    for text in [
        "cannot read folder.toml: ",
        "latin1.toml:2: the byte 0xe9 is not UTF-8: save the file as UTF-8",
        "utf16.toml is UTF-16: save it as UTF-8",
        "cannot read chat.toml/x: ",
    ] {
        assert!(errors.contains(text), "{text} in {errors}");
    }
}

/// The folder to write to is a file: nothing is written, and nothing is left behind.
#[test]
fn nothing_is_written_where_it_cannot_be() {
    let folder = folder("unwritable");
    let mut command = close_code(&folder);
    let output = command.args(["generate", "chat.toml", "--out", "server.log"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(texts(&output).1.starts_with("error: cannot "), "{output:?}");
    let names = names_in(&folder);
    assert!(!names.iter().any(|name| name.contains(".tmp")), "{names:?}");
}

/// Where one file of the set cannot be put in its place, the others keep what they held.
#[test]
fn a_set_is_written_whole_or_not_at_all() {
    let folder = folder("whole-or-none");
    let generate = |table: &str| {
        let table = fs::read_to_string(folder.join(table)).unwrap();
        fs::write(folder.join("own.toml"), table).unwrap();
        close_code(&folder).args(["generate", "own.toml", "--out", "out"]).output().unwrap()
    };
    assert!(generate("chat.toml").status.success());
    let before = contents_of(&folder.join("out"));
    assert!(before.len() >= 5);
    // The last of the set: a folder stands where the file belongs.
    let last = folder.join("out").join("own.d.ts");
    fs::remove_file(&last).unwrap();
    fs::create_dir_all(last.join("in-the-way")).unwrap();
    let output = generate("doubtful.toml");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let mut after = contents_of(&folder.join("out"));
    after.retain(|(name, _)| name != "own.d.ts");
    assert_eq!(
        after,
        before.into_iter().filter(|(name, _)| name != "own.d.ts").collect::<Vec<_>>()
    );
}

/// Checked out with other line endings, the documents are still up to date.
#[test]
fn line_endings_of_windows_are_not_stale() {
    let folder = folder("crlf");
    assert!(close_code(&folder).args(["generate", "chat.toml"]).status().unwrap().success());
    for (name, contents) in contents_of(&folder.join("docs")) {
        let text = String::from_utf8(contents).unwrap().replace('\n', "\r\n");
        fs::write(folder.join("docs").join(name), text).unwrap();
    }
    let table = fs::read_to_string(folder.join("chat.toml")).unwrap();
    fs::write(folder.join("chat.toml"), table.replace('\n', "\r\n")).unwrap();
    let output = close_code(&folder).args(["generate", "chat.toml", "--check"]).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
}

/// Drift keeps the line endings of Windows, too.
#[test]
fn drift_keeps_line_endings() {
    let folder = folder("drift-crlf");
    let table = folder.join("skeleton.toml");
    let unix = fs::read_to_string(&table).unwrap();
    fs::write(&table, format!("\u{feff}{}", unix.replace('\n', "\r\n"))).unwrap();
    let drift = ["drift", "registry-2026-06-10.xml", "skeleton.toml", "--write"];
    let output = close_code(&folder).args(drift).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let windows = fs::read_to_string(&table).unwrap();
    assert!(windows.starts_with('\u{feff}') && windows.contains("code = 3008\r\n"));
    assert_eq!(windows.matches('\n').count(), windows.matches("\r\n").count());
    fs::write(&table, unix).unwrap();
    assert!(close_code(&folder).args(drift).status().unwrap().success());
    assert_eq!(
        fs::read_to_string(&table).unwrap(),
        windows.trim_start_matches('\u{feff}').replace("\r\n", "\n")
    );
}

/// Text of a table does not act on the terminal, whichever way it gets there.
#[test]
fn escape_sequences_are_not_passed_on() {
    let folder = folder("escapes");
    fs::write(folder.join("\u{9b}31m.toml"), "[table]\nname = \"A\u{1b}[31m\"\n").unwrap();
    for arguments in [
        &["check", "\u{9b}31m.toml"][..],
        &["explain", "\u{1b}]0;title\u{7}"],
        &["explain", "--table", "\u{1b}[2J.toml", "1006"],
        &["explain", "closed: code=1006 \u{1b}[31m\u{202e}"],
        &["explain", "[15, 161, 27, 91]"],
        &["list", "--class", "\u{1b}[31m"],
        &["man", "\u{1b}[31m"],
        &["check", "--deny", "\u{1b}[31m", "chat.toml"],
    ] {
        let output = close_code(&folder).args(arguments).output().unwrap();
        let (stdout, stderr) = texts(&output);
        let acts =
            |c: char| (c.is_control() && c != '\n') || ('\u{202a}'..='\u{202e}').contains(&c);
        assert!(!stdout.contains(acts), "{arguments:?}: {stdout:?}");
        assert!(!stderr.contains(acts), "{arguments:?}: {stderr:?}");
    }
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
        // Not every shell is told the values of an option.
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

/// Colours only where they are wanted.
#[test]
fn colours_are_for_terminals() {
    let folder = folder("colours");
    let output = |variables: &[(&str, &str)], arguments: &[&str]| {
        let mut command = close_code(&folder);
        command.args(["explain", "1006"]).args(arguments).envs(variables.iter().copied());
        texts(&command.output().unwrap()).0
    };
    assert!(!output(&[], &[]).contains('\u{1b}'), "a pipe is no terminal");
    assert!(output(&[("CLICOLOR_FORCE", "1")], &[]).contains('\u{1b}'));
    assert!(output(&[], &["--color", "always"]).contains('\u{1b}'));
    assert!(!output(&[("CLICOLOR_FORCE", "1")], &["--color", "never"]).contains('\u{1b}'));
    assert!(!output(&[("NO_COLOR", "1")], &[]).contains('\u{1b}'));
}

fn names_in(folder: &std::path::Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// The files in a folder, by name; a folder in it counts as empty.
fn contents_of(folder: &std::path::Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = names_in(folder)
        .into_iter()
        .map(|name| (name.clone(), fs::read(folder.join(name)).unwrap_or_default()))
        .collect();
    files.sort();
    files
}

#[cfg(unix)]
mod unix {
    use std::ffi::OsStr;
    use std::io::Write as _;
    use std::os::unix::ffi::OsStrExt as _;
    use std::path::Path;
    use std::process::{Child, Command, Stdio};
    use std::time::{Duration, Instant};
    use std::{fs, thread};

    use super::{close_code, contents_of, folder, names_in, texts};

    #[test]
    fn an_argument_that_is_not_utf8_is_told() {
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

    /// Waits until something holds; the test would hang, and be ended, where it never does.
    fn wait_until(mut holds: impl FnMut() -> bool) {
        let start = Instant::now();
        while !holds() {
            assert!(start.elapsed() < Duration::from_secs(120), "waited in vain");
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn interrupt(child: &Child) {
        let status = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
        assert!(status.unwrap().success());
    }

    /// `--watch` generates after every save, shows mistakes and goes on, and ends on Ctrl-C.
    #[test]
    fn a_watched_table_is_generated_when_it_is_saved() {
        let folder = folder("watch");
        let arguments = ["generate", "chat.toml", "--only", "json", "--watch"];
        let log = fs::File::create(folder.join("log")).unwrap();
        let mut child = close_code(&folder).args(arguments).stderr(log).spawn().unwrap();
        let document = folder.join("docs/chat.json");
        let shows =
            |text: &str| fs::read_to_string(&document).is_ok_and(|json| json.contains(text));
        wait_until(|| shows("Removed by a moderator"));
        let table = fs::read_to_string(folder.join("chat.toml")).unwrap();

        fs::write(folder.join("chat.toml"), table.replace("4001", "99999")).unwrap();
        wait_until(|| {
            fs::read_to_string(folder.join("log")).unwrap().contains("99999 is not a close code")
        });
        assert!(shows("4001"), "a wrong table leaves the documents as they are");

        fs::write(folder.join("new"), table.replace("Removed by", "Thrown out by")).unwrap();
        fs::rename(folder.join("new"), folder.join("chat.toml")).unwrap();
        wait_until(|| shows("Thrown out by a moderator"));

        interrupt(&child);
        assert_eq!(child.wait().unwrap().code(), Some(0));
        assert_eq!(leftovers(&folder.join("docs")), Vec::<String>::new());
    }

    /// Ctrl-C while the documents are written: they stay what they were, and nothing is left beside them.
    #[test]
    fn an_interrupted_set_is_not_written() {
        let folder = folder("interrupt");
        let out = folder.join("out");
        let generate = || {
            let mut command = close_code(&folder);
            command.args(["generate", "own.toml", "--out", "out"]).stdout(Stdio::null());
            command
        };
        // What takes the time is to write, so that the interrupt comes while that is under way. Should
        // the command be through before, it is tried again.
        let big = big_table();
        for _ in 0..20 {
            fs::copy(folder.join("chat.toml"), folder.join("own.toml")).unwrap();
            assert!(generate().status().unwrap().success());
            let before = contents_of(&out);
            fs::write(folder.join("own.toml"), &big).unwrap();
            let mut child = generate().spawn().unwrap();
            wait_until(|| !leftovers(&out).is_empty() || child.try_wait().unwrap().is_some());
            if child.try_wait().unwrap().is_none() {
                interrupt(&child);
            }
            let status = child.wait().unwrap();
            assert_eq!(leftovers(&out), Vec::<String>::new());
            if status.success() {
                assert!(contents_of(&out).iter().all(|file| !before.contains(file)), "all are new");
                continue;
            }
            assert_eq!(status.code(), Some(130), "as a shell reports SIGINT");
            assert!(contents_of(&out) == before, "all are as they were");
            return;
        }
        panic!("never interrupted in time");
    }

    /// A table of all private codes, with long descriptions.
    fn big_table() -> String {
        let head = "[table]\nname = \"Big\"\ntitle = \"Big\"\ndescription = \"Big.\"\n\
                    span = [4000, 4999]\n";
        let words = "Something happened. ".repeat(50);
        let row = |code: u32| {
            format!("\n[[code]]\ncode = {code}\nname = \"Code{code}\"\ndescription = \"{words}\"\n")
        };
        head.to_owned() + &(4000..=4999).map(row).collect::<String>()
    }

    /// Whoever waits for a registry that does not come can give up.
    #[test]
    fn waiting_for_input_is_interrupted_at_once() {
        use std::os::unix::process::ExitStatusExt as _;
        let folder = folder("interrupt-input");
        let mut command = close_code(&folder);
        command.args(["drift", "-", "skeleton.toml"]).stdin(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // More than a pipe holds: when it is written, the command is reading.
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(&vec![b' '; 1 << 20]).unwrap();
        interrupt(&child);
        let mut status = None;
        wait_until(|| {
            status = child.try_wait().unwrap();
            status.is_some()
        });
        assert_eq!(status.and_then(|status| status.signal()), Some(2));
        drop(stdin);
    }

    #[test]
    fn the_laboratory_answers_and_ends_on_ctrl_c() {
        use std::io::{BufRead as _, BufReader, Read as _, Write as _};
        let folder = folder("lab");
        let mut command = close_code(&folder);
        let mut child = command
            .args(["lab", "--port", "0"])
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.strip_prefix("http://").and_then(|rest| rest.split('/').next()).unwrap();
        let mut stream = std::net::TcpStream::connect(address).unwrap();
        write!(stream, "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 "), "{answer}");
        interrupt(&child);
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }

    fn leftovers(folder: &Path) -> Vec<String> {
        names_in(folder).into_iter().filter(|name| name.contains(".tmp")).collect()
    }
}

//! What Ctrl-C, SIGTERM and SIGHUP do: they end the command at once, but never between two files of a set.
#![cfg(unix)]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Once};
use std::time::{Duration, Instant};
use std::{fs, thread};

mod support;

use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::flag;
use support::{contents_of, folder, names_in};

/// Waits until something holds; the test would hang, and be ended, if it never does.
fn wait_until(mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < Duration::from_secs(120), "waited in vain");
        thread::sleep(Duration::from_millis(20));
    }
}

/// A child inherits that a signal is ignored, as this one is in what a shell runs in the background; that
/// it is handled, a child does not inherit.
fn heed_signals() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            flag::register_conditional_default(signal, Arc::default()).unwrap();
        }
    });
}

/// The command, which heeds the signals whatever this process does.
fn close_code(folder: &Path) -> Command {
    heed_signals();
    support::close_code(folder)
}

fn interrupt(child: &Child) {
    signal(child, "INT");
}

fn signal(child: &Child, name: &str) {
    let status = Command::new("kill").args([&format!("-{name}"), &child.id().to_string()]).status();
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
    let shows = |text: &str| fs::read_to_string(&document).is_ok_and(|json| json.contains(text));
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

/// A FIFO has no writer yet: the command waits in `open`, and still ends.
#[test]
fn a_watched_fifo_ends_on_ctrl_c() {
    let folder = folder("watch-fifo");
    assert!(Command::new("mkfifo").arg(folder.join("fifo")).status().unwrap().success());
    for (name, code) in [("INT", 0), ("TERM", 143), ("HUP", 129)] {
        let mut child = close_code(&folder).args(["generate", "fifo", "--watch"]).spawn().unwrap();
        // The kernel says where a process waits; elsewhere a while has to do.
        let waits = || {
            fs::read_to_string(format!("/proc/{}/wchan", child.id()))
                .is_ok_and(|place| ["fifo", "partner"].iter().any(|word| place.contains(word)))
        };
        let start = Instant::now();
        while !waits() && start.elapsed() < Duration::from_secs(1) {
            thread::sleep(Duration::from_millis(20));
        }
        signal(&child, name);
        let mut status = None;
        wait_until(|| {
            status = child.try_wait().unwrap();
            status.is_some()
        });
        assert_eq!(status.unwrap().code(), Some(code), "{name}");
    }
}

/// What stops a service ends the command as well, with the exit code that says so.
#[test]
fn other_signals_have_their_own_exit_codes() {
    let folder = folder("signals");
    for (name, code) in [("TERM", 143), ("HUP", 129)] {
        let mut command = close_code(&folder);
        command.args(["generate", "chat.toml", "--watch"]);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        signal(&child, name);
        assert_eq!(child.wait().unwrap().code(), Some(code), "watch, {name}");

        let mut command = close_code(&folder);
        let mut child =
            command.args(["lab", "--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
        line.clear();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        signal(&child, name);
        assert_eq!(child.wait().unwrap().code(), Some(code), "lab, {name}");
    }
}

/// What the command was started to ignore, it ignores: SIGHUP under `nohup`, SIGINT in the background of a shell.
#[cfg(target_os = "linux")]
#[test]
fn ignored_signals_stay_ignored() {
    heed_signals();
    let script = format!("trap '' HUP INT; exec {} lab --port 0", env!("CARGO_BIN_EXE_close-code"));
    let mut child =
        Command::new("sh").args(["-c", &script]).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    signal(&child, "HUP");
    signal(&child, "INT");
    // By now it has ended if it heeds them.
    thread::sleep(Duration::from_millis(500));
    signal(&child, "TERM");
    assert_eq!(child.wait().unwrap().code(), Some(143), "{line}");
}

/// A killed run leaves its drafts behind. The next one removes them, and nothing else.
#[test]
fn drafts_of_a_killed_run_are_removed() {
    let folder = folder("killed");
    let out = folder.join("out");
    fs::write(folder.join("own.toml"), big_table()).unwrap();
    let generate = || {
        let mut command = close_code(&folder);
        command.args(["generate", "own.toml", "--out", "out"]).stdout(Stdio::null());
        command
    };
    // It may be through before the signal; then it is tried again.
    for _ in 0..20 {
        let _ = fs::remove_dir_all(&out);
        fs::create_dir(&out).unwrap();
        let mut child = generate().spawn().unwrap();
        wait_until(|| !leftovers(&out).is_empty() || child.try_wait().unwrap().is_some());
        child.kill().unwrap();
        child.wait().unwrap();
        if !leftovers(&out).is_empty() {
            break;
        }
    }
    assert!(!leftovers(&out).is_empty(), "never killed in time");
    fs::write(out.join(".close-code-notes"), "mine").unwrap();
    std::os::unix::fs::symlink("/dev/zero", out.join(".close-code-link.tmp")).unwrap();
    assert!(generate().status().unwrap().success());
    assert_eq!(leftovers(&out), [".close-code-link.tmp"], "a link is not a draft");
    assert!(out.join(".close-code-notes").exists());
    // Also if there is nothing to write.
    fs::write(out.join(".close-code-a1b2c3.tmp"), "").unwrap();
    assert!(generate().status().unwrap().success());
    assert_eq!(leftovers(&out), [".close-code-link.tmp"]);
}

/// A signal while the documents are written: they stay what they were, and no other file is left.
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
    let mut signals = [("INT", 130), ("TERM", 143), ("HUP", 129)].into_iter();
    let mut next = signals.next();
    for _ in 0..60 {
        let Some((name, code)) = next else { return };
        fs::copy(folder.join("chat.toml"), folder.join("own.toml")).unwrap();
        assert!(generate().status().unwrap().success());
        let before = contents_of(&out);
        fs::write(folder.join("own.toml"), &big).unwrap();
        let mut child = generate().spawn().unwrap();
        wait_until(|| !leftovers(&out).is_empty() || child.try_wait().unwrap().is_some());
        if child.try_wait().unwrap().is_none() {
            signal(&child, name);
        }
        let status = child.wait().unwrap();
        assert_eq!(leftovers(&out), Vec::<String>::new());
        if status.success() {
            assert!(contents_of(&out).iter().all(|file| !before.contains(file)), "all are new");
            continue;
        }
        assert_eq!(status.code(), Some(code), "as a shell reports {name}");
        assert!(contents_of(&out) == before, "all are as they were");
        next = signals.next();
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

/// The user can stop waiting for a registry that does not come.
#[test]
fn waiting_for_input_is_interrupted_at_once() {
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
    let folder = folder("lab");
    let mut command = close_code(&folder);
    let mut child = command.args(["lab", "--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
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

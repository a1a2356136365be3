//! Files that are not as they should be, and files that are written.

use std::fs;

mod support;

use support::{close_code, contents_of, folder, names_in, texts};

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

/// A document that was generated earlier keeps its mode and its owner; a new one gets what the umask says.
#[cfg(unix)]
#[test]
fn mode_and_owner_are_kept() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
    use std::process::Command;

    let folder = folder("mode");
    let generate = |with: &str| {
        let binary = env!("CARGO_BIN_EXE_close-code");
        let script =
            format!("umask 027; exec {with} {binary} generate chat.toml --only json --force");
        let status = Command::new("sh").args(["-c", &script]).current_dir(&folder).status();
        assert!(status.unwrap().success());
        fs::metadata(folder.join("docs/chat.json")).unwrap()
    };
    assert_eq!(generate("").mode() & 0o777, 0o640);
    let document = folder.join("docs/chat.json");
    fs::set_permissions(&document, fs::Permissions::from_mode(0o604)).unwrap();
    // Only root can give a file away, and only then there is something to keep.
    let is_given = chown(&document, Some(1234), Some(1235)).is_ok();
    let before = fs::metadata(&document).unwrap();
    let table = fs::read_to_string(folder.join("chat.toml")).unwrap();
    fs::write(folder.join("chat.toml"), table.replace("Removed by", "Thrown out by")).unwrap();
    let after = generate("");
    assert_ne!(before.ino(), after.ino(), "it is a new file");
    assert_eq!(after.mode() & 0o777, 0o604);
    if is_given {
        assert_eq!((after.uid(), after.gid()), (1234, 1235));
    }
    // Others can give files to groups that they are in, as root can without that capability.
    if is_given && cfg!(target_os = "linux") {
        fs::write(&document, "{}").unwrap();
        let after = generate("setpriv --bounding-set -chown --groups 0,1235");
        assert_eq!((after.uid(), after.gid()), (0, 1235));
    }
}

/// A table that nobody has read may name any file as its document, even for `--check`.
#[cfg(unix)]
#[test]
fn a_document_that_has_no_end_is_not_read() {
    let folder = folder("endless");
    let fifo = folder.join("fifo.json");
    assert!(std::process::Command::new("mkfifo").arg(fifo).status().unwrap().success());
    fs::File::create(folder.join("huge.json")).unwrap().set_len(3 << 30).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.join("link.json")).unwrap();
    let table = fs::read_to_string(folder.join("chat.toml")).unwrap();
    for (path, why) in [
        ("fifo.json", "it is not a regular file"),
        ("link.json", "it is not a regular file"),
        ("/dev/zero", "it is not a regular file"),
        ("huge.json", "it is larger than 16 MiB"),
    ] {
        let outputs = format!("[table.outputs]\njson = \"{path}\"\n\n[[code]]");
        fs::write(folder.join("own.toml"), table.replacen("[[code]]", &outputs, 1)).unwrap();
        for option in [&[][..], &["--check"], &["--force"]] {
            let output =
                close_code(&folder).args(["generate", "own.toml"]).args(option).output().unwrap();
            assert_eq!(output.status.code(), Some(2), "{output:?}");
            assert!(texts(&output).1.contains(why), "{output:?}");
        }
    }
}

/// A table can have the name that one of its documents would get.
#[test]
fn a_table_is_not_overwritten_by_its_document() {
    let folder = folder("input-is-output");
    let table = fs::read_to_string(folder.join("chat.toml")).unwrap();
    fs::write(folder.join("chat.md"), &table).unwrap();
    for out in [".", "../input-is-output"] {
        let arguments = ["generate", "chat.md", "--force", "--out", out];
        let output = close_code(&folder).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(texts(&output).1.contains("would overwrite the table"), "{output:?}");
    }
    assert_eq!(fs::read_to_string(folder.join("chat.md")).unwrap(), table);
    assert!(!folder.join("chat.json").exists(), "nothing of the set is written");
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

/// Where both kinds of line ends are in one file, drift leaves every line's own.
#[test]
fn drift_keeps_mixed_line_ends() {
    let folder = folder("drift-mixed");
    let table = folder.join("skeleton.toml");
    let unix = fs::read_to_string(&table).unwrap();
    let drift = |text: &str| {
        fs::write(&table, text).unwrap();
        let arguments = ["drift", "registry-2026-06-10.xml", "skeleton.toml", "--write"];
        let output = close_code(&folder).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        fs::read_to_string(&table).unwrap()
    };
    let expected = drift(&unix);
    assert!(expected.lines().count() > unix.lines().count(), "rows are added");
    for every in [2, 3, 7] {
        let end = |at: usize| if at % every == 0 { "\r\n" } else { "\n" };
        let lines = unix.lines().enumerate();
        let mixed: String = lines.map(|(at, line)| line.to_owned() + end(at)).collect();
        let mut old = mixed.split_inclusive('\n').peekable();
        let written = drift(&mixed);
        assert_eq!(written.replace("\r\n", "\n"), expected);
        // The lines that were there come in the same order, each with its own end.
        for line in written.split_inclusive('\n') {
            old.next_if_eq(&line);
        }
        let left: Vec<_> = old.collect();
        assert!(left.is_empty(), "every {every}: {left:?}");
    }
    let without_end = drift(unix.trim_end());
    assert_eq!(without_end.trim_end(), expected.trim_end());
}

/// A date in the future would be written as `as_of`, and every real file refused until then.
#[test]
fn drift_refuses_a_registry_of_the_future() {
    let folder = folder("drift-future");
    let before = fs::read_to_string(folder.join("skeleton.toml")).unwrap();
    let registry = fs::read_to_string(folder.join("registry-2026-06-10.xml")).unwrap();
    let future = registry.replace("<updated>2026-06-10</updated>", "<updated>2999-01-01</updated>");
    assert_ne!(registry, future);
    fs::write(folder.join("future.xml"), future).unwrap();
    let dated = ["registry-2024-02-02.csv", "skeleton.toml", "--registry-date", "2999-01-01"];
    for arguments in [&["future.xml", "skeleton.toml"][..], &dated] {
        for write in [&[][..], &["--write"]] {
            let output =
                close_code(&folder).arg("drift").args(arguments).args(write).output().unwrap();
            assert_eq!(output.status.code(), Some(2), "{output:?}");
            assert!(texts(&output).1.contains("2999-01-01, which is in the future"), "{output:?}");
        }
    }
    assert_eq!(fs::read_to_string(folder.join("skeleton.toml")).unwrap(), before);
}

/// Such a date is not IANA's fault, and every registry would be older.
#[test]
fn drift_names_the_date_of_a_table_of_the_future() {
    let folder = folder("drift-table-future");
    let table = fs::read_to_string(folder.join("chat.toml")).unwrap();
    let table = table.replace("4000, 4999", "3000, 4999").replace("2026-11-22", "2999-01-01");
    fs::write(folder.join("own.toml"), table).unwrap();
    let registry = "registry-2024-02-02.csv";
    for option in [&[][..], &["--write"], &["--registry-date", "2024-02-02"]] {
        let arguments = ["drift", registry, "own.toml"];
        let output = close_code(&folder).args(arguments).args(option).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        let expected =
            "own.toml: `as_of = 2999-01-01` is in the future: set it to the date of the registry";
        assert!(texts(&output).1.contains(expected), "{output:?}");
    }
}

/// What the message says to do if a registry has no date works, for XML too.
#[test]
fn drift_takes_the_date_of_a_registry_that_has_none() {
    let folder = folder("drift-undated");
    let registry = fs::read_to_string(folder.join("registry-2026-06-10.xml")).unwrap();
    let undated = registry.replace("<updated>2026-06-10</updated>", "");
    assert_ne!(registry, undated);
    fs::write(folder.join("undated.xml"), undated).unwrap();
    let drift = |arguments: &[&str]| {
        let mut command = close_code(&folder);
        command.arg("drift").args(arguments).args(["skeleton.toml", "--write"]).output().unwrap()
    };
    let date = ["--registry-date", "2026-06-10"];
    let refused = drift(&["undated.xml"]);
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert!(texts(&refused).1.contains("add `--registry-date YYYY-MM-DD`"), "{refused:?}");
    let refused = drift(&[&["registry-2026-06-10.xml"], &date[..]].concat());
    assert_eq!(refused.status.code(), Some(2), "{refused:?}");
    assert!(texts(&refused).1.contains("remove `--registry-date`"), "{refused:?}");
    let written = drift(&[&["undated.xml"], &date[..]].concat());
    assert_eq!(written.status.code(), Some(0), "{written:?}");
    assert!(
        fs::read_to_string(folder.join("skeleton.toml")).unwrap().contains("as_of = 2026-06-10")
    );
}

/// A row for a new code is complete, whatever the table has around it.
#[test]
fn drift_adds_a_new_code_to_a_table_without_ranges() {
    let folder = folder("drift-no-ranges");
    let registry = fs::read_to_string(folder.join("registry-2026-06-10.xml")).unwrap();
    let head = "[table]\nname = \"Own\"\ntitle = \"T\"\ndescription = \"D.\"\nspan = [1000, 4999]\n\
                as_of = 2020-01-01\n";
    let row = "\n[[code]]\ncode = 4001\nname = \"Mine\"\nwire = true\nscript = true\n";
    let range = |flags: &str| {
        format!("\n[[range]]\ncodes = [1000, 4999]\nname = \"All\"\nmeaning = \"All\"\n{flags}\n")
    };
    for range in
        [String::new(), range("wire = true\nscript = true"), range("wire = false\nscript = false")]
    {
        for (code, unassigned) in [("1016", "1016-2999"), ("3009", "3009-3999")] {
            let first = format!("<value>{unassigned}</value>");
            let rest = unassigned.replace(code, &(code.parse::<u16>().unwrap() + 1).to_string());
            let new = format!(
                "<value>{code}</value><description>Brand New</description></record>\
                 <record><value>{rest}</value>"
            );
            assert!(registry.contains(&first));
            let registry = registry.replace(&first, &new);
            fs::write(folder.join("new.xml"), registry).unwrap();
            fs::write(folder.join("own.toml"), [head, &range, row].concat()).unwrap();
            let arguments = ["drift", "new.xml", "own.toml", "--write"];
            let output = close_code(&folder).args(arguments).output().unwrap();
            assert_eq!(output.status.code(), Some(0), "{code}: {output:?}");
            let written = fs::read_to_string(folder.join("own.toml")).unwrap();
            assert!(written.contains(&format!("code = {code}\nname = \"BrandNew\"")), "{written}");
        }
    }
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

#[test]
fn two_documents_of_one_file_are_refused_however_it_is_written() {
    let folder = folder("one-file");
    let head = "[table]\nname = \"Any\"\ntitle = \"Any\"\ndescription = \"Any.\"\n";
    let row = "[[code]]\ncode = 4000\nname = \"Ab\"\n";
    fs::create_dir(folder.join("docs")).unwrap();
    for other in ["./a.json", "docs/../a.json", "docs/.././a.json"] {
        let outputs = format!("[table.outputs]\njson = \"a.json\"\nmarkdown = \"{other}\"\n");
        fs::write(folder.join("any.toml"), format!("{head}{outputs}{row}")).unwrap();
        let output = close_code(&folder).args(["generate", "any.toml"]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{other}: {output:?}");
        assert!(
            texts(&output).1.contains("two documents would be written to "),
            "{other}: {output:?}"
        );
        assert!(!folder.join("a.json").exists(), "{other}");
    }
}

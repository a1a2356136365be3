//! Warnings: each where it belongs, and none that the table allows.

use close_code_codegen::check::WARNINGS;
use close_code_codegen::problem::{Problem, Severity};
use close_code_codegen::toml;
use close_code_emitters::compat::Compat;
use close_code_emitters::warn::{self, Facts};

const HEAD: &str = "[table]\nname = \"T\"\ntitle = \"T\"\ndescription = \"A table.\"\n";

/// A registry of two codes and four receivers that disagree.
fn facts() -> Facts {
    let built_in = toml::read(
        r#"
        [table]
        name = "CloseKind"
        title = "Close codes"
        description = "All of them."
        span = [0, 65535]
        [[range]]
        codes = [0, 2999]
        name = "Protocol"
        wire = false
        script = false
        [[range]]
        codes = [3000, 3999]
        name = "Library"
        [[range]]
        codes = [4000, 65535]
        name = "Rest"
        wire = false
        script = false
        [[code]]
        code = 1012
        name = "ServiceRestart"
        wire = true
        [[code]]
        code = 3000
        name = "Unauthorized"
        meaning = "Not authorized"
        label = "Denied"
        "#,
    )
    .expect("a valid table");
    Facts::new(&built_in, &receivers())
}

fn receivers() -> Compat {
    let mut source = String::from("gathered = \"2026-11-22\"\n");
    for (name, accepts) in [
        ("one", "[[1000, 4999]]"),
        ("two", "[[1000, 1011], [3000, 4999]]"),
        ("three", "[[1000, 1012], [3000, 4999]]"),
        ("four", "[[1000, 4999]]"),
    ] {
        source.push_str(&format!(
            "[[receiver]]\nid = \"{name}\"\nname = \"{name}\"\nplatform = \"x\"\nmethod = \"executed\"\n\
             accepts = {accepts}\nsource = {{ text = \"x\" }}\n"
        ));
    }
    Compat::read(&source).expect("valid facts")
}

fn problems(rows: &str) -> Vec<Problem> {
    let source = format!("{HEAD}{rows}");
    assert!(toml::read(&source).is_ok(), "{source}: {:?}", toml::read(&source));
    let (draft, _) = toml::lower(&source);
    warn::warnings(&draft.expect("a draft"), &facts())
}

/// The names of the warnings about rows, each with the text that it points at.
fn warned(rows: &str) -> Vec<(&'static str, String)> {
    let source = format!("{HEAD}{rows}");
    problems(rows)
        .into_iter()
        .map(|problem| match problem.severity {
            Severity::Warning(name) => (name, source[problem.at.range()].to_owned()),
            Severity::Error => panic!("a warning is no error: {}", problem.message),
        })
        .collect()
}

#[track_caller]
fn assert_warned(rows: &str, expected: &[(&str, &str)]) {
    let warned = warned(rows);
    let warned: Vec<_> = warned.iter().map(|(name, text)| (*name, text.as_str())).collect();
    assert_eq!(warned, expected, "{rows}");
}

const SPAN: &str = "span = [3000, 4999]\n";

#[test]
fn a_code_that_the_registry_has_assigned() {
    let row = |name: &str| {
        format!("{SPAN}[[code]]\ncode = 3000\nname = \"{name}\"\ndescription = \"x\"\n")
    };
    assert_warned(&row("Banned"), &[("reassigned", "3000")]);
    // The registry's own code, under any of its names.
    assert_warned(&row("Unauthorized"), &[]);
    assert_warned(&row("Denied"), &[]);
    assert_warned(&format!("{}meaning = \"not AUTHORIZED\"\n", row("Banned")), &[]);
    assert_warned(&format!("{}allow = [\"reassigned\"]\n", row("Banned")), &[]);
}

#[test]
fn a_code_that_nobody_has_registered() {
    let row =
        |code: u16| format!("{SPAN}[[code]]\ncode = {code}\nname = \"Own\"\ndescription = \"x\"\n");
    assert_warned(&row(3001), &[("unregistered", "3001")]);
    assert_warned(&row(3999), &[("unregistered", "3999")]);
    assert_warned(&row(4000), &[]);
    let range = |first: u16, last: u16| {
        format!("{SPAN}[[range]]\ncodes = [{first}, {last}]\nname = \"Own\"\ndescription = \"x\"\n")
    };
    assert_warned(&range(3100, 3199), &[("unregistered", "[3100, 3199]")]);
    // The registry's own range is nobody's, and one that reaches further is not about registered codes.
    assert_warned(&range(3000, 3999), &[]);
    assert_warned(&range(3100, 4199), &[]);
    // A range speaks for the codes in it.
    let code = "[[code]]\ncode = 3100\nname = \"In\"\ndescription = \"y\"\nmeaning = \"y\"\n";
    assert_warned(&format!("{}{code}", range(3100, 3199)), &[("unregistered", "[3100, 3199]")]);
}

#[test]
fn a_code_that_many_refuse() {
    let row = |wire: bool| {
        format!(
            "span = [1000, 4999]\n[[code]]\ncode = 1012\nname = \"ServiceRestart\"\ndescription = \"x\"\n\
             wire = {wire}\nscript = false\n"
        )
    };
    assert_warned(&row(true), &[("refused", "1012")]);
    // What is not sent is not refused.
    assert_warned(&row(false), &[]);
    let problems = problems(&row(true));
    assert!(
        problems[0].message.starts_with("1 of 4 receivers reject 1012"),
        "{}",
        problems[0].message
    );
    assert_eq!(problems[0].label, "among them two");
    // What the row does not say its range does.
    let range = "span = [1000, 4999]\n[[range]]\ncodes = [1000, 2999]\nname = \"Any\"\ndescription = \"x\"\n\
                 wire = true\nscript = false\n";
    let code = "[[code]]\ncode = 1013\nname = \"Own\"\ndescription = \"y\"\n";
    assert_warned(&format!("{range}{code}"), &[("refused", "1013")]);
}

#[test]
fn two_rows_with_one_meaning() {
    let rows = "span = [4000, 4999]\n[[code]]\ncode = 4001\nname = \"RateLimit\"\ndescription = \"x\"\n\
                [[code]]\ncode = 4002\nname = \"Slower\"\nmeaning = \"rate-limit\"\ndescription = \"x\"\n";
    assert_warned(rows, &[("same-meaning", "\"rate-limit\"")]);
    let problems = problems(rows);
    let source = format!("{HEAD}{rows}");
    assert_eq!(&source[problems[0].related[0].0.range()], "\"RateLimit\"");
}

#[test]
fn a_code_that_departs_from_its_range() {
    let rows = |range: &str, code: &str| {
        format!(
            "span = [4000, 4999]\n[[range]]\ncodes = [4000, 4099]\nname = \"Ours\"\ndescription = \"x\"\n{range}\n\
             [[code]]\ncode = 4001\nname = \"Own\"\ndescription = \"y\"\n{code}\n"
        )
    };
    let never = "reconnect = \"never\"";
    let backoff = "reconnect = \"backoff\"";
    assert_warned(&rows(never, backoff), &[("override", "\"backoff\"")]);
    assert_warned(&rows(never, never), &[]);
    assert_warned(&rows(never, ""), &[]);
    assert_warned(&rows("", backoff), &[]);
    assert_warned(&rows("reconnect = \"unspecified\"", backoff), &[]);
    assert_warned(
        &rows("sender = \"server\"", "sender = \"client\""),
        &[("override", "\"client\"")],
    );
    assert_warned(&rows("sender = \"either\"", "sender = \"client\""), &[]);
    assert_warned(&rows(never, &format!("{backoff}\nallow = [\"override\"]")), &[]);
}

#[test]
fn a_row_without_a_description() {
    assert_warned(
        "span = [4000, 4999]\n[[range]]\ncodes = [4000, 4099]\nname = \"Range\"\n[[code]]\ncode = 4001\nname = \"Own\"\n",
        &[("undescribed", "\"Range\""), ("undescribed", "\"Own\"")],
    );
}

/// Every warning has a name that `allow` takes, and is gone when the table, or its row, allows it.
#[test]
fn what_is_allowed_is_not_warned_of() {
    let rows = "span = [1000, 4999]\n[[range]]\ncodes = [4000, 4099]\nname = \"Ours\"\ndescription = \"x\"\n\
                reconnect = \"never\"\n\
                [[code]]\ncode = 1012\nname = \"ServiceRestart\"\ndescription = \"x\"\nwire = true\nscript = false\n\
                [[code]]\ncode = 3000\nname = \"Banned\"\ndescription = \"x\"\n\
                [[code]]\ncode = 3001\nname = \"Own\"\ndescription = \"x\"\n\
                [[code]]\ncode = 4001\nname = \"Two\"\nmeaning = \"own\"\nreconnect = \"backoff\"\n";
    let warned: Vec<_> = warned(rows).into_iter().map(|(name, _)| name).collect();
    let mut names = warned.clone();
    names.sort_unstable();
    assert_eq!(names, WARNINGS);
    for allowed in WARNINGS {
        let left: Vec<_> = self::warned(&format!("allow = [\"{allowed}\"]\n{rows}"))
            .into_iter()
            .map(|(name, _)| name)
            .collect();
        let expected: Vec<_> = warned.iter().copied().filter(|name| *name != allowed).collect();
        assert_eq!(left, expected);
    }
}

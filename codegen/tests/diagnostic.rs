//! What a problem looks like, where sources are not plain lines of ASCII.

use core::ops::Range;

use close_code_codegen::diagnostic::{self, Style};
use close_code_codegen::model::Span;
use close_code_codegen::problem::Problem;

fn problem(at: Range<usize>) -> Problem {
    Problem::error(at.into(), "something is wrong")
}

/// The place of `needle`, which is there once.
fn place(source: &str, needle: &str) -> Range<usize> {
    let mut found = source.match_indices(needle);
    let (start, _) = found.next().expect("it is there");
    assert!(found.next().is_none(), "it is there once");
    start..start + needle.len()
}

/// A report without its first line, which is the message, and its last, which is the sum.
fn snippet(source: &str, problem: Problem) -> String {
    let text = diagnostic::render("codes.toml", source, &[problem]);
    let text = text.strip_prefix("error: something is wrong\n").expect("the message");
    text.strip_suffix("\n1 error in codes.toml\n").expect("the sum").to_owned()
}

#[test]
fn no_problem_is_no_text() {
    assert_eq!(diagnostic::render("codes.toml", "code = 1\n", &[]), "");
    assert_eq!(diagnostic::summary("codes.toml", &[]), None);
}

#[test]
fn errors_and_warnings_are_counted() {
    let error = problem(0..1);
    let warning = Problem::warning("override", Span::new(0, 1), "something is odd");
    for (problems, expected) in [
        (vec![error.clone()], "1 error in a.toml"),
        (vec![error.clone(), error.clone()], "2 errors in a.toml"),
        (vec![warning.clone()], "1 warning in a.toml"),
        (vec![error.clone(), warning.clone(), warning.clone()], "1 error and 2 warnings in a.toml"),
    ] {
        assert_eq!(diagnostic::summary("a.toml", &problems).as_deref(), Some(expected));
    }
    let text = diagnostic::render("a.toml", "x\n", &[warning]);
    assert!(text.starts_with("warning[override]: something is odd\n --> a.toml:1:1\n"), "{text}");
}

#[test]
fn other_places_are_shown_in_the_order_of_the_source() {
    let source = "a = 1\nb = 2\nc = 3\nd = 4\ne = 5\nf = 6\ng = 7\nh = 8\ni = 9\nj = 10\n";
    let problem = problem(place(source, "10"))
        .label("here")
        .related((place(source, "1\n").start..place(source, "1\n").end - 1).into(), "far above")
        .related(place(source, "8").into(), "two above")
        .related(place(source, "j").into(), "on the line")
        .help("write 11");
    let expected = "  \
  --> codes.toml:10:5
   |
 1 | a = 1
   |     - far above
...
 8 | h = 8
   |     - two above
 9 | i = 9
10 | j = 10
   | - on the line
   |     ^^ here
   |
   = help: write 11
";
    assert_eq!(snippet(source, problem), expected);
}

#[test]
fn columns_are_characters_and_carets_stand_below_them() {
    for (source, needle, column, caret) in [
        ("name = \"X\"\n", "\"X\"", 8, "       ^^^"),
        ("\tname = \"X\"\n", "\"X\"", 9, "           ^^^"),
        ("é = \"ü\" # x\n", "x", 11, "          ^"),
        ("\"名前\" = 5\n", "5", 8, "         ^"),
        ("\"e\u{301}\" = 5\n", "5", 8, "      ^"),
        ("\"🔌\" = 5\n", "5", 7, "       ^"),
        ("x = \"名前\"\n", "\"名前\"", 5, "    ^^^^^^"),
    ] {
        let text = snippet(source, problem(place(source, needle)));
        assert!(text.contains(&format!("codes.toml:1:{column}\n")), "{text}");
        assert!(text.ends_with(&format!("\n  | {caret}\n")), "{text}");
    }
}

#[test]
fn places_at_the_end_have_a_caret() {
    let of = |source: &str| snippet(source, problem(source.len()..source.len()));
    assert_eq!(of(""), " --> codes.toml:1:1\n  |\n1 |\n  | ^\n");
    assert_eq!(of("a = "), " --> codes.toml:1:5\n  |\n1 | a =\n  |     ^\n");
    assert_eq!(of("a = 1\n"), " --> codes.toml:2:1\n  |\n2 |\n  | ^\n");
    // A place after the end, or inside a character, must not cause a panic.
    assert_eq!(snippet("a", problem(7..9)), " --> codes.toml:1:2\n  |\n1 | a\n  |  ^\n");
    assert_eq!(snippet("é", problem(1..2)), " --> codes.toml:1:1\n  |\n1 | é\n  | ^\n");
}

#[test]
fn lines_may_end_as_on_windows() {
    let unix = "a = 1\nb = 2\nc = 3\n";
    let windows = "a = 1\r\nb = 2\r\nc = 3\r\n";
    let of = |source: &str| {
        snippet(source, problem(place(source, "3")).related(place(source, "1").into(), "other"))
    };
    assert_eq!(of(unix), of(windows));
    let end = windows.find('\r').expect("it is there");
    assert!(snippet(windows, problem(end..end + 2)).ends_with("1 | a = 1\n  |      ^\n"));
}

#[test]
fn of_a_place_over_several_lines_the_first_is_marked() {
    let source = "x = \"\"\"one\ntwo\n\"\"\"\n";
    let text = snippet(source, problem(4..source.len() - 1).label("all of it"));
    assert_eq!(text, " --> codes.toml:1:5\n  |\n1 | x = \"\"\"one\n  |     ^^^^^^ all of it\n");
}

#[test]
fn a_byte_order_mark_takes_no_column() {
    let source = "\u{FEFF}a = 1\n";
    let text = snippet(source, problem(place(source, "1")));
    assert_eq!(text, " --> codes.toml:1:5\n  |\n1 | a = 1\n  |     ^\n");
}

#[test]
fn nothing_reaches_the_terminal_that_it_would_obey() {
    let source = "a = \"\u{1b}[31m\u{7f}\u{85}\u{202e}x\" # y\n";
    let problem = Problem::error(place(source, "y").into(), "bad \u{1b}[0m\u{202e}")
        .label("a\nb")
        .related((0..1).into(), "\u{7}")
        .help("\u{9b}2J");
    let text = diagnostic::render("co\u{1b}des.toml", source, &[problem]);
    let harmless =
        |c: char| c == '\n' || !(c.is_control() || ('\u{202A}'..='\u{202E}').contains(&c));
    assert!(text.chars().all(harmless), "{text:?}");
    assert!(text.starts_with("error: bad \\u{1b}[0m\\u{202e}\n"), "{text}");
    assert!(text.contains("\n1 | a = \"␛[31m␡\u{FFFD}\u{FFFD}x\" # y\n"), "{text}");
    assert!(text.contains("\n  |                   ^ a\\nb\n"), "{text}");
}

#[test]
fn a_long_line_is_cut_around_its_mark() {
    let words = "word ".repeat(100);
    let source = format!("description = \"{words}MARK {words}\"\n");
    let of = |needle: &str| snippet(&source, problem(place(&source, needle)).label("here"));

    let text = of("MARK");
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[2].starts_with("1 | ...") && lines[2].ends_with("..."), "{text}");
    assert!(lines[2].chars().count() < 125, "{text}");
    assert!(lines[2].contains("word word MARK word"), "{text}");
    let at = lines[2].find("MARK").expect("the mark is shown");
    assert_eq!(lines[3], format!("  | {}^^^^ here", " ".repeat(at - 4)));

    let text = of("description");
    assert!(text.contains("\n1 | description = \"word"), "{text}");
    assert!(text.ends_with("...\n  | ^^^^^^^^^^^ here\n"), "{text}");

    // A mark as wide as the line ends where the line is cut.
    let at = place(&source, "description").start..source.len() - 1;
    let text = snippet(&source, problem(at).label("here"));
    assert!(text.lines().all(|line| line.chars().count() < 125), "{text}");
}

#[test]
fn a_style_surrounds_the_parts_and_changes_nothing_else() {
    let source = "a = 1\nb = 2\nc = 3\nd = 4\n";
    let problems = [
        problem(place(source, "4"))
            .label("here")
            .related(place(source, "1").into(), "other")
            .help("do"),
        Problem::warning("override", Span::new(0, 1), "odd"),
    ];
    let plain = diagnostic::render("a.toml", source, &problems);
    let styled = diagnostic::render_with("a.toml", source, &problems, &Style::ANSI);
    assert!(styled.starts_with("\x1b[1;91merror\x1b[0m\x1b[1m: something is wrong\x1b[0m\n"));
    assert!(styled.contains("\x1b[1;93mwarning[override]\x1b[0m"));
    let mut stripped = styled;
    for part in [Style::ANSI.error, Style::ANSI.warning, Style::ANSI.frame, Style::ANSI.bold] {
        assert!(stripped.contains(part));
        stripped = stripped.replace(part, "");
    }
    assert_eq!(stripped.replace(Style::ANSI.reset, ""), plain);
}

#[test]
fn no_text_is_as_long_as_the_source() {
    let long = "Ab".repeat(10_000);
    for line in [
        format!("{long} = 1"),
        format!("sender = \"{long}\""),
        format!("name = \"{long}!\""),
        format!("name = {long}"),
        format!("reference = [\"{long}\\u0007\"]"),
    ] {
        let head = "[table]\nname = \"Any\"\ntitle = \"Any\"\ndescription = \"Any.\"\n";
        let source = format!("{head}[[code]]\ncode = 4000\n{line}\n");
        let problems = close_code_codegen::toml::read(&source).expect_err("a mistake");
        let report = close_code_codegen::diagnostic::render("any.toml", &source, &problems);
        assert!(report.len() < 5000, "{} bytes of\n{}", report.len(), &report[..1000]);
    }
}

//! Everything in `libraries.toml` is tested by itself: a row that is added is a test that is added.

use std::collections::BTreeSet;

use close_code_emitters::libraries::{Answer, Libraries};
use regex_syntax::ast::{self, Ast, Visitor};

use super::line::{Near, Scope};
use super::question::Question;
use super::read;
use super::tables::Tables;

fn tables() -> Tables {
    Tables::new(None).expect("the embedded data are valid")
}

/// What lines say, as an example has its answer.
pub(super) fn answer(text: &str, asked: bool, tables: &Tables) -> Answer {
    let questions = questions(text, asked, tables);
    let mut codes: Vec<u16> = questions.iter().filter_map(|question| question.code()).collect();
    let mut seen = BTreeSet::new();
    codes.retain(|code| seen.insert(*code));
    let of = |question: &Question| question.finding.clone();
    let first = questions.first().map(of).unwrap_or_default();
    Answer {
        codes,
        status: first.status,
        reason: first.reason,
        sent_by: first.sent_by,
        end: first.end,
        table: questions.into_iter().find_map(|question| question.table),
    }
}

/// The questions of lines, read as those of a log or as what a person asks.
pub(super) fn questions(text: &str, asked: bool, tables: &Tables) -> Vec<Question> {
    if asked {
        return read::read(text, tables).expect("the embedded patterns are valid");
    }
    let read = Near::each(text).flat_map(|(line, near)| {
        read::read_line(line, &near, tables, &mut Scope::default())
            .expect("the embedded patterns are valid")
    });
    read.collect()
}

#[test]
fn every_example_has_its_answer() {
    let tables = tables();
    let mut wrong = String::new();
    for library in &tables.libraries.library {
        for text in &library.text {
            let found = answer(text.example.trim(), text.asked, &tables);
            if found != text.answer {
                wrong += &format!(
                    "{}: {:?}\n  is {found:?}\n not {:?}\n",
                    library.id, text.example, text.answer
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// An example is found by its own pattern, and not by another that happens to match.
#[test]
fn every_pattern_matches_its_example() {
    let tables = tables();
    let mut texts = tables.libraries.library.iter().flat_map(|library| &library.text);
    let matches = |pattern: &str, example: &str| {
        let pattern = super::engine::regex(pattern).expect("it compiles");
        example.lines().any(|line| pattern.is_match(&line.to_ascii_lowercase()))
    };
    assert!(texts.all(|text| matches(&text.pattern, &text.example)
        || panic!("{:?} is no example of {}", text.example, text.pattern)));
    for other in &tables.libraries.other {
        assert!(matches(&other.pattern, &other.example), "{}", other.pattern);
    }
}

#[test]
fn numbers_of_other_systems_are_not_codes() {
    let tables = tables();
    for other in &tables.libraries.other {
        assert_eq!(
            answer(&other.example, false, &tables).codes,
            [] as [u16; 0],
            "{}",
            other.example
        );
        assert_eq!(
            answer(&other.example, true, &tables).codes,
            [] as [u16; 0],
            "{}",
            other.example
        );
    }
}

#[test]
fn errors_of_the_network_have_no_code() {
    let tables = tables();
    for error in &tables.libraries.network {
        let questions = questions(&error.example, true, &tables);
        let says: Vec<_> = questions.iter().flat_map(|question| &question.finding.says).collect();
        assert_eq!(says, [&error.says], "{}", error.example);
        assert!(questions.iter().all(|question| question.code().is_none()), "{}", error.example);
    }
}

#[test]
fn every_name_of_a_library_is_known() {
    let tables = tables();
    let mut names = 0;
    for library in &tables.libraries.library {
        for (name, code) in &library.names {
            let codes: Vec<_> = questions(name, true, &tables)
                .iter()
                .filter_map(|question| question.code())
                .collect();
            assert_eq!(codes, [*code], "{name} of {}", library.name);
            names += 1;
        }
    }
    assert!(names > 271, "{names}");
}

/// A name that libraries have for different codes is said with each of them.
#[test]
fn an_ambiguous_name_has_all_its_codes() {
    let tables = tables();
    let codes = |name: &str| answer(name, true, &tables).codes;
    assert_eq!(codes("StatusCode.BAD_DATA"), [1003]);
    assert_eq!(codes("CloseStatus.BAD_DATA"), [1007]);
    let mut both = codes("BAD_DATA");
    both.sort_unstable();
    assert_eq!(both, [1003, 1007]);
}

#[test]
fn ids_are_unique_and_statuses_complete() {
    let libraries = tables().libraries;
    let ids: BTreeSet<_> = libraries.library.iter().map(|library| &library.id).collect();
    assert_eq!(ids.len(), libraries.library.len());
    for status in 100..=599 {
        let has = |(first, last): (u16, u16)| first <= status && status <= last;
        assert!(libraries.status.iter().any(|row| has(row.codes)), "{status}");
    }
}

#[test]
fn every_pattern_is_of_the_common_dialect() {
    let mut libraries = tables().libraries;
    let mut wrong = Vec::new();
    libraries.patterns(|pattern| wrong.extend(dialect(pattern).err()));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_the_two_dialects_read_differently_is_refused() {
    for pattern in [
        r"\d",
        r"\w+",
        r"\s",
        r"\bws\b",
        "(?i)close",
        "(?i:close)",
        r"\p{L}",
        r"[[:alpha:]]",
        r"[a&&b]",
        "(?P<code>1)",
        r"\x41",
        r"\Aws",
        r"ws\z",
        "(?=a)",
        r"(a)\1",
        r"\-",
        r#"\""#,
        "(a+)+",
        "Close",
        "[a-z",
    ] {
        assert!(dialect(pattern).is_err(), "{pattern} is taken");
    }
}

/// Refuses what Rust's `regex` and JavaScript's `RegExp` (with the flags `s` and `u`) read differently, and
/// what costs a backtracking engine too much.
fn dialect(pattern: &str) -> Result<(), String> {
    let parsed = ast::parse::Parser::new().parse(pattern);
    let ast = parsed.map_err(|error| format!("{pattern}: {error}"))?;
    if pattern.contains("(?P<") {
        return Err(format!("{pattern}: a group is written (?<name>)"));
    }
    ast::visit(&ast, Dialect { pattern })
}

struct Dialect<'a> {
    pattern: &'a str,
}

impl Dialect<'_> {
    fn refuse(&self, what: &str) -> Result<(), String> {
        Err(format!("{}: {what}", self.pattern))
    }

    fn literal(&self, literal: &ast::Literal) -> Result<(), String> {
        let escapable = "^$\\.*+?()[]{}|/";
        match literal.kind {
            ast::LiteralKind::Verbatim if literal.c.is_ascii_uppercase() => {
                self.refuse("lines are in small letters")
            }
            ast::LiteralKind::Verbatim => Ok(()),
            ast::LiteralKind::Meta if escapable.contains(literal.c) => Ok(()),
            _ => self.refuse("an escape that one of the two does not have"),
        }
    }
}

impl Visitor for Dialect<'_> {
    type Output = ();
    type Err = String;

    fn finish(self) -> Result<(), String> {
        Ok(())
    }

    fn visit_pre(&mut self, ast: &Ast) -> Result<(), String> {
        match ast {
            Ast::Flags(_) => self.refuse("a flag"),
            Ast::ClassUnicode(_) | Ast::ClassPerl(_) => {
                self.refuse("a class that the two read differently")
            }
            Ast::Group(group) if group.flags().is_some_and(|flags| !flags.items.is_empty()) => {
                self.refuse("a flag")
            }
            Ast::Assertion(assertion) => match assertion.kind {
                ast::AssertionKind::StartLine | ast::AssertionKind::EndLine => Ok(()),
                _ => self.refuse("an assertion that the two read differently"),
            },
            Ast::Literal(literal) => self.literal(literal),
            Ast::Repetition(repetition) => {
                let is_group = matches!(*repetition.ast, Ast::Group(_));
                if is_group && is_endless(&repetition.op.kind) && has_endless(&repetition.ast) {
                    return self.refuse("a repetition without an end in another");
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn visit_class_set_item_pre(&mut self, item: &ast::ClassSetItem) -> Result<(), String> {
        match item {
            ast::ClassSetItem::Ascii(_)
            | ast::ClassSetItem::Unicode(_)
            | ast::ClassSetItem::Perl(_) => self.refuse("a class that the two read differently"),
            ast::ClassSetItem::Bracketed(_) => self.refuse("a class in a class"),
            ast::ClassSetItem::Literal(literal) => self.literal(literal),
            ast::ClassSetItem::Range(range) => {
                self.literal(&range.start)?;
                self.literal(&range.end)
            }
            _ => Ok(()),
        }
    }

    fn visit_class_set_binary_op_pre(&mut self, _: &ast::ClassSetBinaryOp) -> Result<(), String> {
        self.refuse("an operation of classes")
    }
}

fn is_endless(kind: &ast::RepetitionKind) -> bool {
    !matches!(
        kind,
        ast::RepetitionKind::ZeroOrOne
            | ast::RepetitionKind::Range(
                ast::RepetitionRange::Exactly(_) | ast::RepetitionRange::Bounded(..)
            )
    )
}

/// Whether a part of a pattern repeats something without an end.
fn has_endless(ast: &Ast) -> bool {
    match ast {
        Ast::Repetition(repetition) => {
            is_endless(&repetition.op.kind) || has_endless(&repetition.ast)
        }
        Ast::Group(group) => has_endless(&group.ast),
        Ast::Alternation(alternation) => alternation.asts.iter().any(has_endless),
        Ast::Concat(concat) => concat.asts.iter().any(has_endless),
        _ => false,
    }
}

/// `Libraries` refuses what it does not know.
#[test]
fn an_unknown_key_is_refused() {
    assert!(Libraries::read("abuot = ''").is_err());
}

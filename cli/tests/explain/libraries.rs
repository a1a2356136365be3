//! Everything in `libraries.toml` is tested by itself: a row that is added is a test that is added.

use std::collections::{BTreeMap, BTreeSet};

use close_code_cli::fuzz::{Explained, Explainer};
use close_code_emitters::libraries::{Answer, Libraries};
use regex_syntax::ast::{self, Ast, Visitor};
use serde::Deserialize as _;

use crate::{codes, data, explainer, table};

/// Reads lines as those of a log, or as what a person asks.
fn answers(text: &str, asked: bool, explainer: &Explainer) -> Vec<Explained> {
    if asked { explainer.argument(text, 80) } else { explainer.log(text) }
}

/// What lines say, as an example has its answer.
fn answer(answers: &[Explained]) -> Answer {
    let first = answers.first().map_or(&serde_json::Value::Null, |(_, first)| first);
    let text = |key: &str| first[key].as_str().map(str::to_owned);
    Answer {
        codes: codes(answers),
        status: first["status"].as_u64().and_then(|status| u16::try_from(status).ok()),
        reason: text("reason"),
        sent_by: Option::deserialize(&first["sent_by"]).expect("a side"),
        end: Option::deserialize(&first["end"]).expect("an end"),
        table: answers.iter().find_map(|(_, answer)| Some(table(answer)?.to_owned())),
    }
}

#[test]
fn every_example_has_its_answer() {
    let explainer = explainer();
    let mut wrong = String::new();
    for library in data().library {
        for text in library.text {
            let found = answer(&answers(text.example.trim(), text.asked, &explainer));
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
    let libraries = data();
    let texts = libraries.library.iter().flat_map(|library| &library.text);
    let texts = texts.map(|text| (&text.pattern, &text.example));
    let others = libraries.other.iter().map(|other| (&other.pattern, &other.example));
    for (pattern, example) in texts.chain(others) {
        let regex = regex::Regex::new(pattern).expect("it compiles");
        let is_match = example.lines().any(|line| regex.is_match(&line.to_ascii_lowercase()));
        assert!(is_match, "{example:?} is no example of {pattern}");
    }
}

#[test]
fn numbers_of_other_systems_are_not_codes() {
    let explainer = explainer();
    for other in &data().other {
        for asked in [false, true] {
            let found = codes(&answers(&other.example, asked, &explainer));
            assert_eq!(found, [] as [u16; 0], "{}", other.example);
        }
    }
}

#[test]
fn errors_of_the_network_have_no_code() {
    let explainer = explainer();
    for error in &data().network {
        let answers = explainer.argument(&error.example, 80);
        assert_eq!(answers.len(), 1, "{}", error.example);
        assert_eq!(answers[0].1["notes"], serde_json::json!([error.says]), "{}", error.example);
        assert_eq!(codes(&answers), [] as [u16; 0], "{}", error.example);
    }
}

#[test]
fn every_name_of_a_library_is_known() {
    let explainer = explainer();
    let data = data();
    let mut all: BTreeMap<&str, BTreeSet<u16>> = BTreeMap::new();
    for (name, code) in data.library.iter().flat_map(|library| &library.names) {
        all.entry(name).or_default().insert(*code);
    }
    assert!(all.len() > 271, "{}", all.len());
    for (name, expected) in all {
        let found = codes(&explainer.argument(name, 80));
        assert_eq!(BTreeSet::from_iter(found), expected, "{name}");
    }
}

/// A name that libraries have for different codes is said with each of them.
#[test]
fn an_ambiguous_name_has_all_its_codes() {
    let explainer = explainer();
    let codes = |name: &str| codes(&explainer.argument(name, 80));
    assert_eq!(codes("StatusCode.BAD_DATA"), [1003]);
    assert_eq!(codes("CloseStatus.BAD_DATA"), [1007]);
    let mut both = codes("BAD_DATA");
    both.sort_unstable();
    assert_eq!(both, [1003, 1007]);
}

/// What was not looked up is not said: every library cites a version of its source, or a thread.
#[test]
fn every_library_cites_a_source() {
    for library in data().library.iter().filter(|library| library.id != "any") {
        assert!(!library.source.is_empty(), "{}", library.id);
        for source in &library.source {
            let is_fixed = ["@", " issue ", "Rust package ", "MDN, ", "draft-"]
                .iter()
                .any(|word| source.contains(word));
            assert!(is_fixed, "{}: {source} names no version", library.id);
        }
    }
}

#[test]
fn ids_are_unique_and_statuses_complete() {
    let libraries = data();
    let ids: BTreeSet<_> = libraries.library.iter().map(|library| &library.id).collect();
    assert_eq!(ids.len(), libraries.library.len());
    for status in 100..=599 {
        let has = |(first, last): (u16, u16)| first <= status && status <= last;
        assert!(libraries.status.iter().any(|row| has(row.codes)), "{status}");
    }
}

#[test]
fn every_pattern_is_of_the_common_dialect() {
    let mut libraries = data();
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

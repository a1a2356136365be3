//! Codes from text.

use std::collections::HashSet;

use close_code::{CloseCode, CloseCodeRange, CloseKind};

fn error(text: &str) -> String {
    text.parse::<CloseCode>().expect_err(text).to_string()
}

#[test]
fn a_name_is_suggested_where_at_most_a_third_of_it_is_wrong() {
    let suggested = |text: &str| -> Vec<&str> {
        text.parse::<CloseCode>().expect_err("no name").suggestions().collect()
    };
    assert_eq!(suggested("NormalClo"), ["NormalClosure"], "4 letters of 13 are missing");
    assert_eq!(suggested("NormalCl"), [""; 0], "5 letters of 13 are missing");
}

#[test]
fn names_about_as_near_are_suggested_in_their_order() {
    for (text, why) in [
        ("xNormalClosure", "1 letter is wrong, and 2"),
        ("bNormalClosure", "1 letter is wrong either way, and 1000 comes before 1006"),
    ] {
        let error = text.parse::<CloseCode>().expect_err("no name");
        let suggested: Vec<&str> = error.suggestions().collect();
        assert_eq!(suggested, ["NormalClosure", "AbnormalClosure"], "{why}");
    }
}

#[test]
fn every_spelling_of_every_name() {
    for entry in CloseKind::TABLE.iter().filter(|entry| entry.is_single()) {
        let constant = entry.constant();
        let words = constant.replace('_', " ");
        let spellings = [
            entry.name().to_owned(),
            constant.to_owned(),
            words.to_lowercase(),
            words.to_lowercase().replace(' ', "-"),
            // What an editor makes of a hyphen.
            words.replace(' ', "\u{2013}"),
            entry.meaning().to_owned(),
            entry.label().to_owned(),
            format!(" {} ", entry.name()),
        ];
        for text in spellings {
            assert_eq!(text.parse(), Ok(entry.first()), "{text}");
        }
    }
}

#[test]
fn no_name_stands_for_two_codes() {
    let mut seen = HashSet::new();
    for entry in CloseKind::TABLE {
        let names = [entry.name(), entry.meaning(), entry.label()].map(|name| {
            name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
        });
        for name in HashSet::from(names) {
            assert!(seen.insert(name.clone()), "{name} stands for two rows");
        }
    }
}

#[test]
fn slips_are_answered_with_the_nearest_name() {
    for entry in CloseKind::TABLE.iter().filter(|entry| entry.is_single()) {
        let mut slip = entry.name().to_owned();
        slip.remove(1);
        let error = slip.parse::<CloseCode>().expect_err(&slip);
        assert!(error.suggestions().any(|name| name == entry.name()), "{slip}: {error}");
    }
}

#[test]
fn errors_say_what_would_be_right() {
    assert_eq!(error(""), "a close code is a number or a name, and this is neither");
    assert_eq!(error("::"), error(""));
    assert_eq!(error("70000"), "a close code is a number from 0 to 65535");
    assert_eq!(error("99999999999999999999"), error("70000"));
    assert_eq!(
        error("1006 Going Away"),
        "the number and the name disagree: 1006 is AbnormalClosure"
    );
    assert_eq!(
        error("PrivateUse"),
        "PrivateUse is the name of a range; give a number from 4000 to 4999"
    );
    assert_eq!(
        error("AbnormalClosur"),
        "no close code has this name; did you mean AbnormalClosure?"
    );
    assert_eq!(error("xyzzy"), "no close code has this name");
    assert_eq!(error("-1006"), "no close code has this name");
    assert_eq!(error("１００６"), "no close code has this name");
}

#[test]
fn long_and_odd_input_is_refused_without_harm() {
    let long = "abnormal".repeat(10_000);
    assert_eq!(error(&long), "no close code has this name");
    for text in ["İ", "ß", "\u{202e}1006", "\0", "💥"] {
        assert!(text.parse::<CloseCode>().is_err(), "{text:?}");
    }
}

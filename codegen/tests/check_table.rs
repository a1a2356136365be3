//! What the rows of a table inherit from their ranges, and where a rule ends.

use close_code_codegen::model::{Flags, Reconnect, Row, Sender, Table};
use close_code_codegen::toml;

const HEAD: &str = "\
[table]
name = 'Chat'
class = 'ChatClass'
title = 'Chat'
description = 'Codes of the chat.'
span = [2000, 4999]
";

fn table(rows: &str) -> Table {
    toml::read(&format!("{HEAD}{rows}")).expect("a table without mistakes")
}

fn row<'a>(table: &'a Table, name: &str) -> &'a Row {
    table.rows().iter().find(|row| row.name == name).expect("a row of that name")
}

/// What is wrong with a table.
fn mistakes(rows: &str) -> Vec<String> {
    let problems = toml::read(&format!("{HEAD}{rows}")).expect_err("a table with mistakes");
    problems.into_iter().map(|problem| problem.message).collect()
}

#[test]
fn a_range_that_is_not_known_is_the_only_mistake() {
    let rows = "
[[range]]
codes = [2000, 70000]
name = 'Extension'
wire = true
script = false
[[code]]
code = 2001
name = 'Inherits'
";
    assert_eq!(mistakes(rows), ["70000 is not a close code"]);
    // All codes are spoken of, so that none may be missing; but some are not known.
    let all = format!("{}{rows}", HEAD.replace("[2000, 4999]", "[0, 65535]"));
    let problems = toml::read(&all).expect_err("a table with mistakes");
    let messages: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(messages, ["70000 is not a close code"]);
}

#[test]
fn the_ends_of_the_span_say_what_may_be_done_with_them() {
    let rows = "
[[range]]
codes = [2000, 2000]
name = 'First'
[[range]]
codes = [2001, 4999]
name = 'Last'
";
    let unsaid = |codes| format!("{codes} must set `wire` and `script`");
    assert_eq!(mistakes(rows), [unsaid("2000"), unsaid("2001 to 4999")]);
}

#[test]
fn a_range_is_compared_with_the_one_before_that_reaches_furthest() {
    let ranges = "
[[range]]
codes = [4000, 4099]
name = 'A'
[[range]]
codes = [4050, 4149]
name = 'B'
[[range]]
codes = [4060, 4070]
name = 'C'
[[range]]
codes = [4120, 4199]
name = 'D'
";
    assert_eq!(
        mistakes(ranges),
        [
            "two ranges contain 4050 to 4099",
            "two ranges contain 4060 to 4070",
            "two ranges contain 4120 to 4149",
        ]
    );
}

#[test]
fn names_that_are_alike_are_told_once() {
    let rows = "
[[range]]
codes = [4000, 4099]
name = 'Fatal'
[[range]]
codes = [4100, 4199]
name = 'FaTal'
";
    assert_eq!(mistakes(rows), ["`Fatal` and `FaTal` differ only in case"]);
}

#[test]
fn a_span_may_be_one_code() {
    let rows = "
[[code]]
code = 4000
name = 'Only'
[[code]]
code = 4001
name = 'Outside'
";
    let head = HEAD.replace("[2000, 4999]", "[4000, 4000]").replace("class = 'ChatClass'\n", "");
    let problems = toml::read(&format!("{head}{rows}")).expect_err("a table with mistakes");
    let messages: Vec<_> = problems.iter().map(|problem| problem.message.as_str()).collect();
    assert_eq!(messages, ["4001 is outside the span of the table"]);
}

#[test]
fn every_word_is_read() {
    use Reconnect::{AfterChange, Backoff, Immediately, Never, Unspecified};
    let advice = [Never, AfterChange, Immediately, Backoff, Unspecified].map(Some);
    assert_eq!(Reconnect::WORDS.map(Reconnect::parse), advice);
    let senders = [Sender::Client, Sender::Server, Sender::Either].map(Some);
    assert_eq!(Sender::WORDS.map(Sender::parse), senders);
    for word in ["", "Never", "after", "peer"] {
        assert_eq!((Reconnect::parse(word), Sender::parse(word)), (None, None), "{word}");
    }
}

#[test]
fn a_code_inherits_from_its_range() {
    let table = table(
        "
[[range]]
codes = [4000, 4099]
name = 'Fatal'
class = 'Final'
meaning = 'Do not come back'
label = 'Gone'
description = 'It is over.'
sender = 'server'
reconnect = { after = [5, 30] }
reference = ['RFC 1']
since = '1'
deprecated = 'no longer'
[[code]]
code = 4001
name = 'BadGateway'
[[code]]
code = 4099
name = 'Kicked'
meaning = 'Kicked out'
description = 'Somebody wanted you gone.'
sender = 'either'
reconnect = 'unspecified'
reference = []
",
    );
    let names: Vec<_> = table.rows().iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["Fatal", "BadGateway", "Kicked"]);
    let fatal = row(&table, "Fatal");
    assert_eq!((fatal.class.as_deref(), fatal.carries_code), (Some("Final"), true));
    assert_eq!((fatal.meaning.as_str(), fatal.label.as_str()), ("Do not come back", "Gone"));

    let gateway = row(&table, "BadGateway");
    assert_eq!((gateway.class.as_deref(), gateway.carries_code), (Some("Final"), false));
    assert_eq!(gateway.constant, "BAD_GATEWAY");
    assert_eq!((gateway.meaning.as_str(), gateway.label.as_str()), ("Bad Gateway", "Bad Gateway"));
    assert_eq!(gateway.description(), "It is over.");
    assert_eq!(gateway.sender, Sender::Server);
    assert_eq!(gateway.reconnect, Reconnect::After { min: 5, max: 30 });
    assert_eq!(gateway.reference(), ["RFC 1"]);
    assert!(gateway.details.since.is_none() && gateway.details.deprecated.is_none());

    let kicked = row(&table, "Kicked");
    assert_eq!((kicked.meaning.as_str(), kicked.label.as_str()), ("Kicked out", "Kicked out"));
    assert_eq!(kicked.description(), "Somebody wanted you gone.");
    assert_eq!((kicked.sender, kicked.reconnect), (Sender::Either, Reconnect::Unspecified));
    assert_eq!(kicked.class.as_deref(), Some("Final"), "the last code belongs to the range");
    assert!(kicked.reference().is_empty(), "an empty list is said, and not left out");
}

#[test]
fn what_may_be_done_with_a_code_is_said_inherited_or_known() {
    let flags = |wire, local, script| Some(Flags { wire, local, script });
    let table = table(
        "
[[range]]
codes = [2000, 2999]
name = 'Extension'
wire = true
script = false
[[range]]
codes = [4000, 4099]
name = 'Open'
[[range]]
codes = [4100, 4199]
name = 'Said'
wire = true
script = true
[[range]]
codes = [4200, 4299]
name = 'Timers'
local = true
[[code]]
code = 2000
name = 'Inherited'
[[code]]
code = 2001
name = 'NeverSent'
local = true
[[code]]
code = 4001
name = 'ByDefault'
[[code]]
code = 4002
name = 'Local'
local = true
[[code]]
code = 4003
name = 'OffTheWire'
wire = false
[[code]]
code = 4004
name = 'NotForPages'
script = false
[[code]]
code = 4101
name = 'LocalInSaid'
local = true
[[code]]
code = 4102
name = 'OffTheWireInSaid'
wire = false
[[code]]
code = 4201
name = 'Timer'
[[code]]
code = 4202
name = 'NoTimer'
local = false
",
    );
    for (name, expected) in [
        ("Extension", flags(true, false, false)),
        ("Inherited", flags(true, false, false)),
        ("NeverSent", flags(false, true, false)),
        ("Open", flags(true, false, true)),
        ("ByDefault", flags(true, false, true)),
        ("Local", flags(false, true, false)),
        ("OffTheWire", flags(false, false, false)),
        ("NotForPages", flags(true, false, false)),
        ("LocalInSaid", flags(false, true, false)),
        ("OffTheWireInSaid", flags(false, false, false)),
        ("Timers", flags(false, true, false)),
        ("Timer", flags(false, true, false)),
        ("NoTimer", flags(true, false, true)),
    ] {
        assert_eq!(row(&table, name).flags, expected, "{name}");
    }
}

#[test]
fn descriptions_may_have_lines_and_texts_lose_their_margin() {
    let rows = "
[[range]]
codes = [4000, 4000]
name = 'Only'
meaning = '  Only this  '
description = '''
One.
Two.
'''
";
    for source in [format!("{HEAD}{rows}"), format!("{HEAD}{rows}").replace('\n', "\r\n")] {
        let table = toml::read(&source).expect("a table without mistakes");
        assert_eq!(row(&table, "Only").meaning, "Only this");
        assert_eq!(row(&table, "Only").description(), "One.\nTwo.");
        assert!(row(&table, "Only").carries_code, "a range of one code is a range");
    }
}

#[test]
fn classes_may_have_several_ranges() {
    let table = table(
        "
[[range]]
codes = [4000, 4099]
name = 'Fatal'
[[range]]
codes = [4100, 4199]
name = 'Retry'
[[range]]
codes = [4200, 4299]
name = 'AlsoFatal'
class = 'Fatal'
",
    );
    let classes: Vec<_> = table.rows().iter().filter_map(|row| row.class.as_deref()).collect();
    assert_eq!(classes, ["Fatal", "Retry", "Fatal"]);
}

#[test]
fn one_slip_of_a_row_is_one_mistake() {
    let all = "
[[range]]
codes = [2000, 4999]
name = 'All'
wire = true
script = false
";
    let range = "
[[range]]
codes = [4000, 4999]
name = 'All'
";
    let code = |code: u16| format!("[[code]]\ncode = {code}\nname = 'Far'\n");
    // It has no flags, and none around it.
    assert_eq!(mistakes(&[all, &code(5000)].concat()).len(), 1);
    assert_eq!(mistakes(&[all, &code(1999)].concat()).len(), 1);
    // The class of a range without one is its name.
    let half = all.replace("4999", "3999");
    assert_eq!(mistakes(&[&half, range].concat()), ["two rows are named `All`"]);
}

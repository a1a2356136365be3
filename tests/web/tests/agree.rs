//! All back ends say the same of every code, in tables that nobody would write: the match that Rust is
//! generated from, the JSON, `explain --table` and the page. `tests/modules` compares the modules in Node with
//! the same tables, `tests/compiled.rs` what rustc makes of some of them, and `tests/browser` the page's box.

use core::cmp::Reverse;

use close_code_cli::fuzz;
use close_code_codegen::model::{At, Reconnect, Row, Table};
use close_code_codegen::toml;
use close_code_emitters::docs::{Source, words};
use close_code_emitters::html::{self, Document};
use close_code_emitters::json;
use close_code_emitters::typescript::{self, Behind, Module};
use close_code_web_tests::random;
use serde_json::{Value, json};

/// For each code the position of its row.
type Positions = Vec<Option<usize>>;

/// What each code gets when ranges are laid one on the other: the later above.
fn laid(ranges: impl Iterator<Item = ((u16, u16), usize)>) -> Positions {
    let mut positions = vec![None; usize::from(u16::MAX) + 1];
    for ((first, last), position) in ranges {
        positions[usize::from(first)..=usize::from(last)].fill(Some(position));
    }
    positions
}

/// The narrowest row of each code, where a code is narrower than a range of that code alone.
fn narrowest(table: &Table) -> Positions {
    let rows = table.rows().iter().enumerate();
    let mut spans: Vec<_> = rows
        .map(|(at, row)| (row.span().expect("its codes"), row.single().is_some(), at))
        .collect();
    spans.sort_by_key(|((first, last), single, _)| (Reverse(last - first), *single));
    laid(spans.into_iter().map(|(span, _, at)| (span, at)))
}

#[test]
fn every_back_end_says_the_same_of_every_code() {
    let built_in = toml::read(include_str!("../../../codes.toml")).expect("codes.toml is in order");
    let behind = narrowest(&built_in);
    let of_protocol: Vec<_> = built_in.rows().iter().map(of_explain).collect();
    let mut ties = 0;
    for seed in 0..200 {
        let source = random::table(seed);
        let table = toml::read(&source).unwrap_or_else(|problems| panic!("{problems:?}\n{source}"));
        let expected = narrowest(&table);
        ties += table.rows().windows(2).filter(|rows| rows[0].span() == rows[1].span()).count();

        // The first arm of a match with a code counts.
        let arms = table.arms();
        let arms = arms.iter().rev().map(|arm| (arm.codes.literal().expect("its codes"), arm.row));
        assert!(laid(arms) == expected, "the match of\n{source}");

        let document = json::emit(&table, &Source::new("any.toml"));
        let document: Value = serde_json::from_str(&document).expect("JSON");
        let rows = document["rows"].as_array().expect("rows");
        let mut spans = Vec::new();
        for (json, row) in rows.iter().zip(table.rows()) {
            assert_eq!(*json, of_json(row), "the JSON of\n{source}");
            spans.push(row.span().expect("its codes"));
        }
        // The last row with a code counts.
        assert_eq!(rows.len(), table.rows().len());
        assert!(laid(spans.iter().copied().zip(0..)) == expected, "the JSON of\n{source}");

        let codes = if seed < ALL { (0..=u16::MAX).collect() } else { codes(&spans) };
        let answers = fuzz::explain_in(&source, &codes).expect("the table is in order");
        let answers = answers.as_array().expect("a list");
        assert_eq!(answers.len(), codes.len());
        let explained: Vec<_> = table.rows().iter().map(of_explain).collect();
        for (code, answer) in codes.iter().zip(answers) {
            let at = usize::from(*code);
            let own = expected[at].map(|row| &explained[row]);
            let row = own.or(behind[at].map(|row| &of_protocol[row])).expect("a row");
            assert_eq!(answer["code"], *code);
            assert_eq!(answer["row"], *row, "what explain says of {code} in\n{source}");
            assert_eq!(answer["table"] == "close-codes", own.is_none(), "{code} in\n{source}");
        }

        page(&table, &built_in, &expected, &source);
    }
    assert!(ties > 100, "only {ties} ranges of one code have a code");
}

/// About so many tables `explain` is asked for every code. Each takes some seconds, so that of the others it is
/// asked for those that [`codes`] chooses.
const ALL: u64 = 3;

/// The codes whose answers can differ from their neighbors': the ends of rows, and what is next to them.
fn codes(spans: &[(u16, u16)]) -> Vec<u16> {
    let ends = spans
        .iter()
        .flat_map(|&(first, last)| [first.saturating_sub(1), first, last, last.saturating_add(1)]);
    let mut codes: Vec<_> = ends.chain([0, 1006, u16::MAX]).collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// The page has the module, whose answers its box gives, and a card for each row with the row's facts.
fn page(table: &Table, built_in: &Table, expected: &Positions, source: &str) {
    let (protocol, file) = (Some(built_in), &Source::new("any.toml"));
    let page = html::emit(&Document {
        table,
        source: file,
        protocol,
        built_in: false,
        applications: &[],
        compat: None,
        libraries: None,
    });
    let module = typescript::emit_javascript(&Module {
        table,
        protocol,
        behind: Behind::Included,
        source: file,
    });
    assert!(page.contains(&format!("<script type=\"module\">{module}")), "the script of\n{source}");

    let cards: Vec<_> = page.split("<article class=\"card\"").skip(1).collect();
    assert_eq!(cards.len(), table.rows().len());
    let mut spans = Vec::new();
    for card in cards {
        let card = card.split("</article>").next().unwrap_or_default();
        let number = |key| attribute(card, key).parse::<u16>().expect(key);
        let span = (number("data-first"), number("data-last"));
        let is_single = !attribute(card, "data-row").contains('-');
        let is_row = |row: &&Row| row.span() == Some(span) && row.single().is_some() == is_single;
        let at = table.rows().iter().position(|row| is_row(&row)).expect("a row of the table");
        spans.push(((span, at), (Reverse(span.1 - span.0), is_single)));
        is_card_of(card, &table.rows()[at]);
    }
    spans.sort_by_key(|(_, order)| *order);
    assert!(laid(spans.into_iter().map(|(span, _)| span)) == *expected, "the page of\n{source}");
}

fn attribute<'a>(card: &'a str, name: &str) -> &'a str {
    let rest = card.split_once(&format!("{name}=\"")).map_or("", |(_, rest)| rest);
    rest.split('"').next().unwrap_or_default()
}

/// The card shows every fact of its row.
fn is_card_of(card: &str, row: &Row) {
    let has = |text: &str| assert!(card.contains(text), "no {text:?} in {card}");
    let yes = |what: &str, class: &str, holds: bool| {
        let value = if holds { format!(" class=\"{class}\">yes") } else { ">no".to_owned() };
        has(&format!("<dt>{what}</dt><dd{value}</dd>"));
    };
    let text = |text: &str| text.replace('\'', "&#39;").replace('"', "&#34;");
    let flags = row.flags.expect("a table in TOML has flags");
    yes("In a Close frame", "yes", flags.wire);
    yes("From <code>close()</code>", "yes", flags.script);
    yes("Only reported", "local", flags.local);
    has(&format!("</span> {}</a>", text(&row.label)));
    has(&text(&row.meaning));
    assert_eq!(attribute(card, "data-class"), row.class.as_deref().unwrap_or_default());
    for paragraph in row.description().split("\n\n").filter(|text| !text.is_empty()) {
        has(&format!("<p>{}</p>", text(paragraph)));
    }
    let sender = match sender(row) {
        "client" => "clients",
        "server" => "servers",
        "either" => "either end",
        nobody => nobody,
    };
    has(&format!("<dt>Sent by</dt><dd>{sender}</dd>"));
    let advice = words::reconnect(row.reconnect).unwrap_or_else(|| "not specified".to_owned());
    has(&format!("<dt>Reconnect</dt><dd>{advice}"));
    for (fact, value) in
        [("<dt>Since</dt>", &row.details.since), ("Deprecated.", &row.details.deprecated)]
    {
        assert_eq!(card.contains(fact), value.is_some(), "{fact} in {card}");
        has(text_of(value.as_ref()).unwrap_or_default());
    }
    for reference in row.reference() {
        has(reference);
    }
}

fn sender(row: &Row) -> &'static str {
    if row.flags.is_some_and(|flags| flags.wire) { row.sender.word() } else { "nobody" }
}

/// A row as JSON has it.
fn of_json(row: &Row) -> Value {
    let mut json = fields(row);
    json["constant"] = json!(row.single().map(|_| &row.constant));
    json["reconnect"] = match row.reconnect {
        Reconnect::After { min, max } => {
            json!({ "type": "after", "min_seconds": min, "max_seconds": max })
        }
        other => json!({ "type": other.word() }),
    };
    json
}

/// A row as `explain` has it.
fn of_explain(row: &Row) -> Value {
    let mut json = fields(row);
    json["reconnect"] = json!(row.reconnect.word());
    if let Reconnect::After { min, max } = row.reconnect {
        json["reconnect_seconds"] = json!([min, max]);
    }
    json
}

fn fields(row: &Row) -> Value {
    let flags = row.flags.expect("a table in TOML has flags");
    let extra = row.details.extra.iter().map(|(key, text)| (key.value.clone(), json!(text.value)));
    let extra: serde_json::Map<_, _> = extra.collect();
    json!({
        "codes": row.span(),
        "name": row.name,
        "class": row.class,
        "meaning": row.meaning,
        "label": row.label,
        "description": row.description(),
        "wire": flags.wire,
        "local": flags.local,
        "script": flags.script,
        "sender": sender(row),
        "reference": row.reference(),
        "since": text_of(row.details.since.as_ref()),
        "deprecated": text_of(row.details.deprecated.as_ref()),
        "extra": (!extra.is_empty()).then_some(extra),
    })
}

fn text_of(text: Option<&At<String>>) -> Option<&str> {
    text.map(|text| text.value.as_str())
}

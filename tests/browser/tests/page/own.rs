//! The page of a user's table: it offers only what it can answer.

use std::collections::BTreeSet;
use std::fs;

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::harness::same;
use close_code_browser_tests::options::Options;
use close_code_browser_tests::{site, tools};
use close_code_codegen::model::{Flags, Reconnect, Row, Sender};
use close_code_codegen::toml;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::open::{self, strings};

#[path = "../../../web/src/random.rs"]
mod random;

/// Asks everything that the page offers: its examples, the placeholder, and names of both tables. Gives the
/// headings of the answers, and the links that lead nowhere.
const ASK: &str = "
    const input = document.getElementById('query');
    const verdict = document.getElementById('verdict');
    const headings = [];
    const look = () => headings.push(verdict.querySelector('h3')?.textContent ?? verdict.textContent);
    const examples = Array.from(document.querySelectorAll('.example'));
    for (const example of examples) {
        example.click();
        look();
    }
    for (const text of [input.placeholder, 'BadGateway', '1012', '4999']) {
        input.value = text;
        input.dispatchEvent(new Event('input'));
        look();
    }
    const lost = Array.from(document.querySelectorAll('a[href^=\"#\"]'), ({ hash }) => decodeURIComponent(hash.slice(1)))
        .filter((id) => id !== '' && document.getElementById(id) === null);
    return { examples: examples.map(({ textContent }) => textContent), headings, lost };";

pub(crate) fn answers(driver: &Driver) -> Result<(), Failed> {
    for (name, headings) in [
        (
            "tables/graphql-ws.toml",
            [
                "4004 Bad response",
                "4504 Connection acknowledgement timeout",
                "4004 Bad response",
                "4004 Bad response",
                "1006 Abnormal Closure",
                "4004 Bad response",
                "1014 Bad Gateway",
                "1012 Service Restart",
                "4999 Reserved for Private Use",
            ],
        ),
        (
            "codegen/tests/goldens/policies.toml",
            [
                "4000 SSL only",
                "4201 Pong reply not received",
                "4000 SSL only",
                "4000 SSL only",
                "1006 Abnormal Closure",
                "4000 SSL only",
                "1014 Bad Gateway",
                "1012 Service Restart",
                "4999 Reserved for Private Use",
            ],
        ),
    ] {
        let source = fs::read_to_string(tools::workspace().join(name))?;
        let text = site::own(name, &source)?;
        let page = open::page_of(driver, &Options::default(), &text)?;
        let found = page.run(ASK, &Value::Null)?;
        same(&strings(&found["headings"]), &headings.map(str::to_owned).into(), name)?;
        same(&found["lost"], &json!([]), "links that lead nowhere")?;
        same(&page.console()?, &Vec::new(), "the console")?;
    }
    Ok(())
}

/// What the box says of a random table's codes: its heading, the row that it links to, and its sentences.
const BOX: &str = "
    const input = document.getElementById('query');
    const verdict = document.getElementById('verdict');
    return arguments[0].map((code) => {
        input.value = code;
        input.dispatchEvent(new Event('input'));
        const address = verdict.querySelector('h3 a')?.getAttribute('href') ?? '';
        const facts = Array.from(verdict.querySelectorAll('p, li'), ({ textContent }) => textContent);
        return [verdict.querySelector('h3').textContent, address, ...facts];
    });";

/// The box answers from the narrowest row, in tables that nobody would write; `tests/web` compares the other
/// back ends on them.
pub(crate) fn random_tables(driver: &Driver) -> Result<(), Failed> {
    for seed in 0..6 {
        let source = random::table(seed);
        let table = toml::read(&source).map_err(|problems| problems[0].message.clone())?;
        let page = open::page_of(driver, &Options::default(), &site::own("random", &source)?)?;
        let spans = table.rows().iter().filter_map(Row::span);
        let codes: BTreeSet<u16> = spans.flat_map(|(first, last)| [first, last]).collect();
        let texts: Vec<_> = codes.iter().map(u16::to_string).collect();
        let answers = page.run(BOX, &json!(texts))?;
        same(&answers.as_array().map(Vec::len), &Some(codes.len()), "answers")?;
        for (code, answer) in codes.iter().zip(answers.as_array().into_iter().flatten()) {
            let holding = table.rows().iter().rev().filter_map(|row| {
                let (first, last) = row.span()?;
                (first <= *code && *code <= last).then_some((last - first, row))
            });
            let (_, row) = holding.min_by_key(|(width, _)| *width).ok_or("a row")?;
            same(&strings(answer), &expected(*code, row), &source)?;
        }
    }
    Ok(())
}

fn expected(code: u16, row: &Row) -> Vec<String> {
    let address = match row.span() {
        Some((first, last)) if row.single().is_none() => format!("#{first}-{last}"),
        _ => format!("#{code}"),
    };
    let flags = row.flags.unwrap_or(Flags { wire: false, local: false, script: false });
    let sending = match (flags.local, flags.wire, flags.script) {
        (true, ..) => "Nobody sent it: your library or browser reports it.".to_owned(),
        (_, false, _) => "It must not be sent in a Close frame.".to_owned(),
        (.., false) => {
            format!(
                "It can be sent in a Close frame, but not from a browser, where close({code}) throws."
            )
        }
        _ if row.sender == Sender::Server => {
            "It can be sent in a Close frame, but only the server should send it.".to_owned()
        }
        _ => "It can be sent in a Close frame. In a browser, WebSocket.close() accepts it."
            .to_owned(),
    };
    let advice = match row.reconnect {
        Reconnect::Unspecified => None,
        Reconnect::Never => Some("Do not reconnect."),
        Reconnect::AfterChange => Some(
            "Reconnect only after a change: with different credentials or parameters, or to a different address.",
        ),
        Reconnect::Immediately => Some("Reconnect at once."),
        Reconnect::Backoff => {
            Some("Reconnect with backoff: after a random delay that grows with each failure.")
        }
        Reconnect::After { min: 5, .. } => Some("Reconnect after 5 seconds, at random."),
        Reconnect::After { .. } => Some("Reconnect after 0 to 30 seconds, at random."),
    };
    let facts =
        [row.description().to_owned(), sending].into_iter().chain(advice.map(str::to_owned));
    [format!("{code} {}", row.label), address].into_iter().chain(facts).collect()
}

//! The page of a user's table: it offers only what it can answer.

use std::fs;

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::harness::same;
use close_code_browser_tests::options::Options;
use close_code_browser_tests::{site, tools};
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::open::{self, strings};

/// Asks everything that the page offers: its examples, the placeholder, and names of both tables. Gives the
/// headings of the answers, and the links that lead nowhere.
const ASK: &str = "
    const input = document.getElementById('input');
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

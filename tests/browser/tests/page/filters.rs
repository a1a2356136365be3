//! The filters, compared with the runtime crate.

use close_code::{CloseCode, Role};
use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::harness::same;
use close_code_browser_tests::options::Options;
use libtest_mimic::Failed;
use serde_json::Value;

use crate::open::{self, strings};
use crate::rows;

type Rule = fn(CloseCode) -> bool;

pub(crate) fn agree(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    let script =
        "return Array.from(document.querySelectorAll('#class option'), ({ value }) => value)";
    for class in strings(&page.run(script, &Value::Null)?) {
        page.set("class", &class)?;
        let is_of_class =
            |code: CloseCode| class.is_empty() || format!("{:?}", code.class()) == class;
        same(&sorted(page.cards()?), &sorted(expected(is_of_class)), &format!("class {class:?}"))?;
    }
    page.set("class", "")?;
    let rules: [(&str, Rule); 6] = [
        ("", |_| true),
        ("server", |code| code.is_sendable_by(Role::Server)),
        ("client", |code| code.is_sendable_by(Role::Client)),
        ("page", CloseCode::is_settable_by_script),
        ("nobody", |code| !code.is_valid_on_wire()),
        ("local", CloseCode::is_local_only),
    ];
    for (value, rule) in rules {
        page.set("send", value)?;
        same(
            &sorted(page.cards()?),
            &sorted(expected(rule)),
            &format!("may I send it: {value:?}"),
        )?;
    }
    // Both at once, and with a word.
    page.set("send", "local")?;
    page.search("handshake")?;
    same(&page.cards()?.contains(&"1015".to_owned()), &true, "1015 is local, with a handshake")?;
    page.set("class", "PrivateUse")?;
    same(&page.cards()?.len(), &0, "no private code is local")
}

/// The codes of the rows for which the runtime crate says so, as the page shows them.
fn expected(rule: impl Fn(CloseCode) -> bool) -> Vec<String> {
    rows::all().filter(|entry| rule(rows::own_code(entry))).map(rows::shown).collect()
}

fn sorted(mut codes: Vec<String>) -> Vec<String> {
    codes.sort();
    codes
}

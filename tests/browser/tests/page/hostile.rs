//! A table whose every text would like to be markup or a script.

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::harness::same;
use close_code_browser_tests::options::Options;
use close_code_browser_tests::{site, tools};
use close_code_codegen::toml;
use close_code_emitters::docs::entry;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::looks;
use crate::open::{self, strings};

pub(crate) fn shown(driver: &Driver) -> Result<(), Failed> {
    let source = std::fs::read_to_string(tools::workspace().join("tests/web/hostile.toml"))?;
    let source = source.replace("alert(1)", "window.ran=1");
    let table = toml::read(&source).map_err(|_| "the hostile table has mistakes")?;
    let page = open::page_of(
        driver,
        &Options { width: 360, ..Options::default() },
        &site::of_table(&source)?,
    )?;

    // The policy is the second defence, so the first has to hold without it.
    page.chromium("Page.setBypassCSP", &json!({ "enabled": true }))?;
    page.open(&page.address)?;
    page.search("4000")?;
    page.search("4001")?;
    page.search("")?;
    let script = "return [window.ran ?? null, document.scripts.length, document.images.length,
        document.querySelectorAll('iframe, object, embed, svg, form, b, i, em, img').length,
        document.querySelectorAll('[onerror], [onclick], [style]').length,
        Array.from(document.links).filter(({ protocol }) => !['https:', 'file:'].includes(protocol)).length,
        Array.from(document.body.children, ({ localName }) => localName)];";
    let expected = json!([null, 1, 0, 0, 0, 0, ["a", "header", "div", "footer", "p", "script"]]);
    same(&page.run(script, &Value::Null)?, &expected, "what came of the texts")?;

    let labels = "return Array.from(document.querySelectorAll('.card h4'), ({ textContent }) => textContent)";
    let labels = strings(&page.run(labels, &Value::Null)?);
    let entries = entry::entries(&table);
    same(&labels.len(), &entries.len(), "rows")?;
    for entry in &entries {
        let shown = labels.iter().any(|label| label.ends_with(&format!(" {}", entry.row.label)));
        same(&shown, &true, &entry.row.label)?;
    }
    let meanings = "return Array.from(document.querySelectorAll('.card .meaning'), ({ textContent }) => textContent)";
    let meanings = strings(&page.run(meanings, &Value::Null)?);
    for entry in entries.iter().filter(|entry| entry.row.label != entry.row.meaning) {
        same(&meanings.contains(&entry.row.meaning), &true, &entry.row.meaning)?;
    }
    let beyond = page.run(looks::BEYOND, &Value::Null)?;
    same(&beyond[0], &json!(false), &format!("the texts make the page too wide: {beyond}"))?;

    // With the policy the page still works: its hashes fit what the table made of it.
    page.chromium("Page.setBypassCSP", &json!({ "enabled": false }))?;
    page.open(&page.address)?;
    page.search("4000")?;
    same(&page.texts("#verdict h3")?.len(), &1, "the box answers under the policy")?;
    same(&page.console()?, &Vec::new(), "the console")
}

//! The accessibility audit of axe-core.

use std::fs;

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::harness::same;
use close_code_browser_tests::options::Options;
use close_code_browser_tests::tools;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::open::{self, Open};

pub(crate) fn clean(driver: &Driver) -> Result<(), Failed> {
    let axe = fs::read_to_string(tools::axe().ok_or("there is no axe-core")?)?;
    let page = open::reference(driver, &Options::default())?;
    page.chromium("Page.setBypassCSP", &json!({ "enabled": true }))?;
    for name in ["protocols.html", "implementations.html"] {
        page.open(&page.neighbor(name))?;
        page.run(&format!("{axe}; window.axe = axe;"), &Value::Null)?;
        audit(&page, name)?;
    }
    page.open(&page.address)?;
    page.run(&format!("{axe}; window.axe = axe;"), &Value::Null)?;
    for dark in [false, true] {
        page.prefer_dark(dark)?;
        for width in [360, 1440] {
            page.resize(width, 900)?;
            let what = format!("dark {dark}, {width} pixels");
            audit(&page, &what)?;
            page.search("CloseEvent {wasClean: false, code: 4004, reason: 'x'}")?;
            page.run("location.hash = '#1014'", &Value::Null)?;
            audit(&page, &format!("{what}, in use"))?;
            page.search("no such thing")?;
            audit(&page, &format!("{what}, nothing found"))?;
            page.search("")?;
        }
    }
    // The audit sees a fault: a picture without a text, and grey on grey.
    let script = "const image = new Image(); document.querySelector('main').append(image);
        document.querySelector('.lead').style.color = '#999'";
    page.run(script, &Value::Null)?;
    match audit(&page, "a page with faults") {
        Err(failed) if failed.message().is_some_and(|text| text.contains("image-alt")) => Ok(()),
        _ => Err(Failed::from("the audit saw no fault in a picture without a text")),
    }
}

fn audit(page: &Open, what: &str) -> Result<(), Failed> {
    let script = "const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
        return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 150)).join(' | ')}`);";
    same(&page.run_async(script, &Value::Null)?, &json!([]), what)
}

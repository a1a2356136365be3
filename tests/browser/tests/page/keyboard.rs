//! The keyboard.

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::harness::same;
use close_code_browser_tests::options::Options;
use libtest_mimic::Failed;
use serde_json::Value;

use crate::open;

const TAB: &str = "\u{e004}";

/// The element with the focus: whether it shows that, whether it is in sight, and what it is.
const FOCUSED: &str = "
    const element = document.activeElement;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const isMarked = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const isInSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    // Nothing may lie over it.
    const over = document.elementFromPoint((left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
    const isFree = over === null || element.contains(over) || over.contains(element);
    return [isMarked, isInSight, isFree, element.outerHTML.slice(0, 120)];";

pub(crate) fn focus(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    page.press(TAB)?;
    let first = page.run(FOCUSED, &Value::Null)?;
    same(&first[3].as_str().is_some_and(|html| html.contains("skip")), &true, "the way past")?;
    let count = "return Array.from(document.querySelectorAll('a, button, input, select, textarea, [tabindex]'))
        .filter((element) => element.checkVisibility()).length";
    let count = page.run(count, &Value::Null)?.as_u64().unwrap_or_default();
    // Every one of the first hundred, which has all kinds of them.
    for step in 1..count.min(100) {
        let focused = page.run(FOCUSED, &Value::Null)?;
        let all = (0..3).all(|index| focused[index].as_bool() == Some(true));
        if !all {
            return Err(Failed::from(format!("marked, in sight, free at step {step}: {focused}")));
        }
        page.press(TAB)?;
    }
    page.press("/")?;
    let focused = page.run("return document.activeElement.id", &Value::Null)?;
    same(&focused.as_str(), &Some("query"), "the slash")
}

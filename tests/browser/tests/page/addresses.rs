//! Permanent addresses.

use close_code::CloseCode;
use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::harness::same;
use close_code_browser_tests::options::Options;
use close_code_codegen::naming;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::open::{self, Open, strings};
use crate::rows;

/// Goes to an address within the page, and returns the id of the row that is marked and in sight.
const GO: &str = "
    const arrived = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    location.hash = argument;
    await arrived;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const here = Array.from(document.querySelectorAll('.card, .rows tr'))
        .filter((row) => row.classList.contains('here'));
    const { top, bottom } = here[0]?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    const plain = getComputedStyle(document.body).backgroundColor;
    const marked = here[0] && getComputedStyle(here[0]).backgroundColor !== plain;
    return here.length === 1 && marked && top >= 0 && top < innerHeight && bottom > 0 ? here[0].id : null;";

fn go(page: &Open, address: &str) -> Result<Value, Failed> {
    page.run_async(GO, &json!(address))
}

pub(crate) fn of_rows(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    // The names are as the table has them, so that a new row is in this test too.
    for entry in rows::all() {
        let id = rows::address(entry);
        let slug = naming::words(entry.name()).to_lowercase().replace(' ', "-");
        // These two need no script.
        let script = "return arguments[0].map((id) => document.getElementById(id)?.closest('.card').id ?? null)";
        let found = page.run(script, &json!([id, slug]))?;
        same(&found, &json!([id, id]), &format!("the elements of #{id} and #{slug}"))?;
        for address in [id.clone(), slug, entry.name().to_owned()] {
            same(&go(&page, &address)?, &json!(id), &format!("#{address}"))?;
        }
    }
    // One row in ten: each opens its protocol.
    let all =
        "return Array.from(document.querySelectorAll('.rows tr[data-first]'), ({ id }) => id)";
    let all = strings(&page.run(all, &Value::Null)?);
    same(&(all.len() > 500), &true, "rows of protocols")?;
    for row in all.iter().step_by(10) {
        same(&go(&page, row)?, &json!(row), &format!("#{row}"))?;
    }
    let id = json!("discord-gateway-4004");
    same(&go(&page, "discord-gateway-authentication-failed")?, &id, "a name of an application")?;

    // A filter that hides the row gives way.
    page.search("utf-8")?;
    same(&go(&page, "1000")?, &json!("1000"), "#1000 while it is hidden")?;

    // The whole tables have the same addresses.
    page.open(&page.neighbor("protocols.html"))?;
    let script =
        "return arguments[0].filter((id) => !document.getElementById(id)?.matches('.rows tr'))";
    same(&page.run(script, &json!(all))?, &json!([]), "rows that the page of protocols lacks")?;
    page.open(&page.address)?;

    let script = "const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id);
        const links = Array.from(document.querySelectorAll('a[href^=\"#\"]'), ({ hash }) => hash.slice(1));
        return [ids.length - new Set(ids).size, links.filter((link) => !ids.includes(link))];";
    same(&page.run(script, &Value::Null)?, &json!([0, []]), "ids that are there twice, dead links")
}

pub(crate) fn of_numbers(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    for code in [0, 7, 999, 1000, 1016, 2999, 3001, 4321, 4999, 5000, 65535] {
        let expected = rows::address(CloseCode::new(code).entry());
        same(&go(&page, &code.to_string())?, &json!(expected), &format!("#{code}"))?;
    }
    // A number of applications shows every protocol that has it.
    go(&page, "4014")?;
    let rows = page.rows()?;
    same(&rows.contains(&"discord-gateway-4014".to_owned()), &true, "#4014 shows Discord's")?;
    same(&rows.iter().all(|row| row.contains("-4")), &true, "and no other codes")?;
    for nowhere in ["65536", "no-such-row", "%E0%A4%A", "%3Cb%3E"] {
        same(&go(&page, nowhere)?, &Value::Null, &format!("#{nowhere}"))?;
    }
    // The page may be opened at an address, too.
    page.open(&format!("{}#4321", page.address))?;
    let script = "return document.querySelector('.here')?.id ?? null";
    same(&page.run(script, &Value::Null)?, &json!("4000-4999"), "opened at #4321")
}

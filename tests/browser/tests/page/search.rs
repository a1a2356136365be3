//! The search.

use std::fs;

use close_code::CloseCode;
use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::harness::same;
use close_code_browser_tests::options::Options;
use close_code_browser_tests::tools;
use close_code_emitters::libraries::Libraries;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{open, rows};

pub(crate) fn finds(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    let all = page.cards()?.len();
    for (query, expected) in [
        ("1006", vec!["1006"]),
        ("101", vec!["1010", "1011", "1012", "1013", "1014", "1015"]),
        ("1016", vec!["1000–2999"]),
        ("60000", vec!["5000–65535"]),
        ("bad-gateway", vec!["1014"]),
        ("BadGateway", vec!["1014"]),
        ("BAD_GATEWAY", vec!["1014"]),
        ("bad gateway", vec!["1014"]),
        ("utf-8", vec!["1007"]),
        ("1014 proxy", vec!["1014"]),
        ("502", vec!["0–999"]),
    ] {
        page.search(query)?;
        same(&page.cards()?, &expected.iter().map(|&code| code.to_owned()).collect(), query)?;
        let overview = page.texts(".overview tbody th")?;
        same(&overview, &page.cards()?, &format!("{query} in the overview"))?;
        let contents = page.texts(".contents .numbers .number")?;
        same(&contents, &page.cards()?, &format!("{query} in the contents"))?;
    }
    page.search("4004")?;
    let rows = page.rows()?;
    if !rows.contains(&"discord-gateway-4004".to_owned())
        || !rows.iter().all(|row| is_about(row, 4004))
    {
        return Err(Failed::from(format!("4004 finds {rows:?}")));
    }
    page.search("discord rate limited")?;
    same(&page.rows()?.is_empty(), &false, "a text of an application is found")?;
    let address = page.run_async(ADDRESS, &Value::Null)?;
    same(&address, &Value::from("?q=discord+rate+limited"), "what is typed is in the address")?;
    let sections = page.texts("#applications h3")?.len();
    same(&sections, &page.texts(".rows")?.len(), "headings")?;
    same(&sections, &page.texts("#applications details[open]")?.len(), "open protocols")?;

    // What libraries call a code, and lines in which there is a code, find its rows.
    let data = fs::read_to_string(tools::workspace().join("libraries.toml"))?;
    let data = Libraries::read(&data).map_err(|error| error.to_string())?;
    let names = data.library.iter().flat_map(|library| &library.names);
    let names: Vec<_> = names
        .map(|(name, code)| {
            let row = rows::address(CloseCode::new(*code).entry());
            json!({ "name": name, "code": code.to_string(), "row": row })
        })
        .collect();
    same(&page.run(NOT_FOUND, &json!(names))?, &json!([]), "names that the search does not know")?;
    for (line, expected) in [
        ("2026-01-01 WebSocket closed with 1011, restarting", "1011"),
        ("CloseEvent {wasClean: false, code: 1014, reason: 'x'}", "1014"),
        ("88 02 03 e9", "1001"),
        ("net::ERR_CONNECTION_REFUSED", "1006"),
    ] {
        page.search(line)?;
        same(&page.cards()?, &vec![expected.to_owned()], line)?;
    }
    // A text without a code is looked for in the texts, and nothing else is said of it.
    page.search("session expired")?;
    same(&page.rows()?.is_empty(), &false, "rows with a text")?;
    same(&page.texts("#verdict p")?, &Vec::new(), "a text is no mistake")?;

    page.search("xyzzy")?;
    same(&page.cards()?.len(), &0, "cards for nonsense")?;
    same(&page.rows()?.len(), &0, "rows for nonsense")?;
    same(&page.texts("#found")?, &vec!["No matching codes.".to_owned()], "nothing is found")?;
    let verdict = page.texts("#verdict")?.concat();
    same(&verdict.starts_with("No close code found."), &true, "and nothing is read")?;
    page.click("#all")?;
    same(&page.cards()?.len(), &all, "all cards are back")?;
    same(&page.texts("#verdict p, #all")?.len(), &0, "the page is silent again")?;
    let address = page.run_async(ADDRESS, &Value::Null)?;
    same(&address, &Value::from(""), "nothing is in the address")
}

pub(crate) fn keys(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    let all = page.cards()?.len();
    // The slash puts the focus on the search; what follows is typed into it.
    page.press("/1014")?;
    same(&page.cards()?, &vec!["1014".to_owned()], "typed after the slash")?;
    page.press(ENTER)?;
    let hash = page.run("return location.hash", &Value::Null)?;
    same(&hash.as_str(), &Some("#1014"), "Enter goes to the first row")?;
    page.press(ESCAPE)?;
    same(&page.cards()?.len(), &all, "Escape shows all again")?;
    page.open(&format!("{}?q=gateway", page.address))?;
    same(&page.cards()?.contains(&"1014".to_owned()), &true, "a search in the address")?;
    same(&(page.cards()?.len() < all), &true, "a search in the address hides the others")
}

/// The search in the address, which is written when typing pauses.
pub(crate) const ADDRESS: &str = "
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return location.search;";

/// Searches for the names, and gives those of which the row is hidden or the code is not explained.
const NOT_FOUND: &str = "
    const query = document.getElementById('query');
    return arguments[0].filter(({ name, code, row }) => {
        query.value = name;
        query.dispatchEvent(new Event('input'));
        const titles = Array.from(document.querySelectorAll('#verdict h3'), ({ textContent }) => textContent);
        return document.getElementById(row).hidden || !titles.some((title) => title.startsWith(`${code} `));
    });";

/// Keys in the code points of the driver's protocol.
const ENTER: &str = "\u{e007}";
const ESCAPE: &str = "\u{e00c}";

/// Whether a row, by its address such as `pusher-4000-4099`, is that of a code or of a range around it.
fn is_about(row: &str, code: u16) -> bool {
    let mut numbers = row.rsplit('-').map_while(|part| part.parse::<u16>().ok());
    match (numbers.next(), numbers.next()) {
        (Some(last), Some(first)) => (first..=last).contains(&code),
        (Some(only), None) => only == code,
        (None, _) => false,
    }
}

//! The buttons that copy.

use close_code::CloseCode;
use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::files::Files;
use close_code_browser_tests::harness::same;
use close_code_browser_tests::options::Options;
use close_code_browser_tests::session::Session;
use close_code_browser_tests::site;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::open::strings;
use crate::rows;

pub(crate) fn constants(driver: &Driver) -> Result<(), Failed> {
    let files = Files::serve(site::reference()?)?;
    let session = driver.session(&Options::default())?;
    session.open(&files.address())?;
    let permissions = json!({
        "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"],
        "origin": files.address().trim_end_matches('/'),
    });
    session.chromium("Browser.grantPermissions", &permissions)?;

    for entry in rows::all().filter(|entry| entry.is_single()) {
        let (code, _) = rows::span(entry);
        let script = "return Array.from(document.getElementById(arguments[0])
            .querySelectorAll('.copy'), (button) => button.previousElementSibling.textContent)";
        let texts = strings(&session.run(script, &json!(code.to_string()))?);
        let [rust, typescript] = texts.as_slice() else {
            return Err(Failed::from(format!("{code} has the constants {texts:?}")));
        };
        let constant = rust.strip_prefix("CloseCode::").unwrap_or_default();
        same(&constant.parse::<CloseCode>().ok(), &Some(CloseCode::new(code)), rust)?;
        same(&typescript.replace('.', "::"), rust, "both languages have one name")?;
    }

    session.open(&format!("{}#1014", files.address()))?;
    session.click("[id='1014'] .copy")?;
    same(&clipboard(&session)?, &json!("CloseCode::BAD_GATEWAY"), "Rust")?;
    session.click("[id='1014'] .facts div:last-child .copy")?;
    same(&clipboard(&session)?, &json!("CloseCode.BAD_GATEWAY"), "TypeScript")?;
    let status =
        session.run("return document.getElementById('status').textContent", &Value::Null)?;
    same(&status, &json!("Copied: CloseCode.BAD_GATEWAY"), "what a screen reader hears")?;

    // A page that came over plain HTTP from afar has no clipboard of its own.
    session.run("delete Navigator.prototype.clipboard", &Value::Null)?;
    session.click("[id='1014'] .copy")?;
    session.open("about:blank")?;
    session.open(&files.address())?;
    session.chromium("Browser.grantPermissions", &permissions)?;
    same(&clipboard(&session)?, &json!("CloseCode::BAD_GATEWAY"), "without the clipboard")
}

fn clipboard(session: &Session) -> Result<Value, Failed> {
    session.run_async("window.focus(); return navigator.clipboard.readText()", &Value::Null)
}

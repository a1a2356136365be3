//! The page in a browser.

use std::ops::Deref;
use std::sync::OnceLock;

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::options::Options;
use close_code_browser_tests::session::Session;
use close_code_browser_tests::site;
use libtest_mimic::Failed;
use serde_json::{Value, json};
use tempfile::TempDir;

/// A browser that shows a page from a file.
pub(crate) struct Open {
    session: Session,
    /// The address of the file.
    pub(crate) address: String,
    _folder: TempDir,
}

impl Deref for Open {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

impl Open {
    /// Types into the search, in the place of what was in it.
    pub(crate) fn search(&self, text: &str) -> Result<(), Failed> {
        self.set("query", text)
    }

    /// Sets a field, as if a person had.
    pub(crate) fn set(&self, id: &str, value: &str) -> Result<(), Failed> {
        let script = "const field = document.getElementById(arguments[0].id);
            field.value = arguments[0].value;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        self.run(script, &json!({ "id": id, "value": value })).map(drop)
    }

    /// The texts of what a selector finds and a person sees.
    pub(crate) fn texts(&self, selector: &str) -> Result<Vec<String>, Failed> {
        let script = "return Array.from(document.querySelectorAll(arguments[0]))
            .filter((element) => element.checkVisibility())
            .map((element) => element.innerText.trim().replace(/\\s+/gu, ' '));";
        Ok(strings(&self.run(script, &json!(selector))?))
    }

    /// The codes of the cards that a person sees.
    pub(crate) fn cards(&self) -> Result<Vec<String>, Failed> {
        self.texts(".card h4 .number")
    }

    /// The ids of the applications' rows that a person sees.
    pub(crate) fn rows(&self) -> Result<Vec<String>, Failed> {
        let script = "return Array.from(document.querySelectorAll('.rows tr[data-first]'))
            .filter((element) => element.checkVisibility()).map((element) => element.id);";
        Ok(strings(&self.run(script, &Value::Null)?))
    }
}

/// Opens the reference page.
pub(crate) fn reference(driver: &Driver, options: &Options) -> Result<Open, Failed> {
    static PAGE: OnceLock<Result<String, String>> = OnceLock::new();
    let page = PAGE.get_or_init(|| {
        site::reference().map_err(|error| error.message().unwrap_or_default().to_owned())
    });
    page_of(driver, options, page.as_ref()?)
}

/// Opens a page from a file.
pub(crate) fn page_of(driver: &Driver, options: &Options, page: &str) -> Result<Open, Failed> {
    let folder = TempDir::new()?;
    let path = folder.path().join("index.html");
    std::fs::write(&path, page)?;
    let address = format!("file://{}", path.display());
    let session = driver.session(options)?;
    session.open(&address)?;
    Ok(Open { session, address, _folder: folder })
}

/// The strings of a JSON list.
pub(crate) fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

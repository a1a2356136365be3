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

    /// The address of a page next to this one.
    pub(crate) fn neighbor(&self, name: &str) -> String {
        self.address.replace("index.html", name)
    }

    /// The ids of the applications' rows that a person sees.
    pub(crate) fn rows(&self) -> Result<Vec<String>, Failed> {
        let script = "return Array.from(document.querySelectorAll('.rows tr[data-first]'))
            .filter((element) => element.checkVisibility()).map((element) => element.id);";
        Ok(strings(&self.run(script, &Value::Null)?))
    }
}

/// Opens the reference page; those next to it are in the same folder.
pub(crate) fn reference(driver: &Driver, options: &Options) -> Result<Open, Failed> {
    type Pages = Vec<(&'static str, String)>;
    static PAGES: OnceLock<Result<Pages, String>> = OnceLock::new();
    let pages = PAGES.get_or_init(|| {
        site::pages().map_err(|error| error.message().unwrap_or_default().to_owned())
    });
    pages_of(driver, options, pages.as_ref()?)
}

/// Opens a page from a file.
pub(crate) fn page_of(driver: &Driver, options: &Options, page: &str) -> Result<Open, Failed> {
    pages_of(driver, options, &[("index.html", page.to_owned())])
}

/// Opens the first of some pages from its file.
fn pages_of(driver: &Driver, options: &Options, pages: &[(&str, String)]) -> Result<Open, Failed> {
    let folder = TempDir::new()?;
    for (name, page) in pages {
        std::fs::write(folder.path().join(name), page)?;
    }
    let address = format!("file://{}", folder.path().join("index.html").display());
    let session = driver.session(options)?;
    session.open(&address)?;
    Ok(Open { session, address, _folder: folder })
}

/// The strings of a JSON list.
pub(crate) fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

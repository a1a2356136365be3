//! Pictures of the page for a person to look at, in `target/browser-tests/pictures`.

use std::fs;
use std::process::ExitCode;

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::harness::{self, case};
use close_code_browser_tests::session::Options;
use close_code_browser_tests::{site, tools};
use libtest_mimic::Failed;
use serde_json::json;

fn main() -> ExitCode {
    harness::run(vec![case("pictures_for_a_person", tools::missing_browser(), pictures)])
}

fn pictures(driver: &Driver) -> Result<(), Failed> {
    let folder = tools::output("pictures")?;
    let path = folder.join("index.html");
    fs::write(&path, site::reference()?)?;
    let address = format!("file://{}", path.display());
    let session = driver.session(&Options::default())?;
    session.open(&address)?;
    for dark in [false, true] {
        session.prefer_dark(dark)?;
        let scheme = if dark { "dark" } else { "light" };
        for width in [360, 768, 1440] {
            session.resize(width, 900)?;
            fs::write(folder.join(format!("{scheme}-{width}.png")), session.picture(false)?)?;
            fs::write(folder.join(format!("{scheme}-{width}-whole.png")), session.picture(true)?)?;
        }
    }
    let printed = session.print()?;
    fs::write(folder.join("print.pdf"), &printed)?;
    let height = session.run("return document.documentElement.scrollHeight", &json!(null))?;
    if height.as_u64().is_none_or(|height| height < 1000) || !printed.starts_with(b"%PDF") {
        return Err(Failed::from(format!("the page is {height} pixels high")));
    }
    Ok(())
}

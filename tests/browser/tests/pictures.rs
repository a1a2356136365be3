//! Pictures of the pages for a person to look at, in `target/browser-tests/pictures`.
//!
//! What a picture should show is asked of the page before it is taken; whether it is good to look at is
//! for the person to say.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::harness::{self, case};
use close_code_browser_tests::laboratory::Laboratory;
use close_code_browser_tests::options::Options;
use close_code_browser_tests::session::Session;
use close_code_browser_tests::tools;
use libtest_mimic::Failed;
use serde_json::{Value, json};

fn main() -> ExitCode {
    harness::run(vec![case("pictures_for_a_person", tools::missing_browser(), pictures)])
}

/// What is taken: a name, an address on the server, what is done there first, and what then is in sight.
const SHOTS: [(&str, &str, &str, &str); 9] = [
    ("top", "reference", "", "h1"),
    ("code", "reference#1014", "", "[id='1014']"),
    ("search", "reference?q=4004", "", ".box"),
    ("box", "reference", TYPE, ".box"),
    ("uses", "reference#applications", "", "#applications"),
    ("examples", "reference#howto", "", "#howto"),
    ("application", "protocols.html#pusher", "", "#pusher"),
    ("receivers", "implementations.html#receivers", "", "#receivers h2"),
    ("laboratory", "", TRY, "#trial"),
];

const TYPE: &str = "const input = document.getElementById('query');
    input.value = \"CloseEvent {wasClean: false, code: 4004, reason: 'bad token'}\";
    input.dispatchEvent(new Event('input'));";

const TRY: &str = "document.querySelector('.go').click();
    while (document.getElementById('outcome').hidden) {
        await new Promise((resolve) => setTimeout(resolve, 20));
    }";

fn pictures(driver: &Driver) -> Result<(), Failed> {
    let folder = tools::output("pictures")?;
    let laboratory = Laboratory::open()?;
    let session = driver.session(&Options::default())?;
    for (name, path, action, seen) in SHOTS {
        session.open("about:blank")?;
        session.open(&format!("{}{path}", laboratory.page()))?;
        session.run_async(action, &Value::Null)?;
        for (scheme, dark) in [("light", false), ("dark", true)] {
            session.prefer_dark(dark)?;
            for width in [360, 768, 1440] {
                session.resize(width, 900)?;
                take(&session, &folder.join(format!("{name}-{scheme}-{width}.png")), seen)?;
            }
        }
    }
    session.open(&format!("{}reference", laboratory.page()))?;
    let printed = session.print()?;
    fs::write(folder.join("print.pdf"), &printed)?;
    session.chromium("Emulation.setEmulatedMedia", &json!({ "media": "print" }))?;
    session.resize(718, 3000)?;
    take(&session, &folder.join("print.png"), "h1")?;
    take(&session, &folder.join("print-codes.png"), "[id='1014']")?;
    if printed.starts_with(b"%PDF") { Ok(()) } else { Err(Failed::from("the print is no PDF")) }
}

/// Takes a picture of the window with an element in it.
fn take(session: &Session, path: &Path, seen: &str) -> Result<(), Failed> {
    let script = "const element = document.querySelector(argument);
        const isInSight = () => {
            const { top, bottom } = element.getBoundingClientRect();
            return element.checkVisibility() && bottom > 0 && top < innerHeight;
        };
        element.scrollIntoView();
        return isInSight();";
    if session.run_async(script, &json!(seen))? != json!(true) {
        return Err(Failed::from(format!("{seen} is not in sight")));
    }
    let picture = session.picture()?;
    fs::write(path, &picture)?;
    if picture.starts_with(b"\x89PNG") { Ok(()) } else { Err(Failed::from("no picture")) }
}

//! What the page does not do.

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::files::Files;
use close_code_browser_tests::harness::same;
use close_code_browser_tests::options::Options;
use close_code_browser_tests::site;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::{open, search};

pub(crate) fn kept(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    // What the browser did by itself when it started is not the page's.
    page.open("about:blank")?;
    page.requests()?;
    page.open(&page.address)?;
    page.search("gateway")?;
    page.search("88 02 03 e9")?;
    page.search("")?;
    page.click("[id='1014'] .copy")?;
    page.click("[id='1014'] .self")?;
    same(&page.console()?, &Vec::new(), "the console, from a file")?;
    let asked = page.requests()?;
    let strange: Vec<_> = asked.iter().filter(|address| !is_own(address, &page.address)).collect();
    same(&strange, &Vec::new(), "requests, from a file")?;
    same(&asked.iter().any(|address| is_own(address, &page.address)), &true, "the log works")?;

    let files = Files::serve(site::reference()?)?;
    page.open(&files.address())?;
    page.search("gateway")?;
    // The search is in the address; without it the next address is one within the page.
    page.search("")?;
    page.run_async(search::ADDRESS, &Value::Null)?;
    page.open(&format!("{}#1006", files.address()))?;
    same(&page.console()?, &Vec::new(), "the console, from a host")?;
    same(&files.asked(), &vec!["/".to_owned()], "requests, from a host")
}

/// The page itself, or what is in it.
fn is_own(address: &str, page: &str) -> bool {
    address.starts_with(page) || address.starts_with("data:")
}

pub(crate) fn policy(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    // What a text of a table would do, could it get out of its place.
    let script = "
        const broken = [];
        addEventListener('securitypolicyviolation', (event) => broken.push(event.effectiveDirective));
        const element = document.createElement('div');
        document.body.append(element);
        const tries = [
            () => element.setAttribute('onclick', 'window.ran = true'),
            () => element.setAttribute('style', 'color: red'),
            () => { element.innerHTML = '<b>x</b>'; },
            () => { const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script); },
            () => { const image = new Image(); image.src = 'https://example.invalid/'; document.body.append(image); },
            () => { const frame = document.createElement('iframe'); frame.src = 'https://example.invalid/'; document.body.append(frame); },
            () => { const sheet = document.createElement('style'); sheet.textContent = 'a { color: red }'; document.body.append(sheet); },
            () => { const base = document.createElement('base'); base.href = 'https://example.invalid/'; document.head.append(base); },
            () => import('data:text/javascript,window.ran = true').catch(() => {}),
            () => fetch('https://example.invalid/').catch(() => {}),
            () => new WebSocket('wss://example.invalid/'),
        ];
        for (const attempt of tries) {
            try { attempt(); } catch { /* That is one way to forbid it. */ }
        }
        element.click();
        await new Promise((resolve) => setTimeout(resolve, 300));
        return [Array.from(new Set(broken)).sort(), window.ran === true, element.innerHTML];";
    let expected = json!([
        [
            "base-uri",
            "connect-src",
            "frame-src",
            "img-src",
            "require-trusted-types-for",
            "script-src-elem",
            "style-src-attr",
            "style-src-elem",
        ],
        false,
        "",
    ]);
    same(&page.run_async(script, &Value::Null)?, &expected, "what the policy stopped")
}

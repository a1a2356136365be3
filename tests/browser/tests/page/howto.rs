//! The examples of the page are run as the page shows them.

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::harness::same;
use close_code_browser_tests::options::Options;
use close_code_browser_tests::site;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::open::{self, Open};

/// Runs an example as a module. Its WebSocket is one whose events the test makes, and its timers do not
/// wait; what it logs, closes and connects to is listed.
const RUN: &str = "
    const { name, module, steps } = argument;
    const log = [];
    const sockets = [];
    globalThis.WebSocket = class extends EventTarget {
        constructor(address) {
            super();
            sockets.push(this);
            log.push(`connect ${address}`);
        }
        close(...values) {
            log.push(`close ${values.join(' ')}`);
        }
    };
    globalThis.setTimeout = (call, delay) => {
        log.push(delay >= 0 && delay <= 300_000 ? 'wait' : `wait ${delay}`);
        call();
    };
    console.log = (text) => log.push(text);
    const url = (text) => URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const types = /: (?:CloseEvent|string)(?=[,) ])/gu;
    const text = document.querySelector(`[data-example='${name}']`).textContent
        .replace(/\"\\.\\/close-codes\\.[jt]s\"/u, JSON.stringify(url(module)))
        .replaceAll(types, name.endsWith('.ts') ? '' : '$&');
    const example = await import(url(text));
    const closed = (code, reason = '') => {
        sockets.at(-1).dispatchEvent(new CloseEvent('close', { code, reason, wasClean: code !== 1006 }));
    };
    const result = await new Function('example', 'closed', 'sockets', `return ${steps}`)(example, closed, sockets);
    return [log, result ?? null];";

fn run(page: &Open, name: &str, steps: &str) -> Result<Value, Failed> {
    page.open(&page.address)?;
    page.run_async(RUN, &json!({ "name": name, "module": site::module()?, "steps": steps }))
}

pub(crate) fn works(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    page.chromium("Page.setBypassCSP", &json!({ "enabled": true }))?;
    let chat = "connect wss://example.com/chat";
    for (name, steps, expected) in [
        (
            "reading.js",
            "[closed(1000), closed(1006), closed(4001, 'bye')]",
            json!([chat, "closed on purpose", "connection lost", "closed with 4001: bye"]),
        ),
        (
            "closing.js",
            "[example.signOut(), example.fail('é'.repeat(100))]",
            json!([chat, "close 4001 signed out", format!("close 4000 {}", "é".repeat(61))]),
        ),
        (
            "reconnecting.js",
            "[example.connect('a'), closed(1006), closed(1012), closed(1000), closed(1008)]",
            json!(["connect a", "wait", "connect a", "wait", "connect a"]),
        ),
    ] {
        same(&run(&page, name, steps)?[0], &expected, name)?;
    }
    let steps = "[example.onClose({ code: 1006 }), example.onClose({ code: 1001, reason: 'server shutting down' })]";
    let expected = json!(["connection lost", "1001 Going Away: server shutting down"]);
    same(&run(&page, "describing.ts", steps)?[1], &expected, "describing.ts")?;

    // Every example of the page is run: those above here, that in Rust as documentation.
    let names =
        "return Array.from(document.querySelectorAll('[data-example]'), (e) => e.dataset.example)";
    let expected =
        json!(["reading.js", "describing.ts", "closing.js", "reconnecting.js", "matching.rs"]);
    same(&page.run(names, &Value::Null)?, &expected, "examples")
}

//! What a page passes to `close()`, and what of it goes over the wire.

use close_code::{CloseCode, CloseFrame, Reason};
use close_code_browser_tests::driver::Driver;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::bench::{Bench, hex, none};

/// Closes each connection with its arguments, and returns the event and the body that the server read.
const CLOSE: &str = "
    const results = [];
    for (const { address, id, close } of argument) {
        const socket = new WebSocket(`${address}&id=${id}`);
        const event = await new Promise((resolve) => {
            socket.addEventListener('open', () => socket.close(...close));
            socket.addEventListener('close', ({ code, wasClean, reason }) => resolve([code, wasClean, reason]));
        });
        const report = await (await fetch(`/report?id=${id}`)).json();
        results.push({ event, body: report.body });
    }
    return results;";

pub(crate) fn frames(driver: &Driver) -> Result<(), Failed> {
    let bench = Bench::new(driver)?;
    let reasons = ["", "bye", "→ ende", "\u{feff}", &"a".repeat(123)];
    let codes = [1000, 3000, 3003, 3008, 3999, 4000, 4001, 4321, 4999];
    let mut jobs = vec![];
    let mut expected = vec![];
    // Every connection is to the server of the page, which alone may read its reports.
    for code in codes {
        for reason in reasons {
            let frame = CloseFrame::new(CloseCode::new(code), Reason::new(reason)?)?;
            jobs.push(json!([code, reason]));
            expected
                .push(json!({ "event": [code, true, reason], "body": hex(&frame.to_payload()) }));
        }
        jobs.push(json!([code]));
        expected.push(json!({ "event": [code, true, ""], "body": hex(&code.to_be_bytes()) }));
    }
    jobs.push(json!([]));
    expected.push(json!({ "event": [1005, true, ""], "body": "" }));
    // The page passes a string with half a character; what goes out is well-formed.
    jobs.push(json!([4000, "SURROGATE"]));
    expected.push(json!({ "event": [4000, true, "\u{fffd}"], "body": "0fa0efbfbd" }));

    let address = bench.address(0, "wait");
    let arguments: Vec<Value> = jobs
        .iter()
        .enumerate()
        .map(|(id, close)| json!({ "address": address, "id": id.to_string(), "close": close }))
        .collect();
    // JSON cannot hold half a character, so it is put in here.
    let script = CLOSE.replace(
        "socket.close(...close)",
        "socket.close(...close.map((value) => value === 'SURROGATE' ? '\\ud800' : value))",
    );
    let found = bench.session.run_async(&script, &json!(arguments))?;
    let found: Vec<_> = found.as_array().into_iter().flatten().collect();
    let differences: Vec<_> = jobs
        .iter()
        .zip(&expected)
        .zip(&found)
        .filter(|((_, expected), found)| expected != *found)
        .map(|((close, expected), found)| format!("close({close}): {found}, not {expected}"))
        .collect();
    if found.len() != jobs.len() {
        return Err(Failed::from("some connections have no end"));
    }
    none(&differences)?;

    // A server that does not answer: the page hears of no Close frame.
    let mute = json!([{ "address": bench.address(0, "mute"), "id": "mute", "close": [4000, "x"] }]);
    let found = bench.session.run_async(CLOSE, &mute)?;
    let expected = json!([{ "event": [1006, false, ""], "body": "0fa078" }]);
    if found == expected {
        Ok(())
    } else {
        Err(Failed::from(format!("without an answer: {found}, not {expected}")))
    }
}

//! What the helpers of the generated module do with the sockets of a browser.

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::site;
use close_code_emitters::docs::Source;
use close_code_emitters::typescript::{self, Behind, Module};
use libtest_mimic::Failed;
use serde_json::json;

use crate::bench::Bench;

/// Loads the module, closes sockets in each of their states, and says what the server read of them.
const CLOSE: &str = "
    const { module, address, streamed } = argument;
    const blob = new Blob([module], { type: 'text/javascript' });
    const { closeSafely, describe, reconnectDelay, shouldReconnect } = await import(URL.createObjectURL(blob));
    const long = '→'.repeat(100);
    const open = (id) => {
        const socket = new WebSocket(`${address}&id=${id}`);
        return {
            socket,
            opened: new Promise((resolve) => socket.addEventListener('open', resolve)),
            closed: new Promise((resolve) => socket.addEventListener('close', resolve)),
        };
    };
    const results = {};

    const connecting = open('connecting');
    closeSafely(connecting.socket, 1011, long);
    results.connecting = (await connecting.closed).code;

    for (const [id, ...parameters] of [
        ['plain'], ['own', 4001, 'bye'], ['refused', 1011, long], ['settable', 1006, '', 4321],
        ['both', 70000, '', 70001], ['fraction', 1000.5],
    ]) {
        const { socket, opened, closed } = open(id);
        await opened;
        closeSafely(socket, ...parameters);
        closeSafely(socket, 4999, 'while it is closing');
        const event = await closed;
        closeSafely(socket, 1005, 'when it is closed');
        const { body } = await (await fetch(`/report?id=${id}`)).json();
        results[id] = [describe(event), body];
    }

    if (globalThis.WebSocketStream !== undefined) {
        const stream = new WebSocketStream(streamed);
        await stream.opened;
        const ended = await stream.closed;
        results.stream = [describe(ended), shouldReconnect(ended), reconnectDelay(ended, 0, () => 1)];
        const failed = await new WebSocketStream('ws://127.0.0.1:9/').opened.catch((error) => error);
        results.failed = [describe(failed).slice(0, 21), shouldReconnect(failed)];
    }
    return results;";

pub(crate) fn sockets(driver: &Driver) -> Result<(), Failed> {
    let bench = Bench::new(driver)?;
    let table = &site::built_in()?;
    let source = &Source::new("codes.toml");
    let module = Module { table, protocol: None, behind: Behind::Included, source };
    let argument = json!({
        "module": typescript::emit_javascript(&module),
        "address": bench.address(0, "wait"),
        "streamed": bench.address(0, "close&body=03f4"),
    });
    let found = bench.session.run_async(CLOSE, &argument)?;
    let cut = "→".repeat(41);
    let cut_bytes = "e28692".repeat(41);
    let mut expected = json!({
        "connecting": 1006,
        "plain": ["1000 Normal Closure", "03e8"],
        "own": ["4001 Reserved for Private Use: bye", "0fa1627965"],
        "refused": [format!("1000 Normal Closure: {cut}"), format!("03e8{cut_bytes}")],
        "settable": ["4321 Reserved for Private Use", "10e1"],
        "both": ["1000 Normal Closure", "03e8"],
        "fraction": ["1000 Normal Closure", "03e8"],
    });
    if found.get("stream").is_some() {
        expected["stream"] = json!(["1012 Service Restart", true, 30_000]);
        expected["failed"] = json!(["1006 Abnormal Closure", true]);
    }
    if found == expected {
        Ok(())
    } else {
        Err(Failed::from(format!("found {found}, expected {expected}")))
    }
}

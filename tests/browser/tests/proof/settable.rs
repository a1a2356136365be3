//! Which arguments `WebSocket.close()` takes.

use close_code::CloseCode;
use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::options::Options;
use close_code_browser_tests::session::Session;
use libtest_mimic::Failed;
use serde_json::{Value, json};

use crate::bench::none;

/// A socket that is closed already: `close()` still looks at its arguments, and then does nothing.
const SOCKET: &str = "
    const socket = new WebSocket('ws://127.0.0.1:9/');
    socket.onclose = null;
    socket.close();
    const outcome = (...parameters) => {
        try {
            socket.close(...parameters);
            return '';
        } catch (error) {
            return error.name;
        }
    };";

fn run(session: &Session, script: &str) -> Result<Value, Failed> {
    session.run_async(&format!("{SOCKET} {script}"), &Value::Null)
}

/// What `close()` throws for a code, as the table says.
fn thrown(code: u16) -> &'static str {
    if CloseCode::new(code).is_settable_by_script() { "" } else { "InvalidAccessError" }
}

pub(crate) fn numbers(driver: &Driver) -> Result<(), Failed> {
    let session = driver.session(&Options::default())?;
    let script = "return Array.from({ length: 65536 }, (_, code) => outcome(code));";
    compare(&run(&session, script)?, thrown)
}

pub(crate) fn order(driver: &Driver) -> Result<(), Failed> {
    let session = driver.session(&Options::default())?;
    let script = "const long = 'a'.repeat(124); return Array.from({ length: 65536 }, (_, code) => outcome(code, long));";
    compare(&run(&session, script)?, |code| match thrown(code) {
        "" => "SyntaxError",
        other => other,
    })?;
    // The bound is in bytes, and a half character counts as the three that take its place.
    let script = "return [
        outcome(1000, 'a'.repeat(123)), outcome(1000, '→'.repeat(41)), outcome(1000, '\\ud800'.repeat(41)),
        outcome(1000, '→'.repeat(42)), outcome(1000, '\\ud800'.repeat(41) + 'a')];";
    let expected = json!(["", "", "", "SyntaxError", "SyntaxError"]);
    let found = run(&session, script)?;
    if found == expected {
        Ok(())
    } else {
        Err(Failed::from(format!("reasons: {found}, not {expected}")))
    }
}

fn compare(found: &Value, expected: impl Fn(u16) -> &'static str) -> Result<(), Failed> {
    let found: Vec<_> = found.as_array().into_iter().flatten().collect();
    if found.len() != 65536 {
        return Err(Failed::from(format!("{} answers", found.len())));
    }
    let differences: Vec<_> = (0..=u16::MAX)
        .zip(found)
        .filter(|(code, found)| *found != expected(*code))
        .map(|(code, found)| format!("close({code}) throws {found}, not {:?}", expected(code)))
        .collect();
    none(&differences)
}

/// Values, and the code that they come to by the standard (Web IDL, `[Clamp] unsigned short`): kept
/// within two bytes, then rounded, halves to the even side.
const VALUES: [(&str, u16); 36] = [
    ("-1", 0),
    ("-0", 0),
    ("0.5", 0),
    ("999.4", 999),
    ("999.5", 1000),
    ("999.6", 1000),
    ("1000.25", 1000),
    ("1000.5", 1000),
    ("1000.6", 1001),
    ("1e3", 1000),
    ("2999.4", 2999),
    ("2999.5", 3000),
    ("2999.6", 3000),
    ("3000.5", 3000),
    ("4998.6", 4999),
    ("4999.4", 4999),
    ("4999.5", 5000),
    ("4999.6", 5000),
    ("65536", 65535),
    ("66536", 65535),
    ("1e100", 65535),
    ("Infinity", 65535),
    ("-Infinity", 0),
    ("NaN", 0),
    ("null", 0),
    ("true", 1),
    ("''", 0),
    ("'1000'", 1000),
    ("' 3000 '", 3000),
    ("'0x3e8'", 1000),
    ("'BadGateway'", 0),
    ("[1000]", 1000),
    ("[]", 0),
    ("({})", 0),
    ("new Date(4000)", 4000),
    ("({ valueOf: () => 4999 })", 4999),
];

/// Where Chromium departs from the standard: it cuts fractions off. `compat.toml` says so beside
/// `WebSocket.close()`; if this list changes, that has to change too.
const CUT: [(&str, u16); 7] = [
    ("999.5", 999),
    ("999.6", 999),
    ("1000.6", 1000),
    ("2999.5", 2999),
    ("2999.6", 2999),
    ("4999.5", 4999),
    ("4999.6", 4999),
];

pub(crate) fn values(driver: &Driver) -> Result<(), Failed> {
    let session = driver.session(&Options::default())?;
    let calls: Vec<_> = VALUES.iter().map(|(value, _)| format!("outcome({value})")).collect();
    let script = format!(
        "return [{}, outcome(), outcome(undefined), outcome(1000, undefined), outcome(1000n),
            outcome(Symbol.iterator), outcome(undefined, 'x')];",
        calls.join(", ")
    );
    let found = run(&session, &script)?;
    let mut differences = Vec::new();
    for (index, (value, code)) in VALUES.iter().enumerate() {
        let cut = CUT.iter().find(|(cut, _)| cut == value);
        let code = cut.map_or(*code, |(_, code)| *code);
        if found[index] != thrown(code) {
            differences.push(format!(
                "close({value}) throws {}, not {:?}",
                found[index],
                thrown(code)
            ));
        }
    }
    // No code is none, and what is no number at all is a mistake of another kind. By the standard a reason
    // may come without a code; Chromium takes the code for 0 then, and compat.toml says so as well.
    let rest: Vec<_> = found.as_array().into_iter().flatten().skip(VALUES.len()).collect();
    let expected = ["", "", "", "TypeError", "TypeError", "InvalidAccessError"];
    if rest != expected {
        differences.push(format!("the other arguments: {rest:?}, not {expected:?}"));
    }
    none(&differences)
}

pub(crate) fn events(driver: &Driver) -> Result<(), Failed> {
    let session = driver.session(&Options::default())?;
    let script = "const code = (code) => new CloseEvent('close', { code }).code;
        return [new CloseEvent('close').code, code(1006), code(65535), code(65536), code(65543), code(-1), code(1000.9), code(NaN)];";
    let found = session.run(script, &Value::Null)?;
    // Two bytes of the whole part, whatever the number.
    let expected = json!([0, 1006, 65535, 0, 7, 65535, 1000, 0]);
    if found == expected {
        Ok(())
    } else {
        Err(Failed::from(format!("codes of events: {found}, not {expected}")))
    }
}

//! The laboratory in Chromium: what a person sees there, and what the server lets other pages do.

use std::process::ExitCode;

use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::files::Files;
use close_code_browser_tests::harness::{self, case, same};
use close_code_browser_tests::laboratory::Laboratory;
use close_code_browser_tests::options::Options;
use close_code_browser_tests::session::Session;
use close_code_browser_tests::tools;
use libtest_mimic::Failed;
use serde_json::{Value, json};

fn main() -> ExitCode {
    let browser = tools::missing_browser;
    harness::run(vec![
        case("every_end_is_shown_beside_the_table", browser(), ends),
        case("what_is_not_a_code_is_refused", browser(), refused),
        case("pages_of_other_origins_do_not_connect", browser(), strangers),
        case("stopping_the_server_closes_with_1001", browser(), stopping),
        case("the_page_fits_and_complains_of_nothing", browser(), fits),
        case("the_audit_of_the_laboratory_finds_nothing", tools::missing_audit(), audit),
    ])
}

/// Fills in the form, sends it, and returns what the page shows then.
const TRY: &str = "
    const set = (id, value) => {
        const field = document.getElementById(id);
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    const { what, code, reason, bytes } = argument;
    set('what', what);
    set('code', code ?? '');
    set('reason', reason ?? '');
    set('bytes', bytes ?? '');
    const past = document.getElementById('past');
    const before = past.children.length;
    document.querySelector('.go').click();
    while (past.children.length === before || document.querySelector('.go').disabled) {
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const text = (id) => document.getElementById(id).textContent;
    const column = (name) => ['code', 'clean', 'reason', 'thrown'].map((row) => text(`${name}-${row}`));
    return { judgement: text('judgement'), reported: column('reported'), expected: column('expected'),
        sent: text('frame-sent'), received: text('frame-received') };";

fn attempt(session: &Session, form: &Value) -> Result<Value, Failed> {
    session.run_async(TRY, form)
}

/// Fills in the form, sends it, and returns what the page says and whether it made a connection.
const REFUSED: &str = "
    const set = (id, value) => {
        const field = document.getElementById(id);
        field.value = value;
        field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    set('what', argument.what);
    set('code', argument.code);
    document.querySelector('.go').click();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const state = document.getElementById('state').textContent;
    document.getElementById('state').textContent = '';
    return [state, document.querySelector('.go').disabled || document.getElementById('past').children.length > 0];";

fn refused(driver: &Driver) -> Result<(), Failed> {
    let laboratory = Laboratory::open()?;
    let session = driver.session(&Options::default())?;
    session.open(&laboratory.page())?;
    let whole = ["70000", "65536", "-1", "abc", "", " ", "NaN", "Infinity"];
    let pages = ["page-code", "page-mute"].map(|what| (what, &whole[..]));
    let fraction = [&whole[..], &["1000.25"]].concat();
    let servers = ["server-code", "server-cut"].map(|what| (what, &fraction[..]));
    for (what, codes) in pages.into_iter().chain(servers) {
        for code in codes {
            let shown = session.run_async(REFUSED, &json!({ "what": what, "code": code }))?;
            let expected = json!(["The code is a number from 0 to 65535.", false]);
            same(&shown, &expected, &format!("{what} {code:?}"))?;
        }
    }
    Ok(())
}

const AGREE: &str = "This browser and the table agree.";
const DEPART: &str = "This browser differs from the table.";

fn ends(driver: &Driver) -> Result<(), Failed> {
    let laboratory = Laboratory::open()?;
    let session = driver.session(&Options::default())?;
    session.open(&laboratory.page())?;
    let long = "a".repeat(124);
    let bad_utf8 = "0f a0 ff";
    for (form, judgement, reported, sent) in [
        (
            json!({ "what": "server-code", "code": "1000", "reason": "bye" }),
            AGREE,
            ["1000", "true", "\"bye\"", "nothing"],
            "88 05 03 e8 62 79 65",
        ),
        (
            json!({ "what": "server-code", "code": "4001" }),
            AGREE,
            ["4001", "true", "\"\"", "nothing"],
            "88 02 0f a1",
        ),
        (
            json!({ "what": "server-code", "code": "1006" }),
            AGREE,
            ["1006", "false", "\"\"", "nothing"],
            "88 02 03 ee",
        ),
        (
            json!({ "what": "server-code", "code": "5000" }),
            DEPART,
            ["5000", "true", "\"\"", "nothing"],
            "88 02 13 88",
        ),
        (json!({ "what": "server-empty" }), AGREE, ["1005", "true", "\"\"", "nothing"], "88 00"),
        (
            json!({ "what": "server-bytes", "bytes": "03" }),
            AGREE,
            ["1006", "false", "\"\"", "nothing"],
            "88 01 03",
        ),
        (
            json!({ "what": "server-bytes", "bytes": bad_utf8 }),
            AGREE,
            ["1006", "false", "\"\"", "nothing"],
            "88 03 0f a0 ff",
        ),
        (
            json!({ "what": "server-code", "code": "1000", "reason": long }),
            AGREE,
            ["1006", "false", "\"\"", "nothing"],
            "88 7e 00 7e 03 e8",
        ),
        (json!({ "what": "server-drop" }), AGREE, ["1006", "false", "\"\"", "nothing"], "none"),
        (json!({ "what": "server-refuse" }), AGREE, ["1006", "false", "\"\"", "nothing"], "none"),
        (json!({ "what": "server-tls" }), AGREE, ["1006", "false", "\"\"", "nothing"], "none"),
        (
            json!({ "what": "page-code", "code": "4999", "reason": "ä" }),
            AGREE,
            ["4999", "true", "\"ä\"", "nothing"],
            "88 04 13 87 c3 a4",
        ),
        (
            json!({ "what": "page-code", "code": "1000.25" }),
            AGREE,
            ["1000", "true", "\"\"", "nothing"],
            "88 02 03 e8",
        ),
        (
            json!({ "what": "page-code", "code": "1011" }),
            AGREE,
            ["–", "–", "–", "InvalidAccessError"],
            "88 00",
        ),
        (
            json!({ "what": "page-code", "code": "1000", "reason": long }),
            AGREE,
            ["–", "–", "–", "SyntaxError"],
            "88 00",
        ),
        (json!({ "what": "page-none" }), AGREE, ["1005", "true", "\"\"", "nothing"], "88 00"),
    ] {
        let shown = attempt(&session, &form)?;
        let starts = shown["sent"].as_str().is_some_and(|frame| frame.starts_with(sent));
        if shown["judgement"] != json!(judgement) || shown["reported"] != json!(reported) || !starts
        {
            return Err(Failed::from(format!(
                "{form}: {shown}, but it should be {judgement} {reported:?} {sent}"
            )));
        }
    }
    // The browser's own frames are masked, and shown as they were meant.
    let shown = attempt(&session, &json!({ "what": "page-code", "code": "3000", "reason": "hi" }))?;
    let received = shown["received"].as_str().unwrap_or_default();
    let is_masked = received.starts_with("88 84 ") && received.ends_with("unmasked: 0b b8 68 69");
    same(&is_masked, &true, received)?;
    // A server that does not answer, and one that leaves at once.
    let shown = attempt(&session, &json!({ "what": "page-mute", "code": "3000" }))?;
    same(&shown["reported"], &json!(["1006", "false", "\"\"", "nothing"]), "no answer")?;
    let past =
        session.run("return document.getElementById('past').children.length", &Value::Null)?;
    same(&past, &json!(18), "what has been tried")
}

fn strangers(driver: &Driver) -> Result<(), Failed> {
    let laboratory = Laboratory::open()?;
    let address = laboratory.address();
    let files = Files::serve("<!DOCTYPE html><title>Another page</title>".to_owned())?;
    let session = driver.session(&Options::default())?;
    let connect = format!(
        "const socket = new WebSocket('ws://{address}/socket?id=stranger&do=close&body=03e8');
        return new Promise((resolve) => {{
            socket.addEventListener('open', () => resolve('open'));
            socket.addEventListener('close', ({{ code }}) => resolve(code));
        }});"
    );
    session.open(&files.address())?;
    same(&session.run_async(&connect, &Value::Null)?, &json!(1006), "a page of another origin")?;
    let read = format!(
        "try {{ return await (await fetch('http://{address}/report?id=stranger')).text(); }} catch {{ return 'no'; }}"
    );
    same(&session.run_async(&read, &Value::Null)?, &json!("no"), "a report for a stranger")?;
    // The same from the server's own page.
    session.open(&laboratory.page())?;
    same(&session.run_async(&connect, &Value::Null)?, &json!("open"), "its own page")
}

fn stopping(driver: &Driver) -> Result<(), Failed> {
    let mut laboratory = Laboratory::open()?;
    let session = driver.session(&Options::default())?;
    session.open(&laboratory.page())?;
    let open = "
        const socket = new WebSocket(`ws://${location.host}/socket?id=last&do=wait`);
        window.end = new Promise((resolve) => socket.addEventListener('close', ({ code, wasClean }) => resolve([code, wasClean])));
        await new Promise((resolve) => socket.addEventListener('open', resolve));
        return 'open';";
    same(&session.run_async(open, &Value::Null)?, &json!("open"), "a connection")?;
    laboratory.stop();
    let end = session.run_async("return window.end", &Value::Null)?;
    same(&end, &json!([1001, true]), "what the page hears")
}

fn fits(driver: &Driver) -> Result<(), Failed> {
    let laboratory = Laboratory::open()?;
    let session = driver.session(&Options::default())?;
    session.open(&laboratory.page())?;
    attempt(
        &session,
        &json!({ "what": "server-code", "code": "4000", "reason": "a".repeat(123) }),
    )?;
    for width in [360, 768, 1440] {
        session.resize(width, 900)?;
        let script = "return document.documentElement.scrollWidth > innerWidth
            || Array.from(document.querySelectorAll('.scroll')).some((part) => part.scrollWidth > part.clientWidth)";
        same(&session.run(script, &Value::Null)?, &json!(false), &format!("{width} pixels"))?;
    }
    same(&session.console()?, &Vec::new(), "the console")?;
    session.open(&format!("{}reference#1006", laboratory.page()))?;
    let here = session.run("return document.querySelector('.here').id", &Value::Null)?;
    same(&here, &json!("1006"), "the reference page")
}

fn audit(driver: &Driver) -> Result<(), Failed> {
    let axe = std::fs::read_to_string(tools::axe().ok_or("there is no axe-core")?)?;
    let laboratory = Laboratory::open()?;
    let session = driver.session(&Options::default())?;
    session.chromium("Page.setBypassCSP", &json!({ "enabled": true }))?;
    session.open(&laboratory.page())?;
    attempt(&session, &json!({ "what": "server-code", "code": "5000", "reason": "a" }))?;
    session.run(&format!("{axe}; window.axe = axe;"), &Value::Null)?;
    for dark in [false, true] {
        session.prefer_dark(dark)?;
        let script = "const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);";
        same(&session.run_async(script, &Value::Null)?, &json!([]), "the audit")?;
    }
    Ok(())
}

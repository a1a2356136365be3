//! The search box, compared with the runtime crate on the same codes and bodies.

use close_code::{CloseCode, CloseFrame};
use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::harness::same;
use close_code_browser_tests::options::Options;
use libtest_mimic::Failed;
use serde_json::json;

use crate::open::{self, Open, strings};

/// Puts texts into the box one after the other, and returns what it says of each.
const READ: &str = "
    const input = document.getElementById('query');
    const verdict = document.getElementById('verdict');
    return arguments[0].texts.map((text) => {
        input.value = text;
        input.dispatchEvent(new Event('input', { bubbles: true }));
        const part = arguments[0].part === '' ? verdict : verdict.querySelector(arguments[0].part);
        return part?.textContent ?? '';
    });";

fn read(page: &Open, part: &str, texts: &[String]) -> Result<Vec<String>, Failed> {
    Ok(strings(&page.run(READ, &json!({ "part": part, "texts": texts }))?))
}

fn read_one(page: &Open, text: &str) -> Result<String, Failed> {
    Ok(read(page, "", &[text.to_owned()])?.concat())
}

pub(crate) fn codes(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    let codes: Vec<u16> = (0..=5015).chain((5016..=u16::MAX).step_by(997)).chain([65535]).collect();
    let texts: Vec<_> = codes.iter().map(u16::to_string).collect();
    let headings = read(&page, "h3", &texts)?;
    same(&headings.len(), &codes.len(), "answers")?;
    for (code, heading) in codes.iter().zip(headings) {
        same(&heading, &CloseCode::new(*code).to_string(), "the heading")?;
    }
    Ok(())
}

pub(crate) fn bodies(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    let mut bodies: Vec<Vec<u8>> = vec![
        vec![3],
        b"\x03\xe8bye".into(),
        b"\x03\xeebye".into(),
        b"\x0f\xa0\xff".into(),
        b"\x0f\xa0\xc3\xa4".into(),
        [&b"\x0f\xa0"[..], &[b'a'; 123]].concat(),
        [&b"\x0f\xa0"[..], &[b'a'; 124]].concat(),
    ];
    bodies.extend((0..=u16::MAX).step_by(311).map(|code| code.to_be_bytes().into()));
    let texts: Vec<_> = bodies.iter().map(|body| hex(body)).collect();
    for (body, answer) in bodies.iter().zip(read(&page, "", &texts)?) {
        let expected = match CloseFrame::parse(body) {
            Ok(Some(frame)) if frame.reason().is_empty() => format!("{} is", hex(&body[..2])),
            Ok(Some(frame)) => format!("One line for a log: {}: {}", frame.code(), frame.reason()),
            Ok(None) => "1005".to_owned(),
            Err(error) => format!("answers with {}", error.reply_code().get()),
        };
        let is_refused = answer.contains("A conforming receiver answers");
        if !answer.contains(&expected) || is_refused != CloseFrame::parse(body).is_err() {
            let body = hex(body);
            return Err(Failed::from(format!("{body}: {answer:?} does not say {expected:?}")));
        }
    }
    Ok(())
}

/// Bytes as people paste them.
fn hex(bytes: &[u8]) -> String {
    let bytes: Vec<_> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    bytes.join(" ")
}

pub(crate) fn pasted(driver: &Driver) -> Result<(), Failed> {
    let page = open::reference(driver, &Options::default())?;
    for (text, parts) in [
        (
            "1006",
            &["1006 Abnormal Closure", "your library or browser reports it", "with backoff"][..],
        ),
        ("BadGateway", &["1014 Bad Gateway"]),
        ("tls handshake", &["1015 TLS handshake"]),
        ("private use", &["4000–4999 Reserved for Private Use"]),
        ("0", &["0 Not used"]),
        ("65536", &["not a close code"]),
        ("-1", &["not a close code"]),
        (
            "4004",
            &["4004 in known protocols", "Discord Gateway: Authentication failed, reconnect never"],
        ),
        ("03e8", &["1000 Normal Closure", "03 e8 is 1000"]),
        ("0x03 0xf6 0x62", &["1014 Bad Gateway", "One line for a log: 1014 Bad Gateway: b"]),
        ("88 02 03 e9", &["1001 Going Away", "not masked, so from a server"]),
        ("88 82 01 02 03 04 02 eb", &["1001 Going Away", "masked, so from a client"]),
        (
            r#"{"code":1005,"reason":"","wasClean":true}"#,
            &["1005 No Status Rcvd", "the other end gave no code"],
        ),
        (
            "CloseEvent {isTrusted: true, wasClean: false, code: 1000, reason: 'it\\'s over', type: 'close'}",
            &[
                "1000 Normal Closure",
                "the connection broke before",
                "One line for a log: 1000 Normal Closure (not clean): it's over",
            ],
        ),
        (
            "close { target: WebSocket, isTrusted: true, wasClean: true, code: 4001, reason: \"a, b\", srcElement: WebSocket }",
            &["4001 Reserved for Private Use: a, b", "Reason: \"a, b\""],
        ),
        (
            "code=1006 reason=gone wasClean=true",
            &["A browser never reports 1006", "A library added it"],
        ),
        ("2026-01-01 WebSocket closed with 1011, restarting", &["1011 Internal Error"]),
        (
            "Error: Unexpected server response: 403",
            &["No close code: the handshake was refused", "HTTP 403", "Retrying will not help"],
        ),
        ("discord 4014", &["recognized by `discord` in the line", "Disallowed intent(s)"]),
        ("LWS_CLOSE_STATUS_GOINGAWAY", &["1001 Going Away"]),
        (
            "net::ERR_CONNECTION_REFUSED",
            &["No close code: the connection failed", "nothing listens"],
        ),
        (
            "sent 1011 (internal error) keepalive ping timeout; no close frame received",
            &["1011 Internal Error", "No pong came in time", "This end sent it"],
        ),
        ("ws tick price 1009 qty 1002", &["No close code found"]),
        ("xyzzy", &["No close code found"]),
    ] {
        let answer = read_one(&page, text)?;
        for part in parts {
            if !answer.contains(part) {
                return Err(Failed::from(format!("{text}: {answer:?} does not say {part:?}")));
            }
        }
    }
    same(&read_one(&page, "  ")?, &String::new(), "nothing is said of nothing")?;

    // What was pasted is another's text.
    let hostile = "{\"code\":4000,\"reason\":\"<img src=x onerror=alert(1)>\\u202e\\n1000\"}";
    same(&read_one(&page, hostile)?.contains("<img src=x onerror=alert(1)>"), &true, "shown")?;
    let images = page.run("return document.images.length", &json!(null))?;
    same(&images, &json!(0), "and not run")?;

    page.click(".example")?;
    same(&page.texts("#verdict h3")?, &vec!["1006 Abnormal Closure".to_owned()], "an example")
}

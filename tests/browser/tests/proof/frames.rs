//! Close frames of the server, and what Chromium makes of them.

use close_code::{CloseCode, CloseFrame, ReceivedClose, connection_close_code};
use close_code_browser_tests::driver::Driver;
use close_code_browser_tests::tools;
use close_code_emitters::compat::{Compat, Peer};
use libtest_mimic::Failed;

use crate::bench::{Bench, Reported, none};

pub(crate) fn bare(driver: &Driver) -> Result<(), Failed> {
    every_code(driver, |_| String::new())
}

pub(crate) fn reasoned(driver: &Driver) -> Result<(), Failed> {
    every_code(driver, |code| format!("because of {code} → ende"))
}

/// Closes with every code of the sample and a reason made for it.
fn every_code(driver: &Driver, reason: impl Fn(u16) -> String) -> Result<(), Failed> {
    let chromium = chromium()?;
    let bench = Bench::new(driver)?;
    let codes = sample();
    let bodies: Vec<Vec<u8>> = codes
        .iter()
        .map(|code| [&code.to_be_bytes()[..], reason(*code).as_bytes()].concat())
        .collect();
    let reports = bench.close_with(bodies.iter().map(Vec::as_slice))?;
    let mut differences = Vec::new();
    for ((code, body), found) in codes.iter().zip(&bodies).zip(&reports) {
        let says = predicted(body);
        // A receiver that is laxer than the table reports the code as it came.
        let expected = if chromium.accepts(*code) && !CloseCode::new(*code).is_valid_on_wire() {
            Reported { code: *code, was_clean: true, reason: reason(*code) }
        } else {
            says.clone()
        };
        if *found != expected {
            differences
                .push(format!("{code}: {found:?}, the table and compat.toml say {expected:?}"));
        }
        // Whatever the browser lets pass, what is valid has to arrive, and what is local must not.
        let code = CloseCode::new(*code);
        if (code.is_valid_on_wire() || code.is_local_only()) && *found != says {
            differences.push(format!("{code}: {found:?}, the table says {says:?}"));
        }
    }
    none(&differences)
}

/// The codes: all that have a meaning and then some, and every so often one of the others.
fn sample() -> Vec<u16> {
    let step = if std::env::var_os("CLOSE_CODE_EVERY_CODE").is_some_and(|value| value == "1") {
        1
    } else {
        499
    };
    let mut codes: Vec<u16> = (0..=5015).chain((5016..=u16::MAX).step_by(step)).collect();
    codes.extend([32767, 32768, 65534, 65535]);
    codes.sort_unstable();
    codes.dedup();
    codes
}

/// What a browser that keeps to the table reports for a body.
fn predicted(body: &[u8]) -> Reported {
    match CloseFrame::parse(body) {
        Ok(frame) => Reported {
            code: connection_close_code(ReceivedClose::from_parsed(frame)).get(),
            was_clean: true,
            reason: frame.map_or_else(String::new, |frame| frame.reason().as_str().to_owned()),
        },
        Err(_) => Reported {
            code: connection_close_code(ReceivedClose::NoFrame).get(),
            ..Reported::abnormal()
        },
    }
}

/// What `compat.toml` says that Chromium accepts.
fn chromium() -> Result<Peer, Failed> {
    let source = std::fs::read_to_string(tools::workspace().join("compat.toml"))?;
    let compat = Compat::read(&source)?;
    let chromium = compat.receivers.into_iter().find(|peer| peer.id == "chromium");
    Ok(chromium.ok_or("compat.toml has no receiver chromium")?)
}

pub(crate) fn bodies(driver: &Driver) -> Result<(), Failed> {
    let bench = Bench::new(driver)?;
    let normal = |reason: &[u8]| [&[0x03, 0xe8], reason].concat();
    let bodies: Vec<(&str, Vec<u8>)> = vec![
        ("no body", vec![]),
        ("one byte", vec![0x03]),
        ("a code alone", normal(b"")),
        ("123 bytes of reason", normal(&[b'a'; 123])),
        ("124 bytes of reason", normal(&[b'a'; 124])),
        ("a long frame", normal(&[b'a'; 600])),
        ("123 bytes of reason in wide characters", normal("→".repeat(41).as_bytes())),
        ("a character cut at its end", normal(&"→".as_bytes()[..2])),
        ("a byte of no character", normal(b"\xff")),
        ("a surrogate", normal(b"\xed\xa0\x80")),
        ("an overlong character", normal(b"\xc0\xaf")),
        ("a character above the last", normal(b"\xf4\x90\x80\x80")),
        ("a bad byte after good ones", normal(b"good \x80")),
        ("zeros", normal(b"\0\0")),
        ("a byte order mark", normal("\u{feff}x".as_bytes())),
        ("the last character", normal("\u{10ffff}".as_bytes())),
        ("text in two directions", normal("\u{202e}abc".as_bytes())),
        ("a local code with a reason", b"\x03\xeebye".to_vec()),
        ("a local code with a bad reason", b"\x03\xee\xff".to_vec()),
    ];
    let reports = bench.close_with(bodies.iter().map(|(_, body)| body.as_slice()))?;
    let differences: Vec<_> = bodies
        .iter()
        .zip(&reports)
        .filter(|((_, body), found)| **found != predicted(body))
        .map(|((what, body), found)| format!("{what}: {found:?}, not {:?}", predicted(body)))
        .collect();
    none(&differences)
}

//! Connections that end without a Close frame, or never begin.

use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::thread;

use close_code::{ReceivedClose, connection_close_code};
use close_code_browser_tests::driver::Driver;
use libtest_mimic::Failed;

use crate::bench::{Bench, Reported, none};

pub(crate) fn without_a_frame(driver: &Driver) -> Result<(), Failed> {
    let bench = Bench::new(driver)?;
    let tls = bench.address(0, "drop").replacen("ws://", "wss://", 1);
    let faults = [
        ("the server leaves", bench.address(0, "drop")),
        ("the server refuses the handshake", bench.address(0, "refuse")),
        ("the address is none for WebSocket", bench.address(0, "").replace("/socket?do=", "/")),
        ("the server fails the TLS handshake", tls),
        ("nobody listens", format!("ws://127.0.0.1:{}/", closed_port()?)),
        ("the server speaks no HTTP", format!("ws://127.0.0.1:{}/", babbler(b"\0\0\0\0\r\n\r\n")?)),
        ("the server says nothing and leaves", format!("ws://127.0.0.1:{}/", babbler(b"")?)),
        ("there is no such name", "ws://close-code.invalid/".to_owned()),
    ];
    let addresses = faults.clone().map(|(_, address)| address);
    let reports = bench.connect(&addresses)?;
    let code = connection_close_code(ReceivedClose::NoFrame).get();
    let expected = Reported { code, ..Reported::abnormal() };
    let differences: Vec<_> = faults
        .iter()
        .zip(&reports)
        .filter(|(_, found)| **found != expected)
        .map(|((what, _), found)| format!("{what}: {found:?}, not {expected:?}"))
        .collect();
    none(&differences)?;

    // A frame that arrived counts, even if the connection is gone right after it.
    let cut = bench.connect(&[bench.address(0, "cut&body=0fa16279")])?;
    match cut.as_slice() {
        [Reported { code: 4001, reason, .. }] if reason == "by" => Ok(()),
        _ => Err(Failed::from(format!("a frame before the end: {cut:?}"))),
    }
}

/// A port at which nobody listens: one that was free just now.
fn closed_port() -> std::io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// A server that sends these bytes and leaves.
fn babbler(bytes: &'static [u8]) -> std::io::Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let port = listener.local_addr()?.port();
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            // The browser may have left already.
            let _ = stream.write_all(bytes);
        }
    });
    Ok(port)
}

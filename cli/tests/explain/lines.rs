//! Lines of the kind that servers, clients and browsers write, and the codes in them.

use crate::{codes, explainer};

fn found(line: &str) -> Vec<u16> {
    codes(&explainer().lines(line, false))
}

#[track_caller]
fn all(lines: &[(&str, &[u16])]) {
    let explainer = explainer();
    let wrong = lines.iter().filter_map(|(line, expected)| {
        let found = codes(&explainer.lines(line, false));
        (found != *expected).then(|| format!("{found:?} and not {expected:?} in {line}\n"))
    });
    let wrong: String = wrong.collect();
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn rust_servers_and_clients() {
    all(&[
        (
            "2026-11-22T10:06:33.100612Z  INFO chat: 127.0.0.1:4000 sent close with code 1001 and reason `bye`",
            &[1001],
        ),
        (
            "2026-11-22T10:06:33.100612Z DEBUG ws{conn=1012}: closed: Some(CloseFrame { code: 4001, reason: Utf8Bytes(b\"\") })",
            &[4001],
        ),
        (
            "[2026-11-22T10:06:33Z DEBUG tungstenite] Received close frame: Some(CloseFrame { code: Away, reason: \"\" })",
            &[1001],
        ),
        (
            "Close(Some(CloseFrame { code: Library(4004), reason: \"Authentication failed\" }))",
            &[4004],
        ),
        ("closing: CloseCode::Policy after 3000 ms", &[1008]),
        ("WebSocket protocol error: Connection reset without closing handshake", &[1006]),
        ("thread 'main' (1006) panicked at src/main.rs:1001:12", &[]),
        ("peer closed: 1006 Abnormal Closure", &[1006]),
        ("frame refused: CloseCode::BAD_GATEWAY", &[1014]),
    ]);
}

#[test]
fn javascript_and_browsers() {
    all(&[
        (
            "CloseEvent {isTrusted: true, wasClean: false, code: 1006, reason: '', type: 'close', …}",
            &[1006],
        ),
        ("WebSocket connection to 'wss://chat.example:3000/ws' failed: ", &[1006]),
        (
            "WebSocket connection to 'wss://chat.example/ws' failed: Error during WebSocket handshake: Unexpected response code: 502",
            &[],
        ),
        ("app.js:1001 WebSocket is closed before the connection is established.", &[1006]),
        ("Firefox can’t establish a connection to the server at wss://chat.example/.", &[1006]),
        (
            "The connection to wss://chat.example:4000/ was interrupted while the page was loading.",
            &[1006],
        ),
        ("RangeError: Invalid WebSocket frame: invalid status code 1005", &[1005]),
        (
            "{\"level\":30,\"time\":1732269993100,\"pid\":1006,\"port\":4000,\"msg\":\"ws closed\",\"code\":1001,\"reason\":\"\"}",
            &[1001],
        ),
        ("{\"event\":\"disconnect\",\"closeCode\":4401,\"ms\":1012}", &[4401]),
        ("Disconnected from the gateway (4014): Disallowed intent(s)", &[4014]),
        (
            "[pusher] connection closed {\"code\":4201,\"message\":\"Pong reply not received in time\"}",
            &[4201],
        ),
        ("Error: Unexpected server response: 502", &[]),
    ]);
}

#[test]
fn python_go_java_and_dotnet() {
    all(&[
        (
            "websockets.exceptions.ConnectionClosedError: received 1011 (internal error) keepalive ping timeout; then sent 1011 (internal error) keepalive ping timeout",
            &[1011],
        ),
        (
            "websockets.exceptions.ConnectionClosedError: sent 1000 (OK); then received 1002 (protocol error)",
            &[1000, 1002],
        ),
        ("websockets.exceptions.ConnectionClosedError: no close frame received or sent", &[1006]),
        ("discord.errors.ConnectionClosed: Shard ID None WebSocket closed with 4004", &[4004]),
        ("websocket: close 1006 (abnormal closure): unexpected EOF", &[1006]),
        (
            "failed to read: received close frame: status = StatusGoingAway and reason = \"\"",
            &[1001],
        ),
        (
            "failed to read: received close frame: status = StatusCode(4003) and reason = \"\"",
            &[4003],
        ),
        (
            "onClose: CloseReason: code [1009], reason [The decoded text message was too big]",
            &[1009],
        ),
        ("Received close frame [code=1008, reason=no token]", &[1008]),
        ("WebSocket closed, CloseStatus: EndpointUnavailable", &[1001]),
        (
            "18:04:01.006 [nioEventLoopGroup-3-1] WARN WebSocketCloseStatus{code=1012, reason=Service Restart}",
            &[1012],
        ),
    ]);
}

#[test]
fn proxies_and_other_programs() {
    all(&[
        (
            "127.0.0.1 - - [22/Nov/2026:10:06:33 +0000] \"GET /ws HTTP/1.1\" 101 1006 \"-\" \"Mozilla/5.0\"",
            &[],
        ),
        (
            "2026/11/22 10:06:33 [error] 1001#1001: *1012 upstream timed out (110: Connection timed out) while proxying upgraded connection, client: 10.0.0.1",
            &[1006],
        ),
        ("Nov 22 10:06:33 host nginx[1006]: websocket worker started", &[]),
        (
            "level=info ts=2026-11-22T10:06:33Z msg=\"client gone\" close_code=4004 duration_ms=1006",
            &[4004],
        ),
        ("process exited with exit code 1006", &[]),
        ("HTTP status code 1006", &[]),
        ("Error Domain=NSURLErrorDomain Code=-1006 \"cannot find host\"", &[]),
        ("listening on port 3000 for websocket connections, 1000 at most", &[]),
        ("ws client 1012 timed out after 1013 ms", &[]),
        ("websocket 2026 Nov 22 closing file.c:1006", &[]),
        ("closed ws://10.0.0.1:4000/1006?since=1001", &[]),
        ("uptime 1006s, sockets closed: none, version 1.1006.0", &[]),
    ]);
}

#[test]
fn bodies_in_a_line_are_read() {
    all(&[
        (
            r#"[2026-11-22T10:06:33Z DEBUG tungstenite::protocol] Replying to close with Frame { header: FrameHeader { is_final: true, opcode: Control(Close), mask: None }, payload: b"\x03\xe8bye" }"#,
            &[1000],
        ),
        (
            r"2026-11-22 10:06:33,100 - websocket - ERROR - fin=1 opcode=8 data=b'\x0f\xa1it\'s over' - goodbye",
            &[4001],
        ),
        ("opcode: CLOSE length: 6 payload length: 4 payload: 0x03f3 6279", &[1011]),
        ("ws: close frame <Buffer 03 e9 62 79 65>", &[1001]),
        ("close frame: 03e9 after 12 ms", &[1001]),
        ("close frame, body [3, 234], 10.0.0.1", &[1002]),
        (r#"[2026-11-22] read b"\x89PNG" from the socket, payload: b"\x03""#, &[]),
        ("payload: 0x03e8 of a datagram", &[]),
        ("websocket closed, 4001 bytes of data: 0404040404", &[]),
        ("socket.close: frame: 2026-11-22, body 0x0", &[]),
    ]);
}

#[test]
fn names_of_other_libraries_are_known() {
    all(&[
        ("didCloseWith closeCode: NSURLSessionWebSocketCloseCode(rawValue: 1001)", &[1001]),
        ("close code: protocolCode(NWProtocolWebSocket.CloseCode.Defined.goingAway)", &[1001]),
        ("onClose: closeCode=CLOSED_ABNORMALLY", &[1006]),
        ("WSMessage(type=<WSMsgType.CLOSE: 8>, data=1000, extra='')", &[1000]),
        ("WSMessage(type=<WSMsgType.TEXT: 1>, data=1000, extra='')", &[]),
        (
            "Failed to execute 'close' on 'WebSocket': The close code must be either 1000, or between 3000 and 4999. 1001 is neither.",
            &[1001],
        ),
        ("websocket error: Protocol(ResetWithoutClosingHandshake)", &[1006]),
        ("Error: WebSocket was closed before the connection was established", &[1006]),
        ("dial: websocket: bad handshake", &[]),
        ("{:remote, 1001, \"\"} ended the socket", &[1001]),
        ("job status: Error", &[]),
    ]);
}

#[test]
fn what_is_counted_is_no_code() {
    all(&[
        ("closed 1000 connections in 3000 ms", &[]),
        ("ws: closing 1001 idle sockets", &[]),
        ("socket closed after 4 reconnects, latency 1001", &[]),
        ("memory 1006 MB, sockets 1001", &[]),
        ("process 1006 (ws-worker) exited", &[]),
        ("ticket 1006 closed", &[]),
        ("job 1001 terminated, job 1006 ended, sent 1009, received 1011", &[]),
        ("the rows of news 1006 in windows", &[]),
        ("[2026-11-22T10:06:33.100Z] \"GET /ws HTTP/1.1\" 101 DC 1006 4001 3000 - \"-\"", &[]),
        ("[info] 1011#1011: *1008 client 10.0.0.7 closed keepalive connection", &[]),
        ("sent 4001 messages, received 1001 messages, websocket closed with 1000", &[1000]),
        ("close code 4029 too many connections", &[4029]),
        ("closed 4029 max connections", &[4029]),
    ]);
}

#[test]
fn numbers_that_are_no_codes_are_believed_where_they_are_called_codes() {
    assert_eq!(found("close code: 5000"), [5000]);
    assert_eq!(found("closeCode=0"), [0]);
    assert_eq!(found("code: 500"), [] as [u16; 0]);
    assert_eq!(found("close code: 70000"), [] as [u16; 0]);
}

#[test]
fn the_place_is_that_of_the_code() {
    let line = "é 1006 ms: close code — 1006 —";
    assert_eq!(found(line), [] as [u16; 0]);
    let answers = explainer().lines("é 1006 ms: close code “1006” —", false);
    assert!(answers[0].0.contains("close code “\u{1b}"), "{}", answers[0].0);
}

#[test]
fn no_line_is_too_strange() {
    for line in [
        "",
        "1006",
        "code:",
        "code=\u{0}",
        "ｃｏｄｅ １００６",
        "code: 1006é",
        "…:1006",
        "1006:1006:1006",
    ] {
        drop(found(line));
    }
}

//! Lines of programs, and lines that only look like them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{codes, distinct, explainer, table};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Logs {
    line: Vec<Case>,
}

/// A line, or several, and what is said about it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    software: String,
    pub(super) text: String,
    #[serde(default)]
    pub(super) asked: bool,
    codes: Vec<u16>,
    table: Option<String>,
    #[serde(default)]
    says: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
}

/// The lines of the fixtures.
pub(super) fn logs() -> Vec<Case> {
    let source = include_str!("../fixtures/logs.toml");
    toml::from_str::<Logs>(source).expect("the fixtures are valid").line
}

#[test]
fn lines_of_programs_are_understood() {
    let explainer = explainer();
    let mut wrong = String::new();
    for case in &logs() {
        let mut found = if case.asked { Vec::new() } else { explainer.log(&case.text) };
        if found.is_empty() && (case.asked || case.text.lines().count() == 1) {
            found = explainer.argument(&case.text, 80);
        }
        // As the command does, each is said once.
        let found = distinct(found);
        let pages: String = found.iter().map(|(page, _)| page.as_str()).collect();
        let pages = if found.is_empty() { explainer.unknown(&case.text) } else { pages };
        let pages = pages.split_whitespace().collect::<Vec<_>>().join(" ");
        let has_table = case
            .table
            .as_deref()
            .is_none_or(|expected| found.iter().any(|(_, answer)| table(answer) == Some(expected)));
        let is_missing = |text: &&String| !pages.contains(text.as_str());
        let missing: Vec<_> = case.says.iter().filter(is_missing).collect();
        let said: Vec<_> = case.never.iter().filter(|text| !is_missing(text)).collect();
        let codes = codes(&found);
        if codes != case.codes || !has_table || !missing.is_empty() || !said.is_empty() {
            wrong += &format!(
                "{}: {:?}\n  found {codes:?}, not {:?}; table {has_table}; missing {missing:?}; said {said:?}\n",
                case.software, case.text, case.codes
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Lines of other systems; `{}` is a number from 1000 to 4999.
const SHAPES: [&str; 44] = [
    "Nov 22 10:06:33 host sshd[{}]: Received disconnect from 192.0.2.7 port {}:11: Bye Bye [preauth]",
    "Nov 22 10:06:33 host sshd[1234]: Connection closed by 192.0.2.7 port {} [preauth]",
    "Nov 22 10:06:33 host sshd[{}]: Disconnected from invalid user admin 192.0.2.7 port {} [preauth]",
    "Nov 22 10:06:33 host kernel: [{}.123456] usb 1-1: USB disconnect, device number {}",
    "Nov 22 10:06:33 host systemd[1]: app.service: Main process exited, code=exited, status={}/n/a",
    "Nov 22 10:06:33 host CRON[{}]: (root) CMD (run-parts /etc/cron.hourly)",
    "192.0.2.7 - - [22/Nov/2026:10:06:33 +0000] \"GET /socket HTTP/1.1\" 200 {} \"-\" \"Mozilla/5.0\"",
    "192.0.2.7 - - [22/Nov/2026:10:06:33 +0000] \"GET /closed/{} HTTP/1.1\" 404 {}",
    "2026/11/22 10:06:33 [error] {}#{}: *{} upstream prematurely closed connection while reading response header",
    "2026/11/22 10:06:33 [info] {}#0: *17 client 192.0.2.7 closed keepalive connection",
    "081109 203615 {} INFO dfs.DataNode$PacketResponder: Received block blk_38865049064139660 of size {} from /192.0.2.7",
    "081109 203615 {} INFO dfs.FSNamesystem: BLOCK* NameSystem.delete: blk_{} is added to invalidSet",
    "17/06/09 20:10:40 INFO executor.Executor: Finished task {}.0 in stage 0.0 (TID {}). {} bytes result sent to driver",
    "17/06/09 20:10:40 INFO storage.BlockManager: Removed broadcast_{} on host:{} in memory (size: {} B)",
    "2015-07-29 17:41:41,536 - INFO [NIOServerCxn:NIOServerCnxn@{}] - Closed socket connection for client /192.0.2.7:{}",
    "2015-07-29 17:41:41,536 - INFO Established session 0x14f05578bd8000f with negotiated timeout {} for client",
    "03-17 16:13:38.811  {}  {} D PowerManagerService: release lock={}, flg=0x0, name=\"WindowManager\"",
    "03-17 16:13:38.811  {}  2489 I ActivityManager: Killing {}:com.example/u0a58 (adj 900): empty #17",
    "2016-09-28 04:30:31, Info CBS Session: {}_{} initialized by client WindowsUpdateAgent.",
    "2016-09-28 04:30:31, Info CBS Warning: Unrecognized packageExtended attribute, error {}",
    "Event ID {}: The service terminated with the following error: {}",
    "{\"id\":{},\"status\":\"closed\",\"user\":{\"id\":{}}}",
    "{\"level\":30,\"time\":1732269993100,\"pid\":{},\"port\":{},\"msg\":\"request completed\",\"ms\":{}}",
    "{\"orderId\":{},\"price\":{},\"qty\":{},\"side\":\"sell\"}",
    "SELECT * FROM sockets WHERE id = {} LIMIT {}",
    "INSERT INTO events (id, code, n) VALUES ({}, 'closed', {})",
    "ERROR {} (28000): Access denied for user 'app'@'localhost'",
    "Error Code: {}. You are using safe update mode and you tried to update a table without a WHERE",
    "http_requests_total{method=\"post\",code=\"200\"} {} 1732269993100",
    "ws_connections_closed_total {}",
    "websocket_messages_sent{room=\"a\"} {}",
    "chrome.exe - proxy.example.com:{} close, {} bytes sent, {} bytes received, lifetime 00:01",
    "- 1117838570 2005.06.03 R02-M1-N0 RAS KERNEL INFO {} double-hummer alignment exceptions",
    "node-D1 unix.hw state_change.unavailable {} 1 Component State Change, sockets closed: {}",
    "process {} exited with exit code {}",
    "Oct 12 08:44:02 mini secd[311]: sync failure: Error Domain=com.apple.security Code={} \"not set\"",
    "api.example.com used Cloudflare to restrict access. Error code: {}",
    "debug envoy connection [Tags: \"ConnectionId\":\"{}\"] closing socket: 0 thread={}",
    "   88 41.009377000    192.0.2.10 → 192.0.2.20    WebSocket {} WebSocket Text [FIN]",
    "ws tick ETHUSDT price {} qty {}",
    "ws: seq {} ack {}, processed {} msgs",
    "closed {} connections in {} ms, {} sockets open",
    "[{}] job {} finished, retry {} of {}, took {}",
    "websocket worker {} listening on port {}, pid {}",
];

/// Lines of other systems with numbers in them, of which some have the form of a code.
#[test]
fn lines_of_other_systems_have_no_code() {
    assert_no_codes((1000..=4999).step_by(7).chain(1000..=1015).chain([3000, 3003, 3008]));
}

#[test]
#[ignore = "needs minutes: every number in every line"]
fn no_number_in_a_line_of_another_system_is_a_code() {
    assert_no_codes(1000..=4999);
}

/// A seeded generator puts different numbers into one line.
fn assert_no_codes(numbers: impl Iterator<Item = u32>) {
    let explainer = explainer();
    let mut random = random();
    let mut hits = BTreeMap::<&str, Vec<String>>::new();
    for number in numbers {
        for shape in SHAPES {
            let mut line = String::new();
            for (at, part) in shape.split("{}").enumerate() {
                let other = 1000 + u32::try_from(random() % 4000).unwrap_or_default();
                if at > 0 {
                    line += &(if at == 1 { number } else { other }).to_string();
                }
                line += part;
            }
            if !explainer.log(&line).is_empty() {
                hits.entry(shape).or_default().push(line);
            }
        }
    }
    let count: usize = hits.values().map(Vec::len).sum();
    let shown: Vec<_> = hits.values().map(|lines| &lines[0]).collect();
    assert!(hits.is_empty(), "{count} hits: {shown:#?}");
}

/// The command reads lines once that differ in their numbers only. It finds what it would find in each.
#[test]
fn lines_that_are_alike_are_read_as_each_would_be() {
    let mut random = random();
    let mut text = String::new();
    let lines: Vec<String> =
        logs().into_iter().filter(|case| !case.asked).map(|case| case.text).collect();
    for line in lines.iter().flat_map(|text| text.lines()).chain(SHAPES) {
        for _ in 0..4 {
            let mut digits = 0;
            for c in line.replace("{}", "1006").chars() {
                digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
                let other = char::from_digit(u32::try_from(random() % 10).unwrap_or_default(), 10);
                // The first digit of some numbers stays, so that they remain codes.
                text.push(other.filter(|_| digits > 1 && random() % 4 > 0).unwrap_or(c));
            }
            text.push('\n');
        }
    }
    let mut expected = BTreeMap::<String, u64>::new();
    for (_, answer) in explainer().log(&text) {
        let table = table(&answer).map_or(String::new(), |table| format!(" ({table})"));
        let what = match (answer["code"].as_u64(), answer.get("status")) {
            (Some(code), _) => format!("{code}{table}"),
            (None, Some(status)) => format!("HTTP {status}"),
            (None, None) => "a close without a code".to_owned(),
        };
        *expected.entry(what).or_default() += 1;
    }
    let path = std::env::temp_dir().join(format!("close-code-{}.log", std::process::id()));
    std::fs::write(&path, text).expect("it can be written");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_close-code"));
    let output = command.args(["explain", "--brief"]).arg(&path).output().expect("it runs");
    let _ = std::fs::remove_file(&path);
    let notes = String::from_utf8_lossy(&output.stderr);
    let found: BTreeMap<String, u64> = notes
        .lines()
        .filter_map(|note| {
            let (what, rest) = note.split_once(" found in ")?;
            Some((what.to_owned(), rest.split_once(' ')?.0.parse().ok()?))
        })
        .collect();
    expected.retain(|_, count| *count > 1);
    assert_eq!(found, expected);
}

/// Numbers that are the same in every run.
fn random() -> impl FnMut() -> u64 {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    }
}

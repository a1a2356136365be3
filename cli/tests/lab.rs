//! The server of `close-code lab` over plain sockets: whom it answers, its limits, how it stops.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use close_code_cli::lab::{Lab, Options, Pages, Stopper};

/// A server that runs for as long as a test does.
struct Server {
    address: SocketAddr,
    stopper: Stopper,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    fn start(options: Options) -> Self {
        Self::of(Pages { lab: "<!DOCTYPE html>lab".to_owned(), reference: Vec::new() }, options)
    }

    fn of(pages: Pages, options: Options) -> Self {
        let lab = Lab::bind(pages, options).expect("a free port");
        let (address, stopper) = (lab.address(), lab.stopper());
        Self { address, stopper, thread: Some(thread::spawn(move || lab.run())) }
    }

    fn stop(&mut self) {
        self.stopper.stop();
        if let Some(thread) = self.thread.take() {
            thread.join().expect("the server does not panic");
        }
    }

    /// A connection on which the bytes have been sent.
    fn send(&self, bytes: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).expect("the server listens");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a timeout");
        stream.write_all(bytes).expect("the server reads");
        stream
    }

    /// All that the server answers to the bytes until it closes.
    fn answer(&self, bytes: &[u8]) -> String {
        String::from_utf8_lossy(&rest(&mut self.send(bytes))).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.answer(format!("GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address).as_bytes())
    }

    /// A connection after a handshake that was accepted.
    fn connect(&self, query: &str) -> TcpStream {
        let mut stream = self.send(self.handshake(query).as_bytes());
        let head = head(&mut stream);
        assert!(head.starts_with("HTTP/1.1 101 "), "{head}");
        stream
    }

    fn handshake(&self, query: &str) -> String {
        let address = self.address;
        format!(
            "GET /socket?{query} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\n\
             Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\
             Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        )
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// What comes until the other end closes; a reset is fine too.
fn rest(stream: &mut TcpStream) -> Vec<u8> {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Err(error) if error.kind() != ErrorKind::ConnectionReset => panic!("{error}"),
        _ => bytes,
    }
}

/// The head of a response.
fn head(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        assert_eq!(stream.read(&mut byte).expect("an answer"), 1, "the server closed");
        head.push(byte[0]);
    }
    String::from_utf8(head).expect("a head in ASCII")
}

/// A frame of a client, masked with zeros, which leave it as it is.
fn frame(opcode: u8, payload: &[u8]) -> Vec<u8> {
    let length = u8::try_from(payload.len()).expect("a short payload");
    [&[0x80 | opcode, 0x80 | length, 0, 0, 0, 0], payload].concat()
}

#[test]
fn it_listens_on_the_loopback_address_only() {
    let server = Server::start(Options::default());
    assert!(server.address.ip().is_loopback());
}

#[test]
fn pages_are_served() {
    let server = Server::start(Options::default());
    let page = server.get("/");
    assert!(page.starts_with("HTTP/1.1 200 OK\r\n"), "{page}");
    assert!(page.ends_with("\r\n\r\n<!DOCTYPE html>lab"), "{page}");
    assert!(page.contains("frame-ancestors 'none'"), "{page}");
    assert!(server.get("/reference").starts_with("HTTP/1.1 404 "));
    assert!(server.get("/../etc/passwd").starts_with("HTTP/1.1 404 "));
}

#[test]
fn the_answer_to_a_wrong_method_names_the_right_ones() {
    let server = Server::start(Options::default());
    for (request, allowed) in
        [("POST /", "GET, HEAD"), ("POST /socket", "GET"), ("HEAD /socket", "GET")]
    {
        let handshake = server.handshake("do=drop");
        let (_, rest) = handshake.split_once(" HTTP/1.1").expect("a request");
        let answer = server.answer(format!("{request} HTTP/1.1{rest}").as_bytes());
        assert!(answer.starts_with("HTTP/1.1 405 "), "{request}: {answer}");
        assert!(answer.contains(&format!("\r\nAllow: {allowed}\r\n")), "{request}: {answer}");
    }
}

#[test]
fn the_answer_to_head_is_that_to_get_without_its_body() {
    let server = Server::start(Options::default());
    for path in ["/", "/report?id=a", "/nowhere", "/socket"] {
        let get = server.get(path);
        let head = get.split_once("\r\n\r\n").expect("a head").0.to_owned() + "\r\n\r\n";
        let request = format!("HEAD {path} HTTP/1.1\r\nHost: {}\r\n\r\n", server.address);
        assert_eq!(server.answer(request.as_bytes()), head, "{path}");
    }
    // Nor has the answer to what is refused before it is read whole.
    let many = format!("HEAD / HTTP/1.1\r\n{}\r\n", "X: y\r\n".repeat(100));
    let full = Server::start(Options { connections: 0, ..Options::default() });
    for answer in [server.answer(many.as_bytes()), full.answer(b"HEAD / HTTP/1.1\r\n\r\n")] {
        assert!(
            answer.ends_with("\r\n\r\n") && answer.matches("\r\n\r\n").count() == 1,
            "{answer}"
        );
    }
    assert!(server.answer(many.replace("HEAD", "GET").as_bytes()).ends_with("HTTP request\n"));
}

#[test]
fn other_hosts_and_origins_are_refused() {
    let server = Server::start(Options::default());
    let own = server.address.to_string();
    let handshake = server.handshake("do=drop");
    let strange = handshake.replace(&format!("Host: {own}"), "Host: evil.example");
    assert!(server.answer(strange.as_bytes()).starts_with("HTTP/1.1 403 "));
    let strange = handshake.replace(&format!("http://{own}"), "http://evil.example");
    assert!(server.answer(strange.as_bytes()).starts_with("HTTP/1.1 403 "));
    let without = handshake.replace("Origin:", "X-Origin:");
    assert!(server.answer(without.as_bytes()).starts_with("HTTP/1.1 403 "));
    assert!(server.answer(handshake.as_bytes()).starts_with("HTTP/1.1 101 "));
}

#[test]
fn what_is_no_request_is_refused() {
    let server = Server::start(Options::default());
    assert!(server.answer(b"\x00\r\n\r\n").starts_with("HTTP/1.1 400 "));
    let long = format!("GET / HTTP/1.1\r\nHost: {}", "a".repeat(9000));
    assert!(server.answer(long.as_bytes()).starts_with("HTTP/1.1 400 "));
    // A TLS client gets an alert and not text.
    assert_eq!(rest(&mut server.send(b"\x16\x03\x01"))[..3], [0x15, 3, 3]);
    let bad = server.handshake("do=shout");
    assert!(server.answer(bad.as_bytes()).starts_with("HTTP/1.1 400 "));
}

#[test]
fn a_plan_sends_its_bytes_and_the_report_has_both_frames() {
    let server = Server::start(Options::default());
    let mut stream = server.connect("id=a1&do=close&body=03ee6f");
    let mut sent = [0; 5];
    stream.read_exact(&mut sent).expect("a frame");
    assert_eq!(sent, [0x88, 3, 0x03, 0xee, b'o']);
    stream.write_all(&frame(8, &[0x03, 0xea])).expect("the server reads");
    assert!(rest(&mut stream).is_empty());
    let report = server.get("/report?id=a1");
    let json =
        r#"{"body":"03ea","end":"closed","received":"88820000000003ea","sent":"880303ee6f"}"#;
    assert!(report.trim_end().ends_with(json), "{report}");
    assert!(server.get("/report?id=a2").ends_with("\r\n\r\nnull\n"));
}

#[test]
fn a_close_frame_is_echoed_or_left_unanswered() {
    let server = Server::start(Options::default());
    let mut stream = server.connect("do=wait");
    stream.write_all(&frame(9, b"hi")).expect("the server reads");
    stream.write_all(&frame(8, b"\x0f\xa0bye")).expect("the server reads");
    assert_eq!(rest(&mut stream), b"\x8a\x02hi\x88\x05\x0f\xa0bye");

    let mut stream = server.connect("id=m&do=mute");
    stream.write_all(&frame(8, b"\x0f\xa0")).expect("the server reads");
    stream.set_read_timeout(Some(Duration::from_millis(500))).expect("a timeout");
    let silence = stream.read(&mut [0; 8]).map_err(|error| error.kind());
    assert!(matches!(silence, Err(ErrorKind::WouldBlock | ErrorKind::TimedOut)), "{silence:?}");
}

#[test]
fn what_breaks_the_protocol_or_is_too_long_ends_the_connection() {
    let server = Server::start(Options::default());
    let too_big = [0x88, 2, 0x03, 0xf1];
    let protocol_error = [0x88, 2, 0x03, 0xea];
    let invalid_payload = [0x88, 2, 0x03, 0xef];
    let begun = [0x01, 0x81, 0, 0, 0, 0, b'a'];
    let reserved = [0x3, 0x4, 0x5, 0x6, 0x7, 0xb, 0xc, 0xd, 0xe, 0xf];
    let split = [0x01, 0x82, 0, 0, 0, 0, 0xe2, 0x82];
    let fragment: Vec<u8> = [&[0x01, 0xfe, 0x0c, 0, 0, 0, 0, 0][..], &[0; 3072]].concat();
    let continued = [&[0][..], &fragment[1..]].concat();
    let mut cases = vec![
        ("a frame of 65,536 bytes", vec![0x82, 0xff, 0, 0, 0, 0, 0, 1, 0, 0], too_big),
        ("a frame of 2^63 - 1 bytes", [&[0x82, 0xff, 0x7f][..], &[0xff; 7]].concat(), too_big),
        ("the top bit of a length", [&[0x82, 0xff, 0x80][..], &[0; 7]].concat(), protocol_error),
        ("5 bytes in 64 bits", vec![0x82, 0xff, 0, 0, 0, 0, 0, 0, 0, 5], protocol_error),
        ("65,535 bytes in 64 bits", vec![0x82, 0xff, 0, 0, 0, 0, 0, 0, 0xff, 0xff], protocol_error),
        ("a frame of 5,000 bytes", vec![0x82, 0xfe, 0x13, 0x88], too_big),
        ("fragments of 6,144 bytes", [&fragment[..], &continued].concat(), too_big),
        ("a frame without a mask", vec![0x88, 0], protocol_error),
        ("a reserved bit", vec![0xc8, 0x80, 0, 0, 0, 0], protocol_error),
        ("a control frame in fragments", vec![0x08, 0x80, 0, 0, 0, 0], protocol_error),
        ("a long control frame", vec![0x88, 0xfe, 0, 126], protocol_error),
        ("a continuation without a start", frame(0x0, b"a"), protocol_error),
        ("a message inside another", [&begun[..], &frame(0x2, b"b")].concat(), protocol_error),
        ("a length in more bytes than it needs", vec![0x82, 0xfe, 0, 1], protocol_error),
        ("a close of one byte", frame(0x8, b"\x03"), protocol_error),
        ("a code that is never sent", frame(0x8, b"\x03\xed"), protocol_error),
        ("a reason that is not UTF-8", frame(0x8, b"\x03\xe8\xff"), invalid_payload),
        ("text that is not UTF-8", frame(0x1, b"\xff"), invalid_payload),
        ("text that ends in a character", [&split[..], &frame(0x0, b"")].concat(), invalid_payload),
    ];
    cases.extend(reserved.map(|code| ("a reserved opcode", frame(code, b""), protocol_error)));
    for (what, bytes, expected) in cases {
        let mut stream = server.connect("do=wait");
        stream.write_all(&bytes).expect("the server reads");
        assert_eq!(rest(&mut stream), expected, "{what}");
    }
}

#[test]
fn messages_that_keep_the_rules_are_read() {
    let server = Server::start(Options::default());
    let mut stream = server.connect("do=wait");
    let split = [0x01, 0x82, 0, 0, 0, 0, 0xe2, 0x82];
    let euro = [&split[..], &frame(0x9, b""), &frame(0x0, b"\xac")].concat();
    for bytes in [frame(0x1, b"text"), frame(0x2, b"\xff"), euro, frame(0xa, b""), frame(0x8, b"")]
    {
        stream.write_all(&bytes).expect("the server reads");
    }
    assert_eq!(rest(&mut stream), b"\x8a\x00\x88\x00");
}

/// Each connection needs a descriptor; with the last one taken, the server waits and does not spin.
#[cfg(target_os = "linux")]
#[test]
fn a_server_out_of_descriptors_is_idle() {
    use std::io::{BufRead as _, BufReader};
    use std::process::{Command, Stdio};

    let script = format!("ulimit -n 12; exec {} lab --port 0", env!("CARGO_BIN_EXE_close-code"));
    let mut child =
        Command::new("sh").args(["-c", &script]).stdout(Stdio::piped()).spawn().expect("a shell");
    let mut line = String::new();
    let stdout = child.stdout.take().expect("a pipe");
    BufReader::new(stdout).read_line(&mut line).expect("the address");
    let address = line.strip_prefix("http://").and_then(|rest| rest.split('/').next());
    let address: SocketAddr = address.and_then(|text| text.parse().ok()).expect("an address");
    let connect = || TcpStream::connect(address).expect("the system accepts");
    let streams: Vec<TcpStream> = (0..16).map(|_| connect()).collect();
    thread::sleep(Duration::from_millis(200));
    // Hundredths of a second, in user mode and in the kernel: proc(5).
    let used = || {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", child.id())).expect("proc");
        let (_, fields) = stat.rsplit_once(')').expect("a name");
        let fields: Vec<u64> = fields.split(' ').filter_map(|field| field.parse().ok()).collect();
        fields[10] + fields[11]
    };
    let before = used();
    thread::sleep(Duration::from_secs(1));
    let spent = used() - before;
    // Those that were inherited may have higher numbers than the limit.
    let descriptors =
        std::fs::read_dir(format!("/proc/{}/fd", child.id())).expect("proc").flatten();
    let numbers = descriptors.filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let taken = numbers.filter(|number| *number < 12).count();
    drop(streams);
    let page = format!("GET / HTTP/1.1\r\nHost: {address}\r\n\r\n");
    let mut stream = connect();
    stream.write_all(page.as_bytes()).expect("the server reads");
    let answer = rest(&mut stream);
    child.kill().and_then(|()| child.wait()).expect("the server ends");
    assert_eq!(taken, 12, "all are taken");
    assert!(spent < 30, "{spent} hundredths of a second of one second");
    assert!(answer.starts_with(b"HTTP/1.1 200 "), "it goes on when there are descriptors again");
}

#[test]
fn connections_are_bounded() {
    let server = Server::start(Options { connections: 2, ..Options::default() });
    let first = server.connect("do=wait");
    let _second = server.connect("do=wait");
    assert!(server.get("/").starts_with("HTTP/1.1 503 "));
    drop(first);
    // The place is free as soon as the server has seen that.
    while server.get("/").starts_with("HTTP/1.1 503 ") {
        thread::yield_now();
    }
}

#[test]
fn a_silent_client_is_dropped() {
    let options = Options { patience: Duration::from_millis(300), ..Options::default() };
    let server = Server::start(options);
    assert!(rest(&mut server.connect("do=wait")).is_empty());
    // A request that does not go on.
    assert!(rest(&mut server.send(b"GET / HTTP/1.1\r\n")).is_empty());
}

#[test]
fn a_slow_reader_is_dropped() {
    let options = Options { patience: Duration::from_millis(300), ..Options::default() };
    // More than the buffers of the system hold.
    let pages = Pages { lab: "a".repeat(64 << 20), reference: Vec::new() };
    let server = Server::of(pages, options);
    let mut stream =
        server.send(format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", server.address).as_bytes());
    let (mut read, mut buffer) = (0, vec![0; 1 << 16]);
    while let Ok(count @ 1..) = stream.read(&mut buffer) {
        read += count;
        thread::sleep(Duration::from_millis(5));
    }
    assert!(read < 64 << 20, "the whole page was sent");
}

#[test]
fn stopping_says_good_bye() {
    let mut server = Server::start(Options::default());
    let mut stream = server.connect("do=wait");
    let _silent = server.send(b"");
    server.stop();
    assert_eq!(rest(&mut stream), [0x88, 2, 0x03, 0xe9]);
    assert!(TcpStream::connect(server.address).is_err(), "nothing listens any more");
}

//! The codes that each library takes and sends, all 65,536 of them, compared with `compat.toml`.
//!
//! In memory, since so many connections would take too long; [`facts`](crate::facts) shows for codes
//! of every sort that a connection makes no difference.

use actix_web::web::BytesMut;
use actix_ws::CloseReason;
use tokio::io::{DuplexStream, duplex};
use tokio_tungstenite::{WebSocketStream, tungstenite};

use crate::bounded;
use crate::compat::{self, Edit, Peer as Recorded, differ, quoted};
use crate::library::{
    Task, fastwebsockets, soketto, tokio_websockets, tungstenite as library, yawc,
};
use crate::lock::Lock;
use crate::peer::{Peer, Role};
use crate::wording::{body, describe};

/// What reads and writes the frames.
#[derive(Clone, Copy, Debug)]
enum Package {
    Tungstenite,
    Fastwebsockets,
    TokioWebsockets,
    ActixHttp,
    Soketto,
    Yawc,
}

impl Package {
    const SENDERS: [Self; 4] =
        [Self::Tungstenite, Self::Fastwebsockets, Self::TokioWebsockets, Self::ActixHttp];

    const RECEIVERS: [Self; 6] = [
        Self::Tungstenite,
        Self::Fastwebsockets,
        Self::TokioWebsockets,
        Self::ActixHttp,
        Self::Soketto,
        Self::Yawc,
    ];

    /// From the package that asks for it to itself; the last is its name, and its id in the file.
    fn path(self) -> &'static [&'static str] {
        match self {
            Self::Tungstenite => &["tokio-tungstenite", "tungstenite"],
            Self::Fastwebsockets => &["fastwebsockets"],
            Self::TokioWebsockets => &["tokio-websockets"],
            Self::ActixHttp => &["actix-http"],
            Self::Soketto => &["soketto"],
            Self::Yawc => &["yawc"],
        }
    }

    /// Performs a task as a server, on a stream where hands have been shaken. Some only receive.
    async fn perform(self, stream: DuplexStream, task: Task) -> String {
        match self {
            Self::Tungstenite => {
                let role = tungstenite::protocol::Role::Server;
                let mut socket = WebSocketStream::from_raw_socket(stream, role, None).await;
                library::perform(&mut socket, task).await
            }
            Self::Fastwebsockets => {
                let role = ::fastwebsockets::Role::Server;
                let mut socket = ::fastwebsockets::WebSocket::after_handshake(stream, role);
                fastwebsockets::perform(&mut socket, task).await
            }
            Self::TokioWebsockets => {
                let mut socket = ::tokio_websockets::ServerBuilder::new().serve(stream);
                tokio_websockets::perform(&mut socket, task).await
            }
            Self::Soketto => soketto::receive(stream).await,
            Self::Yawc => yawc::receive(stream).await,
            // It has functions for this, and needs no stream.
            Self::ActixHttp => String::new(),
        }
    }

    /// Whether an application is told the code that came.
    async fn takes(self, code: u16) -> bool {
        let body = body(code, b"");
        if let Self::ActixHttp = self {
            let parsed = actix_http::ws::Parser::try_parse_close_payload(&body);
            return parsed
                .is_ok_and(|close| close.is_some_and(|close| code == u16::from(close.code)));
        }
        let (near, far) = duplex(1024);
        let peer = async {
            let mut peer = Peer::new(far, Role::Client);
            peer.close(&body).await.expect("a stream");
            peer.closed().await.expect("a stream")
        };
        let (told, _) = tokio::join!(self.perform(near, Task::Receive), peer);
        told == code.to_string()
    }

    /// Whether the code that an application asks for goes out.
    async fn sends(self, code: u16) -> bool {
        let (near, far) = duplex(1024);
        let mut peer = Peer::new(far, Role::Client);
        let wire = if let Self::ActixHttp = self {
            let mut frame = BytesMut::new();
            let close = CloseReason { code: code.into(), description: None };
            actix_http::ws::Parser::write_close(&mut frame, Some(close), false);
            // An unmasked header has two bytes.
            Some(frame[2..].to_vec())
        } else {
            let peer = async move { peer.closed().await.expect("a stream") };
            let task = Task::Close(Some((code, String::new())));
            tokio::join!(peer, self.perform(near, task)).0
        };
        wire.is_some_and(|body| describe(&body) == code.to_string())
    }
}

/// The codes for which something holds, as ranges.
async fn ranges(holds: impl AsyncFn(u16) -> bool) -> Vec<(u16, u16)> {
    let mut ranges: Vec<(u16, u16)> = Vec::new();
    for code in 0..=u16::MAX {
        if holds(code).await {
            match ranges.last_mut() {
                Some((_, last)) if *last + 1 == code => *last = code,
                _ => ranges.push((code, code)),
            }
        }
    }
    ranges
}

/// Compares the rows of one kind with what holds of all packages.
#[track_caller]
fn check(
    kind: &'static str,
    packages: &[Package],
    recorded: &[Recorded],
    holds: impl AsyncFn(Package, u16) -> bool,
) {
    let lock = Lock::read();
    let mut changes = Vec::new();
    let mut blessed = Edit::default();
    for &package in packages {
        let path = package.path();
        let id = path[path.len() - 1];
        let row = recorded.iter().find(|row| row.id == id);
        let row = row.unwrap_or_else(|| panic!("compat.toml without [[{kind}]] {id}"));
        assert_eq!(row.package, Some(format!("Rust package {id}")));
        let version = lock.version(path);
        let accepts = bounded::run(ranges(async |code| holds(package, code).await));
        let accepts = list(&accepts);
        let found = [
            differ("version", row.version.as_ref(), Some(&version)),
            differ("accepts", Some(&list(&row.accepts)), Some(&accepts)),
        ];
        let found = found.into_iter().flatten();
        changes.extend(found.map(|change| format!("[[{kind}]] {id} {version}: {change}")));
        blessed.set(kind, id, "version", quoted(&version));
        blessed.set(kind, id, "accepts", accepts);
    }
    blessed.settle(&changes);
}

/// Ranges as TOML.
fn list(ranges: &[(u16, u16)]) -> String {
    let ranges: Vec<_> = ranges.iter().map(|(first, last)| format!("[{first}, {last}]")).collect();
    format!("[{}]", ranges.join(", "))
}

#[test]
fn libraries_take_the_codes_that_compat_toml_says() {
    let recorded = compat::read().receiver;
    check("receiver", &Package::RECEIVERS, &recorded, async |package, code| {
        package.takes(code).await
    });
}

#[test]
fn libraries_send_the_codes_that_compat_toml_says() {
    let recorded = compat::read().sender;
    check("sender", &Package::SENDERS, &recorded, async |package, code| package.sends(code).await);
}

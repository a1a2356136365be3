//! What each library does to closings that it should leave alone, compared with `compat.toml`.

use std::io::Result;

use futures_util::future::try_join_all;
use tokio::net::{TcpListener, TcpStream};

use crate::bounded;
use crate::compat::{self, Answered, Edit, Received, Sent, compare, differ, quoted, rows};
use crate::library::{Library, Task};
use crate::lock::Lock;
use crate::peer::{Peer, Role};
use crate::wording::{body, describe, told};

/// The bodies that a peer sends. Codes of every sort carry a reason, to see what becomes of it.
fn bodies() -> Vec<Vec<u8>> {
    let codes = [1000, 1004, 1005, 1006, 1012, 1014, 1015, 1016, 2999, 3000, 4000, 5000];
    let mut bodies = vec![vec![], vec![3]];
    bodies.extend(codes.map(|code| body(code, b"bye")));
    bodies.push(body(1000, b"caf\xc3"));
    bodies.push(body(1000, &[b'x'; 124]));
    bodies
}

/// What an application asks for. The last reason has 124 bytes, and its character of two bytes lies
/// across the limit of 123.
fn closings() -> Vec<Option<(u16, String)>> {
    let codes = [0, 1000, 1004, 1005, 1006, 1012, 1014, 1015, 1016, 2999, 3000, 4000, 5000];
    let mut closings = vec![None];
    closings.extend(codes.map(|code| Some((code, "bye".to_owned()))));
    closings.push(Some((1000, "é".repeat(62))));
    closings
}

/// Has the library receive a body from a peer in this role.
async fn receive(library: Library, peer: Role, sent: &[u8]) -> Result<Received> {
    let (answer, told) = meet(library, peer, Task::Receive, Act::SendAndRead(sent)).await?;
    Ok(Received {
        body: describe(sent),
        told,
        answer: answer.map_or_else(|| "none".to_owned(), |body| describe(&body)),
    })
}

/// Has the library receive a body as the answer to its own closing.
async fn answer(library: Library, peer: Role, sent: &[u8]) -> Result<Answered> {
    let (_, told) = meet(library, peer, Task::CloseAndReceive, Act::ReadAndSend(sent)).await?;
    Ok(Answered { body: describe(sent), told })
}

/// Has the library close a connection with a peer in this role.
async fn close(library: Library, peer: Role, asked: Option<(u16, String)>) -> Result<Sent> {
    let (wire, outcome) = meet(library, peer, Task::Close(asked.clone()), Act::Read).await?;
    Ok(Sent {
        asked: told(asked.as_ref().map(|(code, reason)| (*code, reason.as_str()))),
        wire: wire.map_or(outcome, |body| describe(&body)),
    })
}

/// What the peer does: it reads a Close frame, and may send a body before or after.
#[derive(Clone, Copy)]
enum Act<'a> {
    Read,
    SendAndRead(&'a [u8]),
    ReadAndSend(&'a [u8]),
}

/// Connects the library with a peer. Gives the body that the peer read and the outcome on the
/// library's side.
async fn meet(
    library: Library,
    peer: Role,
    task: Task,
    act: Act<'_>,
) -> Result<(Option<Vec<u8>>, String)> {
    match peer {
        Role::Client => {
            let mut server = library.server(task).await?;
            let read = exchange(Peer::connect(server.address, "/").await?, act).await?;
            Ok((read, server.outcome.recv().await.unwrap_or_else(|| "panic".to_owned())))
        }
        Role::Server => {
            let listener = TcpListener::bind("127.0.0.1:0").await?;
            let client = library.client(listener.local_addr()?, task);
            let peer = async { exchange(Peer::accept(&listener).await?, act).await };
            let (read, outcome) = tokio::join!(peer, client);
            Ok((read?, outcome))
        }
    }
}

/// The peer's part. The connection ends with it.
async fn exchange(mut peer: Peer<TcpStream>, act: Act<'_>) -> Result<Option<Vec<u8>>> {
    if let Act::SendAndRead(body) = act {
        peer.close(body).await?;
    }
    let read = peer.closed().await?;
    if let Act::ReadAndSend(body) = act {
        peer.close(body).await?;
        if peer.role() == Role::Client {
            // The server is the one to close the connection, once it is through with the body.
            peer.closed().await?;
        }
    }
    Ok(read)
}

/// What a library did.
struct Observed {
    received: Vec<Received>,
    answered: Vec<Answered>,
    sent: Vec<Sent>,
}

/// Everything that a library does with a peer in this role.
async fn observe(library: Library, peer: Role) -> Result<Observed> {
    let (bodies, closings) = (bodies(), closings());
    // All at once, since actix-web takes a second to let go of a connection.
    let received = bodies.iter().map(|body| receive(library, peer, body));
    let sent = closings.into_iter().map(|closing| close(library, peer, closing));
    let answers = bodies.iter().filter(|_| library.waits_for_an_answer());
    let answered = answers.map(|body| answer(library, peer, body));
    Ok(Observed {
        received: try_join_all(received).await?,
        answered: try_join_all(answered).await?,
        sent: try_join_all(sent).await?,
    })
}

/// The package of a library and, if another one has to do with the frames, that too, with versions.
fn versions(library: Library, lock: &Lock) -> (String, Option<String>) {
    let packages = library.packages();
    let through = (packages.len() > 1).then(|| {
        let last = packages[packages.len() - 1];
        format!("{last} {}", lock.version(packages))
    });
    (lock.version(&packages[..1]), through)
}

#[test]
fn libraries_do_what_compat_toml_says() {
    let lock = Lock::read();
    let compat = compat::read();
    let mut changes = Vec::new();
    let mut blessed = Edit::default();
    for library in Library::ALL {
        let facts = compat.library.iter().find(|facts| facts.id == library.id());
        let facts = facts.unwrap_or_else(|| panic!("compat.toml without {}", library.id()));
        assert_eq!(facts.package, format!("Rust package {}", library.packages()[0]));
        let observed = bounded::run(observe(library, Role::Client)).expect("a connection");
        let (version, through) = versions(library, &lock);

        let mut found = Vec::new();
        found.extend(differ("version", Some(&facts.version), Some(&version)));
        found.extend(differ("through", facts.through.as_ref(), through.as_ref()));
        found.extend(compare(&facts.received, &observed.received));
        found.extend(compare(&facts.answered, &observed.answered));
        found.extend(compare(&facts.sent, &observed.sent));
        if !found.is_empty() {
            let (package, was) = (library.packages()[0], &facts.version);
            changes.push(format!("{package} {version} is not what compat.toml says of {was}:"));
            changes.extend(found.iter().map(|change| format!("  {change}")));
        }
        blessed.set("library", library.id(), "version", quoted(&version));
        if let Some(through) = through {
            blessed.set("library", library.id(), "through", quoted(&through));
        }
        blessed.set("library", library.id(), "received", rows(&observed.received));
        if library.waits_for_an_answer() {
            blessed.set("library", library.id(), "answered", rows(&observed.answered));
        }
        blessed.set("library", library.id(), "sent", rows(&observed.sent));
    }
    blessed.settle(&changes);
}

#[test]
fn a_library_does_the_same_as_a_client_and_as_a_server() {
    for library in Library::ALL.into_iter().filter(|library| library.has_client()) {
        let server = bounded::run(observe(library, Role::Client)).expect("a connection");
        let client = bounded::run(observe(library, Role::Server)).expect("a connection");
        assert_eq!(client.received, server.received, "{library:?}");
        assert_eq!(client.answered, server.answered, "{library:?}");
        assert_eq!(client.sent, server.sent, "{library:?}");
    }
}

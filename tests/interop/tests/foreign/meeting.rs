//! Meets an implementation over connections on the loopback interface, one for each code.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Result};
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::pin;
use std::process::{Child, Stdio};
use std::thread;
use std::time::Duration;

use libtest_mimic::Failed;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use tokio::task::JoinSet;
use tokio::time::timeout;

use crate::implementation::{End, Implementation, Task};
use crate::install;
use crate::peer::{Peer, Role};
use crate::wording::{body, describe};

/// How many codes there are.
pub(crate) const CODES: usize = 65_536;

/// How long the other end of one connection may do nothing.
const PATIENCE: Duration = Duration::from_secs(20);

/// How long a script may print nothing.
const SILENCE: Duration = Duration::from_secs(60);

/// What became of every code.
pub(crate) struct Met {
    pub(crate) version: String,
    /// What the script printed of the code.
    pub(crate) told: BTreeMap<u16, String>,
    /// The body of the first Close frame that came from the script's end: a code, `empty` or `none`.
    pub(crate) wire: BTreeMap<u16, String>,
}

/// Runs the script, and has a peer that checks nothing at the other end.
pub(crate) fn meet(implementation: &Implementation) -> std::result::Result<Met, Failed> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    Ok(runtime.block_on(async {
        match implementation.end {
            End::Client => meet_client(implementation).await,
            End::Server => meet_server(implementation).await,
        }
    })?)
}

/// A script that runs, and is ended when it is no longer needed.
struct Script {
    child: Child,
    lines: UnboundedReceiver<String>,
}

impl Script {
    fn start(implementation: &Implementation, port: u16) -> Result<Self> {
        let mut child = install::command(implementation)
            .args([port.to_string(), implementation.workers.to_string()])
            .args(&implementation.script[1..])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()?;
        let stdout = BufReader::new(child.stdout.take().expect("a pipe"));
        let (sender, lines) = unbounded_channel();
        thread::spawn(move || {
            stdout.lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        Ok(Self { child, lines })
    }

    /// The next line, without the word that it begins with.
    async fn line(&mut self, word: &str) -> Result<String> {
        let line = timeout(SILENCE, self.lines.recv()).await.ok().flatten().unwrap_or_default();
        let rest = line.strip_prefix(word).map(|rest| rest.trim().to_owned());
        rest.ok_or_else(|| std::io::Error::other(format!("expected `{word}`, found `{line}`")))
    }

    /// What the application was told of every code.
    async fn told(&mut self) -> BTreeMap<u16, String> {
        let mut told = BTreeMap::new();
        while told.len() < CODES {
            let Ok(Some(line)) = timeout(SILENCE, self.lines.recv()).await else { break };
            if let Some((code, rest)) = line.split_once(' ')
                && let Ok(code) = code.parse()
            {
                told.insert(code, rest.to_owned());
            }
        }
        told
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn meet_client(implementation: &Implementation) -> Result<Met> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let mut script = Script::start(implementation, listener.local_addr()?.port())?;
    let version = script.line("version ").await?;
    let task = implementation.task;
    let mut wire = BTreeMap::new();
    let accepting = async {
        let mut connections = JoinSet::new();
        loop {
            tokio::select! {
                accepted = listener.accept() => {
                    connections.spawn(serve(accepted?.0, task));
                }
                Some(served) = connections.join_next() => {
                    if let Ok(Ok((code, found))) = served {
                        wire.insert(code, found);
                    }
                    if wire.len() == CODES {
                        return Result::Ok(());
                    }
                }
            }
        }
    };
    let told = both(script.told(), accepting).await?;
    Ok(Met { version, told, wire })
}

/// What the application was told, once the connections have had time to end, too.
async fn both(
    told: impl Future<Output = BTreeMap<u16, String>>,
    connections: impl Future<Output = Result<()>>,
) -> Result<BTreeMap<u16, String>> {
    let mut told = pin!(told);
    let mut connections = pin!(connections);
    tokio::select! {
        told = &mut told => {
            // The script may have ended early, and then nothing more connects.
            timeout(PATIENCE, connections).await.unwrap_or(Ok(()))?;
            Ok(told)
        }
        ended = &mut connections => {
            ended?;
            Ok(told.await)
        }
    }
}

/// Meets one client, which asks for the path that is its code.
async fn serve(stream: TcpStream, task: Task) -> Result<(u16, String)> {
    let (peer, path) = Peer::answer(stream).await?;
    let code = path.trim_start_matches('/').parse().map_err(std::io::Error::other)?;
    Ok((code, exchange(peer, code, task).await?))
}

async fn meet_server(implementation: &Implementation) -> Result<Met> {
    let mut script = Script::start(implementation, 0)?;
    let version = script.line("version ").await?;
    let port: u16 = script.line("port ").await?.parse().map_err(std::io::Error::other)?;
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let task = implementation.task;
    let mut wire = BTreeMap::new();
    let connecting = async {
        let mut connections = JoinSet::new();
        let mut codes = 0..=u16::MAX;
        loop {
            while connections.len() < implementation.workers {
                let Some(code) = codes.next() else { break };
                connections.spawn(async move {
                    let peer = Peer::connect(address, &format!("/{code}")).await?;
                    Result::Ok((code, exchange(peer, code, task).await?))
                });
            }
            let Some(met) = connections.join_next().await else { return Result::Ok(()) };
            let (code, found) = met??;
            wire.insert(code, found);
        }
    };
    let told = both(script.told(), connecting).await?;
    Ok(Met { version, told, wire })
}

/// The peer's part in one connection. Gives what the first Close frame from the other end has.
async fn exchange(mut peer: Peer<TcpStream>, code: u16, task: Task) -> Result<String> {
    if task == Task::Receive {
        // Where the reason is lost, the code that is told can be the library's own.
        peer.close(&body(code, b"bye")).await?;
    }
    let closed = timeout(PATIENCE, peer.closed()).await;
    let closed = closed.unwrap_or(Ok(None))?;
    if task == Task::Send
        && let Some(body) = &closed
    {
        // The other end may be gone already.
        let _ = peer.close(body).await;
    }
    if peer.role() == Role::Client {
        // A server is the one to end the connection.
        let _ = timeout(PATIENCE, peer.closed()).await;
    }
    Ok(closed.map_or_else(
        || "none".to_owned(),
        // What counts is the code; reasons are texts of the library.
        |body| describe(&body).split(' ').next().unwrap_or_default().to_owned(),
    ))
}

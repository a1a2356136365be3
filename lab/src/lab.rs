//! The server: it accepts connections, as many as it may, until it is told to stop.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use crate::connection::Connection;
use crate::guard::Guard;
use crate::plan::Plan;
use crate::report::Reports;
use crate::request::{Request, Unread};
use crate::response::{self, Response};
use crate::{handshake, socket};

/// What the server shows.
#[derive(Clone, Debug)]
pub struct Pages {
    /// The page of the laboratory, at `/`: a whole HTML document.
    pub lab: String,
    /// The reference page, at `/reference`, if any.
    pub reference: Option<String>,
}

/// How the server listens, and what it bears.
#[derive(Clone, Debug)]
pub struct Options {
    /// The port on the loopback address; 0 takes any that is free.
    pub port: u16,
    /// Origins besides the server's own whose pages may connect, such as `http://127.0.0.1:8000`.
    pub origins: Vec<String>,
    /// How many connections there may be at a time. A further one is refused with status 503.
    pub connections: usize,
    /// How long a WebSocket connection may last.
    pub patience: Duration,
}

impl Default for Options {
    /// Any free port, no other origins, 64 connections, ten minutes.
    fn default() -> Self {
        Self { port: 0, origins: Vec::new(), connections: 64, patience: Duration::from_secs(600) }
    }
}

/// A server that listens, and does not answer before [`run`](Self::run).
#[derive(Debug)]
pub struct Lab {
    listener: TcpListener,
    address: SocketAddr,
    connections: usize,
    shared: Arc<Shared>,
}

/// What all connections share.
#[derive(Debug)]
pub(crate) struct Shared {
    pages: Pages,
    guard: Guard,
    patience: Duration,
    open: AtomicUsize,
    stopped: AtomicBool,
    pub(crate) reports: Reports,
}

impl Shared {
    pub(crate) fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Acquire)
    }
}

impl Lab {
    /// Listens on the loopback address.
    ///
    /// # Errors
    ///
    /// The system's, where the port is taken or may not be used.
    pub fn bind(pages: Pages, options: Options) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))?;
        let address = listener.local_addr()?;
        let shared = Shared {
            pages,
            guard: Guard::new(address, options.origins),
            patience: options.patience,
            open: AtomicUsize::new(0),
            stopped: AtomicBool::new(false),
            reports: Reports::default(),
        };
        Ok(Self { listener, address, connections: options.connections, shared: Arc::new(shared) })
    }

    /// The address at which it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What stops it, from another thread.
    #[must_use]
    pub fn stopper(&self) -> Stopper {
        Stopper { address: self.address, shared: Arc::clone(&self.shared) }
    }

    /// Answers until it is stopped. Connections that are open then are closed with 1001 first.
    pub fn run(self) {
        let mut threads: Vec<thread::JoinHandle<()>> = Vec::new();
        for stream in self.listener.incoming() {
            if self.shared.is_stopped() {
                break;
            }
            // A connection that broke before it was accepted is the other end's affair.
            let Ok(stream) = stream else { continue };
            threads.retain(|thread| !thread.is_finished());
            if self.shared.open.load(Ordering::Acquire) >= self.connections {
                refuse(stream);
                continue;
            }
            let place = Place::new(&self.shared);
            threads.push(thread::spawn(move || serve(stream, &place.0)));
        }
        for thread in threads {
            // A connection that panicked has ended too.
            let _ = thread.join();
        }
    }
}

/// Stops a [`Lab`].
#[derive(Clone, Debug)]
pub struct Stopper {
    address: SocketAddr,
    shared: Arc<Shared>,
}

impl Stopper {
    /// Makes [`Lab::run`] return, soon.
    pub fn stop(&self) {
        self.shared.stopped.store(true, Ordering::Release);
        // Wakes the server up, which waits for a connection.
        let _ = TcpStream::connect(self.address);
    }
}

/// A place among the connections, which is free again when this is dropped.
struct Place(Arc<Shared>);

impl Place {
    fn new(shared: &Arc<Shared>) -> Self {
        shared.open.fetch_add(1, Ordering::AcqRel);
        Self(Arc::clone(shared))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.open.fetch_sub(1, Ordering::AcqRel);
    }
}

/// How long a request may take to arrive.
const HEAD: Duration = Duration::from_secs(5);

fn refuse(stream: TcpStream) {
    let mut connection = Connection::new(stream, HEAD);
    let _ = connection.write(&Response::text(503, "too many connections").to_bytes());
}

fn serve(stream: TcpStream, shared: &Shared) {
    let mut connection = Connection::new(stream, HEAD);
    let request = match Request::read(&mut connection, shared) {
        Ok(request) => request,
        Err(Unread::Tls) => {
            let _ = connection.write(&TLS_HANDSHAKE_FAILURE);
            return;
        }
        Err(Unread::Bad(why)) => {
            let _ = connection.write(&Response::text(400, why).to_bytes());
            return;
        }
        Err(Unread::Gone) => return,
    };
    if let Err(why) = shared.guard.check(&request) {
        let _ = connection.write(&Response::text(403, why).to_bytes());
        return;
    }
    if request.path == "/socket" {
        upgrade(connection, &request, shared);
    } else {
        let _ = connection.write(&page(&request, shared).to_bytes());
    }
}

/// An alert of TLS 1.2 (RFC 5246 section 7.2): fatal, `handshake_failure`.
const TLS_HANDSHAKE_FAILURE: [u8; 7] = [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28];

fn page(request: &Request, shared: &Shared) -> Response {
    if request.method != "GET" {
        return Response::text(405, "only GET");
    }
    match request.path.as_str() {
        "/" => Response::html(&shared.pages.lab),
        "/reference" => match &shared.pages.reference {
            Some(page) => Response::html(page),
            None => Response::text(404, "there is no reference page"),
        },
        "/report" => {
            let report = request.parameter("id").and_then(|id| shared.reports.get(id));
            Response::json(report.unwrap_or_else(|| "null\n".to_owned()))
        }
        _ => Response::text(404, "there is no such page"),
    }
}

fn upgrade(mut connection: Connection, request: &Request, shared: &Shared) {
    let plan = match Plan::read(request) {
        Ok(plan) => plan,
        Err(why) => {
            let _ = connection.write(&Response::text(400, why).to_bytes());
            return;
        }
    };
    let answer = match handshake::answer(request) {
        Ok(answer) => answer,
        Err(response) => {
            let _ = connection.write(&response.to_bytes());
            return;
        }
    };
    if plan == Plan::Refuse {
        let _ = connection.write(&Response::text(403, "refused, as was asked for").to_bytes());
        return;
    }
    connection.last(shared.patience);
    if connection.write(&answer).is_ok() {
        let id = request.parameter("id").filter(|id| is_id(id));
        socket::perform(connection, &plan, id, shared);
    }
}

/// Whether the text can name a report.
fn is_id(text: &str) -> bool {
    (1..=32).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

pub(crate) use response::hex;

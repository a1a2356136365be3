//! The server: it accepts a limited number of connections, until it is stopped.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::guard::Guard;
use super::report::Reports;
use super::service::{Pages, Service};

/// How the server listens, and its limits.
#[derive(Clone, Debug)]
pub struct Options {
    /// The port on the loopback address; 0 takes any that is free.
    pub port: u16,
    /// Other origins whose pages may connect, such as `http://127.0.0.1:8000`.
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

/// How long the server waits after a connection that could not be accepted.
const PAUSE: Duration = Duration::from_millis(100);

/// A server that listens, and does not answer before [`run`](Self::run).
#[derive(Debug)]
pub struct Lab {
    listener: TcpListener,
    address: SocketAddr,
    /// How many connections there may be.
    connections: usize,
    /// How many there are.
    open: Arc<AtomicUsize>,
    service: Arc<Service>,
}

impl Lab {
    /// Listens on the loopback address.
    ///
    /// # Errors
    ///
    /// The system's, if the port is taken or may not be used.
    pub fn bind(pages: Pages, options: Options) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))?;
        let address = listener.local_addr()?;
        let service = Service {
            pages,
            guard: Guard::new(address, options.origins),
            patience: options.patience,
            reports: Reports::default(),
            stopped: Arc::new(AtomicBool::new(false)),
        };
        Ok(Self {
            listener,
            address,
            connections: options.connections,
            open: Arc::new(AtomicUsize::new(0)),
            service: Arc::new(service),
        })
    }

    /// The address at which it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What stops it, from another thread.
    #[must_use]
    pub fn stopper(&self) -> Stopper {
        Stopper { address: self.address, stopped: Arc::clone(&self.service.stopped) }
    }

    /// Answers until it is stopped. Connections that are open then are closed with 1001 first.
    pub fn run(self) {
        let mut threads: Vec<thread::JoinHandle<()>> = Vec::new();
        for stream in self.listener.incoming() {
            if self.service.stopped.load(Ordering::Acquire) {
                break;
            }
            let Ok(stream) = stream else {
                // The connection broke already, or there is no descriptor for it. The second lasts, and
                // must not keep a processor busy.
                thread::sleep(PAUSE);
                continue;
            };
            threads.retain(|thread| !thread.is_finished());
            if self.open.load(Ordering::Acquire) >= self.connections {
                self.service.refuse(stream);
                continue;
            }
            let (place, service) = (Place::new(&self.open), Arc::clone(&self.service));
            let serve = move || {
                service.serve(stream);
                drop(place);
            };
            // Without a thread for it, the connection is dropped.
            threads.extend(thread::Builder::new().spawn(serve));
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
    stopped: Arc<AtomicBool>,
}

impl Stopper {
    /// Makes [`Lab::run`] return, soon.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Release);
        // Wakes the server up, which waits for a connection.
        let _ = TcpStream::connect(self.address);
    }
}

/// A place among the connections, which is free again when this is dropped.
struct Place(Arc<AtomicUsize>);

impl Place {
    fn new(open: &Arc<AtomicUsize>) -> Self {
        open.fetch_add(1, Ordering::AcqRel);
        Self(Arc::clone(open))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

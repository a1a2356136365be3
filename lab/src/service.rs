//! What a connection gets: a page, a report or a WebSocket.

use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use crate::connection::Connection;
use crate::guard::Guard;
use crate::plan::Plan;
use crate::report::Reports;
use crate::request::{Request, Unread};
use crate::response::Response;
use crate::{handshake, socket};

/// What the server shows.
#[derive(Clone, Debug)]
pub struct Pages {
    /// The page of the laboratory, at `/`: a whole HTML document.
    pub lab: String,
    /// The reference page, at `/reference`, if any.
    pub reference: Option<String>,
}

/// The same for all connections.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) pages: Pages,
    pub(crate) guard: Guard,
    /// How long a WebSocket connection may last.
    pub(crate) patience: Duration,
    pub(crate) reports: Reports,
    pub(crate) stopped: Arc<AtomicBool>,
}

/// How long a request may take to arrive.
const HEAD: Duration = Duration::from_secs(5);

/// An alert of TLS 1.2 (RFC 5246 section 7.2): fatal, `handshake_failure`.
const TLS_HANDSHAKE_FAILURE: [u8; 7] = [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28];

impl Service {
    /// Answers a connection that is one too many.
    pub(crate) fn refuse(&self, stream: TcpStream) {
        let mut connection = Connection::new(stream, HEAD, &self.stopped);
        let _ = connection.write(&Response::text(503, "too many connections").to_bytes());
    }

    /// Answers a connection, until it ends.
    pub(crate) fn serve(&self, stream: TcpStream) {
        let mut connection = Connection::new(stream, HEAD, &self.stopped);
        let request = match Request::read(&mut connection) {
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
        if let Err(why) = self.guard.check(&request) {
            let _ = connection.write(&Response::text(403, why).to_bytes());
            return;
        }
        if request.path == "/socket" {
            self.upgrade(connection, &request);
        } else {
            let _ = connection.write(&self.page(&request).to_bytes());
        }
    }

    fn page(&self, request: &Request) -> Response {
        if request.method != "GET" {
            return Response::text(405, "only GET");
        }
        match request.path.as_str() {
            "/" => Response::html(&self.pages.lab),
            "/reference" => match &self.pages.reference {
                Some(page) => Response::html(page),
                None => Response::text(404, "there is no reference page"),
            },
            "/report" => {
                let report = request.parameter("id").and_then(|id| self.reports.get(id));
                Response::json(report.unwrap_or_else(|| "null\n".to_owned()))
            }
            _ => Response::text(404, "there is no such page"),
        }
    }

    fn upgrade(&self, mut connection: Connection, request: &Request) {
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
        connection.last(self.patience);
        if connection.write(&answer).is_ok() {
            let id = request.parameter("id").filter(|id| is_id(id));
            socket::perform(connection, &plan, id, &self.reports);
        }
    }
}

/// Whether the text can name a report.
fn is_id(text: &str) -> bool {
    (1..=32).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

//! What a connection gets: a page, a report or a WebSocket.

use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use super::connection::Connection;
use super::guard::Guard;
use super::handshake;
use super::http::{Request, Response, Unread};
use super::report::Reports;
use super::socket::{self, Plan};

/// What the server shows.
#[derive(Clone, Debug)]
pub struct Pages {
    /// The page of the laboratory, at `/`: a whole HTML document.
    pub lab: String,
    /// The reference page and those next to it by their names: `/index.html`, which is also at
    /// `/reference`.
    pub reference: Vec<(&'static str, String)>,
}

/// The same for all connections.
#[derive(Debug)]
pub(super) struct Service {
    pub(super) pages: Pages,
    pub(super) guard: Guard,
    /// How long a WebSocket connection may last.
    pub(super) patience: Duration,
    pub(super) reports: Reports,
    pub(super) stopped: Arc<AtomicBool>,
}

/// How long a request may take to arrive.
const HEAD: Duration = Duration::from_secs(5);

/// How long an answer may take to be read.
const ANSWER: Duration = Duration::from_secs(60);

/// An alert of TLS 1.2 (RFC 5246 section 7.2): fatal, `handshake_failure`.
const TLS_HANDSHAKE_FAILURE: [u8; 7] = [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28];

impl Service {
    /// Answers a connection that is one too many. What it asks for is not read, and may be HEAD.
    pub(super) fn refuse(&self, stream: TcpStream) {
        let mut connection = Connection::new(stream, HEAD, &self.stopped);
        let _ = connection.write(&Response::empty(503).to_bytes(true));
    }

    /// Answers a connection, until it ends.
    pub(super) fn serve(&self, stream: TcpStream) {
        let mut connection = Connection::new(stream, HEAD, &self.stopped);
        let request = match Request::read(&mut connection) {
            Ok(request) => request,
            Err(Unread::Tls) => {
                let _ = connection.write(&TLS_HANDSHAKE_FAILURE);
                return;
            }
            Err(Unread::Bad { why, has_body }) => {
                let _ = connection.write(&Response::text(400, why).to_bytes(has_body));
                return;
            }
            Err(Unread::Gone) => return,
        };
        connection.last(ANSWER.min(self.patience));
        let response = match self.guard.check(&request) {
            Err(why) => Response::text(403, why),
            Ok(()) if request.path == "/socket" => match upgrade(&request) {
                Ok((plan, answer)) => {
                    connection.last(self.patience);
                    if connection.write(&answer).is_ok() {
                        let id = request.parameter("id").filter(|id| is_id(id));
                        socket::perform(connection, &plan, id, &self.reports);
                    }
                    return;
                }
                Err(response) => response,
            },
            Ok(()) => self.page(&request),
        };
        let _ = connection.write(&response.to_bytes(request.method != "HEAD"));
    }

    fn page(&self, request: &Request) -> Response {
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            return Response::text(405, "only GET and HEAD").with("Allow: GET, HEAD\r\n");
        }
        match request.path.as_str() {
            "/" => Response::html(&self.pages.lab),
            "/report" => {
                let report = request.parameter("id").and_then(|id| self.reports.get(id));
                Response::json(report.unwrap_or_else(|| "null\n".to_owned()))
            }
            path => {
                let name =
                    if path == "/reference" { "index.html" } else { path.trim_start_matches('/') };
                match self.pages.reference.iter().find(|page| page.0 == name) {
                    Some((_, page)) => Response::html(page),
                    None => Response::text(404, "there is no such page"),
                }
            }
        }
    }
}

/// What to do with a WebSocket connection, and the bytes that accept its handshake.
fn upgrade(request: &Request) -> Result<(Plan, Vec<u8>), Response> {
    let answer = handshake::answer(request)?;
    match Plan::read(request) {
        Ok(Plan::Refuse) => Err(Response::text(403, "refused as requested")),
        Ok(plan) => Ok((plan, answer)),
        Err(why) => Err(Response::text(400, why)),
    }
}

/// Whether the text can name a report.
fn is_id(text: &str) -> bool {
    (1..=32).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

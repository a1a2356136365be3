//! Requests and responses of HTTP.

use super::connection::{Connection, Ended};

/// The longest head that is read, in bytes.
const LONGEST: usize = 8192;

/// How many headers there may be.
const HEADERS: usize = 64;

/// What a client asks for.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) method: String,
    /// The path, without the query.
    pub(super) path: String,
    query: String,
    headers: Vec<(String, String)>,
}

/// Why there is no request.
#[derive(Debug)]
pub(super) enum Unread {
    /// The client speaks TLS.
    Tls,
    /// It is not a request, or too long. The answer to HEAD has no body.
    Bad { why: &'static str, has_body: bool },
    /// The client left, or took too long.
    Gone,
}

impl Unread {
    fn bad(head: &[u8], why: &'static str) -> Self {
        Self::Bad { why, has_body: !head.trim_ascii_start().starts_with(b"HEAD ") }
    }
}

impl Request {
    pub(super) fn read(connection: &mut Connection) -> Result<Self, Unread> {
        let mut head = Vec::new();
        let mut buffer = [0; 1024];
        loop {
            let count = connection.read(&mut buffer).map_err(|_: Ended| Unread::Gone)?;
            head.extend_from_slice(&buffer[..count]);
            // The first byte of a TLS record with a handshake message; no method begins with it.
            if head.first() == Some(&0x16) {
                return Err(Unread::Tls);
            }
            if let Some(request) = Self::parse(&head)? {
                return Ok(request);
            }
            if head.len() > LONGEST {
                return Err(Unread::bad(&head, "the head of the request is too long"));
            }
        }
    }

    /// `None` while the head is not whole.
    fn parse(head: &[u8]) -> Result<Option<Self>, Unread> {
        let mut headers = [httparse::EMPTY_HEADER; HEADERS];
        let mut parsed = httparse::Request::new(&mut headers);
        match parsed.parse(head) {
            Ok(httparse::Status::Complete(_)) => {}
            Ok(httparse::Status::Partial) => return Ok(None),
            Err(_) => return Err(Unread::bad(head, "this is not an HTTP request")),
        }
        let target = parsed.path.unwrap_or_default();
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let header = |header: &httparse::Header<'_>| {
            (header.name.to_ascii_lowercase(), String::from_utf8_lossy(header.value).into_owned())
        };
        Ok(Some(Self {
            method: parsed.method.unwrap_or_default().to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            headers: parsed.headers.iter().map(header).collect(),
        }))
    }

    /// The value of a header, whose name is in lower case. `None` if there is none, or more than one.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.iter().filter(|(header, _)| header == name);
        let (_, value) = values.next()?;
        values.next().is_none().then_some(value.trim())
    }

    /// Whether there is such a header at all.
    pub(super) fn has(&self, name: &str) -> bool {
        self.headers.iter().any(|(header, _)| header == name)
    }

    /// The value of a parameter of the query.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value)
    }

    #[cfg(test)]
    pub(super) fn of(head: &str) -> Self {
        match Self::parse(head.replace('\n', "\r\n").as_bytes()) {
            Ok(Some(request)) => request,
            other => panic!("no request: {other:?}"),
        }
    }
}

/// An answer, after which the connection is closed.
pub(super) struct Response {
    status: u16,
    kind: &'static str,
    body: Vec<u8>,
    /// Further headers, each with its line end.
    headers: &'static str,
}

impl Response {
    pub(super) fn empty(status: u16) -> Self {
        Self { status, kind: "text/plain", body: Vec::new(), headers: "" }
    }

    pub(super) fn text(status: u16, text: &str) -> Self {
        Self { body: format!("{text}\n").into(), ..Self::empty(status) }
    }

    pub(super) fn html(page: &str) -> Self {
        Self { status: 200, kind: "text/html", body: page.into(), headers: "" }
    }

    pub(super) fn json(text: String) -> Self {
        Self { status: 200, kind: "application/json", body: text.into(), headers: "" }
    }

    pub(super) fn with(mut self, headers: &'static str) -> Self {
        self.headers = headers;
        self
    }

    /// The bytes, head and body; the answer to HEAD has none. The pages have a policy of their own; here is
    /// what it cannot say.
    pub(super) fn to_bytes(&self, has_body: bool) -> Vec<u8> {
        let Self { status, kind, body, headers } = self;
        let head = format!(
            "HTTP/1.1 {status} {}\r\n\
             Content-Type: {kind}; charset=utf-8\r\n\
             Content-Length: {}\r\n\
             Connection: close\r\n\
             Cache-Control: no-store\r\n\
             Content-Security-Policy: frame-ancestors 'none'\r\n\
             Cross-Origin-Opener-Policy: same-origin\r\n\
             Cross-Origin-Resource-Policy: same-origin\r\n\
             Referrer-Policy: no-referrer\r\n\
             X-Content-Type-Options: nosniff\r\n\
             {headers}\r\n",
            phrase(*status),
            body.len(),
        );
        if has_body { [head.as_bytes(), body].concat() } else { head.into_bytes() }
    }
}

fn phrase(status: u16) -> &'static str {
    match status {
        200 => "OK",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        426 => "Upgrade Required",
        503 => "Service Unavailable",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::{Request, Unread};

    #[test]
    fn a_request_has_a_path_a_query_and_headers() {
        let request =
            Request::of("GET /socket?id=1&do=close&body= HTTP/1.1\nHost: a\nX: b\nx: c\n\n");
        assert_eq!(request.path, "/socket");
        assert_eq!(request.parameter("id"), Some("1"));
        assert_eq!(request.parameter("body"), Some(""));
        assert_eq!(request.parameter("d"), None);
        assert_eq!(request.header("host"), Some("a"));
        assert_eq!(request.header("x"), None);
        assert!(request.has("x"));
    }

    #[test]
    fn an_incomplete_head_differs_from_a_wrong_one() {
        assert!(matches!(Request::parse(b"GET / HTTP/1.1\r\nHost"), Ok(None)));
        assert!(matches!(Request::parse(b"\x88\x00\r\n\r\n"), Err(Unread::Bad { .. })));
    }
}

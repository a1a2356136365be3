//! The answers of HTTP.

/// An answer, after which the connection is closed.
pub(crate) struct Response {
    status: u16,
    kind: &'static str,
    body: Vec<u8>,
    /// Further headers, each with its line end.
    headers: &'static str,
}

impl Response {
    pub(crate) fn text(status: u16, text: &str) -> Self {
        Self { status, kind: "text/plain", body: format!("{text}\n").into(), headers: "" }
    }

    pub(crate) fn html(page: &str) -> Self {
        Self { status: 200, kind: "text/html", body: page.into(), headers: "" }
    }

    pub(crate) fn json(text: String) -> Self {
        Self { status: 200, kind: "application/json", body: text.into(), headers: "" }
    }

    pub(crate) fn with(mut self, headers: &'static str) -> Self {
        self.headers = headers;
        self
    }

    /// The bytes, head and body. The pages bring a policy of their own; here is what it cannot say.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
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
        [head.as_bytes(), body].concat()
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

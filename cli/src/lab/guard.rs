//! Who may ask: pages of this server, in a browser on this machine.

use std::net::SocketAddr;

use super::http::Request;

/// The names under which the server is asked, and the origins whose pages may connect.
#[derive(Debug)]
pub(super) struct Guard {
    hosts: Vec<String>,
    origins: Vec<String>,
}

impl Guard {
    pub(super) fn new(address: SocketAddr, others: Vec<String>) -> Self {
        let names = [address.ip().to_string(), "localhost".to_owned()];
        let mut hosts: Vec<String> =
            names.iter().map(|name| format!("{name}:{}", address.port())).collect();
        if address.port() == 80 {
            // The default port of HTTP, which browsers leave out.
            hosts = [hosts, names.to_vec()].concat();
        }
        let mut origins = others;
        origins.extend(hosts.iter().map(|host| format!("http://{host}")));
        Self { hosts, origins }
    }

    /// Says why a request is not answered, if it is not.
    ///
    /// A name of another site can be made to lead to this machine, so the name has to be one of ours. Any
    /// page may open a WebSocket to anywhere, so that its origin has to be ours too. Only browsers send an
    /// `Origin`, and they do on every WebSocket handshake.
    pub(super) fn check(&self, request: &Request) -> Result<(), &'static str> {
        let is_ours = |host: &str| self.hosts.iter().any(|own| own.eq_ignore_ascii_case(host));
        if !request.header("host").is_some_and(is_ours) {
            return Err("unknown Host header");
        }
        let is_allowed = |origin: &str| self.origins.iter().any(|own| own == origin);
        if request.has("origin") && !request.header("origin").is_some_and(is_allowed) {
            return Err("pages of other origins must not connect");
        }
        if request.path == "/socket" && !request.has("origin") {
            return Err("the Origin header is missing");
        }
        let is_near = |site: &str| matches!(site, "same-origin" | "none");
        let site = "sec-fetch-site";
        if request.path == "/report"
            && request.has(site)
            && !request.header(site).is_some_and(is_near)
        {
            return Err("pages from other origins must not read reports");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Guard;
    use crate::lab::http::Request;

    fn is_allowed(head: &str) -> bool {
        is_allowed_at("127.0.0.1:8006", head)
    }

    fn is_allowed_at(address: &str, head: &str) -> bool {
        let address = address.parse().expect("an address");
        let guard = Guard::new(address, vec!["http://127.0.0.1:9000".to_owned()]);
        guard.check(&Request::of(&format!("{head}\n\n"))).is_ok()
    }

    #[test]
    fn only_the_own_address_is_answered_for() {
        for (host, allowed) in [
            ("Host: 127.0.0.1:8006", true),
            ("Host: localhost:8006", true),
            ("Host: LocalHost:8006", true),
            ("Host: 127.0.0.1", false),
            ("Host: evil.example:8006", false),
            ("Host: 127.0.0.1:8006\nHost: 127.0.0.1:8006", false),
            ("X: y", false),
        ] {
            assert_eq!(is_allowed(&format!("GET / HTTP/1.1\n{host}")), allowed, "{host}");
        }
    }

    #[test]
    fn the_default_port_can_be_left_out() {
        for (host, allowed) in [
            ("127.0.0.1", true),
            ("127.0.0.1:80", true),
            ("localhost", true),
            ("localhost:8006", false),
            ("evil.example", false),
        ] {
            let head = format!("GET /socket HTTP/1.1\nHost: {host}\nOrigin: http://{host}");
            assert_eq!(is_allowed_at("127.0.0.1:80", &head), allowed, "{host}");
        }
    }

    #[test]
    fn only_own_pages_may_connect() {
        for (origin, allowed) in [
            ("Origin: http://127.0.0.1:8006", true),
            ("Origin: http://localhost:8006", true),
            ("Origin: http://127.0.0.1:9000", true),
            ("Origin: http://127.0.0.1:8007", false),
            ("Origin: https://127.0.0.1:8006", false),
            ("Origin: http://evil.example", false),
            ("Origin: null", false),
            ("Origin: http://127.0.0.1:8006\nOrigin: http://evil.example", false),
            ("X: y", false),
        ] {
            let head = format!("GET /socket HTTP/1.1\nHost: 127.0.0.1:8006\n{origin}");
            assert_eq!(is_allowed(&head), allowed, "{origin}");
        }
    }

    #[test]
    fn other_sites_read_no_reports() {
        for (site, allowed) in [
            ("same-origin", true),
            ("none", true),
            ("same-site", false),
            ("cross-site", false),
            ("none\nSec-Fetch-Site: none", false),
            ("same-origin\nSec-Fetch-Site: cross-site", false),
        ] {
            let head =
                format!("GET /report HTTP/1.1\nHost: 127.0.0.1:8006\nSec-Fetch-Site: {site}");
            assert_eq!(is_allowed(&head), allowed, "{site}");
        }
    }
}

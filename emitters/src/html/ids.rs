//! The addresses within a page: each is given once.

use std::collections::HashSet;

use close_code_codegen::naming;

/// The ids that the templates use themselves.
const OWN: [&str; 30] = [
    "advice",
    "all",
    "applications",
    "applications-title",
    "box",
    "box-title",
    "browsers",
    "browsers-caption",
    "browsers-title",
    "class",
    "codes",
    "codes-title",
    "contents",
    "examples",
    "found",
    "howto",
    "howto-title",
    "libraries",
    "libraries-title",
    "overview-title",
    "query",
    "receivers",
    "receivers-caption",
    "receivers-title",
    "send",
    "senders",
    "senders-caption",
    "senders-title",
    "status",
    "verdict",
];

/// What the ids of implementations begin with.
const KINDS: [&str; 4] = ["api-", "library-", "receiver-", "sender-"];

/// The ids that are taken.
pub(super) struct Ids(HashSet<String>);

impl Ids {
    pub(super) fn new() -> Self {
        Self(OWN.map(str::to_owned).into())
    }

    /// Returns an id, or `None` if another element has it.
    pub(super) fn take(&mut self, id: String) -> Option<String> {
        let is_of_kind = KINDS.iter().any(|kind| id.starts_with(kind));
        (!is_of_kind && self.0.insert(id.clone())).then_some(id)
    }
}

/// A name as an address: `BadGateway` is `bad-gateway`.
pub(super) fn slug(name: &str) -> String {
    naming::words(name).to_lowercase().replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use super::{Ids, slug};

    #[test]
    fn a_name_is_an_address() {
        assert_eq!(slug("BadGateway"), "bad-gateway");
        assert_eq!(slug("TlsHandshake"), "tls-handshake");
    }

    #[test]
    fn no_id_is_given_twice() {
        let mut ids = Ids::new();
        assert_eq!(ids.take("going-away".to_owned()).as_deref(), Some("going-away"));
        assert_eq!(ids.take("going-away".to_owned()), None);
        assert_eq!(ids.take("codes".to_owned()), None);
    }
}

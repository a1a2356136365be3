//! References: which of the registry's a table has, though it writes them with more detail.

/// The references of the registry that the table's do not cover.
pub(super) fn missing(own: &[String], registry: &[String]) -> Vec<String> {
    registry.iter().filter(|wanted| !own.iter().any(|own| covers(own, wanted))).cloned().collect()
}

/// Whether a reference names a document, or a place in it: `RFC 6455 section 7.4` covers `RFC 6455`.
fn covers(own: &str, wanted: &str) -> bool {
    match own.strip_prefix(wanted) {
        Some("") => true,
        Some(rest) => wanted.starts_with("RFC ") && rest.starts_with(' '),
        None => false,
    }
}

/// The position of the reference that a new one replaces: an address at the same site that the registry
/// does not have. IANA moves such addresses from time to time.
pub(super) fn replaced(own: &[String], registry: &[String], new: &str) -> Option<usize> {
    let site = site(new)?;
    own.iter().position(|own| !registry.contains(own) && self::site(own) == Some(site))
}

/// The last two labels of an address's host: `ietf.org`.
fn site(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let dot = host.rfind('.')?;
    Some(host[..dot].rfind('.').map_or(host, |before| &host[before + 1..]))
}

#[cfg(test)]
mod tests {
    use super::{missing, replaced};

    #[test]
    fn a_place_in_a_document_covers_the_document() {
        let own = ["RFC 6455 section 7.4.1".to_owned(), "https://example.org/a".to_owned()];
        let all = [
            "RFC 6455",
            "RFC 645",
            "RFC 6455 erratum 3227",
            "https://example.org/",
            "https://example.org/a",
        ];
        let missing = missing(&own, &all.map(str::to_owned));
        assert_eq!(missing, ["RFC 645", "RFC 6455 erratum 3227", "https://example.org/"]);
    }

    #[test]
    fn an_address_replaces_one_at_the_same_site() {
        let own = ["https://websockets.spec.whatwg.org/", "http://www.ietf.org/mail-archive/1"]
            .map(str::to_owned);
        assert_eq!(replaced(&own, &[], "https://mailarchive.ietf.org/arch/2"), Some(1));
        assert_eq!(replaced(&own, &own, "https://mailarchive.ietf.org/arch/2"), None);
        assert_eq!(replaced(&own, &[], "https://example.org/"), None);
        assert_eq!(replaced(&own, &[], "RFC 6455"), None);
    }
}

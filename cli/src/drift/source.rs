//! References: which of the registry's a table has, though it writes them with more detail, and which of
//! the table's the registry has no longer.

use std::collections::{BTreeSet, HashMap, HashSet};

/// The references of the registry that the table's do not cover.
pub(super) fn missing(own: &[String], registry: &[String]) -> Vec<String> {
    let covered: HashSet<_> = own.iter().flat_map(|own| covered(own)).collect();
    registry.iter().filter(|wanted| !covered.contains(wanted.as_str())).cloned().collect()
}

/// The references of a row that are of the registry's kind, and that the registry does not have. What the
/// row shares with its range is about the range.
pub(super) fn gone(own: &[String], of_range: &[String], registry: &[String]) -> Vec<String> {
    let [of_range, registry] =
        [of_range, registry].map(|texts| texts.iter().map(String::as_str).collect::<HashSet<_>>());
    let is_gone = |own: &&String| {
        is_of_a_registry(own)
            && !of_range.contains(own.as_str())
            && !covered(own).any(|document| registry.contains(document))
    };
    own.iter().filter(is_gone).cloned().collect()
}

/// Whether the registry refers to such things: RFCs and what is to become one, errata, and the mail of
/// the IETF. Anything else in a table is its author's own.
fn is_of_a_registry(reference: &str) -> bool {
    ["RFC ", "RFC-", "draft-"].iter().any(|start| reference.starts_with(start))
        || site(reference) == Some("ietf.org")
}

/// The documents that a reference names: itself, and the one that it names a place in. `RFC 6455 section 7.4`
/// is in `RFC 6455`. An erratum is a document of its own.
fn covered(own: &str) -> impl Iterator<Item = &str> {
    // None has more than four words: `RFC 6455 erratum 3227`.
    let ends = own.match_indices(' ').map(|(at, _)| at).skip(1).take(3);
    let ends = ends.filter(|at| own.starts_with("RFC ") && !own[*at..].starts_with(" erratum"));
    ends.map(|at| &own[..at]).chain([own])
}

/// What becomes of the references of a row: for each its new text, or `None` where it goes, and those
/// that are added.
pub(super) fn updated(
    own: &[String],
    added: &[String],
    gone: &[String],
) -> (Vec<Option<String>>, Vec<String>) {
    let gone: HashSet<_> = gone.iter().collect();
    let mut texts: Vec<_> = own.iter().map(|own| Some(own.clone())).collect();
    let mut free: BTreeSet<_> = (0..own.len()).filter(|at| gone.contains(&own[*at])).collect();
    let mut of_sites: HashMap<_, Vec<_>> = HashMap::new();
    for at in free.iter().rev() {
        texts[*at] = None;
        of_sites.entry(site(&own[*at])).or_default().push(*at);
    }
    let mut others = Vec::new();
    for new in added {
        // IANA moves addresses from time to time, and drafts become RFCs: the new one replaces
        // an old one, of the same site if there is one.
        let of_site = of_sites.entry(site(new)).or_default();
        let same_site = core::iter::from_fn(|| of_site.pop()).find(|at| free.contains(at));
        match same_site.or_else(|| free.first().copied()) {
            Some(at) => {
                free.remove(&at);
                texts[at] = Some(new.clone());
            }
            None => others.push(new.clone()),
        }
    }
    (texts, others)
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
    use super::{gone, missing, updated};

    fn texts<const N: usize>(texts: [&str; N]) -> [String; N] {
        texts.map(str::to_owned)
    }

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
    fn what_the_registry_no_longer_has_is_gone() {
        let own = texts([
            "RFC 6455 section 7.4.1",
            "RFC 6455 erratum 3227",
            "RFC 9999",
            "draft-ietf-hybi-codes-01",
            "https://www.ietf.org/mail-archive/web/hybi/1",
            "https://websockets.spec.whatwg.org/",
            "https://example.org/ietf.org",
        ]);
        let registry = texts(["RFC 6455"]);
        assert_eq!(gone(&own, &[], &registry), own[1..5]);
        assert_eq!(gone(&own, &own[2..4], &registry), [own[1].clone(), own[4].clone()]);
        assert_eq!(gone(&own, &[], &[]), own[..5]);
    }

    #[test]
    fn a_new_reference_takes_the_place_of_an_old_one() {
        let own = texts(["RFC 1", "https://whatwg.org/", "http://www.ietf.org/1", "RFC 2"]);
        let gone = texts(["RFC 1", "http://www.ietf.org/1", "RFC 2"]);
        let added = texts(["https://mailarchive.ietf.org/2", "RFC 3"]);
        let (kept, others) = updated(&own, &added, &gone);
        let kept: Vec<_> = kept.iter().map(Option::as_deref).collect();
        assert_eq!(
            kept,
            [
                Some("RFC 3"),
                Some("https://whatwg.org/"),
                Some("https://mailarchive.ietf.org/2"),
                None
            ]
        );
        assert!(others.is_empty());
        assert_eq!(updated(&own, &added, &[]).1, added);
    }
}

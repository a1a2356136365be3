//! Addresses for what a table refers to.

/// Where a reference can be read: `RFC 6455 section 7.4.1`, `RFC 6455 erratum 3227`, `RFC 6455`, or an
/// address itself. `None` for any other text.
#[must_use]
pub fn address(reference: &str) -> Option<String> {
    if reference.starts_with("https://") || reference.starts_with("http://") {
        return reference.bytes().all(is_of_address).then(|| reference.to_owned());
    }
    let words: Vec<_> = reference.split(' ').collect();
    match words.as_slice() {
        ["RFC", rfc] if is_number(rfc) => Some(format!("https://www.rfc-editor.org/rfc/rfc{rfc}")),
        ["RFC", rfc, "section", section] if is_number(rfc) && is_section(section) => {
            Some(format!("https://www.rfc-editor.org/rfc/rfc{rfc}#section-{section}"))
        }
        ["RFC", rfc, "erratum", erratum] if is_number(rfc) && is_number(erratum) => {
            Some(format!("https://www.rfc-editor.org/errata/eid{erratum}"))
        }
        _ => None,
    }
}

/// The characters of RFC 3986, without those that could end a link or start a tag where it is shown.
fn is_of_address(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&()*+,;=%".contains(&byte)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_section(text: &str) -> bool {
    text.split('.').all(is_number)
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn sections_errata_and_addresses_can_be_read() {
        for (reference, expected) in [
            ("RFC 6455", "https://www.rfc-editor.org/rfc/rfc6455"),
            ("RFC 6455 section 7.4.1", "https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1"),
            ("RFC 6455 erratum 3227", "https://www.rfc-editor.org/errata/eid3227"),
            ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ] {
            assert_eq!(address(reference).as_deref(), Some(expected));
        }
    }

    #[test]
    fn nothing_else_becomes_a_link() {
        for reference in [
            "",
            "the manual, page 5",
            "RFC 6455 section 7.",
            "RFC x",
            "javascript:alert(1)",
            "https://example.org/ b",
            "https://example.org/\"onclick=",
            "https://example.org/><script>",
        ] {
            assert_eq!(address(reference), None, "{reference}");
        }
    }
}

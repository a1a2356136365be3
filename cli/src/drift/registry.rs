//! IANA's registry of close codes, whatever form it was read from.

use toml_edit::Datetime;

use super::{csv, xml};

/// The registry.
#[derive(Clone, Debug)]
pub(crate) struct Registry {
    /// The day of its last change, `YYYY-MM-DD`, where it says so.
    pub(super) date: Option<String>,
    /// Its rows, in the order of their codes, without a gap from 1000 to 4999.
    pub(super) records: Vec<Record>,
    /// The ranges that have a registration rule.
    pub(super) rules: Vec<(u16, u16)>,
}

/// A row of the registry.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Record {
    /// The first code.
    pub(super) first: u16,
    /// The last code.
    pub(super) last: u16,
    /// The meaning, on one line.
    pub(super) meaning: String,
    /// Where it is specified, as tables write it: `RFC 6455`, `RFC 6455 erratum 3227`, an address.
    pub(super) reference: Vec<String>,
    /// When it was registered, where that is known.
    pub(super) since: Option<String>,
}

impl Record {
    /// Whether the codes are there to be taken.
    pub(super) fn is_unassigned(&self) -> bool {
        self.meaning.eq_ignore_ascii_case("unassigned")
    }

    /// Whether it assigns one code.
    pub(super) fn is_code(&self) -> bool {
        self.first == self.last && !self.is_unassigned()
    }

    /// Whether it gives a whole range a meaning.
    pub(super) fn is_range(&self) -> bool {
        self.first != self.last && !self.is_unassigned()
    }
}

/// The codes that the registry is about (RFC 6455 section 11.7).
const SPAN: (u16, u16) = (1000, 4999);

/// The codes that it assigns: the others are for private use.
pub(super) const ASSIGNED: (u16, u16) = (1000, 3999);

/// Reads a registry in XML or CSV.
///
/// # Errors
///
/// Says what is wrong with it. A file that does not account for every code from 1000 to 4999 is refused:
/// it was cut off, and what it lacks must not count as gone.
pub(crate) fn read(source: &str, date: Option<&str>) -> Result<Registry, String> {
    let source = source.trim_start_matches('\u{feff}');
    let mut registry = if source.trim_start().starts_with('<') {
        if date.is_some() {
            return Err(
                "a registry in XML says its date itself: leave out `--registry-date`".to_owned()
            );
        }
        xml::read(source)?
    } else {
        csv::read(source, date)?
    };
    if let Some(date) = registry.date.as_ref().filter(|date| !is_date(date)) {
        let date = crate::text::visible(date);
        return Err(format!("`{date}` is not a date such as 2026-06-10"));
    }
    registry.records.sort_by_key(|record| record.first);
    complete(&registry.records)?;
    Ok(registry)
}

/// Whether a text is a day of the calendar, `YYYY-MM-DD`.
fn is_date(text: &str) -> bool {
    matches!(text.parse(), Ok(Datetime { date: Some(_), time: None, .. }))
}

/// Refuses records that overlap or leave something out.
fn complete(records: &[Record]) -> Result<(), String> {
    let mut next = u32::from(SPAN.0);
    for record in records {
        let (first, last) = (u32::from(record.first), u32::from(record.last));
        if first < next {
            return Err(format!("{first} is there twice, or outside {} to {}", SPAN.0, SPAN.1));
        }
        if first > next {
            return Err(format!(
                "nothing is said about {next} to {}: the file is not complete",
                first - 1
            ));
        }
        next = last + 1;
    }
    let end = u32::from(SPAN.1);
    match next {
        next if next <= end => {
            Err(format!("nothing is said about {next} to {end}: the file is not complete"))
        }
        next if next > end + 1 => Err(format!("it goes on behind {end}, where the registry ends")),
        _ => Ok(()),
    }
}

/// The first and the last code of `1000` or `1016-2999`.
pub(super) fn codes(value: &str) -> Result<(u16, u16), String> {
    let value = value.trim();
    let (first, last) = value.split_once('-').unwrap_or((value, value));
    match (first.trim().parse(), last.trim().parse()) {
        (Ok(first), Ok(last)) if first <= last => Ok((first, last)),
        _ => {
            Err(format!("`{}` is neither a code nor a range of codes", crate::text::visible(value)))
        }
    }
}

/// A text on one line: the registry's XML breaks long ones.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A reference as tables write it. IANA writes `RFC6455`, and `RFC Errata 3227` without the RFC's number.
pub(super) fn reference(text: &str) -> String {
    let text = one_line(text);
    let number = |prefix: &str| {
        let rest = text.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix));
        let rest = rest.map(|_| text[prefix.len()..].trim());
        rest.filter(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
    };
    if let Some(erratum) = number("RFC Errata ") {
        return format!("RFC 6455 erratum {erratum}");
    }
    match number("RFC") {
        Some(rfc) => format!("RFC {rfc}"),
        None => text,
    }
}

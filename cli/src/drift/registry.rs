//! IANA's registry of close codes, read from XML or CSV.

use csv::{ReaderBuilder, StringRecord};
use roxmltree::{Document, Node};
use toml_edit::Datetime;

/// The registry.
#[derive(Clone, Debug)]
pub(crate) struct Registry {
    /// The day of its last change, `YYYY-MM-DD`, if it says so.
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
    /// When it was registered, if that is known.
    pub(super) since: Option<String>,
}

impl Record {
    /// Whether the codes are unassigned.
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
    let is_xml = source.trim_start().starts_with('<');
    let mut registry = if is_xml { read_xml(source)? } else { read_csv(source)? };
    if let Some(date) = date {
        if registry.date.replace(date.to_owned()).is_some() {
            return Err("the registry contains its date: remove `--registry-date`".to_owned());
        }
    }
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
            return Err(format!("{first} appears twice, or is outside {} to {}", SPAN.0, SPAN.1));
        }
        if first > next {
            return Err(format!("no entry for {next} to {}: the file is not complete", first - 1));
        }
        next = last + 1;
    }
    let end = u32::from(SPAN.1);
    match next {
        next if next <= end => {
            Err(format!("no entry for {next} to {end}: the file is not complete"))
        }
        next if next > end + 1 => {
            Err(format!("unexpected entry after {end}, the end of the registry"))
        }
        _ => Ok(()),
    }
}

/// The first and the last code of `1000` or `1016-2999`.
fn codes(value: &str) -> Result<(u16, u16), String> {
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
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A reference as tables write it. IANA writes `RFC6455`, and `RFC Errata 3227` without the RFC's number.
fn reference(text: &str) -> String {
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

/// The id of the registry inside the file, which has other registries of WebSocket as well.
const ID: &str = "close-code-number";

/// Reads the registry. A document type is refused, since its entities can make a small file huge.
fn read_xml(source: &str) -> Result<Registry, String> {
    refuse_costly(source)?;
    // The parser quotes what it found, which may be a control character.
    let document = Document::parse(source).map_err(|error| {
        format!("this is not XML: {}", crate::text::visible(&error.to_string()))
    })?;
    let root = document.root_element();
    let registries = root.descendants().filter(|node| node.has_tag_name_of("registry"));
    let Some(registry) = registries.into_iter().find(|node| node.attribute("id") == Some(ID))
    else {
        return Err(format!(
            "this has no registry with the id `{ID}`: is it IANA's websocket.xml?"
        ));
    };
    let records = children(registry, "record").map(record).collect::<Result<_, _>>()?;
    let rules = children(registry, "range").map(|range| codes(&text(range, "value")));
    Ok(Registry {
        date: children(root, "updated").next().and_then(|node| node.text()).map(one_line),
        records,
        rules: rules.collect::<Result<_, _>>()?,
    })
}

/// Refuses what the parser needs quadratic time for: it compares each attribute of an element with the
/// others, and each namespace with those around it. IANA's file has three attributes at most.
fn refuse_costly(source: &str) -> Result<(), String> {
    const ATTRIBUTES: usize = 64;
    const NAMESPACES: usize = 16;
    // No attribute can contain `<`, so that a tag is never in two parts.
    let is_value = |text: &str| text.trim_start().starts_with(['"', '\'']);
    let values = |part: &str| part.split('=').skip(1).filter(|text| is_value(text)).count();
    if source.split('<').any(|part| values(part) > ATTRIBUTES) {
        return Err(format!("it has an element with more than {ATTRIBUTES} attributes"));
    }
    if source.matches("xmlns").count() > NAMESPACES {
        return Err(format!("it has more than {NAMESPACES} namespaces"));
    }
    Ok(())
}

fn record(node: Node<'_, '_>) -> Result<Record, String> {
    let (first, last) = codes(&text(node, "value"))?;
    Ok(Record {
        first,
        last,
        meaning: one_line(&text(node, "description")),
        reference: children(node, "xref").filter_map(xref).collect(),
        since: node.attribute("date").map(one_line),
    })
}

/// Where a record is specified; a person is not a place to read.
fn xref(node: Node<'_, '_>) -> Option<String> {
    let data = node.attribute("data").unwrap_or_default();
    let text = match node.attribute("type")? {
        "person" => return None,
        "rfc-errata" => format!("RFC Errata {data}"),
        "text" if data.is_empty() => whole_text(node),
        _ => data.to_owned(),
    };
    Some(reference(&text)).filter(|text| !text.is_empty())
}

/// The text of a child, and of what is in it.
fn text(node: Node<'_, '_>, name: &'static str) -> String {
    children(node, name).next().map(whole_text).unwrap_or_default()
}

fn whole_text(node: Node<'_, '_>) -> String {
    node.descendants().filter_map(|node| node.is_text().then(|| node.text()).flatten()).collect()
}

fn children<'a, 'input>(
    node: Node<'a, 'input>,
    name: &'static str,
) -> impl Iterator<Item = Node<'a, 'input>> {
    node.children().filter(move |child| child.has_tag_name_of(name))
}

/// Names of elements, whatever their namespace.
trait HasName {
    fn has_tag_name_of(&self, name: &str) -> bool;
}

impl HasName for Node<'_, '_> {
    fn has_tag_name_of(&self, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name
    }
}

/// Reads the registry. The file contains no date.
fn read_csv(source: &str) -> Result<Registry, String> {
    let mut reader = ReaderBuilder::new().from_reader(source.as_bytes());
    let heads = reader.headers().map_err(|error| format!("this is not CSV: {error}"))?.clone();
    let column = |name: &str| {
        let found = heads.iter().position(|head| head.trim().eq_ignore_ascii_case(name));
        found.ok_or_else(|| {
            format!("this has no column `{name}`: is it IANA's close-code-number.csv?")
        })
    };
    let (value, meaning, references) =
        (column("Status Code")?, column("Meaning")?, column("Reference")?);
    let mut records = Vec::new();
    for line in reader.records() {
        let line = line.map_err(|error| format!("this is not CSV: {error}"))?;
        let (first, last) = codes(field(&line, value))?;
        records.push(Record {
            first,
            last,
            meaning: one_line(field(&line, meaning)),
            reference: bracketed(field(&line, references)),
            since: None,
        });
    }
    Ok(Registry { date: None, records, rules: Vec::new() })
}

fn field(line: &StringRecord, column: usize) -> &str {
    line.get(column).unwrap_or_default()
}

/// The references of `[RFC6455][RFC Errata 3227]`.
fn bracketed(text: &str) -> Vec<String> {
    let parts = text.split(['[', ']']).map(reference);
    parts.filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::read_xml;

    /// Each of these takes the parser minutes, and is refused before it begins.
    #[test]
    fn xml_takes_time_in_proportion_to_its_size() {
        let attributes: String = (0..100_000).map(|number| format!(" a{number}=\"\"")).collect();
        let spaced: String = (0..100_000).map(|number| format!(" a{number} =\n''")).collect();
        let namespaces: String =
            (0..20_000).map(|at| format!("<a xmlns:n{at}=\"{at}\">")).collect();
        for source in [format!("<a{attributes}/>"), format!("<a{spaced}/>"), namespaces] {
            let error = read_xml(&source).expect_err("it is refused");
            assert!(error.starts_with("it has "), "{error}");
        }
        let deep = "<a>".repeat(200_000) + &"</a>".repeat(200_000);
        let many = format!("<a>{}</a>", "<b c='' d=''/>".repeat(100_000));
        for source in [deep, many] {
            let error = read_xml(&source).expect_err("it is not IANA's");
            assert!(error.contains("no registry with the id"), "{error}");
        }
    }
}

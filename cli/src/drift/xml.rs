//! The registry in XML, IANA's own form of it.

use roxmltree::{Document, Node};

use super::registry::{Record, Registry, codes, one_line, reference};

/// The id of the registry inside the file, which holds other registries of WebSocket as well.
const ID: &str = "close-code-number";

/// Reads the registry. A document type is refused, since its entities can make a small file huge.
pub(super) fn read(source: &str) -> Result<Registry, String> {
    // The parser quotes what it found, which may be a control character.
    let document = Document::parse(source)
        .map_err(|error| format!("this is no XML: {}", crate::text::visible(&error.to_string())))?;
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

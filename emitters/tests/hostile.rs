//! Whatever a text holds, it shows as it was written and means nothing to the language around it.
//!
//! Here: JSON, Markdown and rustdoc. The unpublished `tests/web` hands the same table to the compilers of Rust
//! and TypeScript.

use close_code_codegen::model::Table;
use close_code_codegen::toml;
use close_code_codegen::{rust, rustdoc};
use close_code_emitters::docs::Source;
use close_code_emitters::documents::{self, File};
use close_code_emitters::markdown;
use close_code_emitters::typescript::{Behind, Module};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

const SOURCE: &str = include_str!("../../tests/web/hostile.toml");

#[test]
fn json_holds_every_text() {
    let table = table();
    let json: serde_json::Value = serde_json::from_str(&document(&table, "json")).expect("JSON");
    let head = table.head();
    assert_eq!(json["title"].as_str(), head.title.as_deref());
    assert_eq!(json["description"].as_str(), Some(&*head.description));
    let rows = json["rows"].as_array().expect("a list");
    assert_eq!(rows.len(), table.rows().len());
    for (json, row) in rows.iter().zip(table.rows()) {
        assert_eq!(json["meaning"], row.meaning);
        assert_eq!(json["label"], row.label);
        assert_eq!(json["description"], row.description());
        assert_eq!(json["reference"], serde_json::json!(row.reference()));
        assert_eq!(json["since"].as_str(), row.details.since.as_deref().map(String::as_str));
        assert_eq!(
            json["deprecated"].as_str(),
            row.details.deprecated.as_deref().map(String::as_str)
        );
    }
}

#[test]
fn markdown_shows_every_text() {
    let table = table();
    let blocks = blocks(&document(&table, "md"));
    let text = |block: &str| blocks.iter().any(|shown| shown == block);
    let head = table.head();
    assert!(text(&shown(head.title.as_ref().expect("a title"))), "{:?}", blocks[0]);
    for paragraph in paragraphs(&head.description) {
        assert!(text(&paragraph), "{paragraph}");
    }
    for row in table.rows() {
        assert!(text(&shown(&row.meaning)), "{}", row.meaning);
        // Once in the summary, once in the section.
        assert!(text(&shown(&row.label)), "{}", row.label);
        assert!(text(&format!("shown as: {}", shown(&row.label))), "{}", row.label);
        for paragraph in paragraphs(row.description()) {
            assert!(text(&paragraph), "{paragraph}");
        }
        assert!(
            text(&format!(
                "see: {}",
                row.reference().into_iter().map(shown).collect::<Vec<_>>().join(", ")
            )),
            "{:?}",
            row.reference()
        );
        for (name, value) in
            [("since", &row.details.since), ("deprecated", &row.details.deprecated)]
        {
            let value = shown(value.as_ref().expect("the table gives all texts"));
            assert!(text(&format!("{name}: {value}")), "{value}");
        }
    }
}

#[test]
fn markdown_holds_no_markup_of_the_table() {
    let page = document(&table(), "md");
    let (comment, page) = page.split_once("\n\n").expect("a first block");
    assert!(comment.starts_with("<!-- @generated") && comment.ends_with(" -->"));
    for event in Parser::new_ext(page, extensions()) {
        assert!(is_expected(&event), "{event:?}");
    }
}

#[test]
fn forges_show_every_text_and_no_markup_of_the_table() {
    let table = table();
    let mut options = comrak::Options::default();
    options.extension.autolink = true;
    options.extension.footnotes = true;
    options.extension.math_dollars = true;
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.tasklist = true;
    options.render.r#unsafe = true;
    let html = comrak::markdown_to_html(&document(&table, "md"), &options);
    let (comment, html) = html.split_once('\n').expect("lines");
    assert!(comment.starts_with("<!-- @generated"));

    let mut visible = String::new();
    for part in html.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        assert!(is_expected_tag(tag), "<{tag}>");
        visible.push_str(text);
    }
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    let visible = entities.iter().fold(visible, |text, (entity, of)| text.replace(entity, of));
    let head = table.head();
    assert!(visible.contains(&shown(head.title.as_ref().expect("a title"))));
    for row in table.rows() {
        let texts = [&row.meaning, &row.label].map(|text| shown(text));
        let references = row.reference().into_iter().map(shown);
        for text in references.chain(texts).chain(paragraphs(row.description())) {
            assert!(visible.contains(&text), "{text}");
        }
    }
}

/// Whether what stands between angle brackets is a tag of the page's own markup.
fn is_expected_tag(tag: &str) -> bool {
    let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
    let address = attributes.strip_prefix("href=\"").and_then(|rest| rest.strip_suffix('"'));
    match name.trim_start_matches('/') {
        "a" => name == "/a" || address.is_some_and(is_expected_address),
        "th" | "td" => attributes.is_empty() || attributes == "align=\"right\"",
        "h1" | "h2" | "h3" | "p" | "ul" | "li" | "table" | "thead" | "tbody" | "tr" | "strong"
        | "em" | "code" | "" => attributes.is_empty(),
        // A comment parts a mail address.
        "!--" => attributes == "--",
        _ => false,
    }
}

/// Whether a link leads to a section, or to an address that is a reference by itself.
fn is_expected_address(address: &str) -> bool {
    let known = ["#", "https://k.example/"];
    known.iter().any(|start| address.starts_with(start))
}

#[test]
fn the_front_page_shows_every_label_and_holds_no_markup_of_the_table() {
    let table = table();
    let page = rustdoc::emit(&table);
    for event in Parser::new_ext(&page, extensions()) {
        assert!(is_expected(&event), "{event:?}");
    }
    let blocks = blocks(&page);
    for row in table.rows() {
        assert!(blocks.contains(&shown(&row.label)), "{}", row.label);
    }
}

#[test]
fn rustdoc_shows_every_text_and_no_markup_of_the_table() {
    let table = table();
    let pages = rustdoc(&rust::emit(&table, &rust::Options::default()));
    for event in pages.iter().flat_map(|page| Parser::new_ext(page, extensions())) {
        assert!(is_expected(&event), "{event:?}");
    }
    let blocks: Vec<_> = pages.iter().flat_map(|page| blocks(page)).collect();
    let text = |shown: &str| blocks.iter().any(|block| block.contains(shown));
    for row in table.rows() {
        let meaning = format!(": {}", shown(&row.meaning));
        assert!(text(&meaning), "{meaning}");
        let since = shown(row.details.since.as_ref().expect("the table gives all texts"));
        assert!(text(&format!("Since {since}.")), "{since}");
        let note = shown(row.details.deprecated.as_ref().expect("the table gives all texts"));
        assert!(text(&note), "{note}");
        for paragraph in paragraphs(row.description()) {
            assert!(text(&paragraph), "{paragraph}");
        }
    }
}

/// What rustdoc reads as Markdown: the documentation of each item, and the note of one that goes away.
fn rustdoc(rust: &str) -> Vec<String> {
    let mut pages = vec![String::new()];
    for line in rust.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("///") {
            let page = pages.last_mut().expect("one at least");
            page.push_str(text.strip_prefix(' ').unwrap_or(text));
            page.push('\n');
            continue;
        }
        let note =
            line.strip_prefix("#[deprecated(note = ").and_then(|rest| rest.strip_suffix(")]"));
        let note = note.map(|text| syn::parse_str::<syn::LitStr>(text).expect("a string").value());
        pages.extend(note);
        pages.push(String::new());
    }
    pages
}

#[test]
fn modules_can_stand_in_a_script_element() {
    for ending in ["ts", "js", "d.ts"] {
        let module = document(&table(), ending).to_lowercase();
        for end in ["</script", "<!--"] {
            assert!(!module.contains(end), "{ending}: {end}");
        }
    }
}

#[test]
fn the_command_in_a_module_can_be_pasted() {
    let table = table();
    let source = &Source::new("*/</script><!-- it's.toml");
    let module = Module { table: &table, protocol: None, behind: Behind::Included, source };
    for file in documents::files(&module, "hostile") {
        if [".ts", ".js"].iter().any(|ending| file.name.ends_with(ending)) {
            let command = r"run `close-code generate '*''/<''/script><''!-- it'\''s.toml'`";
            assert!(file.contents.contains(command), "{}", file.contents);
        }
    }
}

#[test]
fn forges_make_no_link_of_a_mail_address() {
    let mut options = comrak::Options::default();
    options.extension.autolink = true;
    options.render.r#unsafe = true;
    for text in [
        "a@b.example",
        "a@_b.example",
        "a@-b.example",
        "a@+b.example",
        "a@@b.example",
        "a.b@a.b@a.b@a.b",
        "(a@b.example)",
        "mailto:a@b.example",
        "xmpp:a@b.example/c",
        "a@é.example @b @ c",
    ] {
        let html = comrak::markdown_to_html(&markdown::text(text), &options);
        assert_eq!(html.replace("<!-- -->", ""), format!("<p>{text}</p>\n"));
    }
}

/// Whether an event is of the page's own markup.
fn is_expected(event: &Event<'_>) -> bool {
    match event {
        Event::Start(Tag::Link { dest_url, .. }) => {
            // The front page's links are for rustdoc.
            is_expected_address(dest_url)
                || ["CloseCode::", "Hostile::"].iter().any(|of| dest_url.starts_with(of))
        }
        Event::Start(tag) => matches!(
            tag,
            Tag::Heading { .. }
                | Tag::Paragraph
                | Tag::List(None)
                | Tag::Item
                | Tag::Strong
                | Tag::Emphasis
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell
        ),
        // Names stand in code, and no text of the table does.
        Event::Code(code) => !code.contains(['*', '<', '|', '"']),
        Event::InlineHtml(html) => &**html == "<!-- -->",
        Event::End(_) | Event::SoftBreak | Event::Text(_) => true,
        _ => false,
    }
}

/// What forges and rustdoc read beyond the common standard of Markdown.
fn extensions() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_HEADING_ATTRIBUTES
}

/// The text of every heading, paragraph, item and cell.
fn blocks(page: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for event in Parser::new_ext(page, extensions()) {
        match event {
            Event::Text(text) | Event::Code(text) => {
                blocks.last_mut().expect("one block").push_str(&text);
            }
            Event::SoftBreak => blocks.last_mut().expect("one block").push(' '),
            Event::End(
                TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell,
            ) => blocks.push(String::new()),
            _ => {}
        }
    }
    blocks
}

/// A text as a page shows it: white space is single spaces.
fn shown(text: &str) -> String {
    text.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

fn paragraphs(text: &str) -> Vec<String> {
    text.split("\n\n").map(shown).collect()
}

fn table() -> Table {
    toml::read(SOURCE).expect("the table is in order")
}

fn document(table: &Table, ending: &str) -> String {
    let name = format!("hostile.{ending}");
    let source = &Source::new("--><script>alert(1)</script> */ --!> \n`$(x)`\u{202e}.toml");
    let module = Module { table, protocol: None, behind: Behind::Included, source };
    let files = documents::files(&module, "hostile");
    let file = files.into_iter().find(|File { name: other, .. }| *other == name);
    file.expect("a document with this ending").contents
}

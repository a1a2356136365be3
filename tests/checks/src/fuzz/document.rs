//! What holds for every document, whatever the texts of its table are.

use close_code_codegen::model::Table;
use close_code_emitters::documents::File;
use oxc_allocator::Allocator;
use oxc_parser::Parser as ScriptParser;
use oxc_span::SourceType;
use pulldown_cmark::{Event, Options, Parser, Tag};

/// A document is what its ending says, and no text of the table has become part of its structure.
pub(super) fn is_well_formed(table: &Table, file: &File) {
    assert!(file.contents.ends_with('\n') && !file.contents.contains('\r'), "{}", file.name);
    match file.name.split_once('.').map_or("", |(_, ending)| ending) {
        "json" => json(table, &file.contents),
        "codes.json" => schema(&file.contents),
        "md" => markdown(&file.contents),
        "ts" => script(&file.contents, SourceType::ts()),
        "js" => script(&file.contents, SourceType::mjs()),
        "d.ts" => script(&file.contents, SourceType::d_ts()),
        other => panic!("nothing is known about `.{other}`"),
    }
}

/// The file is JSON, and has every text as it was.
fn json(table: &Table, text: &str) {
    let json: serde_json::Value = match serde_json::from_str(text) {
        Ok(json) => json,
        Err(error) => panic!("{error} in {text}"),
    };
    let rows = json["rows"].as_array().map_or(&[][..], Vec::as_slice);
    assert_eq!(rows.len(), table.rows().len());
    for (json, row) in rows.iter().zip(table.rows()) {
        assert_eq!(json["name"], row.name);
        assert_eq!(json["meaning"], row.meaning);
        assert_eq!(json["label"], row.label);
        assert_eq!(json["description"], row.description());
    }
}

/// The file is JSON.
fn schema(text: &str) {
    assert!(serde_json::from_str::<serde_json::Value>(text).is_ok(), "{text}");
}

/// The page has no HTML but the notice at its top, no image, and links to its own sections and to the
/// web alone.
fn markdown(text: &str) {
    for (event, at) in Parser::new_ext(text, Options::all()).into_offset_iter() {
        match event {
            Event::Html(html) => {
                assert!(at.start == 0 && html.starts_with("<!-- "), "{html:?} in {text}");
                assert_eq!(html.find("-->"), Some(html.trim_end().len() - 3), "{html:?}");
            }
            // It parts a mail address.
            Event::InlineHtml(html) if &*html == "<!-- -->" => {}
            Event::InlineHtml(html) => panic!("{html:?} in {text}"),
            Event::Start(Tag::Image { .. }) => panic!("an image in {text}"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let is_ours =
                    ["#", "https://", "http://"].iter().any(|start| dest_url.starts_with(start));
                assert!(is_ours, "{dest_url:?} in {text}");
            }
            _ => {}
        }
    }
}

/// The module has declarations and exports and runs nothing else.
fn script(text: &str, kind: SourceType) {
    let allocator = Allocator::default();
    let parsed = ScriptParser::new(&allocator, text, kind).parse();
    assert!(
        !parsed.panicked && parsed.diagnostics.is_empty(),
        "{:?} in {text}",
        parsed.diagnostics
    );
    for statement in &parsed.program.body {
        let is_export = statement.as_module_declaration().is_some_and(|module| !module.is_import());
        assert!(is_export || statement.is_declaration(), "{statement:?} in {text}");
    }
}

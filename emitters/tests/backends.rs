//! The documents of three tables are what they were: `BLESS=1` accepts what they are now. And of every
//! table in the repository, what holds for all documents.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use close_code_codegen::model::Table;
use close_code_codegen::toml;
use close_code_emitters::docs::{Source, source};
use close_code_emitters::documents::{self, File, Format};
use close_code_emitters::typescript::{Behind, Module};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

#[test]
fn documents_are_what_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goldens");
    let mut expected = HashSet::new();
    for path in golden_tables() {
        for file in documents(&path) {
            let golden = folder.join(&file.name);
            if env::var_os("BLESS").is_some() {
                fs::write(&golden, &file.contents).expect("the golden is writable");
            }
            let text = fs::read_to_string(&golden).unwrap_or_default();
            assert_eq!(
                file.contents,
                text,
                "{} differs; `BLESS=1 cargo test` accepts it",
                golden.display()
            );
            expected.insert(golden);
        }
    }
    assert_eq!(expected.len(), 3 * 6, "three tables, each with six documents");
    for entry in fs::read_dir(&folder).expect("the goldens are there") {
        let path = entry.expect("an entry").path();
        let generated = [".md", ".json", ".ts", ".js"];
        let name = path.to_string_lossy().into_owned();
        let is_ours = generated.iter().any(|ending| name.ends_with(ending));
        assert!(!is_ours || expected.contains(&path), "{name} belongs to no table");
    }
}

#[test]
fn every_document_says_that_it_is_generated_and_how() {
    for path in every_table() {
        let name = file_name(&path);
        for file in documents(&path) {
            let notice = format!(
                "{} from {name}: edit that file, then run `close-code generate {name}`",
                source::MARKER
            );
            let top: String = file.contents.lines().take(3).collect();
            assert!(top.contains(&notice), "{}: {top}", file.name);
        }
    }
}

#[test]
fn lines_end_in_a_line_feed_on_every_system() {
    for path in every_table() {
        let unix = read(&path);
        let windows = unix.replace('\n', "\r\n");
        let name = file_name(&path);
        let (stem, _) = name.split_once('.').expect("an ending");
        let of = |source: &str| files(&table(source), None, stem, &name);
        assert_eq!(of(&unix), of(&windows), "{name}");
        assert_eq!(of(&unix), of(&unix), "{name}");
        for File { name, contents, .. } in of(&windows) {
            assert!(!contents.contains('\r'), "{name}");
            assert!(contents.ends_with('\n') && !contents.ends_with("\n\n"), "{name}");
            let trailing = contents.lines().find(|line| line.ends_with([' ', '\t']));
            assert_eq!(trailing, None, "{name}");
        }
    }
}

#[test]
fn json_says_what_the_table_says() {
    for path in every_table() {
        let table = table(&read(&path));
        let json = contents(&path, "json");
        let json: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(json["version"], 1);
        assert_eq!(json["name"], table.head().name);
        let rows = json["rows"].as_array().expect("a list");
        assert_eq!(rows.len(), table.rows().len());
        for (json, row) in rows.iter().zip(table.rows()) {
            let (first, last) = row.span().expect("numbers");
            let flags = row.flags.expect("a table in TOML has flags");
            assert_eq!(json["codes"], serde_json::json!([first, last]));
            assert_eq!(json["name"], row.name);
            assert_eq!(json["constant"].as_str(), row.single().map(|_| row.constant.as_str()));
            assert_eq!(json["class"].as_str(), row.class.as_deref());
            assert_eq!(json["meaning"], row.meaning);
            assert_eq!(json["label"], row.label);
            assert_eq!(json["description"], row.description());
            assert_eq!(json["wire"], flags.wire);
            assert_eq!(json["local"], flags.local);
            assert_eq!(json["script"], flags.script);
            assert_eq!(json["reference"], serde_json::json!(row.reference()));
            assert_eq!(json["since"].as_str(), row.details.since.as_deref().map(String::as_str));
            assert_eq!(
                json["deprecated"].as_str(),
                row.details.deprecated.as_deref().map(String::as_str)
            );
        }
    }
}

/// The address of a heading, as code forges make it.
fn slug(heading: &str) -> String {
    let kept = |character: &char| character.is_alphanumeric() || " -_".contains(*character);
    heading.to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-")
}

#[test]
fn every_row_has_a_section_and_every_link_in_the_page_leads_to_one() {
    for path in every_table() {
        let page = contents(&path, "md");
        let mut links = HashSet::new();
        let mut headings = Vec::new();
        let mut heading = None;
        for event in Parser::new_ext(&page, Options::ENABLE_TABLES) {
            match event {
                Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with('#') => {
                    links.insert(dest_url[1..].to_owned());
                }
                Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
                Event::Text(text) => heading.iter_mut().for_each(|heading| heading.push_str(&text)),
                Event::End(TagEnd::Heading(_)) => headings.extend(heading.take()),
                _ => {}
            }
        }
        let addresses: HashSet<_> = headings.iter().map(|heading| slug(heading)).collect();
        assert_eq!(addresses.len(), headings.len(), "two sections with one address: {headings:?}");
        assert_eq!(links.len(), table(&read(&path)).rows().len());
        assert!(links.is_subset(&addresses), "{:?}", links.difference(&addresses));
    }
}

#[test]
fn formats_have_names() {
    for format in Format::ALL {
        assert_eq!(format.name().parse(), Ok(format));
    }
    let error = "html5".parse::<Format>().expect_err("no such format");
    assert!(error.to_string().ends_with("markdown, json, typescript, javascript, schema"));
}

/// All tables of the repository.
fn every_table() -> Vec<PathBuf> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = vec![package.join("../codes.toml")];
    paths.extend(tables_in(&package.join("../tables")));
    paths.extend(golden_tables());
    assert!(paths.len() > 4, "the tables are there");
    paths
}

/// The tables whose generated Rust is a golden too.
fn golden_tables() -> Vec<PathBuf> {
    tables_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../codegen/tests/goldens"))
}

fn golden_table(stem: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../codegen/tests/goldens/{stem}.toml"))
}

fn tables_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<_> =
        paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml")).collect();
    paths.sort();
    paths
}

fn file_name(path: &Path) -> String {
    path.file_name().expect("a name").to_string_lossy().into_owned()
}

/// A table's source, whatever the checkout made of its line ends.
fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("the table is there").replace("\r\n", "\n")
}

fn table(source: &str) -> Table {
    toml::read(source).expect("the table is in order")
}

fn documents(path: &Path) -> Vec<File> {
    let name = file_name(path);
    let (stem, _) = name.split_once('.').expect("an ending");
    // One table comes with the built-in rows.
    let protocol = (stem == "policies").then(|| table(&read(&golden_table("registry"))));
    files(&table(&read(path)), protocol.as_ref(), stem, &name)
}

fn files(table: &Table, protocol: Option<&Table>, stem: &str, name: &str) -> Vec<File> {
    let source = &Source::new(name);
    documents::files(&Module { table, protocol, behind: Behind::Included, source }, stem)
}

fn contents(path: &Path, ending: &str) -> String {
    let files = documents(path);
    let file = files.iter().find(|file| file.name.ends_with(&format!(".{ending}")));
    file.expect("a document with this ending").contents.clone()
}

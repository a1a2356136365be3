//! The page, without a browser: what every row comes to in it.

use std::collections::{BTreeSet, HashSet};
use std::sync::LazyLock;

use close_code_codegen::model::Table;
use close_code_codegen::naming;
use close_code_codegen::toml;
use close_code_emitters::compat::Compat;
use close_code_emitters::docs::{Source, entry};
use close_code_emitters::html::{self, Application, Document};

fn built_in() -> Table {
    toml::read(include_str!("../../codes.toml")).expect("codes.toml is in order")
}

fn facts() -> Compat {
    Compat::read(include_str!("../../compat.toml")).expect("compat.toml is in order")
}

fn document<'a>(
    table: &'a Table,
    applications: &'a [Application<'a>],
    compat: Option<&'a Compat>,
) -> Document<'a> {
    static SOURCE: LazyLock<Source> = LazyLock::new(|| Source::new("codes.toml"));
    Document {
        table,
        source: &SOURCE,
        protocol: None,
        built_in: true,
        applications,
        compat,
        libraries: None,
    }
}

fn page(table: &Table, applications: &[Application<'_>], compat: Option<&Compat>) -> String {
    html::emit(&document(table, applications, compat))
}

#[test]
fn every_row_has_a_card_with_its_constant() {
    let table = built_in();
    let page = page(&table, &[], None);
    for entry in entry::entries(&table) {
        let id = format!("<article class=\"card\" id=\"{}\"", entry.codes());
        assert_eq!(page.matches(&id).count(), 1, "{id}");
        if entry.is_single() {
            let constant = format!("<code>CloseCode::{}</code>", entry.row.constant);
            assert_eq!(page.matches(&constant).count(), 1, "{constant}");
        }
    }
}

#[test]
fn a_range_comes_after_the_codes_that_stand_on_it() {
    let page = page(&built_in(), &[], None);
    let at = |id: &str| page.find(&format!("<article class=\"card\" id=\"{id}\"")).expect(id);
    assert!(at("0-999") < at("1000"));
    assert!(at("1015") < at("1000-2999"));
    assert!(at("1000-2999") < at("3000"));
    assert!(at("3008") < at("3000-3999"));
}

#[test]
fn what_receivers_do_is_next_to_a_code_and_on_a_page_of_its_own() {
    let (table, compat) = (built_in(), facts());
    let index = page(&table, &[], Some(&compat));
    let accepting = compat.receivers.iter().filter(|peer| peer.accepts(1014)).count();
    let tally =
        format!("{accepting} of {}</a> implementations, but not by ", compat.receivers.len());
    assert!(index.contains(&tally), "{tally}");
    for api in &compat.apis {
        assert!(index.contains(&format!("id=\"api-{}\"", api.id)), "{}", api.id);
    }
    let page = html::implementations(&document(&table, &[], Some(&compat)));
    for peer in &compat.receivers {
        assert!(page.contains(&format!("id=\"receiver-{}\"", peer.id)), "{}", peer.id);
    }
    for peer in &compat.senders {
        assert!(page.contains(&format!("id=\"sender-{}\"", peer.id)), "{}", peer.id);
    }
    for library in &compat.libraries {
        assert!(page.contains(&format!("id=\"library-{}\"", library.id)), "{}", library.id);
    }
    for link in index.split("href=\"implementations.html#").skip(1) {
        let id = link.split('"').next().expect("a quote");
        assert!(page.contains(&format!("id=\"{id}\"")), "{id}");
    }
}

#[test]
fn as_many_receivers_are_named_as_are_counted() {
    let index = page(&built_in(), &[], Some(&facts()));
    let (_, card) = index.split_once("<article class=\"card\" id=\"1000-2999\"").expect("a card");
    let (_, tally) = card.split_once("Accepted in a Close frame by").expect("a tally");
    let (counted, named) = tally.split_once(" of ").expect("a count");
    let counted = counted.rsplit_once('>').and_then(|(_, number)| number.parse().ok());
    let (named, others) = named.split_once("; some of these codes also by").expect("others");
    assert_eq!(Some(named.matches("#receiver-").count()), counted);
    assert!(others.starts_with(" <a href=\"implementations.html#receiver-mint"), "{others:.80}");
}

#[test]
fn every_row_of_a_protocol_has_the_same_address_on_both_pages() {
    let table = built_in();
    let applications = ["bad-gateway", "codes"].map(|id| Application { id, table: &table });
    let index = page(&table, &applications, None);
    let whole = html::protocols(&document(&table, &applications, None));
    let links: Vec<_> = index.split("href=\"protocols.html#").skip(1).collect();
    assert_eq!(links.len(), 2 * table.rows().len());
    for link in links {
        let id = link.split('"').next().expect("a quote");
        assert!(whole.contains(&format!("<tr id=\"{id}\"")), "{id}");
    }
}

#[test]
fn the_overview_has_a_sentence_and_advice_for_every_code() {
    let page = page(&built_in(), &[], None);
    let (_, overview) = page.split_once("class=\"overview\"").expect("the overview");
    let overview = overview.split_once("</table>").expect("its end").0;
    for row in overview.split("<tr data-row").skip(1) {
        let sentence = row.split("class=\"short-text\">").nth(1).expect("a sentence");
        let sentence = sentence.split('<').next().expect("its end");
        assert!((8..=13).contains(&sentence.split(' ').count()), "{sentence}");
        assert!(!row.contains("not specified</span></td>"), "{row}");
        assert!(!row.contains("<td class=\"wide\"></td>"), "{row}");
    }
}

#[test]
fn without_facts_and_applications_there_is_no_empty_section() {
    let page = page(&built_in(), &[], None);
    for id in ["applications", "browsers"] {
        assert!(!page.contains(&format!("<section id=\"{id}\"")), "{id}");
        assert!(!page.contains(&format!("<a href=\"#{id}\"")), "{id}");
    }
}

#[test]
fn a_card_has_the_keys_of_the_author() {
    let table = include_str!("../../codegen/tests/goldens/corners.toml");
    let page = page(&toml::read(table).expect("the table is in order"), &[], None);
    for pair in ["<dt>log level</dt><dd>warn</dd>", "<dt>icon</dt><dd>*door* &#60;closed&#62;</dd>"]
    {
        assert!(page.contains(pair), "{pair}");
    }
}

/// The README's examples are tested as documentation.
#[test]
fn the_example_in_rust_is_the_first_of_the_readme() {
    let example = include_str!("../templates/howto/matching.rs");
    assert!(include_str!("../../README.md").contains(example));
}

#[test]
fn two_tables_share_no_address() {
    let table = built_in();
    // A table whose name is that of a row of another, and of a section of the page.
    let applications =
        ["bad-gateway", "codes", "codes"].map(|id| Application { id, table: &table });
    let page = page(&table, &applications, None);
    for id in ["bad-gateway", "codes", "codes-1006", "1006", "abnormal-closure"] {
        assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn the_policy_names_what_is_in_the_page() {
    let page = page(&built_in(), &[], None);
    assert_eq!(page.matches("<script").count(), 1);
    assert_eq!(page.matches("<style>").count(), 2);
    assert_eq!(page.matches("'sha256-").count(), 3);
    assert!(!page.contains("unsafe-"));
    assert!(page.lines().all(|line| !line.ends_with('\r')));
}

/// A table whose rows have the names of everything on the page, and of what is next to it.
#[test]
fn no_row_takes_an_id_of_the_page() {
    let (table, compat) = (built_in(), facts());
    let applications = [Application { id: "discord", table: &table }];
    let usual = document(&table, &applications, Some(&compat));
    let pages = [html::emit(&usual), html::protocols(&usual), html::implementations(&usual)];
    let names: BTreeSet<String> =
        pages.iter().flat_map(|page| ids(page)).filter_map(|id| naming::variant(&id)).collect();
    let mut source =
        "[table]\nname = \"Any\"\ntitle = \"Any\"\ndescription = \"Any.\"\n".to_owned();
    for (code, name) in (4000..).zip(names.iter().filter(|name| !naming::is_keyword(name))) {
        source.push_str(&format!("[[code]]\ncode = {code}\nname = \"{name}\"\n"));
    }
    let hostile = toml::read(&source).unwrap_or_else(|problems| panic!("{problems:?}"));
    assert!(hostile.rows().len() > 100);
    // A table of the user's has a name as well.
    for id in ["discord", "api", "receiver", "box", "codes"] {
        let applications = [Application { id, table: &hostile }];
        let document = document(&hostile, &applications, Some(&compat));
        for page in [html::emit(&document), html::protocols(&document)] {
            let mut seen = HashSet::new();
            for id in ids(&page) {
                assert!(seen.insert(id.clone()), "{id} is there twice");
            }
        }
    }
}

/// The ids of a page's elements.
fn ids(page: &str) -> Vec<String> {
    let attributes = page.split(" id=\"").skip(1);
    attributes.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

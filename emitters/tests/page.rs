//! The page, without a browser: what every row comes to in it.

use close_code_codegen::model::Table;
use close_code_codegen::toml;
use close_code_emitters::compat::{self, Compat};
use close_code_emitters::docs::{Source, entry};
use close_code_emitters::html::{self, Application, Document};

fn built_in() -> Table {
    toml::read(include_str!("../../codes.toml")).expect("codes.toml is in order")
}

fn facts() -> Compat {
    compat::read(include_str!("../../compat.toml")).expect("compat.toml is in order")
}

fn page(table: &Table, applications: &[Application<'_>], compat: Option<&Compat>) -> String {
    html::emit(&Document {
        table,
        source: &Source::new("codes.toml"),
        protocol: None,
        built_in: true,
        applications,
        compat,
        libraries: None,
    })
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
fn what_receivers_do_stands_beside_a_code() {
    let compat = facts();
    let page = page(&built_in(), &[], Some(&compat));
    let accepting = compat.receivers.iter().filter(|peer| peer.accepts(1014)).count();
    let tally = format!("{accepting} of {}</a> accept it; not ", compat.receivers.len());
    assert!(page.contains(&tally), "{tally}");
    for peer in &compat.receivers {
        assert!(page.contains(&format!("id=\"receiver-{}\"", peer.id)), "{}", peer.id);
    }
    for peer in &compat.senders {
        assert!(page.contains(&format!("id=\"sender-{}\"", peer.id)), "{}", peer.id);
    }
    for library in &compat.libraries {
        assert!(page.contains(&format!("id=\"library-{}\"", library.id)), "{}", library.id);
    }
    for api in &compat.apis {
        assert!(page.contains(&format!("id=\"api-{}\"", api.id)), "{}", api.id);
    }
}

#[test]
fn without_facts_and_applications_there_is_no_empty_section() {
    let page = page(&built_in(), &[], None);
    for id in ["applications", "receivers", "senders", "libraries", "browsers"] {
        assert!(!page.contains(&format!("<section id=\"{id}\"")), "{id}");
        assert!(!page.contains(&format!("<a href=\"#{id}\"")), "{id}");
    }
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

//! What every page tells, whatever the tables say.

use close_code_emitters::docs::entry;

use super::page;
use crate::explain::question::Question;
use crate::explain::read;
use crate::explain::tables::Tables;
use crate::text::width;

fn tables() -> Tables {
    Tables::new(None).expect("the embedded tables are valid")
}

/// The page of a code, as one line.
fn told(tables: &Tables, code: u16) -> String {
    let page = pages(tables, &code.to_string(), 80);
    page.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pages(tables: &Tables, text: &str, columns: usize) -> String {
    let questions = read::read(text, tables).expect("it is understood");
    let page = questions
        .iter()
        .map(|question| page(&tables.answer(question), columns))
        .collect::<String>();
    let mut plain = String::new();
    let mut rest = page.as_str();
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = after.split_once('m').map_or("", |(_, rest)| rest);
    }
    plain + rest
}

/// The first and the last code of every row of every table, and their neighbours.
fn edges(tables: &Tables) -> Vec<u16> {
    let rows: Vec<_> = tables.all().flat_map(|table| entry::entries(&table.table)).collect();
    let mut codes: Vec<u16> = rows
        .iter()
        .flat_map(|row| {
            [row.first.saturating_sub(1), row.first, row.last, row.last.saturating_add(1)]
        })
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

#[test]
fn every_page_fits_its_terminal() {
    let tables = tables();
    for code in edges(&tables) {
        for columns in [20, 40, 59, 60, 80, 200] {
            let page = pages(&tables, &code.to_string(), columns);
            assert!(page.contains(&format!("{code} ")), "{page}");
            // Addresses belong together, and no label of theirs stands alone.
            let (_, references) = page.split_once("\nReferences").unwrap_or_default();
            assert!(!references.contains("\n\n  http"), "{code} at {columns}: {page}");
            for line in page.lines() {
                let fits = width(line) <= columns.min(super::WIDEST);
                // An address stays whole.
                assert!(
                    fits || line.split_whitespace().count() <= 2,
                    "{code} at {columns}: {line:?}"
                );
                assert_eq!(line, line.trim_end());
            }
        }
    }
}

#[test]
fn what_nobody_sends_is_told() {
    let tables = tables();
    for code in edges(&tables) {
        let (page, flags) =
            (told(&tables, code), tables.built_in.entry(code).expect("a row for every code").flags);
        assert_eq!(
            page.contains("Who sent it? Nobody: your library or browser reports it."),
            flags.local,
            "{code}"
        );
        assert_eq!(page.contains("May I send it? No."), !flags.wire, "{code}");
        assert_eq!(page.contains("May I send it? Yes"), flags.wire, "{code}");
        assert_eq!(
            page.contains("In a browser, WebSocket.close() accepts it."),
            flags.script,
            "{code}"
        );
    }
    assert!(told(&tables, 1006).contains("so search their logs by time"));
}

#[test]
fn those_who_refuse_a_valid_code_are_told() {
    let tables = tables();
    let compat = crate::compat::embedded().expect("the facts are valid");
    for code in [1000, 1012, 1013, 1014, 3000, 4000] {
        let page = told(&tables, code);
        let refusing = compat.receivers.iter().filter(|receiver| !receiver.accepts(code)).count();
        let number = format!("Refused by {refusing} of {} implementations", compat.receivers.len());
        assert_eq!(page.contains(&number), refusing > 0, "{code}: {page}");
        let (_, told) = page.split_once("Refused by").unwrap_or_default();
        for receiver in &compat.receivers {
            let name = receiver.name.split_whitespace().collect::<Vec<_>>().join(" ");
            let is_named =
                [",", " (", ". "].iter().any(|end| told.contains(&format!(" {name}{end}")));
            assert_eq!(is_named, !receiver.accepts(code), "{code}, {name}: {page}");
        }
    }
    assert!(
        compat.receivers.iter().any(|receiver| !receiver.accepts(1012)),
        "or nothing was tested"
    );
}

/// Of a registered code the protocols that mean what the registry does are counted.
#[test]
fn what_known_tables_say_is_told() {
    let tables = tables();
    for table in &tables.known {
        for row in entry::entries(&table.table) {
            let page = told(&tables, row.first);
            let own = tables.built_in.entry(row.first).expect("a row for every code");
            let is_counted =
                row.first < 3000 && own.is_single() && super::says_the_same(&own, &row);
            assert_eq!(page.contains(&format!(" {}", table.name)), !is_counted, "{page}");
            assert!(!is_counted || page.contains("more use it as registered"), "{page}");
        }
    }
}

#[test]
fn a_name_that_only_known_tables_have_is_found_in_all_of_them() {
    let tables = tables();
    for table in &tables.known {
        for row in entry::entries(&table.table).iter().filter(|row| row.is_single()) {
            let name = &row.row.name;
            if tables.built_in.code_named(name).is_some() {
                continue;
            }
            let page = pages(&tables, name, 80);
            assert!(page.contains(&format!("({})", table.name)), "{name}: {page}");
        }
    }
}

#[test]
fn every_name_of_the_built_in_table_is_understood() {
    let tables = tables();
    for row in entry::entries(&tables.built_in.table).iter().filter(|row| row.is_single()) {
        for name in [&row.row.name, &row.row.constant, &row.row.label, &row.row.meaning] {
            let questions = read::read(name, &tables).expect("it is understood");
            assert_eq!(
                questions.iter().filter_map(Question::code).collect::<Vec<_>>(),
                [row.first],
                "{name}"
            );
        }
    }
}

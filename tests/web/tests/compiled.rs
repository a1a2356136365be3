//! The compiled table says what the table says: each of its texts, and for every code the row
//! of the narrowest range around it.

use core::time::Duration;

use close_code::{CloseCode, Entry, Reconnect};
use close_code_codegen::model::{self, Row};
use close_code_codegen::toml;
use close_code_web_tests::TABLES;

#[test]
fn rows_hold_what_was_written() {
    assert!(TABLES.len() > 10, "the tables are where they are looked for");
    assert!(TABLES.iter().any(|table| table.name == "hostile"));
    for compiled in TABLES {
        let table = toml::read(compiled.source).expect("the table is in order");
        assert_eq!(compiled.rows.len(), table.rows().len(), "{}", compiled.name);
        for (entry, row) in compiled.rows.iter().zip(table.rows()) {
            assert_same(entry, row, compiled.name);
        }
    }
}

#[test]
fn every_code_is_of_its_narrowest_row() {
    for compiled in TABLES {
        let table = toml::read(compiled.source).expect("the table is in order");
        let spans: Vec<_> = table.rows().iter().map(|row| row.span().expect("its codes")).collect();
        for code in 0..=u16::MAX {
            let holding = spans
                .iter()
                .enumerate()
                .filter(|(_, (first, last))| (first..=last).contains(&&code));
            // Of two that are as narrow the later: a code comes after a range of that code alone.
            let narrowest = holding.rev().min_by_key(|(_, (first, last))| last - first);
            let entry = (compiled.entry)(CloseCode::new(code));
            let expected = narrowest.map(|(position, _)| compiled.rows[position]);
            assert_eq!(entry.copied(), expected, "{code} in {}", compiled.name);
        }
    }
}

fn assert_same(entry: &Entry, row: &Row, of: &str) {
    let name = &row.name;
    assert_eq!(entry.name(), name, "{of}");
    assert_eq!(Some((entry.first().get(), entry.last().get())), row.span(), "{of}: {name}");
    assert_eq!(entry.class(), row.class.as_deref(), "{of}: {name}");
    assert_eq!(entry.meaning(), row.meaning, "{of}: {name}");
    assert_eq!(entry.label(), row.label, "{of}: {name}");
    assert_eq!(entry.description(), row.description(), "{of}: {name}");
    assert_eq!(entry.reference(), row.reference(), "{of}: {name}");
    assert_eq!(entry.since(), row.details.since.as_deref().map(String::as_str), "{of}: {name}");
    assert_eq!(
        entry.deprecated(),
        row.details.deprecated.as_deref().map(String::as_str),
        "{of}: {name}"
    );
    let flags = row.flags.expect("a table in TOML has flags");
    assert_eq!(entry.is_valid_on_wire(), flags.wire, "{of}: {name}");
    assert_eq!(entry.is_local_only(), flags.local, "{of}: {name}");
    assert_eq!(entry.is_settable_by_script(), flags.script, "{of}: {name}");
    assert_eq!(format!("{:?}", entry.sender()), format!("{:?}", row.sender), "{of}: {name}");
    assert_eq!(entry.reconnect(), reconnect(row.reconnect), "{of}: {name}");
}

fn reconnect(of: model::Reconnect) -> Reconnect {
    let seconds = |seconds: u32| Duration::from_secs(seconds.into());
    match of {
        model::Reconnect::Unspecified => Reconnect::Unspecified,
        model::Reconnect::Never => Reconnect::Never,
        model::Reconnect::AfterChange => Reconnect::AfterChange,
        model::Reconnect::Immediately => Reconnect::Immediately,
        model::Reconnect::Backoff => Reconnect::Backoff,
        model::Reconnect::After { min, max } => {
            Reconnect::After { min: seconds(min), max: seconds(max) }
        }
    }
}

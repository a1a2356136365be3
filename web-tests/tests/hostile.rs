//! Rust holds every text of the hostile table as it was written.

use close_code::CloseCodeRange;
use close_code_codegen::toml;
use close_code_web_tests::Hostile;

#[test]
fn rust_holds_every_text() {
    let source = include_str!("../hostile.toml");
    let table = toml::read(source).expect("the table is in order");
    assert_eq!(Hostile::TABLE.len(), table.rows().len());
    for (entry, row) in Hostile::TABLE.iter().zip(table.rows()) {
        assert_eq!(entry.meaning(), row.meaning);
        assert_eq!(entry.label(), row.label);
        assert_eq!(entry.description(), row.description);
        assert_eq!(entry.reference(), row.reference);
        assert_eq!(entry.since(), row.since.as_deref());
        assert_eq!(entry.deprecated(), row.deprecated.as_deref());
    }
}

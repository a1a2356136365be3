//! The registered codes.

use close_code_codegen::model::Flags;
use close_code_codegen::registered::registry;

#[test]
fn the_built_in_table_is_carried_and_has_a_row_for_every_code() {
    let registry = registry().expect("codes.toml has no mistakes");
    for code in 0..=u16::MAX {
        assert!(registry.row(code).is_some(), "{code}");
    }
    assert_eq!(registry.single(1012).map(|row| &*row.name), Some("ServiceRestart"));
    assert!(registry.single(2999).is_none());
}

#[test]
fn what_may_be_done_with_codes_holds_for_all_of_them() {
    let registry = registry().expect("codes.toml has no mistakes");
    for (first, last, wire, local, script) in [
        (1000, 1000, true, false, true),
        (1000, 1001, true, false, false),
        (1001, 1004, false, false, false),
        (1005, 1006, false, true, false),
        (3000, 4999, true, false, true),
        (4999, 5000, false, false, false),
    ] {
        let flags = registry.flags(&[(first, last)]);
        assert_eq!(flags, Flags { wire, local, script }, "{first} to {last}");
        assert_eq!(registry.unsendable(first, last).is_none(), wire, "{first} to {last}");
    }
    assert_eq!(registry.unsendable(1000, 1013), Some(1004));
    assert_eq!(registry.unsendable(4990, 65535), Some(5000));
}

#[test]
fn a_code_is_described_by_its_row() {
    let registry = registry().expect("codes.toml has no mistakes");
    for (code, text) in [
        (1000, "1000 is NormalClosure"),
        (1004, "1004 is Reserved, which must not be sent"),
        (1006, "1006 is AbnormalClosure, which is never sent"),
        (2500, "2500 is in Unassigned (1000..=2999), which must not be sent"),
        (3500, "3500 is in Library (3000..=3999)"),
    ] {
        assert_eq!(registry.describe(code), text);
    }
}

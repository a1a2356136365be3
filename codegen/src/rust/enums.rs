//! The enums that a table defines.

use core::fmt::Write as _;

use super::template::fill;
use super::{ALLOW, Options, doc, literal};
use crate::join::join;
use crate::model::Table;

/// What generated enums derive.
const DERIVES: &str = "#[derive(
    ::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, ::core::cmp::Eq,
    ::core::hash::Hash, ::core::cmp::Ord, ::core::cmp::PartialEq, ::core::cmp::PartialOrd,
)]";

/// The enum with a variant for each row.
pub(super) fn kind(table: &Table, options: &Options) -> String {
    let head = table.head();
    let mut docs = Vec::new();
    if let Some(title) = &head.title {
        doc::describe(title, &mut docs);
    }
    doc::describe(&head.description, &mut docs);
    let mut variants = String::new();
    let mut carries = false;
    for row in table.rows() {
        variants.push_str(&doc::attributes(row));
        let _ = write!(variants, "    {}", row.name);
        if row.carries_code {
            carries = true;
            let _ = write!(variants, "({}::CloseCode)", options.krate);
        }
        variants.push_str(",\n");
    }
    // A variant a row: the smallest integer that holds them all, where no variant has a payload.
    let repr = match table.rows().len() {
        _ if carries => "",
        ..=256 => "#[repr(u8)]\n",
        _ => "#[repr(u16)]\n",
    };
    fill(
        KIND,
        &[
            ("docs", &literal(&join(&docs, "\n\n"))),
            ("allow", ALLOW),
            ("derives", DERIVES),
            ("open", if options.runtime { "#[non_exhaustive]\n" } else { "" }),
            ("repr", repr),
            ("name", &head.name),
            ("variants", &variants),
        ],
    )
}

const KIND: &str = "
#[doc = $docs]
$derives
$allow
$open$repr
pub enum $name {
$variants}
";

/// The enum with a variant for each class, where the table has classes.
pub(super) fn class(table: &Table) -> String {
    let Some(class) = &table.head().class else { return String::new() };
    let (mut variants, mut arms) = (String::new(), String::new());
    for name in &classes(table) {
        let (docs, words) = (about(table, name), crate::naming::words(name));
        let _ = writeln!(variants, "    #[doc = {docs:?}]\n    {name},");
        let _ = writeln!(arms, "            Self::{name} => {words:?},");
    }
    let docs = format!("The ranges that [`{}`] is divided into.", table.head().name);
    fill(
        CLASS,
        &[
            ("docs", &literal(&docs)),
            ("allow", ALLOW),
            ("derives", DERIVES),
            ("name", class),
            ("variants", &variants),
            ("arms", &arms),
        ],
    )
}

const CLASS: &str = "
#[doc = $docs]
$derives
$allow
pub enum $name {
$variants}

#[automatically_derived]
impl ::core::fmt::Display for $name {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.pad(match self {
$arms        })
    }
}
";

/// The documentation of a class: that of its ranges.
fn about(table: &Table, class: &str) -> String {
    let mut paragraphs = Vec::new();
    for row in table.rows() {
        if row.class.as_deref() == Some(class) && row.single().is_none() {
            doc::about(row, &mut paragraphs);
        }
    }
    join(&paragraphs, "\n\n")
}

/// The classes in the order of their codes.
fn classes(table: &Table) -> Vec<&str> {
    let mut classes = Vec::new();
    for row in table.rows() {
        if let Some(class) = row.class.as_deref() {
            if !classes.contains(&class) {
                classes.push(class);
            }
        }
    }
    classes
}

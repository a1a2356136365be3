//! The rows of a table by class, in the order in which people look for them.

use crate::docs::entry::Entry;
use crate::html::Document;
use crate::html::card::Card;
use crate::html::ids::Ids;
use close_code_codegen::naming;

/// The rows of one class.
pub(super) struct Group<'a> {
    /// The class, if the table has classes.
    pub(super) class: Option<&'a str>,
    /// The class in words.
    pub(super) title: String,
    /// The codes of the class.
    pub(super) codes: String,
    /// The rows by first code, but a range after the rows in it: it describes the remaining codes.
    pub(super) cards: Vec<Card<'a>>,
}

/// All rows, by class in the order of their first codes.
pub(super) fn groups<'a>(
    entries: &[Entry<'a>],
    document: &Document<'a>,
    ids: &mut Ids,
) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut ordered: Vec<_> = entries.iter().collect();
    ordered
        .sort_by_key(|entry| if holds_others(entry, entries) { entry.last } else { entry.first });
    for entry in ordered {
        let card = Card::new(entry, entries, document, ids);
        match groups.iter_mut().find(|group| group.class == card.class) {
            Some(group) => group.cards.push(card),
            None => groups.push(Group {
                class: card.class,
                title: card.class.map(naming::words).unwrap_or_default(),
                codes: String::new(),
                cards: vec![card],
            }),
        }
    }
    for group in &mut groups {
        let first = group.cards.iter().map(|card| card.first).min().unwrap_or_default();
        let last = group.cards.iter().map(|card| card.last).max().unwrap_or_default();
        group.codes = format!("{first}–{last}");
    }
    groups
}

/// Whether other rows are in this one.
fn holds_others(entry: &Entry<'_>, entries: &[Entry<'_>]) -> bool {
    !entry.is_single()
        && entries.iter().any(|other| {
            (other.first, other.last) != (entry.first, entry.last)
                && entry.first <= other.first
                && other.last <= entry.last
        })
}

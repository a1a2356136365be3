//! Completes a draft without problems: what a row leaves out it inherits from its range.

use core::cmp::Reverse;

use super::flags::Said;
use super::nesting;
use super::numbers::{literal_codes, literal_range};
use crate::model::{
    At, Codes, Draft, DraftCodes, DraftHead, DraftRow, Head, Number, Payload, Row, Table,
};
use crate::naming;
use crate::registered::{Registry, is_meant};

/// Makes the table, its rows sorted by first code, the wider first.
pub(super) fn complete(draft: &Draft, registry: Option<&Registry>) -> Table {
    let parents = nesting::parents(draft);
    let drafts: Vec<_> = draft.rows().collect();
    let mut rows: Vec<_> = (0..drafts.len())
        .map(|position| RowWithParents { rows: &drafts, parents: &parents, position })
        .map(|row| complete_row(&draft.head, &row, registry))
        .collect();
    // It inherits nothing and passes nothing on, but it has a place among the others.
    for (row, of) in rows.iter_mut().zip(&drafts).filter(|(_, of)| of.rest) {
        if of.codes.is_empty() {
            row.codes = vec![whole(draft.head.span)];
            row.flags = registry.map(|registry| registry.flags(&[draft.head.span]));
        } else {
            row.fallback = Some(whole(draft.head.span));
        }
    }
    // Where a code is an expression nobody here knows the order, and the runtime crate sorts the rows.
    if drafts.iter().all(|row| row.codes.is_empty() || literal_codes(row).is_some()) {
        for row in &mut rows {
            row.codes.sort_by_key(|codes| codes.first.code());
        }
        rows.sort_by_key(|row| row.span().map(|(first, last)| (first, Reverse(last))));
    }
    Table { head: head(&draft.head), rows }
}

/// The codes of the row that takes the rest: all of the span, wherever no narrower row is.
fn whole((first, last): (u16, u16)) -> Codes {
    Codes { first: Number::Known(first.into()), last: Number::Known(last.into()), is_range: true }
}

fn head(head: &DraftHead) -> Head {
    Head {
        name: head.name.value.clone(),
        class: text(head.class.as_ref()),
        title: text(head.title.as_ref()),
        description: text(head.description.as_ref()).unwrap_or_default(),
        span: head.span,
        reference: texts(&head.reference),
        as_of: text(head.as_of.as_ref()),
        reserved: head.reserved.iter().filter_map(literal_range).collect(),
        outputs: pairs(&head.outputs),
        rules: head.rules,
    }
}

/// A row and the ranges around it, the narrowest first.
struct RowWithParents<'a> {
    rows: &'a [&'a DraftRow],
    parents: &'a [Option<usize>],
    position: usize,
}

impl<'a> RowWithParents<'a> {
    /// The row itself.
    fn row(&self) -> &'a DraftRow {
        self.rows[self.position]
    }

    /// The range that the row lies in.
    fn range(&self) -> Option<&'a DraftRow> {
        self.parents[self.position].map(|parent| self.rows[parent])
    }

    /// What the row says, or else the nearest range around it that says anything.
    fn inherit<T>(&self, get: fn(&DraftRow) -> Option<&T>) -> Option<&'a T> {
        let mut position = self.position;
        loop {
            if let Some(found) = get(self.rows[position]) {
                return Some(found);
            }
            position = self.parents[position]?;
        }
    }
}

/// Completes one row.
fn complete_row(head: &DraftHead, family: &RowWithParents<'_>, registry: Option<&Registry>) -> Row {
    let row = family.row();
    let name = &row.name.value;
    let registered = registry.and_then(|registry| registered(row, registry));
    let own = text(row.meaning.as_ref());
    // Where the meaning is the registry's, so is the text to display.
    let shown = registered.filter(|_| own.is_none()).map(|registered| registered.label.clone());
    let meaning = own.or_else(|| registered.map(|registered| registered.meaning.clone()));
    let meaning = meaning.unwrap_or_else(|| naming::words(name));
    let several = row.codes.len() > 1 || row.codes.iter().any(|codes| codes.is_range);
    // A doc comment speaks of its own variant, a range's description of all codes in it.
    let description = if head.rules.derived {
        row.description.as_ref()
    } else {
        family.inherit(|row| row.description.as_ref())
    };
    let flags = if head.rules.derived {
        registry.zip(literal_codes(row)).map(|(registry, codes)| registry.flags(&codes))
    } else {
        Some(Said::of(row, family.range()).flags())
    };
    let reference = family.inherit(|row| row.reference.as_ref()).map(|all| texts(all));
    Row {
        codes: row.codes.iter().map(codes).collect(),
        name: name.clone(),
        constant: naming::constant(name),
        class: head.class.as_ref().map(|_| class(family.range().unwrap_or(row))),
        label: text(row.label.as_ref()).or(shown).unwrap_or_else(|| meaning.clone()),
        meaning,
        description: text(description)
            .or_else(|| registered.map(|registered| registered.description.clone()))
            .unwrap_or_default(),
        flags,
        sender: family.inherit(|row| row.sender.as_ref()).map_or_else(Default::default, value),
        reconnect: family
            .inherit(|row| row.reconnect.as_ref())
            .map(value)
            .or(registered.map(|registered| registered.reconnect))
            .unwrap_or_default(),
        reference: reference
            .or_else(|| registered.map(|registered| registered.reference.clone()))
            .unwrap_or_default(),
        since: text(row.since.as_ref()),
        deprecated: text(row.deprecated.as_ref()),
        extra: pairs(&row.extra),
        carries_code: match row.payload {
            Payload::Carried | Payload::Number => true,
            Payload::Unit => false,
            Payload::ByTable => head.keeps_code && several,
        },
        fallback: None,
        local: row.local.as_ref().is_some_and(|local| local.value),
        line: None,
        at: row.at,
    }
}

/// The registered row that a row of one code stands for, and has what nobody says of it here. There is none
/// where the code means something else here.
fn registered<'a>(row: &DraftRow, registry: &'a Registry) -> Option<&'a Row> {
    let [codes] = row.codes.as_slice() else { return None };
    if row.reassigned || codes.is_range {
        return None;
    }
    let code = codes.first.value.code()?;
    let name = row.name.value.trim_start_matches("r#");
    registry.single(code).filter(|registered| is_meant(code, name, registered))
}

/// The class of a range: its name, unless it says otherwise.
fn class(range: &DraftRow) -> String {
    range.class.as_ref().unwrap_or(&range.name).value.clone()
}

fn codes(codes: &DraftCodes) -> Codes {
    Codes {
        first: codes.first.value.clone(),
        last: codes.last.value.clone(),
        is_range: codes.is_range,
    }
}

fn texts(texts: &[At<String>]) -> Vec<String> {
    texts.iter().map(|text| text.value.clone()).collect()
}

fn pairs(pairs: &[(At<String>, At<String>)]) -> Vec<(String, String)> {
    pairs.iter().map(|(key, value)| (key.value.clone(), value.value.clone())).collect()
}

fn text(text: Option<&At<String>>) -> Option<String> {
    text.map(|text| text.value.clone())
}

fn value<T: Copy>(at: &At<T>) -> T {
    at.value
}

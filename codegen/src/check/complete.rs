//! Completes a draft without problems: what a row leaves out it inherits from its range.

use core::cmp::Reverse;
use core::iter;

use super::flags::RowFlags;
use super::nesting;
use super::numbers::{literal_codes, literal_range};
use crate::model::{
    At, Codes, Draft, DraftCodes, DraftHead, DraftRow, Head, Number, Origin, Payload, Row, Table,
};
use crate::naming;
use crate::registered::{Registry, is_meant};

/// Makes the table, its rows sorted by first code, the wider first.
pub(super) fn complete(draft: &Draft, registry: Option<&Registry>) -> Table {
    let parents = nesting::parents(draft);
    let drafts: Vec<_> = draft.rows().collect();
    let complete_row = |(position, row): (usize, &&DraftRow)| {
        let ranges = iter::successors(parents[position], |range| parents[*range]);
        let ranges: Vec<_> = ranges.map(|range| drafts[range]).collect();
        complete_row(&draft.head, row, &ranges, registry)
    };
    let mut rows: Vec<_> = drafts.iter().enumerate().map(complete_row).collect();
    // It inherits nothing and passes nothing on, but it has a place among the others.
    for (row, of) in rows.iter_mut().zip(&drafts).filter(|(_, of)| of.rest) {
        if of.codes.is_empty() {
            row.codes = vec![whole(draft.head.span)];
            row.flags = registry.map(|registry| registry.flags(&[draft.head.span]));
        } else {
            row.fallback = Some(whole(draft.head.span));
        }
    }
    // Only the compiler knows the order of computed codes: the runtime crate sorts the rows.
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
        reference: head.reference.iter().map(|text| text.value.clone()).collect(),
        as_of: text(head.as_of.as_ref()),
        reserved: head.reserved.iter().filter_map(literal_range).collect(),
        outputs: head
            .outputs
            .iter()
            .map(|(kind, path)| (kind.value.clone(), path.value.clone()))
            .collect(),
        total: head.total,
    }
}

/// Completes a row; `ranges` are those around it, the narrowest first.
fn complete_row(
    head: &DraftHead,
    row: &DraftRow,
    ranges: &[&DraftRow],
    registry: Option<&Registry>,
) -> Row {
    let name = &row.name.value;
    let is_table = head.origin == Origin::Table;
    let registered = registry.and_then(|registry| registered(row, registry));
    let own = text(row.meaning.as_ref());
    // Where the meaning is the registry's, so is the text to display.
    let shown = registered.filter(|_| own.is_none()).map(|registered| registered.label.clone());
    let meaning = own.or_else(|| registered.map(|registered| registered.meaning.clone()));
    let meaning = meaning.unwrap_or_else(|| naming::words(name));
    let several = row.codes.len() > 1 || row.codes.iter().any(|codes| codes.is_range);
    let mut details = row.details.clone();
    for range in ranges {
        // A doc comment describes its own variant, a range's description all codes in it.
        details.inherit(&range.details, is_table);
    }
    if let Some(registered) = registered {
        details.inherit(&registered.details, true);
    }
    let family = || iter::once(&row).chain(ranges);
    let reconnect = family().find_map(|row| row.reconnect.as_ref()).map(|at| at.value);
    Row {
        codes: row.codes.iter().map(codes).collect(),
        name: name.clone(),
        constant: naming::constant(name),
        class: head.class.as_ref().map(|_| class(ranges.first().unwrap_or(&row))),
        label: text(row.label.as_ref()).or(shown).unwrap_or_else(|| meaning.clone()),
        meaning,
        flags: if is_table {
            Some(RowFlags::of(row, ranges.first().copied()).flags())
        } else {
            registry.zip(literal_codes(row)).map(|(registry, codes)| registry.flags(&codes))
        },
        sender: family()
            .find_map(|row| row.sender.as_ref())
            .map_or_else(Default::default, |at| at.value),
        reconnect: reconnect
            .or(registered.map(|registered| registered.reconnect))
            .unwrap_or_default(),
        details,
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

/// The registered row whose values a row of one code inherits: `None` where the code means something else
/// here.
fn registered<'a>(row: &DraftRow, registry: &'a Registry) -> Option<&'a Row> {
    let [codes] = row.codes.as_slice() else { return None };
    if row.reassigned || codes.is_range {
        return None;
    }
    let code = codes.first.code()?;
    let name = row.name.trim_start_matches("r#");
    registry.single(code).filter(|registered| is_meant(code, name, registered))
}

/// The class of a range: its name, unless it gives another.
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

fn text(text: Option<&At<String>>) -> Option<String> {
    text.map(|text| text.value.clone())
}

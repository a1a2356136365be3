//! Completes a draft without problems: what a row leaves out it inherits from its range.

use crate::model::{At, Draft, DraftRow, Flags, Payload, Row, Table};
use crate::naming;

/// Makes the table, its rows sorted by first code, the wider first.
pub(super) fn complete<S: Clone>(draft: Draft<S>) -> Table<S> {
    let Draft { head, ranges, codes } = draft;
    let mut rows: Vec<Row<S>> = Vec::with_capacity(ranges.len() + codes.len());
    let mut all = ranges;
    all.extend(codes);
    // Wider first, so that a range has inherited before it passes on.
    all.sort_by_key(|row| core::cmp::Reverse(width(row)));
    for row in all {
        let range = narrowest(&rows, &row).cloned();
        rows.push(complete_row(&head, row, range.as_ref()));
    }
    if rows.iter().all(|row| row.rest || row.span().is_some()) {
        rows.sort_by_key(|row| match row.span() {
            Some((first, last)) => (u32::from(first), core::cmp::Reverse(last)),
            None => (u32::MAX, core::cmp::Reverse(0)),
        });
    }
    Table { head, rows }
}

fn width<S>(row: &DraftRow<S>) -> u32 {
    let Some(codes) = row.codes.first() else { return 0 };
    match (codes.first.value.code(), codes.last.value.code()) {
        (Some(first), Some(last)) => u32::from(last).saturating_sub(u32::from(first)) + 1,
        _ => 0,
    }
}

fn narrowest<'a, S>(rows: &'a [Row<S>], row: &DraftRow<S>) -> Option<&'a Row<S>> {
    rows.iter().rev().find(|range| {
        let Some((first, last)) = range.span() else { return false };
        range.codes.iter().all(|codes| codes.is_range)
            && !row.codes.is_empty()
            && row.codes.iter().all(|codes| {
                codes.first.value.code().is_some_and(|code| code >= first)
                    && codes.last.value.code().is_some_and(|code| code <= last)
            })
    })
}

fn complete_row<S: Clone>(
    head: &crate::model::Head<S>,
    row: DraftRow<S>,
    range: Option<&Row<S>>,
) -> Row<S> {
    let is_range = row.codes.iter().any(|codes| codes.is_range) || row.codes.len() > 1;
    let text = |text: Option<At<String, S>>| text.map(|text| text.value);
    let meaning = text(row.meaning).unwrap_or_else(|| naming::words(&row.name.value));
    let above = range.and_then(|range| range.flags);
    let private = row.codes.iter().all(|codes| {
        codes.first.value.code() >= Some(3000) && codes.last.value.code() <= Some(4999)
    });
    let flags = Flags {
        wire: row.wire.map_or(above.map_or(private, |above| above.wire), |flag| flag.value),
        local: row.local.as_ref().map_or(above.is_some_and(|above| above.local), |flag| flag.value),
        script: row.script.map_or(above.map_or(private, |above| above.script), |flag| flag.value),
    };
    Row {
        constant: naming::constant(&row.name.value),
        class: match (&head.class, range) {
            (None, _) => None,
            (Some(_), None) => Some(text(row.class).unwrap_or_else(|| row.name.value.clone())),
            (Some(_), Some(range)) => range.class.clone(),
        },
        label: text(row.label).unwrap_or_else(|| meaning.clone()),
        meaning,
        description: text(row.description)
            .or_else(|| range.map(|range| range.description.clone()))
            .unwrap_or_default(),
        flags: (!head.rules.derived).then_some(flags),
        sender: row
            .sender
            .map(|sender| sender.value)
            .or(range.map(|range| range.sender))
            .unwrap_or_default(),
        reconnect: row
            .reconnect
            .map(|reconnect| reconnect.value)
            .or(range.map(|range| range.reconnect))
            .unwrap_or_default(),
        reference: match row.reference {
            Some(reference) => reference.into_iter().map(|text| text.value).collect(),
            None => range.map(|range| range.reference.clone()).unwrap_or_default(),
        },
        since: text(row.since),
        deprecated: text(row.deprecated),
        carries_code: match row.payload {
            Payload::Carried => true,
            Payload::Unit => false,
            Payload::ByTable => head.keeps_code && is_range,
        },
        rest: row.rest,
        local: row.local.is_some_and(|local| local.value),
        codes: row.codes,
        name: row.name,
        at: row.at,
    }
}

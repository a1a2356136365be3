//! The rows of a table as documents list them.

use core::cmp::Reverse;
use std::collections::BTreeSet;

use close_code_codegen::model::{FREE, Flags, Row, Table};

/// Consecutive codes of one row, and what may be done with them.
#[derive(Debug)]
pub struct Entry<'a> {
    /// The first code.
    pub first: u16,
    /// The last code; the same as `first` for a single code.
    pub last: u16,
    /// What may be done with the codes.
    pub flags: Flags,
    /// The row.
    pub row: &'a Row,
}

impl Entry<'_> {
    /// Whether the row is of one code only, which has a constant.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.row.single().is_some()
    }

    /// `1006`, or `4000-4999`.
    #[must_use]
    pub fn codes(&self) -> String {
        if self.is_single() {
            return self.first.to_string();
        }
        format!("{}-{}", self.first, self.last)
    }
}

/// The rows by first code, the wider first, so that the last entry that holds a code is its row.
///
/// A row of several ranges becomes an entry for each, and a row for the rest becomes an entry for the whole
/// span. Codes that only the compiler can evaluate give none.
#[must_use]
pub fn entries(table: &Table) -> Vec<Entry<'_>> {
    let mut entries: Vec<_> = table.rows().iter().flat_map(of_row).collect();
    entries.sort_by_key(|entry| (entry.first, Reverse(entry.last)));
    entries
}

/// The entries of a row, one for each of its ranges.
#[must_use]
pub fn of_row(row: &Row) -> Vec<Entry<'_>> {
    row.codes
        .iter()
        .filter_map(|codes| Some((codes.first.code()?, codes.last.code()?)))
        .map(|(first, last)| Entry { first, last, flags: flags(row, first, last), row })
        .collect()
}

/// The row's flags; without any, those that a table in TOML has by default.
fn flags(row: &Row, first: u16, last: u16) -> Flags {
    let applications = FREE.contains(&first) && FREE.contains(&last);
    row.flags.unwrap_or(Flags {
        wire: applications && !row.local,
        local: row.local,
        script: applications && !row.local,
    })
}

/// The entry of every code, consecutive codes of one entry together: of the entries with a code, the last.
#[must_use]
pub fn disjoint<'e, 'a>(
    entries: impl IntoIterator<Item = &'e Entry<'a>>,
) -> Vec<(u16, u16, &'e Entry<'a>)> {
    let entries: Vec<_> = entries.into_iter().collect();
    // Where entries begin and where they have ended, in order; an entry is its position.
    let mut cuts: Vec<(u32, usize)> = Vec::with_capacity(2 * entries.len());
    for (position, entry) in entries.iter().enumerate() {
        cuts.extend([(u32::from(entry.first), position), (u32::from(entry.last) + 1, position)]);
    }
    cuts.sort_unstable();
    let mut open = BTreeSet::new();
    let mut rows: Vec<(u16, u16, usize)> = Vec::new();
    for (cut, next) in cuts.iter().zip(cuts.iter().skip(1).chain(cuts.last())) {
        let (code, position) = *cut;
        if !open.remove(&position) {
            open.insert(position);
        }
        let (Some(position), Ok(first)) = (open.last().copied(), u16::try_from(code)) else {
            continue;
        };
        let Ok(last) = u16::try_from(next.0.saturating_sub(1)) else { continue };
        match rows.last_mut() {
            _ if next.0 == code => {}
            Some((_, end, of)) if *of == position && end.checked_add(1) == Some(first) => {
                *end = last;
            }
            _ => rows.push((first, last, position)),
        }
    }
    rows.into_iter()
        .filter_map(|(first, last, position)| Some((first, last, *entries.get(position)?)))
        .collect()
}

/// The answer for every code, consecutive codes with one answer together. Only entries that have an answer
/// count.
#[must_use]
pub fn answers<T: PartialEq>(
    entries: &[&Entry<'_>],
    answer: impl Fn(&Entry<'_>) -> Option<T>,
) -> Vec<(u16, u16, T)> {
    let mut answers: Vec<(u16, u16, T)> = Vec::new();
    let entries = entries.iter().copied().filter(|entry| answer(entry).is_some());
    for (first, last, entry) in disjoint(entries) {
        let Some(given) = answer(entry) else { continue };
        match answers.last_mut() {
            Some((_, end, before)) if end.checked_add(1) == Some(first) && *before == given => {
                *end = last;
            }
            _ => answers.push((first, last, given)),
        }
    }
    answers
}

/// The codes that have a flag, as few ranges as possible, in order.
#[must_use]
pub fn flagged(entries: &[Entry<'_>], flag: impl Fn(Flags) -> bool) -> Vec<(u16, u16)> {
    let entries: Vec<_> = entries.iter().collect();
    let answers = answers(&entries, |entry| Some(flag(entry.flags)));
    answers.into_iter().filter(|(.., holds)| *holds).map(|(first, last, _)| (first, last)).collect()
}

#[cfg(test)]
mod tests {
    use super::{disjoint, entries, flagged};
    use close_code_codegen::check::check;
    use close_code_codegen::model::{
        At, Draft, DraftCodes, DraftHead, DraftRow, Number, Origin, Payload, Sender, Span, Table,
    };
    use close_code_codegen::registered::registry;

    #[test]
    fn a_row_of_several_ranges_and_one_for_the_rest_are_listed_by_code() {
        let table = table(vec![
            row("Rest", &[], true),
            row("Twice", &[(4100, 4199), (4001, 4001)], false),
            row("Once", &[(4150, 4150)], false),
        ]);
        let entries = entries(&table);
        let listed: Vec<_> =
            entries.iter().map(|entry| (entry.first, entry.last, &*entry.row.name)).collect();
        let expected = [
            (4000, 4999, "Rest"),
            (4001, 4001, "Twice"),
            (4100, 4199, "Twice"),
            (4150, 4150, "Once"),
        ];
        assert_eq!(listed, expected);
        let rows: Vec<_> = disjoint(&entries)
            .into_iter()
            .map(|(first, last, entry)| (first, last, &*entry.row.name))
            .collect();
        let expected = [
            (4000, 4000, "Rest"),
            (4001, 4001, "Twice"),
            (4002, 4099, "Rest"),
            (4100, 4149, "Twice"),
            (4150, 4150, "Once"),
            (4151, 4199, "Twice"),
            (4200, 4999, "Rest"),
        ];
        assert_eq!(rows, expected);
        assert_eq!(flagged(&entries, |flags| flags.script), [(4000, 4999)]);
        assert_eq!(flagged(&entries, |flags| flags.local), []);
    }

    /// A table from the derive, whose flags only the compiler knows.
    fn table(codes: Vec<DraftRow>) -> Table {
        let head = DraftHead { origin: Origin::Derive, ..DraftHead::new(at("Test".to_owned())) };
        check(&Draft { head, ranges: Vec::new(), codes }, registry())
            .expect("the draft is in order")
    }

    fn row(name: &str, codes: &[(u16, u16)], rest: bool) -> DraftRow {
        let codes = codes.iter().map(|(first, last)| DraftCodes {
            first: at(Number::Known(i64::from(*first))),
            last: at(Number::Known(i64::from(*last))),
            is_range: first != last,
            at: Span::default(),
        });
        DraftRow {
            codes: codes.collect(),
            sender: Some(at(Sender::Server)),
            payload: Payload::Unit,
            rest,
            ..DraftRow::new(at(name.to_owned()), Span::default())
        }
    }

    const fn at<T>(value: T) -> At<T> {
        At::new(value, Span::new(0, 0))
    }
}

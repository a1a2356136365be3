//! Rows in columns, as wide as the terminal and no wider.

use core::fmt::Write as _;

use close_code_emitters::docs::entry::Entry;
use close_code_emitters::docs::words;

use crate::paint::{self, painted};
use crate::tables::Named;
use crate::text::{visible, width, wrap};

/// A row of a list, and its table.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) table: &'a Named,
    pub(super) entry: Entry<'a>,
}

/// The gap between two columns.
const GAP: usize = 2;

/// The heads of the columns.
const HEADS: [&str; 6] = ["CODE", "NAME", "MEANING", "USE", "SENT BY", "RECONNECT"];
/// The columns whose text may wrap. The others do not, so that a name can be copied.
const MEANING: usize = 2;
const RECONNECT: usize = 5;

/// A row as it is shown: a text for each column.
type Cells = [String; HEADS.len()];

/// The rows in columns, or in lines below each other if there is no room for columns.
pub(super) fn text(rows: &[Row<'_>], several: bool, columns: usize) -> String {
    let mut text = String::new();
    for rows in rows.chunk_by(|one, two| core::ptr::eq(one.table, two.table)) {
        if let Some(table) = rows.first().map(|row| row.table).filter(|_| several) {
            let gap = if text.is_empty() { "" } else { "\n" };
            let title = format!("{}: {}", table.name, visible(table.title()));
            let _ = writeln!(text, "{gap}{}", painted(paint::TITLE, &title));
        }
        let rows: Vec<_> = rows.iter().map(cells).collect();
        match widths(&rows, columns) {
            Some(widths) => {
                text.push_str(&line(&HEADS.map(str::to_owned), &widths, true));
                for row in &rows {
                    text.push_str(&line(row, &widths, false));
                }
            }
            None => {
                for row in &rows {
                    text.push_str(&stacked(row, columns));
                }
            }
        }
    }
    text
}

fn cells(row: &Row<'_>) -> Cells {
    let (entry, of) = (&row.entry, row.entry.row);
    // As the filters call it; what a script may pass may be on the wire as well.
    let of_flags = match (entry.flags.wire, entry.flags.script, entry.flags.local) {
        (true, true, _) => "script",
        (true, false, _) => "wire",
        (false, _, true) => "local",
        (false, _, false) => "-",
    };
    let sender = match words::sender(entry) {
        "either end" => "either",
        sender => sender,
    };
    [
        entry.codes(),
        of.name.clone(),
        visible(&of.label),
        of_flags.to_owned(),
        sender.to_owned(),
        words::reconnect(of.reconnect).unwrap_or_default(),
    ]
}

/// The widths of the columns at which the rows take the fewest lines, or `None` if there is no room
/// for columns.
fn widths(rows: &[Cells], columns: usize) -> Option<[usize; HEADS.len()]> {
    let widest = |column: usize, width_of: fn(&str) -> usize| {
        let cells = rows.iter().map(|row| width_of(&row[column]));
        cells.max().unwrap_or(0).max(HEADS[column].len())
    };
    let longest_word = |cell: &str| cell.split_whitespace().map(width).max().unwrap_or(0);
    let mut widths = core::array::from_fn(|column| widest(column, width));
    let all = widths.iter().sum::<usize>() + GAP * (HEADS.len() - 1);
    if all <= columns {
        return Some(widths);
    }
    let room = columns.checked_sub(all - widths[MEANING] - widths[RECONNECT])?;
    let least = [MEANING, RECONNECT].map(|column| widest(column, longest_word));
    let meanings = least[0]..=widths[MEANING].min(room.checked_sub(least[1])?);
    let lines = |meaning: usize| -> usize {
        let height = |row: &Cells| {
            let of_meaning = wrap(&row[MEANING], meaning).len();
            of_meaning.max(wrap(&row[RECONNECT], room - meaning).len())
        };
        rows.iter().map(height).sum()
    };
    widths[MEANING] = candidates(meanings).min_by_key(|meaning| lines(*meaning))?;
    widths[RECONNECT] = (room - widths[MEANING]).min(widths[RECONNECT]);
    Some(widths)
}

/// The most widths that are tried.
const TRIED: usize = 64;

/// Widths to try: all of a few, or as many from a longer range as keep the time independent of its length.
fn candidates(range: core::ops::RangeInclusive<usize>) -> impl Iterator<Item = usize> {
    let count = (range.end() + 1).saturating_sub(*range.start());
    range.step_by(count.div_ceil(TRIED).max(1))
}

/// A row, over as many lines as its longest text takes.
fn line(cells: &Cells, widths: &[usize; HEADS.len()], is_head: bool) -> String {
    let parts: Vec<Vec<String>> =
        cells.iter().zip(widths).map(|(cell, width)| wrap(cell, (*width).max(1))).collect();
    let height = parts.iter().map(Vec::len).max().unwrap_or(0);
    let mut text = String::new();
    for number in 0..height {
        let mut line = String::new();
        for (column, parts) in parts.iter().enumerate() {
            let part = parts.get(number).map_or("", String::as_str);
            let fill = " ".repeat((widths[column] + GAP).saturating_sub(width(part)));
            let is_label = (is_head || column == 0) && !part.is_empty();
            line.push_str(&if is_label { painted(paint::LABEL, part) } else { part.to_owned() });
            line.push_str(&fill);
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// A row over several lines, for a narrow terminal.
fn stacked(cells: &Cells, columns: usize) -> String {
    const INDENT: usize = 12;
    let [number, name, meaning, of_flags, sender, reconnect] = cells;
    let meaning = if meaning.replace(' ', "") == *name { "" } else { meaning.as_str() };
    let facts = [
        ("", meaning),
        ("", if of_flags == "-" { "" } else { of_flags }),
        ("sent by ", sender),
        ("reconnect ", reconnect),
    ];
    let facts: Vec<_> = facts
        .iter()
        .filter(|(_, fact)| !fact.is_empty())
        .map(|(label, fact)| format!("{label}{fact}"))
        .collect();
    let gap = " ".repeat(INDENT.saturating_sub(width(number)));
    let mut text = format!("{}{gap}{name}\n", painted(paint::LABEL, number));
    for line in wrap(&facts.join("; "), columns.saturating_sub(INDENT)) {
        let _ = writeln!(text, "{}{line}", " ".repeat(INDENT));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{TRIED, candidates};

    #[test]
    fn a_wide_terminal_costs_no_more_than_a_narrow_one() {
        assert!(candidates(10..=40).eq(10..=40));
        for end in [63, 64, 65, 127, 128, 2000, 65_535] {
            let tried: Vec<_> = candidates(0..=end).collect();
            assert!(tried.len() <= TRIED && tried.len() > TRIED / 2 - 1, "{end}: {}", tried.len());
            assert!(tried[0] == 0 && tried.last() > Some(&(end / 2)));
        }
        #[allow(clippy::reversed_empty_ranges)] // No width is left.
        let none = 5..=3;
        assert_eq!(candidates(none).count(), 0);
    }
}

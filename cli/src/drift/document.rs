//! The text of a table, edited in place: comments and layout stay as they are.

use std::collections::HashMap;

use similar::Algorithm;
use toml_edit::{Array, ArrayOfTables, Datetime, DocumentMut, Item, Table, Value};

use super::array;

/// A table that is edited.
#[derive(Debug)]
pub(super) struct Document {
    toml: DocumentMut,
    /// The text before the edits.
    before: String,
    /// Where the rows with which codes are, as long as none is added.
    places: HashMap<(u16, u16), (&'static str, usize)>,
    /// The codes that get a row, in their order.
    new: Vec<(u16, Table)>,
}

/// A part of a range that becomes a row of its own.
#[derive(Debug)]
pub(super) struct Piece {
    pub(super) first: u16,
    pub(super) last: u16,
    pub(super) name: String,
    pub(super) class: Option<String>,
    pub(super) meaning: String,
}

const MARK: char = '\u{feff}';

/// Keys that a part of a range does not inherit: they are about the whole.
const OF_THE_WHOLE: [&str; 5] = ["allow", "deprecated", "description", "label", "since"];

impl Document {
    /// Reads the text of a table.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let unix = text.trim_start_matches(MARK).replace("\r\n", "\n");
        let toml = unix.parse().map_err(|error| format!("it cannot be edited: {error}"))?;
        let (before, places, new) = (text.to_owned(), HashMap::new(), Vec::new());
        Ok(Self { toml, before, places, new })
    }

    /// The text as it is now, with the line ends of Unix and without a byte order mark.
    pub(super) fn unix(&self) -> String {
        self.toml.to_string()
    }

    /// The text as it is now. A line that was there before ends as it did; a new one ends as the one above.
    pub(super) fn text(&self) -> String {
        let now = self.unix();
        // The last line may have none.
        let end_of = |line: &str| ["\r\n", "\n"].into_iter().find(|end| line.ends_with(end));
        let before: Vec<&str> = self.before.split_inclusive('\n').collect();
        let bare =
            |line: &str| line.trim_start_matches(MARK).trim_end_matches(['\r', '\n']).to_owned();
        let old: Vec<String> = before.iter().map(|line| bare(line)).collect();
        let new: Vec<String> = now.lines().map(str::to_owned).collect();
        let mut text = if self.before.starts_with(MARK) { MARK.to_string() } else { String::new() };
        let mut end = before.first().and_then(|line| end_of(line)).unwrap_or("\n");
        for edit in similar::capture_diff_slices(Algorithm::Myers, &old, &new) {
            let mut replaced = before[edit.old_range()].iter();
            for line in &new[edit.new_range()] {
                end = replaced.next().and_then(|line| end_of(line)).unwrap_or(end);
                text.extend([line, end]);
            }
        }
        if !now.ends_with('\n') {
            text.truncate(text.len() - end.len());
        }
        text
    }

    /// Sets the date of the registry that the table was last compared with.
    pub(super) fn set_as_of(&mut self, date: &str) -> Result<(), String> {
        let head = self.toml.get_mut("table").and_then(Item::as_table_mut);
        let date: Datetime = date.parse().map_err(|error| format!("{date}: {error}"))?;
        set(head.ok_or("its [table] cannot be edited")?, "as_of", date.into());
        Ok(())
    }

    /// Sets a text of a row.
    pub(super) fn set(
        &mut self,
        first: u16,
        last: u16,
        key: &str,
        text: &str,
    ) -> Result<(), String> {
        set(self.row(first, last)?, key, text.into());
        Ok(())
    }

    /// Sets the references of a row: for each the new text, or `None` to remove it, and those to add.
    pub(super) fn set_reference(
        &mut self,
        first: u16,
        last: u16,
        texts: &[Option<String>],
        added: &[String],
    ) -> Result<(), String> {
        let row = self.row(first, last)?;
        let Some(array) = row.get_mut("reference").and_then(Item::as_array_mut) else {
            // They are inherited.
            let all: Array = texts.iter().flatten().chain(added).collect();
            row.insert("reference", Item::Value(all.into()));
            return Ok(());
        };
        array::edit(array, texts, added);
        Ok(())
    }

    /// Adds a row for a code, which is greater than those added before. Each flag has a comment, which may be
    /// empty.
    pub(super) fn add_code(
        &mut self,
        code: u16,
        texts: &[(&str, String)],
        flags: &[(&str, bool, &str)],
        reference: &[String],
        since: Option<&str>,
    ) {
        let mut row = Table::new();
        row.insert("code", Item::Value(i64::from(code).into()));
        for (key, text) in texts {
            row.insert(key, Item::Value(text.into()));
        }
        for (key, value, comment) in flags {
            let mut value = Value::from(*value);
            value.decor_mut().set_suffix(*comment);
            row.insert(key, Item::Value(value));
        }
        row.insert("reference", Item::Value(reference.iter().collect::<Array>().into()));
        if let Some(since) = since {
            row.insert("since", Item::Value(since.into()));
        }
        row.decor_mut().set_prefix("\n");
        self.new.push((code, row));
    }

    /// Puts the new rows where their numbers belong.
    pub(super) fn place_new(&mut self) -> Result<(), String> {
        if self.new.is_empty() {
            return Ok(());
        }
        let rows = self.toml.entry("code").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
        let rows = rows.as_array_of_tables_mut().ok_or(INLINE)?;
        let mut new = self.new.drain(..).peekable();
        let mut all = ArrayOfTables::new();
        for row in core::mem::take(rows) {
            let code = row.get("code").and_then(Item::as_integer);
            while let Some((_, new)) = new.next_if(|(new, _)| code >= Some(i64::from(*new))) {
                all.push(new);
            }
            all.push(row);
        }
        new.for_each(|(_, new)| all.push(new));
        *rows = all;
        self.places.clear();
        Ok(())
    }

    /// Ends a range at `until`, and adds its other pieces after it.
    pub(super) fn split(
        &mut self,
        first: u16,
        last: u16,
        until: u16,
        pieces: &[Piece],
    ) -> Result<(), String> {
        self.places.clear();
        let rows =
            self.toml.get_mut("range").and_then(Item::as_array_of_tables_mut).ok_or(INLINE)?;
        let position =
            rows.iter().position(|row| codes(row) == Some((first, last))).ok_or(INLINE)?;
        for (number, piece) in pieces.iter().enumerate() {
            let Some(mut row) = rows.get(position).cloned() else { continue };
            for key in OF_THE_WHOLE {
                row.remove(key);
            }
            set(&mut row, "codes", pair(piece.first, piece.last));
            set(&mut row, "name", piece.name.as_str().into());
            set(&mut row, "meaning", piece.meaning.as_str().into());
            if let Some(class) = &piece.class {
                set(&mut row, "class", class.as_str().into());
            }
            row.set_position(None);
            row.decor_mut().set_prefix("\n");
            rows.insert(position + 1 + number, row);
        }
        if let Some(row) = rows.get_mut(position) {
            set(row, "codes", pair(first, until));
        }
        Ok(())
    }

    /// The row of a code or a range.
    fn row(&mut self, first: u16, last: u16) -> Result<&mut Table, String> {
        if self.places.is_empty() {
            // A code comes before a range of one code, as it does for look-ups.
            for key in ["range", "code"] {
                let rows = self.toml.get(key).and_then(Item::as_array_of_tables);
                let rows = rows.map_or(Vec::new(), |rows| rows.iter().collect());
                let places = rows.into_iter().enumerate().rev();
                let place = |(at, row): (usize, &Table)| Some((codes(row)?, (key, at)));
                self.places.extend(places.filter_map(place));
            }
        }
        let (key, at) = *self.places.get(&(first, last)).ok_or(INLINE)?;
        let rows = self.toml.get_mut(key).and_then(Item::as_array_of_tables_mut);
        rows.and_then(|rows| rows.get_mut(at)).ok_or_else(|| INLINE.to_owned())
    }
}

const INLINE: &str = "its rows must be written as [[range]] and [[code]] to be edited";

/// The codes of a row.
fn codes(row: &Table) -> Option<(u16, u16)> {
    let code = |value: i64| u16::try_from(value).ok();
    if let Some(number) = row.get("code").and_then(Item::as_integer) {
        return Some((code(number)?, code(number)?));
    }
    let ends = row.get("codes")?.as_array()?;
    Some((code(ends.get(0)?.as_integer()?)?, code(ends.get(1)?.as_integer()?)?))
}

fn pair(first: u16, last: u16) -> Value {
    Value::Array([i64::from(first), i64::from(last)].into_iter().collect())
}

/// Sets a value, and leaves the text around it.
fn set(table: &mut Table, key: &str, mut value: Value) {
    match table.get_mut(key).and_then(Item::as_value_mut) {
        Some(old) => {
            *value.decor_mut() = old.decor().clone();
            *old = value;
        }
        None => drop(table.insert(key, Item::Value(value))),
    }
}

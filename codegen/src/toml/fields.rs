//! One table of the source, read key by key.

use ::toml::de::{DeInteger, DeTable, DeValue};

use super::{Field, Place};
use crate::model::{At, Number};
use crate::nearest::suggestion;
use crate::problem::Problem;

/// The fields of `[table]`, or of one row.
pub(super) struct Fields<'t, 'i> {
    table: &'t DeTable<'i>,
    /// The place of the header.
    pub(super) at: Place,
    /// The header, to name it in texts.
    pub(super) of: &'static str,
}

impl<'t, 'i> Fields<'t, 'i> {
    pub(super) fn new(table: &'t DeTable<'i>, at: Place, of: &'static str) -> Self {
        Self { table, at, of }
    }

    /// The field of a key.
    pub(super) fn get(&self, key: &str) -> Option<Field<'t, 'i>> {
        self.table.get_key_value(key)
    }

    /// Reports every key that is not among `known`.
    pub(super) fn unknown(&self, known: &[&str], problems: &mut Vec<Problem<Place>>) {
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if !known.contains(&name) {
                problems.push(
                    Problem::error(key.span(), format!("unknown key `{name}` in {}", self.of))
                        .help(suggestion(name, known)),
                );
            }
        }
    }

    /// Reports that a key is missing.
    pub(super) fn missing(&self, key: &str, help: &str, problems: &mut Vec<Problem<Place>>) {
        problems.push(
            Problem::error(self.at.clone(), format!("{} without `{key}`", self.of)).help(help),
        );
    }

    /// The string of a key, without the white space around it.
    pub(super) fn text(
        &self,
        key: &str,
        problems: &mut Vec<Problem<Place>>,
    ) -> Option<At<String, Place>> {
        let (_, value) = self.get(key)?;
        match value.get_ref() {
            DeValue::String(text) => Some(At::new(text.trim().replace("\r\n", "\n"), value.span())),
            other => mistyped(key, "a string", other, value.span(), problems),
        }
    }

    /// The boolean of a key.
    pub(super) fn flag(
        &self,
        key: &str,
        problems: &mut Vec<Problem<Place>>,
    ) -> Option<At<bool, Place>> {
        let (_, value) = self.get(key)?;
        match value.get_ref() {
            DeValue::Boolean(flag) => Some(At::new(*flag, value.span())),
            other => mistyped(key, "true or false", other, value.span(), problems),
        }
    }

    /// The list of strings of a key.
    pub(super) fn texts(
        &self,
        key: &str,
        problems: &mut Vec<Problem<Place>>,
    ) -> Option<Vec<At<String, Place>>> {
        let (_, value) = self.get(key)?;
        let DeValue::Array(elements) = value.get_ref() else {
            return mistyped(key, "a list of strings", value.get_ref(), value.span(), problems);
        };
        let mut texts = Vec::with_capacity(elements.len());
        for element in elements {
            match element.get_ref() {
                DeValue::String(text) => {
                    texts.push(At::new(text.trim().to_owned(), element.span()));
                }
                other => {
                    mistyped::<()>(key, "a list of strings", other, element.span(), problems);
                }
            }
        }
        Some(texts)
    }

    /// The two integers of a key such as `codes = [4000, 4999]`.
    pub(super) fn pair(
        &self,
        key: &str,
        problems: &mut Vec<Problem<Place>>,
    ) -> Option<[At<Number, Place>; 2]> {
        let (_, value) = self.get(key)?;
        let DeValue::Array(elements) = value.get_ref() else {
            return mistyped(key, PAIR, value.get_ref(), value.span(), problems);
        };
        let mut numbers = Vec::with_capacity(2);
        for element in elements {
            numbers.push(number(key, PAIR, element.get_ref(), element.span(), problems)?);
        }
        if let Ok(pair) = <[_; 2]>::try_from(numbers) {
            return Some(pair);
        }
        problems.push(
            Problem::error(value.span(), format!("`{key}` takes {PAIR}"))
                .label(format!("{} of them here", elements.len())),
        );
        None
    }

    /// The integer of a key.
    pub(super) fn number(
        &self,
        key: &str,
        problems: &mut Vec<Problem<Place>>,
    ) -> Option<At<Number, Place>> {
        let (_, value) = self.get(key)?;
        number(key, "an integer", value.get_ref(), value.span(), problems)
    }
}

/// What a key for a range takes.
const PAIR: &str = "two integers, the first and the last";

/// An integer; one that no `i64` can hold is reported here, since later nobody sees its digits.
fn number(
    key: &str,
    wanted: &str,
    value: &DeValue<'_>,
    at: Place,
    problems: &mut Vec<Problem<Place>>,
) -> Option<At<Number, Place>> {
    let DeValue::Integer(integer) = value else {
        return mistyped(key, wanted, value, at, problems);
    };
    if let Some(number) = integer_value(integer) {
        return Some(At::new(Number::Known(number), at));
    }
    problems.push(crate::check::not_a_code(at, &integer.to_string()));
    None
}

/// The value of an integer as it was written.
pub(super) fn integer_value(integer: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// Reports a value of the wrong type.
pub(super) fn mistyped<T>(
    key: &str,
    wanted: &str,
    value: &DeValue<'_>,
    at: Place,
    problems: &mut Vec<Problem<Place>>,
) -> Option<T> {
    problems.push(
        Problem::error(at, format!("`{key}` takes {wanted}"))
            .label(format!("this is {}", a_type(value))),
    );
    None
}

/// The type of a value, with its article.
fn a_type(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a float",
        DeValue::Boolean(_) => "a boolean",
        DeValue::Datetime(_) => "a date or a time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

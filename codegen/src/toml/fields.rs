//! One table of the source, read key by key.

use ::toml::Spanned;
use ::toml::de::{DeInteger, DeString, DeTable, DeValue};

use crate::model::{At, DraftCodes, Number, Span};
use crate::nearest::{nearest, suggestion};
use crate::problem::Problem;

/// A key and its value.
type Field<'t, 'i> = (&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>);

/// The fields of `[table]`, or of one row.
pub(super) struct Fields<'t, 'i> {
    table: &'t DeTable<'i>,
    /// The place of the header.
    pub(super) at: Span,
    /// The header, to name it in texts.
    of: &'static str,
}

impl<'t, 'i> Fields<'t, 'i> {
    pub(super) fn new(table: &'t DeTable<'i>, at: Span, of: &'static str) -> Self {
        Self { table, at, of }
    }

    /// The field of a key.
    pub(super) fn get(&self, key: &str) -> Option<Field<'t, 'i>> {
        self.table.get_key_value(key)
    }

    /// Reports every key that is not `known`, and every missing one that is `required`, with how to
    /// write it. `hints` are for keys that belong elsewhere.
    pub(super) fn check_keys(
        &self,
        known: &[&'static str],
        required: &[(&str, &str)],
        hints: &[(&str, &str)],
        problems: &mut Vec<Problem>,
    ) {
        let mut meant = Vec::new();
        for (key, _) in self.table {
            let name = key.get_ref().as_ref();
            if known.contains(&name) {
                continue;
            }
            let hint = hints.iter().find(|(key, _)| *key == name);
            let help = match hint {
                Some((_, hint)) => (*hint).to_owned(),
                None => suggestion(name, known),
            };
            if let Some(near) = nearest(name, known) {
                meant.push(near);
            }
            problems.push(
                Problem::error(key.span().into(), format!("unknown key `{name}` in {}", self.of))
                    .help(help),
            );
        }
        for (key, help) in required {
            // A misspelt key is not missing as well.
            if self.get(key).is_none() && !meant.contains(key) {
                self.missing(key, help, problems);
            }
        }
    }

    /// Reports that a key is missing, with how to write it.
    pub(super) fn missing(&self, key: &str, help: &str, problems: &mut Vec<Problem>) {
        let message = format!("{} has no `{key}`", self.of);
        problems.push(Problem::error(self.at, message).help(help));
    }

    /// The name, which is required: empty if it is missing or not a name, which is reported.
    pub(super) fn name(&self, problems: &mut Vec<Problem>) -> At<String> {
        let help = "write a name in UpperCamelCase, such as `SessionExpired`";
        let name = self.identifier("name", help, problems);
        name.unwrap_or_else(|| At::new(String::new(), self.at))
    }

    /// The class, which can be omitted: empty if it is not a name, which is reported.
    pub(super) fn class(&self, problems: &mut Vec<Problem>) -> Option<At<String>> {
        self.identifier("class", "write a name in UpperCamelCase, or remove the key", problems)
    }

    /// The name under a key.
    fn identifier(&self, key: &str, help: &str, problems: &mut Vec<Problem>) -> Option<At<String>> {
        let (_, value) = self.get(key)?;
        let Some(name) = self.text(key, problems) else {
            return Some(At::new(String::new(), value.span().into()));
        };
        if name.value.is_empty() {
            let message = format!("`{key}` is empty");
            problems.push(Problem::error(name.at, message).help(help));
        }
        Some(name)
    }

    /// The value of a key as `read` gives it. One that it does not give is reported.
    fn value<T>(
        &self,
        key: &str,
        wanted: &str,
        problems: &mut Vec<Problem>,
        read: fn(&'t DeValue<'i>) -> Option<T>,
    ) -> Option<At<T>> {
        let (_, value) = self.get(key)?;
        let at = value.span().into();
        let read = read(value.get_ref());
        if read.is_none() {
            problems.push(mistyped(key, wanted, value.get_ref(), at));
        }
        Some(At::new(read?, at))
    }

    /// The string of a key, without the white space around it, and lines ended as on Unix.
    pub(super) fn text(&self, key: &str, problems: &mut Vec<Problem>) -> Option<At<String>> {
        let text = self.value(key, A_STRING, problems, DeValue::as_str)?;
        Some(At::new(clean(text.value), text.at))
    }

    /// The day of a key, `YYYY-MM-DD`.
    pub(super) fn date(&self, key: &str, problems: &mut Vec<Problem>) -> Option<At<String>> {
        self.value(key, A_DATE, problems, date)
    }

    /// The boolean of a key.
    pub(super) fn flag(&self, key: &str, problems: &mut Vec<Problem>) -> Option<At<bool>> {
        self.value(key, "`true` or `false`", problems, DeValue::as_bool)
    }

    /// The list of strings of a key.
    pub(super) fn texts(&self, key: &str, problems: &mut Vec<Problem>) -> Option<Vec<At<String>>> {
        let elements = self.value(key, STRINGS, problems, DeValue::as_array)?;
        let mut texts = Vec::with_capacity(elements.len());
        for element in elements.value {
            let at = element.span().into();
            match element.get_ref().as_str() {
                Some(text) => texts.push(At::new(clean(text), at)),
                None => problems.push(mistyped(key, STRINGS, element.get_ref(), at)),
            }
        }
        Some(texts)
    }

    /// The table of a key; problems call it `of`.
    pub(super) fn table(
        &self,
        key: &str,
        of: &'static str,
        problems: &mut Vec<Problem>,
    ) -> Option<Fields<'t, 'i>> {
        let table = self.value(key, A_TABLE, problems, DeValue::as_table)?;
        Some(Fields::new(table.value, table.at, of))
    }

    /// All keys, and their strings.
    pub(super) fn pairs(&self, problems: &mut Vec<Problem>) -> Vec<(At<String>, At<String>)> {
        let of = |(key, _): Field<'t, 'i>| {
            let name = At::new(key.get_ref().to_string(), key.span().into());
            self.text(&name, problems).map(|text| (name, text))
        };
        self.table.iter().filter_map(of).collect()
    }

    /// The integers of a key, alone or in pairs: `[4002, [4010, 4019]]`.
    pub(super) fn codes(&self, key: &str, problems: &mut Vec<Problem>) -> Vec<DraftCodes> {
        let Some(elements) = self.value(key, CODES, problems, DeValue::as_array) else {
            return Vec::new();
        };
        let of = |element: &Spanned<DeValue<'_>>| {
            let at = element.span().into();
            if let Some(ends) = element.get_ref().as_array() {
                let [first, last] = two(key, PAIR, ends, at, problems, number)?;
                return Some(DraftCodes { first, last, is_range: true, at });
            }
            let code = number(key, CODES, element, problems)?;
            Some(DraftCodes { first: code.clone(), last: code, is_range: false, at })
        };
        elements.iter().filter_map(of).collect()
    }

    /// The two integers of a key such as `codes = [4000, 4999]`.
    pub(super) fn pair(&self, key: &str, problems: &mut Vec<Problem>) -> Option<[At<Number>; 2]> {
        self.two(key, PAIR, problems, number)
    }

    /// The two elements of a key.
    pub(super) fn two<T>(
        &self,
        key: &str,
        wanted: &str,
        problems: &mut Vec<Problem>,
        read: Element<T>,
    ) -> Option<[T; 2]> {
        let elements = self.value(key, wanted, problems, DeValue::as_array)?;
        two(key, wanted, elements.value, elements.at, problems, read)
    }

    /// The integer of a key.
    pub(super) fn number(&self, key: &str, problems: &mut Vec<Problem>) -> Option<At<Number>> {
        let (_, value) = self.get(key)?;
        number(key, "an integer", value, problems)
    }
}

/// Reads an element of a list, under a key that takes what is wanted.
type Element<T> = fn(&str, &str, &Spanned<DeValue<'_>>, &mut Vec<Problem>) -> Option<T>;

const A_STRING: &str = "a string";
const A_DATE: &str = "a date";
const STRINGS: &str = "a list of strings";
const A_TABLE: &str = "a table of strings";
const CODES: &str = "a list of codes and ranges";
const PAIR: &str = "two integers: the first and the last code";

/// A text without what an editor, or the form of the source, put around its lines.
fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for line in text.trim().lines() {
        if !clean.is_empty() {
            clean.push('\n');
        }
        clean.push_str(line);
    }
    clean
}

/// The two elements of a list.
fn two<T>(
    key: &str,
    wanted: &str,
    elements: &[Spanned<DeValue<'_>>],
    at: Span,
    problems: &mut Vec<Problem>,
    read: Element<T>,
) -> Option<[T; 2]> {
    let elements = elements.iter().map(|element| read(key, wanted, element, problems));
    let elements = elements.collect::<Option<Vec<_>>>()?;
    if elements.len() != 2 {
        problems.push(Problem::error(at, format!("`{key}` takes {wanted}")).label(
            match elements.len() {
                0 => "there are none".to_owned(),
                1 => "there is one".to_owned(),
                count => format!("there are {count}"),
            },
        ));
    }
    elements.try_into().ok()
}

/// An integer; one that no `i64` can hold is reported here, since later its digits are lost.
fn number(
    key: &str,
    wanted: &str,
    value: &Spanned<DeValue<'_>>,
    problems: &mut Vec<Problem>,
) -> Option<At<Number>> {
    let (value, at) = (value.get_ref(), value.span().into());
    let DeValue::Integer(integer) = value else {
        problems.push(mistyped(key, wanted, value, at));
        return None;
    };
    let number = integer_value(integer);
    if number.is_none() {
        problems.push(crate::check::not_a_code(at, &integer.to_string()));
    }
    Some(At::new(Number::Known(number?), at))
}

/// The value of an integer as it was written.
pub(super) fn integer_value(integer: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// The day that a value is, `YYYY-MM-DD`.
fn date(value: &DeValue<'_>) -> Option<String> {
    let day = value.as_datetime().filter(|day| day.time.is_none())?;
    Some(day.date?.to_string())
}

/// Says that a value has the wrong type.
pub(super) fn mistyped(key: &str, wanted: &str, value: &DeValue<'_>, at: Span) -> Problem {
    let problem = Problem::error(at, format!("`{key}` must be {wanted}"))
        .label(format!("this is {}", a_type(value)));
    match (wanted, value) {
        _ if key == "deprecated" => problem.help("say what to use instead, in quotes"),
        _ if key == "reconnect" => problem.help("for example `\"never\"` or `{ after = [5, 30] }`"),
        _ if key == "after" => problem.help("for example `after = [5, 30]`"),
        (A_DATE, DeValue::String(text))
            if DeValue::parse(text).is_ok_and(|value| date(value.get_ref()).is_some()) =>
        {
            problem.help(format!("remove the quotes: `{key} = {text}`"))
        }
        (A_DATE, _) => problem.help(format!("such as `{key} = 2026-06-10`")),
        (CODES, _) => problem.help(format!("such as `{key} = [4002, [4010, 4019]]`")),
        (A_TABLE, _) => problem.help(format!("such as `{key} = {{ team = \"chat\" }}`")),
        (PAIR, _) => problem.help(format!("such as `{key} = [4000, 4099]`")),
        (STRINGS, DeValue::String(_)) => problem.help("put it in brackets: `[\"...\"]`"),
        (A_STRING, DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_)) => {
            problem.help("put it in quotes")
        }
        (A_STRING | STRINGS, _) => problem,
        (_, DeValue::String(text)) if looks_bare(text) => problem.help("remove the quotes"),
        _ => problem,
    }
}

/// Whether a text would be a number or a boolean without its quotes.
fn looks_bare(text: &str) -> bool {
    text == "true" || text == "false" || text.parse::<i64>().is_ok()
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

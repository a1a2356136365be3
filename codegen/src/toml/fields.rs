//! One table of the source, read key by key.

use ::toml::Spanned;
use ::toml::de::{DeInteger, DeTable, DeValue};

use super::Field;
use crate::model::Span;
use crate::model::{At, DraftCodes, Number};
use crate::nearest::{nearest, suggestion};
use crate::problem::Problem;

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
    pub(super) fn names_are(
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

    /// The name, which is required: empty where there is none, and where it is none, which is reported.
    pub(super) fn name(&self, problems: &mut Vec<Problem>) -> At<String> {
        let help = "write a name in UpperCamelCase, such as `SessionExpired`";
        let name = self.identifier("name", help, problems);
        name.unwrap_or_else(|| At::new(String::new(), self.at))
    }

    /// The class, which may be left out: empty where it is no name, which is reported.
    pub(super) fn class(&self, problems: &mut Vec<Problem>) -> Option<At<String>> {
        self.identifier("class", "write a name in UpperCamelCase, or leave it out", problems)
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

    /// The string of a key, without the white space around it, and lines ended as on Unix.
    pub(super) fn text(&self, key: &str, problems: &mut Vec<Problem>) -> Option<At<String>> {
        let (_, value) = self.get(key)?;
        match value.get_ref() {
            DeValue::String(text) => Some(At::new(clean(text), value.span().into())),
            other => {
                problems.push(mistyped(key, A_STRING, other, value.span().into()));
                None
            }
        }
    }

    /// The day of a key.
    pub(super) fn date(&self, key: &str, problems: &mut Vec<Problem>) -> Option<At<String>> {
        let (_, value) = self.get(key)?;
        let date = date(value.get_ref());
        if date.is_none() {
            problems.push(mistyped(key, A_DATE, value.get_ref(), value.span().into()));
        }
        Some(At::new(date?, value.span().into()))
    }

    /// The boolean of a key.
    pub(super) fn flag(&self, key: &str, problems: &mut Vec<Problem>) -> Option<At<bool>> {
        let (_, value) = self.get(key)?;
        match value.get_ref() {
            DeValue::Boolean(flag) => Some(At::new(*flag, value.span().into())),
            other => {
                problems.push(mistyped(key, "`true` or `false`", other, value.span().into()));
                None
            }
        }
    }

    /// The list of strings of a key.
    pub(super) fn texts(&self, key: &str, problems: &mut Vec<Problem>) -> Option<Vec<At<String>>> {
        let (_, value) = self.get(key)?;
        let DeValue::Array(elements) = value.get_ref() else {
            problems.push(mistyped(key, STRINGS, value.get_ref(), value.span().into()));
            return None;
        };
        let mut texts = Vec::with_capacity(elements.len());
        for element in elements {
            match element.get_ref() {
                DeValue::String(text) => texts.push(At::new(clean(text), element.span().into())),
                other => problems.push(mistyped(key, STRINGS, other, element.span().into())),
            }
        }
        Some(texts)
    }

    /// The table of a key.
    pub(super) fn table(&self, key: &str, problems: &mut Vec<Problem>) -> Option<Fields<'t, 'i>> {
        let (_, value) = self.get(key)?;
        match value.get_ref() {
            DeValue::Table(table) => {
                let of = if key == "outputs" { "[table.outputs]" } else { "`extra`" };
                Some(Fields::new(table, value.span().into(), of))
            }
            other => {
                problems.push(mistyped(key, A_TABLE, other, value.span().into()));
                None
            }
        }
    }

    /// All keys, and their strings.
    pub(super) fn pairs(&self, problems: &mut Vec<Problem>) -> Vec<(At<String>, At<String>)> {
        let of = |(key, _): Field<'t, 'i>| {
            let name = At::new(key.get_ref().to_string(), key.span().into());
            self.text(&name.value, problems).map(|text| (name, text))
        };
        self.table.iter().filter_map(of).collect()
    }

    /// The integers of a key, alone or in pairs: `[4002, [4010, 4019]]`.
    pub(super) fn codes(&self, key: &str, problems: &mut Vec<Problem>) -> Vec<DraftCodes> {
        let Some((_, value)) = self.get(key) else { return Vec::new() };
        let DeValue::Array(elements) = value.get_ref() else {
            problems.push(mistyped(key, CODES, value.get_ref(), value.span().into()));
            return Vec::new();
        };
        let of = |element: &Spanned<DeValue<'_>>| {
            let at = element.span().into();
            if let DeValue::Array(ends) = element.get_ref() {
                let [first, last] = pair(key, PAIR, ends, at, problems)?;
                return Some(DraftCodes { first, last, is_range: true, at });
            }
            let code = number(key, CODES, element.get_ref(), at, problems)?;
            Some(DraftCodes { first: code.clone(), last: code, is_range: false, at })
        };
        elements.iter().filter_map(of).collect()
    }

    /// The two integers of a key such as `codes = [4000, 4999]`.
    pub(super) fn pair(&self, key: &str, problems: &mut Vec<Problem>) -> Option<[At<Number>; 2]> {
        let (_, value) = self.get(key)?;
        let DeValue::Array(elements) = value.get_ref() else {
            problems.push(mistyped(key, PAIR, value.get_ref(), value.span().into()));
            return None;
        };
        pair(key, PAIR, elements, value.span().into(), problems)
    }

    /// The integer of a key.
    pub(super) fn number(&self, key: &str, problems: &mut Vec<Problem>) -> Option<At<Number>> {
        let (_, value) = self.get(key)?;
        number(key, "an integer", value.get_ref(), value.span().into(), problems)
    }
}

const A_STRING: &str = "a string";
const A_DATE: &str = "a date";
const STRINGS: &str = "a list of strings";
const A_TABLE: &str = "a table of strings";
const CODES: &str = "a list of codes and of ranges of codes";
const PAIR: &str = "two integers, the first code and the last";

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

/// The two integers of a list.
fn pair(
    key: &str,
    wanted: &str,
    elements: &[Spanned<DeValue<'_>>],
    at: Span,
    problems: &mut Vec<Problem>,
) -> Option<[At<Number>; 2]> {
    let mut numbers = Vec::with_capacity(2);
    for element in elements {
        numbers.push(number(key, wanted, element.get_ref(), element.span().into(), problems)?);
    }
    if numbers.len() != 2 {
        problems.push(not_two(key, wanted, elements.len(), at));
    }
    numbers.try_into().ok()
}

/// An integer; one that no `i64` can hold is reported here, since later nobody sees its digits.
fn number(
    key: &str,
    wanted: &str,
    value: &DeValue<'_>,
    at: Span,
    problems: &mut Vec<Problem>,
) -> Option<At<Number>> {
    let DeValue::Integer(integer) = value else {
        problems.push(mistyped(key, wanted, value, at));
        return None;
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

/// The day that a value is, `YYYY-MM-DD`.
fn date(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::Datetime(day) if day.time.is_none() => Some(day.date?.to_string()),
        _ => None,
    }
}

/// Says that a list has more or fewer than two elements.
pub(super) fn not_two(key: &str, wanted: &str, count: usize, at: Span) -> Problem {
    Problem::error(at, format!("`{key}` takes {wanted}")).label(match count {
        0 => "there are none".to_owned(),
        1 => "there is one".to_owned(),
        _ => format!("there are {count}"),
    })
}

/// Says that a value has the wrong type.
pub(super) fn mistyped(key: &str, wanted: &str, value: &DeValue<'_>, at: Span) -> Problem {
    let problem = Problem::error(at, format!("`{key}` takes {wanted}"))
        .label(format!("this is {}", a_type(value)));
    match (wanted, value) {
        _ if key == "deprecated" => problem.help("say what to use instead, in quotes"),
        _ if key == "reconnect" => problem.help("such as `\"never\"` or `{ after = [5, 30] }`"),
        _ if key == "after" => problem.help("such as `after = [5, 30]`"),
        (A_DATE, DeValue::String(text))
            if DeValue::parse(text).is_ok_and(|value| date(value.get_ref()).is_some()) =>
        {
            problem.help(format!("leave the quotes out: `{key} = {text}`"))
        }
        (A_DATE, _) => problem.help(format!("such as `{key} = 2026-06-10`")),
        (CODES, _) => problem.help(format!("such as `{key} = [4002, [4010, 4019]]`")),
        (A_TABLE, _) => problem.help(format!("such as `{key} = {{ team = \"chat\" }}`")),
        (PAIR, _) => problem.help(format!("such as `{key} = [4000, 4099]`")),
        (STRINGS, DeValue::String(_)) => problem.help("put it in brackets: a list of one"),
        (A_STRING, DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_)) => {
            problem.help("put it in quotes")
        }
        (A_STRING | STRINGS, _) => problem,
        (_, DeValue::String(text)) if looks_bare(text) => problem.help("leave the quotes out"),
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

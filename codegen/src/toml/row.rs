//! Lowers a `[[range]]` or a `[[code]]`.

use ::toml::de::DeValue;

use super::Place;
use super::fields::{Fields, integer_value, mistyped};
use crate::model::{At, Codes, DraftRow, Payload, Reconnect, Sender};
use crate::nearest::suggestion;
use crate::problem::Problem;

/// The keys of `[[range]]`.
const RANGE: [&str; 15] = [
    "codes",
    "name",
    "class",
    "meaning",
    "label",
    "description",
    "wire",
    "local",
    "script",
    "sender",
    "reconnect",
    "reference",
    "since",
    "deprecated",
    "allow",
];

/// The keys of `[[code]]`.
const CODE: [&str; 14] = [
    "code",
    "name",
    "meaning",
    "label",
    "description",
    "wire",
    "local",
    "script",
    "sender",
    "reconnect",
    "reference",
    "since",
    "deprecated",
    "allow",
];

/// Lowers a `[[range]]`.
pub(super) fn range(
    fields: &Fields<'_, '_>,
    problems: &mut Vec<Problem<Place>>,
) -> DraftRow<Place> {
    fields.unknown(&RANGE, problems);
    if fields.get("codes").is_none() {
        fields.missing("codes", "give its first and last code: `codes = [4000, 4099]`", problems);
    }
    let codes = fields.pair("codes", problems).map(|[first, last]| {
        let at = fields.get("codes").map_or(fields.at.clone(), |(_, value)| value.span());
        Codes { first, last, is_range: true, at }
    });
    let class = fields.text("class", problems);
    row(fields, codes, class, problems)
}

/// Lowers a `[[code]]`.
pub(super) fn code(fields: &Fields<'_, '_>, problems: &mut Vec<Problem<Place>>) -> DraftRow<Place> {
    fields.unknown(&CODE, problems);
    if fields.get("code").is_none() {
        fields.missing("code", "give its number: `code = 4001`", problems);
    }
    let codes = fields.number("code", problems).map(|number| Codes {
        at: number.at.clone(),
        first: number.clone(),
        last: number,
        is_range: false,
    });
    row(fields, codes, None, problems)
}

/// Lowers what both kinds have.
fn row(
    fields: &Fields<'_, '_>,
    codes: Option<Codes<Place>>,
    class: Option<At<String, Place>>,
    problems: &mut Vec<Problem<Place>>,
) -> DraftRow<Place> {
    if fields.get("name").is_none() {
        fields.missing("name", "give the row a name: `name = \"SessionExpired\"`", problems);
    }
    let name = fields.text("name", problems);
    DraftRow {
        codes: codes.into_iter().collect(),
        name: name.unwrap_or(At::new(String::new(), fields.at.clone())),
        class,
        meaning: fields.text("meaning", problems),
        label: fields.text("label", problems),
        description: fields.text("description", problems),
        wire: fields.flag("wire", problems),
        local: fields.flag("local", problems),
        script: fields.flag("script", problems),
        sender: sender(fields, problems),
        reconnect: reconnect(fields, problems),
        reference: fields.texts("reference", problems),
        since: fields.text("since", problems),
        deprecated: fields.text("deprecated", problems),
        allow: fields.texts("allow", problems).unwrap_or_default(),
        payload: Payload::ByTable,
        rest: false,
        at: fields.at.clone(),
    }
}

/// Who sends a code.
fn sender(
    fields: &Fields<'_, '_>,
    problems: &mut Vec<Problem<Place>>,
) -> Option<At<Sender, Place>> {
    let text = fields.text("sender", problems)?;
    let sender = Sender::parse(&text.value);
    if sender.is_none() {
        problems.push(
            Problem::error(text.at.clone(), format!("unknown sender `{}`", text.value))
                .help(suggestion(&text.value, &Sender::WORDS)),
        );
    }
    Some(At::new(sender?, text.at))
}

/// What to do about trying again.
fn reconnect(
    fields: &Fields<'_, '_>,
    problems: &mut Vec<Problem<Place>>,
) -> Option<At<Reconnect, Place>> {
    let (_, value) = fields.get("reconnect")?;
    match value.get_ref() {
        DeValue::String(text) => {
            let reconnect = Reconnect::parse(text);
            if reconnect.is_none() {
                problems.push(
                    Problem::error(value.span(), format!("unknown reconnect `{text}`"))
                        .help(suggestion(text, &Reconnect::WORDS)),
                );
            }
            Some(At::new(reconnect?, value.span()))
        }
        DeValue::Table(table) => after(&Fields::new(table, value.span(), "reconnect"), problems),
        other => {
            mistyped("reconnect", "a word or `{ after = [5, 30] }`", other, value.span(), problems)
        }
    }
}

/// A delay between two numbers of seconds.
fn after(
    fields: &Fields<'_, '_>,
    problems: &mut Vec<Problem<Place>>,
) -> Option<At<Reconnect, Place>> {
    let (_, value) = fields.get("after")?;
    let DeValue::Array(elements) = value.get_ref() else { return None };
    let mut seconds = Vec::new();
    for element in elements {
        let DeValue::Integer(integer) = element.get_ref() else { return None };
        seconds.push(u32::try_from(integer_value(integer)?).ok()?);
    }
    let [min, max] = seconds.as_slice() else { return None };
    let _ = problems;
    Some(At::new(Reconnect::After { min: *min, max: *max }, value.span()))
}

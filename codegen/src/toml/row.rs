//! Lowers a `[[range]]` or a `[[code]]`.

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::fields::{Fields, integer_value, mistyped};
use crate::model::{At, Details, DraftCodes, DraftRow, Reconnect, Sender, Span};
use crate::nearest::{listed, nearest, suggestion};
use crate::problem::Problem;

/// The keys of `[[range]]` and `[[code]]`, in addition to those of [`Details`].
const KEYS: [&str; 11] = [
    "name",
    "meaning",
    "label",
    "wire",
    "local",
    "script",
    "sender",
    "reconnect",
    "reference",
    "allow",
    "extra",
];

/// How to write a name.
const NAME: (&str, &str) = ("name", "give the row a name: `name = \"SessionExpired\"`");

/// Lowers a `[[range]]`.
pub(super) fn range(fields: &Fields<'_, '_>, problems: &mut Vec<Problem>) -> DraftRow {
    let required = [("codes", "give its first and its last code: `codes = [4000, 4099]`"), NAME];
    let hint = "a range has `codes = [4000, 4099]`; a single code goes into a `[[code]]`";
    fields.check_keys(&keys(&["codes", "class"]), &required, &[("code", hint)], problems);
    let codes = fields.pair("codes", problems).map(|[first, last]| {
        let at = fields.get("codes").map_or(fields.at, |(_, value)| value.span().into());
        DraftCodes { first, last, is_range: true, at }
    });
    let class = fields.class(problems);
    row(fields, codes, class, problems)
}

/// Lowers a `[[code]]`.
pub(super) fn code(fields: &Fields<'_, '_>, problems: &mut Vec<Problem>) -> DraftRow {
    let required = [("code", "add its number: `code = 4001`"), NAME];
    let hints = [
        ("codes", "a code has `code = 4001`; a range of codes goes into a `[[range]]`"),
        ("class", "set `class` on the range: its codes inherit it"),
    ];
    fields.check_keys(&keys(&["code"]), &required, &hints, problems);
    let codes = fields.number("code", problems).map(|number| DraftCodes {
        at: number.at,
        first: number.clone(),
        last: number,
        is_range: false,
    });
    row(fields, codes, None, problems)
}

fn keys(own: &[&'static str]) -> Vec<&'static str> {
    [own, &KEYS, &Details::keys()].concat()
}

/// Lowers what both kinds have.
fn row(
    fields: &Fields<'_, '_>,
    codes: Option<DraftCodes>,
    class: Option<At<String>>,
    problems: &mut Vec<Problem>,
) -> DraftRow {
    let allow = fields.texts("allow", problems).unwrap_or_default();
    let mut details = Details {
        reference: fields.texts("reference", problems),
        extra: fields
            .table("extra", "`extra`", problems)
            .map_or_else(Vec::new, |extra| extra.pairs(problems)),
        ..Details::default()
    };
    for (key, text) in details.texts_mut() {
        *text = fields.text(key, problems);
    }
    DraftRow {
        codes: codes.into_iter().collect(),
        class,
        meaning: fields.text("meaning", problems),
        label: fields.text("label", problems),
        wire: fields.flag("wire", problems),
        local: fields.flag("local", problems),
        script: fields.flag("script", problems),
        sender: sender(fields, problems),
        reconnect: reconnect(fields, problems),
        details,
        reassigned: allow.iter().any(|name| name.value == "reassigned"),
        allow,
        ..DraftRow::new(fields.name(problems), fields.at)
    }
}

/// Who sends a code.
fn sender(fields: &Fields<'_, '_>, problems: &mut Vec<Problem>) -> Option<At<Sender>> {
    let text = fields.text("sender", problems)?;
    let sender = Sender::parse(&text.value);
    if sender.is_none() {
        problems.push(
            Problem::error(text.at, format!("unknown sender `{}`", text.value))
                .help(suggestion(&text.value, &Sender::WORDS)),
        );
    }
    Some(At::new(sender?, text.at))
}

/// What to do about trying again.
fn reconnect(fields: &Fields<'_, '_>, problems: &mut Vec<Problem>) -> Option<At<Reconnect>> {
    let (_, value) = fields.get("reconnect")?;
    match value.get_ref() {
        DeValue::String(word) => {
            let reconnect = Reconnect::parse(word);
            if reconnect.is_none() {
                problems.push(unknown_policy(word, value.span().into()));
            }
            Some(At::new(reconnect?, value.span().into()))
        }
        DeValue::Table(table) => after(table, value.span().into(), problems),
        other => {
            problems.push(mistyped("reconnect", "a word or a delay", other, value.span().into()));
            None
        }
    }
}

/// Says which policies there are.
fn unknown_policy(word: &str, at: Span) -> Problem {
    let mut words = Reconnect::WORDS.to_vec();
    words.push("after");
    let help = match nearest(word, &words) {
        Some("after") => AFTER.to_owned(),
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write {}; or {AFTER}", listed(&Reconnect::WORDS, "or")),
    };
    Problem::error(at, format!("unknown `reconnect` value `{word}`")).help(help)
}

const AFTER: &str = "write a delay in seconds: `{ after = [5, 30] }`";
const SECONDS: &str = "two integers: the minimum and the maximum delay in seconds";

/// A random delay: `{ after = [5, 30] }`.
fn after(table: &DeTable<'_>, at: Span, problems: &mut Vec<Problem>) -> Option<At<Reconnect>> {
    let fields = Fields::new(table, at, "`reconnect`");
    fields.check_keys(&["after"], &[("after", AFTER)], &[], problems);
    let at = fields.get("after")?.1.span().into();
    let [min, max] = fields.two("after", SECONDS, problems, seconds)?;
    Some(At::new(Reconnect::After { min, max }, at))
}

fn seconds(
    key: &str,
    wanted: &str,
    value: &Spanned<DeValue<'_>>,
    problems: &mut Vec<Problem>,
) -> Option<u32> {
    let at = value.span().into();
    let DeValue::Integer(integer) = value.get_ref() else {
        problems.push(mistyped(key, wanted, value.get_ref(), at));
        return None;
    };
    let number = integer_value(integer).and_then(|number| u32::try_from(number).ok());
    if number.is_none() {
        problems.push(
            Problem::error(at, format!("{integer} is not a delay in seconds"))
                .help(format!("write a number from 0 to {}", u32::MAX)),
        );
    }
    number
}

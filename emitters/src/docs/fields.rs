//! A row as documents for programs have it: its keys in order, and their values.

use close_code_codegen::model::{At, Flags, Reconnect};
use serde::{Serialize, Serializer};

use crate::docs::entry::Entry;
use crate::docs::words;

/// The value of a key.
#[derive(Debug)]
pub(crate) enum Field<'a> {
    /// The first and the last code.
    Codes(u16, u16),
    /// A text.
    Text(&'a str),
    /// A text that may be missing.
    Optional(Option<&'a str>),
    /// Yes or no.
    Flag(bool),
    /// Advice about connecting again.
    Reconnect(Reconnect),
    /// A list of texts.
    Texts(Vec<&'a str>),
    /// Texts by keys of the author's own.
    Pairs(&'a [(At<String>, At<String>)]),
}

impl<'a> Entry<'a> {
    /// The keys and their values. What is only passed on comes last.
    pub(crate) fn fields(&self) -> Vec<(&'static str, Field<'a>)> {
        let row = self.row;
        let Flags { wire, local, script } = self.flags;
        let constant = self.is_single().then_some(row.constant.as_str());
        let mut fields = vec![
            ("codes", Field::Codes(self.first, self.last)),
            ("name", Field::Text(&row.name)),
            ("constant", Field::Optional(constant)),
            ("class", Field::Optional(row.class.as_deref())),
            ("meaning", Field::Text(&row.meaning)),
            ("label", Field::Text(&row.label)),
            ("description", Field::Text(row.description())),
            ("wire", Field::Flag(wire)),
            ("local", Field::Flag(local)),
            ("script", Field::Flag(script)),
            ("sender", Field::Text(words::sender_key(self))),
            ("reconnect", Field::Reconnect(row.reconnect)),
            ("reference", Field::Texts(row.reference())),
        ];
        let details = row.details.texts().into_iter().filter(|(key, _)| *key != "description");
        fields.extend(details.map(|(key, text)| (key, Field::Optional(text.map(|text| &***text)))));
        fields.push(("extra", Field::Pairs(&row.details.extra)));
        fields
    }
}

impl Serialize for Entry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.fields())
    }
}

impl Serialize for Field<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Codes(first, last) => (first, last).serialize(serializer),
            Self::Text(text) => text.serialize(serializer),
            Self::Optional(text) => text.serialize(serializer),
            Self::Flag(flag) => flag.serialize(serializer),
            Self::Reconnect(reconnect) => Advice::from(*reconnect).serialize(serializer),
            Self::Texts(texts) => texts.serialize(serializer),
            Self::Pairs([]) => serializer.serialize_none(),
            Self::Pairs(pairs) => {
                serializer.collect_map(pairs.iter().map(|(key, text)| (&**key, &**text)))
            }
        }
    }
}

#[derive(Serialize)]
struct Advice {
    r#type: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_seconds: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_seconds: Option<u32>,
}

impl From<Reconnect> for Advice {
    fn from(reconnect: Reconnect) -> Self {
        let (min_seconds, max_seconds) = match reconnect {
            Reconnect::After { min, max } => (Some(min), Some(max)),
            _ => (None, None),
        };
        Self { r#type: reconnect.word(), min_seconds, max_seconds }
    }
}

//! A source in TOML as an editor's validator sees it: as JSON.

use core::ops::Range;

use close_code_codegen::model::Span;
use serde_json::{Map, Value};
use toml::de::{DeTable, DeValue};

/// The JSON, and where in it the places of the source are.
pub(crate) struct Document {
    pub(crate) value: Value,
    places: Vec<(Range<usize>, String)>,
}

impl Document {
    /// `None` if the source is not TOML.
    pub(crate) fn parse(source: &str) -> Option<Self> {
        let table = DeTable::parse(source).ok()?;
        let mut document = Self { value: Value::Null, places: Vec::new() };
        document.value = document.table(table.get_ref(), "");
        Some(document)
    }

    /// The JSON pointer to the narrowest key or value that holds a place.
    pub(crate) fn pointer(&self, at: Span) -> &str {
        let holds = |span: &Range<usize>| span.start <= at.start && at.end <= span.end;
        let holding = self.places.iter().filter(|(span, _)| holds(span));
        holding.min_by_key(|(span, _)| span.len()).map_or("", |(_, pointer)| pointer)
    }

    fn table(&mut self, table: &DeTable<'_>, at: &str) -> Value {
        let mut object = Map::new();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            let pointer = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
            self.places.push((key.span(), pointer.clone()));
            self.places.push((value.span(), pointer.clone()));
            object.insert(name.to_owned(), self.value(value.get_ref(), &pointer));
        }
        Value::Object(object)
    }

    fn value(&mut self, value: &DeValue<'_>, at: &str) -> Value {
        match value {
            DeValue::String(text) => Value::from(text.as_ref()),
            DeValue::Integer(number) => {
                match i64::from_str_radix(number.as_str(), number.radix()) {
                    Ok(number) => Value::from(number),
                    Err(_) => Value::from(1e30),
                }
            }
            DeValue::Float(number) => Value::from(number.as_str().parse::<f64>().ok()),
            DeValue::Boolean(flag) => Value::from(*flag),
            // JSON knows no dates; editors make texts of them.
            DeValue::Datetime(date) => Value::from(date.to_string()),
            DeValue::Array(elements) => {
                let elements = elements.iter().enumerate().map(|(index, element)| {
                    let pointer = format!("{at}/{index}");
                    self.places.push((element.span(), pointer.clone()));
                    self.value(element.get_ref(), &pointer)
                });
                elements.collect()
            }
            DeValue::Table(table) => self.table(table, at),
        }
    }
}

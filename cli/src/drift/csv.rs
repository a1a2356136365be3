//! The registry in CSV, which IANA offers beside its XML.

use csv::{ReaderBuilder, StringRecord};

use super::registry::{Record, Registry, codes, one_line, reference};

/// Reads the registry. The file does not say its date.
pub(super) fn read(source: &str, date: Option<&str>) -> Result<Registry, String> {
    let mut reader = ReaderBuilder::new().from_reader(source.as_bytes());
    let heads = reader.headers().map_err(|error| format!("this is no CSV: {error}"))?.clone();
    let column = |name: &str| {
        let found = heads.iter().position(|head| head.trim().eq_ignore_ascii_case(name));
        found.ok_or_else(|| {
            format!("this has no column `{name}`: is it IANA's close-code-number.csv?")
        })
    };
    let (value, meaning, references) =
        (column("Status Code")?, column("Meaning")?, column("Reference")?);
    let mut records = Vec::new();
    for line in reader.records() {
        let line = line.map_err(|error| format!("this is no CSV: {error}"))?;
        let (first, last) = codes(field(&line, value))?;
        records.push(Record {
            first,
            last,
            meaning: one_line(field(&line, meaning)),
            reference: bracketed(field(&line, references)),
            since: None,
        });
    }
    Ok(Registry { date: date.map(str::to_owned), records, rules: Vec::new() })
}

fn field(line: &StringRecord, column: usize) -> &str {
    line.get(column).unwrap_or_default()
}

/// The references of `[RFC6455][RFC Errata 3227]`.
fn bracketed(text: &str) -> Vec<String> {
    let parts = text.split(['[', ']']).map(reference);
    parts.filter(|part| !part.is_empty()).collect()
}

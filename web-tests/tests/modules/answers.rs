//! What Rust says about every one of the 65,536 codes, for a script to compare with a module.

use std::collections::HashMap;

use close_code::{CloseCode, Reconnect, Role};
use close_code_codegen::model::{self, Row, Sender, Table};
use serde_json::{Value, json};

/// Answers, and for each code the position of its own. `null` is the answer where no row holds the code.
#[derive(Clone)]
pub(crate) struct Answers {
    answers: Vec<Value>,
    codes: Vec<usize>,
}

impl Answers {
    pub(crate) fn to_json(&self) -> String {
        json!({ "answers": self.answers, "codes": self.codes }).to_string()
    }

    /// The same with one answer changed.
    pub(crate) fn with(&self, code: u16, key: &str, value: impl Into<Value>) -> Self {
        let mut all = self.clone();
        let position = &mut all.codes[usize::from(code)];
        let mut answer = all.answers[*position].clone();
        answer[key] = value.into();
        *position = all.answers.len();
        all.answers.push(answer);
        all
    }
}

/// What the runtime crate says.
pub(crate) fn of_runtime() -> Answers {
    let mut positions = HashMap::new();
    let mut answers = Vec::new();
    let codes = (0..=u16::MAX).map(|code| {
        let answer = of_code(CloseCode::new(code));
        *positions.entry(answer.to_string()).or_insert_with(|| {
            answers.push(answer);
            answers.len() - 1
        })
    });
    let codes = codes.collect();
    Answers { answers, codes }
}

/// What the narrowest row that holds a code says, found by looking at every row for every code.
pub(crate) fn of_table(table: &Table) -> Answers {
    let spans: Vec<_> = table.rows().iter().map(Row::span).collect();
    let narrowest = |code: u16| {
        let holding = spans.iter().enumerate().filter_map(|(position, span)| {
            let (first, last) = (*span)?;
            (first <= code && code <= last).then_some((last - first, position))
        });
        holding.min().map_or(spans.len(), |(_, position)| position)
    };
    let mut answers: Vec<_> = table.rows().iter().map(of_row).collect();
    answers.push(Value::Null);
    Answers { answers, codes: (0..=u16::MAX).map(narrowest).collect() }
}

fn of_code(code: CloseCode) -> Value {
    let entry = code.entry();
    let number = format!("{} ", code.get());
    json!({
        "kind": format!("{:?}", code.kind()),
        "class": format!("{:?}", code.class()),
        // Cut off the number: equal answers become one.
        "label": code.to_string().strip_prefix(&number),
        "meaning": code.meaning(),
        "description": entry.description(),
        "reference": entry.reference(),
        "wire": code.is_valid_on_wire(),
        "local": code.is_local_only(),
        "script": code.is_settable_by_script(),
        "client": code.is_sendable_by(Role::Client),
        "server": code.is_sendable_by(Role::Server),
        "reconnect": match code.reconnect() {
            Reconnect::Never => json!({ "type": "never" }),
            Reconnect::AfterChange => json!({ "type": "after-change" }),
            Reconnect::Immediately => json!({ "type": "immediately" }),
            Reconnect::Backoff => json!({ "type": "backoff" }),
            Reconnect::After { min, max } => {
                json!({ "type": "after", "minSeconds": min.as_secs(), "maxSeconds": max.as_secs() })
            }
            _ => json!({ "type": "unspecified" }),
        },
    })
}

fn of_row(row: &Row) -> Value {
    let flags = row.flags.expect("a table in TOML has flags");
    json!({
        "kind": row.name,
        "class": row.class,
        "label": row.label,
        "meaning": row.meaning,
        "description": row.description,
        "reference": row.reference,
        "wire": flags.wire,
        "local": flags.local,
        "script": flags.script,
        "client": flags.wire && row.sender != Sender::Server,
        "server": flags.wire && row.sender != Sender::Client,
        "reconnect": match row.reconnect {
            model::Reconnect::Unspecified => json!({ "type": "unspecified" }),
            model::Reconnect::Never => json!({ "type": "never" }),
            model::Reconnect::AfterChange => json!({ "type": "after-change" }),
            model::Reconnect::Immediately => json!({ "type": "immediately" }),
            model::Reconnect::Backoff => json!({ "type": "backoff" }),
            model::Reconnect::After { min, max } => {
                json!({ "type": "after", "minSeconds": min, "maxSeconds": max })
            }
        },
    })
}

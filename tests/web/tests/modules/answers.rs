//! What Rust says about every one of the 65,536 codes, for a script to compare with a module.

use core::cmp::Reverse;
use std::collections::HashMap;

use close_code::{CloseCode, Reconnect, Role};
use close_code_codegen::model::{self, Row, Sender, Table};
use serde_json::{Value, json};

/// Answers, and for each code the position of its own. `null` is the answer if no row holds the code.
#[derive(Clone)]
pub(crate) struct Answers {
    answers: Vec<Value>,
    codes: Vec<usize>,
}

impl Answers {
    pub(crate) fn to_json(&self) -> String {
        let runs: Vec<_> =
            self.codes.chunk_by(PartialEq::eq).map(|run| (run[0], run.len())).collect();
        json!({ "answers": self.answers, "runs": runs }).to_string()
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

/// What the narrowest row of the table says, or else the narrowest of the protocol. A module of the table alone
/// knows of the protocol only which codes may be sent.
pub(crate) fn of_table(table: &Table, protocol: Option<&Table>, own_only: bool) -> Answers {
    let own = narrowest(table);
    let behind = protocol.map_or_else(|| vec![None; own.len()], narrowest);
    let mut positions = HashMap::new();
    let mut answers = Vec::new();
    let mut codes: Vec<usize> = Vec::with_capacity(own.len());
    let mut before = None;
    for (own, behind) in own.into_iter().zip(behind) {
        let rows = [own, behind].map(|row| row.map(core::ptr::from_ref));
        // Most codes have the answer of the one before.
        if before == Some(rows) {
            codes.extend(codes.last().copied());
            continue;
        }
        before = Some(rows);
        codes.push(*positions.entry(rows).or_insert_with(|| {
            let answer = match (own, behind) {
                (Some(own), Some(behind)) if own.class.is_none() && !own_only => {
                    let mut answer = of_row(own);
                    answer["class"] = json!(behind.class);
                    answer
                }
                (None, Some(row)) if own_only => flags_of(row),
                (Some(row), _) | (None, Some(row)) => of_row(row),
                (None, None) => Value::Null,
            };
            answers.push(answer);
            answers.len() - 1
        }));
    }
    Answers { answers, codes }
}

/// The narrowest row of each code. Of two that are as narrow it is the later: a code comes after a range of that
/// code alone.
fn narrowest(table: &Table) -> Vec<Option<&Row>> {
    let spans = table.rows().iter().filter_map(|row| row.span().map(|span| (span, row)));
    let mut spans: Vec<_> = spans.collect();
    spans.sort_by_key(|((first, last), _)| Reverse(last - first));
    let mut rows = vec![None; usize::from(u16::MAX) + 1];
    for ((first, last), row) in spans {
        rows[usize::from(first)..=usize::from(last)].fill(Some(row));
    }
    rows
}

/// When to reconnect after every code of the registry, by its number, the attempts that failed, and the
/// random bits.
pub(crate) fn delays() -> Value {
    let mut delays = Vec::new();
    for code in (999..=1016).chain([2999, 3000, 3003, 3008, 3999, 4000, 5000]) {
        let advice = CloseCode::new(code).reconnect();
        for attempt in 0..9 {
            for random in [0, 1, 1 << 16, 1 << 31, 3_000_000_000, u32::MAX] {
                let delay = advice.delay(attempt, random).map(|delay| delay.as_millis());
                delays.push(json!([code, attempt, random, advice.should_retry(), delay]));
            }
        }
    }
    Value::from(delays)
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
    let mut answer = json!({
        "kind": row.name,
        "class": row.class,
        "label": row.label,
        "meaning": row.meaning,
        "description": row.description(),
        "reference": row.reference(),
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
    });
    if let (Value::Object(answer), Value::Object(flags)) = (&mut answer, flags_of(row)) {
        answer.extend(flags);
    }
    answer
}

fn flags_of(row: &Row) -> Value {
    let flags = row.flags.expect("a table in TOML has flags");
    json!({
        "wire": flags.wire,
        "local": flags.local,
        "script": flags.script,
        "client": flags.wire && row.sender != Sender::Server,
        "server": flags.wire && row.sender != Sender::Client,
    })
}

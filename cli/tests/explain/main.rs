//! What `explain` makes of texts: the data of `libraries.toml`, lines of programs, and lines that nobody
//! would write.

use close_code_cli::fuzz::{Explained, Explainer};
use close_code_emitters::libraries::Libraries;
use serde_json::Value;

mod arguments;
mod libraries;
mod lines;
mod logs;
mod script;
mod strange;

fn explainer() -> Explainer {
    Explainer::new().expect("the embedded data are valid")
}

fn data() -> Libraries {
    Libraries::read(include_str!("../../libraries.toml")).expect("the data are valid")
}

/// The codes of answers, each once.
fn codes(answers: &[Explained]) -> Vec<u16> {
    let mut codes = Vec::new();
    for (_, answer) in answers {
        let code = answer["code"].as_u64().and_then(|code| u16::try_from(code).ok());
        codes.extend(code.filter(|code| !codes.contains(code)));
    }
    codes
}

/// The table of an answer, unless it is the built-in one.
fn table(answer: &Value) -> Option<&str> {
    answer["table"].as_str().filter(|table| *table != "close-codes")
}

/// Answers, of those that mean the same the first.
fn distinct(mut answers: Vec<Explained>) -> Vec<Explained> {
    let mut seen = Vec::new();
    answers.retain(|(_, answer)| {
        let key = ["code", "table", "status"].map(|key| answer[key].clone());
        let is_new = !seen.contains(&key);
        seen.push(key);
        is_new
    });
    answers
}

//! `skip(...)`: what the derive leaves out, because the enum has it by hand or from another derive.

use std::collections::HashSet;

use close_code_codegen::nearest::suggestion;

use super::attributes::Item;
use super::context::Context;

/// What can be left out, and which words of the runtime crate's macro make it.
const PARTS: [(&str, &[&str]); 14] = [
    ("Display", &["Display"]),
    ("TryFrom", &["try_from_code", "try_from_number"]),
    ("TryFrom<CloseCode>", &["try_from_code"]),
    ("TryFrom<u16>", &["try_from_number"]),
    ("TryFrom<WireCode>", &["try_into_wire"]),
    ("From", &["into_code", "into_number", "from_code_total", "from_number_total"]),
    ("From<CloseCode>", &["into_code", "from_code_total"]),
    ("From<u16>", &["into_number", "from_number_total"]),
    ("From<WireCode>", &["into_wire"]),
    ("from_code", &["from_code"]),
    ("entry", &["entry"]),
    ("meaning", &["meaning"]),
    ("reconnect", &["reconnect"]),
    ("code", &["code"]),
];

/// What an enum leaves out.
#[derive(Default)]
pub(super) struct Skip {
    words: HashSet<&'static str>,
}

impl Skip {
    /// Reads a list: traits, each with or without its argument, and functions.
    pub(super) fn read(&mut self, items: &[Item], context: &mut Context) {
        let mut seen = HashSet::new();
        for item in items {
            let name: String = item.tokens.to_string().split_whitespace().collect();
            let part = PARTS.iter().find(|(part, _)| *part == name);
            if !seen.insert(name.clone()) {
                context.error(item.at, format!("duplicate `{name}`"), "keep one of the two");
            } else if let Some((_, words)) = part {
                self.words.extend(*words);
            } else {
                let names = PARTS.map(|(part, _)| part);
                let message = format!("the derive generates no `{name}` that could be omitted");
                context.error(item.at, message, suggestion(&name, &names));
            }
        }
    }

    /// Whether a word of the macro is to be made.
    pub(super) fn keeps(&self, word: &str) -> bool {
        !self.words.contains(word)
    }
}

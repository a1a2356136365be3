//! [`Edit`]: writes into `compat.toml` what was found, and leaves the rest of the file as it is.

use std::sync::Mutex;
use std::{env, fs};

use super::{Row, path};

/// Values to be written.
#[derive(Default)]
pub(crate) struct Edit(Vec<Assignment>);

struct Assignment {
    kind: &'static str,
    id: &'static str,
    key: &'static str,
    value: String,
}

/// Tests run at the same time, and each writes the whole file.
static FILE: Mutex<()> = Mutex::new(());

impl Edit {
    /// Gives a key of the table `[[kind]]` with this id another value; the key is there already.
    pub(crate) fn set(
        &mut self,
        kind: &'static str,
        id: &'static str,
        key: &'static str,
        value: String,
    ) {
        self.0.push(Assignment { kind, id, key, value });
    }

    /// Fails a test with these changes, or writes the file if `BLESS` is set to 1.
    #[track_caller]
    pub(crate) fn settle(self, changes: &[String]) {
        if env::var_os("BLESS").is_some_and(|bless| bless == "1") {
            let _alone = FILE.lock().expect("no other test failed to write");
            let text = fs::read_to_string(path()).expect("compat.toml");
            fs::write(path(), self.apply(text)).expect("compat.toml");
        } else {
            assert!(
                changes.is_empty(),
                "{}\nIf that is right, `BLESS=1 cargo test -p close-code-interop` records it.",
                changes.join("\n")
            );
        }
    }

    fn apply(&self, mut text: String) -> String {
        for Assignment { kind, id, key, value } in &self.0 {
            let head = format!("[[{kind}]]\nid = \"{id}\"\n");
            let table = text.find(&head).unwrap_or_else(|| panic!("no {head} in compat.toml"));
            let fields = table + head.len() - 1;
            let key = format!("\n{key} = ");
            let start = text[fields..].find(&key).unwrap_or_else(|| panic!("{head} without {key}"));
            let start = fields + start + key.len();
            // A list of rows ends with a bracket on a line of its own, anything else with its line.
            let end = if text[start..].starts_with("[\n") { "\n]\n" } else { "\n" };
            let end = start + text[start..].find(end).expect("an end") + end.len() - 1;
            text.replace_range(start..end, value);
        }
        text
    }
}

/// A string as TOML.
pub(crate) fn quoted(text: &str) -> String {
    format!("{text:?}")
}

/// A list of rows as TOML.
pub(crate) fn rows<R: Row>(rows: &[R]) -> String {
    let lines: Vec<_> = rows.iter().map(|row| format!("    {},\n", row.toml())).collect();
    format!("[\n{}]", lines.concat())
}

#[test]
fn only_the_value_is_replaced() {
    let mut edit = Edit::default();
    edit.set("a", "y", "k", "2".to_owned());
    edit.set("a", "x", "l", "[\n    2,\n    3,\n]".to_owned());
    let text = "[[a]]\nid = \"x\"\nk = 1\nl = [\n    1,\n]\n\n[[a]]\nid = \"y\"\nk = 1\n";
    assert_eq!(
        edit.apply(text.to_owned()),
        "[[a]]\nid = \"x\"\nk = 1\nl = [\n    2,\n    3,\n]\n\n[[a]]\nid = \"y\"\nk = 2\n"
    );
}

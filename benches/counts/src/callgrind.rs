//! Reads what valgrind's callgrind writes.
//!
//! The format: <https://valgrind.org/docs/manual/cl-format.html>. Only what one event, `Ir`, needs is read.

use std::collections::HashMap;

/// The instructions that functions of the program take, with those of all that they call in the same
/// object. What a function calls itself of the C library, which chooses its routines by the processor, is
/// left out; what its callees call there is theirs, and counts.
#[must_use]
pub fn inclusive(output: &str) -> HashMap<String, u64> {
    let mut names = Names::default();
    let mut costs: HashMap<String, u64> = HashMap::new();
    let (mut function, mut object, mut callee) = (String::new(), String::new(), String::new());
    let mut is_call = false;
    for line in output.lines() {
        if let Some(name) = line.strip_prefix("ob=") {
            object = names.resolve("ob", name);
            callee.clone_from(&object);
        } else if let Some(name) = line.strip_prefix("cob=") {
            callee = names.resolve("ob", name);
        } else if let Some(name) = line.strip_prefix("fn=") {
            function = names.resolve("fn", name);
            callee.clone_from(&object);
        } else if let Some(name) = line.strip_prefix("cfn=") {
            names.resolve("fn", name);
        } else if line.starts_with("calls=") {
            is_call = true;
        } else if line.starts_with(|c: char| c.is_ascii_digit() || "+-*".contains(c)) {
            let cost = line.split(' ').nth(1).and_then(|cost| cost.parse::<u64>().ok());
            if !is_call || callee == object {
                *costs.entry(function.clone()).or_default() += cost.unwrap_or(0);
            }
            is_call = false;
            callee.clone_from(&object);
        }
    }
    costs
}

/// A name is written once, as `(7) name`, and later only as `(7)`.
#[derive(Default)]
struct Names(HashMap<(&'static str, String), String>);

impl Names {
    fn resolve(&mut self, kind: &'static str, text: &str) -> String {
        let Some((number, name)) = text.split_once(')') else { return text.to_owned() };
        let key = (kind, number.to_owned());
        let name = name.trim();
        if !name.is_empty() {
            self.0.insert(key.clone(), name.to_owned());
        }
        self.0.get(&key).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::inclusive;

    #[test]
    fn calls_within_the_program_belong_to_the_caller() {
        let output = "events: Ir\nob=(1) program\nfl=(1) a.rs\nfn=(1) outer\n10 5\n+1 7\n\
                      cfn=(2) inner\ncalls=3 20\n+2 100\n\
                      cob=(2) libc.so\ncfn=(3) memcpy\ncalls=1 0\n* 1000\n14 1\n\n\
                      fn=(2)\n20 100\n\nob=(2)\nfn=(3)\n0 1000\n";
        let costs = inclusive(output);
        assert_eq!(costs["outer"], 5 + 7 + 100 + 1);
        assert_eq!(costs["inner"], 100);
        assert_eq!(costs["memcpy"], 1000);
    }
}

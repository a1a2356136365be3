//! The page's reader of lines runs the same data in JavaScript; every example and every line of the
//! fixtures goes through both.

use std::io::Write as _;
use std::process::{Command, Stdio};

use close_code_emitters::docs::entry;
use serde_json::{Value, json};

use super::line::{Line, Near, Scope};
use super::logs_tests::logs;
use super::tables::Tables;
use crate::tables::Named;

const SCRIPT: &str = concat!(
    include_str!("../../../emitters/templates/page/body.js"),
    include_str!("../../../emitters/templates/page/explain.js"),
    r#"
const { data, tables, own, cases } = JSON.parse(await new Response(process.stdin).text());
const reader = lineReader(data, tables, own);
const answers = cases.map(({ text, asked }) => reader.read(text, asked).map((hit) => [
  hit.code ?? null, hit.table ?? null, hit.chosenBy ?? null, hit.status ?? null, hit.reason ?? null,
  hit.sentBy ?? null, hit.end ?? null, hit.wasClean ?? null, hit.instead, hit.says, hit.library ?? null,
]));
process.stdout.write(JSON.stringify(answers));
"#
);

/// The findings of a text, each once, as the script has them.
fn findings(text: &str, asked: bool, tables: &Tables) -> Value {
    let mut clean = text.trim_start_matches('\u{feff}').as_bytes().to_vec();
    super::clean::clean(&mut clean);
    let text = String::from_utf8(clean).expect("UTF-8 stays UTF-8");
    let (mut keys, mut found) = (Vec::new(), Vec::new());
    for (line, near) in Near::each(&text) {
        let line = Line { text: line.trim_end(), near: &near, asked };
        for question in
            tables.questions(line, &mut Scope::default()).expect("the embedded patterns are valid")
        {
            let finding = &question.finding;
            let key = (question.code(), question.table.clone(), finding.status);
            if !keys.contains(&key) {
                keys.push(key);
                found.push(json!([
                    question.code(),
                    question.table,
                    question.chosen_by,
                    finding.status,
                    finding.reason,
                    finding.sent_by,
                    finding.end,
                    finding.was_clean,
                    finding.instead,
                    finding.says,
                    finding.library,
                ]));
            }
        }
    }
    Value::Array(found)
}

fn table(table: &Named) -> Value {
    let rows = entry::entries(&table.table);
    let rows = rows.iter().map(|entry| {
        let names = [&entry.row.name, &entry.row.label, &entry.row.meaning];
        json!({ "first": entry.first, "last": entry.last, "names": names })
    });
    json!({ "name": table.name, "rows": rows.collect::<Vec<_>>() })
}

#[test]
fn the_page_reads_every_line_as_the_command_does() {
    let tables = Tables::new(None).expect("the embedded data are valid");
    let texts = tables.libraries.library.iter().flat_map(|library| &library.text);
    let mut cases: Vec<(String, bool)> =
        texts.map(|text| (text.example.clone(), text.asked)).collect();
    cases.extend(tables.libraries.other.iter().map(|other| (other.example.clone(), false)));
    cases.extend(logs().into_iter().map(|case| (case.text, case.asked)));
    let input = json!({
        "data": tables.libraries,
        "tables": tables.known.iter().map(table).collect::<Vec<_>>(),
        "own": table(&tables.built_in)["rows"],
        "cases": cases.iter().map(|(text, asked)| json!({ "text": text, "asked": asked })).collect::<Vec<_>>(),
    });
    let Some(answers) = node(&input.to_string()) else { return };
    let answers = answers.as_array().expect("a list");
    assert_eq!(answers.len(), cases.len());
    let mut wrong = String::new();
    for ((text, asked), answer) in cases.iter().zip(answers) {
        let expected = findings(text, *asked, &tables);
        if *answer != expected {
            wrong += &format!("{text:?}\n  page    {answer}\n  command {expected}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// What the script makes of the input; `None` where there is no node, unless nothing may be skipped.
fn node(input: &str) -> Option<Value> {
    let script = std::env::temp_dir().join(format!("close-code-{}.mjs", std::process::id()));
    std::fs::write(&script, SCRIPT).expect("it can be written");
    let mut command = Command::new("node");
    command.arg(&script).stdin(Stdio::piped()).stdout(Stdio::piped());
    let Ok(mut child) = command.spawn() else {
        assert!(std::env::var_os("CLOSE_CODE_REQUIRE_ALL").is_none(), "needs node");
        eprintln!("skipped: needs node");
        return None;
    };
    let mut stdin = child.stdin.take().expect("it is piped");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("it runs");
    writer.join().expect("it does not panic").expect("the script reads its input");
    let _ = std::fs::remove_file(script);
    assert!(output.status.success(), "the script fails");
    Some(serde_json::from_slice(&output.stdout).expect("the script prints JSON"))
}

//! The page's reader of lines runs the same data in JavaScript; every example and every line of the
//! fixtures goes through both.

use std::io::Write as _;
use std::process::{Command, Stdio};

use close_code_cli::fuzz::Explainer;
use close_code_codegen::toml;
use close_code_emitters::docs::entry;
use serde_json::{Value, json};

use crate::logs::logs;
use crate::{data, distinct, explainer, table};

const SCRIPT: &str = concat!(
    include_str!("../../../emitters/templates/page/body.js"),
    include_str!("../../../emitters/templates/page/explain.js"),
    r#"
const { data, tables, own, cases } = JSON.parse(await new Response(process.stdin).text());
const reader = lineReader(data, tables, own);
const answers = cases.map(({ text, asked }) => reader.read(text, asked).map((hit) => [
  hit.code ?? null, hit.table ?? null, hit.chosenBy ?? null, hit.status ?? null, hit.reason ?? null,
  hit.sentBy ?? null, hit.end ?? null, hit.wasClean ?? null, hit.says, hit.library ?? null,
]));
process.stdout.write(JSON.stringify(answers));
"#
);

/// The findings of a text, each once, as the script has them.
fn findings(text: &str, asked: bool, explainer: &Explainer) -> Value {
    let found = distinct(explainer.lines(text, asked)).into_iter().map(|(_, answer)| {
        let notes = answer.get("notes").cloned().unwrap_or_else(|| json!([]));
        let of = |key: &str| answer[key].clone();
        json!([
            of("code"),
            table(&answer),
            of("chosen_by"),
            of("status"),
            of("reason"),
            of("sent_by"),
            of("end"),
            of("was_clean"),
            notes,
            of("library"),
        ])
    });
    found.collect()
}

fn rows(source: &str) -> Value {
    let table = toml::read(source).expect("the table is valid");
    let rows = entry::entries(&table);
    let rows = rows.iter().map(|entry| {
        let names = [&entry.row.name, &entry.row.label, &entry.row.meaning];
        json!({ "first": entry.first, "last": entry.last, "names": names })
    });
    rows.collect()
}

/// The tables of known protocols.
fn known() -> Vec<Value> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tables");
    let files =
        std::fs::read_dir(folder).expect("a folder").map(|file| file.expect("a file").path());
    let mut files: Vec<_> =
        files.filter(|file| file.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    let table = |file: &std::path::PathBuf| {
        let source = std::fs::read_to_string(file).expect("a text");
        json!({ "name": file.file_stem().and_then(|stem| stem.to_str()), "rows": rows(&source) })
    };
    files.iter().map(table).collect()
}

#[test]
fn the_page_reads_every_line_as_the_command_does() {
    let (explainer, data) = (explainer(), data());
    let texts = data.library.iter().flat_map(|library| &library.text);
    let mut cases: Vec<(String, bool)> =
        texts.map(|text| (text.example.clone(), text.asked)).collect();
    cases.extend(data.other.iter().map(|other| (other.example.clone(), false)));
    cases.extend(logs().into_iter().map(|case| (case.text, case.asked)));
    let input = json!({
        "data": data,
        "tables": known(),
        "own": rows(include_str!("../../../codes.toml")),
        "cases": cases.iter().map(|(text, asked)| json!({ "text": text, "asked": asked })).collect::<Vec<_>>(),
    });
    let Some(answers) = node(&input.to_string()) else { return };
    let answers = answers.as_array().expect("a list");
    assert_eq!(answers.len(), cases.len());
    let mut wrong = String::new();
    for ((text, asked), answer) in cases.iter().zip(answers) {
        let expected = findings(text, *asked, &explainer);
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

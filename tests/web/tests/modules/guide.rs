//! The documentation of tables: its client runs, and it names every key, warning and format.

use std::collections::BTreeSet;
use std::fs;

use close_code_codegen::toml;
use close_code_emitters::docs::Source;
use close_code_emitters::documents::Format;
use close_code_emitters::typescript::{self, Behind, Module};
use libtest_mimic::Failed;
use serde_json::Value;

use super::site::Site;
use super::tools;

fn text() -> Result<String, Failed> {
    Ok(fs::read_to_string(tools::package().join("../../docs/tables.md"))?)
}

/// The first block of a language.
fn block<'a>(text: &'a str, language: &str) -> Result<&'a str, Failed> {
    let block =
        text.split_once(&format!("```{language}\n")).and_then(|(_, rest)| rest.split_once("```"));
    block.map(|(block, _)| block).ok_or_else(|| format!("there is no {language}").into())
}

/// The client compiles with the module of its table, and does what its comments say.
pub(crate) fn client() -> Result<(), Failed> {
    let site = Site::shared()?;
    let text = text()?;
    let read = |source: &str| toml::read(source).map_err(|problems| problems[0].message.clone());
    let table = &read(block(&text, "toml")?)?;
    let protocol = read(&fs::read_to_string(tools::package().join("../../codes.toml"))?)?;
    let source = &Source::new("fleet.toml");
    let protocol = Some(&protocol);
    let module = Module { table, protocol, behind: Behind::Included, source };
    fs::create_dir_all(site.path("guide"))?;
    site.write("guide/fleet.ts", &typescript::emit(&module))?;
    let own = Module { behind: Behind::LeftOut, ..module };
    site.write("guide/fleet-own.ts", &typescript::emit(&own))?;
    site.write("guide/client.ts", block(&text, "ts")?)?;
    for compiler in ["typescript", "typescript-5"] {
        tools::tsc(compiler, &site.path("guide.json"), &[])?;
    }
    tools::node("guide.mjs", &[&site.path("")])?;
    tools::node("sizes.mjs", &[&site.path("guide"), &tools::package().join("../../docs/tables.md")])
}

/// What is in the lists is what there is.
pub(crate) fn lists() -> Result<(), Failed> {
    let text = text()?;
    let schema: Value = serde_json::from_str(&fs::read_to_string(
        tools::package().join("../../codes.schema.json"),
    )?)?;
    let keys = |of: &str| -> BTreeSet<String> {
        let keys = schema["$defs"][of]["properties"].as_object();
        keys.into_iter().flatten().map(|(key, _)| key.clone()).collect()
    };
    same(&listed(&text, "### `[table]`")?, &keys("table"))?;
    let rows = keys("range").union(&keys("code")).cloned().collect();
    same(&listed(&text, "### `[[range]]` and `[[code]]`")?, &rows)?;
    let warnings = schema["$defs"]["allow"]["items"]["oneOf"].as_array();
    let names = warnings.into_iter().flatten().filter_map(|warning| warning["const"].as_str());
    let warnings = names.map(str::to_owned);
    same(&listed(&text, "## Warnings")?, &warnings.collect())?;
    let mut formats: BTreeSet<_> =
        Format::ALL.iter().map(|format| format.name().to_owned()).collect();
    formats.insert("html".to_owned());
    same(&listed(&text, "## What is generated")?, &formats)
}

/// The names in the first column of the table below a heading.
fn listed(text: &str, heading: &str) -> Result<BTreeSet<String>, Failed> {
    let (_, section) =
        text.split_once(&format!("{heading}\n")).ok_or_else(|| format!("there is no {heading}"))?;
    let rows = section.lines().skip_while(|line| !line.starts_with('|'));
    let rows = rows.take_while(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.split('|').nth(1)).flat_map(|cell| cell.split(','));
    let names = cells.filter_map(|cell| cell.trim().strip_prefix('`')?.strip_suffix('`'));
    Ok(names.map(str::to_owned).collect())
}

fn same(listed: &BTreeSet<String>, expected: &BTreeSet<String>) -> Result<(), Failed> {
    if listed == expected && !expected.is_empty() {
        return Ok(());
    }
    Err(Failed::from(format!("docs/tables.md lists {listed:?}, and there are {expected:?}")))
}

//! Compares what was found with `compat.toml` and with `tests/interop/foreign/outcomes`.

use std::fs;
use std::path::Path;

use libtest_mimic::Failed;
use serde::Deserialize;

use crate::implementation::{Implementation, Task};
use crate::install;
use crate::meeting::{CODES, Met};
use crate::outcomes;

/// The rows of `compat.toml`, as far as they are compared.
#[derive(Deserialize)]
struct Compat {
    receiver: Vec<Row>,
    sender: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    id: String,
    version: Option<String>,
    method: String,
    accepts: Vec<outcomes::Range>,
}

/// Everything that is not as it is recorded, in words.
pub(crate) fn differences(
    implementation: &Implementation,
    met: &Met,
) -> Result<Vec<String>, Failed> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../compat.toml"))?;
    let compat: Compat = toml::from_str(&text)?;
    let (kind, rows) = match implementation.task {
        Task::Receive => ("receiver", compat.receiver),
        Task::Send => ("sender", compat.sender),
    };
    let id = implementation.id;
    let mut differences = Vec::new();
    let (told, wire) = (met.told.len(), met.wire.len());
    if told.min(wire) < CODES {
        return Err(Failed::from(format!(
            "it told of {told} codes and met {wire}, not all {CODES}"
        )));
    }
    let passing = outcomes::passing(met, implementation.task);
    match rows.into_iter().find(|row| row.id == id) {
        None => differences.push(format!("compat.toml without [[{kind}]] {id}")),
        Some(row) => {
            let mut differ = |key: &str, was: &dyn std::fmt::Debug, is: &dyn std::fmt::Debug| {
                let (was, is) = (format!("{was:?}"), format!("{is:?}"));
                if was != is {
                    differences.push(format!("[[{kind}]] {id}: {key} was {was}; is {is}"));
                }
            };
            if implementation.runtime.is_pinned() {
                differ("version", &row.version.unwrap_or_default(), &met.version);
            }
            differ("method", &row.method, &"executed");
            differ("accepts", &row.accepts, &passing);
        }
    }
    let path = install::folder().join("outcomes").join(format!("{}.txt", implementation.name()));
    let found = outcomes::lines(met, implementation.task, implementation.races);
    if std::env::var_os("BLESS").is_some_and(|bless| bless == "1") {
        fs::create_dir_all(path.parent().expect("a folder"))?;
        fs::write(&path, &found)?;
    } else if without_version(&fs::read_to_string(&path).unwrap_or_default())
        != without_version(&found)
    {
        let path = path.display();
        differences.push(format!("{path} differs; `BLESS=1` writes what was found:\n{found}"));
    }
    Ok(differences)
}

/// The lines about codes. The version is compared with `compat.toml`.
fn without_version(outcomes: &str) -> Option<&str> {
    outcomes.split_once('\n').map(|(_, lines)| lines)
}

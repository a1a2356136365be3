//! `compat.toml`: the parts of it that the tests here establish.

use std::fs;
use std::path::PathBuf;

use serde::Deserialize;

mod compare;
mod edit;

pub(crate) use compare::{Row, compare, differ};
pub(crate) use edit::{Edit, quoted, rows};

/// The facts, as far as they are about these libraries.
#[derive(Deserialize)]
pub(crate) struct Compat {
    pub(crate) library: Vec<Facts>,
    pub(crate) receiver: Vec<Peer>,
    pub(crate) sender: Vec<Peer>,
}

/// A `[[library]]`: what it makes of a closing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Facts {
    pub(crate) id: String,
    #[serde(rename = "name")]
    _name: String,
    pub(crate) package: String,
    pub(crate) version: String,
    pub(crate) through: Option<String>,
    #[serde(rename = "note")]
    _note: Option<String>,
    pub(crate) received: Vec<Received>,
    #[serde(default)]
    pub(crate) answered: Vec<Answered>,
    pub(crate) sent: Vec<Sent>,
}

/// What becomes of a Close frame with this body.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(crate) struct Received {
    pub(crate) body: String,
    pub(crate) told: String,
    pub(crate) answer: String,
}

/// What the application, which has closed before, is told of a Close frame with this body.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(crate) struct Answered {
    pub(crate) body: String,
    pub(crate) told: String,
}

/// What goes out when the application closes with this.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sent {
    pub(crate) asked: String,
    pub(crate) wire: String,
}

/// A `[[receiver]]` or a `[[sender]]`: the codes that pass.
#[derive(Deserialize)]
pub(crate) struct Peer {
    pub(crate) id: String,
    pub(crate) package: Option<String>,
    pub(crate) version: Option<String>,
    pub(crate) accepts: Vec<(u16, u16)>,
}

/// Reads the file.
pub(crate) fn read() -> Compat {
    let text = fs::read_to_string(path()).expect("compat.toml");
    toml::from_str(&text).unwrap_or_else(|error| panic!("compat.toml: {error}"))
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../compat.toml")
}

//! What `explain` knows of other software: the data of `libraries.toml`.
//!
//! The command and the page run the same data, so patterns are written in the dialect that Rust's `regex`
//! and JavaScript's `RegExp` share; a test refuses all else. Patterns see lines in small letters (ASCII
//! only), so that neither engine needs a flag for case.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// All of it.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Libraries {
    /// Parts of patterns: `{name}` in a pattern stands for one.
    #[serde(skip_serializing)]
    part: BTreeMap<String, String>,
    /// What a line contains that is about a WebSocket.
    pub about: String,
    /// What begins a line with the time at which it was written.
    pub time: String,
    /// Libraries, their names of the codes and the texts that they print.
    pub library: Vec<Library>,
    /// Numbers of other systems, which are not close codes.
    pub other: Vec<Other>,
    /// The rest of a line: the reason, and who sent the code.
    pub detail: Vec<Detail>,
    /// Protocols, and the words by which a line names them.
    pub protocol: Vec<Protocol>,
    /// Reasons that name the cause, whatever the code.
    pub cause: Vec<Cause>,
    /// HTTP statuses in the answer to a handshake.
    pub status: Vec<Status>,
    /// Errors of the network.
    pub network: Vec<Network>,
}

/// A library, or another program that prints close codes.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Library {
    /// A short name, unique.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The language it is for.
    #[serde(skip_serializing)]
    pub language: Option<String>,
    /// Where the names and the texts can be read: a repository at a commit, and a path.
    #[serde(default, skip_serializing)]
    pub source: Vec<String>,
    /// What it calls the codes.
    #[serde(default)]
    pub names: BTreeMap<String, u16>,
    /// What it prints.
    #[serde(default)]
    pub text: Vec<Text>,
}

/// A text that a library prints when a connection ends.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(clippy::struct_excessive_bools, reason = "keys of the data, each true or absent")]
pub struct Text {
    /// The text. Its groups: `code` and `code2`, numbers; `name`, a code's name; `bytes`, a frame or its
    /// body; `status`, an HTTP status; `reason`; `inner`, a code inside the reason.
    pub pattern: String,
    /// A pattern that this line or one near it has to match too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near: Option<String>,
    /// How sure it is. Of a line's findings only the surest count.
    #[serde(default = "surest")]
    pub rank: u8,
    /// Only in a line that is about a WebSocket.
    #[serde(default, skip_serializing_if = "is_false")]
    pub about: bool,
    /// Only in what a person asks: an argument, or an input of few lines.
    #[serde(default, skip_serializing_if = "is_false")]
    pub asked: bool,
    /// Any number is believed to be the code, also one that no code can be.
    #[serde(default, skip_serializing_if = "is_false")]
    pub any_number: bool,
    /// Only if the text after the number begins with a name of the code.
    #[serde(default, skip_serializing_if = "is_false")]
    pub named: bool,
    /// How the connection ended, if that is always the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<End>,
    /// The code, if the text has no number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<u16>,
    /// The HTTP status, if the text has no number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// Who sent the code, if that is always the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_by: Option<Side>,
    /// The table of the protocol.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// What it means.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// `says` takes the place of what the code usually means.
    #[serde(default, skip_serializing_if = "is_false")]
    pub instead: bool,
    /// Lines as the library prints them, which are the test of the pattern.
    #[serde(skip_serializing)]
    pub example: String,
    /// The codes in the example.
    #[serde(skip_serializing)]
    pub answer: Answer,
}

/// What an example says.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq, Serialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Answer {
    /// The codes, in order.
    pub codes: Vec<u16>,
    /// The HTTP status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
    /// The reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who sent the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_by: Option<Side>,
    /// How the connection ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<End>,
    /// The table of the protocol.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
}

/// How a connection ended.
#[derive(Clone, Copy, Debug, Deserialize, Eq, Ord, PartialEq, PartialOrd, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum End {
    /// No Close frame arrived.
    NoFrame,
    /// The handshake was answered with an HTTP status.
    Refused,
    /// There was no connection.
    Network,
    /// The bytes are masked still.
    Masked,
}

/// Who sent a code.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The end that wrote the line.
    ThisEnd,
    /// The other one.
    OtherEnd,
    /// The library made it up.
    Nobody,
}

/// A number of another system: group `n`.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Other {
    /// What the number stands in.
    pub pattern: String,
    /// Not in a line that is about a WebSocket.
    #[serde(default, skip_serializing_if = "is_false")]
    pub elsewhere: bool,
    /// What to say to a person who takes it for a close code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
    /// A line in which nothing is found.
    #[serde(skip_serializing)]
    pub example: String,
}

/// The rest of a line.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Detail {
    /// The text; its group `reason` is the reason.
    pub pattern: String,
    /// Who sent the code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_by: Option<Side>,
    /// `wasClean` of a browser's event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was_clean: Option<bool>,
}

/// A protocol, and how a line names it.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Protocol {
    /// The name of its table.
    pub table: String,
    /// Words of a line, or of one near it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// Reasons that only this protocol has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The codes with which the reason is this protocol's; any, if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<u16>,
    /// The table that it is preferred to where the words of both are there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over: Option<String>,
}

/// A reason that names the cause.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Cause {
    /// The reason.
    pub pattern: String,
    /// The codes that it explains; any, if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<u16>,
    /// What it means.
    pub says: String,
}

/// An HTTP status in the answer to a handshake.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// The first and the last one; of several rows the first counts.
    pub codes: (u16, u16),
    /// What it means for a handshake.
    pub means: String,
    /// What to check.
    pub check: String,
    /// Whether waiting helps.
    pub retry: String,
}

/// An error of the network.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Network {
    /// The error, as systems and browsers call it.
    pub pattern: String,
    /// What it means.
    pub says: String,
    /// An example, which is a test.
    #[serde(skip_serializing)]
    pub example: String,
}

const fn surest() -> u8 {
    9
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

impl Libraries {
    /// Reads the data.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and where.
    pub fn read(source: &str) -> Result<Self, toml::de::Error> {
        let mut libraries: Self = toml::from_str(source)?;
        // The longest names first would be needed if one were the beginning of another; braces end them.
        let parts: Vec<_> = core::mem::take(&mut libraries.part).into_iter().collect();
        let expand = |pattern: &mut String| {
            for (name, part) in &parts {
                *pattern = pattern.replace(&format!("{{{name}}}"), part);
            }
        };
        libraries.patterns(expand);
        Ok(libraries)
    }

    /// Every pattern.
    pub fn patterns(&mut self, mut visit: impl FnMut(&mut String)) {
        visit(&mut self.about);
        visit(&mut self.time);
        for text in self.library.iter_mut().flat_map(|library| &mut library.text) {
            visit(&mut text.pattern);
            text.near.iter_mut().for_each(&mut visit);
        }
        for protocol in &mut self.protocol {
            protocol.words.iter_mut().for_each(&mut visit);
            protocol.reason.iter_mut().for_each(&mut visit);
        }
        self.other.iter_mut().for_each(|other| visit(&mut other.pattern));
        self.detail.iter_mut().for_each(|detail| visit(&mut detail.pattern));
        self.cause.iter_mut().for_each(|cause| visit(&mut cause.pattern));
        self.network.iter_mut().for_each(|network| visit(&mut network.pattern));
    }
}

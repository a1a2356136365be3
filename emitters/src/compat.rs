//! What other implementations do with close codes: the facts of `compat.toml`.
//!
//! No rule of a table is taken from here. Documents show these facts next to the table, so that a person
//! sees who will misread a code that is valid.

use std::collections::HashSet;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// The facts, as they were last gathered.
#[derive(Clone, Debug, Default, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Compat {
    /// The day on which the facts were last gathered as a whole, `YYYY-MM-DD`.
    pub gathered: String,
    /// What implementations accept in a Close frame that they read.
    #[serde(default, rename = "receiver")]
    pub receivers: Vec<Peer>,
    /// What implementations let an application send.
    #[serde(default, rename = "sender")]
    pub senders: Vec<Peer>,
    /// What Rust libraries report to an application, and what they send for it.
    #[serde(default, rename = "library")]
    pub libraries: Vec<Library>,
    /// The interfaces of browsers that a page needs.
    #[serde(default, rename = "browser_api")]
    pub apis: Vec<Api>,
}

impl Compat {
    /// Reads the facts.
    ///
    /// # Errors
    ///
    /// The first mistake in the source, with its place: TOML that does not parse, a missing or unknown key,
    /// a wrong value, an id that appears twice, and ranges that are out of order or touch.
    pub fn read(source: &str) -> Result<Self, toml::de::Error> {
        let compat: Self = toml::from_str(source)?;
        let ids: [(&str, Vec<&str>); 4] = [
            ("receiver", compat.receivers.iter().map(|row| &*row.id).collect()),
            ("sender", compat.senders.iter().map(|row| &*row.id).collect()),
            ("library", compat.libraries.iter().map(|row| &*row.id).collect()),
            ("browser_api", compat.apis.iter().map(|row| &*row.id).collect()),
        ];
        for (kind, ids) in ids {
            let mut seen = HashSet::new();
            if let Some(id) = ids.into_iter().find(|id| !seen.insert(*id)) {
                return Err(toml::de::Error::custom(format!("two [[{kind}]] have the id `{id}`")));
            }
        }
        Ok(compat)
    }
}

/// An implementation, as a receiver or as a sender.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Peer {
    /// A short name for addresses, unique among its kind.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The language or the environment that it is for.
    pub platform: String,
    /// The end of a connection that the row is about; `None` for both ends.
    pub role: Option<Role>,
    /// The package that was looked at, such as `npm ws`.
    pub package: Option<String>,
    /// The version that was looked at.
    pub version: Option<String>,
    /// How the fact was established.
    pub method: Method,
    /// The codes that pass, first and last, in order and not adjacent; every other code is refused.
    #[serde(deserialize_with = "ordered")]
    pub accepts: Vec<(u16, u16)>,
    /// What happens on a code that is refused.
    pub on_invalid: Option<String>,
    /// Anything else worth knowing.
    pub note: Option<String>,
    /// Where the condition is.
    pub source: Source,
}

impl Peer {
    /// Whether a code passes.
    #[must_use]
    pub fn accepts(&self, code: u16) -> bool {
        self.accepts.iter().any(|(first, last)| (*first..=*last).contains(&code))
    }
}

/// Reads ranges, each of which begins at least two above the end of the one before.
fn ordered<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(u16, u16)>, D::Error> {
    let ranges = Vec::<(u16, u16)>::deserialize(deserializer)?;
    if let Some((first, last)) = ranges.iter().find(|(first, last)| first > last) {
        return Err(D::Error::custom(format!("the range [{first}, {last}] ends before it begins")));
    }
    if ranges.windows(2).any(|pair| pair[1].0.saturating_sub(pair[0].1) < 2) {
        return Err(D::Error::custom(
            "write ranges in the order of their codes, and as one where they touch",
        ));
    }
    Ok(ranges)
}

/// An end of a connection.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The end that opens the connection.
    Client,
    /// The end that accepts it.
    Server,
}

/// How a fact was established.
#[derive(Clone, Copy, Debug, Deserialize, Eq, PartialEq)]
#[serde(rename_all = "lowercase")]
pub enum Method {
    /// The released software was run on all 65,536 codes.
    Executed,
    /// The condition was read in the source and worked out.
    Transcribed,
}

/// Where a condition is: at a commit of a repository on GitHub, or somewhere else.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Owner and name of the repository.
    pub repo: Option<String>,
    /// The whole hash of the commit.
    pub commit: Option<String>,
    /// The date of the commit, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The file, or several.
    pub path: Option<String>,
    /// The function or the constant.
    pub item: Option<String>,
    /// Instead of these: where else.
    pub text: Option<String>,
}

/// A Rust library in a closing handshake, tested over real connections.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Library {
    /// A short name for addresses, unique among the libraries.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The package that an application depends on, such as `Rust package axum`.
    pub package: String,
    /// The version of that package.
    pub version: String,
    /// The package and version that reads and writes the frames, if it is another one.
    pub through: Option<String>,
    /// Anything else worth knowing.
    pub note: Option<String>,
    /// Close frames from a peer: what was in the frame, and what the application is told.
    pub received: Vec<Passage>,
    /// Close frames that answer the library's own: the same. Empty if it waits for no answer.
    #[serde(default)]
    pub answered: Vec<Passage>,
    /// Closings that the application asks for: what it asked, and what goes out.
    pub sent: Vec<Passage>,
}

/// The body of a Close frame on one side of a library, and what becomes of it on the other.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(try_from = "PassageKeys")]
pub struct Passage {
    /// `empty`, `one byte`, or a code and a reason.
    pub from: String,
    /// The same, or `error: ` with the library's text, `panic: ` with its text, or `end`.
    pub to: String,
}

/// The keys of a passage: `body` and `told` of a frame, `asked` and what came of it of a closing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PassageKeys {
    #[serde(alias = "asked")]
    body: String,
    #[serde(alias = "wire")]
    told: Option<String>,
    error: Option<String>,
    panic: Option<String>,
    #[serde(rename = "answer")]
    _answer: Option<String>,
}

impl TryFrom<PassageKeys> for Passage {
    type Error = &'static str;

    fn try_from(keys: PassageKeys) -> Result<Self, Self::Error> {
        let error = keys.error.map(|text| format!("error: {text}"));
        let panic = keys.panic.map(|text| format!("panic: {text}"));
        let to = keys.told.or(error).or(panic);
        Ok(Self { from: keys.body, to: to.ok_or("without `told`, `wire`, `error` or `panic`")? })
    }
}

/// An interface of browsers.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Api {
    /// A short name for addresses, unique among the interfaces.
    pub id: String,
    /// The name of the interface.
    pub api: String,
    /// Whose data it is, with its version and its date.
    pub data: String,
    /// The version of the data.
    pub data_version: String,
    /// The date of the data, `YYYY-MM-DD`.
    pub data_date: String,
    /// The browsers, in the order in which they are shown.
    pub support: Vec<Support>,
    /// Anything else worth knowing.
    pub note: Option<String>,
}

/// Since when a browser has an interface.
#[derive(Clone, Debug, Deserialize, Eq, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// The browser, or what runs scripts in its place.
    pub browser: String,
    /// The first version that has it; without one this browser does not have it.
    pub version: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::Compat;

    const RECEIVER: &str = "\
[[receiver]]
id = 'a'
name = 'A'
platform = 'P'
role = 'client'
method = 'executed'
accepts = [[1000, 1003], [3000, 4999]]
source = { text = 'somewhere' }
";

    fn read(rows: &str) -> Result<Compat, String> {
        let source = format!("gathered = '2026-01-01'\n{rows}");
        Compat::read(&source).map_err(|error| error.message().to_owned())
    }

    #[test]
    fn a_receiver_accepts_the_codes_in_its_ranges() {
        let compat = read(RECEIVER).expect("a valid file");
        let receiver = &compat.receivers[0];
        for (code, accepted) in
            [(999, false), (1000, true), (1003, true), (1004, false), (3000, true), (5000, false)]
        {
            assert_eq!(receiver.accepts(code), accepted, "{code}");
        }
    }

    #[test]
    fn mistakes_are_refused() {
        for (from, to, message) in [
            ("[3000,", "[1004,", "write ranges in the order of their codes"),
            ("1000, 1003", "1003, 1000", "the range [1003, 1000] ends before it begins"),
            ("'executed'", "'run'", "unknown variant `run`, expected `executed` or `transcribed`"),
            ("'client'", "'peer'", "unknown variant `peer`, expected `client` or `server`"),
            ("'P'", "5", "invalid type: integer `5`, expected a string"),
            ("name", "nam", "unknown field `nam`"),
            ("name = 'A'\n", "", "missing field `name`"),
        ] {
            let error = read(&RECEIVER.replace(from, to)).expect_err(message);
            assert!(error.contains(message), "{error}");
        }
        let twice = read(&RECEIVER.repeat(2)).expect_err("an id that appears twice");
        assert!(twice.contains("two [[receiver]] have the id `a`"), "{twice}");
    }
}

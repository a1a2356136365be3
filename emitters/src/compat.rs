//! What other implementations do with close codes: the facts of `compat.toml`.
//!
//! No rule of a table is taken from here. Documents show these facts beside the table, so that a person
//! sees who will misread a code that is valid.

mod fields;
mod read;

pub use read::read;

/// The facts, as they were last gathered.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Compat {
    /// The day on which the facts were last gathered as a whole, `YYYY-MM-DD`.
    pub gathered: String,
    /// What implementations accept in a Close frame that they read.
    pub receivers: Vec<Peer>,
    /// What implementations let an application send.
    pub senders: Vec<Peer>,
    /// What an application is told by Rust libraries, and what they send for it.
    pub libraries: Vec<Library>,
    /// The interfaces of browsers that a page needs.
    pub apis: Vec<Api>,
}

/// An implementation, as a receiver or as a sender.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Peer {
    /// A short name for addresses, unique among its kind.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The language or the environment that it is for.
    pub platform: String,
    /// The end of a connection that the row holds for; `None` for both ends.
    pub role: Option<Role>,
    /// The package that was looked at, such as `npm ws`.
    pub package: Option<String>,
    /// The version that was looked at.
    pub version: Option<String>,
    /// How the fact was established.
    pub method: Method,
    /// The codes that pass, first and last, in order and not adjacent; every other code is refused.
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

/// An end of a connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Role {
    /// The end that opens the connection.
    Client,
    /// The end that accepts it.
    Server,
}

impl Role {
    /// The words of `role`.
    pub const WORDS: [&str; 2] = ["client", "server"];

    /// The role that a word of the file names.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "client" => Some(Self::Client),
            "server" => Some(Self::Server),
            _ => None,
        }
    }
}

/// How a fact was established.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Method {
    /// The released software was run on all 65,536 codes.
    Executed,
    /// The condition was read in the source and worked out.
    Transcribed,
}

impl Method {
    /// The words of `method`.
    pub const WORDS: [&str; 2] = ["executed", "transcribed"];

    /// The method that a word of the file names.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "executed" => Some(Self::Executed),
            "transcribed" => Some(Self::Transcribed),
            _ => None,
        }
    }

    /// The word of the file.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Executed => "executed",
            Self::Transcribed => "transcribed",
        }
    }
}

/// Where a condition is.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Source {
    /// In a repository on GitHub, at a commit.
    Commit {
        /// Owner and name.
        repo: String,
        /// The whole hash.
        commit: String,
        /// The date of the commit, `YYYY-MM-DD`.
        date: Option<String>,
        /// The file, or several.
        path: Option<String>,
        /// The function or the constant.
        item: Option<String>,
    },
    /// Somewhere else.
    Text(String),
}

/// A Rust library in a closing handshake, tested over real connections.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Library {
    /// A short name for addresses, unique among the libraries.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The package that an application depends on, such as `Rust package axum`.
    pub package: String,
    /// The version of that package.
    pub version: String,
    /// The package and version that reads and writes the frames, where it is another one.
    pub through: Option<String>,
    /// Anything else worth knowing.
    pub note: Option<String>,
    /// Close frames from a peer: what was in the frame, and what the application is told.
    pub received: Vec<Passage>,
    /// Close frames that answer the library's own: the same. Empty where it waits for no answer.
    pub answered: Vec<Passage>,
    /// Closings that the application asks for: what it asked, and what goes out.
    pub sent: Vec<Passage>,
}

/// The body of a Close frame on one side of a library, and what becomes of it on the other.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Passage {
    /// `empty`, `one byte`, or a code and a reason.
    pub from: String,
    /// The same, or `error: ` with the library's text, `panic: ` with its text, or `end`.
    pub to: String,
}

/// An interface of browsers.
#[derive(Clone, Debug, Eq, PartialEq)]
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
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Support {
    /// The browser, or what runs scripts in its place.
    pub browser: String,
    /// The first version that has it; without one this browser does not have it.
    pub version: Option<String>,
}

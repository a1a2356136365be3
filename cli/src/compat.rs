//! What other implementations accept: the facts of `compat.toml`.

use serde::Deserialize;

use crate::failure::Failure;

const SOURCE: &str = include!(concat!(env!("OUT_DIR"), "/compat.rs"));

/// The facts that this command uses.
#[derive(Debug, Deserialize)]
pub(crate) struct Compat {
    /// The day on which they were gathered.
    pub(crate) gathered: String,
    /// Implementations that read a Close frame.
    #[serde(rename = "receiver")]
    pub(crate) receivers: Vec<Receiver>,
}

/// An implementation that reads a Close frame.
#[derive(Debug, Deserialize)]
pub(crate) struct Receiver {
    /// What people call it.
    pub(crate) name: String,
    /// The codes that pass.
    accepts: Vec<(u16, u16)>,
    /// What happens on a code that is refused, where that is known.
    pub(crate) on_invalid: Option<String>,
}

impl Receiver {
    /// Whether a code passes.
    pub(crate) fn accepts(&self, code: u16) -> bool {
        self.accepts.iter().any(|&(first, last)| first <= code && code <= last)
    }
}

/// Reads the facts. That they can be read the tests see to.
pub(crate) fn read() -> Result<Compat, Failure> {
    toml_edit::de::from_str(SOURCE)
        .map_err(|error| Failure::wrong(format!("the embedded compat.toml is not valid: {error}")))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_facts_can_be_read() {
        let compat = super::read().expect("compat.toml is valid");
        assert!(compat.receivers.iter().all(|receiver| receiver.accepts(1000)));
        assert!(compat.receivers.iter().any(|receiver| !receiver.accepts(1014)));
    }
}

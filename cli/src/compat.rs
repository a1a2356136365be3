//! What other implementations accept: the facts of `compat.toml`.

use close_code_emitters::compat::Compat;

use crate::failure::Failure;

const SOURCE: &str = include!(concat!(env!("OUT_DIR"), "/compat.rs"));

/// The facts. That they can be read the tests see to; a fault here is the program's own.
pub(crate) fn embedded() -> Result<Compat, Failure> {
    Compat::read(SOURCE).map_err(|_| Failure::wrong("the embedded compat.toml is not valid"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_facts_can_be_read() {
        let compat = super::embedded().expect("compat.toml is valid");
        assert!(compat.receivers.iter().all(|receiver| receiver.accepts(1000)));
        assert!(compat.receivers.iter().any(|receiver| !receiver.accepts(1014)));
    }

    #[test]
    fn no_two_implementations_have_one_name() {
        let compat = super::embedded().expect("compat.toml is valid");
        for peers in [&compat.receivers, &compat.senders] {
            let mut names: Vec<_> = peers.iter().map(|peer| peer.name.as_str()).collect();
            names.sort_unstable();
            assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
        }
    }
}

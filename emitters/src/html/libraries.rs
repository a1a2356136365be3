//! What Rust libraries report to an application when a connection closes, and what they send for it.

use crate::compat::{Library, Passage};

/// A library, what becomes of frames in it gathered by outcome.
pub(super) struct LibraryView<'a> {
    pub(super) library: &'a Library,
    pub(super) received: Vec<Outcome<'a>>,
    /// Empty if it is as with `received`.
    pub(super) answered: Vec<Outcome<'a>>,
    pub(super) sent: Vec<Outcome<'a>>,
}

/// What becomes of some frames.
#[derive(Debug, PartialEq)]
pub(super) struct Outcome<'a> {
    /// What they become; `None` if they stay what they are.
    pub(super) to: Option<&'a str>,
    /// What they are.
    pub(super) from: Vec<&'a str>,
}

/// The libraries, in the order of the file.
pub(super) fn views(libraries: &[Library]) -> Vec<LibraryView<'_>> {
    libraries.iter().map(view).collect()
}

fn view(library: &Library) -> LibraryView<'_> {
    let received = outcomes(&library.received);
    let answered = outcomes(&library.answered);
    LibraryView {
        library,
        answered: if answered == received { Vec::new() } else { answered },
        received,
        sent: outcomes(&library.sent),
    }
}

/// Frames by outcome: first those that stay as they are, then in the order of the file.
fn outcomes(passages: &[Passage]) -> Vec<Outcome<'_>> {
    let mut outcomes = vec![Outcome { to: None, from: Vec::new() }];
    for Passage { from, to } in passages {
        let to = (to != from).then_some(to.as_str());
        let from = short(from);
        match outcomes.iter_mut().find(|outcome| outcome.to == to) {
            Some(outcome) => outcome.from.push(from),
            None => outcomes.push(Outcome { to, from: vec![from] }),
        }
    }
    outcomes.retain(|outcome| !outcome.from.is_empty());
    outcomes
}

/// A code with the plainest of reasons as the code alone.
fn short(body: &str) -> &str {
    body.strip_suffix(" bye").unwrap_or(body)
}

#[cfg(test)]
mod tests {
    use super::{Outcome, outcomes};
    use crate::compat::Passage;

    #[test]
    fn frames_are_gathered_by_what_becomes_of_them() {
        let passage = |from: &str, to: &str| Passage { from: from.to_owned(), to: to.to_owned() };
        let passages = [
            passage("one byte", "error: bad"),
            passage("1000 bye", "1000 bye"),
            passage("1006 bye", "error: bad"),
            passage("4000 bye", "4000 bye"),
        ];
        let expected = [
            Outcome { to: None, from: vec!["1000", "4000"] },
            Outcome { to: Some("error: bad"), from: vec!["one byte", "1006"] },
        ];
        assert_eq!(outcomes(&passages), expected);
    }
}

//! What differs between the file and the world, in words.

use std::fmt::Display;

use super::{Answered, Received, Sent};

/// A row of a list of facts.
pub(crate) trait Row: PartialEq {
    /// What was done to the library.
    fn case(&self) -> String;
    /// What the library did.
    fn outcome(&self) -> String;
    /// The row as TOML.
    fn toml(&self) -> String;
}

impl Row for Received {
    fn case(&self) -> String {
        format!("received {}", self.body)
    }

    fn outcome(&self) -> String {
        format!("the application is told {:?}, the answer is {:?}", self.told, self.answer)
    }

    fn toml(&self) -> String {
        let Self { body, told, answer } = self;
        format!("{{ body = {body:?}, told = {told:?}, answer = {answer:?} }}")
    }
}

impl Row for Answered {
    fn case(&self) -> String {
        format!("answered with {}", self.body)
    }

    fn outcome(&self) -> String {
        format!("the application is told {:?}", self.told)
    }

    fn toml(&self) -> String {
        let Self { body, told } = self;
        format!("{{ body = {body:?}, told = {told:?} }}")
    }
}

impl Row for Sent {
    fn case(&self) -> String {
        format!("asked to send {}", self.asked)
    }

    fn outcome(&self) -> String {
        format!("on the wire is {:?}", self.wire)
    }

    fn toml(&self) -> String {
        let Self { asked, wire } = self;
        format!("{{ asked = {asked:?}, wire = {wire:?} }}")
    }
}

/// Says of each case what was recorded and what is true now, if the two differ.
pub(crate) fn compare<R: Row>(recorded: &[R], observed: &[R]) -> Vec<String> {
    let outcome = |rows: &[R], case: &str| {
        rows.iter().find(|row| row.case() == case).map_or_else(|| "nothing".to_owned(), R::outcome)
    };
    let mut cases: Vec<String> = observed.iter().map(R::case).collect();
    let gone = recorded.iter().map(R::case).filter(|case| !cases.contains(case));
    cases.extend(gone.collect::<Vec<_>>());
    let differing = cases.iter().filter_map(|case| {
        let (was, now) = (outcome(recorded, case), outcome(observed, case));
        (was != now).then(|| format!("{case}: was: {was}; is: {now}"))
    });
    differing.collect()
}

/// Says of one value what was recorded and what is true now, if the two differ.
pub(crate) fn differ<T: Display + PartialEq>(
    what: &str,
    recorded: Option<&T>,
    observed: Option<&T>,
) -> Option<String> {
    let show = |value: Option<&T>| value.map_or_else(|| "nothing".to_owned(), T::to_string);
    (recorded != observed)
        .then(|| format!("{what}: was: {}; is: {}", show(recorded), show(observed)))
}

#[test]
fn a_changed_a_new_and_a_lost_case_are_told() {
    let sent = |asked: &str, wire: &str| Sent { asked: asked.into(), wire: wire.into() };
    let recorded = [sent("1000", "1000"), sent("1005", "1005"), sent("5000", "5000")];
    let observed = [sent("1000", "1000"), sent("1005", "empty"), sent("1006", "1006")];
    assert_eq!(
        compare(&recorded, &observed),
        [
            "asked to send 1005: was: on the wire is \"1005\"; is: on the wire is \"empty\"",
            "asked to send 1006: was: nothing; is: on the wire is \"1006\"",
            "asked to send 5000: was: on the wire is \"5000\"; is: nothing",
        ]
    );
    assert_eq!(compare(&recorded, &recorded), Vec::<String>::new());
}

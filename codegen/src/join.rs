//! Joining, compiled once.
//!
//! The standard library's join is made for speed: it is a hundred times as much machine code as this, and
//! whoever builds a table would compile it.

/// The parts one behind the other, with something between them.
pub(crate) fn join<T: AsRef<str>>(parts: &[T], between: &str) -> String {
    let mut joined = String::new();
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            joined.push_str(between);
        }
        joined.push_str(part.as_ref());
    }
    joined
}

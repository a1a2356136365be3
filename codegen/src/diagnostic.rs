//! Problems as text, in the manner of rustc.

use core::ops::Range;

use crate::problem::Problem;

/// Renders problems for people.
#[must_use]
pub fn render(file: &str, source: &str, problems: &[Problem<Range<usize>>]) -> String {
    let mut text = String::new();
    for problem in problems {
        let before = source.get(..problem.at.start).unwrap_or(source);
        let line = before.matches('\n').count() + 1;
        text.push_str(&format!("error: {}\n --> {file}:{line}\n", problem.message));
    }
    text
}

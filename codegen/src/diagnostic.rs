//! Problems as text for people, in the manner of rustc.

use core::fmt::Write;

use crate::problem::{Problem, Severity};

mod columns;
mod snippet;
mod source;

use snippet::Mark;
pub use snippet::Style;
use source::Source;

/// Renders problems without colours, ready for a log or an editor that finds `file:line:column` in it.
///
/// Lines and columns count from 1, columns in characters. The last line sums up. Without problems the
/// text is empty.
#[must_use]
pub fn render(file: &str, source: &str, problems: &[Problem]) -> String {
    render_with(file, source, problems, &Style::PLAIN)
}

/// Renders problems with what `style` puts around their parts.
#[must_use]
pub fn render_with(file: &str, source: &str, problems: &[Problem], style: &Style) -> String {
    let mut text = String::new();
    for report in render_each(file, source, problems, style).take(SHOWN) {
        text.push_str(&report);
    }
    if problems.len() > SHOWN {
        text.push_str(&format!("... and {} more\n\n", problems.len() - SHOWN));
    }
    if let Some(summary) = summary(file, problems) {
        style.paint(&mut text, style.bold, &summary);
        text.push('\n');
    }
    text
}

/// The problems of a table that a report shows; of more it says how many there are.
pub const SHOWN: usize = 100;

/// Renders each problem by itself, with an empty line after it.
pub fn render_each<'a>(
    file: &'a str,
    source: &'a str,
    problems: &'a [Problem],
    style: &'a Style,
) -> impl Iterator<Item = String> + 'a {
    let source = Source::new(source);
    problems.iter().map(move |problem| {
        let mut text = String::new();
        one(&mut text, file, &source, problem, style);
        text
    })
}

/// Says where the bytes of a file stop being UTF-8: after the first `valid_up_to` of them.
#[must_use]
pub fn not_utf8(file: &str, bytes: &[u8], valid_up_to: usize) -> String {
    if is_utf32(bytes) {
        return format!("{file} is UTF-32: save it as UTF-8");
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return format!("{file} is UTF-16: save it as UTF-8");
    }
    let line = bytes[..valid_up_to].split(|byte| *byte == b'\n').count();
    let byte = bytes.get(valid_up_to).copied().unwrap_or_default();
    format!("{file}:{line}: the byte 0x{byte:02x} is not UTF-8: save the file as UTF-8")
}

/// Whether bytes begin with the byte order mark of UTF-32, whose first half can be that of UTF-16.
#[must_use]
pub fn is_utf32(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0xFF, 0xFE, 0, 0]) || bytes.starts_with(&[0, 0, 0xFE, 0xFF])
}

/// Counts the problems: "2 errors and 1 warning in codes.toml". `None` where there are none.
#[must_use]
pub fn summary(file: &str, problems: &[Problem]) -> Option<String> {
    let errors = problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = problems.len() - errors;
    let count = |count: usize, what: &str| match count {
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    };
    let counted = match (errors, warnings) {
        (0, 0) => return None,
        (errors, 0) => count(errors, "error"),
        (0, warnings) => count(warnings, "warning"),
        (errors, warnings) => {
            format!("{} and {}", count(errors, "error"), count(warnings, "warning"))
        }
    };
    Some(format!("{counted} in {}", source::visible(file)))
}

/// Renders one problem, and an empty line after it.
fn one(text: &mut String, file: &str, source: &Source<'_>, problem: &Problem, style: &Style) {
    let (colour, word) = match problem.severity {
        Severity::Error => (style.error, "error".to_owned()),
        Severity::Warning(name) => (style.warning, format!("warning[{name}]")),
    };
    style.paint(text, colour, &word);
    style.paint(text, style.bold, &format!(": {}", source::visible(&problem.message)));
    text.push('\n');

    let mut marks = vec![Mark::new(source, problem.at, &problem.label, '^', colour)];
    for (place, label) in &problem.related {
        marks.push(Mark::new(source, *place, label, '-', style.frame));
    }
    let last = marks.iter().map(|mark| mark.line + 1).max().unwrap_or_default();
    let margin = last.to_string().len();
    let (line, column) = source.position(problem.at.start);
    let indent = format!("{:margin$}", "");
    text.push_str(&indent);
    style.paint(text, style.frame, "-->");
    // Writing to a String cannot fail.
    let _ = writeln!(text, " {}:{}:{}", source::visible(file), line + 1, column + 1);
    snippet::render(text, source, &mut marks, &indent, style);
    if let Some(help) = &problem.help {
        let _ = write!(text, "{indent} ");
        style.paint(text, style.frame, "|");
        let _ = write!(text, "\n{indent} ");
        style.paint(text, style.frame, "=");
        text.push(' ');
        style.paint(text, style.bold, "help");
        let _ = writeln!(text, ": {}", source::visible(help));
    }
    text.push('\n');
}

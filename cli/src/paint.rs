//! Colours. Only the sixteen that every terminal's theme defines, and none that a light or a dark
//! background swallows.

use anstyle::{AnsiColor, Style};

/// A heading.
pub(crate) const TITLE: Style = Style::new().bold().underline();
/// A label before a fact.
pub(crate) const LABEL: Style = Style::new().bold();
/// A good answer.
pub(crate) const GOOD: Style = Style::new().bold().fg_color(Some(color(AnsiColor::Green)));
/// A bad answer, an error.
pub(crate) const BAD: Style = Style::new().bold().fg_color(Some(color(AnsiColor::Red)));
/// A warning.
pub(crate) const WARN: Style = Style::new().bold().fg_color(Some(color(AnsiColor::Magenta)));
/// What points: carets, places.
pub(crate) const POINT: Style = Style::new().bold().fg_color(Some(color(AnsiColor::Cyan)));

const fn color(color: AnsiColor) -> anstyle::Color {
    anstyle::Color::Ansi(color)
}

/// A text in a style.
pub(crate) fn painted(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// A report of problems, coloured as rustc's are: the text itself stays as it is.
pub(crate) fn report(text: &str) -> String {
    text.split_inclusive('\n').map(line).collect()
}

/// A line of a report: its first word and its gutter have a colour.
fn line(line: &str) -> String {
    for (start, style) in [("error", BAD), ("warning", WARN)] {
        let rest = line.strip_prefix(start);
        if let Some((tag, message)) = rest.and_then(|rest| rest.split_once(": ")) {
            return format!("{}: {message}", painted(style, &format!("{start}{tag}")));
        }
    }
    let trimmed = line.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit());
    let gutter = line.len() - trimmed.len();
    for mark in ["-->", "|", "=", ":::", "..."] {
        if trimmed.starts_with(mark) {
            let (gutter, rest) = line.split_at(gutter + mark.len());
            return format!("{}{rest}", painted(POINT, gutter));
        }
    }
    line.to_owned()
}

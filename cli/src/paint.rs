//! Colors: only the sixteen that every terminal's theme defines, and none that is unreadable on a light or
//! a dark background.

use anstyle::{AnsiColor, Style};
use close_code_codegen::diagnostic;

/// A heading.
pub(crate) const TITLE: Style = Style::new().bold().underline();
/// A label before a fact.
pub(crate) const LABEL: Style = Style::new().bold();
/// A good answer.
pub(crate) const GOOD: Style = Style::new().bold().fg_color(Some(color(AnsiColor::Green)));
/// A bad answer, an error.
pub(crate) const BAD: Style = Style::new().bold().fg_color(Some(color(AnsiColor::Red)));
/// What points: carets, places.
pub(crate) const POINT: Style = Style::new().bold().fg_color(Some(color(AnsiColor::Cyan)));

const fn color(color: AnsiColor) -> anstyle::Color {
    anstyle::Color::Ansi(color)
}

/// A text in a style.
pub(crate) fn painted(style: Style, text: &str) -> String {
    format!("{style}{text}{style:#}")
}

/// The parts of a report of problems.
pub(crate) const REPORT: diagnostic::Style = diagnostic::Style {
    error: "\x1b[1;31m",
    warning: "\x1b[1;35m",
    frame: "\x1b[1;36m",
    bold: "\x1b[1m",
    reset: "\x1b[0m",
};

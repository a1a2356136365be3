//! [`CloseCode`] from text.

use core::error::Error;
use core::fmt;
use core::mem;
use core::str::FromStr;

use crate::CloseCode;

mod letters;
mod names;

use letters::{LONGEST, Letters};
use names::{NAMES, Names};

/// Reads a number (`1006`), the name of a code in any spelling (`AbnormalClosure`,
/// `ABNORMAL_CLOSURE`, `abnormal closure`), the registry's text, or what `Display` writes
/// (`1006 Abnormal Closure`).
///
/// # Errors
///
/// [`ParseCloseCodeError`] if the text is empty, if the number is greater than 65535, if the number and the
/// text disagree, if no code has the name, or if the name belongs to a range rather than to one code. The
/// error suggests similar names.
///
/// ```
/// use close_code::CloseCode;
///
/// for text in ["1014", "BadGateway", "BAD_GATEWAY", "bad gateway", "1014 Bad Gateway"] {
///     assert_eq!(text.parse(), Ok(CloseCode::BAD_GATEWAY));
/// }
/// let error = "BadGatway".parse::<CloseCode>().unwrap_err();
/// assert_eq!(error.to_string(), "no close code has this name; did you mean BadGateway?");
/// ```
impl FromStr for CloseCode {
    type Err = ParseCloseCodeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // Fast path for numbers. Unlike the standard library, this parser accepts no sign.
        if text.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            if let Ok(number) = text.parse() {
                return Ok(Self::new(number));
            }
        }
        let text = text.trim();
        let end = text.bytes().position(|byte| !byte.is_ascii_digit());
        let (digits, rest) = text.split_at(end.unwrap_or(text.len()));
        if digits.is_empty() {
            return by_name(text);
        }
        let code = digits.parse().map(Self::new).map_err(|_| Problem::TooLarge)?;
        let rest = rest.trim_start();
        if rest.is_empty() || Names::of(code).has(rest) {
            Ok(code)
        } else {
            Err(Problem::OtherName(code).into())
        }
    }
}

fn by_name(text: &str) -> Result<CloseCode, ParseCloseCodeError> {
    if Letters::of(text).next().is_none() {
        return Err(Problem::Empty.into());
    }
    match NAMES.iter().find(|row| row.has(text)) {
        Some(row) if row.is_single() => Ok(row.first),
        Some(range) => Err(Problem::Range(range).into()),
        None => Err(Problem::Unknown(nearest(text)).into()),
    }
}

const SUGGESTIONS: usize = 3;

/// Names within a typo's distance, nearest first.
fn nearest(text: &str) -> [Option<&'static str>; SUGGESTIONS] {
    let mut room = ['\0'; LONGEST];
    let letters = Letters::of(text).first(&mut room);
    let mut found = [(usize::MAX, None); SUGGESTIONS];
    for row in NAMES.iter().filter(|row| row.is_single()) {
        let distance = distance(letters, row.name);
        if distance > row.name.len() / 3 {
            continue;
        }
        // Insertion sort: closer names come first.
        let mut here = (distance, Some(row.name));
        for place in &mut found {
            if here.0 < place.0 {
                mem::swap(&mut here, place);
            }
        }
    }
    // A name that is much farther than the nearest one does not help.
    let farthest = found[0].0.saturating_add(1);
    let mut names = [None; SUGGESTIONS];
    for (at, (distance, name)) in found.iter().enumerate() {
        if *distance <= farthest {
            names[at] = *name;
        }
    }
    names
}

/// The Levenshtein distance between the letters of a text and those of a name.
fn distance(left: &[char], right: &str) -> usize {
    let mut room = ['\0'; LONGEST];
    let right = Letters::of(right).first(&mut room);
    let mut row = [0; LONGEST + 1];
    for (at, cell) in row.iter_mut().enumerate() {
        *cell = at;
    }
    for (line, a) in left.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = line + 1;
        for (at, b) in right.iter().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(row[at] + 1).min(diagonal + 1);
        }
    }
    row[right.len()]
}

/// The error of reading a [`CloseCode`] from text.
///
/// ```
/// # use close_code::CloseCode;
/// let error = "70000".parse::<CloseCode>().unwrap_err();
/// assert_eq!(error.to_string(), "a close code is a number from 0 to 65535");
/// ```
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct ParseCloseCodeError(Problem);

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Problem {
    Empty,
    TooLarge,
    OtherName(CloseCode),
    Range(&'static Names),
    Unknown([Option<&'static str>; SUGGESTIONS]),
}

impl ParseCloseCodeError {
    /// Returns the names of codes that are close to the text, nearest first.
    ///
    /// ```
    /// # use close_code::CloseCode;
    /// let error = "GoingAwy".parse::<CloseCode>().unwrap_err();
    /// assert_eq!(error.suggestions().collect::<Vec<_>>(), ["GoingAway"]);
    /// ```
    pub fn suggestions(&self) -> impl Iterator<Item = &'static str> + use<> {
        let names = match self.0 {
            Problem::Unknown(names) => names,
            _ => [None; SUGGESTIONS],
        };
        names.into_iter().flatten()
    }
}

impl From<Problem> for ParseCloseCodeError {
    fn from(problem: Problem) -> Self {
        Self(problem)
    }
}

impl fmt::Display for ParseCloseCodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Problem::Empty => {
                f.write_str("a close code is a number or a name, and this is neither")
            }
            Problem::TooLarge => f.write_str("a close code is a number from 0 to 65535"),
            Problem::OtherName(code) => {
                write!(
                    f,
                    "the number and the name disagree: {} is {}",
                    code.get(),
                    Names::of(code).name
                )
            }
            Problem::Range(range) => {
                let (first, last) = (range.first.get(), range.last.get());
                let name = range.name;
                write!(f, "{name} is the name of a range; give a number from {first} to {last}")
            }
            Problem::Unknown(_) => {
                f.write_str("no close code has this name")?;
                let mut between = "; did you mean ";
                for name in self.suggestions() {
                    write!(f, "{between}{name}")?;
                    between = " or ";
                }
                f.write_str(if between == " or " { "?" } else { "" })
            }
        }
    }
}

impl Error for ParseCloseCodeError {}

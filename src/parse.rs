//! [`CloseCode`] from text.

use core::error::Error;
use core::str::FromStr;
use core::{array, fmt, mem};

use crate::{CloseCode, CloseCodeRange as _, CloseKind};

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
        let text = text.trim();
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = &text[..text.len() - rest.len()];
        if digits.is_empty() {
            return by_name(text);
        }
        let code = digits.parse().map(Self::new).map_err(|_| Problem::TooLarge)?;
        let rest = rest.trim_start();
        if rest.is_empty() || NAMES[code.kind() as usize].has(rest) {
            Ok(code)
        } else {
            Err(Problem::OtherName(code).into())
        }
    }
}

fn by_name(text: &str) -> Result<CloseCode, ParseCloseCodeError> {
    if letters(text).next().is_none() {
        return Err(Problem::Empty.into());
    }
    match NAMES.iter().find(|row| row.has(text)) {
        Some(row) if row.is_single() => Ok(row.first),
        Some(range) => Err(Problem::Range(range).into()),
        None => Err(Problem::Unknown(nearest(text)).into()),
    }
}

/// What a row is called. The rest of an [`Entry`](crate::Entry) is left out, so that a program that reads
/// names does not link the descriptions.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
struct Names {
    first: CloseCode,
    last: CloseCode,
    name: &'static str,
    meaning: &'static str,
    label: &'static str,
}

/// Those of all rows, in the order of the rows and of the variants.
static NAMES: [Names; CloseKind::TABLE.len()] = {
    let none = CloseCode::new(0);
    let empty = Names { first: none, last: none, name: "", meaning: "", label: "" };
    let mut names = [empty; CloseKind::TABLE.len()];
    let mut at = 0;
    while at < names.len() {
        let row = &CloseKind::TABLE[at];
        names[at] = Names {
            first: row.first(),
            last: row.last(),
            name: row.name(),
            meaning: row.meaning(),
            label: row.label(),
        };
        at += 1;
    }
    names
};

impl Names {
    /// Whether the row is for one code only.
    fn is_single(&self) -> bool {
        self.first == self.last
    }

    /// Whether the text is one of the names, whatever its case and punctuation.
    fn has(&self, text: &str) -> bool {
        [self.name, self.meaning, self.label].iter().any(|name| letters(name).eq(letters(text)))
    }
}

/// What counts when names are compared: letters and digits, in lower case.
fn letters(text: &str) -> impl Iterator<Item = char> + Clone {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
}

const SUGGESTIONS: usize = 3;

/// The names of which at most a third is wrong, nearest first. A name that is much farther than the nearest
/// one does not help.
fn nearest(text: &str) -> [Option<&'static str>; SUGGESTIONS] {
    let distances = NAMES.each_ref().map(|row| distance(text, row.name));
    let near = || {
        let rows = NAMES.iter().zip(distances).filter(|(row, _)| row.is_single());
        rows.filter(|(row, distance)| *distance <= row.name.len() / 3)
    };
    let least = near().map(|(_, distance)| distance).min().unwrap_or_default();
    let mut names = [None; SUGGESTIONS];
    let best = near().filter(|(_, distance)| *distance == least);
    let next = near().filter(|(_, distance)| *distance == least + 1);
    for (place, (row, _)) in names.iter_mut().zip(best.chain(next)) {
        *place = Some(row.name);
    }
    names
}

/// How many letters the search for typos compares: more than any name has.
const LONGEST: usize = 32;

/// The Levenshtein distance between the letters of two texts.
fn distance(left: &str, right: &str) -> usize {
    let right = letters(right).take(LONGEST);
    let mut row: [usize; LONGEST + 1] = array::from_fn(|at| at);
    for (line, a) in letters(left).take(LONGEST).enumerate() {
        let mut diagonal = mem::replace(&mut row[0], line + 1);
        for (at, b) in right.clone().enumerate() {
            let replaced = diagonal + usize::from(a != b);
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(row[at] + 1).min(diagonal + 1);
        }
    }
    row[right.count()]
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
                write!(f, "the number and the name disagree: {} is {}", code.get(), code.name())
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

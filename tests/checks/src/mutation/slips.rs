//! The slips, and the tables with them.

use super::{Layout, Section};

/// What is wrong.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Kind {
    /// A key is not there.
    Drop,
    /// A key is there twice.
    Duplicate,
    /// A value has another type.
    Type,
    /// A number, a word or a date is beyond what there is.
    Range,
    /// Two values that belong together have changed places.
    Swap,
    /// A letter of a key is missing, or is there twice.
    MisspelledKey,
    /// A letter of a word is missing.
    MisspelledValue,
    /// A key, a name or a word is written with another capital.
    Case,
    /// A row stands before the one that it should follow.
    Reorder,
    /// A row is there twice.
    Repeat,
}

/// A table with a slip in it.
#[derive(Clone, Debug)]
pub struct Mutant {
    /// What is wrong.
    pub kind: Kind,
    /// The key, or empty if it is the whole section.
    pub key: String,
    /// The slip in a few words.
    pub what: String,
    /// The table.
    pub layout: Layout,
    /// The sections with the slip in them.
    pub sections: Vec<usize>,
}

/// Every table that differs from a table by one typing error.
#[must_use]
pub fn mutants(table: &Layout) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (at, section) in table.sections.iter().enumerate() {
        for (entry, (key, value)) in section.entries.iter().enumerate() {
            if key.is_empty() {
                continue;
            }
            for (kind, what, new) in of_entry(key, value) {
                let mut layout = table.clone();
                layout.sections[at].entries.splice(entry..=entry, new);
                mutants.push(Mutant { kind, key: key.clone(), what, layout, sections: vec![at] });
            }
        }
        mutants.extend(of_section(table, at));
    }
    mutants
}

type Entries = Vec<(String, String)>;

/// The slips of one entry: each with the entries that then stand in its place.
fn of_entry(key: &str, value: &str) -> Vec<(Kind, String, Entries)> {
    let own = |key: &str, value: &str| vec![(key.to_owned(), value.to_owned())];
    let mut slips = vec![
        (Kind::Drop, "is not there".to_owned(), Vec::new()),
        (Kind::Duplicate, "is there twice".to_owned(), [own(key, value), own(key, value)].concat()),
    ];
    for misspelled in [without_a_letter(key), format!("{key}s"), twice_a_letter(key)] {
        slips.push((Kind::MisspelledKey, format!("is `{misspelled}`"), own(&misspelled, value)));
    }
    let capital = capitalized(key);
    slips.push((Kind::Case, format!("is `{capital}`"), own(&capital, value)));
    let mut values = |kind, values: Vec<String>| {
        for new in values.iter().filter(|new| *new != value) {
            slips.push((kind, format!("= {}", new.replace('\n', " ")), own(key, new)));
        }
    };
    values(Kind::Type, other_types(key, value));
    values(Kind::Range, out_of_range(key, value));
    values(Kind::Swap, swapped(value));
    values(Kind::MisspelledValue, misspelled(key, value));
    values(Kind::Case, other_case(key, value));
    slips
}

/// The slips of a whole row: it is there twice, or stands before the one that it should follow.
fn of_section(table: &Layout, at: usize) -> Vec<Mutant> {
    let section = &table.sections[at];
    let mutant = |kind, what: &str, layout, sections| Mutant {
        kind,
        key: String::new(),
        what: format!("{} {what}", section.header),
        layout,
        sections,
    };
    let mut twice = table.clone();
    twice.sections.insert(at, section.clone());
    let mut mutants = vec![mutant(Kind::Repeat, "is there twice", twice, vec![at, at + 1])];
    let before = at.checked_sub(1).map(|before| &table.sections[before]);
    if before.is_some_and(|before| before.header == section.header) {
        let mut reordered = table.clone();
        reordered.sections.swap(at - 1, at);
        mutants.push(mutant(Kind::Reorder, "stands too early", reordered, vec![at - 1, at]));
        if let Some(layout) = exchanged(table, at) {
            mutants.push(mutant(
                Kind::Swap,
                "has the numbers of the one before",
                layout,
                vec![at - 1, at],
            ));
        }
    }
    mutants
}

/// Two rows with each other's numbers.
fn exchanged(table: &Layout, at: usize) -> Option<Layout> {
    let key = if table.sections[at].header == "[[code]]" { "code" } else { "codes" };
    let own = table.sections[at].get(key)?.to_owned();
    let other = table.sections[at - 1].get(key)?.to_owned();
    let mut layout = table.clone();
    set(&mut layout.sections[at], key, &other);
    set(&mut layout.sections[at - 1], key, &own);
    Some(layout)
}

fn set(section: &mut Section, key: &str, new: &str) {
    for (_, value) in section.entries.iter_mut().filter(|(own, _)| own == key) {
        new.clone_into(value);
    }
}

/// Values of the types that a key does not take.
fn other_types(key: &str, value: &str) -> Vec<String> {
    let all = ["7", "1.5", "\"text\"", "true", "[]", "[1, \"two\"]", "{ a = 1 }", "2026-06-10"];
    let fits = |new: &&str| match value.chars().next() {
        _ if key == "as_of" => *new == "2026-06-10",
        Some('"') if key == "reconnect" => new.starts_with('"'),
        Some('"') => new.starts_with('"'),
        Some('t' | 'f') => *new == "true",
        // An empty list is a list of strings.
        Some('[') if !matches!(key, "codes" | "span") => *new == "[]",
        Some('[' | '{') => false,
        _ => *new == "7",
    };
    all.iter().filter(|new| !fits(new)).map(|&new| new.to_owned()).collect()
}

fn out_of_range(key: &str, value: &str) -> Vec<String> {
    let list = match key {
        "code" => vec!["-1", "65536", "99999999999999999999"],
        "codes" | "span" => {
            vec![
                "[-1, 4999]",
                "[4000, 65536]",
                "[4000]",
                "[4000, 4001, 4002]",
                "[0, 99999999999999999999]",
            ]
        }
        "reconnect" if value.starts_with('{') => {
            vec![
                "{ after = [-1, 30] }",
                "{ after = [5, 4294967296] }",
                "{ after = [5] }",
                "{ before = [5, 30] }",
            ]
        }
        "as_of" => vec!["2026-02-30", "2026-13-01", "26-06-10", "10.06.2026", "\"2026-06-10\""],
        "name" | "class" => {
            vec!["\"\"", "\"Two Words\"", "\"Semi;\"", "\"Self\"", "\"9Lives\"", "\"Naïve\""]
        }
        "title" | "description" | "meaning" | "label" | "since" | "deprecated" => {
            vec!["\"\"", "\"  \"", "\"a\\u202Eb\"", "\"\\u0007\""]
        }
        "reference" => vec!["[\"\"]", "[\"a\\u001Bb\"]"],
        _ => Vec::new(),
    };
    list.into_iter().map(str::to_owned).collect()
}

/// `[first, last]` the other way round.
fn swapped(value: &str) -> Vec<String> {
    let Some((before, rest)) = value.split_once('[') else { return Vec::new() };
    let Some((inner, after)) = rest.split_once(']') else { return Vec::new() };
    match inner.split_once(", ") {
        Some((first, last)) if first.parse::<u32>().is_ok() && last.parse::<u32>().is_ok() => {
            vec![format!("{before}[{last}, {first}]{after}")]
        }
        _ => Vec::new(),
    }
}

/// Words of which there is a fixed list.
fn misspelled(key: &str, value: &str) -> Vec<String> {
    let word = value.trim_matches('"');
    match key {
        "sender" | "reconnect" if value.starts_with('"') => {
            vec![format!("\"{}\"", without_a_letter(word)), format!("\"{}\"", twice_a_letter(word))]
        }
        "reconnect" => vec![value.replace("after", "aftr")],
        "allow" => vec![value.replacen("re", "er", 1), "[\"undescribd\"]".to_owned()],
        "wire" | "local" | "script" | "keeps_code" => vec![without_a_letter(value)],
        _ => Vec::new(),
    }
}

fn other_case(key: &str, value: &str) -> Vec<String> {
    let word = value.trim_matches('"');
    match key {
        "sender" | "reconnect" if value.starts_with('"') => {
            vec![format!("\"{}\"", capitalized(word)), format!("\"{}\"", word.to_uppercase())]
        }
        "name" | "class" => vec![
            format!("\"{}{}\"", word[..1].to_lowercase(), &word[1..]),
            format!("\"{}\"", word.to_lowercase()),
        ],
        "wire" | "local" | "script" | "keeps_code" => {
            vec![capitalized(value), value.to_uppercase()]
        }
        _ => Vec::new(),
    }
}

fn without_a_letter(word: &str) -> String {
    let middle = word.len() / 2;
    [&word[..middle], &word[middle + 1..]].concat()
}

fn twice_a_letter(word: &str) -> String {
    let middle = word.len() / 2;
    [&word[..=middle], &word[middle..]].concat()
}

fn capitalized(word: &str) -> String {
    [&word[..1].to_uppercase(), &word[1..]].concat()
}

//! Finds the word that a misspelt one most likely means.

/// The candidate nearest to `word`, if one is near enough to be worth suggesting.
///
/// Capitals, `-`, `_` and spaces count for nothing. Near enough is one mistake in three characters, or a
/// word cut short.
#[must_use]
pub fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let word = folded(word);
    let mut best: Option<(usize, &'a str)> = None;
    for &candidate in candidates {
        let other = folded(candidate);
        let cut = word.len() > 2 && (other.starts_with(&word) || word.starts_with(&other));
        let distance = if cut && word != other { 1 } else { distance(&word, &other) };
        let allowed = (word.len().max(other.len()) / 3).max(1);
        if distance <= allowed
            && distance < other.len()
            && best.is_none_or(|(least, _)| distance < least)
        {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The help that goes with an unknown word: the nearest right one, or else all of them.
#[must_use]
pub fn suggestion(word: &str, candidates: &[&str]) -> String {
    match nearest(word, candidates) {
        Some(candidate) => format!("did you mean `{candidate}`?"),
        None => format!("write {}", listed(candidates, "or")),
    }
}

/// Words as a list to read: `a`, `b` or `c`, with `last` before the last.
#[must_use]
pub fn listed(words: &[&str], last: &str) -> String {
    let words: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match words.split_last() {
        Some((word, first)) if !first.is_empty() => format!("{} {last} {word}", first.join(", ")),
        _ => words.concat(),
    }
}

/// The characters that count in a comparison. At most 64: no longer word has a suggestion.
fn folded(word: &str) -> Vec<char> {
    let counts = word.chars().filter(|c| !matches!(c, '-' | '_' | ' '));
    counts.map(|c| c.to_ascii_lowercase()).take(64).collect()
}

/// The least number of insertions, deletions, replacements and swaps of neighbours between the two.
fn distance(a: &[char], b: &[char]) -> usize {
    // Row upon row: for so many characters of `a`, and so many of `b`.
    let width = b.len() + 1;
    let mut cells: Vec<usize> = Vec::with_capacity((a.len() + 1) * width);
    for at in 0..(a.len() + 1) * width {
        let (i, j) = (at / width, at % width);
        if i == 0 || j == 0 {
            cells.push(i + j);
            continue;
        }
        let replaced = cells[at - width - 1] + usize::from(a[i - 1] != b[j - 1]);
        let mut least = replaced.min(cells[at - width] + 1).min(cells[at - 1] + 1);
        if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
            least = least.min(cells[at - 2 * width - 2] + 1);
        }
        cells.push(least);
    }
    cells.last().copied().unwrap_or_default()
}

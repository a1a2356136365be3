//! Words that stand for tokens.

use proc_macro2::{Ident, TokenStream};

use crate::sort;

/// What stands in the place of a word.
pub(super) enum Word {
    Name(Ident),
    Tokens(TokenStream),
}

/// Words and what stands in their place.
///
/// A map of the standard library is compiled anew for what it holds, at fifty times the size of this.
pub(super) struct Words {
    /// In the order of their numbers.
    sorted: Vec<(u64, String, Word)>,
}

impl Words {
    /// Of two that are the same the first counts.
    pub(super) fn new(words: Vec<(String, Word)>) -> Self {
        let mut sorted = Vec::with_capacity(words.len());
        for (word, meant) in words {
            sorted.push((sort::word(&word), word, meant));
        }
        sort::by_key(&mut sorted, |word| word.0);
        Self { sorted }
    }

    /// What stands in the place of a word.
    pub(super) fn get(&self, word: &str) -> Option<&Word> {
        let number = sort::word(word);
        let start = self.sorted.partition_point(|other| other.0 < number);
        for (other, text, meant) in &self.sorted[start..] {
            if *other != number {
                break;
            }
            if text == word {
                return Some(meant);
            }
        }
        None
    }
}

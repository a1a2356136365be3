//! Words that stand for tokens.

use proc_macro2::TokenStream;

use crate::sort;

/// Words and what stands in their place.
///
/// A map of the standard library is compiled anew for what it holds, at fifty times the size of this.
pub(super) struct Words {
    /// In the order of their numbers.
    sorted: Vec<(u64, String, TokenStream)>,
}

impl Words {
    /// Of two that are the same the first counts.
    pub(super) fn new(words: Vec<(String, TokenStream)>) -> Self {
        let mut sorted = Vec::with_capacity(words.len());
        for (word, tokens) in words {
            sorted.push((sort::word(&word), word, tokens));
        }
        sort::by_key(&mut sorted, |word| word.0);
        Self { sorted }
    }

    /// What stands in the place of a word.
    pub(super) fn get(&self, word: &str) -> Option<&TokenStream> {
        let number = sort::word(word);
        let start = self.sorted.partition_point(|other| other.0 < number);
        for (other, text, tokens) in &self.sorted[start..] {
            if *other != number {
                break;
            }
            if text == word {
                return Some(tokens);
            }
        }
        None
    }
}

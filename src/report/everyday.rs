//! Everyday: words that anybody uses, so that nobody is known by them.
//!
//! In: every word this program says itself, in all its languages, and what a company says of a person. Out: whether that is
//! said in such words. The first word and words in small letters are taken for such; another word with a capital must be known,
//! since names of people and places have one; numbers are small, and letters are not mixed with them.
//!
//! Not here: what is known to name somebody (`secret`).

use std::collections::BTreeSet;

use crate::import::fold::fold;
use crate::wording;

/// Digits in a row: an age, not a year, a number plate or the number of a house.
const DIGITS_MAX: usize = 2;

/// The words this program says.
pub(super) struct Everyday(BTreeSet<String>);

impl Everyday {
    pub(super) fn new() -> Self {
        Self(wording::texts().flat_map(words).map(fold).collect())
    }

    /// Tells whether a text is made of everyday words.
    pub(super) fn says(&self, text: &str) -> bool {
        let is_address =
            text.split_whitespace().any(|token| token.trim_end_matches('.').contains(['.', '@']));
        !is_address && words(text).enumerate().all(|(at, word)| self.is_everyday(word, at == 0))
    }

    fn is_everyday(&self, word: &str, is_first: bool) -> bool {
        if word.contains(|letter: char| letter.is_ascii_digit()) {
            return word.len() <= DIGITS_MAX && word.bytes().all(|letter| letter.is_ascii_digit());
        }
        is_first || !word.contains(char::is_uppercase) || self.0.contains(&fold(word))
    }
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

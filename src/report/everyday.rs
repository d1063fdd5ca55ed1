//! Everyday: words that anybody uses, so that nobody is known by them.
//!
//! In: every word this program says itself in all its languages, the words it knows in names of columns (`words.yaml`), the columns that
//! recipes name, and words of interests (`interests.txt`); without those that are somebody's name too (`names.txt`). Out: whether a
//! text, or the name of a field, is made of nothing else. Every word counts, the first and those in small letters too: names of people
//! and streets stand in both. Between the words only short numbers stand, as of an age; no date, and nothing as long as a year. The
//! name of a company is no such word: brands are first and family names, and anybody writes a legal form behind any word.
//!
//! Not here: what is known to name somebody (`secret`).

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::directory::known::only_word;
use crate::import::fold::{fold, fold_column, words as spaced};
use crate::import::{GENERIC_KIND, Recipes, naming};
use crate::wording;

/// Words of interests, a line each or several.
const INTERESTS: &str = include_str!("interests.txt");

/// Words that are somebody's name.
const NAMES: &str = include_str!("names.txt");

/// Digits in a row: an age, not a year, a number plate or the number of a house.
const DIGITS_MAX: usize = 2;

/// Digits of a text: from an age to another, not a day.
const DIGITS_ALL_MAX: usize = 4;

/// Words of one letter: what is left of an article before a vowel, not a name letter by letter.
const LETTERS_ALONE_MAX: usize = 2;

/// The words anybody uses.
pub(super) struct Everyday {
    words: HashSet<String>,
    /// The columns and kinds that recipes name, folded.
    fields: HashSet<String>,
    /// The words that are somebody's name.
    names: HashSet<&'static str>,
}

/// They are the same for every report.
static EVERYDAY: LazyLock<Everyday> = LazyLock::new(Everyday::new);

impl Everyday {
    /// Returns the words of this program.
    pub(super) fn known() -> &'static Self {
        &EVERYDAY
    }

    fn new() -> Self {
        let listed = |text: &'static str| {
            let lines = text.lines().filter(|line| !line.starts_with('#'));
            lines.flat_map(str::split_whitespace)
        };
        let known = wording::texts().flat_map(said).chain(naming::vocabulary()).chain(listed(INTERESTS));
        let mut words: HashSet<String> = known.flat_map(|text| folded(text).collect::<Vec<_>>()).collect();
        let names: HashSet<&str> = listed(NAMES).collect();
        words.retain(|word| !names.contains(word.as_str()));
        let recipes = Recipes::built_in();
        let columns = recipes.columns().map(fold_column);
        let kinds = recipes.kinds().into_iter().chain([GENERIC_KIND]).map(fold_column);
        Self { words, fields: columns.chain(kinds).collect(), names }
    }

    /// Tells whether a name, a legal form left out, is a word that is somebody's name: `Marcel`, `Otto`.
    pub(super) fn is_of_somebody(&self, name: &str) -> bool {
        only_word(name).is_some_and(|word| self.names.contains(word.as_str()))
    }

    /// Tells whether a text is made of everyday words.
    pub(super) fn says(&self, text: &str) -> bool {
        let is_address = |token: &str| {
            token.contains('@')
                || token.trim_end_matches('.').contains('.') && token.contains(char::is_alphabetic)
        };
        if text.split_whitespace().any(is_address) || has_long_number(text) {
            return false;
        }
        let written = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let written: Vec<&str> = written.collect();
        if written.iter().filter(|word| word.chars().nth(1).is_none()).count() > LETTERS_ALONE_MAX {
            return false;
        }
        written.into_iter().all(|word| self.is_everyday(word))
    }

    /// Tells whether the name of a field, a sheet or a kind of record is one that a recipe names, or made of everyday words.
    pub(super) fn names(&self, name: &str) -> bool {
        if self.fields.contains(&fold_column(name)) {
            return true;
        }
        let all = spaced(name);
        let alone = all.split_whitespace().filter(|word| word.chars().nth(1).is_none()).count();
        alone <= LETTERS_ALONE_MAX
            && !has_long_number(name)
            && all.split_whitespace().all(|word| self.is_everyday(word))
    }

    fn is_everyday(&self, word: &str) -> bool {
        if word.contains(|letter: char| letter.is_numeric()) {
            return word.len() <= DIGITS_MAX && word.bytes().all(|letter| letter.is_ascii_digit());
        }
        folded(word).all(|word| self.words.contains(&word))
    }
}

/// Tells whether a text has a number that may be somebody's: many digits, or a day.
fn has_long_number(text: &str) -> bool {
    let digits = |part: &str| part.chars().filter(|letter| letter.is_numeric()).count();
    let parts: Vec<&str> =
        text.split(|letter: char| !letter.is_numeric()).filter(|part| !part.is_empty()).collect();
    // A share is no day: `0.87`.
    let is_share = |word: &str| word.starts_with("0.") || word.starts_with("0,");
    let is_day = text
        .split_whitespace()
        .any(|word| digits(word) > 1 && word.contains(['/', '.', ':']) && !is_share(word));
    is_day || digits(text) > DIGITS_ALL_MAX || parts.iter().any(|part| part.len() > DIGITS_MAX)
}

/// The sentences of a file of wording, without their keys and the names of their variables.
fn said(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.starts_with('#')).flat_map(|line| line.split(['{', '}', '$']))
}

fn folded(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect::<Vec<_>>().into_iter()
}

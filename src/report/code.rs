//! Code: what the company wrote and did not explain.
//!
//! In: texts of an answer. Out: whether a text is a code (`in_market_0231`, `SEG-B7`) rather than words, and which columns hold
//! nothing but codes. Where the answer explains none of it, the report says so: Art. 12(1) asks for intelligible form, and a person
//! may ask what a code means.
//!
//! Not here: numbers, dates, addresses, tokens and short names of countries and currencies, which are no codes to be explained.

use std::collections::BTreeSet;

use super::model::Unexplained;
use crate::import::totals::Sample;

/// Letters of a code; what is longer is a token.
const LETTERS_MAX: usize = 40;

/// Letters of a word in capitals that is a code; shorter ones are countries and currencies.
const CAPITALS_MIN: usize = 4;

/// Tells whether a text is a code rather than words.
pub(super) fn is_code(text: &str) -> bool {
    let text = text.trim();
    let length = text.chars().count();
    let usual = |letter: char| letter.is_ascii_alphanumeric() || "_-.:/#|".contains(letter);
    if !(2..=LETTERS_MAX).contains(&length) || !text.chars().all(usual) {
        return false;
    }
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_token = length >= 16 && text.chars().all(|letter| letter.is_ascii_hexdigit() || letter == '-');
    let is_address = text.contains("://") || text.starts_with("www.");
    if letters == 0 || is_token || is_address || is_moment(text) {
        return false;
    }
    let in_capitals = letters >= CAPITALS_MIN && !text.chars().any(|letter| letter.is_ascii_lowercase());
    let is_joined = text.contains('_') || text.contains('|') || text.contains('#');
    let is_mixed = digits > 0 && !text.split(['-', '/', '.']).any(|part| is_word(part));
    is_joined || is_mixed || in_capitals
}

/// `2024-01-31T10:00Z`: letters that stand in a moment.
fn is_moment(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4
        && text.contains('-')
        && text.bytes().all(|byte| byte.is_ascii_digit() || b"-:.TZ+".contains(&byte))
}

/// Three small letters or more and nothing else: `Modèle-7` has a word, `B7` has none.
fn is_word(part: &str) -> bool {
    part.chars().count() >= 3
        && part.chars().skip(1).all(char::is_lowercase)
        && part.chars().all(char::is_alphabetic)
}

/// Finds the columns of samples that hold nothing but codes, and the same ones again: a column of which every row has another is one of
/// identifiers.
pub(super) fn unexplained(samples: &[Sample]) -> Vec<Unexplained> {
    let mut columns: Vec<(&str, &str)> = Vec::new();
    let mut known = BTreeSet::new();
    for sample in samples {
        for (name, _) in &sample.fields {
            let column = (sample.place.file.as_str(), name.as_str());
            if known.insert(column) {
                columns.push(column);
            }
        }
    }
    let is_unexplained = |(file, column): &(&str, &str)| {
        let rows = samples.iter().filter(|sample| sample.place.file == *file);
        let cells = rows.flat_map(|sample| &sample.fields).filter(|(name, _)| name == column);
        let values: Vec<&str> =
            cells.map(|(_, value)| value.trim()).filter(|value| !value.is_empty()).collect();
        let distinct: BTreeSet<&str> = values.iter().copied().collect();
        values.len() > 1 && distinct.len() * 2 <= values.len() && values.iter().all(|value| is_code(value))
    };
    let found = columns.into_iter().filter(is_unexplained);
    found.map(|(file, column)| Unexplained { file: file.to_owned(), column: column.to_owned() }).collect()
}

//! Hyphen: where words may be divided at the end of a line.
//!
//! In: a shaped word and the document's language. Out: the clusters before which it may be divided. The
//! patterns are Liang's, those of the language. Names of people, addresses, numbers and short words stay whole: what
//! has a digit, a full stop or an at sign inside, or a capital letter after the first, is never divided.

use crate::paper::face::Word;

/// How the hyphen of a divided word is copied: as a soft one, which is no part of the word (ISO 32000-1,
/// 14.8.2.2.3).
pub(super) const MARK: &str = "\u{AD}";

/// A word with fewer letters is not divided.
const LETTERS_MIN: usize = 7;
/// How many letters at least stand before and after the hyphen.
const BEFORE_MIN: usize = 3;
const AFTER_MIN: usize = 3;

/// The patterns of a language.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Divider(hypher::Lang);

impl std::fmt::Debug for Divider {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Divider")
    }
}

impl Divider {
    /// Returns the patterns of a language that is named by a BCP 47 tag, if there are some.
    pub(super) fn of(language: &str) -> Option<Self> {
        let primary: [u8; 2] = language.split('-').next()?.as_bytes().try_into().ok()?;
        hypher::Lang::from_iso(primary.map(|byte| byte.to_ascii_lowercase())).map(Self)
    }
}

/// Returns the clusters before which a word may be divided.
pub(super) fn places(word: &Word, divider: Divider) -> Vec<usize> {
    let text: String = word.clusters.iter().map(|cluster| &*cluster.shape.text).collect();
    let Some((start, letters)) = letters(&text) else { return Vec::new() };
    let mut ends = Vec::new();
    let mut end = start;
    for syllable in hypher::hyphenate(letters, divider.0) {
        end += syllable.len();
        let before = text.get(start..end).unwrap_or_default().chars().count();
        let after = text.get(end..start + letters.len()).unwrap_or_default().chars().count();
        if before >= BEFORE_MIN && after >= AFTER_MIN {
            ends.push(end);
        }
    }
    let mut places = Vec::new();
    let mut at = 0;
    for (number, cluster) in word.clusters.iter().enumerate() {
        // A ligature over the place keeps the word whole there.
        if ends.contains(&at) {
            places.push(number);
        }
        at += cluster.shape.text.len();
    }
    places
}

/// Returns the letters of a word that may be divided, and where they start: behind an elided article, before a
/// comma.
fn letters(text: &str) -> Option<(usize, &str)> {
    let core = text.trim_end_matches(|character: char| !character.is_alphabetic());
    let start = core.rfind(|character: char| !character.is_alphabetic());
    let start = start
        .map_or(0, |at| at + core.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8));
    let letters = core.get(start..)?;
    let outside = core.get(..start)?;
    let is_plain = |character: char| {
        character.is_alphabetic()
            || matches!(character, '’' | '\'' | '«' | '“' | '„' | '(' | '\u{a0}' | '\u{202f}')
    };
    let has_capital = letters.chars().skip(1).any(char::is_uppercase);
    let long = letters.chars().count() >= LETTERS_MIN;
    (long && !has_capital && outside.chars().all(is_plain)).then_some((start, letters))
}

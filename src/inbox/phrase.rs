//! Phrases: sentences of a text as folded words, and patterns that find phrases in them.
//!
//! In: lines of text, or a pattern as it stands in a phrase file. Out: [`Sentence`]s, and where in one a
//! [`Pattern`] is found. Case, accents, punctuation and kinds of hyphens do not matter; links are no words.
//!
//! A pattern is a row of words. `a|b` is either (`_` joins words of one alternative), `word*` any word that begins
//! so, `[word]` a word that may be absent, `#` a number, `…` up to six words of any kind. A phrase never leaves
//! its sentence. Not here: what a phrase means (`rule`).

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Words that `…` may stand for.
const GAP_WORDS_MAX: usize = 6;

/// Words read of one sentence; what people write has far fewer.
const SENTENCE_WORDS_MAX: usize = 400;

/// A line of a text, with its number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number in the text, from 1.
    pub number: usize,
    /// Its text.
    pub text: String,
}

/// A word of a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// The word, folded.
    pub folded: String,
    /// The line it stands in.
    pub line: usize,
    /// What stands between it and the word before.
    pub before: String,
}

/// A sentence of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// As it was written, spaces aside.
    pub text: String,
    /// Its words.
    pub words: Vec<Word>,
}

/// Divides a text into sentences. A word in `abbreviations` does not end one with its full stop.
pub fn sentences(lines: &[Line], abbreviations: &BTreeSet<String>) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut builder = Builder::default();
    for line in lines {
        if line.text.trim().is_empty() || is_item(&line.text) {
            builder.end(&mut found);
        }
        builder.line(line, abbreviations, &mut found);
    }
    builder.end(&mut found);
    found
}

/// Tells whether a line begins an item of a list.
fn is_item(line: &str) -> bool {
    let line = line.trim_start();
    let is_numbered = line
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .strip_prefix(['.', ')'])
        .is_some_and(|rest| rest.starts_with(' ') && line.starts_with(|c: char| c.is_ascii_digit()));
    is_numbered || ["- ", "* ", "• ", "– ", "· "].iter().any(|mark| line.starts_with(mark))
}

/// A sentence in the making.
#[derive(Default)]
struct Builder {
    text: String,
    words: Vec<Word>,
    between: String,
}

impl Builder {
    fn line(&mut self, line: &Line, abbreviations: &BTreeSet<String>, found: &mut Vec<Sentence>) {
        if !self.text.is_empty() {
            self.text.push(' ');
            self.between.push(' ');
        }
        let mut rest = line.text.trim();
        while let Some(first) = rest.chars().next() {
            let length = link_length(rest);
            let (piece, next) = if length > 0 {
                rest.split_at(length)
            } else if first.is_alphanumeric() {
                let end = rest.find(|c: char| !is_of_word(c)).unwrap_or(rest.len());
                rest.split_at(end)
            } else {
                rest.split_at(first.len_utf8())
            };
            rest = next;
            self.text.push_str(piece);
            if length == 0 && first.is_alphanumeric() {
                let before = std::mem::take(&mut self.between);
                self.words.push(Word { folded: fold(piece), line: line.number, before });
            } else {
                self.between.push_str(if length > 0 { " " } else { piece });
            }
            let ends = matches!(first, '.' | '!' | '?')
                && length == 0
                && self.ends_before(rest, first, abbreviations);
            if ends || self.words.len() >= SENTENCE_WORDS_MAX {
                self.end(found);
            }
        }
    }

    /// Tells whether a mark ends the sentence, by what follows and what stands before.
    fn ends_before(&self, rest: &str, mark: char, abbreviations: &BTreeSet<String>) -> bool {
        let follows = rest.trim_start().chars().next();
        let is_apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
        let goes_on = follows.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
        let last = self.words.last().map(|word| word.folded.as_str()).unwrap_or_default();
        // `2. Februar` has an ordinal number.
        let is_ordinal = last.len() <= 2 && last.bytes().all(|byte| byte.is_ascii_digit());
        let is_short = mark == '.' && self.between == "." && (is_ordinal || abbreviations.contains(last));
        is_apart && !is_short && !(mark == '.' && goes_on)
    }

    fn end(&mut self, found: &mut Vec<Sentence>) {
        let text = self.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if !self.words.is_empty() {
            found.push(Sentence { text, words: std::mem::take(&mut self.words) });
        }
        self.text.clear();
        self.between.clear();
    }
}

/// Returns the length of a web address at the beginning of a text; 0 if there is none.
pub fn link_length(text: &str) -> usize {
    let starts =
        |prefix: &str| text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    if !["https://", "http://", "www."].into_iter().any(starts) {
        return 0;
    }
    let ends = |c: char| c.is_whitespace() || c.is_control() || "<>\"'()[]{}|\\^`«»“”".contains(c);
    let whole = text.split(ends).next().unwrap_or_default();
    whole.trim_end_matches(['.', ',', ';', ':', '!', '?']).len()
}

/// Characters inside a word: letters, digits, and what is invisible between them.
fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || is_combining_mark(character) || is_invisible(character)
}

fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

/// Folds a word for comparison: no case, no accents, nothing invisible.
pub fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for character in word.nfkd().filter(|c| !is_combining_mark(*c) && !is_invisible(*c)) {
        match character {
            'ß' | 'ẞ' => folded.push_str("ss"),
            'œ' | 'Œ' => folded.push_str("oe"),
            'æ' | 'Æ' => folded.push_str("ae"),
            'ł' | 'Ł' => folded.push('l'),
            other => folded.extend(other.to_lowercase()),
        }
    }
    folded
}

/// A row of words to be found in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern(Vec<Element>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Element {
    AnyOf { alternatives: Vec<Vec<Piece>>, is_optional: bool },
    Gap,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Exact(String),
    Stem(String),
    Number,
}

impl Pattern {
    /// Reads a pattern; none if it has no word that must be there, or begins or ends with a gap.
    pub fn parse(text: &str) -> Option<Self> {
        let elements: Vec<Element> = text.split_whitespace().map(element).collect::<Option<_>>()?;
        let is_word = |element: &Element| matches!(element, Element::AnyOf { is_optional: false, .. });
        let is_gap = |element: Option<&Element>| matches!(element, Some(Element::Gap) | None);
        let is_sound = elements.iter().any(is_word) && !is_gap(elements.first()) && !is_gap(elements.last());
        is_sound.then_some(Self(elements))
    }

    /// Finds the phrase in a sentence; returns the number of its first word.
    pub fn find(&self, sentence: &Sentence) -> Option<usize> {
        self.places(sentence).next().and_then(|words| words.first().copied())
    }

    /// Finds the phrase wherever it begins; returns the numbers of its own words, not of those a gap passes over.
    pub fn places<'a>(&'a self, sentence: &'a Sentence) -> impl Iterator<Item = Vec<usize>> + 'a {
        (0..sentence.words.len()).filter_map(|start| {
            let mut own = Vec::new();
            let fits = matches_from(&self.0, &sentence.words, start, &mut own);
            (fits && !own.is_empty()).then_some(own)
        })
    }
}

fn element(chunk: &str) -> Option<Element> {
    if chunk == "…" {
        return Some(Element::Gap);
    }
    let inner = chunk.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let alternatives: Vec<Vec<Piece>> =
        inner.unwrap_or(chunk).split('|').map(pieces).collect::<Option<_>>()?;
    Some(Element::AnyOf { alternatives, is_optional: inner.is_some() })
}

fn pieces(alternative: &str) -> Option<Vec<Piece>> {
    if alternative == "#" {
        return Some(vec![Piece::Number]);
    }
    let (alternative, is_stem) = match alternative.strip_suffix('*') {
        Some(stem) => (stem, true),
        None => (alternative, false),
    };
    let words: Vec<String> =
        alternative.split(|c: char| !is_of_word(c)).filter(|word| !word.is_empty()).map(fold).collect();
    let (last, first) = words.split_last()?;
    let last = if is_stem { Piece::Stem(last.clone()) } else { Piece::Exact(last.clone()) };
    Some(first.iter().cloned().map(Piece::Exact).chain([last]).collect())
}

/// Tells whether the elements fit from a word on, and puts the numbers of the words that are theirs into `own`.
fn matches_from(elements: &[Element], words: &[Word], at: usize, own: &mut Vec<usize>) -> bool {
    let Some((first, rest)) = elements.split_first() else { return true };
    let left = words.len().saturating_sub(at);
    match first {
        Element::Gap => {
            (0..=GAP_WORDS_MAX.min(left)).any(|skipped| matches_from(rest, words, at + skipped, own))
        }
        Element::AnyOf { alternatives, is_optional } => {
            let known = own.len();
            for alternative in alternatives {
                let these = words.get(at..).unwrap_or_default();
                let fits = left >= alternative.len()
                    && alternative.iter().zip(these).all(|(piece, word)| piece.fits(&word.folded));
                if !fits {
                    continue;
                }
                let next = at + alternative.len();
                own.extend(at..next);
                if matches_from(rest, words, next, own) {
                    return true;
                }
                own.truncate(known);
            }
            *is_optional && matches_from(rest, words, at, own)
        }
    }
}

impl Piece {
    fn fits(&self, word: &str) -> bool {
        match self {
            Self::Exact(exact) => word == exact,
            Self::Stem(stem) => word.starts_with(stem),
            Self::Number => word.bytes().all(|byte| byte.is_ascii_digit()),
        }
    }
}

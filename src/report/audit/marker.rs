//! Marker: the point of Art. 15 that a letter or a number of a paragraph names, as in `Art. 15 Abs. 1 lit. c`.
//!
//! In: the words before or over a sentence. Out: the point. `a)` alone names one only in a letter that goes through
//! the Article, which [`goes_through`] tells.
//!
//! Not here: words that name a point (`rule`).

use super::sentence::words;
use crate::law::content::Point;

/// Words that stand before the letter of an article, folded.
const BEFORE_LETTER: [&str; 16] = [
    "lit",
    "litera",
    "let",
    "lett",
    "lettera",
    "lettre",
    "letra",
    "letter",
    "buchst",
    "buchstabe",
    "sub",
    "onder",
    "point",
    "punt",
    "punto",
    "limb",
];

/// Words that stand before the number of a paragraph, folded.
const BEFORE_PARAGRAPH: [&str; 16] = [
    "abs",
    "absatz",
    "par",
    "para",
    "paragraph",
    "paragraphe",
    "paragrafo",
    "parrafo",
    "apartado",
    "apdo",
    "comma",
    "co",
    "lid",
    "alinea",
    "al",
    "paragraaf",
];

/// Letters of points that must each begin a line before `a)` alone is believed.
const LETTERS_BELIEVED: [char; 4] = ['a', 'b', 'c', 'd'];

/// Tells whether lines of a letter begin with the letters of Art. 15(1) and the Article is named.
pub(super) fn goes_through(text: &str) -> bool {
    let starts: Vec<char> = text.lines().filter_map(|line| bare(line.trim())).collect();
    LETTERS_BELIEVED.iter().all(|letter| starts.contains(letter))
        && words(text).iter().any(|word| word.folded == "15")
}

/// The point that a label or heading names; `with_bare` tells whether `c)` alone does.
pub(super) fn point(text: &str, with_bare: bool) -> Option<Point> {
    let words = words(text);
    let words: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
    let after = |at: usize| words.get(at + 1).copied();
    let marked = (0..words.len()).find_map(|at| {
        let word = words.get(at).copied()?;
        let is_first = word == "1" && at > 0 && words.get(at - 1).is_some_and(|before| *before == "15");
        if BEFORE_LETTER.contains(&word) || is_first { of_letter(after(at)?) } else { None }
    });
    let paragraph = || {
        let at = words.iter().position(|word| *word == "15")?;
        let next = after(at)?;
        let number = if BEFORE_PARAGRAPH.contains(&next) { after(at + 1)? } else { next };
        match number {
            "2" => Some(Point::Safeguards),
            "3" => Some(Point::Copy),
            _ => None,
        }
    };
    let alone = || bare(text.trim()).filter(|_| with_bare).and_then(|letter| of_letter(&letter.to_string()));
    marked.or_else(paragraph).or_else(alone)
}

/// The letter with which a line begins: `c)`, `(c)` or `c.`.
pub(super) fn bare(line: &str) -> Option<char> {
    let (opened, inner) = line.strip_prefix('(').map_or((false, line), |rest| (true, rest));
    let mut letters = inner.chars();
    let letter = letters.next().filter(char::is_ascii_alphabetic)?;
    let closed = letters.next()?;
    let goes_on = letters.next().is_none_or(|next| next.is_whitespace() || next == '-' || next == ':');
    (goes_on && (closed == ')' || closed == '.' && !opened)).then(|| letter.to_ascii_lowercase())
}

fn of_letter(letter: &str) -> Option<Point> {
    match letter {
        "a" => Some(Point::Purposes),
        "b" => Some(Point::Categories),
        "c" => Some(Point::Recipients),
        "d" => Some(Point::Retention),
        "e" => Some(Point::Rights),
        "f" => Some(Point::Complaint),
        "g" => Some(Point::Source),
        "h" => Some(Point::AutomatedDecisions),
        _ => None,
    }
}

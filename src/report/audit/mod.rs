//! Audit: what the prose of an answer says about each point of Art. 15.
//!
//! In: documents (a cover mail, a text file, the text of a PDF) with their names. Out: per point what was found, each
//! with the sentence that says it and its place. [`Presence::Found`] and [`Presence::Vague`] never come without them.
//! What counts as which is data: `templates/audit/<language>.txt`, whose form `rule` specifies. The language of a
//! document is the one whose little words it uses most.
//!
//! What does not count: the person's own request quoted under a reply, sentences that repeat what was asked, promise
//! it for later or refuse it. Not here: what the tables of an answer show (`gaps`), reading files, and verdicts: a
//! sentence is shown to the person, who confirms or corrects.

mod marker;
mod pattern;
mod period;
mod rule;
mod sentence;

use std::collections::BTreeMap;

pub use self::period::longest_period;
use self::rule::{Rules, all, of_text};
use self::sentence::{Unit, units};
use crate::finding::{Place, Position};
use crate::law::content::{Point, Presence};

/// Letters of a sentence that are quoted.
const QUOTE_LETTERS_MAX: usize = 320;

/// Bytes of a document that are read: far more than anybody writes in a letter.
const DOCUMENT_BYTES_MAX: usize = 1024 * 1024;

/// A text in which a controller speaks to the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The name of its file.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// What a sentence says about a point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Whether it answers the point or only touches it.
    pub presence: Presence,
    /// The sentence, as written.
    pub quote: String,
    /// Where it begins.
    pub place: Place,
}

/// Reads what documents say about each point; `own` are the names of the controller itself, which is no recipient.
///
/// A point nobody speaks of is absent. Of several sentences the best is kept, and of equal ones the first.
pub fn audit(documents: &[Document], own: &[&str]) -> BTreeMap<Point, Said> {
    let mut said: BTreeMap<Point, Said> = BTreeMap::new();
    for document in documents {
        let text = head(&document.text);
        if let Some(rules) = of_text(text) {
            read(document, text, rules, own, &mut said);
        }
    }
    said
}

/// Returns the languages in which letters can be read, by code.
pub fn languages() -> Vec<&'static str> {
    all().iter().map(|rules| rules.language).collect()
}

/// Returns the language a document seems to be written in, of those that have rules.
pub fn language_of(document: &Document) -> Option<&'static str> {
    of_text(head(&document.text)).map(|rules| rules.language)
}

fn head(text: &str) -> &str {
    let end = (0..=text.len().min(DOCUMENT_BYTES_MAX)).rev().find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

fn read(document: &Document, text: &str, rules: &Rules, own: &[&str], said: &mut BTreeMap<Point, Said>) {
    for unit in units(text) {
        if rules.ignores(&unit, own) {
            continue;
        }
        for (point, presence) in rules.read(&unit, own) {
            let is_better = said.get(&point).is_none_or(|known| presence < known.presence);
            if is_better {
                said.insert(point, Said { presence, quote: quote(&unit), place: place(document, &unit) });
            }
        }
    }
}

fn quote(unit: &Unit) -> String {
    let text = unit.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut letters = text.chars();
    let kept: String = letters.by_ref().take(QUOTE_LETTERS_MAX).collect();
    if letters.next().is_some() { format!("{}…", kept.trim_end()) } else { kept }
}

fn place(document: &Document, unit: &Unit) -> Place {
    Place::at(document.name.clone(), Position::Line(unit.line, unit.column))
}

//! Audit: what the prose of an answer says about each point of Art. 15.
//!
//! In: documents (a cover mail, a text file, the text of a PDF) with their names, and what the person wrote. Out: per point
//! what was found, each with the sentence that says it and its place; periods to hold against records. [`Presence::Found`] and [`Presence::Vague`] never come without them.
//! What counts as which is data: `templates/audit/<language>.txt`, whose form `rule` specifies. The language of a
//! document is the one whose little words it uses most.
//!
//! What does not count: the person's own request quoted under a reply, sentences that repeat what was asked, promise
//! it for later or refuse it; what stands in the footer of a mail only touches a point. Not here: what the tables of an answer show (`gaps`), reading files, and verdicts: a
//! sentence is shown to the person, who confirms or corrects.

mod asked;
mod footer;
mod marker;
mod number;
mod pattern;
mod period;
mod rule;
mod sentence;

use std::collections::BTreeMap;

pub use self::asked::Asked;
pub use self::period::longest_period;
use self::rule::{Rules, all, of_text};
use self::sentence::{Unit, units};
use crate::finding::{Place, Position};
use crate::law::category::Category;
use crate::law::content::{Point, Presence};

/// Letters of a sentence that are quoted.
const QUOTE_LETTERS_MAX: usize = 320;

/// Words a document must have to say anything.
const WORDS_OF_LETTER_MIN: usize = 12;

/// Lines of a letter in which it greets: addresses, dates and references stand above.
const GREETED_LINES_MAX: usize = 30;

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
    /// Whether it answers that there is none.
    pub denies: bool,
    /// The sentence, as written.
    pub quote: String,
    /// Where it begins.
    pub place: Place,
}

/// A period that a sentence states for data, counted from the day of the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limit {
    /// The longest period the sentence names, in days.
    pub days: u32,
    /// The categories it is about.
    pub categories: Vec<Category>,
    /// The sentence, as written.
    pub quote: String,
    /// Where it begins.
    pub place: Place,
}

/// What documents say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statements {
    /// Of each point the best sentence. A point nobody speaks of is absent; of equal sentences it is the first.
    pub points: BTreeMap<Point, Said>,
    /// The periods that may be held against records, in the order in which they stand.
    pub limits: Vec<Limit>,
}

/// Reads what documents say; `own` are the names of the controller itself, which is no recipient, and `asked` what the
/// person wrote, which is no answer.
pub fn audit(documents: &[Document], own: &[&str], asked: &Asked) -> Statements {
    let mut said = Statements::default();
    for document in documents {
        let text = head(&document.text);
        if let Some(rules) = of_text(text) {
            read(document, text, rules, (own, asked), &mut said);
        }
    }
    said
}

/// Returns the languages in which letters can be read, by code.
pub fn languages() -> Vec<&'static str> {
    all().iter().filter(|rules| rules.are_read()).map(|rules| rules.language).collect()
}

/// Returns the language a document seems to be written in, of those that have rules.
pub fn language_of(document: &Document) -> Option<&'static str> {
    of_text(head(&document.text)).filter(|rules| rules.are_read()).map(|rules| rules.language)
}

/// Tells whether a document has words of a language that is not read, so that what it says is not known.
pub fn is_foreign(document: &Document) -> bool {
    language_of(document).is_none() && sentence::words(head(&document.text)).len() >= WORDS_OF_LETTER_MIN
}

/// Tells whether a document is a letter: it greets, as whoever writes to a person does.
pub fn is_letter(document: &Document) -> bool {
    let text = head(&document.text);
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty()).take(GREETED_LINES_MAX);
    of_text(text).is_some_and(|rules| lines().any(|line| rules.greets(line)))
}

fn head(text: &str) -> &str {
    let end = (0..=text.len().min(DOCUMENT_BYTES_MAX)).rev().find(|end| text.is_char_boundary(*end));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

fn read(
    document: &Document,
    text: &str,
    rules: &Rules,
    (own, asked): (&[&str], &Asked),
    said: &mut Statements,
) {
    let units = units(text);
    let quoted = asked.quoted(&units);
    let answer: Vec<&Unit> =
        units.iter().zip(quoted).filter(|(_, is_quoted)| !is_quoted).map(|(unit, _)| unit).collect();
    let footer = footer::begins(text, &answer, rules);
    for unit in answer {
        if rules.ignores(unit, own) {
            continue;
        }
        let mut read = rules.read(unit, own);
        if footer.is_some_and(|closing| unit.line > closing) {
            read.iter_mut().for_each(|(point, presence)| *presence = footer::weighed(*point, *presence));
        }
        if read.contains(&(Point::Retention, Presence::Found)) {
            said.limits.extend(limit(document, unit, rules));
        }
        for (point, presence) in read {
            let is_better = said.points.get(&point).is_none_or(|known| presence < known.presence);
            if is_better {
                let denies = presence == Presence::Found && rules.denies(point, unit, own);
                let (quote, place) = (quote(unit), place(document, unit));
                said.points.insert(point, Said { presence, denies, quote, place });
            }
        }
    }
}

fn limit(document: &Document, unit: &Unit, rules: &Rules) -> Option<Limit> {
    let categories = rules.kept(unit);
    let days = longest_period(&unit.quote).filter(|_| !categories.is_empty())?;
    Some(Limit { days, categories, quote: quote(unit), place: place(document, unit) })
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

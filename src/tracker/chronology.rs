//! Chronology: what happened in a case, in the order of days, with the files that prove it, numbered.
//!
//! In: a case with its events. Out: one entry per event in effect that matters to a reader outside, and its
//! files as annexes: a number, the name it is handed on under, its SHA-256 and size. The chronology of a
//! complaint is made of it. Not here: words and pages (`cli`), and the files themselves (`store`).

use chrono::NaiveDate;

use super::case::CaseFile;
use super::deadline::letter_against;
use super::event::{Event, EventKind, Evidence, Part, Said, Via};

/// An entry of a chronology.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The number of the event as it was recorded; the first has number 1.
    pub number: usize,
    /// The day it happened.
    pub on: NaiveDate,
    /// What happened.
    pub kind: EventKind,
    /// What it said beyond that: a decision, an extension without reasons.
    pub said: Option<Said>,
    /// The day until which an extension was announced.
    pub until: Option<NaiveDate>,
    /// How it travelled, if it did.
    pub via: Option<Via>,
    /// Where it went, if it is known and not the case's own address.
    pub to: Option<String>,
    /// The files that prove it.
    pub annexes: Vec<Annex>,
}

/// A file that proves an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Annex {
    /// Its number, from 1 through the whole chronology.
    pub number: usize,
    /// The file as the case keeps it.
    pub evidence: Evidence,
}

impl Annex {
    /// Returns the name it is handed on under: `annex-01-letter.pdf`, by the word for an annex.
    pub fn file_name(&self, word: &str) -> String {
        format!("{word}-{:02}-{}", self.number, self.evidence.given_name())
    }
}

/// Returns the chronology of a case: its events in effect by the day they happened.
pub fn chronology(file: &CaseFile) -> Vec<Entry> {
    let letter = last_letter(file);
    let mut dated = numbered(file);
    dated.sort_by_key(|(number, event)| (event.on, *number));
    let mut entries = Vec::new();
    let mut annexes = 0;
    let left_by = left_by(file);
    for (number, event) in dated {
        if !is_told(event.kind, Some(number) == letter) {
            continue;
        }
        let letter = later_letter(file, number, event.kind);
        let own = event.files.iter().filter(|evidence| is_handed_on(evidence, event, left_by));
        let kept = letter.into_iter().chain(own);
        let annex = |evidence: &Evidence| {
            annexes += 1;
            Annex { number: annexes, evidence: evidence.clone() }
        };
        let annexes = kept.map(annex).collect();
        entries.push(Entry {
            number,
            on: event.on,
            kind: event.kind,
            said: event.said,
            until: event.until,
            via: travelled(event, file.via()),
            to: event.to.clone(),
            annexes,
        });
    }
    entries
}

/// The events in effect with the numbers they were recorded under.
pub fn numbered(file: &CaseFile) -> Vec<(usize, &Event)> {
    let stands = super::case::in_effect(&file.recorded);
    let recorded = file.recorded.iter().zip(stands).enumerate();
    let standing = recorded.filter(|(_, (event, stands))| *stands && event.kind != EventKind::Retracted);
    standing.map(|(index, (event, _))| (index + 1, event)).collect()
}

/// The number of the event that wrote the letter as it left: the last one with files.
fn last_letter(file: &CaseFile) -> Option<usize> {
    let written = |event: &Event| matches!(event.kind, EventKind::Drafted | EventKind::Addressed);
    let is_letter = |(_, event): &&(usize, &Event)| written(event) && !event.files.is_empty();
    numbered(file).iter().rev().find(is_letter).map(|(number, _)| *number)
}

/// The page of the later letter that left with an event: the last one written for it before.
fn later_letter(file: &CaseFile, number: usize, kind: EventKind) -> Option<&Evidence> {
    let before: Vec<(usize, &Event)> =
        numbered(file).into_iter().filter(|(written, _)| *written < number).collect();
    let answering = kind.question().and_then(letter_against);
    let (at, letter, event) = before.iter().rev().find_map(|(at, event)| {
        let letter = event.later_letter()?;
        let is_its_own = EventKind::of_letter(letter) == kind || answering == Some(letter);
        is_its_own.then_some((*at, letter, *event))
    })?;
    // A letter that left as a reply is no answer that gave what was asked for.
    let left = before.iter().any(|(other, event)| *other > at && event.kind == EventKind::of_letter(letter));
    if answering.is_some() && left {
        return None;
    }
    event.files.iter().find(|file| file.given_name() == format!("{letter}.pdf"))
}

/// How a letter came to be written and sent is of no interest outside; the letter itself is.
fn is_told(kind: EventKind, is_letter: bool) -> bool {
    match kind.part() {
        Part::Letter => is_letter,
        // A later letter is handed on with the event that says that it left; what the person makes of an answer is
        // for the letter to say.
        Part::LaterLetter | Part::Attempt | Part::Reading | Part::Correction => false,
        Part::Sending | Part::Delivery | Part::Controller | Part::Person | Part::Authority | Part::End => {
            true
        }
    }
}

/// How an event travelled. A letter that is written has not travelled yet; one that left did so as planned,
/// unless the event says otherwise.
fn travelled(event: &Event, planned: Via) -> Option<Via> {
    match event.kind.part() {
        Part::Letter => None,
        Part::Sending => event.via.or(Some(planned)),
        Part::Attempt
        | Part::LaterLetter
        | Part::Delivery
        | Part::Controller
        | Part::Person
        | Part::Reading
        | Part::Authority
        | Part::End
        | Part::Correction => event.via,
    }
}

/// How the request left: as recorded, else as planned.
fn left_by(file: &CaseFile) -> Via {
    let sent = file.events.iter().rev().find(|event| event.kind == EventKind::Sent);
    sent.and_then(|event| event.via).unwrap_or_else(|| file.via())
}

/// Leaves out the plain text of a letter that is there as a page, and the e-mail of one that left otherwise.
fn is_handed_on(evidence: &Evidence, event: &Event, left_by: Via) -> bool {
    let has_page = event.files.iter().any(|file| file.given_name() == "letter.pdf");
    match evidence.given_name().as_str() {
        "letter.txt" => !has_page,
        // What was chosen for the letter stands in the letter.
        "choices.json" => false,
        "message.eml" => !has_page || left_by == Via::Email,
        _ => true,
    }
}

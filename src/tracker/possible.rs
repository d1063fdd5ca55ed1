//! Possible: whether an event can have happened to a case as it stands.
//!
//! In: what was recorded so far, the event, today. Out: why it cannot be, or nothing. Recording by hand and
//! bringing cases in ask the same question here, so that what one accepts the other does.
//!
//! Not here: whether the person may record a kind by hand (`event`), and whether a step is timely (`gate`).

use chrono::NaiveDate;

use super::case::in_effect;
use super::event::{Event, EventKind, Said};

/// Why an event cannot have happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Impossible {
    /// Its day is still to come.
    StillToCome,
    /// The letter was not written yet.
    BeforeLetter,
    /// The request had not left by then.
    NotSent,
    /// It answers a question that the company had not put by then.
    NotAsked,
    /// It announces an extension that ends no later than the day it was announced.
    EndsBefore,
    /// It says what only another kind of event can say.
    SaysOtherwise(Said),
    /// A retraction that names no event.
    NothingRetracted,
    /// It corrects an event that is not there.
    NoSuchEvent,
    /// It corrects an event that was corrected already.
    CorrectedAlready,
    /// It corrects the letter itself, which stays.
    Letter,
    /// An answer of the person would then stand before the question, or without it.
    Orphans {
        /// The number of that answer.
        number: usize,
        /// What it is.
        kind: EventKind,
        /// Its day.
        on: NaiveDate,
    },
    /// Another event would then stand before the request left.
    Strands {
        /// The number of that event.
        number: usize,
        /// What it is.
        kind: EventKind,
        /// Its day.
        on: NaiveDate,
    },
}

/// Tells why an event cannot have happened after those that were recorded; none if it can.
pub fn impossible(
    recorded: &[Event],
    event: &Event,
    drafted: NaiveDate,
    today: NaiveDate,
) -> Option<Impossible> {
    if event.on > today {
        return Some(Impossible::StillToCome);
    }
    if event.on < drafted {
        return Some(Impossible::BeforeLetter);
    }
    if event.until.is_some_and(|until| until <= event.on) {
        return Some(Impossible::EndsBefore);
    }
    if let Some(said) = event.said.filter(|said| said.of() != event.kind) {
        return Some(Impossible::SaysOtherwise(said));
    }
    match event.replaces {
        None if event.kind == EventKind::Retracted => return Some(Impossible::NothingRetracted),
        None => {}
        Some(number) => {
            if let Some(reason) = incorrigible(recorded, number) {
                return Some(reason);
            }
        }
    }
    let then: Vec<Event> = recorded.iter().chain([event]).cloned().collect();
    let standing = in_effect(&then);
    let standing = || then.iter().zip(&standing).enumerate().filter(|(_, (_, stands))| **stands);
    let sent = standing().map(|(_, (event, _))| event).filter(|event| event.kind == EventKind::Sent);
    let sent = sent.map(|event| event.on).min();
    let was_sent_by = |day: NaiveDate| sent.is_some_and(|sent| sent <= day);
    if event.kind.follows_sending() && !was_sent_by(event.on) {
        return Some(Impossible::NotSent);
    }
    let asked = event.kind.question();
    let was_put =
        |question, by: NaiveDate| standing().any(|(_, (other, _))| other.kind == question && other.on <= by);
    if asked.is_some_and(|question| !was_put(question, event.on)) {
        return Some(Impossible::NotAsked);
    }
    // Only a correction can take the ground from under another event.
    event.replaces?;
    let is_orphan =
        |other: &Event| other.kind.question().is_some_and(|question| !was_put(question, other.on));
    if let Some((index, (other, _))) = standing().find(|(_, (other, _))| is_orphan(other)) {
        return Some(Impossible::Orphans { number: index + 1, kind: other.kind, on: other.on });
    }
    let mut others = standing().filter(|(_, (other, _))| other.kind.follows_sending());
    let (index, (other, _)) = others.find(|(_, (other, _))| !was_sent_by(other.on))?;
    Some(Impossible::Strands { number: index + 1, kind: other.kind, on: other.on })
}

/// Why the event of a number cannot be corrected.
fn incorrigible(recorded: &[Event], number: usize) -> Option<Impossible> {
    let index = number.checked_sub(1);
    let Some((index, replaced)) = index.and_then(|index| Some((index, recorded.get(index)?))) else {
        return Some(Impossible::NoSuchEvent);
    };
    match in_effect(recorded).get(index) {
        Some(true) if replaced.kind == EventKind::Drafted => Some(Impossible::Letter),
        Some(true) => None,
        Some(false) | None => Some(Impossible::CorrectedAlready),
    }
}

//! Case: a request and all that happened since.
//!
//! In: what was known when the request was drafted. Out: a value that never changes afterwards, and its
//! reference: `HB-` and six characters without look-alikes, which stands in every letter and subject line.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::event::{Event, EventKind, Via};
use super::returned::delivered;
use crate::law::right::Right;
use crate::wording::Language;

/// Characters of a reference: no 0 and O, no 1, I and L, no U that a hand writes like V.
const ALPHABET: &[u8; 29] = b"23456789ABCDEFGHJKMNPQRSTVWXY";

/// A request and what was known when it was drafted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// `HB-7F3K2Q`.
    pub reference: String,
    /// Id of the company in the directory.
    pub company: String,
    /// The company's name when the request was drafted.
    pub company_name: String,
    /// Country whose calendar and law the answer is measured by (ISO 3166-1), if known.
    pub country: Option<String>,
    /// Region of the controller's seat, without the country, if known.
    pub region: Option<String>,
    /// The right exercised.
    pub right: Right,
    /// The language of the letter.
    pub language: Language,
    /// How it leaves.
    pub via: Via,
    /// The address it goes to (e-mail or form), if there is one.
    pub address: Option<String>,
    /// The day it was drafted.
    pub drafted: NaiveDate,
}

/// A case and its events in the order they were recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFile {
    /// The case.
    pub case: Case,
    /// What happened: the events in effect. Everything that is derived is derived from these.
    pub events: Vec<Event>,
    /// Everything that was ever recorded, the corrected events too; the first has number 1.
    pub recorded: Vec<Event>,
}

impl CaseFile {
    /// Puts a case and all its recorded events together. An event that corrects another takes its place, so that
    /// of two events of one day the earlier stays the earlier.
    pub fn of(case: Case, recorded: Vec<Event>) -> Self {
        let in_effect = in_effect(&recorded);
        let events = recorded.iter().enumerate().zip(in_effect).filter(|(_, stands)| *stands);
        let events = events.map(|(event, _)| event).filter(|(_, event)| event.kind != EventKind::Retracted);
        let mut placed: Vec<(usize, &Event)> =
            events.map(|(index, event)| (place(&recorded, index), event)).collect();
        placed.sort_by_key(|(place, _)| *place);
        let events = placed.into_iter().map(|(_, event)| event.clone()).collect();
        Self { case, events, recorded }
    }

    /// Tells whether an attempt is one to send a later letter: it says nothing of the request.
    pub fn is_about_later_letter(&self, event: &Event) -> bool {
        let is_attempt = matches!(event.kind, EventKind::Attempted | EventKind::Failed);
        let wrote_it = |other: &Event| {
            other.kind == EventKind::Written
                && other.message_id.is_some()
                && other.message_id == event.message_id
        };
        is_attempt && self.events.iter().any(wrote_it)
    }

    /// Returns the address it goes to: the one given last, else the one of the directory.
    pub fn address(&self) -> Option<&str> {
        let given = self.events.iter().rev().find(|event| event.kind == EventKind::Addressed);
        given.and_then(|event| event.to.as_deref()).or(self.case.address.as_deref())
    }

    /// Returns how it leaves: by the way given last or the way it left, else as drafted.
    pub fn via(&self) -> Via {
        let says = |event: &&Event| matches!(event.kind, EventKind::Addressed | EventKind::Sent);
        let said = self.events.iter().rev().filter(says).find_map(|event| event.via);
        said.unwrap_or(self.case.via)
    }

    /// Returns the address it went to; none where it left another way than the address is for.
    pub fn address_written_to(&self) -> Option<&str> {
        let given = self.events.iter().rev().find(|event| event.kind == EventKind::Addressed);
        let way = given.and_then(|event| event.via).unwrap_or(self.case.via);
        self.address().filter(|_| way == self.via())
    }

    /// Returns the day it was sent, if it was: the first time after it last came back. One sent again while the
    /// first waits is a reminder (EDPB Guidelines 01/2022, § 29).
    pub fn sent(&self) -> Option<NaiveDate> {
        let events = &delivered(self).file.events;
        let bounced = events.iter().rposition(|event| event.kind == EventKind::Bounced);
        let after = events.iter().skip(bounced.map_or(0, |index| index + 1));
        after.filter(|event| event.kind == EventKind::Sent).map(|event| event.on).min()
    }
}

/// The index of the event that an event corrects in the end; its own if it corrects none.
fn place(recorded: &[Event], index: usize) -> usize {
    std::iter::successors(Some(index), |index| corrected(recorded, *index)).last().unwrap_or(index)
}

/// Tells of each recorded event whether it is in effect: no later event in effect takes its place. What corrects
/// a correction takes the place of both; a correction that is retracted falls, and what it replaced stands
/// again.
pub fn in_effect(recorded: &[Event]) -> Vec<bool> {
    let mut stands = vec![true; recorded.len()];
    for (index, event) in recorded.iter().enumerate().rev() {
        if stands.get(index) != Some(&true) {
            continue;
        }
        let mut replaced = corrected(recorded, index);
        while let Some(earlier) = replaced {
            stands.get_mut(earlier).into_iter().for_each(|stands| *stands = false);
            replaced = corrected(recorded, earlier).filter(|_| event.kind != EventKind::Retracted);
        }
    }
    stands
}

/// The index of the event that an event corrects, which is an earlier one.
fn corrected(recorded: &[Event], index: usize) -> Option<usize> {
    let replaced = recorded.get(index)?.replaces?.checked_sub(1)?;
    (replaced < index).then_some(replaced)
}

/// Makes a reference such as `HB-7F3K2Q` from chance that the caller brings.
pub fn reference(prefix: &str, random: [u8; 6]) -> String {
    let characters = random.iter().filter_map(|byte| ALPHABET.get(usize::from(*byte) % ALPHABET.len()));
    format!("{prefix}-{}", characters.map(|byte| char::from(*byte)).collect::<String>())
}

/// Tells whether a text is the reference of a case.
pub fn is_reference(text: &str) -> bool {
    let drawn = text.strip_prefix("HB-").unwrap_or_default();
    drawn.len() == 6 && drawn.bytes().all(|byte| ALPHABET.contains(&byte))
}

//! Waiting: the letter of a case that would leave next, and whether it has left.
//!
//! In: a case. Out: the letter in question (the request, or a later letter such as a reminder), and whether it has left,
//! has maybe left, or tells what is no longer all that happened; the later letter that lies ready, if one does. Not here:
//! the message it becomes, and what a person is told (`cli`).

use chrono::{Days, NaiveDate};

use super::case::CaseFile;
use super::event::{Event, EventKind, Part};
use super::returned::delivered;
use crate::letter::kind::Kind;

/// The letter in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting<'a> {
    /// The request that opened the case.
    Request,
    /// A later one, the event that tells that it was written, and that event's place among those in effect.
    Later(Kind, &'a Event, usize),
}

impl<'a> Waiting<'a> {
    /// Finds the letter that would leave by e-mail: the one written last for an e-mail address, once the request has
    /// left; else the request.
    pub fn of(file: &'a CaseFile) -> Self {
        match Before::of(file, Self::Request) {
            Before::Sent(_) => Self::later(file).find(|letter| letter.is_message()).unwrap_or(Self::Request),
            Before::NotSent
            | Before::MaybeSent(_)
            | Before::CameBack(_)
            | Before::Outdated(..)
            | Before::Expired(_) => Self::Request,
        }
    }

    /// The later letters, the last first.
    pub fn later(file: &'a CaseFile) -> impl Iterator<Item = Self> {
        let later =
            |(place, event): (usize, &'a Event)| Some(Self::Later(event.later_letter()?, event, place));
        file.events.iter().enumerate().rev().filter_map(later)
    }

    /// Tells whether it was written for an e-mail address, as far as it is a later letter.
    pub fn is_message(self) -> bool {
        match self {
            Self::Request => false,
            Self::Later(_, written, _) => written.message_id.is_some(),
        }
    }

    /// Returns its kind, if it is a later letter.
    pub fn kind(self) -> Option<Kind> {
        match self {
            Self::Request => None,
            Self::Later(kind, _, _) => Some(kind),
        }
    }

    /// Returns the day on which it was written, if the days it gives the controller are over. A complaint to the authority
    /// gives none.
    pub fn expired(self, today: NaiveDate) -> Option<NaiveDate> {
        let Self::Later(kind, written, _) = self else { return None };
        let until = written.on.checked_add_days(Days::new(COURTESY_DAYS))?;
        (!kind.goes_to_authority() && until < today).then_some(written.on)
    }

    /// Returns what is recorded once it has left.
    pub fn records(self) -> EventKind {
        self.kind().map_or(EventKind::Sent, EventKind::of_letter)
    }
}

/// How a letter stands to being sent once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Before {
    /// It has not left.
    NotSent,
    /// It left on this day.
    Sent(NaiveDate),
    /// It maybe left on this day.
    MaybeSent(NaiveDate),
    /// It came back on this day, and no other address was given since.
    CameBack(NaiveDate),
    /// It has not left, and this happened since it was written.
    Outdated(EventKind, NaiveDate),
    /// It was written on this day and has not left, and the days it gives are over.
    Expired(NaiveDate),
}

/// Days a later letter gives the controller, from the day it is written: courtesy, which no law sets.
pub const COURTESY_DAYS: u64 = 14;

impl Before {
    /// Looks at what happened to a case up to a day, on which the days that a letter gives may be over.
    pub fn on(file: &CaseFile, letter: Waiting<'_>, today: NaiveDate) -> Self {
        match Self::of(file, letter) {
            Self::NotSent => letter.expired(today).map_or(Self::NotSent, Self::Expired),
            before @ (Self::Sent(_)
            | Self::MaybeSent(_)
            | Self::CameBack(_)
            | Self::Outdated(..)
            | Self::Expired(_)) => before,
        }
    }
}

impl Before {
    /// Looks at what happened to a case. A request that came back may leave again for another address.
    pub fn of(file: &CaseFile, letter: Waiting<'_>) -> Self {
        match letter {
            Waiting::Request => Self::of_request(file),
            Waiting::Later(_, written, place) => {
                Self::of_later(letter.records(), written, file.events.get(place + 1..).unwrap_or_default())
            }
        }
    }

    fn of_request(file: &CaseFile) -> Self {
        let delivered = delivered(file).file;
        let last = file.events.iter().rev().find(|event| {
            let is_of_sending = matches!(
                event.kind,
                EventKind::Attempted | EventKind::Failed | EventKind::Sent | EventKind::Addressed
            );
            // What came back may have been a later letter.
            let came_back = event.kind == EventKind::Bounced && delivered.events.contains(event);
            (is_of_sending && !file.is_about_later_letter(event)) || came_back
        });
        match last.map(|event| (event.kind, event.on)) {
            Some((EventKind::Sent, on)) => Self::Sent(on),
            Some((EventKind::Attempted, on)) => Self::MaybeSent(on),
            Some((EventKind::Bounced, on)) => Self::CameBack(on),
            Some(_) | None => Self::NotSent,
        }
    }

    fn of_later(records: EventKind, written: &Event, since: &[Event]) -> Self {
        let is_its_own = |event: &Event| event.message_id == written.message_id;
        let last = since.iter().rev().find(|event| {
            let is_attempt = matches!(event.kind, EventKind::Attempted | EventKind::Failed);
            // What was recorded by hand names no message.
            let is_by_hand = event.kind == records && event.message_id.is_none();
            is_by_hand || (is_its_own(event) && (is_attempt || event.kind == records))
        });
        match last {
            Some(event) if event.kind == EventKind::Attempted => Self::MaybeSent(event.on),
            Some(event) if event.kind == records => Self::Sent(event.on),
            Some(_) | None => {
                let changes = |event: &&Event| {
                    matches!(
                        event.kind.part(),
                        Part::Controller | Part::Delivery | Part::End | Part::Authority
                    )
                };
                let happened = since.iter().rev().find(changes);
                happened.map_or(Self::NotSent, |event| Self::Outdated(event.kind, event.on))
            }
        }
    }
}

/// Returns the later letter that was written last, if it lies ready or has maybe left: nothing the person did since, and
/// nothing that came, took its place.
pub fn lies_ready(file: &CaseFile) -> Option<(Waiting<'_>, Before)> {
    let letter = Waiting::later(file).next()?;
    let Waiting::Later(_, _, place) = letter else { return None };
    let mut since = file.events.iter().skip(place + 1);
    // What was sent or paid by hand may have been this letter.
    let is_overtaken = since.any(|event| event.kind.part() == Part::Person && event.message_id.is_none());
    let before = Before::of(file, letter);
    let lies = match before {
        Before::NotSent => !is_overtaken,
        Before::MaybeSent(_) => true,
        Before::Sent(_) | Before::CameBack(_) | Before::Outdated(..) | Before::Expired(_) => false,
    };
    lies.then_some((letter, before))
}

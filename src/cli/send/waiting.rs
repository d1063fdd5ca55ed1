//! Which letter of a case would leave, and how it stands to leaving: the request, or a later letter.
//!
//! In: a case, perhaps the letter that was named. Out: the letter in question, and whether it has left, has maybe left,
//! or tells what is no longer all that happened. Not here: the message (`plan`).

use chrono::NaiveDate;

use crate::cli::failure::{Failure, Kind};
use crate::letter::kind::Kind as LetterKind;
use crate::tracker::case::CaseFile;
use crate::tracker::event::{Event, EventKind, Part};

/// A letter as it is named on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Named {
    /// The request that opened the case.
    Request,
    /// A later one, such as a reminder.
    Later(LetterKind),
}

/// Reads the name of a letter.
pub(super) fn named(word: &str) -> Result<Named, String> {
    if word == "request" {
        return Ok(Named::Request);
    }
    let later = LetterKind::LATER.iter().filter(|kind| !kind.goes_to_authority());
    let found = later.clone().find(|kind| kind.id() == word);
    found.map(|kind| Named::Later(*kind)).ok_or_else(|| {
        let kinds: Vec<&str> = later.map(|kind| kind.id()).collect();
        format!("there is no such letter to send; there are request, {}", kinds.join(", "))
    })
}

/// The letter in question.
#[derive(Clone, Copy)]
pub(super) enum Waiting<'a> {
    Request,
    /// A later one, the event that tells that it was written, and that event's place among those in effect.
    Later(LetterKind, &'a Event, usize),
}

impl<'a> Waiting<'a> {
    /// Finds the letter in question: the one written last for an e-mail address, once the request has left; else the
    /// request.
    pub(super) fn of(file: &'a CaseFile) -> Self {
        match Before::of(file, Self::Request) {
            Before::Sent(_) => Self::later(file).next().unwrap_or(Self::Request),
            Before::NotSent | Before::MaybeSent(_) | Before::Outdated(..) => Self::Request,
        }
    }

    /// Finds the letter that is named.
    ///
    /// # Errors
    /// Fails if it was not written for an e-mail address.
    pub(super) fn named(file: &'a CaseFile, wanted: Named) -> Result<Self, Failure> {
        let Named::Later(kind) = wanted else { return Ok(Self::Request) };
        Self::later(file).find(|letter| letter.kind() == Some(kind)).ok_or_else(|| {
            let reference = &file.case.reference;
            let message = format!("case {reference} has no letter `{kind}` that goes to an e-mail address");
            Failure::new(Kind::Input, message).hint(format!("habeas status {reference}"))
        })
    }

    /// The later letters written for an e-mail address, the last first.
    fn later(file: &'a CaseFile) -> impl Iterator<Item = Self> {
        let later = |(place, event): (usize, &'a Event)| {
            let kind = event.later_letter().filter(|_| event.message_id.is_some())?;
            Some(Self::Later(kind, event, place))
        };
        file.events.iter().enumerate().rev().filter_map(later)
    }

    /// Returns its kind, if it is a later letter.
    pub(super) fn kind(self) -> Option<LetterKind> {
        match self {
            Self::Request => None,
            Self::Later(kind, _, _) => Some(kind),
        }
    }

    /// Returns what is recorded once it has left.
    pub(super) fn records(self) -> EventKind {
        self.kind().map_or(EventKind::Sent, EventKind::of_letter)
    }
}

/// How a letter stands to being sent once more.
#[derive(Clone, Copy)]
pub(super) enum Before {
    /// It has not left.
    NotSent,
    /// It left on this day.
    Sent(NaiveDate),
    /// It maybe left on this day.
    MaybeSent(NaiveDate),
    /// It has not left, and this happened since it was written.
    Outdated(EventKind, NaiveDate),
}

impl Before {
    /// Looks at what happened to a case. A request may leave again after a bounce.
    pub(super) fn of(file: &CaseFile, letter: Waiting<'_>) -> Self {
        match letter {
            Waiting::Request => Self::of_request(file),
            Waiting::Later(_, written, place) => {
                Self::of_later(letter.records(), written, file.events.get(place + 1..).unwrap_or_default())
            }
        }
    }

    fn of_request(file: &CaseFile) -> Self {
        let last = file.events.iter().rev().find(|event| {
            let is_of_sending = matches!(
                event.kind,
                EventKind::Attempted | EventKind::Failed | EventKind::Sent | EventKind::Bounced
            );
            is_of_sending && !file.is_about_later_letter(event)
        });
        match last.map(|event| (event.kind, event.on)) {
            Some((EventKind::Sent, on)) => Self::Sent(on),
            Some((EventKind::Attempted, on)) => Self::MaybeSent(on),
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

    /// Says why the letter does not leave by itself.
    pub(super) fn refusal(self, reference: &str, letter: Waiting<'_>) -> Option<Failure> {
        let what = match letter.kind() {
            None => format!("case {reference}"),
            Some(kind) => format!("the letter `{kind}` of case {reference}"),
        };
        let again = match letter.kind() {
            None => "send with --again".to_owned(),
            Some(kind) => format!("send with --letter {kind} --again"),
        };
        let (message, hint) = match self {
            Self::NotSent => return None,
            Self::Sent(on) => {
                (format!("{what} was sent on {on}"), format!("habeas status {reference}, or {again}"))
            }
            Self::MaybeSent(on) => (
                format!("{what} was maybe sent on {on}; its outcome is not known"),
                format!(
                    "look into your Sent folder, then: habeas record {reference} {}, or {again}",
                    letter.records().id()
                ),
            ),
            Self::Outdated(kind, on) => (
                format!("{what} was written before `{}` of {on}: it may no longer be true", kind.id()),
                format!("read it, write it again where it needs it, or {again}"),
            ),
        };
        Some(Failure::new(Kind::Input, message).hint(hint))
    }
}

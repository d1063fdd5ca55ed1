//! Idle: an event that was recorded and moves nothing, and why.
//!
//! In: a case as it stands with the event, its deadline. Out: the reason it changes no date, or nothing. Somebody who
//! records a second receipt, or an extension that came too late, waits for a date that will not move: they must be told.
//!
//! Not here: whether an event can have happened at all (`possible`), and the sentences (`templates/wording`).

use chrono::NaiveDate;

use super::case::CaseFile;
use super::chronology::numbered;
use super::deadline::Deadline;
use super::event::{Event, EventKind, Part};
use super::returned::delivered;
use crate::law::time_limit::{Citation, Counted, Step};

/// Why an event moves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Idle {
    /// The period runs from an earlier receipt.
    Received {
        /// The number of that event.
        number: usize,
        /// Its day.
        on: NaiveDate,
    },
    /// The company reacted before: the request had arrived by then, and the earliest arrival counts.
    ReactedBefore {
        /// The number of that event.
        number: usize,
        /// Its day.
        on: NaiveDate,
        /// What it is.
        kind: EventKind,
    },
    /// The company reacted before the recorded receipt: the request had arrived by this earlier day.
    BeforeReceipt {
        /// The number of the recorded receipt.
        number: usize,
        /// Its day.
        on: NaiveDate,
    },
    /// What came back is not the request, which had arrived or was followed by another letter.
    Bounced {
        /// The day the period is counted from.
        on: NaiveDate,
    },
    /// The request had left before and did not come back: sent again it is a reminder (EDPB Guidelines 01/2022, § 29).
    Sent {
        /// The day it left.
        on: NaiveDate,
    },
    /// An extension was announced before; the period is extended once.
    Extended {
        /// The day it was announced.
        on: NaiveDate,
    },
    /// The company announced a later day than the law allows: the extension counts up to the law's.
    ExtendedTooFar {
        /// The end of the period.
        due: NaiveDate,
        /// The provision that says how long it may be.
        citation: Citation,
    },
    /// The extension was announced after the period had ended.
    ExtendedTooLate(Citation),
    /// The extension was announced without reasons.
    ExtendedWithoutReasons(Citation),
    /// The controller asked after the period had ended.
    AskedTooLate(Citation),
}

impl Idle {
    /// Returns its name in wording and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Received { .. } => "received",
            Self::ReactedBefore { .. } => "reacted-before",
            Self::BeforeReceipt { .. } => "before-receipt",
            Self::Bounced { .. } => "bounced",
            Self::Sent { .. } => "sent",
            Self::Extended { .. } => "extended",
            Self::ExtendedTooFar { .. } => "extended-too-far",
            Self::ExtendedTooLate(_) => "extended-too-late",
            Self::ExtendedWithoutReasons(_) => "extended-without-reasons",
            Self::AskedTooLate(_) => "asked-too-late",
        }
    }
}

/// Tells why the event recorded last moves nothing; none if it may.
pub fn idle(file: &CaseFile, deadline: Option<&Deadline>) -> Option<Idle> {
    let events = numbered(file);
    let (own, event) = *events.last().filter(|(number, _)| *number == file.recorded.len())?;
    let others = || events.iter().copied().filter(move |(number, _)| *number != own);
    let of_kind = |kind: EventKind| others().filter(move |(_, other)| other.kind == kind);
    // A step of the count that says so of this very day.
    let counted = |what: Counted| {
        let steps = deadline.iter().flat_map(|deadline| &deadline.limit.steps);
        steps.filter(|step| step.what == what && step.date == Some(event.on)).map(|step| step.citation).next()
    };
    let before_receipt = || {
        let later = of_kind(EventKind::Received).filter(|(_, other)| other.on > event.on);
        let (number, first) = later.min_by_key(|(_, other)| other.on)?;
        let is_first = of_kind(EventKind::Received).all(|(_, other)| other.on >= first.on);
        is_first.then_some(Idle::BeforeReceipt { number, on: first.on })
    };
    match event.kind {
        EventKind::Received => {
            let receipt = deadline?.receipt;
            let counts = receipt.on;
            if let Some((number, first)) = of_kind(event.kind).find(|(_, other)| other.on == counts) {
                return adds_nothing(event, first).then_some(Idle::Received { number, on: counts });
            }
            let reacted = others().filter(|(_, other)| other.kind.part() == Part::Controller);
            let (number, other) = reacted.min_by_key(|(_, other)| other.on)?;
            let before = Idle::ReactedBefore { number, on: other.on, kind: other.kind };
            (other.on < event.on && receipt.latest < event.on).then_some(before)
        }
        EventKind::Bounced => {
            let file = &*delivered(file).file;
            let is_request = file.events.iter().any(|other| other == event);
            (!is_request).then_some(Idle::Bounced { on: deadline?.receipt.on })
        }
        EventKind::Sent => {
            let left = file.sent()?;
            let (_, first) = of_kind(event.kind).find(|(_, other)| other.on == left)?;
            adds_nothing(event, first).then_some(Idle::Sent { on: left })
        }
        EventKind::Extended => {
            let late = counted(Counted::ExtendedTooLate).map(Idle::ExtendedTooLate);
            let before = of_kind(event.kind).map(|(_, other)| other).filter(|other| other.on <= event.on);
            // A day later than the one announced before moves the end, as far as the law lets it; so does none, which
            // stands for the longest. Where the law sets no longest one, the first day named is the date.
            let is_own_date = deadline.is_some_and(|deadline| deadline.limit.rules.rule().extended.is_none());
            let is_later = |other: &Event| match other.until {
                Some(_) => event.until.is_none() || event.until > other.until,
                None => is_own_date && event.until.is_some(),
            };
            let same = before.min_by_key(|other| other.on).filter(|other| !is_later(other));
            let same = same.map(|other| Idle::Extended { on: other.on });
            let void = counted(Counted::ExtendedWithoutReasons).map(Idle::ExtendedWithoutReasons);
            late.or(void).or(same).or_else(|| too_far(event, deadline?)).or_else(before_receipt)
        }
        EventKind::IdentityRequested | EventKind::ClarificationRequested | EventKind::FeeRequested => {
            counted(Counted::AskedTooLate).map(Idle::AskedTooLate).or_else(before_receipt)
        }
        EventKind::Acknowledged | EventKind::Answered | EventKind::Refused => before_receipt(),
        EventKind::Drafted
        | EventKind::Addressed
        | EventKind::Written
        | EventKind::Attempted
        | EventKind::Failed
        | EventKind::IdentityProvided
        | EventKind::ClarificationProvided
        | EventKind::FeePaid
        | EventKind::Audited
        | EventKind::Reminded
        | EventKind::FollowedUp
        | EventKind::Replied
        | EventKind::ComplainedToController
        | EventKind::Complained
        | EventKind::AuthorityReplied
        | EventKind::Withdrawn
        | EventKind::Closed
        | EventKind::Retracted => None,
    }
}

/// The day announced lies beyond what the law allows.
fn too_far(event: &Event, deadline: &Deadline) -> Option<Idle> {
    let is_beyond = |step: &&Step| step.what == Counted::AnnouncedTooFar && step.date == event.until;
    let beyond = deadline.limit.steps.iter().find(is_beyond)?;
    Some(Idle::ExtendedTooFar { due: deadline.limit.due?, citation: beyond.citation })
}

/// Tells whether an event says no more than an earlier one of its kind: it is no earlier, and where it is of the same
/// day it brings no file.
fn adds_nothing(event: &Event, first: &Event) -> bool {
    event.on > first.on || (event.on == first.on && event.files.is_empty())
}

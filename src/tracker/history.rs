//! History: what happened to a case, folded by the day it happened.
//!
//! In: the events in effect, in order, and how the period is counted. Out: the status that events alone give, since when, and the days that
//! further steps depend on. What depends on today (overdue, patience) is added by `status`.

use chrono::NaiveDate;

use super::case::CaseFile;
use super::deadline::Deadline;
use super::event::{Event, EventKind, Part, Said};
use super::status::Status;
use crate::law::complaint::{acknowledgement_due, acknowledgement_safe};
use crate::law::time_limit::Counted;

/// What happened after the request, by the day it happened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// The days of the answers.
    pub answers: Vec<NaiveDate>,
    /// The day the person last contested the last answer: it is incomplete.
    pub contested: Option<NaiveDate>,
    /// Whether the person said that what was answered is incomplete; a refusal of the rest takes that from nobody.
    pub incomplete: bool,
    /// The last reminder.
    pub reminded: Option<NaiveDate>,
    /// The last request for what the last answer lacks.
    pub followed_up: Option<NaiveDate>,
    /// The last complaint to the controller itself.
    pub to_controller: Option<NaiveDate>,
    /// The day the controller confirmed that it has that complaint.
    pub acknowledged: Option<NaiveDate>,
    /// Whether the controller answered or refused after that complaint.
    pub has_responded: bool,
    /// The last complaint to the authority.
    pub complained: Option<NaiveDate>,
    /// The last sign of the authority, at least the day of the complaint.
    pub authority_last_sign: Option<NaiveDate>,
    /// The day the authority decided on that complaint.
    pub decided: Option<NaiveDate>,
    /// The nation of the United Kingdom in which the controller sits, where known.
    pub nation: Option<String>,
}

/// The status that events alone give, since when, and what happened on the way.
pub(super) fn recorded(file: &CaseFile, deadline: Option<&Deadline>) -> (Status, NaiveDate, History) {
    let (mut status, mut since) = (Status::Drafted, file.case.drafted);
    let nation = file.case.region.clone().filter(|_| file.case.country.as_deref() == Some("GB"));
    let mut history = History { nation, ..History::default() };
    // How the case stood before the person ended it.
    let mut before_end = None;
    for event in file.events.iter().filter(|event| !file.is_about_later_letter(event)) {
        if goes_on(event.kind) {
            (status, since) = before_end.take().unwrap_or((status, since));
        }
        // Who answered or refused has the request, whatever becomes of a second one; and who has answered says nothing more
        // by extending a period that is over.
        let has_reacted = status.has_ended() || !history.answers.is_empty();
        if has_reacted && (carries_request(event.kind) || extends_too_late(event, deadline)) {
            continue;
        }
        history.note(status, event);
        let next = after((status, since), event);
        before_end = match (event.kind.part() == Part::End, before_end) {
            (true, None) => Some((status, since)),
            (true, known) => known,
            (false, known) => known.filter(|_| next == (status, since)),
        };
        (status, since) = next;
    }
    (status, since, history)
}

/// Tells whether an event is about the way of the request to the controller.
fn carries_request(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Drafted
            | EventKind::Addressed
            | EventKind::Attempted
            | EventKind::Failed
            | EventKind::Sent
            | EventKind::Bounced
    )
}

/// Tells whether an event announces an extension after the period had ended: it extends nothing.
fn extends_too_late(event: &Event, deadline: Option<&Deadline>) -> bool {
    let mut steps = deadline.into_iter().flat_map(|deadline| &deadline.limit.steps);
    event.kind == EventKind::Extended
        && steps.any(|step| step.what == Counted::ExtendedTooLate && step.date == Some(event.on))
}

/// Tells whether the person takes a case up again that they had ended: who complains waits for what comes of it.
fn goes_on(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Reminded
            | EventKind::FollowedUp
            | EventKind::ComplainedToController
            | EventKind::Complained
    )
}

impl History {
    /// Takes note of an event and of the status before it.
    fn note(&mut self, before: Status, event: &Event) {
        let on = Some(event.on);
        match event.kind {
            EventKind::Answered => {
                self.answers.push(event.on);
                (self.contested, self.followed_up, self.incomplete) = (None, None, false);
                self.has_responded = self.to_controller.is_some();
            }
            EventKind::Refused => {
                self.contested = None;
                self.has_responded = self.to_controller.is_some();
            }
            EventKind::Reminded => self.reminded = on,
            EventKind::FollowedUp => {
                self.followed_up = on;
                self.contest(before, event.on);
            }
            EventKind::ComplainedToController => {
                (self.to_controller, self.acknowledged, self.has_responded) = (on, None, false);
                self.contest(before, event.on);
            }
            EventKind::Complained => {
                (self.complained, self.authority_last_sign, self.decided) = (on, on, None);
                self.contest(before, event.on);
            }
            EventKind::AuthorityReplied => {
                self.authority_last_sign = on.filter(|_| self.complained.is_some());
                if event.said == Some(Said::Decision) {
                    self.decided = self.authority_last_sign;
                }
            }
            // What is confirmed after a complaint is the complaint.
            EventKind::Acknowledged => self.acknowledged = on.filter(|_| self.to_controller.is_some()),
            EventKind::Drafted
            | EventKind::Addressed
            | EventKind::Written
            | EventKind::Replied
            | EventKind::Attempted
            | EventKind::Failed
            | EventKind::Sent
            | EventKind::Bounced
            | EventKind::Received
            | EventKind::IdentityRequested
            | EventKind::IdentityProvided
            | EventKind::ClarificationRequested
            | EventKind::ClarificationProvided
            | EventKind::FeeRequested
            | EventKind::FeePaid
            | EventKind::Extended
            | EventKind::Audited
            | EventKind::Withdrawn
            | EventKind::Closed
            | EventKind::Retracted => {}
        }
    }

    /// What is asked for after an answer says that the answer is incomplete.
    fn contest(&mut self, before: Status, on: NaiveDate) {
        if before == Status::Fulfilled || self.contested.is_some() {
            (self.contested, self.incomplete) = (Some(on), true);
        }
    }
}

fn after((status, since): (Status, NaiveDate), event: &Event) -> (Status, NaiveDate) {
    let is_on_its_way = status.is_awaited();
    let next = match event.kind {
        // A second letter, whatever becomes of it, takes nothing back from the one that left.
        EventKind::Drafted
        | EventKind::Addressed
        | EventKind::Attempted
        | EventKind::Failed
        | EventKind::Sent
            if is_on_its_way =>
        {
            return (status, since);
        }
        EventKind::Drafted | EventKind::Addressed | EventKind::Failed => Status::Drafted,
        EventKind::Attempted => Status::MaybeSent,
        EventKind::Sent => Status::Open,
        EventKind::Bounced => Status::Undelivered,
        // Who asks for more or complains after an answer says that more is owed.
        EventKind::FollowedUp | EventKind::ComplainedToController | EventKind::Complained
            if status == Status::Fulfilled =>
        {
            Status::InProgress
        }
        // Proof of receipt, a further letter and a reminder or complaint change nothing in what is owed.
        EventKind::Received
        | EventKind::Audited
        | EventKind::Written
        | EventKind::Reminded
        | EventKind::Replied
        | EventKind::FollowedUp
        | EventKind::ComplainedToController
        | EventKind::Complained
        | EventKind::AuthorityReplied
        | EventKind::Retracted => return (status, since),
        // Who extends the period after an answer says that the rest is still to come.
        EventKind::Extended if status == Status::Fulfilled => Status::InProgress,
        // What the controller says on the way to its answer does not take the answer back.
        EventKind::Acknowledged
        | EventKind::IdentityRequested
        | EventKind::IdentityProvided
        | EventKind::ClarificationRequested
        | EventKind::ClarificationProvided
        | EventKind::FeeRequested
        | EventKind::FeePaid
        | EventKind::Extended => {
            if status.has_ended() {
                return (status, since);
            }
            Status::InProgress
        }
        EventKind::Answered => Status::Fulfilled,
        EventKind::Refused => Status::Denied,
        EventKind::Withdrawn => Status::Revoked,
        EventKind::Closed => Status::Closed,
    };
    (next, event.on)
}

impl History {
    /// Tells whether a complaint was made, to the controller or the authority.
    pub fn has_complained(&self) -> bool {
        self.to_controller.is_some() || self.complained.is_some()
    }

    /// The day until which the acknowledgement of the complaint made to the controller is not called late, unless
    /// it has responded.
    pub fn controller_has_until(&self) -> Option<NaiveDate> {
        let complained = self.to_controller.filter(|_| !self.has_responded)?;
        Some(acknowledgement_safe(complained, self.nation.as_deref()))
    }

    /// The last day for the acknowledgement of the complaint made to the controller, if it arrived at once.
    pub fn acknowledgement_due(&self) -> Option<NaiveDate> {
        Some(acknowledgement_due(self.to_controller?, self.nation.as_deref()))
    }
}

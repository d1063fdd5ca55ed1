//! Status: where a case stands, and the one next step.
//!
//! In: a case's events, its deadline, today. Out: a status (in the words of the Data Rights Protocol where it
//! has one), the days it is overdue, and the next step. All of it is computed and never stored.
//!
//! Not here: sentences (`templates/wording`: `status-<id>`, `next-<id>`).

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::case::CaseFile;
use super::deadline::{Deadline, deadline, questions};
use super::event::{Event, EventKind, Via};
use crate::law::time_limit::State;

/// Days before the deadline from which a case is listed as due soon.
pub const SOON_DAYS: i64 = 7;

/// Days left to a controller after a reminder before a complaint is proposed.
const COURTESY_DAYS: u64 = 14;

/// Where a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Written, not sent.
    Drafted,
    /// Sending was begun and its outcome is not known.
    MaybeSent,
    /// Sent; the clock runs.
    Open,
    /// The controller reacted and owes the answer.
    InProgress,
    /// The controller asked in time for identity or clarification, and waits.
    NeedUserVerification,
    /// The letter came back.
    Undelivered,
    /// The safe date has passed without an answer.
    Overdue,
    /// Answered.
    Fulfilled,
    /// Refused.
    Denied,
    /// Withdrawn by the person.
    Revoked,
    /// Closed by the person.
    Closed,
}

impl Status {
    /// Every status.
    pub const ALL: &'static [Self] = &[
        Self::Drafted,
        Self::MaybeSent,
        Self::Open,
        Self::InProgress,
        Self::NeedUserVerification,
        Self::Undelivered,
        Self::Overdue,
        Self::Fulfilled,
        Self::Denied,
        Self::Revoked,
        Self::Closed,
    ];

    /// Returns its name in JSON and wording.
    pub fn id(self) -> &'static str {
        match self {
            Self::Drafted => "drafted",
            Self::MaybeSent => "maybe_sent",
            Self::Open => "open",
            Self::InProgress => "in_progress",
            Self::NeedUserVerification => "need_user_verification",
            Self::Undelivered => "undelivered",
            Self::Overdue => "overdue",
            Self::Fulfilled => "fulfilled",
            Self::Denied => "denied",
            Self::Revoked => "revoked",
            Self::Closed => "closed",
        }
    }
}

/// The one next step of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// Give the address that the directory lacks.
    GiveAddress,
    /// Send it.
    Send,
    /// Send it by hand (post, form) and say when.
    SendByHand,
    /// Look whether it arrived, and say so.
    FindOutWhetherSent,
    /// Find another address.
    FindAddress,
    /// Wait for the answer.
    Wait,
    /// Wait a little: the controller was reminded.
    AwaitReminded,
    /// Wait for the authority. Art. 77.
    AwaitAuthority,
    /// Answer the controller's question.
    AnswerQuestion,
    /// Remind the controller.
    Remind,
    /// Complain to the authority. Art. 77.
    Complain,
    /// Import the answer and read it.
    ReadAnswer,
    /// Nothing is left to do.
    Nothing,
}

impl NextStep {
    /// Every step.
    pub const ALL: &'static [Self] = &[
        Self::GiveAddress,
        Self::Send,
        Self::SendByHand,
        Self::FindOutWhetherSent,
        Self::FindAddress,
        Self::Wait,
        Self::AwaitReminded,
        Self::AwaitAuthority,
        Self::AnswerQuestion,
        Self::Remind,
        Self::Complain,
        Self::ReadAnswer,
        Self::Nothing,
    ];

    /// Returns its name in wording.
    pub fn id(self) -> &'static str {
        match self {
            Self::GiveAddress => "give-address",
            Self::Send => "send",
            Self::SendByHand => "send-by-hand",
            Self::FindOutWhetherSent => "find-out-whether-sent",
            Self::FindAddress => "find-address",
            Self::Wait => "wait",
            Self::AwaitReminded => "wait-reminded",
            Self::AwaitAuthority => "wait-complained",
            Self::AnswerQuestion => "answer-question",
            Self::Remind => "remind",
            Self::Complain => "complain",
            Self::ReadAnswer => "read-answer",
            Self::Nothing => "nothing",
        }
    }
}

/// A case as it stands today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Where it stands.
    pub status: Status,
    /// The day of the event that put it there.
    pub since: NaiveDate,
    /// The deadline, once the request left.
    pub deadline: Option<Deadline>,
    /// Days since the safe date, 0 while it has not passed.
    pub overdue_days: i64,
    /// Whether the deadline is near or past and nothing has come.
    pub is_due: bool,
    /// What to do next.
    pub next: NextStep,
}

/// Computes how a case stands. `home` is the data subject's country.
pub fn standing(file: &CaseFile, home: Option<&str>, today: NaiveDate) -> Standing {
    let deadline = deadline(file, home);
    let (status, since) = recorded_status(file);
    let is_waiting = matches!(status, Status::Open | Status::InProgress);
    let limit = deadline.as_ref().map(|deadline| &deadline.limit).filter(|_| is_waiting);
    let overdue_days = limit.and_then(|limit| limit.safe).map_or(0, |safe| (today - safe).num_days().max(0));
    let is_asked = match limit {
        Some(limit) => limit.state == State::Suspended,
        None => is_waiting && deadline.is_none() && open_question(file).is_some(),
    };
    let status = match (overdue_days > 0, is_asked) {
        (true, _) => Status::Overdue,
        (false, true) => Status::NeedUserVerification,
        (false, false) => status,
    };
    let is_due = limit.and_then(|limit| limit.due).is_some_and(|due| (due - today).num_days() <= SOON_DAYS);
    let next = next_step(file, status, today);
    Standing { status, since, deadline, overdue_days, is_due, next }
}

/// Returns the kind of the question the controller asked last and nobody has answered.
pub fn open_question(file: &CaseFile) -> Option<EventKind> {
    let pairs = [
        (EventKind::IdentityRequested, EventKind::IdentityProvided),
        (EventKind::ClarificationRequested, EventKind::ClarificationProvided),
    ];
    let open = pairs.into_iter().flat_map(|(asked, answered)| {
        let questions = questions(&file.events, asked, answered).into_iter();
        questions.filter(|question| question.answered.is_none()).map(move |question| (question.asked, asked))
    });
    open.max().map(|(_, asked)| asked)
}

/// Returns the last day an event of this kind happened.
pub fn last_of(file: &CaseFile, kind: EventKind) -> Option<NaiveDate> {
    file.events.iter().filter(|event| event.kind == kind).map(|event| event.on).max()
}

/// The status that events alone give, and since when.
fn recorded_status(file: &CaseFile) -> (Status, NaiveDate) {
    let mut events: Vec<&Event> = file.events.iter().collect();
    // Events may be recorded late; what counts is the day they happened.
    events.sort_by_key(|event| event.on);
    events.into_iter().fold((Status::Drafted, file.case.drafted), after)
}

fn after((status, since): (Status, NaiveDate), event: &Event) -> (Status, NaiveDate) {
    let has_ended = match status {
        Status::Fulfilled | Status::Denied | Status::Revoked | Status::Closed => true,
        Status::Drafted
        | Status::MaybeSent
        | Status::Open
        | Status::InProgress
        | Status::NeedUserVerification
        | Status::Undelivered
        | Status::Overdue => false,
    };
    let next = match event.kind {
        EventKind::Drafted | EventKind::Addressed | EventKind::Failed => Status::Drafted,
        EventKind::Attempted => Status::MaybeSent,
        EventKind::Sent => Status::Open,
        EventKind::Bounced => Status::Undelivered,
        // Proof of receipt and a reminder or complaint change nothing in what is owed.
        EventKind::Received
        | EventKind::Reminded
        | EventKind::FollowedUp
        | EventKind::ComplainedToController
        | EventKind::Complained
        | EventKind::AuthorityReplied
        | EventKind::Retracted => return (status, since),
        // What the controller says on the way to its answer does not take the answer back.
        EventKind::Acknowledged
        | EventKind::IdentityRequested
        | EventKind::IdentityProvided
        | EventKind::ClarificationRequested
        | EventKind::ClarificationProvided
        | EventKind::Extended => {
            if has_ended {
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

fn next_step(file: &CaseFile, status: Status, today: NaiveDate) -> NextStep {
    let reminded = last_of(file, EventKind::Reminded);
    let is_patient = reminded.is_some_and(|reminded| today < complaint_from(reminded));
    match status {
        Status::Drafted => match (file.via(), file.address()) {
            (Via::Email, Some(_)) => NextStep::Send,
            (Via::Post | Via::Form, Some(_)) => NextStep::SendByHand,
            (_, None) => NextStep::GiveAddress,
        },
        Status::MaybeSent => NextStep::FindOutWhetherSent,
        Status::Undelivered => NextStep::FindAddress,
        Status::Open | Status::InProgress => NextStep::Wait,
        Status::NeedUserVerification => NextStep::AnswerQuestion,
        Status::Overdue | Status::Denied if last_of(file, EventKind::Complained).is_some() => {
            NextStep::AwaitAuthority
        }
        Status::Overdue if is_patient => NextStep::AwaitReminded,
        Status::Overdue if reminded.is_some() => NextStep::Complain,
        Status::Overdue => NextStep::Remind,
        Status::Fulfilled => NextStep::ReadAnswer,
        Status::Denied => NextStep::Complain,
        Status::Revoked | Status::Closed => NextStep::Nothing,
    }
}

/// The day from which a complaint is reasonable after a reminder: fourteen days of courtesy, which no law
/// sets.
pub fn complaint_from(reminded: NaiveDate) -> NaiveDate {
    reminded.checked_add_days(Days::new(COURTESY_DAYS)).unwrap_or(reminded)
}

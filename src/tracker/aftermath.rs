//! Aftermath: the later limits of a case: until when rights of the person last, and when a court is open.
//!
//! In: a case as it stands, with its deadline. Out: the limits, soonest first. What the law says of each is
//! `law::complaint`; here is only which days of the case it is counted from.

use chrono::NaiveDate;

use super::case::CaseFile;
use super::deadline::{Deadline, deadline, questions};
use super::event::{Event, EventKind};
use super::history::History;
use super::status::{Status, Whereabouts};
use crate::law::complaint::{Aftermath, LaterLimit, later_limits};
use crate::law::right::Right;
use crate::law::rule::rules_for;

/// What is known of a case when its later limits are asked for.
pub(super) struct Known<'a> {
    pub(super) file: &'a CaseFile,
    pub(super) person: Whereabouts<'a>,
    pub(super) status: Status,
    pub(super) since: NaiveDate,
    pub(super) history: &'a History,
    pub(super) deadline: Option<&'a Deadline>,
    pub(super) today: NaiveDate,
}

/// Returns the later limits that matter as a case stands.
pub(super) fn later(known: &Known<'_>) -> Vec<LaterLimit> {
    let Known { file, person, status, since, history, deadline, .. } = *known;
    if matches!(status, Status::Revoked | Status::Closed) {
        return Vec::new();
    }
    let is_contested = history.contested.is_some();
    let failed = match status {
        Status::Overdue => Some(NaiveDate::MAX),
        Status::Denied => Some(since),
        _ if is_contested => history.answers.last().copied(),
        Status::Drafted
        | Status::MaybeSent
        | Status::Open
        | Status::InProgress
        | Status::NeedUserVerification
        | Status::Undelivered
        | Status::Fulfilled
        | Status::Revoked
        | Status::Closed => None,
    };
    let due = deadline.and_then(|deadline| deadline.limit.due);
    let about_access = matches!(file.case.right, Right::Access | Right::Tracking);
    let mut aftermath = Aftermath {
        seat: file.case.country.as_deref(),
        nation: history.nation.as_deref(),
        home: person.home,
        work: person.work,
        earliest: None,
        // What came late or not at all was wrong from the end of the period on.
        grievance: failed.map(|failed| due.map_or(failed, |due| due.min(failed))),
        fee_asked: open_fee(file, status),
        incomplete_answers: if history.incomplete && about_access {
            history.answers.clone()
        } else {
            Vec::new()
        },
        to_controller: history.to_controller.filter(|_| {
            !history.has_responded && history.acknowledged.is_none() && history.complained.is_none()
        }),
        // Who decided is silent no longer.
        authority_last_sign: history.authority_last_sign.filter(|_| history.decided.is_none()),
        complained: history.complained.is_some(),
    };
    // It takes a second count of the period, and few countries ask for it.
    if aftermath.has_lapse() {
        aftermath.earliest = earliest(known);
    }
    later_limits(&aftermath)
}

/// The day of a demand for a fee that the person has not agreed to, while an answer is owed.
fn open_fee(file: &CaseFile, status: Status) -> Option<NaiveDate> {
    if !status.is_awaited() {
        return None;
    }
    // Of the rights with a Swiss period alone: the ordinance knows no fee for another.
    let has_period = rules_for("CH", file.case.drafted).rule().covers.contains(&file.case.right);
    // Who answers in spite of the demand has not taken the request for withdrawn.
    let ends = |event: &&Event| matches!(event.kind, EventKind::Answered | EventKind::Refused);
    let answered = file.events.iter().filter(ends).map(|event| event.on).max();
    let asked = questions(&file.events, EventKind::FeeRequested, EventKind::FeePaid);
    let is_open = |asked: NaiveDate| answered.is_none_or(|answered| answered < asked);
    asked
        .into_iter()
        .filter(|fee| fee.answered.is_none() && has_period && is_open(fee.asked))
        .map(|fee| fee.asked)
        .min()
}

/// The earliest day on which something may have been wrong: an answer or refusal that may lack something, or
/// the end of the period, counted from the earliest day of receipt and without any question, which may have
/// been a needless one. Who counts from there is never too late.
fn earliest(known: &Known<'_>) -> Option<NaiveDate> {
    let came = known
        .file
        .events
        .iter()
        .filter(|event| matches!(event.kind, EventKind::Answered | EventKind::Refused));
    let came = came.map(|event| event.on).min();
    let ended = earliest_end(known);
    match known.status {
        Status::Drafted | Status::MaybeSent | Status::Undelivered | Status::Revoked | Status::Closed => None,
        Status::Open
        | Status::InProgress
        | Status::NeedUserVerification
        | Status::Overdue
        | Status::Fulfilled
        | Status::Denied => ended.filter(|ended| *ended < known.today).into_iter().chain(came).min(),
    }
}

/// The end of the period if the request arrived on the day it was sent and no question stopped the clock.
fn earliest_end(known: &Known<'_>) -> Option<NaiveDate> {
    let first = |deadline: &Deadline| deadline.limit.due.into_iter().chain(deadline.limit.unpaused).min();
    let counted = known.deadline?;
    // An acknowledgement says that it had arrived, not when.
    let arrived = |event: &Event| event.kind == EventKind::Received && event.on == counted.receipt.on;
    if known.file.events.iter().any(arrived) {
        return first(counted);
    }
    let mut file = known.file.clone();
    let bounced =
        file.events.iter().rposition(|event| event.kind == EventKind::Bounced).map_or(0, |index| index + 1);
    let sent = file.events.iter().skip(bounced).position(|event| event.kind == EventKind::Sent)? + bounced;
    let on = file.events.get(sent)?.on;
    file.events.insert(sent + 1, Event::new(EventKind::Received, on));
    deadline(&file, known.person.home).as_ref().and_then(first).into_iter().chain(first(counted)).min()
}

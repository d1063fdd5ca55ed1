//! Deadline: which time limit runs in a case, when it ends, and on which receipt it rests.
//!
//! In: a case and its events. Out: the day of receipt with how sure it is, and the law's time limit from
//! there.
//!
//! The period starts when the request reaches the controller. A proven day wins; else the default of the
//! channel is taken and said to be an estimate. The safe date is counted from the latest day the channel
//! allows. Not here: the counting itself (`law::time_limit`).

use chrono::{Days, NaiveDate};

use super::case::{Case, CaseFile};
use super::event::{Event, EventKind, Via};
use crate::law::holiday::Calendar;
use crate::law::time_limit::{Citation, Counted, Course, Question, Step, TimeLimit, rules_for, time_limit};

/// Working days an ordinary or registered letter takes inside a country, when nothing is proven.
const POST_WORKING_DAYS_DOMESTIC: usize = 3;

/// Working days it takes across a border.
const POST_WORKING_DAYS_ABROAD: usize = 7;

/// Calendar days a registered letter is kept for collection (France: CPCE Art. R1-1-6); used for the safe
/// date.
const HOLDING_DAYS: u64 = 15;

/// The day a request reached the controller.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Receipt {
    /// The day the period is counted from.
    pub on: NaiveDate,
    /// The latest day it may have arrived.
    pub latest: NaiveDate,
    /// Whether it is an estimate and not proven.
    pub estimate: bool,
}

/// A deadline and the receipt it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The day the request reached the controller.
    pub receipt: Receipt,
    /// The law's time limit from there; its safe date is counted from the latest day of receipt.
    pub limit: TimeLimit,
}

/// Returns the deadline of a case; none before it was sent, after it came back, or where the country has no
/// rules here. `home` is the data subject's country: the calendar to fall back on, and the other end of the
/// post.
pub fn deadline(file: &CaseFile, home: Option<&str>) -> Option<Deadline> {
    let country = country(&file.case, home)?;
    let receipt = receipt(file, country, home)?;
    let mut limit = time_limit(&course(file, country, receipt.on))?;
    let latest = time_limit(&course(file, country, receipt.latest))?;
    if limit.due.is_some() && latest.safe > limit.safe {
        count_safe_from(&receipt, latest, &mut limit);
    }
    limit.steps.extend(late_extensions(file, country, receipt.latest));
    Some(Deadline { receipt, limit })
}

/// Takes the safe date, and the steps to it, from the count of the latest day of receipt.
fn count_safe_from(receipt: &Receipt, latest: TimeLimit, limit: &mut TimeLimit) {
    let step = |date, what| Step { date, what, citation: Citation::Margin };
    limit.steps.retain(|step| !step.what.is_about_safe_date());
    limit.steps.push(step(Some(receipt.latest), Counted::LatestReceipt));
    limit.steps.push(step(latest.due, Counted::LatestDue));
    limit.steps.extend(latest.steps.into_iter().filter(|step| step.what.is_about_safe_date()));
    limit.safe = latest.safe;
}

/// Returns the deadline a case would have if its request were received on a day.
pub fn if_received(case: &Case, home: Option<&str>, on: NaiveDate) -> Option<TimeLimit> {
    let region = case.region.clone();
    time_limit(&Course { region, ..Course::received(country(case, home)?, on) })
}

/// A controller without seat in a country with rules is measured by the person's own calendar.
fn country<'a>(case: &'a Case, home: Option<&'a str>) -> Option<&'a str> {
    let known = |country: &&str| Calendar::of(country, None).is_some();
    case.country.as_deref().filter(known).or(home.filter(known))
}

/// The day of receipt: proven, or by the default of the channel it left by. A letter that came back was not
/// received; one sent again while the first waits is a reminder and starts nothing (EDPB Guidelines 01/2022,
/// § 29).
fn receipt(file: &CaseFile, country: &str, home: Option<&str>) -> Option<Receipt> {
    let bounced = file.events.iter().rposition(|event| event.kind == EventKind::Bounced);
    let after = file.events.iter().skip(bounced.map_or(0, |index| index + 1));
    let sent = after.clone().find(|event| event.kind == EventKind::Sent)?;
    let proven = |kind: EventKind| {
        let of_kind = after.clone().filter(|event| event.kind == kind && event.on >= sent.on);
        of_kind.map(|event| event.on).min()
    };
    if let Some(on) = proven(EventKind::Received) {
        return Some(Receipt { on, latest: on, estimate: false });
    }
    let is_domestic = home.is_some() && home == file.case.country.as_deref();
    let by_channel = by_channel(sent, sent.via.unwrap_or_else(|| file.via()), country, is_domestic)?;
    // Who acknowledges a request has received it.
    Some(match proven(EventKind::Acknowledged).filter(|on| *on <= by_channel.latest) {
        Some(on) => Receipt { on: by_channel.on.min(on), latest: on, estimate: by_channel.on < on },
        None => by_channel,
    })
}

fn by_channel(sent: &Event, via: Via, country: &str, is_domestic: bool) -> Option<Receipt> {
    let calendar = Calendar::of(country, None)?;
    let has_proof = !sent.files.is_empty() || sent.message_id.is_some();
    Some(match via {
        // Accepted by the recipient's server the same day; outside business hours the next working day is
        // safe.
        Via::Email | Via::Form => {
            let tomorrow = sent.on.checked_add_days(Days::new(1)).unwrap_or(sent.on);
            Receipt { on: sent.on, latest: calendar.roll(tomorrow), estimate: !has_proof }
        }
        Via::Post => {
            let days = if is_domestic { POST_WORKING_DAYS_DOMESTIC } else { POST_WORKING_DAYS_ABROAD };
            let on = calendar.add_working_days(sent.on, days);
            // A registered letter may wait at the counter before it is handed over.
            let latest = on.checked_add_days(Days::new(HOLDING_DAYS)).unwrap_or(on);
            Receipt { on, latest, estimate: true }
        }
    })
}

fn course(file: &CaseFile, country: &str, received: NaiveDate) -> Course {
    let course = unextended(file, country, received);
    let extended = extensions(file).any(|on| is_in_time(&course, on));
    Course { extended, ..course }
}

fn unextended(file: &CaseFile, country: &str, received: NaiveDate) -> Course {
    let region = file.case.region.clone().filter(|_| file.case.country.as_deref() == Some(country));
    Course {
        region,
        identity: questions(&file.events, EventKind::IdentityRequested, EventKind::IdentityProvided),
        clarification: questions(
            &file.events,
            EventKind::ClarificationRequested,
            EventKind::ClarificationProvided,
        ),
        ..Course::received(country, received)
    }
}

/// Art. 12(3): the extension must be notified within the first month; a later notice extends nothing.
fn is_in_time(unextended: &Course, on: NaiveDate) -> bool {
    time_limit(unextended).is_none_or(|limit| limit.due.is_none_or(|due| on <= due))
}

fn extensions(file: &CaseFile) -> impl Iterator<Item = NaiveDate> {
    file.events.iter().filter(|event| event.kind == EventKind::Extended).map(|event| event.on)
}

/// Extensions that came too late even for the latest day of receipt.
fn late_extensions(file: &CaseFile, country: &str, latest: NaiveDate) -> Vec<Step> {
    let course = unextended(file, country, latest);
    let citation = rules_for(country, latest).period();
    let step = |on| Step { date: Some(on), what: Counted::ExtendedTooLate, citation };
    extensions(file).filter(|on| !is_in_time(&course, *on)).map(step).collect()
}

/// Pairs each question of the controller with the answer that followed it.
pub(crate) fn questions(events: &[Event], asked: EventKind, answered: EventKind) -> Vec<Question> {
    let mut questions: Vec<Question> = Vec::new();
    let mut dated: Vec<&Event> = events.iter().collect();
    dated.sort_by_key(|event| event.on);
    for event in dated {
        if event.kind == asked {
            questions.push(Question { asked: event.on, answered: None });
        } else if event.kind == answered
            && let Some(open) = questions.iter_mut().find(|question| question.answered.is_none())
        {
            open.answered = Some(event.on);
        }
    }
    questions
}

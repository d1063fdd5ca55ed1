//! Deadline: which time limit runs in a case, when it ends, and on which receipt it rests.
//!
//! In: a case and its events. Out: the day of receipt with how sure it is, and the law's time limit from there.
//!
//! The period starts when the request reaches the controller. A proven day wins; else the default of the channel is
//! taken and said to be an estimate. The safe date starts from the latest day the channel allows.

use chrono::{Days, NaiveDate};

use super::case::{Case, CaseFile};
use super::event::{Event, EventKind, Via};
use crate::law::holiday::Calendar;
use crate::law::time_limit::{Course, Question, TimeLimit, time_limit};

/// Working days an ordinary or registered letter takes inside a country, when nothing is proven.
const POST_WORKING_DAYS_DOMESTIC: usize = 3;

/// Working days it takes across a border.
const POST_WORKING_DAYS_ABROAD: usize = 7;

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
    /// The law's time limit.
    pub limit: TimeLimit,
    /// The day after which nobody can say a reminder is early.
    pub safe: Option<NaiveDate>,
}

/// Returns the deadline of a case; none before it was sent, or where the country has no rules here. `home` is the
/// data subject's country: the calendar to fall back on, and the other end of the post.
pub fn deadline(file: &CaseFile, home: Option<&str>) -> Option<Deadline> {
    let country = country(&file.case, home)?;
    let receipt = receipt(file, country, home)?;
    let course = course(file, country, receipt.on);
    let limit = time_limit(&course)?;
    let latest = time_limit(&Course { received: receipt.latest, ..course })?;
    Some(Deadline { receipt, safe: limit.safe.max(latest.safe).filter(|_| limit.due.is_some()), limit })
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

/// The day of receipt: proven, or by the default of the channel it left by.
fn receipt(file: &CaseFile, country: &str, home: Option<&str>) -> Option<Receipt> {
    let sent = file.events.iter().rev().find(|event| event.kind == EventKind::Sent)?;
    let since = |event: &&Event| event.on >= sent.on;
    let proven = |kind: EventKind| {
        file.events.iter().filter(since).filter(|event| event.kind == kind).map(|event| event.on).min()
    };
    if let Some(on) = proven(EventKind::Received) {
        return Some(Receipt { on, latest: on, estimate: false });
    }
    let by_channel = by_channel(sent, file.via(), country, home)?;
    // Who acknowledges a request has received it.
    Some(match proven(EventKind::Acknowledged).filter(|on| *on <= by_channel.latest) {
        Some(on) => Receipt { on: by_channel.on.min(on), latest: on, estimate: by_channel.on < on },
        None => by_channel,
    })
}

fn by_channel(sent: &Event, via: Via, country: &str, home: Option<&str>) -> Option<Receipt> {
    let calendar = Calendar::of(country, None)?;
    let proof = !sent.files.is_empty() || sent.message_id.is_some();
    Some(match sent.via.unwrap_or(via) {
        // Accepted by the recipient's server the same day; outside business hours the next working day is safe.
        Via::Email | Via::Form => {
            let tomorrow = sent.on.checked_add_days(Days::new(1)).unwrap_or(sent.on);
            Receipt { on: sent.on, latest: calendar.roll(tomorrow), estimate: !proof }
        }
        Via::Post => {
            let domestic = home.is_none_or(|home| home == country);
            let days = if domestic { POST_WORKING_DAYS_DOMESTIC } else { POST_WORKING_DAYS_ABROAD };
            let on = calendar.add_working_days(sent.on, days);
            Receipt { on, latest: on, estimate: true }
        }
    })
}

fn course(file: &CaseFile, country: &str, received: NaiveDate) -> Course {
    let region = file.case.region.clone().filter(|_| file.case.country.as_deref() == Some(country));
    let mut course = Course { region, ..Course::received(country, received) };
    course.identity = questions(&file.events, EventKind::IdentityRequested, EventKind::IdentityProvided);
    course.clarification =
        questions(&file.events, EventKind::ClarificationRequested, EventKind::ClarificationProvided);
    // Art. 12(3): the extension must be notified within the first month; a later notice extends nothing.
    let in_time =
        |on: NaiveDate| time_limit(&course).is_none_or(|limit| limit.due.is_none_or(|due| on <= due));
    let extended = file.events.iter().filter(|event| event.kind == EventKind::Extended);
    course.extended = extended.map(|event| event.on).any(in_time);
    course
}

fn questions(events: &[Event], asked: EventKind, answered: EventKind) -> Vec<Question> {
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

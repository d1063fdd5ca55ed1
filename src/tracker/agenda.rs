//! Agenda: on which day a case next wants attention.
//!
//! In: a case with its events. Out: a day that holds whatever day it is today, so that it can be kept in an
//! index and only changes when something happens to the case.
//!
//! It sorts and finds cases and says nothing about them: how a case stands is computed by `status`.

use chrono::{Days, NaiveDate};

use super::case::CaseFile;
use super::next_step::{NextStep, Turn};
use super::status::{LAPSE_DAYS, SOON_DAYS, Standing, Status, Whereabouts, complaint_from, standing};

/// When a case next wants attention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// On a day.
    On {
        /// The day.
        day: NaiveDate,
        /// The last day on which the case is not late, if it can become late.
        late: Option<NaiveDate>,
    },
    /// It needs the person and has no date.
    Now,
    /// It only waits, and nobody can say until when.
    Waits,
}

impl Day {
    /// Returns the text it is sorted by: days, then what needs the person, then what only waits.
    pub fn key(self) -> String {
        match self {
            Self::On { day, .. } => day.to_string(),
            Self::Now => "now".to_owned(),
            Self::Waits => "waits".to_owned(),
        }
    }

    /// Returns the last day on which it is not late, if there is one.
    pub fn late(self) -> Option<NaiveDate> {
        match self {
            Self::On { late, .. } => late,
            Self::Now | Self::Waits => None,
        }
    }
}

/// Returns when a case next wants attention; none when it has ended. `person` is where the data subject lives
/// and works.
///
/// A case that waits is wanted on the day the answer is due, and stays there once that has passed. Who has
/// reminded the controller since, or complained, is next wanted when the next step is reasonable, and in any
/// case before a right of theirs lapses.
pub fn day<'a>(file: &CaseFile, person: impl Into<Whereabouts<'a>>) -> Option<Day> {
    // What a case comes to if nothing more happens: all that today could change has changed by then.
    let at_last = standing(file, person, NaiveDate::MAX);
    if at_last.next == NextStep::Nothing {
        return None;
    }
    let due = due(&at_last);
    // What came back is to be sent by another way at once.
    if let Some(returned) = at_last.returned {
        return Some(Day::On { day: returned.on, late: due.and_then(|(_, late)| late) });
    }
    let day = match (due, own_step(&at_last, due.map(|(due, _)| due))) {
        (Some((due, late)), own) => Day::On { day: own.map_or(due, |own| own.max(due)), late },
        (None, Some(day)) => Day::On { day, late: None },
        (None, None) if at_last.next.turn() == Turn::Theirs => Day::Waits,
        (None, None) => Day::Now,
    };
    Some(before_lapse(day, &at_last))
}

/// The day the answer is due and the safe one, while an answer is owed.
fn due(at_last: &Standing) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let limit = at_last.deadline.as_ref().map(|deadline| &deadline.limit);
    let limit = limit.filter(|_| at_last.status == Status::Overdue)?;
    Some((limit.due?, limit.safe))
}

/// The day from which the step after the person's own last one is reasonable: after a reminder, a follow-up,
/// a complaint. A reminder before the answer was due moves nothing.
fn own_step(at_last: &Standing, due: Option<NaiveDate>) -> Option<NaiveDate> {
    let history = &at_last.history;
    if let Some(patience) = at_last.patience.filter(|_| !history.has_complained()) {
        let over = patience.succ_opt().unwrap_or(patience);
        return Some(history.reminded.map_or(over, |reminded| complaint_from(reminded).max(over)));
    }
    let asked = match at_last.status {
        Status::Overdue => history.reminded.filter(|on| due.is_none_or(|due| *on > due)),
        Status::Open | Status::InProgress => history.followed_up,
        Status::Denied => None,
        Status::Drafted
        | Status::MaybeSent
        | Status::NeedUserVerification
        | Status::Undelivered
        | Status::Fulfilled
        | Status::Revoked
        | Status::Closed => return None,
    };
    if history.authority_last_sign.is_some() {
        return at_last.court_on();
    }
    let acknowledged = history.controller_has_until().map(|until| until.succ_opt().unwrap_or(until));
    asked.map(complaint_from).max(acknowledged)
}

/// A case that would be hidden while a right of the person is about to lapse is wanted before that.
fn before_lapse(day: Day, at_last: &Standing) -> Day {
    let lapses = at_last.later.iter().filter(|limit| limit.what.is_tracked() && limit.what.is_lapse());
    let Some(lapse) = lapses.map(|limit| limit.on).min() else { return day };
    // A day is shown from when it is near.
    let ahead = Days::new((LAPSE_DAYS - SOON_DAYS).unsigned_abs());
    let warned = lapse.checked_sub_days(ahead).unwrap_or(lapse);
    match day {
        Day::On { day, late } => Day::On { day: day.min(warned), late },
        Day::Waits => Day::On { day: warned, late: None },
        Day::Now => Day::Now,
    }
}

/// Returns the last day that counts as near.
pub fn near(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(SOON_DAYS.unsigned_abs())).unwrap_or(today)
}

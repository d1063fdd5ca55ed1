//! Agenda: on which day a case next wants attention.
//!
//! In: a case with its events. Out: a day that holds whatever day it is today, so that it can be kept in an
//! index and only changes when something happens to the case.
//!
//! It sorts and finds cases and says nothing about them: how a case stands is computed by `status`.

use chrono::{Days, Months, NaiveDate};

use super::case::CaseFile;
use super::event::EventKind;
use super::status::{NextStep, SOON_DAYS, Standing, Status, complaint_from, last_of, standing};

/// Months of an authority's silence after which a court is open. Art. 78(2).
const SILENCE_MONTHS: u32 = 3;

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

/// Returns when a case next wants attention; none when it has ended. `home` is the data subject's country.
///
/// A case that waits is wanted on the day the answer is due, and stays there once that has passed. Who has
/// reminded the controller since, or complained, is next wanted when the next step is reasonable.
pub fn day(file: &CaseFile, home: Option<&str>) -> Option<Day> {
    // What a case comes to if nothing more happens: all that today could change has changed by then.
    let at_last = standing(file, home, NaiveDate::MAX);
    if at_last.next == NextStep::Nothing {
        return None;
    }
    let due = at_last.deadline.as_ref().and_then(|deadline| deadline.limit.due);
    Some(match (awaits_answer(&at_last), due) {
        (true, Some(due)) => {
            let late = at_last.deadline.as_ref().and_then(|deadline| deadline.limit.safe);
            Day::On { day: after_own_steps(file, due), late }
        }
        (false, _) | (true, None) => match complained(file) {
            Some(day) if waits(at_last.next) => Day::On { day, late: None },
            None if waits(at_last.next) => Day::Waits,
            Some(_) | None => Day::Now,
        },
    })
}

/// Returns the last day that counts as near.
pub fn near(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(Days::new(SOON_DAYS.unsigned_abs())).unwrap_or(today)
}

/// Tells whether a next step is to wait.
pub fn waits(next: NextStep) -> bool {
    match next {
        NextStep::Wait | NextStep::AwaitReminded | NextStep::AwaitAuthority => true,
        NextStep::GiveAddress
        | NextStep::Send
        | NextStep::SendByHand
        | NextStep::FindOutWhetherSent
        | NextStep::FindAddress
        | NextStep::AnswerQuestion
        | NextStep::Remind
        | NextStep::Complain
        | NextStep::ReadAnswer
        | NextStep::Nothing => false,
    }
}

fn awaits_answer(standing: &Standing) -> bool {
    match standing.status {
        Status::Open | Status::InProgress | Status::Overdue => true,
        Status::Drafted
        | Status::MaybeSent
        | Status::NeedUserVerification
        | Status::Undelivered
        | Status::Fulfilled
        | Status::Denied
        | Status::Revoked
        | Status::Closed => false,
    }
}

/// The due date, or the later day that a reminder or complaint after it leads to.
fn after_own_steps(file: &CaseFile, due: NaiveDate) -> NaiveDate {
    let reminded = last_of(file, EventKind::Reminded).filter(|on| *on > due).map(complaint_from);
    complained(file).or(reminded).map_or(due, |day| day.max(due))
}

/// The day from which an authority that is silent may be taken to court.
fn complained(file: &CaseFile) -> Option<NaiveDate> {
    last_of(file, EventKind::Complained)?.checked_add_months(Months::new(SILENCE_MONTHS))
}

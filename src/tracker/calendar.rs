//! Calendar: deadlines as .ics text (RFC 5545), for any calendar program.
//!
//! In: entries, each a date of a case with the words for it. Out: the text of a calendar file. Identifiers
//! are made of the case reference, so importing a newer file changes the entries and adds none twice. What no longer
//! stands is not left out, or it would stay where an earlier file was imported: it is written as cancelled. The
//! stamp is the day the file was made for, not the clock: same input, same bytes.
//!
//! Not here: which dates there are (`deadline`), and the words (`templates/wording`).

use chrono::{NaiveDate, TimeDelta, TimeZone, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, EventStatus, Property, Trigger};

/// A date of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The case reference.
    pub reference: String,
    /// What the date is, in one word that stays the same: `due`, `safe`, `court-open`, …
    pub what: &'static str,
    /// The day.
    pub on: NaiveDate,
    /// The title a person reads.
    pub title: String,
    /// A longer text: why, and what to do.
    pub text: String,
}

/// An entry as it is after all that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The entry; a cancelled one as it was last.
    pub entry: Entry,
    /// The number of the recorded event that last changed it: what a calendar program holds is replaced by what has a
    /// higher one (RFC 5545, 3.8.7.4).
    pub sequence: u32,
    /// Whether it no longer stands.
    pub is_cancelled: bool,
}

/// Follows the entries of a case through what was recorded. `after_each` holds those there were after the first event,
/// after the second, and so on to now.
pub fn revisions(after_each: impl IntoIterator<Item = Vec<Entry>>) -> Vec<Revision> {
    let mut revisions: Vec<Revision> = Vec::new();
    for (sequence, entries) in (1..).zip(after_each) {
        let gone = |revision: &&mut Revision| {
            !revision.is_cancelled && entries.iter().all(|entry| entry.what != revision.entry.what)
        };
        for revision in revisions.iter_mut().filter(gone) {
            (revision.sequence, revision.is_cancelled) = (sequence, true);
        }
        for entry in entries {
            let new = Revision { entry, sequence, is_cancelled: false };
            match revisions.iter_mut().find(|known| known.entry.what == new.entry.what) {
                Some(known) if known.entry == new.entry && !known.is_cancelled => {}
                Some(known) => *known = new,
                None => revisions.push(new),
            }
        }
    }
    revisions
}

/// Hours before the day (which begins at midnight) at which the alarm rings: nine in the morning of the day
/// before.
const ALARM_HOURS_BEFORE: i64 = 15;

/// Writes a calendar of all entries.
pub fn calendar(revisions: &[Revision], today: NaiveDate) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//habeas//deadlines//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    for revision in revisions {
        calendar.push(event(revision, today));
    }
    calendar.to_string()
}

fn event(Revision { entry, sequence, is_cancelled }: &Revision, today: NaiveDate) -> Event {
    let stamp = Utc.from_utc_datetime(&today.and_time(chrono::NaiveTime::MIN));
    let uid = format!("{}-{}@habeas.invalid", entry.reference.to_ascii_lowercase(), entry.what);
    let mut event = Event::new();
    event
        .uid(&uid)
        .timestamp(stamp)
        .starts(entry.on)
        .summary(&entry.title)
        .description(&entry.text)
        .sequence(*sequence);
    if *is_cancelled {
        // Nothing rings for it, and no day is blocked by it.
        return event.status(EventStatus::Cancelled).add_property("TRANSP", "TRANSPARENT").done();
    }
    let before = Trigger::before_start(TimeDelta::hours(ALARM_HOURS_BEFORE));
    // Without a stamp and an identifier of ours the library takes them from the clock and from chance.
    let mut alarm = Alarm::display(&entry.title, before);
    alarm.uid(&format!("alarm-{uid}")).timestamp(stamp);
    event.status(EventStatus::Confirmed).alarm(alarm).done()
}

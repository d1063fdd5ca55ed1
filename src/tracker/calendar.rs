//! Calendar: deadlines as .ics text (RFC 5545), for any calendar program.
//!
//! In: entries, each a date of a case with the words for it. Out: the text of a calendar file. Identifiers
//! are made of the case reference, so importing a newer file changes the entries and adds none twice. The
//! stamp is the day the file was made for, not the clock: same input, same bytes.
//!
//! Not here: which dates there are (`deadline`), and the words (`templates/wording`).

use chrono::{NaiveDate, TimeDelta, TimeZone, Utc};
use icalendar::{Alarm, Calendar, Component, Event, EventLike, Property, Trigger};

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

/// Hours before the day (which begins at midnight) at which the alarm rings: nine in the morning of the day
/// before.
const ALARM_HOURS_BEFORE: i64 = 15;

/// Writes a calendar of all entries.
pub fn calendar(entries: &[Entry], today: NaiveDate) -> String {
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("PRODID", "-//habeas//deadlines//EN"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    for entry in entries {
        calendar.push(event(entry, today));
    }
    calendar.to_string()
}

fn event(entry: &Entry, today: NaiveDate) -> Event {
    let stamp = Utc.from_utc_datetime(&today.and_time(chrono::NaiveTime::MIN));
    let uid = format!("{}-{}@habeas.invalid", entry.reference.to_ascii_lowercase(), entry.what);
    let before = Trigger::before_start(TimeDelta::hours(ALARM_HOURS_BEFORE));
    // Without a stamp and an identifier of ours the library takes them from the clock and from chance.
    let mut alarm = Alarm::display(&entry.title, before);
    alarm.uid(&format!("alarm-{uid}")).timestamp(stamp);
    Event::new()
        .uid(&uid)
        .timestamp(stamp)
        .starts(entry.on)
        .summary(&entry.title)
        .description(&entry.text)
        .alarm(alarm)
        .done()
}

//! Whole years, day by day, in every calendar: the count agrees with the reckoning of the tests.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use habeas::law::holiday::{Calendar, codes, country_and_region};
use habeas::law::time_limit::{Course, State, time_limit};
use rayon::prelude::*;

use super::reckoning::{Day, DaysOff, FIRST_YEAR, LAST_YEAR, days, written_out};

/// Working days of post in the safe date.
const POST: i64 = 3;

fn day(date: NaiveDate) -> Day {
    Day(date.year().into(), date.month().into(), date.day().into())
}

fn date(day: Day) -> NaiveDate {
    let part = |number: i64| u32::try_from(number).expect("a month or a day");
    NaiveDate::from_ymd_opt(i32::try_from(day.0).expect("a year"), part(day.1), part(day.2)).expect("a day")
}

fn holidays(calendar: &Calendar) -> BTreeSet<Day> {
    let years = i32::try_from(FIRST_YEAR).expect("a year")..=i32::try_from(LAST_YEAR).expect("a year");
    years.flat_map(|year| calendar.holidays(year)).map(day).collect()
}

fn calendar(code: &str) -> &'static Calendar {
    let (country, region) = country_and_region(code);
    Calendar::of(country, region).expect("its own code")
}

/// The calendars of a country that its safe date looks at.
fn calendars(country: &str) -> Vec<DaysOff> {
    let all = Calendar::regions(country).into_iter().chain(Calendar::of(country, None));
    let all = all.chain(Calendar::with_doubtful_days(country));
    all.map(|calendar| DaysOff::of(&holidays(calendar))).collect()
}

/// The safe date of a period that ends on a day.
fn safe(calendars: &[DaysOff], raw: i64) -> i64 {
    let latest = calendars.iter().map(|days_off| days_off.roll(raw)).max().expect("a calendar");
    let posted = calendars.iter().map(|days_off| days_off.plus_working_days(latest, POST));
    posted.max().expect("a calendar")
}

/// How the text of the law ends a period that began on a day, before its last day moves.
fn end(code: &str, received: Day, extended: bool) -> Option<Day> {
    match (code.starts_with("CH"), extended) {
        (true, true) => None,
        (true, false) => Some(received.plus_days(30)),
        (false, true) => Some(received.plus_months(3)),
        (false, false) => Some(received.plus_months(1)),
    }
}

fn check(code: &str, others: &[DaysOff], extended: bool) {
    let (country, region) = country_and_region(code);
    let own = DaysOff::of(&written_out(code).unwrap_or_else(|| holidays(calendar(code))));
    let region = region.map(str::to_owned);
    let mut course = Course { extended, region, ..Course::received(country, NaiveDate::MIN) };
    let mut before = None;
    for received in days().into_iter().filter(|day| day.0 < LAST_YEAR) {
        course.received = date(received);
        let limit = time_limit(&course).expect("its own code");
        let Some(raw) = end(code, received, extended).map(Day::number) else {
            assert_eq!((limit.state, limit.due), (State::Open, None), "{code} {received:?}");
            continue;
        };
        let found = |date: Option<NaiveDate>| day(date.expect("the clock runs")).number();
        let due = found(limit.due);
        assert_eq!(due, own.roll(raw), "{code} {received:?}: {:?}", limit.due);
        assert_eq!(found(limit.safe), safe(others, raw), "{code} {received:?}: {:?}", limit.safe);
        assert_eq!(limit.unpaused, limit.due, "{code} {received:?}");
        assert!(calendar(code).is_working_day(limit.due.expect("the clock runs")), "{code} {received:?}");
        assert!(due >= received.number() + if extended { 89 } else { 28 }, "{code} {received:?}");
        assert!(Some(due) >= before, "{code} {received:?}: earlier than the day before");
        before = Some(due);
    }
}

fn check_all(extended: bool) {
    let countries: BTreeSet<&str> = codes().map(|code| country_and_region(code).0).collect();
    let checked: usize = countries
        .into_par_iter()
        .map(|country| {
            let (codes, others) = (codes_of(country), calendars(country));
            codes.iter().for_each(|code| check(code, &others, extended));
            codes.len()
        })
        .sum();
    assert_eq!(checked, 84);
}

fn codes_of(country: &str) -> Vec<&'static str> {
    codes().filter(|code| country_and_region(code).0 == country).collect()
}

#[test]
fn every_day_of_every_calendar_is_counted_as_the_law_says() {
    check_all(false);
}

#[test]
fn every_day_of_every_calendar_is_extended_as_the_law_says() {
    check_all(true);
}

#[test]
fn holidays_written_out_from_the_laws_are_those_of_the_calendar() {
    let days = days();
    for code in ["FR", "FR-6AE", "DE", "GR", "PL", "CH-ZH", "GB-ENG"] {
        let written = DaysOff::of(&written_out(code).expect("written out"));
        let ours = DaysOff::of(&holidays(calendar(code)));
        for day in days.iter().filter(|day| **day < Day(LAST_YEAR, 12, 20)) {
            assert_eq!(written.roll(day.number()), ours.roll(day.number()), "{code} {day:?}");
        }
    }
}

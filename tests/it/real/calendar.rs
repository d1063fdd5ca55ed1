//! Real counterpart of `law::holiday`: python-holidays, day by day from 2020 to 2035.
//!
//! Weekends are no working days anyway, so weekdays are compared. Every difference is listed with its reason in
//! `tests/real/holidays_known.txt`; one that is not listed, and one that is listed and no longer there, both
//! fail.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use chrono::{Datelike, NaiveDate, Weekday};
use habeas::law::holiday::{Calendar, codes, country_and_region};

const YEARS: std::ops::RangeInclusive<i32> = 2020..=2035;

/// A weekday that is a holiday in one calendar: code and date.
type Day = (String, NaiveDate);

#[test]
#[ignore = "needs the Python package holidays (tests/run installs it)"]
fn calendars_agree_with_python_holidays_but_for_known_differences() {
    let (ours, theirs) = (ours(), theirs(codes()));
    assert!(theirs.len() > 10_000, "the oracle speaks");
    let only = |side: &str, days: &BTreeSet<Day>, others: &BTreeSet<Day>| -> BTreeSet<String> {
        days.difference(others).map(|(code, day)| format!("{code} {day} {side}")).collect()
    };
    let mut seen = only("ours", &ours, &theirs);
    seen.extend(only("theirs", &theirs, &ours));
    let known = known();
    let unexplained: Vec<_> = seen.difference(&known).collect();
    let gone: Vec<_> = known.difference(&seen).collect();
    assert!(unexplained.is_empty(), "not explained:\n{}", lines(&unexplained));
    assert!(gone.is_empty(), "explained but not there:\n{}", lines(&gone));
}

/// Where single days are disputed and nothing else is, the library has exactly the days that our safe date counts.
#[test]
#[ignore = "needs the Python package holidays (tests/run installs it)"]
fn disputed_single_days_are_those_python_holidays_has() {
    let countries = ["GR", "HU", "LV"];
    let ours: BTreeSet<Day> = countries
        .iter()
        .flat_map(|code| weekdays(code, Calendar::with_doubtful_days(code).expect("has doubtful days")))
        .collect();
    assert_eq!(ours, theirs(countries.into_iter()));
}

fn ours() -> BTreeSet<Day> {
    let calendar = |code| {
        let (country, region) = country_and_region(code);
        Calendar::of(country, region).expect("its own code")
    };
    codes().flat_map(|code| weekdays(code, calendar(code))).collect()
}

fn weekdays(code: &str, calendar: &Calendar) -> Vec<Day> {
    let days = YEARS.flat_map(|year| calendar.holidays(year)).filter(|day| YEARS.contains(&day.year()));
    days.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        .map(|day| (code.to_owned(), day))
        .collect()
}

fn theirs(codes: impl Iterator<Item = &'static str>) -> BTreeSet<Day> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/real/public_holidays.py");
    let mut command = Command::new("python3");
    command.arg(script).args([YEARS.start().to_string(), YEARS.end().to_string()]).args(codes);
    let output = command.output().expect("python3 starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("plain text");
    let day = |line: &str| {
        let (code, date) = line.split_once(' ').expect("a code and a date");
        (code.to_owned(), date.parse().expect("a date"))
    };
    text.lines().map(day).collect()
}

/// The known differences, written out: `CODE DATE side`. A line of the file may name several dates.
fn known() -> BTreeSet<String> {
    let text = include_str!("../../real/holidays_known.txt");
    let mut known = BTreeSet::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let [codes, side, dates] = line.splitn(3, ' ').collect::<Vec<_>>()[..] else { continue };
        for code in codes.split(',') {
            known.extend(dates.split(' ').map(|date| format!("{code} {date} {side}")));
        }
    }
    known
}

fn lines(days: &[&String]) -> String {
    days.iter().map(|day| format!("{day}\n")).collect()
}

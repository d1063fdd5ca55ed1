//! The law's counting once more, written for the tests from its text alone: own dates, own Easter, own rolling.
//!
//! It shares no line and no library with what it checks. Days are (year, month, day) and day numbers; a month
//! is added as Reg. 1182/71 Art. 3(2)(c) says, the last day moves as Art. 3(4) says.

use std::collections::BTreeSet;

/// The first year whose days are known here.
pub(super) const FIRST_YEAR: i64 = 2020;

/// The last year whose days are known here: a period that begins in 2035 ends in 2036.
pub(super) const LAST_YEAR: i64 = 2036;

/// A day: year, month, day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Day(pub(super) i64, pub(super) i64, pub(super) i64);

impl Day {
    /// The Julian day number (Fliegel and Van Flandern, 1968).
    pub(super) fn number(self) -> i64 {
        let Self(year, month, day) = self;
        let january = (month - 14) / 12;
        (1461 * (year + 4800 + january)) / 4 + (367 * (month - 2 - 12 * january)) / 12
            - (3 * ((year + 4900 + january) / 100)) / 4
            + day
            - 32075
    }

    /// Monday is 0.
    fn weekday(self) -> i64 {
        self.number() % 7
    }

    fn next(self) -> Self {
        let Self(year, month, day) = self;
        if day < days_of(year, month) {
            Self(year, month, day + 1)
        } else if month < 12 {
            Self(year, month + 1, 1)
        } else {
            Self(year + 1, 1, 1)
        }
    }

    pub(super) fn plus_days(self, days: i64) -> Self {
        (0..days).fold(self, |day, _| day.next())
    }

    /// The day of the same number so many months later, or the last of that month.
    pub(super) fn plus_months(self, months: i64) -> Self {
        let Self(year, month, day) = self;
        let months = month - 1 + months;
        let (year, month) = (year + months / 12, months % 12 + 1);
        Self(year, month, day.min(days_of(year, month)))
    }
}

fn days_of(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Every day from the first year to the last.
pub(super) fn days() -> Vec<Day> {
    let mut days = vec![Day(FIRST_YEAR, 1, 1)];
    while let Some(last) = days.last().copied().filter(|day| *day < Day(LAST_YEAR, 12, 31)) {
        days.push(last.next());
    }
    days
}

/// The days of a calendar that are no working days.
pub(super) struct DaysOff {
    first: i64,
    is_off: Vec<bool>,
}

impl DaysOff {
    pub(super) fn of(holidays: &BTreeSet<Day>) -> Self {
        let first = Day(FIRST_YEAR, 1, 1).number();
        let last = Day(LAST_YEAR, 12, 31).number();
        let mut is_off: Vec<bool> = (first..=last).map(|number| number % 7 >= 5).collect();
        let holidays =
            holidays.iter().map(|day| usize::try_from(day.number() - first).expect("a day of the table"));
        holidays.for_each(|index| *is_off.get_mut(index).expect("a day of the table") = true);
        Self { first, is_off }
    }

    fn is_off(&self, number: i64) -> bool {
        let index = usize::try_from(number - self.first).expect("a day of the table");
        *self.is_off.get(index).expect("a day of the table")
    }

    /// The first working day from a day on, as a number.
    pub(super) fn roll(&self, mut number: i64) -> i64 {
        while self.is_off(number) {
            number += 1;
        }
        number
    }

    pub(super) fn plus_working_days(&self, mut number: i64, days: i64) -> i64 {
        for _ in 0..days {
            number = self.roll(number + 1);
        }
        number
    }
}

/// Easter Sunday of the Gregorian calendar, by Gauss, for the years 1900 to 2099.
fn easter(year: i64) -> i64 {
    let (a, b, c) = (year % 19, year % 4, year % 7);
    let d = (19 * a + 24) % 30;
    let e = (2 * b + 4 * c + 6 * d + 5) % 7;
    let too_late = (d == 29 && e == 6) || (d == 28 && e == 6 && a > 10);
    Day(year, 3, 22).number() + d + e - if too_late { 7 } else { 0 }
}

/// Easter Sunday of the Julian calendar, by Gauss; that calendar is thirteen days behind from 1900 to 2099.
fn orthodox_easter(year: i64) -> i64 {
    let (a, b, c) = (year % 19, year % 4, year % 7);
    let d = (19 * a + 15) % 30;
    let e = (2 * b + 4 * c + 6 * d + 6) % 7;
    Day(year, 3, 22).number() + d + e + 13
}

/// The public holidays of a calendar, for the few that are written out here, as their laws name them.
pub(super) fn written_out(code: &str) -> Option<BTreeSet<Day>> {
    let of_year = match code {
        "FR" => france,
        "FR-6AE" => alsace,
        "DE" => germany,
        "GR" => greece,
        "PL" => poland,
        "CH-ZH" => zurich,
        "GB-ENG" => england,
        _ => return None,
    };
    Some((FIRST_YEAR..=LAST_YEAR).flat_map(of_year).collect())
}

fn fixed(year: i64, dates: &[(i64, i64)]) -> Vec<Day> {
    dates.iter().map(|(month, day)| Day(year, *month, *day)).collect()
}

fn around(sunday: i64, offsets: &[i64]) -> Vec<Day> {
    let year_start =
        |number: i64| (FIRST_YEAR..=LAST_YEAR).rev().find(|year| Day(*year, 1, 1).number() <= number);
    let day = |number: i64| {
        let first = Day(year_start(number).expect("a year of the table"), 1, 1);
        first.plus_days(number - first.number())
    };
    offsets.iter().map(|offset| day(sunday + offset)).collect()
}

fn france(year: i64) -> Vec<Day> {
    let dates = [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)];
    [fixed(year, &dates), around(easter(year), &[1, 39, 50])].concat()
}

fn alsace(year: i64) -> Vec<Day> {
    [france(year), fixed(year, &[(12, 26)]), around(easter(year), &[-2])].concat()
}

fn germany(year: i64) -> Vec<Day> {
    let dates = [(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)];
    [fixed(year, &dates), around(easter(year), &[-2, 1, 39, 50])].concat()
}

fn greece(year: i64) -> Vec<Day> {
    let dates = [(1, 1), (1, 6), (3, 25), (8, 15), (10, 28), (12, 25), (12, 26)];
    // Labour Day met Holy Week in 2021 and 2024 and a Sunday in 2022.
    let labour = match year {
        2021 => (5, 4),
        2022 => (5, 2),
        2024 => (5, 7),
        _ => (5, 1),
    };
    [fixed(year, &dates), fixed(year, &[labour]), around(orthodox_easter(year), &[-48, -2, 1, 50])].concat()
}

fn poland(year: i64) -> Vec<Day> {
    let dates = [(1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26)];
    let christmas_eve: &[_] = if year >= 2025 { &[(12, 24)] } else { &[] };
    [fixed(year, &dates), fixed(year, christmas_eve), around(easter(year), &[1, 60])].concat()
}

fn zurich(year: i64) -> Vec<Day> {
    let dates = [(1, 1), (5, 1), (8, 1), (12, 25), (12, 26)];
    [fixed(year, &dates), around(easter(year), &[-2, 1, 39, 50])].concat()
}

fn england(year: i64) -> Vec<Day> {
    let monday_from = |month, day| {
        let from = Day(year, month, day);
        from.plus_days((7 - from.weekday()) % 7)
    };
    // By the weekday of the feast: the Monday, or after Christmas and Boxing Day the Tuesday, stands in.
    let new_year = match Day(year, 1, 1).weekday() {
        5 => 3,
        6 => 2,
        _ => 1,
    };
    let christmas: [i64; 2] = match Day(year, 12, 25).weekday() {
        4 => [25, 28],
        5 => [27, 28],
        6 => [26, 27],
        _ => [25, 26],
    };
    let (may, spring): (Day, &[(i64, i64)]) = match year {
        2020 => (Day(2020, 5, 8), &[(5, 25)]),
        2022 => (Day(2022, 5, 2), &[(6, 2), (6, 3), (9, 19)]),
        2023 => (Day(2023, 5, 1), &[(5, 8), (5, 29)]),
        _ => (monday_from(5, 1), &[]),
    };
    let spring = if spring.is_empty() { vec![monday_from(5, 25)] } else { fixed(year, spring) };
    let dates = [(1, new_year), (12, christmas[0]), (12, christmas[1])];
    [fixed(year, &dates), vec![may, monday_from(8, 25)], spring, around(easter(year), &[-2, 1])].concat()
}

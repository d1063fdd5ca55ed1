//! Holiday rule: how a token of `holidays.txt` finds its day in a year.
//!
//! In: a token, `E+39` or `12-26s@2020`, and a year. Out: the day, or none where the rule is not in force. The
//! head of `holidays.txt` is the format's specification.
//!
//! Not here: calendars, substitutes and single days (`holiday`).

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// One rule of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    day: Day,
    /// Whether a day on a weekend has a substitute.
    pub(super) substitute: bool,
    only: Option<Weekday>,
    never: Option<Weekday>,
    from: Option<i32>,
    until: Option<i32>,
    except: Option<i32>,
}

/// How a rule finds its day in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Day {
    Fixed(u32, u32),
    Easter(i64),
    OrthodoxEaster(i64),
    WeekdayFrom(Weekday, u32, u32),
    Brigid,
    JeuneGenevois,
    Naefels,
    FederalFastMonday,
}

impl Token {
    /// Reads a token; none if it is not one.
    pub(super) fn parse(word: &str) -> Option<Self> {
        let (rest, except) = suffix(word, '!')?;
        let (rest, until) = suffix(rest, '#')?;
        let (rest, from) = suffix(rest, '@')?;
        let (rest, never) = suffix(rest, '~')?;
        let (rest, only) = suffix(rest, '^')?;
        let (rest, substitute) = rest.strip_suffix('s').map_or((rest, false), |rest| (rest, true));
        Some(Self { day: Day::parse(rest)?, substitute, only, never, from, until, except })
    }

    /// Returns its day in a year; none where it is not in force.
    pub(super) fn date(&self, year: i32) -> Option<NaiveDate> {
        let in_force = self.from.is_none_or(|from| year >= from)
            && self.until.is_none_or(|until| year <= until)
            && self.except != Some(year);
        let date = if in_force { self.day.date(year)? } else { return None };
        let weekday = date.weekday();
        let fits = self.only.is_none_or(|only| only == weekday) && self.never != Some(weekday);
        fits.then_some(date)
    }
}

impl Day {
    fn parse(word: &str) -> Option<Self> {
        if let Some(days) = word.strip_prefix('E') {
            return days.parse().ok().map(Self::Easter);
        }
        if let Some(days) = word.strip_prefix('O') {
            return days.parse().ok().map(Self::OrthodoxEaster);
        }
        if let Some((weekday, from)) = word.split_once(">=") {
            let (month, day) = month_and_day(from)?;
            return Some(Self::WeekdayFrom(weekday.parse().ok()?, month, day));
        }
        match word {
            "BRIGID" => Some(Self::Brigid),
            "JEUNE-GE" => Some(Self::JeuneGenevois),
            "NAEFELS" => Some(Self::Naefels),
            "BETTAG-MON" => Some(Self::FederalFastMonday),
            fixed => month_and_day(fixed).map(|(month, day)| Self::Fixed(month, day)),
        }
    }

    fn date(self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Easter(days) => shift(easter(year)?, days),
            Self::OrthodoxEaster(days) => shift(orthodox_easter(year)?, days),
            Self::WeekdayFrom(weekday, month, day) => weekday_from(weekday, year, month, day),
            Self::Brigid => {
                let first = NaiveDate::from_ymd_opt(year, 2, 1)?;
                if first.weekday() == Weekday::Fri {
                    Some(first)
                } else {
                    weekday_from(Weekday::Mon, year, 2, 1)
                }
            }
            Self::JeuneGenevois => shift(weekday_from(Weekday::Sun, year, 9, 1)?, 4),
            Self::Naefels => {
                let thursday = weekday_from(Weekday::Thu, year, 4, 1)?;
                let holy_week = thursday == shift(easter(year)?, -3)?;
                if holy_week { shift(thursday, 7) } else { Some(thursday) }
            }
            Self::FederalFastMonday => shift(weekday_from(Weekday::Sun, year, 9, 15)?, 1),
        }
    }
}

/// Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Jones, Butcher).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let day_of_year = h + l - 7 * m + 114;
    month_day(year, day_of_year / 31, day_of_year % 31 + 1)
}

/// Orthodox Easter Sunday in the Gregorian calendar: Meeus' Julian algorithm, then the difference of the
/// calendars, which is 13 days from 1900 to 2099.
fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 4, year % 7, year % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let julian = d + e + 114;
    shift(month_day(year, julian / 31, julian % 31 + 1)?, 13)
}

fn month_day(year: i32, month: i32, day: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

fn weekday_from(weekday: Weekday, year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)?.iter_days().find(|date| date.weekday() == weekday)
}

fn shift(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 { date.checked_sub_days(distance) } else { date.checked_add_days(distance) }
}

fn suffix<T: std::str::FromStr>(word: &str, mark: char) -> Option<(&str, Option<T>)> {
    match word.split_once(mark) {
        None => Some((word, None)),
        Some((rest, value)) => Some((rest, Some(value.parse().ok()?))),
    }
}

fn month_and_day(word: &str) -> Option<(u32, u32)> {
    let (month, day) = word.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

//! Holiday: which days are no working days, by the calendar of a country and, where known, a region.
//!
//! In: a country (ISO 3166-1), a region code without the country, a date. Out: whether it is a working day in
//! the sense of Regulation (EEC, Euratom) No 1182/71 Art. 2(2): all days other than public holidays, Sundays
//! and Saturdays. The rules are data: `holidays.txt`, whose head is the format's specification.
//!
//! Not here: one-off days set by decree, and counting (`time_limit`).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// The rules, one calendar a line.
const RULES: &str = include_str!("holidays.txt");

/// The calendar used for the United Kingdom when the nation is not known: England.
const UNITED_KINGDOM_DEFAULT: &str = "GB-ENG";

/// The public holidays of a country or region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    code: String,
    tokens: Vec<Token>,
}

impl Calendar {
    /// Returns the calendar of a country, or of a region of it; none for countries without rules.
    pub fn of(country: &str, region: Option<&str>) -> Option<&'static Self> {
        let country = country.to_ascii_uppercase();
        let code = match region {
            Some(region) => format!("{country}-{}", region.to_ascii_uppercase()),
            None if country == "GB" => UNITED_KINGDOM_DEFAULT.to_owned(),
            None => country,
        };
        all().get(code.as_str())
    }

    /// Returns the calendars of all regions of a country that have one of their own.
    pub fn regions(country: &str) -> Vec<&'static Self> {
        let prefix = format!("{}-", country.to_ascii_uppercase());
        codes().filter(|code| code.starts_with(&prefix)).filter_map(|code| all().get(code)).collect()
    }

    /// Returns the calendar of a country with the days of which it is open whether they count, where there
    /// are any; see `holidays.txt`.
    pub fn with_doubtful_days(country: &str) -> Option<&'static Self> {
        all().get(format!("?{}", country.to_ascii_uppercase()).as_str())
    }

    /// Returns the code of the calendar, `FR` or `FR-6AE`.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Returns the public holidays of a year.
    pub fn holidays(&self, year: i32) -> BTreeSet<NaiveDate> {
        let mut dates: Vec<(NaiveDate, bool)> =
            self.tokens.iter().filter_map(|token| Some((token.date(year)?, token.substitute))).collect();
        dates.sort();
        let mut holidays: BTreeSet<NaiveDate> = dates.iter().map(|(date, _)| *date).collect();
        for (date, _) in dates.into_iter().filter(|(date, substitute)| *substitute && is_weekend(*date)) {
            let next = date.iter_days().find(|day| !is_weekend(*day) && !holidays.contains(day));
            holidays.extend(next);
        }
        holidays
    }

    /// Tells whether a day is neither a public holiday, a Saturday nor a Sunday.
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        !is_weekend(date) && !self.is_holiday(date)
    }

    fn is_holiday(&self, date: NaiveDate) -> bool {
        let year = date.year();
        // Substitutes depend on all days of the year; without any, one look at each rule is enough.
        if self.tokens.iter().any(|token| token.substitute) {
            self.holidays(year).contains(&date)
        } else {
            self.tokens.iter().any(|token| token.date(year) == Some(date))
        }
    }

    /// Returns the first working day on or after a date. Reg. 1182/71 Art. 3(4).
    pub fn roll(&self, date: NaiveDate) -> NaiveDate {
        date.iter_days().find(|day| self.is_working_day(*day)).unwrap_or(date)
    }

    /// Returns the date a number of working days later.
    pub fn add_working_days(&self, date: NaiveDate, days: usize) -> NaiveDate {
        let later = date.iter_days().skip(1).filter(|day| self.is_working_day(*day));
        if days == 0 { date } else { later.take(days).last().unwrap_or(date) }
    }
}

/// Every calendar by its code, read once.
fn all() -> &'static BTreeMap<&'static str, Calendar> {
    static ALL: OnceLock<BTreeMap<&'static str, Calendar>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut calendars = BTreeMap::new();
        for line in lines() {
            let (code, rules) = line.split_once(' ').unwrap_or((line, ""));
            let calendar = Calendar { code: code.to_owned(), tokens: tokens(code, rules, &calendars) };
            calendars.insert(code, calendar);
        }
        calendars
    })
}

/// The tokens of a line. Doubtful days stand on top of the calendar they doubt.
fn tokens(code: &str, rules: &str, above: &BTreeMap<&'static str, Calendar>) -> Vec<Token> {
    let tokens_of = |code: &str| above.get(code).map(|calendar| calendar.tokens.clone()).unwrap_or_default();
    let mut tokens = code.strip_prefix('?').map(tokens_of).unwrap_or_default();
    for word in rules.split(' ') {
        match word.strip_prefix('=') {
            Some(base) => tokens.extend(tokens_of(base)),
            None => tokens.extend(Token::parse(word)),
        }
    }
    tokens
}

/// Returns the codes of all calendars, doubtful days left out.
pub fn codes() -> impl Iterator<Item = &'static str> {
    lines().filter(|line| !line.starts_with('?')).filter_map(|line| line.split(' ').next())
}

/// Returns the lines whose tokens cannot be read, for the test that wants none.
pub fn unreadable_rules() -> Vec<&'static str> {
    let known = |word: &str| match word.strip_prefix('=') {
        Some(base) => codes().any(|code| code == base),
        None => Token::parse(word).is_some(),
    };
    lines().filter(|line| !line.split(' ').skip(1).all(known)).collect()
}

/// One rule of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Token {
    day: Day,
    substitute: bool,
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
    fn parse(word: &str) -> Option<Self> {
        let (rest, except) = year_after(word, '!')?;
        let (rest, until) = year_after(rest, '#')?;
        let (rest, from) = year_after(rest, '@')?;
        let (rest, substitute) = rest.strip_suffix('s').map_or((rest, false), |rest| (rest, true));
        Some(Self { day: Day::parse(rest)?, substitute, from, until, except })
    }

    fn date(&self, year: i32) -> Option<NaiveDate> {
        let in_force = self.from.is_none_or(|from| year >= from)
            && self.until.is_none_or(|until| year <= until)
            && self.except != Some(year);
        if in_force { self.day.date(year) } else { None }
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

fn year_after(word: &str, mark: char) -> Option<(&str, Option<i32>)> {
    match word.split_once(mark) {
        None => Some((word, None)),
        Some((rest, year)) => Some((rest, Some(year.parse().ok()?))),
    }
}

fn month_and_day(word: &str) -> Option<(u32, u32)> {
    let (month, day) = word.split_once('-')?;
    Some((month.parse().ok()?, day.parse().ok()?))
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

fn lines() -> impl Iterator<Item = &'static str> {
    RULES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

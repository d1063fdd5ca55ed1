//! Holiday: which days are no working days, by the calendar of a country and, where known, a region.
//!
//! In: a country (ISO 3166-1), a region code without the country, a date. Out: whether it is a working day in
//! the sense of Regulation (EEC, Euratom) No 1182/71 Art. 2(2): all days other than public holidays, Sundays
//! and Saturdays. The days are data: rules in `holidays.txt`, single days in `overrides.csv`; their heads
//! specify the formats. A calendar is read when it is first asked for, and a year of it computed once.
//!
//! Not here: how a rule finds its day (`holiday_rule`), and counting (`time_limit`).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, Weekday};

use super::holiday_rule::Token;

/// The rules, one calendar a line.
const RULES: &str = include_str!("holidays.txt");

/// The single days on top of the rules.
const OVERRIDES: &str = include_str!("overrides.csv");

/// The nation whose calendar is used for the United Kingdom when none is known: England.
const UNITED_KINGDOM_DEFAULT: &str = "ENG";

/// The years whose days are kept once computed; others are computed anew for each day.
const YEARS_KEPT: Range<i32> = 2000..2100;

/// The public holidays of a country or region.
#[derive(Debug)]
pub struct Calendar {
    code: &'static str,
    tokens: Vec<Token>,
    single_days: Vec<SingleDay>,
    united: Vec<&'static Calendar>,
    years: Vec<OnceLock<Year>>,
}

/// What is known about one day of a calendar, whatever its rules say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct SingleDay {
    date: NaiveDate,
    is_holiday: bool,
}

/// The public holidays of a year: a bit for each of its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Year([u64; 6]);

impl Calendar {
    /// Returns the calendar of a country, or of a region of it; none for countries without rules.
    pub fn of(country: &str, region: Option<&str>) -> Option<&'static Self> {
        let country = Country::of(country)?;
        match region {
            Some(region) => country.regions.get(upper_case(region).as_ref()),
            None => country.national.as_ref().or_else(|| country.regions.get(UNITED_KINGDOM_DEFAULT)),
        }
        .map(Entry::calendar)
    }

    /// Returns the calendars of all regions of a country that have one of their own.
    pub fn regions(country: &str) -> Vec<&'static Self> {
        Country::of(country)
            .map(|country| country.regions.values().map(Entry::calendar).collect())
            .unwrap_or_default()
    }

    /// Returns the calendar of a country and those of all its regions.
    pub fn national_and_regional(country: &str) -> impl Iterator<Item = &'static Self> {
        let entries = |country: &'static Country| country.national.iter().chain(country.regions.values());
        Country::of(country).into_iter().flat_map(entries).map(Entry::calendar)
    }

    /// Returns the calendar of a country with the days of which it is open whether they count, where there
    /// are any; see `holidays.txt`.
    pub fn with_doubtful_days(country: &str) -> Option<&'static Self> {
        Country::of(country)?.doubtful.as_ref().map(Entry::calendar)
    }

    /// Returns the calendar that has the public holidays of all calendars of a country, the doubtful days too:
    /// what is a working day in it is one in each of them.
    pub fn united(country: &str) -> Option<&'static Self> {
        let known = Country::of(country)?;
        Some(known.united.get_or_init(|| {
            let mut united: Vec<&'static Self> = Self::national_and_regional(country).collect();
            united.extend(known.doubtful.as_ref().map(Entry::calendar));
            Self { code: known.code, tokens: Vec::new(), single_days: Vec::new(), united, years: no_years() }
        }))
    }

    /// Returns the code of the calendar, `FR` or `FR-6AE`.
    pub fn code(&self) -> &'static str {
        self.code
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
        for single in self.single_days.iter().filter(|single| single.date.year() == year) {
            if single.is_holiday {
                holidays.insert(single.date);
            } else {
                holidays.remove(&single.date);
            }
        }
        holidays.extend(self.united.iter().flat_map(|calendar| calendar.holidays(year)));
        holidays
    }

    /// Tells whether a day is neither a public holiday, a Saturday nor a Sunday.
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        !is_weekend(date) && !self.year(date.year()).has(date)
    }

    fn year(&self, year: i32) -> Year {
        let kept = usize::try_from(year - YEARS_KEPT.start).ok().and_then(|index| self.years.get(index));
        kept.map_or_else(|| self.compute(year), |kept| *kept.get_or_init(|| self.compute(year)))
    }

    fn compute(&self, year: i32) -> Year {
        let mut days = Year([0; 6]);
        if self.united.is_empty() {
            self.holidays(year).into_iter().for_each(|day| days.add(day));
        } else {
            self.united.iter().for_each(|calendar| days.unite(calendar.year(year)));
        }
        days
    }

    /// Returns the first working day on or after a date. Reg. 1182/71 Art. 3(4).
    pub fn roll(&self, date: NaiveDate) -> NaiveDate {
        if self.is_working_day(date) {
            return date;
        }
        date.iter_days().find(|day| self.is_working_day(*day)).unwrap_or(date)
    }

    /// Returns the date a number of working days later.
    pub fn add_working_days(&self, date: NaiveDate, days: usize) -> NaiveDate {
        (0..days).fold(date, |date, _| date.succ_opt().map_or(date, |next| self.roll(next)))
    }
}

fn no_years() -> Vec<OnceLock<Year>> {
    YEARS_KEPT.map(|_| OnceLock::new()).collect()
}

impl Year {
    fn add(&mut self, date: NaiveDate) {
        let (word, bit) = place(date);
        if let Some(word) = self.0.get_mut(word) {
            *word |= bit;
        }
    }

    fn unite(&mut self, other: Self) {
        self.0.iter_mut().zip(other.0).for_each(|(word, more)| *word |= more);
    }

    fn has(self, date: NaiveDate) -> bool {
        let (word, bit) = place(date);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }
}

/// Where the bit of a day stands.
fn place(date: NaiveDate) -> (usize, u64) {
    let day = date.ordinal0();
    (usize::try_from(day / 64).unwrap_or(usize::MAX), 1 << (day % 64))
}

/// The calendars of a country.
#[derive(Default)]
struct Country {
    code: &'static str,
    national: Option<Entry>,
    regions: BTreeMap<&'static str, Entry>,
    doubtful: Option<Entry>,
    united: OnceLock<Calendar>,
}

/// A line of `holidays.txt` and, once asked for, its calendar.
struct Entry {
    code: &'static str,
    rules: &'static str,
    calendar: OnceLock<Calendar>,
}

impl Country {
    fn of(code: &str) -> Option<&'static Self> {
        static COUNTRIES: OnceLock<BTreeMap<&'static str, Country>> = OnceLock::new();
        COUNTRIES.get_or_init(Self::all).get(upper_case(code).as_ref())
    }

    fn all() -> BTreeMap<&'static str, Self> {
        let mut countries: BTreeMap<&'static str, Self> = BTreeMap::new();
        for line in lines(RULES) {
            let (code, rules) = line.split_once(' ').unwrap_or((line, ""));
            let entry = Entry { code, rules, calendar: OnceLock::new() };
            let doubted = code.strip_prefix('?');
            let (country, region) = country_and_region(doubted.unwrap_or(code));
            let known = countries.entry(country).or_insert_with(|| Self { code: country, ..Self::default() });
            match (doubted, region) {
                (Some(_), _) => known.doubtful = Some(entry),
                (None, None) => known.national = Some(entry),
                (None, Some(region)) => {
                    known.regions.insert(region, entry);
                }
            }
        }
        countries
    }
}

impl Entry {
    fn calendar(&'static self) -> &'static Calendar {
        self.calendar.get_or_init(|| {
            let (mut tokens, mut single_days) = (Vec::new(), Vec::new());
            // Doubtful days stand on top of the calendar they doubt.
            let doubted = self.code.strip_prefix('?');
            let included = self.rules.split(' ').filter_map(|word| word.strip_prefix('='));
            for base in doubted.into_iter().chain(included).filter_map(by_code) {
                tokens.extend(&base.tokens);
                single_days.extend(&base.single_days);
            }
            tokens.extend(self.rules.split(' ').filter_map(Token::parse));
            single_days.extend(overrides().get(self.code).into_iter().flatten());
            Calendar { code: self.code, tokens, single_days, united: Vec::new(), years: no_years() }
        })
    }
}

fn by_code(code: &str) -> Option<&'static Calendar> {
    let (country, region) = country_and_region(code);
    Calendar::of(country, region)
}

/// Splits the code of a calendar: `FR-6AE` is the region `6AE` of `FR`.
pub fn country_and_region(code: &str) -> (&str, Option<&str>) {
    code.split_once('-').map_or((code, None), |(country, region)| (country, Some(region)))
}

/// The single days by the calendar they belong to, read once.
fn overrides() -> &'static BTreeMap<&'static str, Vec<SingleDay>> {
    static ALL: OnceLock<BTreeMap<&'static str, Vec<SingleDay>>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all: BTreeMap<&'static str, Vec<SingleDay>> = BTreeMap::new();
        for (code, single) in lines(OVERRIDES).filter_map(override_of) {
            all.entry(code).or_default().push(single);
        }
        all
    })
}

/// Reads a line of `overrides.csv`. A day without a source is none.
fn override_of(line: &'static str) -> Option<(&'static str, SingleDay)> {
    let mut fields = line.splitn(4, ',');
    let (code, date, kind, source) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
    let is_holiday = match kind {
        "holiday" => true,
        "workday" => false,
        _ => return None,
    };
    (!source.is_empty()).then_some(())?;
    Some((code, SingleDay { date: date.parse().ok()?, is_holiday }))
}

/// Returns the codes of all calendars, doubtful days left out.
pub fn codes() -> impl Iterator<Item = &'static str> {
    all_codes().filter(|code| !code.starts_with('?'))
}

fn all_codes() -> impl Iterator<Item = &'static str> {
    lines(RULES).filter_map(|line| line.split(' ').next())
}

/// Returns the lines of both files that cannot be read or name a calendar that does not stand above, for the
/// test that wants none.
pub fn unreadable_rules() -> Vec<&'static str> {
    let stands_above = |base: &str, line: &str| {
        let above = lines(RULES).take_while(|above| *above != line);
        above.filter_map(|above| above.split(' ').next()).any(|code| code == base)
    };
    let is_known = |line: &'static str, word: &str| match word.strip_prefix('=') {
        Some(base) => stands_above(base, line),
        None => Token::parse(word).is_some(),
    };
    let rules = lines(RULES).filter(|line| !line.split(' ').skip(1).all(|word| is_known(line, word)));
    let is_of_a_calendar = |line: &'static str| {
        override_of(line).is_some_and(|(code, _)| all_codes().any(|known| known == code))
    };
    rules.chain(lines(OVERRIDES).filter(|line| !is_of_a_calendar(line))).collect()
}

/// Returns the single days that change nothing, because the rules say the same: `CODE DATE`.
pub fn needless_overrides() -> Vec<String> {
    let is_needless = |(code, single): &(&str, SingleDay)| {
        let country = code.strip_prefix('?').unwrap_or(code);
        let calendar =
            if code.starts_with('?') { Calendar::with_doubtful_days(country) } else { by_code(code) };
        calendar.is_none_or(|calendar| {
            let by_rule =
                calendar.tokens.iter().any(|token| token.date(single.date.year()) == Some(single.date));
            by_rule == single.is_holiday || is_weekend(single.date)
        })
    };
    let needless = lines(OVERRIDES).filter_map(override_of).filter(is_needless);
    needless.map(|(code, single)| format!("{code} {}", single.date)).collect()
}

fn is_weekend(date: NaiveDate) -> bool {
    matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
}

fn upper_case(code: &str) -> Cow<'_, str> {
    if code.bytes().any(|byte| byte.is_ascii_lowercase()) {
        Cow::Owned(code.to_ascii_uppercase())
    } else {
        Cow::Borrowed(code)
    }
}

fn lines(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

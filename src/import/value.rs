//! Value: the text of a cell to a moment, without guessing.
//!
//! In: a text and the forms it may have. Out: a typed value, or nothing where the text has none of the forms.
//! Placeholders companies write for "nothing" are known here. The text itself always stays on the record.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use memchr::memchr;
use serde::Deserialize;

use super::month;
use super::record::{Moment, Precision, Zone};

/// What companies write where there is nothing (seen in answers from 2021 to 2026), by the first byte: nearly all texts
/// begin otherwise, and this is asked of every cell.
const fn placeholders(first: u8) -> &'static [&'static str] {
    match first {
        b'n' | b'N' => &["not available", "not applicable", "n/a", "null", "none", "na", "no-data", "nil"],
        b'-' => &["-", "---"],
        b'\\' => &["\\n"],
        // A dash of half or full width begins so in UTF-8.
        0xe2 => &["—", "–"],
        b'9' => &["9223372036854775807"],
        _ => &[],
    }
}

/// Years a number of seconds may mean: before and after, it is some other number.
const YEARS_OF_EPOCHS: std::ops::RangeInclusive<i32> = 1990..=2100;

/// Bytes of the words between a date and its time.
const LEADING_BYTES_MAX: usize = 16;

/// Years that eight digits may begin with: else they are some other number.
const YEARS_OF_DIGITS: std::ops::RangeInclusive<i32> = 1900..=2100;

/// Returns the text without surrounding space, or nothing for a placeholder.
pub(crate) fn present(text: &str) -> Option<&str> {
    let text = trimmed(text);
    (!text.is_empty() && !is_placeholder(text)).then_some(text)
}

/// Returns the text without surrounding space.
pub(crate) fn trimmed(text: &str) -> &str {
    // Nearly all begin and end with a sign of ASCII, and this is asked of every cell.
    match (text.as_bytes().first(), text.as_bytes().last()) {
        (Some(b'!'..=b'~'), Some(b'!'..=b'~')) => text,
        (_, _) => text.trim(),
    }
}

/// Tells whether a trimmed text is what companies write where there is nothing.
#[inline]
pub(crate) fn is_placeholder(text: &str) -> bool {
    let known = text.as_bytes().first().map_or(&[] as &[&str], |first| placeholders(*first));
    known.iter().any(|known| known.eq_ignore_ascii_case(text))
}

/// A form of dates.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub(crate) enum DateForm {
    /// ISO 8601 in its usual variants, any precision.
    Iso,
    /// Seconds since 1970.
    Unix,
    /// Milliseconds since 1970.
    UnixMillis,
    /// Microseconds since 1970.
    UnixMicros,
    /// Day and month as numbers in the given order, year last, with or without a time.
    Numeric(Order),
    /// Digits only, the year first, with or without a time: `20240131T100000Z`.
    Compact,
    /// Day and year as numbers and the month as a word, in any of the program's languages.
    Words,
    /// A pattern of chrono's `strftime` language.
    Pattern(Pattern),
}

impl DateForm {
    /// Returns it as a recipe writes it.
    pub(crate) fn written(&self) -> String {
        match self {
            Self::Iso => "iso".to_owned(),
            Self::Unix => "unix".to_owned(),
            Self::UnixMillis => "unix_ms".to_owned(),
            Self::UnixMicros => "unix_us".to_owned(),
            Self::Numeric(Order::DayMonth) => "day_month".to_owned(),
            Self::Numeric(Order::MonthDay) => "month_day".to_owned(),
            Self::Compact => "compact".to_owned(),
            Self::Words => "words".to_owned(),
            Self::Pattern(pattern) => pattern.text.clone(),
        }
    }
}

/// The order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// Day first.
    DayMonth,
    /// Month first.
    MonthDay,
}

/// A date pattern and what it says about precision and zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pattern {
    text: String,
    precision: Precision,
    zone: PatternZone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PatternZone {
    Utc,
    Written,
    /// By its abbreviation, in the given word of the text.
    Named(usize),
    Unknown,
}

impl TryFrom<String> for DateForm {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.as_str() {
            "iso" => Ok(Self::Iso),
            "unix" => Ok(Self::Unix),
            "unix_ms" => Ok(Self::UnixMillis),
            "unix_us" => Ok(Self::UnixMicros),
            "day_month" => Ok(Self::Numeric(Order::DayMonth)),
            "month_day" => Ok(Self::Numeric(Order::MonthDay)),
            "compact" => Ok(Self::Compact),
            "words" => Ok(Self::Words),
            _ => Pattern::parse(text).map(Self::Pattern),
        }
    }
}

impl Pattern {
    fn parse(text: String) -> Result<Self, String> {
        use chrono::format::{Item, StrftimeItems};
        if StrftimeItems::new(&text).any(|item| matches!(item, Item::Error)) || !text.contains('%') {
            return Err(format!(
                "not a form of dates: {text} (iso, unix, unix_ms, unix_us, day_month, month_day, compact, words or a pattern such as %d/%m/%Y)"
            ));
        }
        let has = |parts: &[&str]| parts.iter().any(|part| text.contains(part));
        let precision = if has(&["%S", "%T", "%X", "%c"]) {
            Precision::Second
        } else if has(&["%M", "%R"]) {
            Precision::Minute
        } else if has(&["%d", "%e", "%F", "%D", "%x"]) {
            Precision::Day
        } else {
            return Err(format!("not a form of dates: {text} has no day"));
        };
        let named = text.split(' ').position(|word| word.ends_with("%Z"));
        let zone = if let Some(word) = named {
            PatternZone::Named(word)
        } else if has(&["%z", "%:z"]) {
            PatternZone::Written
        } else if has(&["UTC", "GMT", "Z"]) {
            PatternZone::Utc
        } else {
            PatternZone::Unknown
        };
        Ok(Self { text, precision, zone })
    }

    fn read(&self, text: &str) -> Option<Moment> {
        let (at, zone) = match self.zone {
            PatternZone::Written => {
                let at = DateTime::parse_from_str(text, &self.text).ok()?;
                (at.naive_local(), offset(at.offset().local_minus_utc() / 60))
            }
            zone => {
                let at = if self.precision == Precision::Day {
                    NaiveDate::parse_from_str(text, &self.text).ok()?.into()
                } else {
                    NaiveDateTime::parse_from_str(text, &self.text).ok()?
                };
                let zone = match zone {
                    PatternZone::Utc => Zone::Utc,
                    PatternZone::Named(word) => {
                        let word = text.split_whitespace().nth(word).unwrap_or_default();
                        abbreviated(
                            word.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default(),
                        )
                    }
                    PatternZone::Written | PatternZone::Unknown => Zone::Unknown,
                };
                (at, zone)
            }
        };
        Some(Moment { at, precision: self.precision, zone })
    }
}

/// Abbreviations of zones that mean one offset in the answers they were seen in (public descriptions, 2022 to 2026), in
/// minutes east. Those that mean several (`CST`, `IST`) are left out: the moment is then of an unknown zone.
const ABBREVIATIONS: &[(&str, i32)] = &[
    ("UTC", 0),
    ("GMT", 0),
    ("Z", 0),
    ("WEST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("EET", 120),
    ("EEST", 180),
    ("EDT", -240),
    ("EST", -300),
    ("CDT", -300),
    ("MST", -420),
    ("PDT", -420),
    ("PST", -480),
    ("JST", 540),
];

fn abbreviated(word: &str) -> Zone {
    ABBREVIATIONS
        .iter()
        .find(|(known, _)| *known == word)
        .map_or(Zone::Unknown, |(_, minutes)| offset(*minutes))
}

/// Returns the zone a word stands for: an unknown one where several have the abbreviation.
pub(super) fn zone_named(word: &str) -> Option<Zone> {
    let is_abbreviation = (1..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase());
    is_abbreviation.then(|| abbreviated(word))
}

/// Reads a moment in the first form that fits.
pub(crate) fn moment(text: &str, forms: &[DateForm]) -> Option<Moment> {
    forms.iter().find_map(|form| match form {
        DateForm::Iso => iso(text),
        DateForm::Unix => epoch(text, 1_000_000),
        DateForm::UnixMillis => epoch(text, 1_000),
        DateForm::UnixMicros => epoch(text, 1),
        DateForm::Numeric(order) => numeric(text)?.moment(*order),
        DateForm::Compact => compact(text),
        DateForm::Words => month::in_words(text).or_else(|| scripted(text)),
        DateForm::Pattern(pattern) => pattern.read(text),
    })
}

/// Reads `YYYY`, `YYYY-MM`, `MM/YYYY`, `YYYY-MM-DD` with or without time, fraction and zone.
pub(crate) fn iso(text: &str) -> Option<Moment> {
    let Some(day) = text.get(..10).and_then(iso_day) else { return iso_coarse(text) };
    let rest = text.get(10..)?.trim_start_matches(['T', 't', ' ']);
    let (at, precision, zone) = match rest {
        "" => (NaiveTime::MIN, Precision::Day, Zone::Unknown),
        rest => time(rest)?,
    };
    Some(Moment { at: day.and_time(at), precision, zone })
}

/// Reads ten bytes as `YYYY-MM-DD`, of which answers have more than of anything else, or with other signs between.
fn iso_day(text: &str) -> Option<NaiveDate> {
    let [year @ .., sign @ (b'-' | b'/' | b'.'), c, d, same, e, f] = text.as_bytes() else { return None };
    if same != sign {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(digits(year)?).ok()?, digits(&[*c, *d])?, digits(&[*e, *f])?)
}

/// Reads `YYYYMMDD`, alone or with `HHMM` or `HHMMSS` behind a `T` or a space, and a zone.
fn compact(text: &str) -> Option<Moment> {
    let (date, clock) = text.split_at_checked(8)?;
    let number = |digits: Option<&str>| digits.and_then(whole_number);
    let (year, month, day) = (number(date.get(..4))?, number(date.get(4..6))?, number(date.get(6..))?);
    let year = i32::try_from(year).ok().filter(|year| YEARS_OF_DIGITS.contains(year))?;
    let day = NaiveDate::from_ymd_opt(year, month, day)?;
    let clock = clock.trim_start_matches(['T', 't', ' ']);
    if clock.is_empty() {
        return Some(Moment { at: day.into(), precision: Precision::Day, zone: Zone::Unknown });
    }
    let end = clock.find(|c: char| !c.is_ascii_digit()).unwrap_or(clock.len());
    let (clock, rest) = clock.split_at_checked(end)?;
    let (second, precision) = match clock.len() {
        4 => (0, Precision::Minute),
        6 => (number(clock.get(4..))?, Precision::Second),
        _ => return None,
    };
    let at = day.and_hms_opt(number(clock.get(..2))?, number(clock.get(2..4))?, second)?;
    Some(Moment { at, precision, zone: zone(rest.trim_start())? })
}

/// Reads a number of digits only, at most nine of them.
fn whole_number(text: &str) -> Option<u32> {
    digits(text.as_bytes())
}

fn digits(text: &[u8]) -> Option<u32> {
    if text.is_empty() || text.len() > 9 {
        return None;
    }
    text.iter()
        .try_fold(0, |number, byte| byte.is_ascii_digit().then(|| number * 10 + u32::from(byte - b'0')))
}

fn iso_coarse(text: &str) -> Option<Moment> {
    let (year, month) = text.split_once(['-', '/', '.']).unwrap_or((text, "01"));
    let (year, month) = if year.len() == 2 { (month, year) } else { (year, month) };
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || month.len() != 2 || !are_digits(year) || !are_digits(month) {
        return None;
    }
    let day = NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, 1)?;
    let precision = if text.len() == 4 { Precision::Year } else { Precision::Month };
    Some(Moment { at: day.into(), precision, zone: Zone::Unknown })
}

/// Reads hour, minute and second, and returns what stands behind them.
fn clock(text: &str) -> Option<(u32, u32, Option<u32>, &str)> {
    if let Some(read) = full_clock(text) {
        return Some(read);
    }
    let stop = text.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(text.len());
    let (clock, rest) = text.split_at_checked(stop)?;
    let mut parts = clock.split(':').map(whole_number);
    let (hour, minute, second) = (parts.next()??, parts.next()??, parts.next());
    let second = match second {
        Some(second) => Some(second?),
        None => None,
    };
    if parts.any(|part| part.is_none()) { None } else { Some((hour, minute, second, rest)) }
}

/// Reads `HH:MM:SS`, as most times are written.
fn full_clock(text: &str) -> Option<(u32, u32, Option<u32>, &str)> {
    let ([a, b, b':', c, d, b':', e, f], rest) = text.as_bytes().split_first_chunk()? else { return None };
    if matches!(rest.first(), Some(b'0'..=b'9' | b':')) {
        return None;
    }
    Some((digits(&[*a, *b])?, digits(&[*c, *d])?, Some(digits(&[*e, *f])?), text.get(8..)?))
}

/// Reads a time with what may follow it: a fraction, AM or PM, a zone.
fn time(text: &str) -> Option<(NaiveTime, Precision, Zone)> {
    let (mut time, precision, mut rest) = clock_of(behind_word(text))?;
    match rest {
        "" => return Some((time, precision, Zone::Unknown)),
        "Z" => return Some((time, precision, Zone::Utc)),
        _ => {}
    }
    rest = rest.trim_start();
    if let Some((noon_hour, behind)) = half_at(rest) {
        time = in_half(time, noon_hour)?;
        rest = behind.trim_start();
    }
    for mark in ["Uhr", "uur", "hrs", "h"] {
        rest = rest.strip_prefix(mark).unwrap_or(rest);
    }
    Some((time, precision, zone(rest.trim_start())?))
}

/// Returns what stands behind the word that leads to a time: `à 14h05`, `um 14:05 Uhr`.
fn behind_word(text: &str) -> &str {
    match text.as_bytes().first() {
        Some(b'0'..=b'9') | None => text,
        Some(_) => {
            let is_of_word = |c: char| c.is_alphabetic() || matches!(c, ' ' | '.' | ',');
            let time = text.trim_start_matches(is_of_word);
            if text.len() - time.len() <= LEADING_BYTES_MAX { time } else { text }
        }
    }
}

/// Reads a time of the day from the beginning of a text, a fraction of the second with it, and returns what follows.
pub(super) fn clock_of(text: &str) -> Option<(NaiveTime, Precision, &str)> {
    let (hour, minute, second, mut rest) = clock(text).or_else(|| spoken_clock(text))?;
    if second.is_some()
        && let Some(fraction) = rest.strip_prefix(['.', ','])
    {
        rest = fraction.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    let precision = if second.is_some() { Precision::Second } else { Precision::Minute };
    Some((NaiveTime::from_hms_opt(hour, minute, second.unwrap_or(0))?, precision, rest))
}

/// Reads `14h05`, `14 h 05`, `14h` and `14.05 Uhr`.
fn spoken_clock(text: &str) -> Option<(u32, u32, Option<u32>, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).filter(|end| (1..=2).contains(end))?;
    let (hour, rest) = text.split_at_checked(end)?;
    let after = rest.trim_start();
    if let Some(minutes) = after.strip_prefix(['h', 'H']) {
        let minutes = minutes.trim_start();
        if let Some(rest) = minutes.get(2..)
            && let Some(minute) = minutes.get(..2).and_then(whole_number)
        {
            return Some((whole_number(hour)?, minute, None, rest));
        }
        return (!minutes.starts_with(|c: char| c.is_alphanumeric())).then_some((
            whole_number(hour)?,
            0,
            None,
            minutes,
        ));
    }
    let (minute, rest) = rest.strip_prefix('.')?.split_at_checked(2)?;
    let is_said = ["Uhr", "uur"].iter().any(|mark| rest.trim_start().starts_with(mark));
    is_said.then_some((whole_number(hour)?, whole_number(minute)?, None, rest))
}

/// Returns the hour at which the half of the day begins that stands at the beginning of a text, and what follows: `PM`, `p.m.`,
/// and `p. m.` as in Spanish.
pub(super) fn half_at(text: &str) -> Option<(u32, &str)> {
    let (noon_hour, rest) = match text.as_bytes().first()? {
        b'a' | b'A' => (0, text.get(1..)?),
        b'p' | b'P' => (12, text.get(1..)?),
        _ => return None,
    };
    let (is_dotted, rest) = match rest.strip_prefix('.') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, rest),
    };
    let rest = rest.strip_prefix(['m', 'M'])?;
    let rest = if is_dotted { rest.strip_prefix('.').unwrap_or(rest) } else { rest };
    (!rest.starts_with(char::is_alphabetic)).then_some((noon_hour, rest))
}

/// Returns a time of twelve hours in one half of the day.
pub(super) fn in_half(time: NaiveTime, noon_hour: u32) -> Option<NaiveTime> {
    time.with_hour(time.hour() % 12 + noon_hour)
}

pub(super) fn zone(text: &str) -> Option<Zone> {
    let text = text.strip_suffix(" UTC").unwrap_or(text);
    // Behind an offset a program names the zone; alone the name leaves the offset open: `Europe/Paris`.
    let text = text.split_once('[').filter(|_| text.ends_with(']')).map_or(text, |(offset, _)| offset);
    if is_place(text) {
        return Some(Zone::Unknown);
    }
    let is_before_offset = |offset: &&str| offset.starts_with(['+', '-']);
    let text = ["UTC", "GMT"]
        .iter()
        .find_map(|mark| text.strip_prefix(mark).filter(is_before_offset))
        .unwrap_or(text);
    match text {
        "" => return Some(Zone::Unknown),
        "Z" | "z" | "UTC" | "GMT" => return Some(Zone::Utc),
        _ => {}
    }
    if let Some(zone) = zone_named(text) {
        return Some(zone);
    }
    let (sign, digits) = match text.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some(parts) => parts,
        None => digits.split_at_checked(2).unwrap_or((digits, "")),
    };
    let minutes = if minutes.is_empty() { 0 } else { whole_number(minutes)? };
    let hours = whole_number(hours)?;
    let is_offset = hours <= OFFSET_HOURS_MAX && minutes < 60;
    is_offset.then(|| i32::try_from(hours * 60 + minutes).ok())?.map(|minutes| offset(sign * minutes))
}

/// Hours beyond which an offset is none: the clocks of Kiribati are fourteen ahead of universal time, and none is farther.
const OFFSET_HOURS_MAX: u32 = 14;

/// Tells whether a text is the name of a zone: `Europe/Paris`.
fn is_place(text: &str) -> bool {
    text.contains('/')
        && text.starts_with(|c: char| c.is_ascii_uppercase())
        && text.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'_' | b'-'))
}

fn offset(minutes: i32) -> Zone {
    if minutes == 0 { Zone::Utc } else { Zone::Offset(minutes) }
}

fn epoch(text: &str, micros_per_unit: i64) -> Option<Moment> {
    let whole = memchr(b'.', text.as_bytes()).and_then(|at| text.get(..at)).unwrap_or(text);
    let at = DateTime::from_timestamp_micros(whole.parse::<i64>().ok()?.checked_mul(micros_per_unit)?)?;
    let is_likely = YEARS_OF_EPOCHS.contains(&chrono::Datelike::year(&at));
    is_likely.then(|| Moment { at: at.naive_utc(), precision: Precision::Second, zone: Zone::Utc })
}

/// Reads `/Date(1700000000000+0100)/`, as programs write a date into JSON, which knows none: milliseconds of universal time, and
/// the offset of the zone they were seen in.
fn scripted(text: &str) -> Option<Moment> {
    let inside = text.trim_matches('/').strip_prefix("Date(")?.strip_suffix(')')?;
    let end =
        inside.char_indices().skip(1).find(|(_, c)| !c.is_ascii_digit()).map_or(inside.len(), |(at, _)| at);
    let (millis, written) = inside.split_at_checked(end)?;
    let moment = epoch(millis, 1_000)?;
    match zone(written)? {
        Zone::Offset(minutes) => {
            let at = moment.at.checked_add_signed(chrono::TimeDelta::minutes(i64::from(minutes)))?;
            Some(Moment { at, zone: Zone::Offset(minutes), ..moment })
        }
        Zone::Utc | Zone::Unknown => Some(moment),
    }
}

/// A date of three numbers whose first two may be day and month in either order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Numeric {
    first: u32,
    second: u32,
    year: i32,
    /// Whether the year is written with two digits.
    is_short: bool,
    time: (NaiveTime, Precision, Zone),
}

/// Reads `12/31/2024`, `31-12-2024 18:05` and the like.
pub(crate) fn numeric(text: &str) -> Option<Numeric> {
    // As most are written, which is read without looking for anything.
    if let [a, b, sign @ (b'/' | b'-' | b'.'), c, d, same, year @ ..] = text.as_bytes()
        && (same, year.len()) == (sign, 4)
        && let (Some(first), Some(second), Some(year)) = (digits(&[*a, *b]), digits(&[*c, *d]), digits(year))
    {
        let time = (NaiveTime::MIN, Precision::Day, Zone::Unknown);
        return Some(Numeric { first, second, year: i32::try_from(year).ok()?, is_short: false, time });
    }
    let (date, clock) = text.split_once([' ', ',']).unwrap_or((text, ""));
    let separator = date.find(['/', '-', '.']).and_then(|at| date.get(at..)?.chars().next())?;
    let mut parts = date.split(separator);
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    // Two digits behind a dash may be a day as well as a year.
    let is_short = year.len() == 2 && separator != '-';
    if parts.next().is_some() || year.len() != 4 && !is_short || first.len() > 2 || second.len() > 2 {
        return None;
    }
    let time = match clock.trim() {
        "" => (NaiveTime::MIN, Precision::Day, Zone::Unknown),
        clock => time(clock)?,
    };
    let [first, second, year] = [first, second, year].map(whole_number);
    let year = if is_short { full_year(year?) } else { i32::try_from(year?).ok()? };
    Some(Numeric { first: first?, second: second?, year, is_short, time })
}

/// Returns the year that two digits mean (POSIX `%y`: from 69 on in the last century).
pub(super) fn full_year(short: u32) -> i32 {
    let century = if short < 69 { 2000 } else { 1900 };
    century + i32::try_from(short).unwrap_or(0)
}

impl Numeric {
    /// Tells whether its year has two digits only, so that it may be some other number.
    pub(crate) fn is_short(self) -> bool {
        self.is_short
    }

    /// Returns its year.
    pub(crate) fn year(self) -> i32 {
        self.year
    }

    /// Returns the order this value proves, if it proves one.
    pub(crate) fn order(self) -> Option<Order> {
        match (self.first > 12, self.second > 12) {
            (true, false) => Some(Order::DayMonth),
            (false, true) => Some(Order::MonthDay),
            (true, true) | (false, false) => None,
        }
    }

    /// Tells whether day and month are the same number, so that no order is needed.
    pub(crate) fn is_same(self) -> bool {
        self.first == self.second
    }

    /// Reads it in an order.
    pub(crate) fn moment(self, order: Order) -> Option<Moment> {
        let (day, month) = match order {
            Order::DayMonth => (self.first, self.second),
            Order::MonthDay => (self.second, self.first),
        };
        let (at, precision, zone) = self.time;
        Some(Moment { at: NaiveDate::from_ymd_opt(self.year, month, day)?.and_time(at), precision, zone })
    }
}

//! Month: dates whose month is a word: `5 janvier 2024`, `Jan 5, 2024`, `05-JAN-2024`, `Fri, 05 Jan 2024 10:00:00 GMT`.
//!
//! In: a text. Out: a moment, or nothing where day, month and year do not stand in it. The names of months in the languages
//! of the program are those its letters are read by (`src/inbox/phrases`), put together when the program is built.
//!
//! Not here: dates of numbers only (`value`).

use std::collections::HashMap;
use std::sync::OnceLock;

use chrono::{NaiveDate, NaiveTime};

use super::fold::fold;
use super::record::{Moment, Precision, Zone};
use super::value;

/// `(name, number)` of every month, in every language.
static MONTHS: &[(&str, u32)] = include!(concat!(env!("OUT_DIR"), "/months.rs"));

/// Bytes of the longest text that may be such a date.
const BYTES_MAX: usize = 64;

/// A short Tuesday in French, Spanish and Italian, and a short March.
const TUESDAY: &str = "mar";

/// Words beside the month: a weekday, `de`, a zone.
const WORDS_MAX: usize = 6;

/// Reads a date with its month as a word.
pub(crate) fn in_words(text: &str) -> Option<Moment> {
    let text = without_zone_at_length(text);
    if text.len() > BYTES_MAX || !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut found = Found::default();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = if c.is_ascii_digit() {
            found.number(rest)?
        } else if c.is_alphabetic() {
            found.word(rest)?
        } else if matches!(c, '+' | '-') && found.time.is_some() {
            found.offset(rest)?
        } else {
            rest.get(c.len_utf8()..)?
        };
    }
    found.moment()
}

/// Tells whether a folded word names a month.
pub(crate) fn is_name(word: &str) -> bool {
    MONTHS.iter().any(|(name, _)| *name == word)
}

/// Leaves out the name of a zone that a browser writes at length behind a time: `(Central European Standard Time)`.
fn without_zone_at_length(text: &str) -> &str {
    let named = text.strip_suffix(')').and_then(|text| text.split_once(" ("));
    named.filter(|(_, name)| name.contains(' ')).map_or(text, |(date, _)| date)
}

/// What stands in a text so far.
#[derive(Default)]
struct Found {
    day: Option<u32>,
    month: Option<u32>,
    year: Option<i32>,
    time: Option<(NaiveTime, Precision)>,
    zone: Option<Zone>,
    words: usize,
}

impl Found {
    /// Takes a number from the beginning, and returns what follows.
    fn number<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        if self.time.is_none()
            && let Some((time, precision, rest)) = value::clock_of(text)
        {
            self.time = Some((time, precision));
            return Some(rest);
        }
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (digits, rest) = text.split_at_checked(end)?;
        let number: u32 = digits.parse().ok()?;
        match digits.len() {
            4 if self.year.is_none() => self.year = i32::try_from(number).ok(),
            1 | 2 if self.day.is_none() => self.day = Some(number),
            2 if self.year.is_none() && self.month.is_some() => self.year = Some(value::full_year(number)),
            _ => return None,
        }
        Some(rest)
    }

    /// Takes a word from the beginning: a month, half of the day, a zone; or one beside the date.
    fn word<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
        let (word, rest) = text.split_at_checked(end)?;
        if let Some(month) = month(word) {
            // `mar. 5 janv.` and `5 janv. (mar.)`: what looks like March is a Tuesday.
            let is_weekday = self.month.is_some() && word.eq_ignore_ascii_case(TUESDAY);
            if !is_weekday {
                self.month = Some(month);
            }
            return Some(rest);
        }
        if let (Some((time, _)), Some((noon, behind))) = (&mut self.time, value::half_at(text)) {
            *time = value::in_half(*time, noon)?;
            return Some(behind);
        }
        if self.time.is_some() && self.zone.is_none() && word.len() >= 3 {
            self.zone = value::zone_named(word);
        }
        self.words += 1;
        (self.words <= WORDS_MAX).then_some(rest)
    }

    /// Takes an offset from universal time behind a time.
    fn offset<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        let end = text.char_indices().skip(1).find(|(_, c)| !c.is_ascii_digit() && *c != ':');
        let (offset, rest) = text.split_at_checked(end.map_or(text.len(), |(at, _)| at))?;
        self.zone = Some(value::zone(offset)?);
        Some(rest)
    }

    fn moment(self) -> Option<Moment> {
        let day = NaiveDate::from_ymd_opt(self.year?, self.month?, self.day.unwrap_or(1))?;
        if self.day.is_none() {
            let at = day.and_time(NaiveTime::MIN);
            let is_alone = self.time.is_none();
            return is_alone.then_some(Moment { at, precision: Precision::Month, zone: Zone::Unknown });
        }
        let (time, precision) = self.time.unwrap_or((NaiveTime::MIN, Precision::Day));
        Some(Moment { at: day.and_time(time), precision, zone: self.zone.unwrap_or(Zone::Unknown) })
    }
}

fn month(word: &str) -> Option<u32> {
    static NAMES: OnceLock<HashMap<String, u32>> = OnceLock::new();
    let names = NAMES.get_or_init(|| MONTHS.iter().map(|(name, number)| (fold(name), *number)).collect());
    names.get(fold(word).as_str()).copied()
}

#[cfg(test)]
mod tests {
    use super::{MONTHS, in_words, month};

    #[test]
    fn a_name_means_one_month_in_all_languages() {
        assert!(MONTHS.len() > 150);
        for (name, number) in MONTHS {
            assert_eq!(month(name), Some(*number), "{name}");
        }
    }

    #[test]
    fn dates_in_words_are_read_and_other_texts_are_none() {
        let cases = [
            ("5 janvier 2024", "2024-01-05 00:00:00"),
            ("1er févr. 2024 à 14:05", "2024-02-01 14:05:00"),
            ("mar. 5 mars 2024", "2024-03-05 00:00:00"),
            ("5. Januar 2024 um 14.05 Uhr", "2024-01-05 14:05:00"),
            ("16. März 2024", "2024-03-16 00:00:00"),
            ("Jan 5, 2024", "2024-01-05 00:00:00"),
            ("Feb 16, 2024, 3:05 PM", "2024-02-16 15:05:00"),
            ("January 15th, 2027", "2027-01-15 00:00:00"),
            ("05-JAN-2024", "2024-01-05 00:00:00"),
            ("05-JAN-24", "2024-01-05 00:00:00"),
            ("5 de enero de 2024", "2024-01-05 00:00:00"),
            ("5 gennaio 2024", "2024-01-05 00:00:00"),
            ("16 mrt. 2024", "2024-03-16 00:00:00"),
            ("5 stycznia 2024", "2024-01-05 00:00:00"),
            ("5 de março de 2024 às 14h05", "2024-03-05 14:05:00"),
            ("Fri, 05 Jan 2024 10:00:00 GMT", "2024-01-05 10:00:00"),
            ("Fri Jan 05 10:00:00 CET 2024", "2024-01-05 10:00:00"),
            ("Fri Jan 05 2024 10:00:00 GMT+0100 (CET)", "2024-01-05 10:00:00"),
            ("05/Jan/2024:10:00:00 +0100", "2024-01-05 10:00:00"),
            ("Mai 2024", "2024-05-01 00:00:00"),
            ("Feb 16, 2024, 3:05 p. m.", "2024-02-16 15:05:00"),
            ("16 feb 2024, 3:05 p.m.", "2024-02-16 15:05:00"),
            ("16 feb 2024, 12:05 a.\u{a0}m.", "2024-02-16 00:05:00"),
            ("05 nov. 2024 (mar.)", "2024-11-05 00:00:00"),
            ("mar. 5 mar. 2024", "2024-03-05 00:00:00"),
        ];
        for (text, expected) in cases {
            assert_eq!(in_words(text).map(|read| read.at.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in ["Mars 12", "12 rue Mai", "31 February 2024", "5 2024", "Lampe 2024", "mai", ""] {
            assert_eq!(in_words(text), None, "{text}");
        }
    }
}

//! Language: a natural language by its ISO 639-1 code, and how it writes dates and numbers.
//!
//! In: a two-letter code. Out: a small value, and dates and numbers as a reader of that language expects
//! them. A language is data: nothing here lists which languages we speak (`super::languages` does).

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Wording;

/// A natural language.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language([u8; 2]);

/// Not a language code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a two-letter language code (ISO 639-1), such as fr or en")]
pub struct NotALanguage;

impl Language {
    /// English, in which everything exists.
    pub const ENGLISH: Self = Self(*b"en");
    /// French.
    pub const FRENCH: Self = Self(*b"fr");

    /// Returns the ISO 639-1 code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("two ASCII letters")
    }

    /// Writes a date in full: `1er mars 2026`, `1 March 2026`.
    pub fn date(self, date: NaiveDate) -> String {
        let wording = Wording::of(self);
        let month = wording.say(&format!("month-{}", date.month()));
        let year = date.year().to_string();
        let day = date.day();
        let key = if day == 1 { "date-first" } else { "date" };
        wording.say_with(key, &[("day", &day.to_string()), ("month", &month), ("year", &year)])
    }

    /// Writes a decimal number with this language's separators.
    pub fn decimal(self, number: Decimal) -> String {
        let plain = number.to_string();
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let grouped = self.group_digits(whole);
        if fraction.is_empty() { grouped } else { format!("{grouped}{}{fraction}", self.decimal_mark()) }
    }

    /// Groups the digits of a whole number by three, from five digits on in no language of ours but from four
    /// in all (a report shows figures side by side).
    pub fn group_digits(self, digits: &str) -> String {
        let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
        let mut grouped = String::from(sign);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                grouped.push_str(&self.thousands_mark());
            }
            grouped.push(digit);
        }
        grouped
    }

    fn decimal_mark(self) -> String {
        Wording::of(self).say("decimal-mark")
    }

    fn thousands_mark(self) -> String {
        Wording::of(self).say("thousands-mark")
    }
}

impl FromStr for Language {
    type Err = NotALanguage;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        match code.to_ascii_lowercase().as_bytes() {
            [first @ b'a'..=b'z', second @ b'a'..=b'z'] => Ok(Self([*first, *second])),
            _ => Err(NotALanguage),
        }
    }
}

impl TryFrom<String> for Language {
    type Error = NotALanguage;

    fn try_from(code: String) -> Result<Self, Self::Error> {
        code.parse()
    }
}

impl From<Language> for String {
    fn from(language: Language) -> Self {
        language.code().to_owned()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

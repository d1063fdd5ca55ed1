//! Dates and periods in the words of a mail.
//!
//! In: a sentence, the words of its language, the day of the mail. Out: the days it names, and the length of a
//! period it names. An order of day and month that cannot be known is not guessed: `03/04/2027` in English is no
//! day.
//!
//! Not here: what happens on the day (`reading`).

use chrono::{Datelike, Days, Months, NaiveDate};

use super::phrase::{Sentence, Word};
use super::rule::Tongue;

/// Days from the mail to a date in it that can be meant.
const YEARS_MAX: u32 = 5;

/// Longest period that is believed, in days.
const PERIOD_DAYS_MAX: u64 = 400;

/// Words between `until` and the day it names: an article, the name of a weekday.
const UNTIL_WORDS_MAX: usize = 3;

/// Days from the mail to the end of an extension that is believed: two months and a margin would do in the Union;
/// elsewhere the law sets no longest one.
const PUT_OFF_DAYS_MAX: u64 = 300;

/// Returns the days a sentence names, in their order.
pub fn days(sentence: &Sentence, tongue: &Tongue, mailed: NaiveDate) -> Vec<NaiveDate> {
    let words = &sentence.words;
    let found = (0..words.len()).filter_map(|at| {
        let words = words.get(at..)?;
        in_figures(words, tongue).or_else(|| in_words(words, tongue, mailed))
    });
    let last = mailed.checked_add_months(Months::new(12 * YEARS_MAX));
    let mut days: Vec<NaiveDate> = found.filter(|day| last.is_some_and(|last| *day <= last)).collect();
    days.dedup();
    days
}

/// Returns the day until which a sentence gives time: the one later day it names, or the end of the one period
/// counted from the mail.
pub fn until(sentence: &Sentence, tongue: &Tongue, mailed: NaiveDate) -> Option<NaiveDate> {
    let mut later: Vec<NaiveDate> =
        days(sentence, tongue, mailed).into_iter().filter(|day| *day > mailed).collect();
    later.sort_unstable();
    later.dedup();
    match later.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Returns the day until which a sentence puts something off: the one later day that stands behind a word such as `until`.
/// Without a year it is the next such day, where that is not farther than an extension reaches.
pub fn put_off_until(sentence: &Sentence, tongue: &Tongue, mailed: NaiveDate) -> Option<NaiveDate> {
    let words = &sentence.words;
    let marks: Vec<usize> = tongue
        .until
        .iter()
        .flat_map(|mark| mark.places(sentence))
        .filter_map(|mark| mark.last().copied())
        .collect();
    let is_behind = |at: usize| marks.iter().any(|mark| *mark < at && at - *mark <= UNTIL_WORDS_MAX);
    let latest = mailed.checked_add_days(Days::new(PUT_OFF_DAYS_MAX));
    let mut later: Vec<NaiveDate> = (0..words.len())
        .filter(|at| is_behind(*at))
        .filter_map(|at| {
            let words = words.get(at..)?;
            in_figures(words, tongue).or_else(|| in_words(words, tongue, mailed))
        })
        .filter(|day| *day > mailed && latest.is_some_and(|latest| *day <= latest))
        .collect();
    later.sort_unstable();
    later.dedup();
    match later.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Returns the day on which a period that a sentence names ends, counted from the mail.
pub fn after_period(sentence: &Sentence, tongue: &Tongue, mailed: NaiveDate) -> Option<NaiveDate> {
    let words = &sentence.words;
    let mut periods: Vec<u64> = words
        .windows(2)
        .filter_map(|pair| {
            let [count, unit] = pair else { return None };
            let (_, days) = tongue.units.iter().find(|(name, _)| *name == unit.folded)?;
            let count = amount(&count.folded, tongue)?;
            // Hours that are begun are a day.
            if *days == 0 { Some(count.div_ceil(24)) } else { count.checked_mul(*days) }
        })
        .collect();
    periods.sort_unstable();
    periods.dedup();
    match periods.as_slice() {
        [one] if *one <= PERIOD_DAYS_MAX => mailed.checked_add_days(Days::new(*one)),
        _ => None,
    }
}

fn amount(word: &str, tongue: &Tongue) -> Option<u64> {
    word.parse()
        .ok()
        .or_else(|| tongue.numbers.iter().find(|(name, _)| name == word).map(|(_, number)| *number))
}

/// `2027-01-15`, `15.01.2027`, `15/1/2027`.
fn in_figures(words: &[Word], tongue: &Tongue) -> Option<NaiveDate> {
    let [first, second, third, ..] = words else { return None };
    let mark = second.before.as_str();
    if mark != third.before || !matches!(mark, "-" | "/" | "." | ". ") {
        return None;
    }
    let (one, two, three) = (number(first)?, number(second)?, number(third)?);
    match (first.folded.len(), third.folded.len()) {
        (4, 1..=2) => NaiveDate::from_ymd_opt(i32::try_from(one).ok()?, two, three),
        (1..=2, 4) => {
            // English is written in both orders.
            let is_clear = tongue.language != "en" || one > 12 || one == two;
            let year = i32::try_from(three).ok()?;
            is_clear.then(|| NaiveDate::from_ymd_opt(year, two, one))?
        }
        _ => None,
    }
}

/// `15 janvier 2027`, `1er mars`, `15 de enero de 2027`, `January 15th, 2027`. Without a year the next such day.
fn in_words(words: &[Word], tongue: &Tongue, mailed: NaiveDate) -> Option<NaiveDate> {
    let first = words.first()?;
    let (day, month, rest) = if let Some(month) = month(first, tongue) {
        (day_of_month(words.get(1)?)?, month, words.get(2..))
    } else {
        let day = day_of_month(first)?;
        let skipped = 1 + usize::from(words.get(1).is_some_and(is_joining));
        (day, month(words.get(skipped)?, tongue)?, words.get(skipped + 1..))
    };
    let rest = rest.unwrap_or_default();
    let year =
        rest.iter().find(|word| !is_joining(word)).filter(|word| word.folded.len() == 4).and_then(number);
    match year {
        Some(year) => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day),
        None => [mailed.year(), mailed.year() + 1]
            .into_iter()
            .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
            .find(|day| *day >= mailed),
    }
}

fn number(word: &Word) -> Option<u32> {
    word.folded.parse().ok()
}

fn month(word: &Word, tongue: &Tongue) -> Option<u32> {
    tongue.months.iter().find(|(name, _)| *name == word.folded).map(|(_, number)| *number)
}

/// A day with or without the ending of an ordinal number: `1er`, `15th`, `2o`.
fn day_of_month(word: &Word) -> Option<u32> {
    let digits: String = word.folded.chars().take_while(char::is_ascii_digit).collect();
    let ending = word.folded.get(digits.len()..)?;
    let is_plain = ["", "er", "e", "st", "nd", "rd", "th", "o", "a", "ste", "de"].contains(&ending);
    digits.parse().ok().filter(|day| is_plain && (1..=31).contains(day))
}

/// Words between day, month and year.
fn is_joining(word: &Word) -> bool {
    matches!(word.folded.as_str(), "de" | "del" | "of" | "r" | "do")
}

//! Period: how long a sentence says data are kept.
//!
//! In: a sentence of a letter. Out: the longest period it names, in days, so that nothing is called older than stated that a
//! second period in the same sentence may cover; none where one of its periods is not understood. A month has 31 days and a
//! year 366: never shorter than the calendar's.
//!
//! Not here: what numbers in words are worth (`number`), and from when a period is counted (`rule`).

use super::number::{is_number, joins, value};
use crate::import::fold::fold;

/// Words for units, folded, with their days.
const UNITS: [(&str, u32); 44] = [
    ("day", 1),
    ("days", 1),
    ("jour", 1),
    ("jours", 1),
    ("tag", 1),
    ("tage", 1),
    ("tagen", 1),
    ("dia", 1),
    ("dias", 1),
    ("giorno", 1),
    ("giorni", 1),
    ("dag", 1),
    ("dagen", 1),
    ("week", 7),
    ("weeks", 7),
    ("semaine", 7),
    ("semaines", 7),
    ("woche", 7),
    ("wochen", 7),
    ("semana", 7),
    ("semanas", 7),
    ("settimana", 7),
    ("settimane", 7),
    ("weken", 7),
    ("month", 31),
    ("months", 31),
    ("mois", 31),
    ("monat", 31),
    ("monate", 31),
    ("monaten", 31),
    ("mes", 31),
    ("meses", 31),
    ("mese", 31),
    ("mesi", 31),
    ("maand", 31),
    ("maanden", 31),
    ("year", 366),
    ("years", 366),
    ("an", 366),
    ("ans", 366),
    ("jahr", 366),
    ("jahre", 366),
    ("jahren", 366),
    ("jaar", 366),
];

/// Units that need an accent or stand in one language only beside those.
const MORE_YEARS: [&str; 7] = ["annee", "annees", "ano", "anos", "anno", "anni", "jaren"];

/// Days above which nobody means a period: a year of the calendar stands before the unit.
const PERIOD_DAYS_MAX: u32 = 36_600;

/// Words by which half a unit more is meant, folded: `un an et demi`.
const HALVES: [&str; 12] = [
    "half",
    "demi",
    "demie",
    "halb",
    "halbes",
    "anderthalb",
    "eineinhalb",
    "medio",
    "mezzo",
    "halve",
    "halfjaar",
    "anderhalf",
];

/// Returns the longest period a sentence names, in days; none where it names none, or one that is not understood.
pub fn longest_period(sentence: &str) -> Option<u32> {
    let folded = fold(sentence);
    let words: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.iter().any(|word| HALVES.contains(word)) {
        return None;
    }
    let mut longest = None;
    // Where the period before ended, and how long it was: `five years and six months` are one.
    let mut before: Option<(usize, u32)> = None;
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if !is_number(word) {
            at += 1;
            continue;
        }
        let start = at;
        let number = number_at(&words, start);
        at = number.end;
        // `ten (10) years`, `24 full months`: the unit follows at once or after one word.
        let after =
            words.get(number.end..).unwrap_or_default().iter().take(2).position(|word| days(word).is_some());
        let Some(skipped) = after else { continue };
        let unit = words.get(number.end + skipped).and_then(|word| days(word))?;
        let mut period =
            number.value?.checked_mul(unit).filter(|days| (1..=PERIOD_DAYS_MAX).contains(days))?;
        at = number.end + skipped + 1;
        if let Some((_, shorter)) = before.filter(|(end, _)| follows(&words, *end, start)) {
            period = period.checked_add(shorter)?;
        }
        before = Some((at, period));
        longest = longest.max(Some(period));
    }
    longest
}

/// Whether nothing but a word that joins stands between the end of one period and the start of the next.
fn follows(words: &[&str], end: usize, start: usize) -> bool {
    match words.get(end..start) {
        Some([]) => true,
        Some([word]) => joins(word) || *word == "e",
        Some(_) | None => false,
    }
}

/// A number that begins at a word.
struct Number {
    end: usize,
    value: Option<u32>,
}

/// Reads all that is a number from a word on: a number word directly before another belongs to it.
fn number_at(words: &[&str], start: usize) -> Number {
    let is_part = |at: usize| words.get(at).is_some_and(|word| is_number(word));
    let mut end = start;
    while is_part(end) || end > start && words.get(end).is_some_and(|word| joins(word)) && is_part(end + 1) {
        end += 1;
    }
    Number { end, value: words.get(start..end).and_then(value) }
}

fn days(word: &str) -> Option<u32> {
    let known = UNITS.iter().find(|(known, _)| *known == word).map(|(_, days)| *days);
    known.or_else(|| MORE_YEARS.contains(&word).then_some(366))
}

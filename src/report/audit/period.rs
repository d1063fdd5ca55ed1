//! Period: how long a sentence says data are kept.
//!
//! In: a sentence of a letter. Out: the longest period it names, in days, so that nothing is called older than stated that a
//! second period in the same sentence may cover. A month has 31 days and a year 366: never shorter than the calendar's.
//!
//! Not here: from when a period is counted, which letters seldom say and the report asks.

use crate::import::fold::fold;

/// Words for numbers, folded, in the languages of letters.
const NUMBERS: [(&str, u32); 68] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twelve", 12),
    ("thirteen", 13),
    ("fifteen", 15),
    ("eighteen", 18),
    ("thirty", 30),
    ("un", 1),
    ("une", 1),
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("sept", 7),
    ("huit", 8),
    ("neuf", 9),
    ("dix", 10),
    ("douze", 12),
    ("treize", 13),
    ("quinze", 15),
    ("trente", 30),
    ("ein", 1),
    ("einen", 1),
    ("zwei", 2),
    ("drei", 3),
    ("vier", 4),
    ("funf", 5),
    ("sechs", 6),
    ("sieben", 7),
    ("acht", 8),
    ("neun", 9),
    ("zehn", 10),
    ("zwolf", 12),
    ("uno", 1),
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("siete", 7),
    ("ocho", 8),
    ("diez", 10),
    ("doce", 12),
    ("due", 2),
    ("tre", 3),
    ("quattro", 4),
    ("cinque", 5),
    ("sei", 6),
    ("sette", 7),
    ("otto", 8),
    ("dieci", 10),
    ("dodici", 12),
    ("een", 1),
    ("twee", 2),
    ("drie", 3),
    ("vijf", 5),
    ("zes", 6),
    ("zeven", 7),
    ("tien", 10),
    ("twaalf", 12),
];

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
const MORE_YEARS: [&str; 6] = ["annee", "annees", "ano", "anos", "anno", "anni"];

/// Returns the longest period a sentence names, in days.
pub fn longest_period(sentence: &str) -> Option<u32> {
    let folded = fold(sentence);
    let words: Vec<&str> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let period = |(at, word): (usize, &&str)| {
        let number = number(word)?;
        // `ten (10) years`, `24 full months`: the unit follows at once or after one word.
        let unit = words.get(at + 1..).unwrap_or_default().iter().take(2).find_map(|word| days(word))?;
        number.checked_mul(unit)
    };
    words.iter().enumerate().filter_map(period).max()
}

fn number(word: &str) -> Option<u32> {
    let written = NUMBERS.iter().find(|(known, _)| *known == word).map(|(_, number)| *number);
    written.or_else(|| word.parse().ok()).filter(|number| (1..=400).contains(number))
}

fn days(word: &str) -> Option<u32> {
    let known = UNITS.iter().find(|(known, _)| *known == word).map(|(_, days)| *days);
    known.or_else(|| MORE_YEARS.contains(&word).then_some(366))
}

//! Code: what the company wrote and did not explain.
//!
//! In: texts of an answer. Out: whether a text is a code (`in_market_0231`, `SEG-B7`) or the label of a segment rather than words,
//! whether it can be a place at all, and which columns hold nothing but codes. Where the answer explains none of it, the report says so: Art. 12(1) asks for intelligible form, and a person
//! may ask what a code means. So it is with the names that a program has for things (`PASSWORD_RESET`), where a column holds no others.
//!
//! Not here: numbers, dates, addresses, identifiers, names of countries and currencies, and words in capitals
//! (`SINGLE_PLACE`), which a reader can at least look up.

use std::collections::{BTreeSet, HashMap};

use super::model::Unexplained;
use crate::import::totals::Sample;

/// Letters of a code; what is longer is a token.
const LETTERS_MAX: usize = 40;

/// Letters of a part that mixes letters and digits and is an identifier rather than a code.
const IDENTIFIER_MIN: usize = 8;

/// Tells whether a text is a code rather than words.
pub(super) fn is_code(text: &str) -> bool {
    let text = text.trim();
    let length = text.chars().count();
    let usual = |letter: char| letter.is_ascii_alphanumeric() || "_-.:/#|".contains(letter);
    if !(2..=LETTERS_MAX).contains(&length) || !text.chars().all(usual) {
        return false;
    }
    let letters = text.chars().filter(char::is_ascii_alphabetic).count();
    let is_token = length >= 16 && text.chars().all(|letter| letter.is_ascii_hexdigit() || letter == '-');
    let is_address = text.contains("://") || text.starts_with("www.");
    if letters == 0 || is_token || is_address || is_moment(text) {
        return false;
    }
    let parts = || text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|part| !part.is_empty());
    let is_joined = text.contains(['_', '|', '#']);
    let has = |wanted: fn(&char) -> bool| parts().any(|part| part.chars().all(|letter| wanted(&letter)));
    let is_numbered = is_joined && has(char::is_ascii_digit) && letters > 0;
    parts().any(is_mixed) || is_numbered
}

/// Tells whether a text is the label of a segment, `In-Market:Baby Products`: a group of the company's and what it put the person
/// into, joined by a colon without a space, which nobody writes in a sentence.
pub(super) fn is_segment(text: &str) -> bool {
    let text = text.trim();
    let letter = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let joined = |(group, member): (&str, &str)| {
        letter(group.chars().next()) && letter(group.chars().last()) && letter(member.chars().next())
    };
    !text.contains("://") && !text.contains('\n') && text.split_once(':').is_some_and(joined)
}

/// Tells whether a text is a name that a program has for something, `PASSWORD_RESET`: words joined by low lines, no token, and
/// longer than the name of a language (`fr_FR`).
fn is_label(text: &str) -> bool {
    const LABEL_MIN: usize = 8;
    const LABEL_MAX: usize = 80;
    let usual = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
    let parts = || text.split(['_', '-']).filter(|part| !part.is_empty());
    let is_word = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphabetic());
    (LABEL_MIN..=LABEL_MAX).contains(&text.len())
        && text.contains('_')
        && text.chars().all(usual)
        && parts().all(|part| is_word(part) || part.len() <= 3)
        && parts().filter(|part| is_word(part) && part.len() > 2).count() > 1
}

/// The words in a name that only a program uses, `PASSWORD_RESET` or `browseTitles`, or nothing where it is no such name.
pub(super) fn readable(text: &str) -> Option<String> {
    let text = text.trim();
    let is_word = |part: &str| part.len() > 1 && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    if text.len() > LETTERS_MAX {
        return None;
    }
    if is_label(text) {
        let words: Vec<&str> = text.split(['_', '-']).filter(|part| !part.is_empty()).collect();
        return Some(words.join(" ").to_lowercase());
    }
    let begins_small = text.starts_with(|letter: char| letter.is_ascii_lowercase());
    let mut words: Vec<String> = Vec::new();
    for letter in text.chars().filter(|_| begins_small && is_word(text)) {
        match words.last_mut() {
            Some(word) if letter.is_ascii_lowercase() => word.push(letter),
            Some(_) | None => words.push(letter.to_ascii_lowercase().to_string()),
        }
    }
    (words.len() > 1 && words.iter().all(|word| word.len() > 2)).then(|| words.join(" "))
}

/// Tells whether a text can be where somebody was: no identifier, no address on the internet, no path inside a file.
pub(super) fn may_be_place(text: &str) -> bool {
    let text = text.trim();
    let is_token = text.len() >= 16
        && text.chars().all(|letter| letter.is_ascii_hexdigit() || letter == '-')
        && text.contains(|letter: char| letter.is_ascii_alphabetic());
    let is_path = text.starts_with('/') && !text.contains(' ');
    !is_token && !is_path && !text.contains("://")
}

/// `2024-01-31T10:00Z`: letters that stand in a moment.
fn is_moment(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4
        && text.contains('-')
        && text.bytes().all(|byte| byte.is_ascii_digit() || b"-:.TZ+".contains(&byte))
}

/// `B7`, `x2y`: letters and digits together that are neither a word with a number (`iPhone12`), nor a number with its unit
/// (`15s`), nor as long as an identifier.
fn is_mixed(part: &str) -> bool {
    let letters = part.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let unit = part.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_word = letters.len() >= 3 && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    let is_amount =
        unit.len() < part.len() && unit.len() <= 2 && unit.bytes().all(|byte| byte.is_ascii_alphabetic());
    let has_both =
        part.bytes().any(|byte| byte.is_ascii_digit()) && part.bytes().any(|byte| byte.is_ascii_alphabetic());
    has_both && part.len() < IDENTIFIER_MIN && !is_word && !is_amount
}

/// What makes two spellings one place: the case says nothing, and the code of a country says as much with its name behind it.
pub(super) fn place_key(text: &str) -> String {
    let folded = text.trim().to_lowercase();
    let code = folded.split_once(" (").filter(|(code, name)| code.len() == 2 && name.ends_with(')'));
    code.map_or(folded.clone(), |(code, _)| code.to_owned())
}

/// Finds the columns of samples that hold nothing but codes, and the same ones again: a column of which every row has another is one of
/// identifiers.
pub(super) fn unexplained(samples: &[Sample]) -> Vec<Unexplained> {
    let mut columns: Vec<((&str, &str), Vec<&str>)> = Vec::new();
    let mut known: HashMap<(&str, &str), usize> = HashMap::new();
    for sample in samples {
        for (name, value) in &sample.fields {
            let column = (sample.place.file.as_str(), name.as_str());
            let number = *known.entry(column).or_insert(columns.len());
            if number == columns.len() {
                columns.push((column, Vec::new()));
            }
            let value = value.trim();
            let cells = columns.get_mut(number).filter(|_| !value.is_empty());
            cells.into_iter().for_each(|(_, values)| values.push(value));
        }
    }
    let is_unexplained = |(_, values): &((&str, &str), Vec<&str>)| {
        let distinct: BTreeSet<&str> = values.iter().copied().collect();
        let are_codes = distinct.len() * 2 <= values.len() && values.iter().all(|value| is_code(value));
        // Among names of several words some have one (`LOGIN`).
        let labels = values.iter().filter(|value| is_label(value)).count();
        values.len() > 1 && (are_codes || labels * 5 >= values.len() * 4)
    };
    let found = columns.into_iter().filter(is_unexplained);
    found
        .map(|((file, column), _)| Unexplained { file: file.to_owned(), column: column.to_owned() })
        .collect()
}

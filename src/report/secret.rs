//! Secret: what names somebody, recognised in whatever form it is written.
//!
//! In: the profile, and a report whose lists and rows are about people. Out: whether a text may stand in a copy that is handed
//! on. Forms that are seen through: case and accents, other separators or none, letters one by one, backwards, base64, base64
//! for addresses, hexadecimal, percent-encoding, numbers with or without the country. A token made for machines, and a number
//! as long as a telephone's, may not stand whatever it is.
//!
//! Not here: what is put in its place (`pseudonym`).

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use base64::alphabet;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::model::Report;
use crate::import::Told;
use crate::import::fold::fold;
use crate::import::totals::{SAMPLES_MAX, Sample};
use crate::law::category::Category;

/// Letters of a text that may stand.
const LETTERS_MAX: usize = 80;

/// Digits in a row that may stand: a year, not a number of somebody.
const DIGITS_MAX: usize = 4;

/// Digits of a number written with separators that may stand: two years, not a telephone.
const DIGITS_SPACED_MAX: usize = 8;

/// Letters of a word that may stand; what is longer is a token.
const WORD_LETTERS_MAX: usize = 24;

/// Letters of a secret: shorter words are everybody's.
const SECRET_LETTERS_MIN: usize = 3;

/// Letters from which a secret is also looked for inside of other words.
const WITHIN_MIN: usize = 5;

/// Digits of a secret number that are compared: what stands before them (country, zero) is written in many ways.
const NUMBER_DIGITS: usize = 8;

/// Digits from which a number names somebody.
const NUMBER_DIGITS_MIN: usize = 6;

/// Letters of a text that may hide another: three bytes are four letters of base64.
const ENCODED_MIN: usize = 4;

/// What names the person and others.
pub(super) struct Secrets {
    words: BTreeSet<String>,
    numbers: BTreeSet<String>,
    /// Whole names, however short.
    names: BTreeSet<String>,
}

impl Secrets {
    /// Gathers the words and numbers of the profile, of every value in the categories and lists about people, and of every
    /// column that names somebody or says how to reach them, whatever its row is about.
    pub(super) fn of(report: &Report, known: &[String]) -> Self {
        let told = told(report);
        let names: BTreeSet<String> =
            told.iter().filter(|told| told.names_somebody).map(|told| fold(told.text)).collect();
        let listed = listed_names(report, &names);
        let values = told.iter().map(|told| told.text).chain(listed.iter().copied());
        let entries = report.traces.lists().into_iter().chain([&report.sensitive.profiles]);
        let entries = entries.flat_map(|list| &list.entries);
        let entries = entries.map(|entry| entry.text.as_str());
        let texts: Vec<&str> = known.iter().map(String::as_str).chain(values).chain(entries).collect();
        let own: BTreeSet<String> = [&report.company, &report.controller]
            .into_iter()
            .flatten()
            .flat_map(|name| plain_words(name))
            .collect();
        let mut words: BTreeSet<String> = texts.iter().flat_map(|text| plain_words(text)).collect();
        words.retain(|word| word.chars().count() >= SECRET_LETTERS_MIN && !own.contains(word));
        let numbers = texts.iter().flat_map(|text| spaced_numbers(text));
        let numbers = numbers.filter(|number| number.len() >= NUMBER_DIGITS_MIN);
        Self { words, numbers: numbers.map(|number| end_of(&number).to_owned()).collect(), names }
    }

    /// Tells whether a text is plain words and names nobody.
    pub(super) fn may_stand(&self, text: &str) -> bool {
        let usual = |letter: char| letter.is_alphanumeric() || " '’-_&.,:()/+%>".contains(letter);
        let digits = text.split(|letter: char| !letter.is_ascii_digit()).map(str::len).max().unwrap_or(0);
        let spaced = spaced_numbers(text).iter().map(String::len).max().unwrap_or(0);
        let mut tokens = text.split([' ', '_', '-', '/', '.']);
        text.chars().count() <= LETTERS_MAX
            && text.chars().all(usual)
            && digits <= DIGITS_MAX
            && spaced <= DIGITS_SPACED_MAX
            && tokens.all(|token| token.chars().count() <= WORD_LETTERS_MAX && !is_made_for_machines(token))
            && !is_percent_encoded(text)
            && !self.names_somebody(text)
    }

    /// Tells whether a text names somebody, written plainly or packed once.
    fn names_somebody(&self, text: &str) -> bool {
        self.names.contains(&fold(text.trim()))
            || self.names_plainly(text)
            || unpacked(text).iter().any(|inner| self.names_plainly(inner))
    }

    fn names_plainly(&self, text: &str) -> bool {
        let words: Vec<String> = plain_words(text).collect();
        let joined = words.concat();
        let reversed: String = joined.chars().rev().collect();
        self.is_spelled(&words)
            || self
                .words
                .iter()
                .filter(|secret| secret.len() >= WITHIN_MIN)
                .any(|secret| joined.contains(secret.as_str()) || reversed.contains(secret.as_str()))
            || spaced_numbers(text)
                .iter()
                .any(|number| self.numbers.iter().any(|secret| number.contains(secret.as_str())))
    }

    /// Tells whether words, or several of them in a row taken together, are a secret: `Zoe`, `z. o. e.`.
    fn is_spelled(&self, words: &[String]) -> bool {
        let longest = self.words.iter().map(String::len).max().unwrap_or(0);
        (0..words.len()).any(|first| {
            let mut together = String::new();
            words.iter().skip(first).any(|word| {
                together.push_str(word);
                together.len() <= longest && self.words.contains(&together)
            })
        })
    }
}

/// A value of a row that may name somebody.
struct ToldOf<'r> {
    text: &'r str,
    names_somebody: bool,
}

/// Gathers what the kept rows tell of people. In the categories about people that is all but what the company concluded.
fn told(report: &Report) -> Vec<ToldOf<'_>> {
    let reader = Told::default();
    let mut all = Vec::new();
    for holding in &report.holdings {
        for Sample { place, fields, .. } in &holding.rows {
            let (of_people, of_company) = reader.apart(place, fields);
            let rest = fields.iter().map(|(_, value)| value.as_str());
            let rest =
                rest.filter(|value| is_about_people(holding.category) && !of_company.contains(&value.trim()));
            all.extend(rest.map(|text| ToldOf { text, names_somebody: false }));
            all.extend(of_people.into_iter().map(|text| ToldOf { text, names_somebody: true }));
        }
    }
    all
}

/// Gathers the entries of lists that come of columns of names: where most of what is listed of a file are names of its kept
/// rows, what is listed of the others is too.
fn listed_names<'r>(report: &'r Report, names: &BTreeSet<String>) -> Vec<&'r str> {
    let lists = [&report.conclusions, &report.sharing.recipients, &report.sharing.sources];
    let mut found = Vec::new();
    for list in lists {
        let mut by_file: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for entry in &list.entries {
            by_file.entry(&entry.place.file).or_default().push(&entry.text);
        }
        for texts in by_file.into_values() {
            let named = texts.iter().filter(|text| names.contains(&fold(text))).count();
            if named * 2 > texts.len().min(SAMPLES_MAX) {
                found.extend(texts);
            }
        }
    }
    found
}

/// Tells whether the values of a category are about who somebody is.
pub(super) fn is_about_people(category: Category) -> bool {
    matches!(
        category,
        Category::Identity | Category::Contact | Category::Address | Category::Others | Category::Identifiers
    )
}

/// Tells whether a date in a category may be that of a birth: where it says who somebody is, and on the rows of a card or an account, which
/// hold that too.
pub(super) fn may_hold_birth(category: Category) -> bool {
    is_about_people(category) || category.says_who() || category == Category::Loyalty
}

fn plain_words(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text);
    let words: Vec<String> = folded
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.into_iter()
}

/// The numbers of a text, each without what people put between its digits.
fn spaced_numbers(text: &str) -> Vec<String> {
    let between = |letter: char| " .-/()+\u{a0}\u{202f}".contains(letter);
    let parts = text.split(|letter: char| !letter.is_ascii_digit() && !between(letter));
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>();
    parts.map(digits).filter(|number| !number.is_empty()).collect()
}

fn end_of(number: &str) -> &str {
    number.get(number.len().saturating_sub(NUMBER_DIGITS)..).unwrap_or(number)
}

/// Tells whether letters and digits are mixed as only machines mix them: `Y2FtaWxs`, `63616d69`.
fn is_made_for_machines(token: &str) -> bool {
    const LETTERS_MIN: usize = 8;
    const CHANGES_MIN: usize = 2;
    let letters: Vec<char> = token.chars().collect();
    let changes = letters
        .windows(2)
        .filter(|two| matches!(two, [one, other] if one.is_ascii_digit() != other.is_ascii_digit()));
    letters.len() >= LETTERS_MIN && changes.count() >= CHANGES_MIN
}

fn is_percent_encoded(text: &str) -> bool {
    text.as_bytes().windows(3).any(
        |three| matches!(three, [b'%', high, low] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit()),
    )
}

/// What the tokens of a text say when they are taken for base64 or hexadecimal, as far as that is text.
fn unpacked(text: &str) -> Vec<String> {
    let lenient = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let engines =
        [alphabet::STANDARD, alphabet::URL_SAFE].map(|alphabet| GeneralPurpose::new(&alphabet, lenient));
    let is_packing = |letter: char| letter.is_ascii_alphanumeric() || "+/-_=".contains(letter);
    let mut found = Vec::new();
    for token in text.split(|letter| !is_packing(letter)).filter(|token| token.len() >= ENCODED_MIN) {
        // What is cut out of something longer may begin anywhere in its group of four.
        let cuts = (0..4).filter_map(|cut| token.get(cut..));
        let decoded =
            cuts.flat_map(|part| engines.iter().filter_map(move |engine| engine.decode(whole(part)).ok()));
        let texts = decoded.chain(hexadecimal(token)).filter_map(|bytes| String::from_utf8(bytes).ok());
        // What was no packing becomes noise.
        found.extend(texts.filter(|text| !text.chars().any(char::is_control)));
    }
    found
}

/// A token without a last letter that completes no byte.
fn whole(token: &str) -> &str {
    let token = token.trim_end_matches('=');
    if token.len() % 4 == 1 { token.get(..token.len() - 1).unwrap_or(token) } else { token }
}

fn hexadecimal(token: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = token
        .chars()
        .map(|digit| digit.to_digit(16))
        .map(|digit| u8::try_from(digit?).ok())
        .collect::<Option<_>>()?;
    Some(digits.chunks_exact(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit)).collect())
}

//! Again: what identified somebody or an order in the earlier answer and stands in other records of the later one.
//!
//! In: the values of records that are only in one answer. Out: those of records that vanished which stand in records that
//! appeared, of whatever category and in whatever file: an address of mail on a list of people not to be served, the number of
//! an order on an invoice. A record that is in both answers says so by itself.
//!
//! What identifies: an address of mail, a telephone number, an account, a card; the number of an order, a customer, an invoice;
//! the name of a person; where somebody lives. Not the code of a product, a first name in a text, a city, a day or an amount.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::reading::{Leftover, Leftovers, half, mark_over};
use crate::finding::Place;
use crate::import::fold::words;
use crate::import::naming::{self, Naming};
use crate::import::record::Record;
use crate::law::category::Category;
use crate::law::retention::{Reason, reasons};

/// Values that are shown.
pub const SHOWN_MAX: usize = 100;

/// Values of one member whose text is kept.
const TOLD_MAX: usize = 1_000;

/// Letters of a text that is looked through for values.
const LETTERS_MAX: usize = 500;

/// Words of a name that stands in a column of anything.
const NAME_WORDS_MIN: usize = 2;

/// Letters of a name.
const NAME_LETTERS_MIN: usize = 3;

/// Letters and digits of a number that is recognised wherever it stands, and of one without letters.
const NUMBER_MIN: usize = 4;
const DIGITS_MIN: usize = 6;

/// Letters of a street with the number of a house.
const STREET_LETTERS_MIN: usize = 8;

/// A value with the column it stands in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told<'r> {
    pub(super) naming: Option<Naming>,
    pub(super) column: u64,
    pub(super) value: &'r str,
}

/// What records that are only in the earlier answer know somebody or an order by.
#[derive(Debug, Default)]
pub struct Known(Vec<u64>);

impl Known {
    /// Gathers what is left over of the earlier answer.
    pub fn of(earlier: &[Leftovers<'_>]) -> Self {
        let left = earlier.iter().flat_map(|leftovers| &leftovers.left);
        let mut known: Vec<u64> = left.flat_map(|left| left.identifying.iter().copied()).collect();
        known.sort_unstable();
        known.dedup();
        Self(known)
    }

    fn has(&self, value: u64) -> bool {
        self.0.binary_search(&value).is_ok()
    }
}

/// A value of the earlier answer that stands in a record of the later one.
#[derive(Debug)]
pub(super) struct Hit {
    known: u64,
    /// How it is written there, and where, of the first.
    told: Option<Box<(String, Place)>>,
}

/// A value that comes again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComesAgain {
    /// The value, as the later answer writes it.
    pub value: String,
    /// The category of the record it stood in.
    pub before_category: Category,
    /// Where it stood, if that is one of the records that are shown.
    pub before: Option<Place>,
    /// The category of the records it stands in.
    pub category: Category,
    /// Where it stands, the first of them.
    pub after: Place,
    /// Records of that category it stands in.
    pub records: u64,
    /// Reasons that may be cited for keeping them; none means that none is known for this category.
    pub reasons: Vec<&'static Reason>,
}

/// What of the records that vanished stands in those that appeared.
#[derive(Debug, Default)]
pub struct Again {
    /// Values, each counted once for each category it stands in.
    pub(super) values: u64,
    /// The first of them.
    pub(super) shown: Vec<ComesAgain>,
    /// From which category to which.
    pub(super) moved: Vec<(Category, Category)>,
}

impl Again {
    /// Finds what comes again.
    pub(super) fn of(vanished: &[Option<Leftover>], appeared: &[Option<Leftover>]) -> Self {
        let mut owners: HashMap<u64, &Leftover> = HashMap::new();
        let appeared: Vec<&Leftover> =
            appeared.iter().flatten().filter(|left| !left.hits.is_empty()).collect();
        if appeared.is_empty() {
            return Self::default();
        }
        for left in vanished.iter().flatten() {
            for known in &left.identifying {
                owners.entry(*known).or_insert(left);
            }
        }
        let mut found: BTreeMap<(u64, Category), u64> = BTreeMap::new();
        let mut again = Self::default();
        for left in appeared {
            for hit in &left.hits {
                let Some(owner) = owners.get(&hit.known) else { continue };
                let count = found.entry((hit.known, left.category)).or_default();
                *count += 1;
                if *count > 1 {
                    continue;
                }
                let moved = (owner.category, left.category);
                if !again.moved.contains(&moved) {
                    again.moved.push(moved);
                }
                if let Some(told) = hit.told.as_ref().filter(|_| again.shown.len() < SHOWN_MAX) {
                    let (value, after) = told.as_ref().clone();
                    again.shown.push(ComesAgain {
                        value,
                        before_category: owner.category,
                        before: owner.shown.as_ref().map(|shown| shown.sample.place.clone()),
                        category: left.category,
                        after,
                        records: hit.known,
                        reasons: Vec::new(),
                    });
                }
            }
        }
        // Until the records of each are counted, its number stands for the value.
        for shown in &mut again.shown {
            shown.records = found.get(&(shown.records, shown.category)).copied().unwrap_or_default();
        }
        again.values = found.len() as u64;
        again
    }

    /// Says what may be cited for keeping them.
    pub(super) fn with_reasons(mut self, country: Option<&str>) -> Self {
        self.shown.iter_mut().for_each(|shown| shown.reasons = reasons(shown.category, country));
        self
    }
}

/// Returns what a record of the earlier answer knows somebody or an order by.
pub(super) fn identifying<'r>(values: impl Iterator<Item = Told<'r>>, category: Category) -> Box<[u64]> {
    let mut found = Vec::new();
    for told in values {
        if let Some(reached) = naming::reached(told.value) {
            found.push(of_all("reached", &reached));
            continue;
        }
        match told.naming {
            Some(Naming::Order | Naming::Number) => {
                let number = plain(told.value);
                found.extend(is_distinctive(&number).then(|| of_all("number", &number)));
                found.extend((number.len() > 1).then(|| of_column(told.column, &number)));
            }
            Some(Naming::Person) => found.extend(named(told.value)),
            Some(Naming::Name) if is_about_people(category) => found.extend(named(told.value)),
            Some(Naming::Address) if is_street(told.value) => found.extend(named(told.value)),
            Some(Naming::Code | Naming::Name | Naming::Address) | None => {}
        }
    }
    found.sort_unstable();
    found.dedup();
    found.into()
}

/// Returns what of the earlier answer stands in a record of the later one.
pub(super) fn hits<'r>(
    values: impl Iterator<Item = Told<'r>>,
    record: &Record<'_>,
    known: &Known,
    told_before: &mut usize,
) -> Box<[Hit]> {
    let mut found: Vec<Hit> = Vec::new();
    if known.0.is_empty() {
        return Box::default();
    }
    for told in values {
        for (value, text) in looked_for(told, record.category) {
            if !known.has(value) || found.iter().any(|hit| hit.known == value) {
                continue;
            }
            *told_before += 1;
            let is_told = *told_before <= TOLD_MAX;
            let place = || record.place.as_ref().clone();
            found.push(Hit { known: value, told: is_told.then(|| Box::new((text.to_owned(), place()))) });
            // What is recognised by its column is the same value.
            break;
        }
    }
    found.into()
}

/// Everything a value of the later answer may be in the earlier one, the value itself first, then parts of a text.
fn looked_for(told: Told<'_>, category: Category) -> Vec<(u64, &str)> {
    let value = told.value.trim();
    let mut all = Vec::new();
    if value.chars().count() > LETTERS_MAX {
        return all;
    }
    all.extend(naming::reached(value).map(|reached| (of_all("reached", &reached), value)));
    let number = plain(value);
    let is_number = value.chars().all(|letter| letter.is_alphanumeric() || " -_/#".contains(letter));
    if is_number && is_distinctive(&number) {
        all.push((of_all("number", &number), value));
    }
    if matches!(told.naming, Some(Naming::Order | Naming::Number)) {
        all.push((of_column(told.column, &number), value));
    }
    let is_named = matches!(told.naming, Some(Naming::Person | Naming::Address))
        || told.naming == Some(Naming::Name) && is_about_people(category)
        || words(value).split_whitespace().count() >= NAME_WORDS_MIN;
    all.extend(named(value).filter(|_| is_named).map(|name| (name, value)));
    if value.contains(char::is_whitespace) || value.contains(['<', ':', ',', ';', '(']) {
        let between = |letter: char| letter.is_whitespace() || "<>()[],;:\"'".contains(letter);
        for part in value.split(between).map(|part| part.trim_matches(['.', '!', '?'])) {
            if part.contains('@') {
                all.extend(naming::reached(part).map(|reached| (of_all("reached", &reached), part)));
            }
            let number = plain(part);
            if is_distinctive(&number) && part.len() == number.len() {
                all.push((of_all("number", &number), part));
            }
        }
    }
    all
}

/// The letters and digits of a number.
fn plain(value: &str) -> String {
    let letters = value.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn is_distinctive(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    digits > 0 && number.len() >= NUMBER_MIN && (digits < number.len() || digits >= DIGITS_MIN)
}

/// The words of a name, in whatever order.
fn named(value: &str) -> Option<u64> {
    let spaced = words(value);
    let mut all: Vec<&str> = spaced.split_whitespace().collect();
    let letters = all.iter().flat_map(|word| word.chars()).filter(|letter| letter.is_alphabetic()).count();
    all.sort_unstable();
    (letters >= NAME_LETTERS_MIN).then(|| of_all("name", &all.join(" ")))
}

fn is_street(value: &str) -> bool {
    value.chars().count() >= STREET_LETTERS_MIN
        && value.contains(|letter: char| letter.is_ascii_digit())
        && value.contains(char::is_alphabetic)
}

fn is_about_people(category: Category) -> bool {
    category.says_who() || category == Category::Others
}

fn of_all(what: &str, value: &str) -> u64 {
    half(mark_over([what, value]))
}

fn of_column(column: u64, value: &str) -> u64 {
    half(mark_over(["column", &column.to_string(), value]))
}

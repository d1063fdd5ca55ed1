//! Again: what identified somebody or an order in the earlier answer and stands in other records of the later one.
//!
//! In: the values of records that are only in one answer. Out: those of records that vanished which stand in records that
//! appeared, of whatever category and in whatever file: an address of mail on a list of people not to be served, the number of
//! an order on an invoice. A record that is in both answers says so by itself.
//!
//! What identifies: an address of mail and its fingerprints (`fingerprints`), a telephone number, an account, a card; the number
//! of an order, a customer, an invoice; the name of a person; where somebody lives; and a thing of the same day and amount. Not the
//! code of a product, a first name in a text, a city, a day or an amount by themselves.
//!
//! A letter says to whom it is written, and who wrote it: that it holds somebody's name or address is no trace of data that were
//! kept. Such values are told apart from the others; the number of an order is none of them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use md5::Md5;
use serde::Serialize;
use sha1::Sha1;
use sha2::{Digest, Sha256};

use super::reading::{Leftover, Leftovers, half, mark_over};
use crate::finding::Place;
use crate::import::fold::words;
use crate::import::naming::{self, Naming};
use crate::import::record::{Precision, Record};
use crate::law::category::Category;
use crate::law::retention::{Reason, reasons};

/// Values that are shown.
pub const SHOWN_MAX: usize = 100;

/// Values of one member whose text is kept.
const TOLD_MAX: usize = 1_000;

/// Letters of a text that may be one value, and of one that is looked through for values.
const LETTERS_MAX: usize = 500;
const LOOKED_THROUGH_MAX: usize = 1 << 20;

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
pub struct Known {
    values: Vec<u64>,
    /// The letters of the later answer.
    letters: BTreeSet<String>,
}

impl Known {
    /// Gathers what is left over of the earlier answer; `letters` are the letters of the later one, by their paths.
    pub fn of(earlier: &[Leftovers<'_>], letters: BTreeSet<String>) -> Self {
        let left = earlier.iter().flat_map(|leftovers| &leftovers.left);
        let mut values: Vec<u64> = left.flat_map(|left| left.identifying.iter().copied()).collect();
        values.sort_unstable();
        values.dedup();
        Self { values, letters }
    }

    fn has(&self, value: u64) -> bool {
        self.values.binary_search(&value).is_ok()
    }
}

/// What a value tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tells {
    /// Who somebody is or how they are reached.
    Person,
    /// What they did.
    Thing,
}

/// A value of the earlier answer that stands in a record of the later one.
#[derive(Debug)]
pub(super) struct Hit {
    known: u64,
    /// Whether it stands where every letter to or from somebody has it.
    in_letter: bool,
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
    /// Letters that say to whom or by whom they are written.
    pub(super) letters: BTreeSet<String>,
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
        let mut shown: Vec<(u64, ComesAgain)> = Vec::new();
        let mut again = Self::default();
        for left in appeared {
            for hit in &left.hits {
                let Some(owner) = owners.get(&hit.known) else { continue };
                if hit.in_letter {
                    again.letters.extend(left.file.iter().map(ToString::to_string));
                    continue;
                }
                let count = found.entry((hit.known, left.category)).or_default();
                *count += 1;
                if *count > 1 {
                    continue;
                }
                let moved = (owner.category, left.category);
                if !again.moved.contains(&moved) {
                    again.moved.push(moved);
                }
                if let Some(told) = hit.told.as_ref().filter(|_| shown.len() < SHOWN_MAX) {
                    let (value, after) = told.as_ref().clone();
                    let again = ComesAgain {
                        value,
                        before_category: owner.category,
                        before: owner.shown.as_ref().map(|shown| shown.sample.place.clone()),
                        category: left.category,
                        after,
                        records: 0,
                        reasons: Vec::new(),
                    };
                    shown.push((hit.known, again));
                }
            }
        }
        let counted = |(known, shown): (u64, ComesAgain)| ComesAgain {
            records: found.get(&(known, shown.category)).copied().unwrap_or_default(),
            ..shown
        };
        again.shown = shown.into_iter().map(counted).collect();
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
pub(super) fn identifying<'r>(values: impl Iterator<Item = Told<'r>>, record: &Record<'_>) -> Box<[u64]> {
    let mut found: Vec<u64> = thing(record).into_iter().collect();
    for told in values {
        if let Some(reached) = naming::reached(told.value) {
            found.push(of_all("reached", &reached));
            found.extend(fingerprints(&reached).map(|print| of_all("reached", &print)));
            continue;
        }
        match told.naming {
            Some(naming @ (Naming::Order | Naming::Number)) => {
                let number = plain(told.value);
                let what = if naming == Naming::Order { "order" } else { "number" };
                found.extend(is_distinctive(&number).then(|| of_all(what, &number)));
                found.extend((number.len() > 1).then(|| of_column(told.column, &number)));
            }
            Some(Naming::Person) => found.extend(named(told.value)),
            Some(Naming::Name) if is_about_people(record.category) => found.extend(named(told.value)),
            Some(Naming::Address) if is_street(told.value) => found.extend(named(told.value)),
            Some(Naming::Code | Naming::Name | Naming::Address) | None => {}
        }
    }
    found.sort_unstable();
    found.dedup();
    found.into()
}

/// Returns what stands for an address of mail in lists that are handed out: its MD5, SHA-1 and SHA-256 in hexadecimal, of the
/// address in small letters and without spaces around it, as the networks that take such lists ask for it.
fn fingerprints(reached: &str) -> impl Iterator<Item = String> {
    fn hexadecimal<D: Digest>(text: &str) -> String {
        D::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
    }
    let address = reached.contains('@').then_some(reached);
    address
        .into_iter()
        .flat_map(|it| [hexadecimal::<Md5>(it), hexadecimal::<Sha1>(it), hexadecimal::<Sha256>(it)])
}

/// A thing of a day and an amount, which is the same one without any number.
fn thing(record: &Record<'_>) -> Option<u64> {
    let (title, when, amount) = (record.title.as_deref()?, record.when?, record.amount.as_ref()?);
    let day = when.date().to_string();
    let name = words(title);
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_day = when.precision >= Precision::Day && letters >= NAME_LETTERS_MIN;
    is_day.then(|| half(mark_over(["thing", &name, &day, &amount.value.normalize().to_string()])))
}

/// Returns what of the earlier answer stands in a record of the later one.
pub(super) fn hits<'r>(
    values: impl Iterator<Item = Told<'r>>,
    record: &Record<'_>,
    known: &Known,
    told_before: &mut usize,
) -> Box<[Hit]> {
    let mut found: Vec<Hit> = Vec::new();
    if known.values.is_empty() {
        return Box::default();
    }
    let is_letter = known.letters.contains(&record.place.file);
    let mut take = |(tells, value, text): (Tells, u64, &str)| {
        if !known.has(value) {
            return false;
        }
        if !found.iter().any(|hit| hit.known == value) {
            *told_before += 1;
            let is_told = *told_before <= TOLD_MAX;
            let place = || record.place.as_ref().clone();
            let told = is_told.then(|| Box::new((text.to_owned(), place())));
            found.push(Hit { known: value, in_letter: is_letter && tells == Tells::Person, told });
        }
        true
    };
    for told in values {
        // What is recognised as a whole is not looked through: it is the same value.
        let is_whole = as_whole(told, record.category).into_iter().any(&mut take);
        if !is_whole {
            in_text(told.value).for_each(|part| {
                take(part);
            });
        }
    }
    if let Some(value) = thing(record) {
        take((Tells::Thing, value, record.title.as_deref().unwrap_or_default().trim()));
    }
    found.into()
}

/// Everything a value of the later answer may be in the earlier one.
fn as_whole(told: Told<'_>, category: Category) -> Vec<(Tells, u64, &str)> {
    let value = told.value.trim();
    let mut all = Vec::new();
    if value.chars().count() > LETTERS_MAX {
        return all;
    }
    all.extend(naming::reached(value).map(|reached| (Tells::Person, of_all("reached", &reached), value)));
    let is_number = value.chars().all(|letter| letter.is_alphanumeric() || " -_/#".contains(letter));
    if is_number {
        all.extend(numbered(value));
    }
    let tells = match told.naming {
        Some(Naming::Order) => Some(Tells::Thing),
        Some(Naming::Number) => Some(Tells::Person),
        Some(Naming::Code | Naming::Person | Naming::Name | Naming::Address) | None => None,
    };
    all.extend(tells.map(|tells| (tells, of_column(told.column, &plain(value)), value)));
    let is_named = matches!(told.naming, Some(Naming::Person | Naming::Address))
        || told.naming == Some(Naming::Name) && is_about_people(category)
        || words(value).split_whitespace().count() >= NAME_WORDS_MIN;
    all.extend(named(value).filter(|_| is_named).map(|name| (Tells::Person, name, value)));
    all
}

/// Everything that the parts of a text may be in the earlier answer.
fn in_text(value: &str) -> impl Iterator<Item = (Tells, u64, &str)> {
    let is_text = value.len() <= LOOKED_THROUGH_MAX && value.contains(between);
    let parts = value.split(between).filter(move |_| is_text);
    parts.map(|part| part.trim_matches(['.', '!', '?', '#', '-'])).flat_map(|part| {
        let reached = part.contains('@').then(|| naming::reached(part)).flatten();
        let reached = reached.map(|reached| (Tells::Person, of_all("reached", &reached), part));
        let is_number = part.chars().all(|letter| letter.is_alphanumeric() || "-_/#".contains(letter));
        let numbers = if is_number { numbered(part) } else { Vec::new() };
        reached.into_iter().chain(numbers)
    })
}

fn between(letter: char) -> bool {
    letter.is_whitespace() || "<>()[]{}|=,;:\"'".contains(letter)
}

/// A number of an order, of a customer, or what stands for an address.
fn numbered(value: &str) -> Vec<(Tells, u64, &str)> {
    let number = plain(value);
    if !is_distinctive(&number) {
        return Vec::new();
    }
    let kinds = [("order", Tells::Thing), ("number", Tells::Person), ("reached", Tells::Person)];
    kinds.map(|(what, tells)| (tells, of_all(what, &number), value)).to_vec()
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

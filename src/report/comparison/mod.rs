//! Comparison: two answers of one company, held against each other.
//!
//! In: two answers as they were kept, what is known around them ([`Around`]), and, where both could be read again, what
//! they hold record by record ([`pairing::Difference`]). Out: a [`Comparison`]: what is the same, what changed, what
//! appeared, what vanished, by category and by record; what of the vanished comes again in other records; and after an erasure,
//! what is still there and why it may be.
//!
//! The sums hold: what was held before = same + changed + vanished, what is held after = same + changed + appeared, per
//! category and in all. Not here: opening files (`cli`), sentences (`page`), and whether keeping something is lawful.

pub mod again;
pub mod pairing;
pub mod reading;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use self::again::{Again, ComesAgain};
use self::pairing::{Changed, Difference};
use self::reading::Given;
use super::build::{list, sums};
use super::code::place_key;
use super::fingerprint::fingerprint;
use super::gaps::is_unread_document as is_document;
use super::model::{List, Money};
use crate::import::answer::Answer;
use crate::import::container::Received;
use crate::import::coverage::{Account, State};
use crate::import::record::Role;
use crate::import::totals::Sample;
use crate::law::category::Category;
use crate::law::retention::{Reason, reasons};
use crate::wording::Language;

/// Entries of a list named as appeared or vanished.
pub const ENTRIES_MAX: usize = 500;

/// What is known around two answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Around {
    /// The language of the reader.
    pub language: Language,
    /// The day of the comparison.
    pub today: NaiveDate,
    /// How the program is called.
    pub program: String,
    /// Id of the company in the directory, if it is there.
    pub company_id: Option<String>,
    /// What people call the company, if it is known.
    pub company: Option<String>,
    /// The country of its controller, if it is known.
    pub country: Option<String>,
    /// The erasure between the two answers, if there was one.
    pub erasure: Option<Erasure>,
}

/// An erasure that was asked for between two answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Erasure {
    /// The case, if it is one of ours.
    pub case: Option<String>,
    /// The day the request left, if it is known.
    pub sent: Option<NaiveDate>,
}

/// An answer that is compared: its import and what was read.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// Id of the import.
    pub import: &'a str,
    /// The case it answers, if it is known.
    pub case: Option<&'a str>,
    /// The day it was read.
    pub read_on: NaiveDate,
    /// The answer.
    pub answer: &'a Answer,
}

/// Two answers held against each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// SHA-256 over its facts, in hexadecimal: outputs that show the same one are of the same facts.
    pub fingerprint: String,
    /// The day of the comparison.
    pub today: NaiveDate,
    /// The language of the reader.
    pub language: Language,
    /// How the program is called.
    pub program: String,
    /// Id of the company in the directory, if it is there.
    pub company_id: Option<String>,
    /// What people call the company.
    pub company: Option<String>,
    /// The earlier answer.
    pub first: Side,
    /// The later answer.
    pub second: Side,
    /// The erasure between them.
    pub erasure: Option<Erasure>,
    /// Record by record, if both answers could be read again.
    pub records: Option<Tally>,
    /// Why not, where they could not.
    pub unread: Option<String>,
    /// Whether more records differ than are compared field by field: some that changed are counted as vanished and appeared.
    pub limited: bool,
    /// Category by category, in the order of the closed list.
    pub categories: Vec<CategoryChange>,
    /// List by list: conclusions, recipients, identifiers, …
    pub lists: Vec<ListChange>,
    /// Records that appeared, the first of each category.
    pub appeared: Vec<Shown>,
    /// Records that changed, the first of each category.
    pub changed: Vec<Changed>,
    /// Records that vanished, the first of each category.
    pub vanished: Vec<Shown>,
    /// After an erasure: what is still there.
    pub still_there: Vec<StillThere>,
    /// Values that identify somebody or an order, of records that vanished, which stand in records that appeared; the first.
    pub come_again: Vec<ComesAgain>,
    /// All of them, each once for each category it stands in.
    pub come_again_values: u64,
    /// From which category to which they came.
    #[serde(skip)]
    pub moved: Vec<(Category, Category)>,
    /// Letters of the later answer that say to whom or by whom they are written, and nothing else of the earlier one.
    pub letters: Vec<String>,
    /// Files of the later answer that could not be looked into.
    pub not_looked_into: Vec<String>,
    /// Categories of which the later answer holds letters alone.
    #[serde(skip)]
    pub written: Vec<Category>,
}

impl Comparison {
    /// Tells whether anything of the earlier answer was found in the later one: a record, a value that identifies, an entry of a
    /// list.
    pub fn shares_something(&self) -> bool {
        !self.still_there.is_empty()
            || self.come_again_values > 0
            || self.records.is_some_and(|tally| tally.same + tally.changed > 0)
            || self.lists.iter().any(|list| list.same > 0 && list.is_of_person())
    }

    /// Tells whether it is sure that nothing was: both answers were read record by record, every file of the later one was looked
    /// into, no letter is to be read by a person, and no list has an end it cannot see.
    pub fn shares_nothing(&self) -> bool {
        self.left() == Left::Nothing
    }

    /// Returns how much of the earlier answer is left in the later one, as far as that is known.
    pub fn left(&self) -> Left {
        let is_whole = self.records.is_some()
            && !self.limited
            && self.lists.iter().all(|list| list.exact || !list.is_of_person());
        if self.shares_something() {
            Left::Something
        } else if !is_whole {
            Left::Unknown
        } else if !self.not_looked_into.is_empty() {
            Left::Closed
        } else if !self.letters.is_empty() {
            Left::Letters
        } else {
            Left::Nothing
        }
    }
}

/// How much of an earlier answer is left in a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Something was found.
    Something,
    /// Nothing was found, and everything was looked at.
    Nothing,
    /// Nothing but names, addresses and numbers in letters, which a person has to read.
    Letters,
    /// Nothing was found, and not all files could be looked into.
    Closed,
    /// Nothing was found, and not everything was compared.
    Unknown,
}

impl ListChange {
    /// Tells whether its entries are of the person: a country or an advertiser is that of many.
    fn is_of_person(&self) -> bool {
        match self.role {
            Role::Inference
            | Role::Identifier
            | Role::Device
            | Role::IpAddress
            | Role::Query
            | Role::Profile => true,
            Role::Recipient | Role::Source | Role::Location => false,
        }
    }
}

/// One of the two answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Side {
    /// Id of its import.
    pub import: String,
    /// The case it answers.
    pub case: Option<String>,
    /// The day it was read.
    pub read_on: NaiveDate,
    /// The files the user gave.
    pub received: Vec<Received>,
    /// Records in it.
    pub records: u64,
}

/// What became of records.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Those that are in both, unchanged.
    pub same: u64,
    /// Those that are in both with other values.
    pub changed: u64,
    /// Those of the later answer alone.
    pub appeared: u64,
    /// Those of the earlier answer alone.
    pub vanished: u64,
}

impl Tally {
    /// Returns the records of the earlier answer.
    pub fn before(self) -> u64 {
        self.same + self.changed + self.vanished
    }

    /// Returns the records of the later answer.
    pub fn after(self) -> u64 {
        self.same + self.changed + self.appeared
    }

    fn add(&mut self, other: Self) {
        self.same += other.same;
        self.changed += other.changed;
        self.appeared += other.appeared;
        self.vanished += other.vanished;
    }
}

/// What became of a category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CategoryChange {
    /// The category.
    pub category: Category,
    /// Records in the earlier answer.
    pub before: u64,
    /// Records in the later answer.
    pub after: u64,
    /// Record by record, if both answers could be read again.
    pub records: Option<Tally>,
}

/// What became of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListChange {
    /// What the entries are.
    pub role: Role,
    /// Distinct entries in both answers.
    pub same: u64,
    /// Entries of the later answer alone.
    pub appeared: Vec<String>,
    /// Entries of the earlier answer alone.
    pub vanished: Vec<String>,
    /// Whether both lists were exact; otherwise an entry may stand beyond the end of one.
    pub exact: bool,
}

/// A record that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// Its category.
    pub category: Category,
    /// Its kind.
    pub kind: String,
    /// The record.
    #[serde(flatten)]
    pub sample: Sample,
}

/// What is still there after an erasure, and what may be cited for keeping it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StillThere {
    /// The category.
    pub category: Category,
    /// Records that were there before and still are, changed ones included; without a reading record by record all of the
    /// later answer, as far as the earlier had as many.
    pub records: u64,
    /// Sums of the amounts that the later answer gives in this category.
    pub amounts: Vec<Money>,
    /// Whether every record of it has an amount and none is below zero: then none is above their sum.
    pub amounts_whole: bool,
    /// Reasons that may be cited; none means that none is known for this category.
    pub reasons: Vec<&'static Reason>,
}

/// Holds two answers against each other; `read` is what they hold record by record, or why that is not known.
pub fn compare(
    first: Compared<'_>,
    second: Compared<'_>,
    read: Result<Difference, String>,
    around: &Around,
) -> Comparison {
    let (difference, unread) = match read {
        Ok(difference) => (Some(difference), None),
        Err(why) => (None, Some(why)),
    };
    let categories = categories(first.answer, second.answer, difference.as_ref());
    let mut records = difference.as_ref().map(|_| Tally::default());
    if let Some(all) = &mut records {
        categories.iter().filter_map(|change| change.records).for_each(|tally| all.add(tally));
    }
    let still_there = match &around.erasure {
        Some(_) => still_there(&categories, second.answer, difference.as_ref(), around.country.as_deref()),
        None => Vec::new(),
    };
    let side = |compared: Compared<'_>, records: Option<u64>| Side {
        import: compared.import.to_owned(),
        case: compared.case.map(str::to_owned),
        read_on: compared.read_on,
        received: compared.answer.received.clone(),
        records: records.unwrap_or_else(|| compared.answer.totals.records()),
    };
    let Difference { appeared, changed, vanished, again, is_limited, .. } = difference.unwrap_or_default();
    let Again { values, shown, moved, letters } = again.with_reasons(around.country.as_deref());
    let mut comparison = Comparison {
        fingerprint: String::new(),
        today: around.today,
        language: around.language,
        program: around.program.clone(),
        company_id: around.company_id.clone(),
        company: around.company.clone(),
        first: side(first, records.map(Tally::before)),
        second: side(second, records.map(Tally::after)),
        erasure: around.erasure.clone(),
        records,
        unread,
        limited: is_limited,
        categories,
        lists: lists(first.answer, second.answer),
        appeared,
        changed,
        vanished,
        still_there,
        come_again: shown,
        come_again_values: values,
        moved,
        letters: letters.into_iter().collect(),
        not_looked_into: not_looked_into(second.answer),
        written: written(second.answer),
    };
    comparison.fingerprint = fingerprint(&comparison);
    comparison
}

/// The files of an answer that no reader looked into: pictures, unknown formats, what is locked.
fn not_looked_into(answer: &Answer) -> Vec<String> {
    let is_closed = |account: &&Account| match account.state {
        State::Opaque | State::Refused => true,
        State::Mapped | State::Generic | State::Ignored | State::Empty => false,
    };
    answer.accounts.iter().filter(is_closed).map(|account| account.path.clone()).collect()
}

/// The letters of an answer: texts for people, which were read without a recipe.
pub fn letters(answer: &Answer) -> BTreeSet<String> {
    let letters = answer.accounts.iter().filter(|account| is_letter(account));
    letters.map(|account| account.path.clone()).collect()
}

/// Pages are how many companies send tables.
fn is_letter(account: &Account) -> bool {
    is_document(account) && !account.format.contains("htm")
}

/// The categories of which an answer holds letters and nothing else.
fn written(answer: &Answer) -> Vec<Category> {
    let in_letters = |category: Category| -> u64 {
        let letters = answer.accounts.iter().filter(|account| is_letter(account));
        letters.filter_map(|account| account.by_category.get(&category)).sum()
    };
    let held = answer.totals.categories.iter().filter(|(_, totals)| totals.records > 0);
    let written = held.filter(|(category, totals)| in_letters(**category) >= totals.records);
    written.map(|(category, _)| *category).collect()
}

fn categories(first: &Answer, second: &Answer, difference: Option<&Difference>) -> Vec<CategoryChange> {
    let count = |answer: &Answer, category: Category| {
        answer.totals.categories.get(&category).map_or(0, |totals| totals.records)
    };
    let change = |category: Category| {
        let records = difference.map(|read| read.tallies.get(&category).copied().unwrap_or_default());
        CategoryChange {
            category,
            before: records.map_or_else(|| count(first, category), Tally::before),
            after: records.map_or_else(|| count(second, category), Tally::after),
            records,
        }
    };
    let changes = Category::ALL.iter().copied().map(change);
    changes.filter(|change| change.before > 0 || change.after > 0).collect()
}

/// After an erasure every record that was there before and still is.
fn still_there(
    categories: &[CategoryChange],
    later: &Answer,
    difference: Option<&Difference>,
    country: Option<&str>,
) -> Vec<StillThere> {
    let given = |category: Category| difference.and_then(|read| read.amounts.get(&category)).copied();
    let is_whole = |given: Given| given.with_amount == given.records && !given.is_negative;
    let stayed = |change: &CategoryChange| match change.records {
        Some(tally) => tally.same + tally.changed,
        None => change.after.min(change.before),
    };
    let still = |change: &CategoryChange| StillThere {
        category: change.category,
        records: stayed(change),
        amounts: later.totals.categories.get(&change.category).map(sums).unwrap_or_default(),
        amounts_whole: given(change.category).is_some_and(is_whole),
        reasons: reasons(change.category, country),
    };
    categories.iter().map(still).filter(|still| still.records > 0).collect()
}

/// The lists of both reports, so that what one of them counts once is no difference here.
fn lists(first: &Answer, second: &Answer) -> Vec<ListChange> {
    let change = |role: Role| {
        let [before, after] = [first, second].map(|answer| list(&answer.totals, role));
        let [known, told] = [&before, &after].map(|list| by_key(list));
        let alone = |own: &BTreeMap<String, &str>, other: &BTreeMap<String, &str>| {
            let alone = own.iter().filter(|(key, _)| !other.contains_key(*key));
            alone.map(|(_, text)| (*text).to_owned()).collect::<Vec<String>>()
        };
        ListChange {
            role,
            same: known.keys().filter(|key| told.contains_key(*key)).count() as u64,
            appeared: alone(&told, &known),
            vanished: alone(&known, &told),
            exact: before.is_exact() && after.is_exact(),
        }
    };
    let is_there =
        |change: &ListChange| change.same > 0 || !change.appeared.is_empty() || !change.vanished.is_empty();
    Role::ALL.iter().copied().map(change).filter(is_there).collect()
}

/// The entries of a list by what makes them the same: places in whatever case, countries by their code.
fn by_key(list: &List) -> BTreeMap<String, &str> {
    let key = |text: &str| if list.role == Role::Location { place_key(text) } else { text.to_owned() };
    list.entries.iter().map(|entry| (key(&entry.text), entry.text.as_str())).collect()
}

/// Counts by category.
type Tallies = BTreeMap<Category, Tally>;

//! Column: what the values of one column of an unknown table are.
//!
//! In: the name of a column and its values, in the first rows. Out: how many of them are dates, amounts, flags or have another form, and
//! what follows from that. A column must show a form in most of its values.
//!
//! Not here: what the columns of a table are to each other (`profile`).

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::context::Context;
use super::dates::Dates;
use super::detect::{Type, is_route};
use super::dictionary::{is_flag, is_letter};
use super::field::Field;
use super::money::Figures;
use super::people::Seen;
use super::words::{Meaning, Meanings};
use crate::import::amount::{self, Habit};
use crate::import::value::{self, DateForm, Order};
/// Columns looked at.
pub(super) const COLUMNS_MAX: usize = 512;

/// Of ten filled values, how many must show a type.
const MOST: u32 = 8;

/// Rows from which the same value in nearly all of them says that it names none, and of ten rows, how many are nearly all.
const REPEATED_MIN: u32 = 2;
const NEARLY_ALL: u32 = 9;

/// The cells of a row, under the names of their columns.
pub(super) type Row<'r> = &'r [(String, String)];

/// What was seen in one column.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) meaning: Rc<Meaning>,
    pub(super) filled: u32,
    pub(super) dates: Dates,
    pub(super) numbers: u32,
    /// Values that prove a point to be the sign of decimals.
    pub(super) points: u32,
    /// Values that prove a comma to be it.
    pub(super) commas: u32,
    /// The sign that stands alone before three digits, where some values have no other sign.
    pub(super) open: Option<char>,
    /// Values of four digits or more with nothing between them.
    pub(super) ungrouped: u32,
    /// Amounts that are less than nothing.
    pub(super) negatives: u32,
    /// Values with a digit in them.
    pub(super) with_digits: u32,
    /// Values of each type, in the order of [`Type::ALL`].
    pub(super) types: [u32; Type::ALL.len()],
    pub(super) characters: u32,
    /// Values that say that something is or is not, and nothing more.
    pub(super) flags: u32,
    /// Values that are shares of a hundred.
    pub(super) shares: u32,
    /// Values of several words.
    pub(super) phrases: u32,
    /// Values of one letter that says neither yes nor no.
    pub(super) letters: u32,
    /// Values that name two airports.
    pub(super) routes: u32,
    /// Values with an address of mail in them.
    pub(super) with_mail: u32,
    /// The first value, and how many are the same.
    pub(super) first: String,
    pub(super) repeated: u32,
}

impl Column {
    pub(super) fn new(name: &str, meaning: Rc<Meaning>) -> Self {
        Self {
            name: name.to_owned(),
            meaning,
            filled: 0,
            dates: Dates::default(),
            numbers: 0,
            points: 0,
            commas: 0,
            open: None,
            ungrouped: 0,
            negatives: 0,
            with_digits: 0,
            types: [0; Type::ALL.len()],
            characters: 0,
            flags: 0,
            shares: 0,
            phrases: 0,
            letters: 0,
            routes: 0,
            with_mail: 0,
            first: String::new(),
            repeated: 0,
        }
    }

    pub(super) fn learn(&mut self, text: &str) {
        self.filled += 1;
        self.characters = self.characters.saturating_add(u32::try_from(text.len()).unwrap_or(u32::MAX));
        self.flags += u32::from(is_flag(text));
        self.shares += u32::from(text.ends_with('%'));
        self.phrases += u32::from(text.contains(' '));
        self.letters += u32::from(is_letter(text));
        self.routes += u32::from(is_route(text));
        self.with_mail += u32::from(text.contains('@'));
        if self.filled == 1 {
            text.clone_into(&mut self.first);
        }
        self.repeated += u32::from(self.first == text);
        if let Some(found) = Type::of(text) {
            for (_, count) in Type::ALL.iter().zip(&mut self.types).filter(|(kind, _)| **kind == found) {
                *count += 1;
            }
        }
        let (is_amount, is_date) = (self.meaning.is(Field::Amount), self.meaning.is(Field::Date));
        if is_amount || is_date {
            self.with_digits += u32::from(text.bytes().any(|byte| byte.is_ascii_digit()));
        }
        let is_number_like =
            text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '\'' | '€' | '£' | '$'));
        if is_amount || is_number_like || self.meaning.is(Field::Quantity) {
            self.learn_amount(text);
        }
        self.dates.learn(text, is_date, is_number_like);
    }

    pub(super) fn learn_amount(&mut self, text: &str) {
        let is_number = if self.meaning.is(Field::Quantity) {
            amount::pieces(text).is_some()
        } else {
            amount::is_amount(text)
        };
        self.numbers += u32::from(is_number);
        self.negatives +=
            u32::from(is_number && (text.starts_with(['-', '\u{2212}', '(']) || is_minus_behind(text)));
        match amount::habit(text) {
            Habit::Decimals(',') => self.commas += 1,
            Habit::Decimals(_) => self.points += 1,
            Habit::Open(sign) => self.open = Some(sign),
            Habit::Ungrouped => self.ungrouped += 1,
            Habit::None => {}
        }
    }

    pub(super) fn figures(&self) -> Figures<'_> {
        Figures {
            name: &self.name,
            meaning: &self.meaning,
            filled: self.filled,
            numbers: self.numbers,
            with_digits: self.with_digits,
            points: self.points,
            commas: self.commas,
            open: self.open,
            ungrouped: self.ungrouped,
            is_dated: self.is_dated(),
        }
    }

    pub(super) fn seen(&self) -> Seen<'_> {
        let (kind, is_number) = (self.kind(), self.is_number());
        Seen { name: &self.name, meaning: &self.meaning, kind, is_number, filled: self.filled }
    }

    /// Returns the type most of its values have.
    pub(super) fn kind(&self) -> Option<Type> {
        let mut types = Type::ALL.into_iter().zip(self.types);
        let found = types.find(|(_, count)| self.is_mostly(*count)).map(|(kind, _)| kind);
        // Four numbers between points are an address wherever they stand, but not in the column of a version.
        found.filter(|kind| *kind != Type::Ip || !self.meaning.is(Field::Version))
    }

    /// Returns the number of values of a type.
    pub(super) fn of_type(&self, kind: Type) -> u32 {
        Type::ALL.into_iter().zip(self.types).find(|(known, _)| *known == kind).map_or(0, |(_, count)| count)
    }

    pub(super) fn is_number(&self) -> bool {
        self.is_mostly(self.numbers)
    }

    pub(super) fn is_dated(&self) -> bool {
        self.is_mostly(self.dates.clear())
    }

    pub(super) fn is_flag(&self) -> bool {
        self.is_mostly(self.flags)
    }

    pub(super) fn is_share(&self) -> bool {
        self.is_mostly(self.shares)
    }

    /// Tells whether its values are words, and neither dates, numbers nor of a type.
    pub(super) fn is_text(&self) -> bool {
        let other = self.numbers + self.dates.evident() + self.types.iter().sum::<u32>();
        self.filled > 0 && other * 2 < self.filled && !self.is_flag()
    }

    /// Tells whether its flags are letters of classes: `A`, `B`.
    pub(super) fn is_lettered(&self) -> bool {
        self.letters > 0 && self.is_flag()
    }

    /// Tells whether half of its values have an address of mail in them.
    pub(super) fn is_mailed(&self) -> bool {
        self.is_half(self.with_mail)
    }

    /// Tells whether its values name two airports each.
    pub(super) fn is_route(&self) -> bool {
        self.is_mostly(self.routes)
    }

    /// Tells whether nearly all its values are the same, in several rows.
    pub(super) fn is_constant(&self) -> bool {
        self.filled >= REPEATED_MIN && self.repeated * 10 >= self.filled * NEARLY_ALL
    }

    /// Tells whether its values say nothing without its name: numbers, flags, and words such as `high` of a measure.
    pub(super) fn needs_its_name(&self) -> bool {
        self.is_number()
            || self.is_lettered()
            || self.meaning.is(Field::Rating)
                && (self.is_flag()
                    || !self.is_half(self.phrases)
                    || self.first.starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Tells whether half of its values are dates, in whatever form.
    pub(super) fn has_dates(&self) -> bool {
        self.is_half(self.dates.evident()) || self.dates(&BTreeMap::new(), None).is_some()
    }

    pub(super) fn is_half(&self, count: u32) -> bool {
        self.filled > 0 && count * 2 >= self.filled
    }

    pub(super) fn is_mostly(&self, count: u32) -> bool {
        self.filled > 0 && count * 10 >= self.filled * MOST
    }

    /// Returns the forms of dates its values have, and whether some of them leave day and month open, which `shared` settles: the
    /// order of other columns.
    pub(super) fn dates(
        &self,
        given: &BTreeMap<String, Order>,
        shared: Option<Order>,
    ) -> Option<(Vec<DateForm>, bool)> {
        let given = given.get(&self.name).copied().or(shared.filter(|_| self.dates.is_open()));
        self.dates.forms(self.meaning.is(Field::Date), self.filled, self.with_digits, given)
    }

    /// Tells whether its name says that it holds dates, and its values are none that can be read.
    pub(super) fn has_unread_dates(&self) -> bool {
        self.meaning.is(Field::Calendar)
            && !self.meaning.is(Field::Timeless)
            && self.with_digits * 2 > self.filled
    }
}

/// Tells whether a minus stands behind a number; behind a sign of decimals it stands for none: `12,-`.
fn is_minus_behind(text: &str) -> bool {
    text.strip_suffix('-').is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit() || c == ' '))
}

pub(super) fn columns(rows: &[Row<'_>], meanings: &Meanings) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    let mut by_name: HashMap<&str, usize> = HashMap::new();
    for (name, text) in rows.iter().copied().flatten() {
        let index = *by_name.entry(name).or_insert(columns.len());
        if index == columns.len() && index < COLUMNS_MAX {
            columns.push(Column::new(name, meanings.of(name)));
        }
        if let (Some(column), Some(text)) = (columns.get_mut(index), value::present(text)) {
            column.learn(text);
        }
    }
    columns
}

/// Takes from the meanings of columns what they do not say beside each other.
pub(super) fn settled(
    member: &str,
    table: Option<&str>,
    mut columns: Vec<Column>,
    meanings: &Meanings,
) -> Vec<Column> {
    let seen: Vec<Seen<'_>> = columns.iter().map(Column::seen).collect();
    let context = Context::of(member, table, &seen, meanings);
    for column in &mut columns {
        let settled = context.settled_column(&column.seen(), &column.meaning, column.is_dated());
        // The legs of a journey between two airports, whatever the table is called.
        let is_leg = column.is_route() && settled.is(Field::Loose);
        column.meaning = if is_leg { Rc::new(settled.without_conclusion()) } else { settled };
    }
    columns
}

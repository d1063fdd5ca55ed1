//! Profile: what the columns of an unknown table hold.
//!
//! In: the names of the member, the table and the columns, and the first rows. Out: which column says when, what,
//! how much and who, and the likeliest category. A column must show its type in most of its values.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::about::Flagged;
use super::context::Context;
use super::dates::Dates;
use super::denial::{Denial, denials};
use super::detect::{Type, is_route};
use super::dictionary::{Money, by_priority, is_flag, is_letter};
use super::field::Field;
use super::money::{Figures, Flow, Paid, Rows, paid};
use super::people::{People, Seen};
use super::roles::{RoleColumn, role_of, roles};
use super::state::{How, states};
use super::titles::titles;
use super::when::{When, until, when};
use super::words::{Meaning, Meanings, above};
use crate::import::amount::{self, Habit, Sign};
use crate::import::coverage::Confidence;
use crate::import::currency;
use crate::import::format::PREAMBLE;
use crate::import::value::{self, DateForm, Order};
use crate::law::category::{Category, Origin};

/// Columns looked at.
const COLUMNS_MAX: usize = 512;

/// Of ten filled values, how many must show a type.
const MOST: u32 = 8;

/// How much a name weighs by where it stands.
const FILE_NAME: u32 = 60;
const TABLE_NAME: u32 = 40;
const FOLDER_NAME: u32 = 30;
const COLUMN_NAME: u32 = 10;
const COLUMNS_COUNTED: u32 = 2;
const FAINT: u32 = 1;
/// How much the form of a column's values weighs: it decides where names say nothing.
const VALUES: u32 = 4;

/// Rows from which the same value in nearly all of them says that it names none, and of ten rows, how many are nearly all.
const REPEATED_MIN: u32 = 2;
const NEARLY_ALL: u32 = 9;

/// The cells of a row, under the names of their columns.
pub(super) type Row<'r> = &'r [(String, String)];

/// What the columns hold.
pub(super) struct Profile {
    pub(super) when: Option<When>,
    pub(super) titles: Vec<String>,
    pub(super) amount: Option<Paid<String>>,
    pub(super) currency: Option<String>,
    /// The currency the name of the amount's column gives: `Prix TTC (€)`.
    pub(super) currency_named: Option<&'static str>,
    pub(super) roles: Vec<RoleColumn>,
    /// The columns of latitude and longitude.
    pub(super) position: Option<(String, String)>,
    pub(super) flagged: Flagged,
    /// The columns that say that what a row names is not so.
    pub(super) denials: Vec<(String, Denial)>,
    /// The column that says when what the row is about was last seen or used.
    pub(super) until: Option<When>,
    /// The columns that say whether an order was cancelled or paid back.
    pub(super) states: Vec<(String, How)>,
    /// The column with the number of the order.
    pub(super) order: Option<String>,
    pub(super) category: Category,
    pub(super) origin: Origin,
    pub(super) confidence: Confidence,
}

/// What was seen in one column.
pub(super) struct Column {
    pub(super) name: String,
    pub(super) meaning: Rc<Meaning>,
    pub(super) filled: u32,
    pub(super) dates: Dates,
    numbers: u32,
    /// Values that prove a point to be the sign of decimals.
    points: u32,
    /// Values that prove a comma to be it.
    commas: u32,
    /// The sign that stands alone before three digits, where some values have no other sign.
    open: Option<char>,
    /// Values of four digits or more with nothing between them.
    ungrouped: u32,
    /// Amounts that are less than nothing.
    negatives: u32,
    /// Values with a digit in them.
    with_digits: u32,
    /// Values of each type, in the order of [`Type::ALL`].
    types: [u32; Type::ALL.len()],
    pub(super) characters: u32,
    /// Values that say that something is or is not, and nothing more.
    flags: u32,
    /// Values that are shares of a hundred.
    shares: u32,
    /// Values of several words.
    phrases: u32,
    /// Values of one letter that says neither yes nor no.
    letters: u32,
    /// Values that name two airports.
    routes: u32,
    /// Values with an address of mail in them.
    with_mail: u32,
    /// The first value, and how many are the same.
    first: String,
    repeated: u32,
}

impl Profile {
    /// Learns from the first rows.
    pub(super) fn learn(
        member: &str,
        table: Option<&str>,
        rows: &[Row<'_>],
        given: &BTreeMap<String, Order>,
        unless_proven: Sign,
        meanings: &Meanings,
    ) -> Self {
        // Lines above a header are not what the file is called after, and their dates are those of the file.
        let is_preamble = table == Some(PREAMBLE);
        let (member, table) = if is_preamble { ("", None) } else { (member, table) };
        let columns = settled(member, table, columns(rows, meanings), meanings);
        let seen: Vec<Seen<'_>> = columns.iter().map(Column::seen).collect();
        let people = People::of(member, table, &seen, meanings);
        let figures: Vec<Figures<'_>> = columns.iter().map(Column::figures).collect();
        let amount = paid(&figures, unless_proven, &|| neighbours(rows, &columns));
        let (category, sure) = category(member, table, &columns, &people, meanings);
        let category = by_money(category, &columns, amount.as_ref());
        let is_paid = |paid: &Paid<String>| {
            let meaning = meanings.of(&paid.column);
            category != Category::Purchases || meaning.money != Some(Money::Part)
        };
        let amount = amount.filter(is_paid);
        let paid_in = amount.as_ref().map(|paid| paid.column.as_str());
        let said = if category == Category::Purchases { states(&columns, paid_in) } else { Vec::new() };
        let origin = origin(category);
        let names = |is: fn(&Meaning) -> bool| {
            columns
                .iter()
                .filter(|column| is(&column.meaning))
                .map(|column| column.name.clone())
                .collect::<Vec<_>>()
        };
        let when = if is_preamble { None } else { when(&columns, category, given, &people) };
        let until = when.as_ref().and_then(|when| until(&columns, when, given));
        let titles = titles(&columns, when.as_ref().map(|when| when.column.as_str()));
        let roles = roles(&columns, category, &titles, &people);
        Self {
            position: position(&columns),
            currency_named: amount.as_ref().and_then(|paid| currency::in_name(&paid.column)),
            amount,
            currency: names(|meaning| meaning.is(Field::Currency)).into_iter().next(),
            flagged: Flagged::of(&columns, rows, &people, category, &roles),
            denials: denials(&columns, &people),
            roles,
            until,
            states: said,
            order: first_of(&columns, category, |column| column.meaning.is(Field::OrderNumber)),
            origin,
            confidence: confidence(sure, category, origin),
            when,
            titles,
            category,
        }
    }
}

/// Returns the first such column of a table of purchases.
fn first_of(columns: &[Column], category: Category, is: fn(&Column) -> bool) -> Option<String> {
    let mut columns = columns.iter().filter(|_| category == Category::Purchases);
    columns.find(|column| column.filled > 0 && is(column)).map(|column| column.name.clone())
}

/// What the columns of money say about the category: the list of a bank is none of purchases, and what was paid back is none.
fn by_money(category: Category, columns: &[Column], paid: Option<&Paid<String>>) -> Category {
    let Some(paid) = paid.filter(|_| matches!(category, Category::Purchases | Category::Unknown)) else {
        return category;
    };
    let Some(column) = columns.iter().find(|column| column.name == paid.column) else { return category };
    let has_orders = columns.iter().any(|column| column.meaning.is(Field::OrderNumber));
    let is_bought = category == Category::Purchases;
    let is_listed = columns.iter().any(|column| column.meaning.is(Field::Statement))
        || is_bought && column.filled > 1 && column.is_half(column.negatives);
    if paid.flow != Flow::AsWritten || is_listed && !has_orders {
        Category::Payment
    } else if is_bought && column.meaning.money == Some(Money::Refund) {
        Category::Returns
    } else {
        category
    }
}

/// What is a trace of use was observed and what was concluded was inferred, whoever says so; the rest may have been given by
/// the person or come from others.
fn origin(category: Category) -> Origin {
    match category {
        Category::Inferences => Origin::Inferred,
        Category::Purchases
        | Category::Returns
        | Category::Browsing
        | Category::Search
        | Category::Media
        | Category::Security => Origin::Observed,
        Category::Identity
        | Category::Contact
        | Category::Address
        | Category::Account
        | Category::Payment
        | Category::Basket
        | Category::Device
        | Category::Location
        | Category::Communications
        | Category::Reviews
        | Category::Loyalty
        | Category::Subscriptions
        | Category::Advertising
        | Category::Recipients
        | Category::Identifiers
        | Category::Consent
        | Category::Preferences
        | Category::Support
        | Category::Others
        | Category::Special
        | Category::Unknown => Origin::Unknown,
    }
}

/// How sure an origin is that follows from a category, of a hundred, beside how sure the category is.
const ORIGIN_OF_TRACES: u32 = 90;

/// An origin is said only where the category decides it, so it is never surer than the category.
fn confidence(sure: u32, category: Category, origin: Origin) -> Confidence {
    let percent = |value: u32| u8::try_from(value.min(100)).unwrap_or(100);
    let sure = if category == Category::Unknown { 0 } else { sure };
    let origin = if origin == Origin::Unknown { 0 } else { sure * ORIGIN_OF_TRACES / 100 };
    Confidence { category: percent(sure), origin: percent(origin) }
}

/// Compares neighbouring rows, for what they tell about totals.
fn neighbours(rows: &[Row<'_>], columns: &[Column]) -> Rows {
    let is_order = |column: &&Column| column.meaning.is(Field::OrderNumber) && column.filled > 0;
    let alike = |(one, other): (&Row<'_>, &Row<'_>)| {
        let others: HashMap<&str, &str> = other.iter().map(|(name, text)| (&**name, &**text)).collect();
        let is_same = |name: &str, text: &str| !text.trim().is_empty() && others.get(name) == Some(&text);
        let known = one.iter().take(COLUMNS_MAX);
        known.filter(|(name, text)| is_same(name, text)).map(|(name, _)| name.clone()).collect()
    };
    let orders: Vec<String> = columns.iter().filter(is_order).map(|column| column.name.clone()).collect();
    let (several, same) =
        orders.first().map(|order| same_in_orders(rows, columns, order)).unwrap_or_default();
    Rows { several, same, alike: rows.iter().zip(rows.iter().skip(1)).map(alike).collect(), orders }
}

/// Returns how many orders have several rows, and the columns whose value is the same in all rows of each of them.
fn same_in_orders(rows: &[Row<'_>], columns: &[Column], order: &str) -> (u32, Vec<String>) {
    let value = |row: Row<'_>, name: &str| {
        row.iter().find(|(known, _)| known == name).map(|(_, text)| text.clone()).unwrap_or_default()
    };
    let mut same: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let mut first_of: HashMap<String, (usize, bool)> = HashMap::new();
    for (at, row) in rows.iter().copied().enumerate() {
        let number = value(row, order);
        if number.is_empty() {
            continue;
        }
        let first = first_of.entry(number).or_insert((at, false));
        if first.0 != at {
            first.1 = true;
            let first = rows.get(first.0).copied().unwrap_or_default();
            same.retain(|name| value(first, name) == value(row, name));
        }
    }
    let several = first_of.values().filter(|(_, is_several)| *is_several).count();
    (u32::try_from(several).unwrap_or(u32::MAX), same.into_iter().map(str::to_owned).collect())
}

/// Takes from the meanings of columns what they do not say beside each other.
fn settled(member: &str, table: Option<&str>, mut columns: Vec<Column>, meanings: &Meanings) -> Vec<Column> {
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

fn columns(rows: &[Row<'_>], meanings: &Meanings) -> Vec<Column> {
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

impl Column {
    fn new(name: &str, meaning: Rc<Meaning>) -> Self {
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

    fn learn(&mut self, text: &str) {
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

    fn learn_amount(&mut self, text: &str) {
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

    fn figures(&self) -> Figures<'_> {
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
        }
    }

    fn seen(&self) -> Seen<'_> {
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
    fn is_route(&self) -> bool {
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

    fn is_mostly(&self, count: u32) -> bool {
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

/// Returns the columns of latitude and longitude: numbers that stand under one name.
fn position(columns: &[Column]) -> Option<(String, String)> {
    let of = |is: fn(&Meaning) -> bool| {
        columns.iter().filter(move |column| is(&column.meaning) && column.is_mostly(column.numbers))
    };
    let mut latitudes = of(|meaning| meaning.is(Field::Latitude));
    latitudes.find_map(|latitude| {
        let is_beside = |other: &&Column| above(&other.name) == above(&latitude.name);
        let longitude = of(|meaning| meaning.is(Field::Longitude)).find(is_beside)?;
        Some((latitude.name.clone(), longitude.name.clone()))
    })
}

/// Returns the likeliest category and how sure it is, of a hundred: half of it says how strong the words and values
/// are that speak for it, half how much of all that was found speaks for it and not for another.
fn category(
    member: &str,
    table: Option<&str>,
    columns: &[Column],
    people: &People,
    meanings: &Meanings,
) -> (Category, u32) {
    let mut scores: Vec<(Category, u32)> = Vec::new();
    let mut add =
        |category: Category, weight: u32| match scores.iter_mut().find(|(known, _)| *known == category) {
            Some((_, score)) => *score += weight,
            None => scores.push((category, weight)),
        };
    let mut weigh = |meaning: &Meaning, weight: u32| {
        // A name that speaks of several categories says less about each.
        meaning.categories.iter().for_each(|category| add(*category, weight));
        meaning.faint.iter().for_each(|category| add(*category, FAINT));
    };
    let mut parts = member.rsplit('/');
    let file = parts.next().unwrap_or(member);
    let context = people.context();
    let of_file = Rc::new(Meanings::of_rare(file.rsplit_once('.').map_or(file, |(stem, _)| stem)));
    weigh(&context.settled(&of_file), FILE_NAME);
    weigh(&context.settled(&meanings.of(table.unwrap_or_default())), TABLE_NAME);
    for (distance, folder) in (0..).zip(parts) {
        // An archive is a folder by the name before its ending: `zip` would be a postal code.
        let archive = folder.strip_suffix('!').and_then(|archive| archive.rsplit_once('.'));
        let name = archive.map_or(folder, |(name, _)| name);
        weigh(&meanings.of(name), FOLDER_NAME >> distance.min(4_u32));
    }
    let is_of_people = |category: Category| category == Category::Identity && people.is_profile();
    // A row about a person is no list of what was concluded or of who got data.
    let is_no_list = |category: Category| role_of(category).is_some() && people.is_profile();
    for category in Category::ALL.iter().filter(|category| !is_no_list(**category)) {
        let is_speaking = |(index, column): &(usize, &Column)| {
            speaks_of(&column.meaning, *category)
                || is_of_people(*category) && people.are_in(*index) && !column.meaning.is(Field::Others)
        };
        let speaking = columns.iter().enumerate().filter(is_speaking).count();
        let speaking = u32::try_from(speaking).unwrap_or(u32::MAX).min(COLUMNS_COUNTED);
        if speaking > 0 {
            add(*category, speaking * COLUMN_NAME);
        }
    }
    for column in columns.iter().filter(|column| column.meaning.categories.is_empty()) {
        if let Some(category) = column.kind().and_then(category_of_values) {
            add(category, VALUES);
        }
    }
    // To whom a parcel or a message went is no recipient of data, whatever the file is called.
    scores.retain(|(category, _)| *category != Category::Recipients || !people.is_delivery());
    let best = scores.iter().map(|(_, score)| *score).max().unwrap_or(0);
    let found =
        by_priority().find(|category| scores.contains(&(*category, best))).unwrap_or(Category::Unknown);
    let all: u32 = scores.iter().map(|(_, score)| *score).sum();
    let strength = 50 * best.min(FILE_NAME) / FILE_NAME;
    (found, strength + 50 * best / all.max(1))
}

/// Tells whether a column speaks of a category. That data went to others or was concluded is said only of columns
/// that hold just this: the recipient of a parcel is no recipient of data.
fn speaks_of(meaning: &Meaning, category: Category) -> bool {
    let needed = role_of(category);
    meaning.categories.contains(&category) && (needed.is_none() || meaning.role == needed)
}

/// Returns what values of a type are about.
fn category_of_values(kind: Type) -> Option<Category> {
    match kind {
        Type::Ip => Some(Category::Security),
        Type::UserAgent | Type::Hardware => Some(Category::Device),
        Type::Token | Type::Cookie => Some(Category::Identifiers),
        Type::Coordinates => Some(Category::Location),
        Type::Email | Type::Phone => Some(Category::Contact),
        Type::Iban | Type::Card => Some(Category::Payment),
        Type::Link => Some(Category::Browsing),
        // What is bought, looked at and wished for has such a number alike.
        Type::Product => None,
    }
}

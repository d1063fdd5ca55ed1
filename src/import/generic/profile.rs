//! Profile: what the columns of an unknown table hold.
//!
//! In: the names of the member, the table and the columns, and the first rows. Out: which column says when, what,
//! how much and who, and the likeliest category. A column must show its type in most of its values.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::about::Flagged;
use super::column::{COLUMNS_MAX, Column, Row, columns, settled};
use super::denial::{Denial, denials};
use super::detect::Type;
use super::dictionary::{Money, by_priority, words};
use super::direction::direction;
use super::field::Field;
use super::later::{Decided, What};
use super::money::{Figures, Flow, Paid, Rows, paid};
use super::people::{People, Seen};
use super::repeated::Orders;
use super::roles::{RoleColumn, role_of, roles};
use super::state::{How, states};
use super::titles::titles;
use super::when::{When, until, when};
use super::words::{Meaning, Meanings, above, own};
use crate::import::amount::Sign;
use crate::import::coverage::Confidence;
use crate::import::fold;
use crate::import::format::PREAMBLE;
use crate::import::value::Order;
use crate::law::category::{Category, Origin};

/// How much a name weighs by where it stands.
const FILE_NAME: u32 = 60;
const TABLE_NAME: u32 = 40;
const FOLDER_NAME: u32 = 30;
const COLUMN_NAME: u32 = 10;
const COLUMNS_COUNTED: u32 = 2;
const FAINT: u32 = 1;
/// How much the form of a column's values weighs: it decides where names say nothing.
const VALUES: u32 = 4;

/// What the columns hold.
pub(super) struct Profile {
    pub(super) when: Option<When>,
    pub(super) titles: Vec<String>,
    pub(super) amount: Option<Paid<String>>,
    /// The column that says which way the money went.
    pub(super) direction: Option<String>,
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
    /// What was seen in each column.
    pub(super) columns: Vec<Column>,
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
        let mut columns = settled(member, table, columns(rows, meanings), meanings);
        if rows.len() == 1 {
            settle_paging(&mut columns);
        }
        let seen: Vec<Seen<'_>> = columns.iter().map(Column::seen).collect();
        let people = People::of(member, table, &seen, meanings);
        let figures: Vec<Figures<'_>> = columns.iter().map(Column::figures).collect();
        let amount = paid(&figures, unless_proven, &|| neighbours(rows, &columns));
        let (category, sure) = category(member, table, &columns, &people, meanings);
        let direction = direction(&columns, rows, category, amount.as_ref());
        let category = match direction {
            Some(_) => Category::Payment,
            None => by_money(category, &columns, amount.as_ref()),
        };
        let is_paid = |paid: &Paid<String>| {
            let meaning = meanings.of(&paid.column);
            category != Category::Purchases || meaning.money != Some(Money::Part)
        };
        let amount = amount.filter(is_paid);
        let paid_in = amount.as_ref().map(|paid| paid.column.as_str());
        let said = states(&columns, category, paid_in);
        let origin = origin(category);
        let when = if is_preamble { None } else { when(&columns, category, given, &people) };
        let until = when.as_ref().and_then(|when| until(&columns, when, given));
        let titles = titles(&columns, when.as_ref().map(|when| when.column.as_str()));
        let roles = roles(&columns, category, &titles, &people);
        // Where nothing is told that a row could deny, no row is asked.
        let names_something = roles.iter().any(|told| told.role.is_named());
        Self {
            position: position(&columns),
            amount,
            direction,
            flagged: Flagged::of(&columns, rows, &people, category, &roles),
            denials: if names_something { denials(&columns, &people) } else { Vec::new() },
            roles,
            until,
            states: said,
            order: first_of(&columns, category, |column| column.meaning.is(Field::OrderNumber)),
            origin,
            confidence: confidence(sure, category, origin),
            when,
            titles,
            category,
            columns,
        }
    }

    /// Says what is decided about which column.
    pub(super) fn decided(&self) -> Decided {
        let mut decided = Decided::default();
        let dates = [(What::When, &self.when), (What::Until, &self.until)];
        for (what, when) in dates.into_iter().filter_map(|(what, when)| Some((what, when.as_ref()?))) {
            std::iter::once(&when.column)
                .chain(&when.others)
                .chain(when.parts.iter().flatten())
                .for_each(|column| decided.add_dates(what, column, &when.forms));
        }
        if let Some(paid) = &self.amount {
            let others = paid.others.iter().map(|other| &other.column);
            let columns = std::iter::once(&paid.column).chain(others).chain(&paid.quantity);
            columns.for_each(|column| decided.add(What::Amount, column));
            let tenders = std::iter::once(&paid.tender).chain(paid.others.iter().map(|other| &other.tender));
            let currencies = tenders.filter_map(|tender| tender.column.as_ref());
            currencies.for_each(|column| decided.add(What::Currency, column));
        }
        if let Some((north, east)) = &self.position {
            [north, east].into_iter().for_each(|column| decided.add(What::Position, column));
        }
        self.titles.iter().for_each(|column| decided.add(What::Title, column));
        self.direction.iter().for_each(|column| decided.add(What::Direction, column));
        self.order.iter().for_each(|column| decided.add(What::Order, column));
        self.roles.iter().for_each(|told| decided.add(What::Told(told.role), &told.column));
        self.denials.iter().for_each(|(column, _)| decided.add(What::Denial, column));
        self.states.iter().for_each(|(column, _)| decided.add(What::State, column));
        let Flagged { others, fellows, relations, special, services, .. } = &self.flagged;
        let people = others.iter().chain(fellows.iter().map(|(column, _)| column)).chain(relations);
        people.for_each(|column| decided.add(What::Others, column));
        special.iter().chain(services).for_each(|column| decided.add(What::Special, column));
        decided
    }
}

/// What stands beside the number of a page and is called a total counts things.
fn settle_paging(columns: &mut [Column]) {
    let is_of_page = |column: &Column| {
        let name = fold::words(own(&column.name));
        words().paging.names.iter().any(|known| known == name.trim())
    };
    if !columns.iter().any(is_of_page) {
        return;
    }
    for column in columns.iter_mut().filter(|column| column.points + column.commas == 0) {
        if column.meaning.money == Some(Money::Total) {
            let mut meaning = Meaning::clone(&column.meaning);
            meaning.add(Field::Measure);
            column.meaning = Rc::new(meaning);
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
    let of_orders = orders.first().map(|order| Orders::of(rows, columns, order)).unwrap_or_default();
    Rows { of_orders, alike: rows.iter().zip(rows.iter().skip(1)).map(alike).collect(), orders }
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

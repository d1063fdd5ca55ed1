//! About: whether a row is about other people too, or of a special category of data.
//!
//! In: the columns of a table, and the cells of a row. Out: the columns that say so, and yes or no. Of the people that columns of
//! travellers and of mail name, the one named most often is the person, and the desk of a company is nobody; `Enfant` in the column of a
//! relation is another. Of a meal or an assistance the code says whether it is of a belief or an illness, of a conclusion its words.
//!
//! Not here: what the name of a column says (`words`).

use std::collections::HashMap;

use super::column::{Column, Row};
use super::dictionary;
use super::field::Field;
use super::people::People;
use super::roles::RoleColumn;
use super::row::Seat;
use crate::import::format::Cell;
use crate::import::record::Role;
use crate::import::value;
use crate::law::category::Category;

/// The columns that, when filled, make a row be about others or of a special category of data.
pub(super) struct Flagged {
    pub(super) others: Vec<String>,
    /// Columns of people, each with the one named most often, who may be the person.
    pub(super) fellows: Vec<(String, String)>,
    /// Columns that say who somebody is to the person.
    pub(super) relations: Vec<String>,
    /// Whether every row is about other people.
    pub(super) is_others: bool,
    pub(super) special: Vec<String>,
    /// Columns of conclusions, which may be of a special category.
    pub(super) concluded: Vec<String>,
    /// Columns whose codes may be of a special category.
    pub(super) services: Vec<String>,
    /// Whether every row is of a special category.
    pub(super) is_special: bool,
}

impl Flagged {
    /// Finds the columns, of a table of a category of which is known what it tells.
    pub(super) fn of(
        columns: &[Column],
        rows: &[Row<'_>],
        people: &People,
        category: Category,
        roles: &[RoleColumn],
    ) -> Self {
        let named = |field: Field| {
            let named = columns.iter().filter(move |column| column.meaning.is(field));
            named.map(|column| column.name.clone()).collect()
        };
        let concluded = roles.iter().filter(|told| told.role == Role::Inference);
        Self {
            others: others(columns, people),
            fellows: fellows(columns, rows, people),
            relations: named(Field::Relation),
            is_others: category == Category::Others && people.is_of_others(),
            special: named(Field::Special),
            concluded: concluded.map(|told| told.column.clone()).collect(),
            services: named(Field::Service),
            is_special: category == Category::Special && people.lists().special,
        }
    }
}

/// The columns that say so.
pub(super) struct About {
    others: Vec<Seat>,
    /// Columns of people, each with the one named most often.
    fellows: Vec<(Seat, String)>,
    relations: Vec<Seat>,
    is_others: bool,
    special: Vec<Seat>,
    concluded: Vec<Seat>,
    services: Vec<Seat>,
    is_special: bool,
}

impl About {
    /// Seats the columns.
    pub(super) fn new(flagged: Flagged) -> Self {
        let seats = |names: Vec<String>| names.into_iter().map(Seat::new).collect();
        Self {
            others: seats(flagged.others),
            fellows: flagged.fellows.into_iter().map(|(column, own)| (Seat::new(column), own)).collect(),
            relations: seats(flagged.relations),
            is_others: flagged.is_others,
            special: seats(flagged.special),
            concluded: seats(flagged.concluded),
            services: seats(flagged.services),
            is_special: flagged.is_special,
        }
    }

    /// Tells whether a row is about other people too.
    pub(super) fn others(&self, cells: &[Cell<'_>]) -> bool {
        let is_fellow = |(column, own): &(Seat, String)| {
            column.present(cells).is_some_and(|text| text != own && !dictionary::is_desk(text))
        };
        let mut relations = self.relations.iter().filter_map(|column| column.present(cells));
        self.is_others
            || relations.any(dictionary::is_kin)
            || is_filled(&self.others, cells)
            || self.fellows.iter().any(is_fellow)
    }

    /// Tells whether a row is of a special category of data.
    pub(super) fn is_special(&self, cells: &[Cell<'_>]) -> bool {
        let mut services = self.services.iter().filter_map(|column| column.present(cells));
        let mut concluded = self.concluded.iter().filter_map(|column| column.present(cells));
        self.is_special
            || is_filled(&self.special, cells)
            || services.any(dictionary::is_sensitive)
            || concluded.any(dictionary::is_telling)
    }
}

fn is_filled(columns: &[Seat], cells: &[Cell<'_>]) -> bool {
    columns.iter().any(|column| column.present(cells).is_some())
}

/// Returns the columns that, when filled, make a row be about other people.
fn others(columns: &[Column], people: &People) -> Vec<String> {
    let is_others = |(index, column): &(usize, &Column)| {
        column.meaning.is(Field::Others) || people.got_something(*index) || people.are_others_in(*index)
    };
    columns.iter().enumerate().filter(is_others).map(|(_, column)| column.name.clone()).collect()
}

/// Returns the columns of people who may be the person, each with the one named most often.
fn fellows(columns: &[Column], rows: &[Row<'_>], people: &People) -> Vec<(String, String)> {
    let is_told = |column: &&Column| {
        (column.meaning.is(Field::Fellow) && column.is_text())
            || column.meaning.is(Field::Between) && column.is_mailed()
    };
    let told: Vec<&str> = columns.iter().filter(is_told).map(|column| column.name.as_str()).collect();
    let own = own(&told, rows);
    let together = told.iter().filter_map(|name| Some(((*name).to_owned(), own.clone()?)));
    // In a list of them a first name and a family name have a column each.
    let apart = columns.iter().enumerate().filter(|(index, column)| {
        people.are_fellows_in(*index) && column.is_text() && !told.contains(&column.name.as_str())
    });
    let apart =
        apart.filter_map(|(_, column)| Some((column.name.clone(), self::own(&[&column.name], rows)?)));
    together.chain(apart).collect()
}

/// Returns who is named most often in some columns, of as many the first: whoever books is named before those who come along.
fn own(told: &[&str], rows: &[Row<'_>]) -> Option<String> {
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for (at, (name, text)) in rows.iter().copied().flatten().enumerate() {
        if told.contains(&name.as_str())
            && let Some(text) = value::present(text).filter(|text| !dictionary::is_desk(text))
        {
            counts.entry(text).or_insert((0, at)).0 += 1;
        }
    }
    let own = counts.into_iter().max_by_key(|(_, (count, first))| (*count, std::cmp::Reverse(*first)));
    own.map(|(text, _)| text.to_owned())
}

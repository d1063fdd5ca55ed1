//! Roles: which columns of an unknown table name a conclusion, a company, an identifier, a device or a place.
//!
//! In: the columns, what the table is a list of, and what is known of its people. Out: the columns that are told, each with the
//! name that its values need. A list names one thing in each row: a column of its own says which, and else the name of a company,
//! a name or the title does. Why something was shared is never who got it, and a flag or a bare number is no name.
//!
//! Not here: what the values are by their form (`detect`), and what an entry of a list is worth (`report`).

use std::borrow::Cow;

use super::column::Column;
use super::detect::{Type, addresses};
use super::dictionary::{is_denied as is_denied_flag, is_nothing, names_nobody};
use super::field::Field;
use super::people::People;
use super::row::Seat;
use super::words::{end_of, own as own_name};
use crate::import::format::Cell;
use crate::import::record::Role;
use crate::law::category::Category;

/// A column whose values are told.
pub(super) struct RoleColumn {
    pub(super) role: Role,
    pub(super) column: String,
    /// What its values are values of, where they do not say it themselves: `churn score`.
    pub(super) label: Option<String>,
    /// The column of the number that belongs to what it names: of a list of scores.
    value: Option<String>,
    /// Whether its values say whether the person is in what it is called: `segments.luxury`.
    is_membership: bool,
}

impl RoleColumn {
    fn new(role: Role, column: &Column, columns: &[Column], people: &People) -> Self {
        let value = (role == Role::Inference).then(|| value_of(column, columns, people)).flatten();
        let is_own = role == Role::Inference && value.is_none();
        // The value of one score is called after what it stands in: `risicoscore: {waarde}`.
        let above = people.score().filter(|_| column.meaning.is(Field::Value));
        let label = above.map(label).or_else(|| column.needs_its_name().then(|| label(&column.name)));
        let label = label.filter(|_| is_own);
        let is_membership = role == Role::Inference && column.meaning.is(Field::Concluded);
        Self { role, column: column.name.clone(), label, value, is_membership }
    }
}

/// A column that is told, at its place in the rows.
pub(super) struct RoleSeat {
    role: Role,
    seat: Seat,
    label: Option<String>,
    value: Option<Seat>,
    is_membership: bool,
}

impl RoleSeat {
    pub(super) fn new(told: RoleColumn) -> Self {
        let RoleColumn { role, column, label, value, is_membership } = told;
        Self { role, seat: Seat::new(column), label, value: value.map(Seat::new), is_membership }
    }

    /// Puts its value in a row into the form in which a list tells it: an address without its port, a number with what it
    /// measures. What says that it is unknown names nothing, and neither does a row that says of it that it is not so.
    pub(super) fn tell<'c>(&self, cells: &[Cell<'c>], is_denied: bool, told: &mut Vec<(Role, Cow<'c, str>)>) {
        let Some(text) = self.seat.present(cells) else { return };
        let role = self.role;
        if role.is_named() && (is_denied || names_nothing(role, text)) {
            return;
        }
        // A number may be a score: nothing of it is a low one.
        if self.is_membership && is_denied_flag(text) && text != "0" {
            return;
        }
        if let Some(value) = self.value.as_ref().and_then(|value| value.present(cells)) {
            told.push((role, Cow::Owned(format!("{text}: {value}"))));
            return;
        }
        match &self.label {
            Some(label) => told.push((role, Cow::Owned(format!("{label}: {text}")))),
            None if role == Role::IpAddress => told.extend(addresses(text).map(|address| (role, address))),
            None => told.push((role, Cow::Borrowed(text))),
        }
    }
}

/// Tells whether a value that should name a conclusion or a company names none.
fn names_nothing(role: Role, text: &str) -> bool {
    match role {
        Role::Inference => is_nothing(text),
        Role::Recipient | Role::Source => names_nobody(text),
        Role::Identifier | Role::Device | Role::IpAddress | Role::Location | Role::Query | Role::Profile => {
            false
        }
    }
}

/// Returns the columns that are told, in their order.
pub(super) fn roles(
    columns: &[Column],
    category: Category,
    titles: &[String],
    people: &People,
) -> Vec<RoleColumn> {
    // Rows about persons are no list, whatever their titles are.
    let listed = role_of(category).or(people.lists().named);
    let listed = listed.filter(|_| !people.is_profile());
    let mut found: Vec<(usize, Role)> = columns
        .iter()
        .enumerate()
        .filter_map(|(index, column)| Some((index, own(columns, index, column, people, listed, category)?)))
        .collect();
    let is_detail =
        |index: usize| columns.get(index).is_some_and(|column: &Column| column.meaning.is(Field::Detail));
    // What says more about a row names nothing where something else does.
    let named: Vec<Role> =
        found.iter().filter(|(index, _)| !is_detail(*index)).map(|(_, role)| *role).collect();
    found.retain(|(index, role)| !role.is_named() || !is_detail(*index) || !named.contains(role));
    // Beside its number a segment has a name.
    let is_code =
        |index: usize| columns.get(index).is_some_and(|column: &Column| column.meaning.is(Field::Code));
    let is_named = |listed: &Role| found.iter().any(|(index, role)| role == listed && !is_code(*index));
    if let Some(listed) = listed.filter(|listed| !is_named(listed)) {
        match naming(columns, titles, people, listed) {
            Some(index) => {
                found.retain(|(_, role)| *role != listed);
                found.push((index, listed));
            }
            // Whom a list of advertisers names by their audiences is an advertiser.
            None if listed == Role::Recipient => found
                .iter_mut()
                .filter(|(_, role)| *role == Role::Inference)
                .for_each(|(_, role)| *role = listed),
            None => {}
        }
        found.sort_by_key(|(index, _)| *index);
    }
    let told = found.into_iter();
    told.filter_map(|(index, role)| Some(RoleColumn::new(role, columns.get(index)?, columns, people)))
        .collect()
}

/// Returns the column of the numbers of what a list of scores names.
fn value_of(column: &Column, columns: &[Column], people: &People) -> Option<String> {
    let meaning = &column.meaning;
    let names_scores = column.is_text()
        && (meaning.role == Some(Role::Inference) && meaning.is(Field::Bare)
            || meaning.role.is_none() && people.lists().scores);
    let is_value = |other: &&Column| {
        let meaning = &other.meaning;
        let is_one = meaning.is(Field::Value) || meaning.is(Field::Bare) && !other.is_text();
        other.name != column.name && is_one && !other.is_dated()
    };
    let value = columns.iter().filter(|_| names_scores).find(is_value)?;
    Some(value.name.clone())
}

/// Returns what a column holds by the form of its values or by its name.
fn own(
    columns: &[Column],
    index: usize,
    column: &Column,
    people: &People,
    listed: Option<Role>,
    category: Category,
) -> Option<Role> {
    if let Some(role) = column.kind().and_then(role_of_values) {
        return Some(role);
    }
    let meaning = &column.meaning;
    if meaning.role == Some(Role::IpAddress) && column.is_half(column.of_type(Type::Ip)) {
        return Some(Role::IpAddress);
    }
    if meaning.is(Field::Purpose) || column.filled == 0 {
        return None;
    }
    let role = if people.got_data(index) { Role::Recipient } else { meaning.role? };
    let names_people = people.are_in(index);
    let is_told = match role {
        Role::Inference if column.is_number() => {
            !names_people && (is_own_number(columns, column, people, category) || is_code(columns, column))
        }
        Role::Inference if column.is_flag() => {
            !names_people && (meaning.is(Field::Rating) || column.is_lettered())
        }
        Role::Inference | Role::Recipient | Role::Source | Role::Query => {
            !names_people && !column.is_number() && !column.is_flag()
        }
        // Where a company sits is no place of the person's.
        Role::Location => {
            let is_of_companies = matches!(listed, Some(Role::Recipient | Role::Source));
            !names_people && !column.is_number() && !people.is_sharing() && !is_of_companies
        }
        Role::Device => !column.is_number() && !column.is_flag(),
        Role::Identifier => true,
        Role::Profile => !column.is_number() && !column.is_flag(),
        Role::IpAddress => false,
    };
    (is_told && !column.is_dated()).then_some(role)
}

/// What was concluded of a person may be a number; beside the name of a segment it is the segment's own, and a bare score is
/// that of whatever the row names.
fn is_own_number(columns: &[Column], column: &Column, people: &People, category: Category) -> bool {
    let meaning = &column.meaning;
    if people.is_profile() {
        return true;
    }
    let is_beside =
        |is: fn(&Column) -> bool| columns.iter().any(|other| other.name != column.name && is(other));
    let is_of_one = column.filled == 1 && columns.iter().all(|other| other.filled <= 1);
    // In a list of segments it is the segment's, were there but one.
    let is_listed = category != Category::Inferences
        || is_beside(names_a_thing)
        || people.lists().conclusions && !people.lists().scores && is_beside(names_a_segment);
    let is_bare = meaning.is(Field::Bare) && is_listed;
    meaning.is(Field::Rating) && !is_bare && (is_of_one || !is_beside(names_a_segment))
}

fn names_a_segment(column: &Column) -> bool {
    column.meaning.role == Some(Role::Inference) && !column.is_number() && column.filled > 0
}

/// Tells whether a column says what a row is about, and that is no conclusion.
fn names_a_thing(column: &Column) -> bool {
    column.meaning.role != Some(Role::Inference) && column.is_text() && !column.meaning.is(Field::Status)
}

/// Tells whether the numbers of a class are its codes: nothing beside them names the class.
fn is_code(columns: &[Column], column: &Column) -> bool {
    let is_of_one = columns.iter().all(|other| other.filled <= 1);
    let own = label(&column.name).to_lowercase();
    let names = |other: &Column| {
        let is_same = label(&other.name).to_lowercase().contains(&own);
        let (is_thing, meaning) = (names_a_thing(other), &other.meaning);
        is_same && names_a_segment(other)
            || is_thing && (!is_of_one || meaning.is_any(&[Field::Title, Field::Detail, Field::Name]))
    };
    let mut beside = columns.iter().filter(|other| other.name != column.name);
    column.meaning.is(Field::Class) && !column.meaning.is(Field::Measure) && !beside.any(names)
}

/// Finds the column that names what each row of a list is about, where none says so itself.
fn naming(columns: &[Column], titles: &[String], people: &People, listed: Role) -> Option<usize> {
    let is_name = |(index, column): &(usize, &Column)| {
        let meaning = &column.meaning;
        let is_other = meaning.role.is_some_and(|role| role != listed);
        let is_more = meaning.is(Field::Detail) && listed != Role::Inference;
        !is_other
            && !is_more
            && !meaning.is_any(&[Field::Purpose, Field::Currency, Field::Status])
            && !people.are_in(*index)
            && column.kind().is_none()
            && column.is_text()
    };
    let is_source = |column: &Column| listed == Role::Source && column.meaning.is(Field::Sources);
    let is_company = |column: &Column| listed != Role::Inference && column.meaning.is(Field::Company);
    let is_title = |column: &Column| titles.first() == Some(&column.name);
    let rank = |(index, column): &(usize, &Column)| {
        let order =
            (!is_source(column), !is_company(column), !column.meaning.is(Field::Name), !is_title(column));
        (order, *index)
    };
    let is_likely = |(_, column): &(usize, &Column)| {
        is_source(column)
            || is_company(column)
            || column.meaning.is(Field::Name)
            || titles.contains(&column.name)
    };
    let named = columns.iter().enumerate().filter(is_likely).filter(is_name);
    named.min_by_key(rank).map(|(index, _)| index)
}

/// The name of a column as words: `client.churn_score` is `churn score`.
fn label(name: &str) -> String {
    own_name(end_of(name)).split(['_', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Returns what values of a type are, wherever they stand.
fn role_of_values(kind: Type) -> Option<Role> {
    match kind {
        Type::Ip => Some(Role::IpAddress),
        Type::UserAgent => Some(Role::Device),
        Type::Token | Type::Cookie => Some(Role::Identifier),
        Type::Hardware => Some(Role::Device),
        Type::Coordinates => Some(Role::Location),
        Type::Email | Type::Phone | Type::Iban | Type::Card | Type::Link | Type::Product => None,
    }
}

/// Returns what a row of a category names that is a list of such things.
pub(super) fn role_of(category: Category) -> Option<Role> {
    let lists = [(Category::Inferences, Role::Inference), (Category::Recipients, Role::Recipient)];
    lists.iter().find(|(listed, _)| *listed == category).map(|(_, role)| *role)
}

//! Roles: which columns of an unknown table name a conclusion, a company, an identifier, a device or a place.
//!
//! In: the columns, what the table is a list of, and what is known of its people. Out: the columns that are told, each with the
//! name that its values need. A list names one thing in each row: a column of its own says which, and else the name of a company,
//! a name or the title does. Why something was shared is never who got it, and a flag or a bare number is no name.
//!
//! Not here: what the values are by their form (`detect`), and what an entry of a list is worth (`report`).

use std::borrow::Cow;

use super::detect::{Type, addresses};
use super::people::People;
use super::profile::Column;
use crate::import::record::Role;
use crate::law::category::Category;

/// A column whose values are told.
pub(super) struct RoleColumn {
    pub(super) role: Role,
    pub(super) column: String,
    /// What its values are values of, where they do not say it themselves: `churn score`.
    pub(super) label: Option<String>,
}

impl RoleColumn {
    fn new(role: Role, column: &Column) -> Self {
        let label = (role == Role::Inference && column.needs_its_name()).then(|| label(&column.name));
        Self { role, column: column.name.clone(), label }
    }
}

/// Puts a value into the form in which a list tells it: an address without its port, a number with what it measures.
pub(super) fn tell<'t>(role: Role, label: Option<&str>, text: &'t str, told: &mut Vec<(Role, Cow<'t, str>)>) {
    match label {
        Some(label) => told.push((role, Cow::Owned(format!("{label}: {text}")))),
        None if role == Role::IpAddress => told.extend(addresses(text).map(|address| (role, address))),
        None => told.push((role, Cow::Borrowed(text))),
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
        .filter_map(|(index, column)| Some((index, own(columns, index, column, people, listed)?)))
        .collect();
    let is_detail = |index: usize| columns.get(index).is_some_and(|column: &Column| column.meaning.is_detail);
    // What says more about a row names nothing where something else does.
    let named: Vec<Role> =
        found.iter().filter(|(index, _)| !is_detail(*index)).map(|(_, role)| *role).collect();
    found.retain(|(index, role)| !role.is_named() || !is_detail(*index) || !named.contains(role));
    // Beside its number a segment has a name.
    let is_code = |index: usize| columns.get(index).is_some_and(|column: &Column| column.meaning.is_code);
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
    let told = found.into_iter().filter_map(|(index, role)| Some(RoleColumn::new(role, columns.get(index)?)));
    told.collect()
}

/// Returns what a column holds by the form of its values or by its name.
fn own(
    columns: &[Column],
    index: usize,
    column: &Column,
    people: &People,
    listed: Option<Role>,
) -> Option<Role> {
    if let Some(role) = column.kind().and_then(role_of_values) {
        return Some(role);
    }
    let meaning = &column.meaning;
    if meaning.role == Some(Role::IpAddress) && column.is_half(column.of_type(Type::Ip)) {
        return Some(Role::IpAddress);
    }
    if meaning.is_purpose || column.filled == 0 {
        return None;
    }
    let role = if people.got_data(index) { Role::Recipient } else { meaning.role? };
    let names_people = people.are_in(index);
    let is_told = match role {
        Role::Inference if column.is_number() => !names_people && is_own_number(columns, column, people),
        Role::Inference if column.is_flag() => !names_people && meaning.is_rating,
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

/// What was concluded of a person may be a number; beside the name of a segment it is the segment's own.
fn is_own_number(columns: &[Column], column: &Column, people: &People) -> bool {
    let meaning = &column.meaning;
    if people.is_profile() {
        return true;
    }
    let names_a_segment = |other: &Column| {
        other.meaning.role == Some(Role::Inference) && !other.is_number() && other.filled > 0
    };
    let is_of_one = column.filled == 1 && columns.iter().all(|other| other.filled <= 1);
    meaning.is_rating && !meaning.is_bare && (is_of_one || !columns.iter().any(names_a_segment))
}

/// Finds the column that names what each row of a list is about, where none says so itself.
fn naming(columns: &[Column], titles: &[String], people: &People, listed: Role) -> Option<usize> {
    let is_name = |(index, column): &(usize, &Column)| {
        let meaning = &column.meaning;
        let is_other = meaning.role.is_some_and(|role| role != listed);
        let is_more = meaning.is_detail && listed != Role::Inference;
        !is_other
            && !is_more
            && !meaning.is_purpose
            && !meaning.is_currency
            && !meaning.is_status
            && !people.are_in(*index)
            && column.kind().is_none()
            && column.is_text()
    };
    let is_source = |column: &Column| listed == Role::Source && column.meaning.is_sources;
    let is_company = |column: &Column| listed != Role::Inference && column.meaning.is_company;
    let is_title = |column: &Column| titles.first() == Some(&column.name);
    let rank = |(index, column): &(usize, &Column)| {
        let order = (!is_source(column), !is_company(column), !column.meaning.is_name, !is_title(column));
        (order, *index)
    };
    let is_likely = |(_, column): &(usize, &Column)| {
        is_source(column) || is_company(column) || column.meaning.is_name || titles.contains(&column.name)
    };
    let named = columns.iter().enumerate().filter(is_likely).filter(is_name);
    named.min_by_key(rank).map(|(index, _)| index)
}

/// The name of a column as words: `client.churn_score` is `churn score`.
fn label(name: &str) -> String {
    let own = name.rsplit_once('.').map_or(name, |(_, own)| own);
    own.split(['_', ' ']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
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

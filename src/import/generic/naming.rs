//! Naming: which values tell one thing, or one person, from all others.
//!
//! In: the name of a column, or a value. Out: what the column numbers or names, and what a value is by its own form; and the words
//! that names of columns are made of. Not here: whether two records are one (`report/comparison`).

use super::detect::Type;
use super::dictionary::{dictionary, words};
use super::field::Field;
use super::words::{Meaning, Meanings};
use crate::import::fold;
use crate::import::record::Role;
use crate::import::value;
use crate::law::category::Category;

/// Letters of the shortest and the longest number that is known by its form.
const FORMED: std::ops::RangeInclusive<usize> = 6..=64;

/// Digits from which a number without letters is known by its form.
const FORMED_DIGITS_MIN: usize = 8;

/// What a column tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Naming {
    /// The number of an order.
    Order,
    /// The number of a person, an account, an invoice.
    Number,
    /// A code for anything, a product too.
    Code,
    /// The name of a person.
    Person,
    /// The name of a person, or of anything else.
    Name,
    /// Where somebody lives.
    Address,
}

/// Returns the words and phrases that are known in names of columns, tables and files.
pub fn vocabulary() -> impl Iterator<Item = &'static str> {
    dictionary().phrases()
}

/// Returns what a column of this name tells apart.
pub fn of_column(name: &str) -> Option<Naming> {
    let meaning: Meaning = Meanings::of_rare(name);
    let speaks_of = |category| meaning.categories.contains(&category);
    if meaning.is(Field::OrderNumber) {
        return Some(Naming::Order);
    }
    if meaning.is(Field::Person) {
        return Some(Naming::Person);
    }
    if meaning.is(Field::Name) && !meaning.is(Field::Company) {
        return Some(Naming::Name);
    }
    if speaks_of(Category::Address) {
        return Some(Naming::Address);
    }
    let is_counted = meaning.is_any(&[Field::Measure, Field::Quantity, Field::Amount, Field::Date]);
    if is_counted || speaks_of(Category::Contact) || speaks_of(Category::Inferences) {
        return None;
    }
    let spaced = fold::words(name);
    let is_numbered =
        spaced.split_whitespace().any(|word| words().names.number.iter().any(|known| known == word));
    match meaning.role {
        Some(Role::Identifier) => Some(Naming::Number),
        // An article's number is that of whoever bought it too.
        _ if meaning.is(Field::Code) || is_numbered && meaning.is(Field::Title) => Some(Naming::Code),
        _ if is_numbered => Some(Naming::Number),
        _ => None,
    }
}

/// Tells whether a value is by its own form a number that hardly two things share: letters with digits, or many digits; not a
/// day, an amount, an address of the internet or the number of a product.
pub fn is_number(text: &str) -> bool {
    let (mut digits, mut letters, mut all) = (0, 0, 0);
    for letter in text.chars() {
        all += 1;
        match letter {
            '0'..='9' => digits += 1,
            '-' | '_' | '/' | '#' => {}
            letter if letter.is_ascii_alphabetic() => letters += 1,
            _ => return false,
        }
    }
    FORMED.contains(&all)
        && (digits > 0 && letters > 0 || digits >= FORMED_DIGITS_MIN && digits == all)
        && !matches!(Type::of(text), Some(Type::Product | Type::Link))
        && value::iso(text).is_none()
}

/// Returns a value that reaches one person as it is compared: an address of mail, a telephone number, an account, a card;
/// nothing if it is none of them.
pub fn reached(text: &str) -> Option<String> {
    /// What stands before the last digits of a number is written in many ways.
    const DIGITS_COMPARED: usize = 9;
    let text = text.trim();
    match Type::of(text)? {
        Type::Email => Some(text.to_lowercase()),
        Type::Phone => {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            Some(digits.get(digits.len().saturating_sub(DIGITS_COMPARED)..)?.to_owned())
        }
        // The masked end of a card is that of many.
        Type::Card if text.contains(['*', 'x', 'X', '•']) => None,
        Type::Iban | Type::Card => {
            Some(text.chars().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase())
        }
        Type::Ip
        | Type::Coordinates
        | Type::UserAgent
        | Type::Token
        | Type::Cookie
        | Type::Hardware
        | Type::Product
        | Type::Link => None,
    }
}

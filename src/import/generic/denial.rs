//! Denial: which columns of an unknown table say that what a row names is not so: nobody got it, the person is in no such segment.
//!
//! In: the columns, and what is known of the people. Out: those columns, each with how it says so; and whether a value does. Of a row
//! about a person a state or a consent is the person's, and says nothing about the segment that stands beside it.
//!
//! Not here: what a value says by itself (`dictionary`).

use super::column::Column;
use super::dictionary::{is_affirmed, is_denied, is_nothing, is_refused, is_state_of_refusal};
use super::field::Field;
use super::people::People;
use crate::import::record::Role;

/// How a column says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Denial {
    /// By a flag that the person is not in it.
    Member,
    /// By a flag or a word that it is not: `consent`, `shared`.
    Granted,
    /// By a flag that the person refused it: `opted out`.
    Refusal,
    /// By the word of a state: `excluded`.
    State,
    /// By having no value: the score `n/a`.
    Value,
    /// By how likely it is: not at all.
    Likelihood,
}

impl Denial {
    /// Tells whether a value says it.
    pub(super) fn is_said(self, text: &str) -> bool {
        match self {
            Self::Member => is_denied(text),
            Self::Granted => is_refused(text) && text.contains(char::is_alphanumeric),
            Self::Refusal => is_affirmed(text),
            Self::State => is_state_of_refusal(text),
            Self::Value => is_nothing(text),
            Self::Likelihood => is_zero(text),
        }
    }
}

fn is_zero(text: &str) -> bool {
    text.contains('0') && text.bytes().all(|byte| matches!(byte, b'0' | b'.' | b',' | b' ' | b'%'))
}

/// Returns the columns that say it.
pub(super) fn denials(columns: &[Column], people: &People) -> Vec<(String, Denial)> {
    let is_of_one =
        people.is_profile() || columns.iter().any(|column| column.meaning.role == Some(Role::Identifier));
    let is_score = |column: &Column| {
        column.meaning.role == Some(Role::Inference) && column.meaning.is(Field::Bare) && column.is_text()
    };
    let has_scores = columns.iter().any(is_score);
    // A field right under a name of conclusions speaks of itself alone.
    let is_own = |column: &&Column| column.meaning.is(Field::Concluded);
    let of_row = columns.iter().filter(|column| !is_own(column));
    of_row.filter_map(|column| Some((column.name.clone(), how(column, is_of_one, has_scores)?))).collect()
}

fn how(column: &Column, is_of_one: bool, has_scores: bool) -> Option<Denial> {
    let meaning = &column.meaning;
    let ways = [
        (Field::Belongs, column.is_flag(), Denial::Member),
        (Field::Granted, !is_of_one, Denial::Granted),
        (Field::Refusal, !is_of_one, Denial::Refusal),
        (Field::Status, !is_of_one, Denial::State),
        (Field::Likelihood, !is_of_one, Denial::Likelihood),
        (Field::Bare, !is_of_one && has_scores, Denial::Value),
    ];
    ways.into_iter().find(|(field, may_say, _)| *may_say && meaning.is(*field)).map(|(_, _, denial)| denial)
}

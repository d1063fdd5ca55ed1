//! Aside: the company's own letters, which are no data about the person.
//!
//! In: an answer, and the letters that were read in it. Out: the answer without the paragraphs of letters, which the import
//! counts as records so that every line is accounted for. A refusal of four lines is no copy of four pieces of information, and
//! the day on which it was written is not the latest of the person's.
//!
//! The ledger stays as it is. Not here: what letters say (`audit`). A document that does not greet, or in which anything was
//! recognised, is data.

use std::borrow::Cow;

use super::audit::{Document, is_letter};
use crate::import::answer::Answer;
use crate::import::coverage::{Account, State};
use crate::import::totals::CategoryTotals;
use crate::law::category::{Category, Origin};

/// Returns the answer without the records that are paragraphs of letters.
pub(super) fn without_letters<'a>(answer: &'a Answer, letters: &[Document]) -> Cow<'a, Answer> {
    let is_letter = |account: &&Account| {
        let named = letters.iter().find(|letter| letter.name == account.path);
        is_prose(account, answer) && named.is_some_and(is_letter)
    };
    let aside: Vec<&Account> = answer.accounts.iter().filter(is_letter).collect();
    if aside.is_empty() {
        return Cow::Borrowed(answer);
    }
    let mut rest = answer.clone();
    for account in aside {
        rest.totals.others = rest.totals.others.saturating_sub(account.others);
        rest.totals.others_places.retain(|place| place.file != account.path);
        rest.totals.special = rest.totals.special.saturating_sub(account.special);
        rest.totals.special_places.retain(|place| place.file != account.path);
        for (category, records) in &account.by_category {
            if let Some(totals) = rest.totals.categories.get_mut(category) {
                take(totals, &account.path, *records);
            }
        }
    }
    rest.totals.categories.retain(|_, totals| totals.records > 0);
    Cow::Owned(rest)
}

/// Whether nothing was recognised in a document: all its records are paragraphs, or the mail that brought the answer.
fn is_prose(account: &Account, answer: &Answer) -> bool {
    let is_cover = || {
        let name = account.path.as_str();
        name.to_ascii_lowercase().ends_with(".eml")
            && !name.contains("!/")
            && (answer.received.iter().any(|it| it.name == *name) || !name.contains('/'))
    };
    account.state == State::Generic
        && account.kind.is_none()
        && account.by_category.keys().all(|category| {
            *category == Category::Unknown || *category == Category::Communications && is_cover()
        })
}

/// Takes the records of a document out of a category.
fn take(totals: &mut CategoryTotals, path: &str, records: u64) {
    totals.records = totals.records.saturating_sub(records);
    // Nobody says of a paragraph how the company came by it.
    if let Some(unknown) = totals.origins.get_mut(&Origin::Unknown) {
        *unknown = unknown.saturating_sub(records);
    }
    totals.origins.retain(|_, count| *count > 0);
    let (own, others): (Vec<_>, Vec<_>) =
        std::mem::take(&mut totals.samples).into_iter().partition(|it| it.place.file == path);
    totals.samples = others;
    for moment in own.iter().filter_map(|sample| sample.when) {
        let month = moment.date().format("%Y-%m").to_string();
        if let Some(count) = totals.months.get_mut(&month) {
            *count = count.saturating_sub(1);
        }
        // The months that are left tell from when to when.
        totals.first = totals.first.filter(|first| *first != moment);
        totals.last = totals.last.filter(|last| *last != moment);
    }
    totals.months.retain(|_, count| *count > 0);
}

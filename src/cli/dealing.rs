//! What is known of a person's dealings with a company, and when they last asked it the same.
//!
//! In: the profile, the cases there are. Out: whether anything says that a company knows the person, the day of the
//! same request less than twelve months ago, and the request for access that an erasure would overtake. A request to a company that holds nothing about a person, or one that is
//! made again and again, can be held to be excessive (Art. 12(5), C-526/24): it is warned of and never forbidden.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::failure::Failure;
use crate::directory::company::Company;
use crate::law::repetition::again_from;
use crate::law::right::Right;
use crate::letter::request::DataSubject;
use crate::tracker::case::CaseFile;
use crate::tracker::event::EventKind;
use crate::tracker::store::Store;
use crate::tracker::store::opening::Opening;

/// The cases there are, and which of them brought data.
pub(super) struct Dealings {
    pub(super) cases: Vec<CaseFile>,
    imported: BTreeSet<String>,
}

impl Dealings {
    /// Reads them from the store.
    pub(super) fn of(store: &Store) -> Result<Self, Failure> {
        Ok(Self { cases: store.cases()?, imported: store.imported()? })
    }

    /// The cases that came since these were read, as they stand while nobody else writes.
    pub(super) fn since(&self, opening: &Opening<'_>) -> Result<Self, Failure> {
        let known: BTreeSet<&str> = self.cases.iter().map(|file| file.case.reference.as_str()).collect();
        let cases = opening.cases(|case| !known.contains(case.reference.as_str()))?;
        Ok(Self { cases, imported: BTreeSet::new() })
    }

    /// Tells whether a request for a right goes to a company of which nothing says that it knows the person.
    pub(super) fn is_stranger(&self, company: &Company, person: &DataSubject, right: Right) -> bool {
        if names_dealing(right) {
            return false;
        }
        let is_it = |id: &String| id == company.id() || company.formerly.contains(id);
        let told = person.known_as.keys().chain(person.dealt_with.keys()).any(is_it);
        let brought_data =
            |file: &CaseFile| is_it(&file.case.company) && self.imported.contains(&file.case.reference);
        !told && !self.cases.iter().any(brought_data)
    }

    /// Returns the cases with the same request less than twelve months ago.
    pub(super) fn recent(
        &self,
        company: &Company,
        right: Right,
        today: NaiveDate,
    ) -> impl Iterator<Item = &CaseFile> {
        let is_recent = move |file: &&CaseFile| {
            let is_same = file.case.right == right && file.case.company == company.id();
            is_same && !is_withdrawn(file) && today < again_from(requested(file))
        };
        self.cases.iter().filter(is_recent)
    }
}

/// Returns the request for access to a company that is not answered yet. What is erased meanwhile can no longer be shown, nor
/// proven.
pub(super) fn unanswered_access<'a>(cases: &'a [CaseFile], company: &str) -> Option<&'a CaseFile> {
    let is_access = |file: &&CaseFile| {
        matches!(file.case.right, Right::Access | Right::Tracking) && file.case.company == company
    };
    let ends = |kind| matches!(kind, EventKind::Answered | EventKind::Withdrawn | EventKind::Closed);
    let is_open = |file: &&CaseFile| !file.events.iter().any(|event| ends(event.kind));
    cases.iter().filter(is_access).find(is_open)
}

/// The day a request was made: when it left, else when it was written.
fn requested(file: &CaseFile) -> NaiveDate {
    file.sent().unwrap_or(file.case.drafted)
}

fn is_withdrawn(file: &CaseFile) -> bool {
    file.events.iter().any(|event| event.kind == EventKind::Withdrawn)
}

/// Tells whether a request names by itself what the person has to do with the company: an identifier it set, the value it
/// has wrong, its advertising, its decision, the consent it was given.
fn names_dealing(right: Right) -> bool {
    match right {
        Right::Tracking
        | Right::Rectification
        | Right::MarketingObjection
        | Right::AutomatedDecision
        | Right::WithdrawConsent => true,
        Right::Access | Right::Erasure | Right::Restriction | Right::Portability | Right::Objection => false,
    }
}

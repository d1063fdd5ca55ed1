//! Whole: the imports of a case as one answer.
//!
//! In: the answers that were imported for a case, in the order in which they were read ([`Part`]). Out: a [`Whole`]: one
//! answer, and of each import whether it is part of it. A company may send what it holds in several archives or on several
//! days, so an import adds to those before it. Only what would say the same twice is left out: an import of files that stand in
//! another one, or whose files, months and names all stand in another one.
//!
//! Not here: the money of an order that stands in two imports, which only a common reading settles; the page says that what
//! stands in two imports counts twice.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::model::{ImportLine, ImportRole};
use crate::finding::{Code, Finding, Place};
use crate::import::answer::Answer;
use crate::import::coverage::{Coverage, State};
use crate::import::totals::{BoundedList, CategoryTotals, SAMPLES_MAX, Totals};
use crate::law::category::Category;

/// An import of a case.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// Its id.
    pub import: &'a str,
    /// The day it was read.
    pub read_on: NaiveDate,
    /// What it holds.
    pub answer: &'a Answer,
}

/// The imports of a case as one answer.
#[derive(Debug, Clone)]
pub struct Whole {
    /// What they add up to.
    pub answer: Answer,
    /// Import by import, in the order in which they were read.
    pub imports: Vec<ImportLine>,
    /// What stands before the paths of each import.
    labels: Vec<String>,
}

impl Whole {
    /// Puts the imports of a case together.
    pub fn of(parts: &[Part<'_>]) -> Self {
        let left_out = left_out(parts);
        let labels = labels(parts, &left_out);
        let imports = parts.iter().zip(&left_out);
        let imports = imports.map(|(part, is_left_out)| line(part, *is_left_out)).collect();
        let kept: Vec<Answer> = parts
            .iter()
            .zip(&labels)
            .zip(&left_out)
            .filter(|(_, is_left_out)| !**is_left_out)
            .map(|((part, label), _)| labelled(part.answer, label))
            .collect();
        Self { answer: added(kept), imports, labels }
    }

    /// Returns what a file of an import is called here: by its path, after the import where several are put together.
    pub fn name(&self, import: usize, path: &str) -> String {
        named(self.label(import), path)
    }

    /// Returns what stands before the paths of an import; nothing where only one counts.
    pub fn label(&self, import: usize) -> &str {
        self.labels.get(import).map(String::as_str).unwrap_or_default()
    }
}

fn line(part: &Part<'_>, is_left_out: bool) -> ImportLine {
    ImportLine {
        import: part.import.to_owned(),
        read_on: part.read_on,
        received: part.answer.received.iter().map(|received| received.name.clone()).collect(),
        records: part.answer.totals.records(),
        role: if is_left_out { ImportRole::LeftOut } else { ImportRole::Shown },
    }
}

/// Tells of each import whether another one holds all of it. Of two that hold the same the later one stays, unless it could
/// not open what the earlier one could.
fn left_out(parts: &[Part<'_>]) -> Vec<bool> {
    let mut left_out = vec![false; parts.len()];
    for (number, part) in parts.iter().enumerate() {
        let stands_in = |(other, by): (usize, &Part<'_>)| {
            let is_free = other != number && !left_out.get(other).copied().unwrap_or(true);
            is_free && holds_all(by.answer, part.answer) && !opened_less(by.answer, part.answer)
        };
        let is_left_out = parts.iter().enumerate().rev().any(stands_in);
        if let Some(own) = left_out.get_mut(number) {
            *own = is_left_out;
        }
    }
    left_out
}

/// Tells whether a reading of the same files failed where another one did not.
fn opened_less(by: &Answer, other: &Answer) -> bool {
    by.totals.records() < other.totals.records() && by.coverage.refused > other.coverage.refused
}

/// Tells whether one answer holds all that another one holds.
fn holds_all(by: &Answer, other: &Answer) -> bool {
    let is_received = |sha256: &str| by.received.iter().any(|received| received.sha256 == sha256);
    let same_files = other.received.iter().all(|received| is_received(&received.sha256));
    (same_files && !other.received.is_empty()) || says_all(by, other)
}

/// Tells whether files came again: all of them by their paths, with at least as many records, and with all that is kept of them.
fn says_all(by: &Answer, other: &Answer) -> bool {
    let came_again = other.accounts.iter().filter(|account| account.state != State::Ignored).all(|account| {
        by.accounts.iter().any(|own| own.path == account.path && own.records >= account.records)
    });
    let nothing = CategoryTotals::default();
    let of = |category: &Category| by.totals.categories.get(category).unwrap_or(&nothing);
    let has_records = other.totals.records() > 0;
    has_records
        && came_again
        && other.totals.categories.iter().all(|(category, totals)| counts_all(of(category), totals))
        && lists_all(&by.totals, &other.totals)
}

/// Tells whether a category has as much in every month, and where all of its rows were kept, the same rows.
fn counts_all(by: &CategoryTotals, other: &CategoryTotals) -> bool {
    let in_month = |month: &String| by.months.get(month).copied().unwrap_or_default();
    let is_kept_whole = by.records <= SAMPLES_MAX as u64;
    by.records >= other.records
        && other.months.iter().all(|(month, count)| in_month(month) >= *count)
        && (!is_kept_whole
            || other.samples.iter().all(|row| by.samples.iter().any(|own| own.fields == row.fields)))
}

fn lists_all(by: &Totals, other: &Totals) -> bool {
    let nothing = BoundedList::default();
    other.lists.iter().all(|(role, list)| {
        let own = by.lists.get(role).unwrap_or(&nothing);
        own.beyond > 0 || list.entries.keys().all(|text| own.entries.contains_key(text))
    })
}

/// What stands before the paths of each import: the name of what was received, or the import's id where that is no name of one.
/// Nothing where only one import counts.
fn labels(parts: &[Part<'_>], left_out: &[bool]) -> Vec<String> {
    if left_out.iter().filter(|is_left_out| !**is_left_out).count() < 2 {
        return vec![String::new(); parts.len()];
    }
    let name = |part: &Part<'_>| match part.answer.received.as_slice() {
        [only] => Some(only.name.clone()),
        [] | [_, _, ..] => None,
    };
    let is_unique =
        |wanted: &String| parts.iter().filter(|part| name(part).as_ref() == Some(wanted)).count() == 1;
    parts.iter().map(|part| name(part).filter(is_unique).unwrap_or_else(|| part.import.to_owned())).collect()
}

/// What a file is called after what was received: a lone file by its own name; the files of an archive stand in it.
pub fn named(label: &str, path: &str) -> String {
    if label.is_empty() || label == path { path.to_owned() } else { format!("{label}!/{path}") }
}

fn labelled(answer: &Answer, label: &str) -> Answer {
    let mut answer = answer.clone();
    let is_member: BTreeSet<String> = answer.accounts.iter().map(|account| account.path.clone()).collect();
    let rename = |place: &mut Place| {
        // A finding about the answer as a whole names no member: a usual file that is absent, the archive itself.
        if is_member.contains(&place.file) {
            place.file = named(label, &place.file);
        }
    };
    let totals = &mut answer.totals;
    totals.others_places.iter_mut().chain(&mut totals.special_places).for_each(rename);
    totals
        .categories
        .values_mut()
        .flat_map(|category| &mut category.samples)
        .for_each(|row| rename(&mut row.place));
    totals
        .lists
        .values_mut()
        .flat_map(|list| list.entries.values_mut())
        .for_each(|entry| rename(&mut entry.place));
    answer.findings.iter_mut().for_each(|finding| rename(&mut finding.place));
    for account in &mut answer.accounts {
        account.findings.iter_mut().for_each(|finding| rename(&mut finding.place));
        account.path = named(label, &account.path);
    }
    answer
}

fn added(parts: Vec<Answer>) -> Answer {
    let findings = findings(&parts);
    let mut whole = Answer { findings, ..Answer::nothing() };
    for part in parts {
        whole.received.extend(part.received);
        whole.company = whole.company.or(part.company);
        whole.accounts.extend(part.accounts);
        whole.totals.merge(part.totals);
        whole
            .lacks
            .extend(part.lacks.into_iter().filter(|lack| !whole.lacks.contains(lack)).collect::<Vec<_>>());
        whole.explained.extend(
            part.explained.into_iter().filter(|it| !whole.explained.contains(it)).collect::<Vec<_>>(),
        );
        whole.found_at.extend(part.found_at);
    }
    let totals = &whole.totals;
    whole.findings.retain(|finding| !came(finding, totals));
    whole.coverage = Coverage::sum(&whole.accounts, whole.findings.len() as u64);
    whole
}

/// The findings about each import as a whole. What one of them lacks is lacking only where every other one that such a finding
/// can be made in lacks it, too.
fn findings(parts: &[Answer]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for part in parts {
        let lacks_it = |finding: &Finding| {
            // Only where a layout was recognised it is known what usually comes.
            let is_same_company = |other: &&Answer| {
                let recognised = |answer: &Answer| {
                    let company = answer.company.as_ref().filter(|company| !company.evidence.is_empty());
                    company.map(|company| company.id.clone())
                };
                recognised(other) == recognised(part)
            };
            parts.iter().filter(is_same_company).all(|other| other.findings.contains(finding))
        };
        for finding in &part.findings {
            let is_lack = matches!(finding.code, Code::FileAbsent | Code::AnnouncedAbsent);
            let is_told = is_lack && findings.contains(finding);
            if !is_told && (!is_lack || lacks_it(finding)) {
                findings.push(finding.clone());
            }
        }
    }
    findings
}

/// Tells whether a category that an import lacks came in another one.
fn came(finding: &Finding, totals: &Totals) -> bool {
    let named = finding.facts.iter().find(|(name, _)| name == "category").map(|(_, value)| value);
    let category = named.and_then(|id| Category::find(id));
    finding.code == Code::AnnouncedAbsent
        && category.is_some_and(|category| totals.categories.contains_key(&category))
}

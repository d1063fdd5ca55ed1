//! Build: from an answer and its context to a report.
//!
//! In: `import::answer::Answer`, [`Context`]. Out: [`Report`]. Nothing is read again and nothing is guessed:
//! a fact is a count, a list or a place the import kept.
//!
//! A date is believable from 1950 to the day of the report, and is not 1 January 1970: computers write that
//! one where they know none. Unbelievable dates stay in the rows and do not move "since when" or a chart.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry as MapEntry;

use chrono::{Datelike, NaiveDate, NaiveTime};

use super::audit::Limit;
use super::model::{
    AnnouncedAgainst, AnnouncedRecipient, Context, FileCount, Holding, ImportLine, ImportRole, List, Listed,
    Money, Report, Sensitive, Sharing, Summary, Traces, YearSums,
};
use super::share::shares;
use super::{aside, code, gaps, ledger, telling};
use crate::directory::known::Name;
use crate::finding::Code;
use crate::import::answer::Answer;
use crate::import::coverage::Account;
use crate::import::explain::Explanation;
use crate::import::record::{Moment, Precision, Role, Zone};
use crate::import::totals::{CategoryTotals, Sum, Totals};
use crate::law::category::{Category, Origin};

/// Dates before this year are placeholders in every system we know of.
const BELIEVABLE_YEAR_MIN: i32 = 1950;

impl Report {
    /// Arranges an answer for a reader.
    pub fn build(answer: &Answer, context: &Context) -> Self {
        let answer = &*aside::without_letters(answer, &context.letters);
        let (gaps, limits) = gaps::find(answer, context);
        let list = |role| list(&answer.totals, role);
        let recipients = list(Role::Recipient);
        let mut report = Self {
            today: context.today,
            language: context.language,
            fingerprint: String::new(),
            company_id: context.company_id.clone(),
            program: context.program.clone(),
            import: context.import.clone(),
            imports: Vec::new(),
            company: context.company.clone(),
            controller: context.controller.clone(),
            recognition: answer.company.clone(),
            case: context.case.clone(),
            regime: context.regime,
            received: answer.received.clone(),
            summary: Summary {
                since: None,
                until: None,
                records: answer.totals.records(),
                // Traces of an operating system and copies are no files of the answer.
                files: answer.coverage.members.saturating_sub(answer.coverage.ignored),
                files_beside: answer.coverage.ignored,
                orders_repeated: answer.findings.iter().any(|it| it.code == Code::OrderCountedOnce),
                categories: 0,
                facts: Vec::new(),
                steps: Vec::new(),
            },
            conclusions: list(Role::Inference),
            sharing: sharing(recipients, list(Role::Source), &context.shares_with),
            holdings: holdings(answer, context.today),
            origins: shares(Origin::ALL, |origin| answer.totals.origins().get(&origin).copied().unwrap_or(0)),
            searches: list(Role::Query),
            traces: Traces {
                identifiers: list(Role::Identifier),
                devices: list(Role::Device),
                ip_addresses: list(Role::IpAddress),
                places: list(Role::Location),
            },
            sensitive: sensitive(answer, list(Role::Profile)),
            gaps,
            ledger: ledger::ledger(answer),
            findings: ledger::findings(answer),
            explained: explained(answer),
        };
        summarise(&mut report, &limits);
        report.fingerprint = fingerprint(&report);
        report
    }

    /// Says of which imports of the case the figures are.
    pub fn of_imports(mut self, imports: Vec<ImportLine>) -> Self {
        self.imports = imports;
        self
    }

    /// Makes it the report of one import beside others: what is missing is what the whole answer lacks.
    pub fn beside(mut self, whole: Self) -> Self {
        let own = self.import.clone();
        self.imports = whole.imports;
        for line in &mut self.imports {
            if Some(&line.import) == own.as_ref() {
                line.role = ImportRole::Shown;
            } else if line.role == ImportRole::Shown {
                line.role = ImportRole::Beside;
            }
        }
        self.gaps = whole.gaps;
        self.summary.steps = telling::next(&self);
        self.fingerprint = fingerprint(&self);
        self
    }
}

/// What the company explains of files that came.
fn explained(answer: &Answer) -> Vec<Explanation> {
    let came = |it: &&Explanation| answer.accounts.iter().any(|account| it.is_about(&account.path));
    answer.explained.iter().filter(came).cloned().collect()
}

fn summarise(report: &mut Report, limits: &[Limit]) {
    report.gaps.retention = gaps::retention(limits, &report.holdings, report.today);
    report.summary.since = report.holdings.iter().filter_map(|holding| holding.first).min();
    report.summary.until = report.holdings.iter().filter_map(|holding| holding.last).max();
    report.summary.categories = report.holdings.len() as u64;
    report.summary.facts = telling::facts(report);
    report.summary.steps = telling::next(report);
}

/// SHA-256 over every figure that an output may show; texts and places are not part of it.
fn fingerprint(report: &Report) -> String {
    use sha2::{Digest as _, Sha256};

    let summary = &report.summary;
    let facts = summary.facts.iter().map(|fact| format!("{} {} {:?}", fact.topic.id(), fact.count, fact.sum));
    let points = report.gaps.points.iter().map(|point| format!("{} {}", point.point, point.presence.id()));
    let holdings = report
        .holdings
        .iter()
        .map(|it| format!("{} {} {:?} {:?}", it.category.id(), it.records, it.origins, it.sums));
    let lists = super::spreadsheet::lists(report)
        .map(|list| format!("{} {} {}", list.role.id(), list.distinct, list.mentions));
    let coverage =
        [format!("{:?}", report.ledger.coverage), format!("{} {}", summary.records, summary.files)];
    let all: Vec<String> =
        coverage.into_iter().chain(facts).chain(points).chain(holdings).chain(lists).collect();
    Sha256::digest(all.join("\n")).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Arranges a list, entries mentioned most first.
pub(super) fn list(totals: &Totals, role: Role) -> List {
    let Some(bounded) = totals.lists.get(&role) else {
        return List { role, distinct: 0, beyond: 0, mentions: 0, entries: Vec::new() };
    };
    let entries = bounded
        .entries
        .iter()
        .map(|(text, entry)| Listed {
            text: text.clone(),
            count: entry.count,
            first: entry.first,
            last: entry.last,
            place: entry.place.clone(),
            unexplained: role == Role::Inference && (code::is_code(text) || code::is_segment(text)),
        })
        // Rows keep what their company calls a place; a list of places names those a person could go to.
        .filter(|entry| role != Role::Location || code::may_be_place(&entry.text));
    let mut entries = if role == Role::Location { one_spelling(entries) } else { entries.collect() };
    // Entries mentioned equally often stay in the company's own order.
    entries.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.place.cmp(&other.place)));
    let listed = entries.iter().fold(0_u64, |sum, entry| sum.saturating_add(entry.count));
    List {
        role,
        distinct: entries.len() as u64,
        beyond: bounded.beyond,
        mentions: listed.saturating_add(bounded.beyond),
        entries,
    }
}

/// Puts entries together that name one place (`it`, `IT`, `IT (Italy)`), under the spelling that is mentioned most.
fn one_spelling(entries: impl Iterator<Item = Listed>) -> Vec<Listed> {
    let mut known: BTreeMap<String, Listed> = BTreeMap::new();
    for entry in entries {
        match known.entry(code::place_key(&entry.text)) {
            MapEntry::Vacant(vacant) => {
                vacant.insert(entry);
            }
            MapEntry::Occupied(mut occupied) => {
                let kept = occupied.get_mut();
                let (first, last) = (earliest(kept.first, entry.first), kept.last.max(entry.last));
                let count = kept.count.saturating_add(entry.count);
                if entry.count > kept.count {
                    *kept = entry;
                }
                (kept.count, kept.first, kept.last) = (count, first, last);
            }
        }
    }
    known.into_values().collect()
}

/// The earlier of two moments; one that is not known is not earlier.
fn earliest(one: Option<Moment>, other: Option<Moment>) -> Option<Moment> {
    one.into_iter().chain(other).min()
}

fn sharing(recipients: List, sources: List, announced: &[AnnouncedRecipient]) -> Sharing {
    let names: Vec<Name> = announced.iter().map(|announced| Name::of(&announced.name)).collect();
    let against = announced.iter().zip(&names).map(|(announced, name)| {
        let entry = recipients.entries.iter().find(|entry| name.may_be(&Name::of(&entry.text)));
        AnnouncedAgainst { announced: announced.clone(), found: entry.map(|entry| entry.place.clone()) }
    });
    let against = against.collect();
    let is_announced = |entry: &&Listed| {
        let written = Name::of(&entry.text);
        names.iter().any(|name| name.may_be(&written))
    };
    let announced_entries = recipients.entries.iter().filter(is_announced).count() as u64;
    let unannounced =
        if announced.is_empty() { 0 } else { recipients.distinct.saturating_sub(announced_entries) };
    Sharing { recipients, sources, announced: against, unannounced }
}

fn holdings(answer: &Answer, today: NaiveDate) -> Vec<Holding> {
    let held = answer.totals.categories.iter().filter(|(_, totals)| totals.records > 0);
    held.map(|(category, totals)| holding(*category, totals, &answer.accounts, today)).collect()
}

fn holding(category: Category, totals: &CategoryTotals, accounts: &[Account], today: NaiveDate) -> Holding {
    let mut kinds: Vec<(String, u64)> =
        totals.kinds.iter().map(|(kind, count)| (kind.clone(), *count)).collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let months: BTreeMap<String, u64> = totals
        .months
        .iter()
        .filter(|(month, _)| month_start(month).is_some_and(|start| is_believable(start, today)))
        .map(|(month, count)| (month.clone(), *count))
        .collect();
    let dated = months.values().fold(0_u64, |sum, count| sum.saturating_add(*count));
    let believable = |moment: &Moment| is_believable(moment.date(), today);
    Holding {
        category,
        records: totals.records,
        origins: shares(Origin::ALL, |origin| totals.origins.get(&origin).copied().unwrap_or(0)),
        kinds,
        first: totals.first.filter(believable).or_else(|| months.keys().next().and_then(|m| whole_month(m))),
        last: totals
            .last
            .filter(believable)
            .or_else(|| months.keys().next_back().and_then(|m| whole_month(m))),
        undated: totals.records.saturating_sub(dated),
        months,
        sums: sums(totals),
        years: years(totals, today),
        rows: totals.samples.clone(),
        files: files_of(accounts, category),
        unexplained: code::unexplained(&totals.samples),
    }
}

/// Sums of a category per currency.
pub(super) fn sums(totals: &CategoryTotals) -> Vec<Money> {
    totals.amounts.iter().map(|(currency, sum)| money(currency, sum)).collect()
}

/// Sums per year, latest first; years that cannot be right are counted with the undated.
fn years(totals: &CategoryTotals, today: NaiveDate) -> Vec<YearSums> {
    let mut years: BTreeMap<Option<i32>, BTreeMap<&str, Sum>> = BTreeMap::new();
    for (year, sums) in &totals.years {
        let believable = |year: &i32| (BELIEVABLE_YEAR_MIN..=today.year()).contains(year);
        let own = years.entry(year.parse().ok().filter(believable)).or_default();
        for (currency, sum) in sums {
            own.entry(currency).or_default().merge(sum);
        }
    }
    let year = |(year, sums): (Option<i32>, BTreeMap<&str, Sum>)| YearSums {
        year,
        sums: sums.iter().map(|(currency, sum)| money(currency, sum)).collect(),
    };
    years.into_iter().rev().map(year).collect()
}

fn money(currency: &str, sum: &Sum) -> Money {
    Money {
        currency: Some(currency.to_owned()).filter(|code| !code.is_empty()),
        total: sum.total,
        count: sum.count,
        overflowed: sum.overflowed,
    }
}

/// Tells whether a date can be meant.
pub(super) fn is_believable(date: NaiveDate, today: NaiveDate) -> bool {
    let is_unix_zero = date.year() == 1970 && date.ordinal() == 1;
    date.year() >= BELIEVABLE_YEAR_MIN && date <= today && !is_unix_zero
}

fn month_start(month: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").ok()
}

fn whole_month(month: &str) -> Option<Moment> {
    let at = month_start(month)?.and_time(NaiveTime::MIN);
    Some(Moment { at, precision: Precision::Month, zone: Zone::Unknown })
}

fn files_of(accounts: &[Account], category: Category) -> Vec<FileCount> {
    accounts
        .iter()
        .filter_map(|account| {
            let records = *account.by_category.get(&category)?;
            Some(FileCount { path: account.path.clone(), records })
        })
        .collect()
}

fn sensitive(answer: &Answer, profiles: List) -> Sensitive {
    let most_used = profiles.entries.first().map_or(0, |entry| entry.count);
    Sensitive {
        in_other_profiles: profiles.mentions.saturating_sub(most_used),
        profiles,
        others: answer.totals.others,
        others_files: flagged_in(answer, |account| account.others),
        others_places: answer.totals.others_places.clone(),
        special: answer.totals.special,
        special_files: flagged_in(answer, |account| account.special),
        special_places: answer.totals.special_places.clone(),
    }
}

/// The files with such records, each with how many of its own: together they are the figure.
fn flagged_in(answer: &Answer, count: fn(&Account) -> u64) -> Vec<FileCount> {
    let counted = answer.accounts.iter().map(|account| (account, count(account)));
    let flagged = counted.filter(|(_, records)| *records > 0);
    flagged.map(|(account, records)| FileCount { path: account.path.clone(), records }).collect()
}

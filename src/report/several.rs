//! Several: what the companies hold, side by side.
//!
//! In: a report per company (the latest answer of each). Out: a [`Several`]: one line per company, one per category, purchases
//! per year and shop, and who several companies name. Every figure is one of a report, so the report of a company shows where it
//! comes from.
//!
//! Not here: who shares with whom (`network`).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::fingerprint::fingerprint;
use super::model::{List, Money, Report};
use crate::import::record::Moment;
use crate::law::category::{Category, Origin};
use crate::wording::Language;

/// What several companies hold.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Several {
    /// SHA-256 over its facts, in hexadecimal: outputs that show the same one are of the same facts.
    pub fingerprint: String,
    /// The day of the page.
    pub today: NaiveDate,
    /// The language of the reader.
    pub language: Language,
    /// How the program is called.
    pub program: String,
    /// Company by company, most records first.
    pub companies: Vec<Held>,
    /// Category by category, held by most companies first.
    pub categories: Vec<Across>,
    /// What was spent, per year and shop, latest first.
    pub purchases: Vec<Spent>,
    /// Other imports of the same companies, which are not shown here.
    pub earlier: u64,
}

/// What one company holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Held {
    /// Id of the import.
    pub import: String,
    /// The imports that were added up.
    pub imports: Vec<String>,
    /// The case it answers.
    pub case: Option<String>,
    /// The day it was read.
    pub read_on: NaiveDate,
    /// What people call the company, or the name of the file where nobody knows.
    pub company: String,
    /// Whether the company is known.
    pub known: bool,
    /// Earliest believable moment.
    pub since: Option<Moment>,
    /// Latest believable moment.
    pub until: Option<Moment>,
    /// Number of records.
    pub records: u64,
    /// Records per origin.
    pub origins: BTreeMap<Origin, u64>,
    /// Records per category.
    pub categories: BTreeMap<Category, u64>,
    /// Conclusions, distinct; exact or at least so many.
    pub conclusions: AtLeast,
    /// Recipients, distinct.
    pub recipients: AtLeast,
    /// Identifiers, distinct.
    pub identifiers: AtLeast,
    /// Records about other people too.
    pub others: u64,
    /// Records of special categories.
    pub special: u64,
    /// Points of Art. 15 that were not found.
    pub points_not_found: u64,
    /// Points of Art. 15 in all.
    pub points: u64,
    /// The fingerprint of its report.
    pub fingerprint: String,
}

impl Held {
    /// Returns what its report is asked by: the case, where several imports were added up, else the import.
    pub fn asked_by(&self) -> &str {
        let case = self.case.as_deref().filter(|_| self.imports.len() > 1);
        case.unwrap_or(&self.import)
    }
}

/// A count that may be a lower bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct AtLeast {
    /// The count.
    pub count: u64,
    /// Whether there are no more.
    pub exact: bool,
}

impl AtLeast {
    fn of(list: &List) -> Self {
        Self { count: list.distinct, exact: list.is_exact() }
    }
}

/// A category across companies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Across {
    /// The category.
    pub category: Category,
    /// Records in all.
    pub records: u64,
    /// Who holds how many, most first.
    pub holders: Vec<(String, u64)>,
}

/// What was spent in a year at a shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Spent {
    /// The year, where a usable date is known.
    pub year: Option<i32>,
    /// The shop.
    pub company: String,
    /// Sums of money per currency.
    pub sums: Vec<Money>,
}

/// A report and the import it is of.
#[derive(Debug)]
pub struct Read {
    /// Id of the import.
    pub import: String,
    /// The day it was read.
    pub read_on: NaiveDate,
    /// The report.
    pub report: Report,
}

impl Several {
    /// Sets reports side by side; `earlier` counts the imports that are left out for a later one of the same company.
    pub fn of(reports: &[Read], earlier: u64, language: Language, today: NaiveDate, program: &str) -> Self {
        let mut companies: Vec<Held> = reports.iter().map(held).collect();
        companies.sort_by(|one, other| {
            other.records.cmp(&one.records).then_with(|| one.company.cmp(&other.company))
        });
        let mut several = Self {
            fingerprint: String::new(),
            today,
            language,
            program: program.to_owned(),
            categories: across(&companies),
            purchases: purchases(reports),
            companies,
            earlier,
        };
        several.fingerprint = fingerprint(&several);
        several
    }
}

fn name(read: &Read) -> (String, bool) {
    let report = &read.report;
    match &report.company {
        Some(company) => (company.clone(), true),
        None => {
            let file = report.received.first().map(|received| received.name.clone());
            (file.unwrap_or_else(|| read.import.clone()), false)
        }
    }
}

fn held(read: &Read) -> Held {
    let report = &read.report;
    let (company, known) = name(read);
    let mut origins = BTreeMap::new();
    for share in report.holdings.iter().flat_map(|holding| &holding.origins) {
        *origins.entry(share.of).or_default() += share.count;
    }
    Held {
        import: read.import.clone(),
        imports: if report.imports.is_empty() {
            vec![read.import.clone()]
        } else {
            report.shown_imports().into_iter().map(str::to_owned).collect()
        },
        case: report.case.as_ref().map(|case| case.reference.clone()),
        read_on: read.read_on,
        company,
        known,
        since: report.summary.since,
        until: report.summary.until,
        records: report.summary.records,
        origins,
        categories: report.holdings.iter().map(|holding| (holding.category, holding.records)).collect(),
        conclusions: AtLeast::of(&report.conclusions),
        recipients: AtLeast::of(&report.sharing.recipients),
        identifiers: AtLeast::of(&report.traces.identifiers),
        others: report.sensitive.others,
        special: report.sensitive.special,
        points_not_found: report.gaps.points_not_found(),
        points: report.gaps.points.len() as u64,
        fingerprint: report.fingerprint.clone(),
    }
}

fn across(companies: &[Held]) -> Vec<Across> {
    let across = |category: &Category| {
        let holds = |held: &Held| Some((held.company.clone(), *held.categories.get(category)?));
        let mut holders: Vec<(String, u64)> = companies.iter().filter_map(holds).collect();
        holders.sort_by_key(|(_, records)| std::cmp::Reverse(*records));
        let records = holders.iter().fold(0_u64, |sum, (_, records)| sum.saturating_add(*records));
        Across { category: *category, records, holders }
    };
    let mut all: Vec<Across> =
        Category::ALL.iter().map(across).filter(|across| !across.holders.is_empty()).collect();
    all.sort_by_key(|across| std::cmp::Reverse(across.holders.len()));
    all
}

fn purchases(reports: &[Read]) -> Vec<Spent> {
    let of_shop = |read: &Read| {
        let (company, _) = name(read);
        let holdings = read.report.holdings.iter().filter(|holding| holding.category == Category::Purchases);
        let years = holdings.flat_map(|holding| holding.years.clone());
        let spent = move |of_year: super::model::YearSums| Spent {
            year: of_year.year,
            company: company.clone(),
            sums: of_year.sums,
        };
        years.map(spent).collect::<Vec<_>>()
    };
    let mut spent: Vec<Spent> = reports.iter().flat_map(of_shop).collect();
    spent.sort_by(|one, other| other.year.cmp(&one.year).then_with(|| one.company.cmp(&other.company)));
    spent
}

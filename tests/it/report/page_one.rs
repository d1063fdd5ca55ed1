//! Every number on page one is the count of the rows it links to, counted again record by record, over every made-up answer.

use std::collections::{BTreeMap, BTreeSet};

use habeas::import::record::{Record, Role};
use habeas::import::{Options, Visitor, read, visit_in_order};
use habeas::law::category::{Category, Origin};
use habeas::report::model::{Fact, Report, Topic};
use habeas::wording::Language;

use super::sample;
use crate::import::recipes;

/// What the records add up to, counted without the totals of the import.
#[derive(Default, Clone)]
struct Counted {
    records: u64,
    roles: BTreeMap<Role, BTreeMap<String, u64>>,
    special: u64,
    others: u64,
    obtained: u64,
    paid: BTreeMap<String, u64>,
    categories: BTreeSet<Category>,
}

struct Counter {
    done: Counted,
    of_member: Counted,
}

impl Counter {
    fn settle(&mut self) {
        let member = std::mem::take(&mut self.of_member);
        let done = &mut self.done;
        done.records += member.records;
        done.special += member.special;
        done.others += member.others;
        done.obtained += member.obtained;
        done.categories.extend(member.categories);
        for (role, entries) in member.roles {
            for (text, count) in entries {
                *done.roles.entry(role).or_default().entry(text).or_default() += count;
            }
        }
        for (currency, count) in member.paid {
            *done.paid.entry(currency).or_default() += count;
        }
    }
}

impl Visitor for Counter {
    fn record(&mut self, record: &Record<'_>) {
        let counted = &mut self.of_member;
        counted.records += 1;
        counted.special += u64::from(record.special);
        counted.others += u64::from(record.others);
        counted.obtained += u64::from(record.origin == Origin::Obtained);
        counted.categories.insert(record.category);
        for (role, text) in &record.roles {
            *counted.roles.entry(*role).or_default().entry(text.to_string()).or_default() += 1;
        }
        if record.category == Category::Purchases
            && let Some(currency) = record.amount.as_ref().and_then(|amount| amount.currency.clone())
        {
            *counted.paid.entry(currency).or_default() += 1;
        }
    }

    fn restart(&mut self) {
        self.of_member = Counted::default();
    }

    fn member(&mut self) {
        self.settle();
    }
}

#[test]
fn every_number_on_page_one_is_counted_again() {
    let mut facts = 0;
    for (name, archive) in crate::import::company::archives() {
        let options = Options::default();
        let answer = read(&archive, recipes(), &options, &|_| {});
        let mut counter = Counter { done: Counted::default(), of_member: Counted::default() };
        visit_in_order(&archive, recipes(), &options, &mut counter);
        counter.settle();
        let counted = counter.done;
        let report = Report::build(&answer, &sample::context(Language::ENGLISH));
        assert_eq!(report.summary.records, counted.records, "{name}");
        assert_eq!(report.summary.categories, counted.categories.len() as u64, "{name}");
        assert_eq!(report.summary.files, answer.accounts.len() as u64 - answer.coverage.ignored, "{name}");
        for fact in &report.summary.facts {
            check(fact, &counted, &report, &name);
            facts += 1;
        }
    }
    assert!(facts >= 10, "{facts} facts were counted");
}

fn check(fact: &Fact, counted: &Counted, report: &Report, name: &str) {
    let distinct = |role| counted.roles.get(&role).map_or(0, |entries| entries.len() as u64);
    let mentions = |role| counted.roles.get(&role).map_or(0, |entries| entries.values().sum::<u64>());
    let expected = match fact.topic {
        Topic::Inferences => distinct(Role::Inference),
        Topic::Recipients => distinct(Role::Recipient),
        Topic::Places => distinct(Role::Location),
        Topic::IpAddresses => distinct(Role::IpAddress),
        Topic::Identifiers => distinct(Role::Identifier),
        Topic::Devices => distinct(Role::Device),
        Topic::Searches => mentions(Role::Query),
        Topic::Special => counted.special,
        Topic::Others => counted.others,
        Topic::Obtained => counted.obtained,
        Topic::Spending => {
            let currency = fact.sum.as_ref().and_then(|sum| sum.currency.clone()).expect("a currency");
            counted.paid.get(&currency).copied().unwrap_or(0)
        }
        Topic::Oldest => 1,
    };
    assert_eq!(fact.count, expected, "{name}: {:?}", fact.topic);
    assert!(report.summary.records > 0);
}

//! Telling: which facts stand on page one, and what to do next.
//!
//! In: a report whose parts are built. Out: at most five facts and at most four steps.
//!
//! The rule is fixed and the same for every company: the topics are asked in the order of [`Topic::ALL`],
//! most telling first (what people cannot see elsewhere before what they know themselves), and the first five
//! that the answer has are told. The oldest record is told when it is a year old or more.

use chrono::Months;

use super::model::{Fact, Holding, List, Listed, Report, Step, Topic};
use crate::finding::Place;
use crate::law::category::{Category, Origin};

/// Facts on page one.
const FACTS_MAX: usize = 5;

/// Entries quoted beside a fact.
const EXAMPLES_MAX: usize = 3;

/// Letters of an entry that is quoted on page one.
const EXAMPLE_LETTERS_MAX: usize = 32;

/// Places given with a fact.
const PLACES_MAX: usize = 3;

/// Chooses the most telling facts.
pub(super) fn facts(report: &Report) -> Vec<Fact> {
    Topic::ALL.iter().filter_map(|topic| fact(*topic, report)).take(FACTS_MAX).collect()
}

/// Chooses what to do next.
pub(super) fn steps(report: &Report) -> Vec<Step> {
    let gaps = &report.gaps;
    let command = report.case.as_ref().and_then(|case| case.next_command.clone());
    let missing = gaps.points_not_found();
    let documents = gaps.documents.len() as u64;
    let refused = gaps.refused_files.len() as u64;
    [
        command.map(|command| Step::Command { command }),
        (documents > 0).then_some(Step::ReadDocuments { count: documents }),
        (missing > 0).then_some(Step::AskMissing { count: missing }),
        (refused > 0).then_some(Step::AskReadable { count: refused }),
        Some(Step::KeepOriginals),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn fact(topic: Topic, report: &Report) -> Option<Fact> {
    match topic {
        Topic::Inferences => listed(topic, &report.conclusions),
        Topic::Recipients => listed(topic, &report.sharing.recipients),
        Topic::Special => flagged(topic, report.sensitive.special, holding(report, Category::Special)),
        Topic::Others => flagged(topic, report.sensitive.others, holding(report, Category::Others)),
        Topic::Oldest => oldest(report),
        Topic::Searches => searches(report),
        Topic::Places => listed(topic, &report.traces.places),
        Topic::Obtained => obtained(report),
        Topic::IpAddresses => listed(topic, &report.traces.ip_addresses).map(without_examples),
        Topic::Identifiers => listed(topic, &report.traces.identifiers).map(without_examples),
        Topic::Devices => listed(topic, &report.traces.devices),
        Topic::Spending => spending(report),
    }
}

fn plain(topic: Topic, count: u64) -> Fact {
    Fact {
        topic,
        count,
        exact: true,
        examples: Vec::new(),
        when: None,
        category: None,
        sum: None,
        places: Vec::new(),
    }
}

fn listed(topic: Topic, list: &List) -> Option<Fact> {
    (list.distinct > 0).then(|| Fact {
        exact: list.is_exact(),
        examples: examples(&list.entries),
        places: list.entries.iter().take(PLACES_MAX).map(|entry| entry.place.clone()).collect(),
        ..plain(topic, list.distinct)
    })
}

/// An address or a number says nothing to the eye on page one; the detail tables have it.
fn without_examples(fact: Fact) -> Fact {
    Fact { examples: Vec::new(), ..fact }
}

fn examples(entries: &[Listed]) -> Vec<String> {
    let readable = entries.iter().map(|entry| entry.text.trim()).filter(|text| reads_as_words(text));
    readable.take(EXAMPLES_MAX).map(str::to_owned).collect()
}

/// Codes and long texts are left to the tables: page one has no jargon.
fn reads_as_words(text: &str) -> bool {
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    let length = text.chars().count();
    let usual = |letter: char| letter.is_alphanumeric() || " '’-&.,:()/+".contains(letter);
    (3..=EXAMPLE_LETTERS_MAX).contains(&length) && letters * 10 >= length * 7 && text.chars().all(usual)
}

fn holding(report: &Report, category: Category) -> Option<&Holding> {
    report.holdings.iter().find(|holding| holding.category == category)
}

fn flagged(topic: Topic, count: u64, holding: Option<&Holding>) -> Option<Fact> {
    let places = holding.map(first_places).unwrap_or_default();
    (count > 0).then(|| Fact { places, ..plain(topic, count) })
}

fn first_places(holding: &Holding) -> Vec<Place> {
    holding.rows.iter().take(PLACES_MAX).map(|row| row.place.clone()).collect()
}

fn oldest(report: &Report) -> Option<Fact> {
    let dated = report.holdings.iter().filter_map(|holding| Some((holding.first?, holding)));
    let (when, holding) = dated.min_by_key(|(first, _)| *first)?;
    let a_year_ago = report.today.checked_sub_months(Months::new(12))?;
    let row = holding.rows.iter().find(|row| row.when == Some(when));
    (when.date() <= a_year_ago).then(|| Fact {
        when: Some(when),
        category: Some(holding.category),
        places: row.map(|row| row.place.clone()).into_iter().collect(),
        ..plain(Topic::Oldest, 1)
    })
}

fn searches(report: &Report) -> Option<Fact> {
    let fact = listed(Topic::Searches, &report.searches)?;
    Some(Fact { count: report.searches.mentions, exact: true, ..fact })
}

fn obtained(report: &Report) -> Option<Fact> {
    let from_others = |holding: &Holding| {
        let shares = holding.origins.iter().filter(|share| share.of == Origin::Obtained);
        shares.fold(0_u64, |sum, share| sum.saturating_add(share.count))
    };
    let count = report.holdings.iter().map(from_others).fold(0_u64, u64::saturating_add);
    let rows = report.holdings.iter().flat_map(|holding| &holding.rows);
    let places = rows.filter(|row| row.origin == Origin::Obtained).map(|row| row.place.clone());
    (count > 0).then(|| Fact {
        examples: examples(&report.sharing.sources.entries),
        places: places.take(PLACES_MAX).collect(),
        ..plain(Topic::Obtained, count)
    })
}

fn spending(report: &Report) -> Option<Fact> {
    let holding = holding(report, Category::Purchases)?;
    let sum = holding.sums.iter().filter(|sum| sum.currency.is_some()).max_by_key(|sum| sum.count)?;
    Some(Fact {
        sum: Some(sum.clone()),
        category: Some(Category::Purchases),
        places: first_places(holding),
        ..plain(Topic::Spending, sum.count)
    })
}

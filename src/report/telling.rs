//! Telling: which facts stand on page one, and what to do next.
//!
//! In: a report whose parts are built. Out: at most five facts and at most four steps.
//!
//! The rule is the same for every company and stands in [`Score`]: each topic the answer has gets points for how sensitive it
//! is, how much of it was concluded rather than told, how far it reaches, how far back it goes and how rare it is among the
//! records. The five topics with most points are told, most first; of as many points the one that stands first in
//! [`Topic::ALL`]. The same answer on the same day always tells the same. The oldest record is told when it is a year old
//! or more.

use chrono::{Months, NaiveDate};

use super::model::{Fact, Holding, ImportRole, List, Listed, Report, Score, Step, Topic};
use crate::finding::{Code, Place};
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
    let known = Topic::ALL.iter().filter_map(|topic| fact(*topic, report));
    let mut facts: Vec<Fact> = known.map(|fact| Fact { score: score(&fact, report), ..fact }).collect();
    // A stable sort: of as many points the one that stands first in the list stays first.
    facts.sort_by_key(|fact| std::cmp::Reverse(fact.score.sum()));
    facts.truncate(FACTS_MAX);
    facts
}

/// How sensitive a topic is, and how much of it the person never told: points that do not depend on the answer.
///
/// Art. 9(1) data weigh most; what others can use to find or hurt somebody weighs more than what they bought. A conclusion, and
/// what was obtained elsewhere, is what people cannot see anywhere but here.
fn nature(topic: Topic) -> (u8, u8) {
    match topic {
        Topic::Inferences => (3, 6),
        Topic::Recipients => (2, 3),
        Topic::Special => (4, 2),
        Topic::Others | Topic::Profiles => (2, 1),
        Topic::Oldest => (0, 0),
        Topic::Searches => (3, 0),
        Topic::Places => (3, 1),
        Topic::Obtained => (1, 4),
        Topic::IpAddresses => (2, 1),
        Topic::Identifiers => (1, 2),
        Topic::Devices => (1, 1),
        Topic::Spending => (1, 0),
    }
}

fn score(fact: &Fact, report: &Report) -> Score {
    let (sensitivity, inference) = nature(fact.topic);
    let age = fact_since(fact, report).map_or(0, |since| age(since, report.today));
    // The oldest record has nothing to say but how old it is.
    let age = if fact.topic == Topic::Oldest { 2 * age } else { age };
    Score { sensitivity, inference, reach: reach(fact, report), age, rarity: rarity(fact, report) }
}

/// Companies that have the data or gave them: 1, 5, 25, 125 and more.
fn reach(fact: &Fact, report: &Report) -> u8 {
    let companies = match fact.topic {
        Topic::Recipients => report.sharing.recipients.distinct,
        Topic::Obtained => report.sharing.sources.distinct.max(1),
        Topic::Inferences
        | Topic::Special
        | Topic::Others
        | Topic::Profiles
        | Topic::Oldest
        | Topic::Searches
        | Topic::Places
        | Topic::IpAddresses
        | Topic::Identifiers
        | Topic::Devices
        | Topic::Spending => 0,
    };
    steps(companies, &[1, 5, 25, 125])
}

/// Whole years back: 1, 2, 5, 10 and more.
fn age(since: NaiveDate, today: NaiveDate) -> u8 {
    steps(u64::from(today.years_since(since).unwrap_or(0)), &[1, 2, 5, 10])
}

/// Records of the topic among all: a tenth of them or less, a hundredth, a thousandth. It is asked of what hides among the
/// rows; a list says itself how long it is.
fn rarity(fact: &Fact, report: &Report) -> u8 {
    match fact.topic {
        Topic::Special | Topic::Others | Topic::Obtained => {
            steps(report.summary.records / fact.count.max(1), &[10, 100, 1_000])
        }
        Topic::Inferences
        | Topic::Recipients
        | Topic::Profiles
        | Topic::Oldest
        | Topic::Searches
        | Topic::Places
        | Topic::IpAddresses
        | Topic::Identifiers
        | Topic::Devices
        | Topic::Spending => 0,
    }
}

/// How many of the steps a number has reached.
fn steps(number: u64, steps: &[u64]) -> u8 {
    steps.iter().map(|step| u8::from(number >= *step)).sum()
}

/// The earliest believable day of what a fact tells, as far as it is known.
fn fact_since(fact: &Fact, report: &Report) -> Option<NaiveDate> {
    let of_list = |list: &List| {
        let believable = |day: &NaiveDate| super::build::is_believable(*day, report.today);
        let day = |entry: &Listed| {
            [entry.first, entry.last].into_iter().flatten().map(|moment| moment.date()).find(believable)
        };
        list.entries.iter().filter_map(day).min()
    };
    let of_holding =
        |category: Category| holding(report, category).and_then(|holding| Some(holding.first?.date()));
    match fact.topic {
        Topic::Inferences => of_list(&report.conclusions),
        Topic::Recipients => of_list(&report.sharing.recipients),
        Topic::Profiles => of_list(&report.sensitive.profiles),
        Topic::Searches => of_list(&report.searches),
        Topic::Places => of_list(&report.traces.places),
        Topic::IpAddresses => of_list(&report.traces.ip_addresses),
        Topic::Identifiers => of_list(&report.traces.identifiers),
        Topic::Devices => of_list(&report.traces.devices),
        Topic::Special => of_holding(Category::Special),
        Topic::Others => of_holding(Category::Others),
        Topic::Spending => of_holding(Category::Purchases),
        Topic::Oldest => fact.when.map(|when| when.date()),
        Topic::Obtained => None,
    }
}

/// Chooses what to do next.
pub(super) fn next(report: &Report) -> Vec<Step> {
    let gaps = &report.gaps;
    let command = report.case.as_ref().and_then(|case| case.next_command.clone());
    let missing = gaps.points_not_found();
    let documents = gaps.documents.len() as u64;
    let files_with = |codes: &[Code]| {
        let groups = report.findings.groups.iter().filter(|group| codes.contains(&group.finding.code));
        groups.map(|group| group.count).sum::<u64>()
    };
    let is_part = report.imports.iter().any(|line| line.role == ImportRole::Beside);
    let whole = report
        .case
        .as_ref()
        .filter(|_| is_part)
        .map(|case| Step::WholeCase { command: format!("{} report {}", report.program, case.reference) });
    let packed = files_with(&[Code::ArchiveUnread, Code::MailboxUnread]);
    let refused = (gaps.refused_files.len() as u64).saturating_sub(packed);
    [
        command.map(|command| Step::Command { command }),
        whole,
        (documents > 0).then_some(Step::ReadDocuments { count: documents }),
        (packed > 0).then_some(Step::Unpack { count: packed }),
        (missing > 0 && !report.is_unread() && gaps.foreign_letters.is_empty())
            .then_some(Step::AskMissing { count: missing }),
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
        Topic::Special => flagged(topic, report.sensitive.special, &report.sensitive.special_places),
        Topic::Others => flagged(topic, report.sensitive.others, &report.sensitive.others_places),
        Topic::Profiles => profiles(report),
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
        score: Score::default(),
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

fn flagged(topic: Topic, count: u64, places: &[Place]) -> Option<Fact> {
    let places = places.iter().take(PLACES_MAX).cloned().collect();
    (count > 0).then(|| Fact { places, ..plain(topic, count) })
}

/// An account has always one profile; the names of several are those of people, and are left to the list.
fn profiles(report: &Report) -> Option<Fact> {
    let list = &report.sensitive.profiles;
    listed(Topic::Profiles, list).filter(|_| list.distinct > 1).map(without_examples)
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

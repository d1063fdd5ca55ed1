//! Page one, over every made-up answer: every number is the count of the rows it links to, counted again record by record; in
//! every language it has at most 400 words, and no name a company gave a file or a column.

use std::collections::{BTreeMap, BTreeSet};

use habeas::import::coverage::State;
use habeas::import::record::{Record, Role};
use habeas::import::{Options, Visitor, container, read, visit_in_order};
use habeas::law::category::{Category, Origin};
use habeas::report::model::{Fact, Report, Topic};
use habeas::report::page::{Block, Cover, CoverFact, Page};
use habeas::report::words::Words;
use habeas::wording::{Language, report_languages};

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
            *counted.paid.entry(currency.into_owned()).or_default() += 1;
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
        let page = Page::of(&report);
        for (fact, said) in report.summary.facts.iter().zip(&page.cover.facts) {
            check(fact, &counted, &report, &name);
            check_link(fact, said, &page, &name);
            facts += 1;
        }
        check_figures(&report, &page, &name);
    }
    assert!(facts >= 10, "{facts} facts were counted");
}

fn check(fact: &Fact, counted: &Counted, report: &Report, name: &str) {
    let distinct = |role| counted.roles.get(&role).map_or(0, |entries| entries.len() as u64);
    let mentions = |role| counted.roles.get(&role).map_or(0, |entries| entries.values().sum::<u64>());
    let expected = match fact.topic {
        Topic::Inferences => distinct(Role::Inference),
        Topic::Recipients => distinct(Role::Recipient),
        Topic::Places => places(counted),
        Topic::Profiles => distinct(Role::Profile),
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

/// What a fact links to holds as many rows as it says, or says under a heading of its own how many.
fn check_link(fact: &Fact, said: &CoverFact, page: &Page, name: &str) {
    let place = (&fact.topic, &said.leads_to, name);
    let sections = page.sections.iter();
    let start = sections.clone().find_map(|section| {
        let heads = |block: &Block| matches!(block, Block::Heading { id, .. } if *id == said.leads_to);
        let at = section.blocks.iter().position(heads).or((section.id == said.leads_to).then_some(0))?;
        section.blocks.get(at..)
    });
    assert!(start.is_some(), "{place:?} leads nowhere");
    let blocks = start.unwrap_or_default();
    let tables = |role: &str| {
        let id = format!("{role}-list");
        let of_role = |block: &&Block| matches!(block, Block::Table(table) if table.id.starts_with(&id));
        let tables = blocks.iter().filter(of_role).map(|block| match block {
            Block::Table(table) => table.clone(),
            _ => unreachable!("only tables are left"),
        });
        tables.collect::<Vec<_>>()
    };
    // Many identifiers of one file are one row, and a table of their own.
    let rows = |role: &str| {
        let tables = tables(role);
        let apart = tables.len().saturating_sub(1) as u64;
        tables.iter().map(|table| table.rows_all).sum::<u64>() - apart
    };
    let figure = |wanted: &str| {
        let figure = |block: &Block| match block {
            Block::Heading { id, figure, .. } if id == wanted => Some(figure.clone()),
            _ => None,
        };
        let figure = blocks.iter().find_map(figure).expect("a fact leads to its heading");
        figure.replace(',', "").parse::<u64>().expect("a figure is a number")
    };
    let linked = match fact.topic {
        Topic::Inferences => rows("inference"),
        Topic::Recipients => rows("recipient"),
        Topic::Places => rows("location"),
        Topic::IpAddresses => rows("ip-address"),
        Topic::Identifiers => rows("identifier"),
        Topic::Devices => rows("device"),
        Topic::Profiles => rows("profile"),
        Topic::Searches => {
            let mentions = tables("query").into_iter().flat_map(|table| table.rows);
            mentions.filter_map(|row| row.get(1)?.sort.parse::<u64>().ok()).sum()
        }
        Topic::Special => figure("special"),
        Topic::Others => figure("others"),
        // These stand in a sum, an origin and a date of the category, which the records are counted against above.
        Topic::Obtained | Topic::Spending | Topic::Oldest => fact.count,
    };
    assert_eq!(linked, fact.count, "{place:?}");
}

/// The figures at the top are those of what follows.
fn check_figures(report: &Report, page: &Page, name: &str) {
    let headings = page.sections.iter().flat_map(|section| &section.blocks);
    let categories =
        headings.filter(|block| matches!(block, Block::Heading { id, .. } if id.starts_with("category-")));
    assert_eq!(categories.count() as u64, report.summary.categories, "{name}");
    let held: u64 = report.holdings.iter().map(|holding| holding.records).sum();
    assert_eq!(held, report.summary.records, "{name}");
    let files = report.ledger.members.iter().filter(|member| member.state != State::Ignored).count();
    assert_eq!(files as u64, report.summary.files, "{name}");
    let figures: Vec<&str> = page.cover.figures.iter().map(|figure| figure.figure.as_str()).collect();
    let shown = |number: u64| figures.contains(&Words::of(Language::ENGLISH).number(number).as_str());
    assert!(shown(held) && shown(files as u64) && shown(report.summary.categories), "{name}: {figures:?}");
}

/// Places are one in whatever case, and by the code of a country with its name or without.
fn places(counted: &Counted) -> u64 {
    let written = counted.roles.get(&Role::Location).into_iter().flatten();
    let key = |text: &str| {
        let text = text.to_lowercase();
        text.split_once(" (")
            .filter(|(code, _)| code.len() == 2)
            .map_or(text.clone(), |(code, _)| code.to_owned())
    };
    written.map(|(text, _)| key(text)).collect::<BTreeSet<String>>().len() as u64
}

/// Words of page one at most.
const WORDS_MAX: usize = 400;

#[test]
fn page_one_is_short_and_has_no_name_of_a_column_or_file_in_any_language() {
    let mut seen = 0;
    let mut longest = 0;
    for (name, archive) in crate::import::company::archives() {
        let answer = read(&archive, recipes(), &Options::default(), &|_| {});
        for language in report_languages() {
            let report = Report::build(&answer, &sample::context(language));
            let said = said(&Page::of(&report).cover);
            let words = said.split_whitespace().count();
            assert!(words <= WORDS_MAX, "{name} {language}: {words} words");
            longest = longest.max(words);
            let said = said.to_lowercase();
            let own = report.summary.facts.iter().flat_map(|fact| &fact.examples);
            let own: Vec<String> = own.map(|example| example.to_lowercase()).collect();
            for internal in internal_names(&report) {
                // A name that is also a value may be quoted as that.
                let is_value = own.iter().any(|example| example.contains(&internal));
                assert!(is_value || !said.contains(&internal), "{name} {language}: {internal}");
                seen += 1;
            }
        }
    }
    assert!(seen > 1_000 && longest > 100, "{seen} names, {longest} words");
    let report = Report::build(&sample::answer(), &sample::context(Language::ENGLISH));
    let said = said(&Page::of(&report).cover);
    for jargon in [".csv", "Order ID", "in_market_0231", "192.0.2.", "sha256"] {
        assert!(!said.contains(jargon), "{jargon}");
    }
}

/// Everything page one says, as words.
fn said(cover: &Cover) -> String {
    let figures = cover.figures.iter().flat_map(|figure| [&figure.figure, &figure.label]);
    let facts = cover.facts.iter().flat_map(|fact| [&fact.figure, &fact.sentence, &fact.link]);
    let next = cover.next.iter().flat_map(|step| [&step.text, &step.command]);
    let single = [
        &cover.eyebrow,
        &cover.title,
        &cover.lead,
        &cover.controller,
        &cover.facts_title,
        &cover.missing_title,
        &cover.next_title,
        &cover.case,
    ];
    let all = single.into_iter().chain(figures).chain(facts).chain(&cover.missing).chain(next);
    all.map(String::as_str).collect::<Vec<_>>().join(" ")
}

/// Names of files and columns that no reader would take for a word: paths, and what is made of several words.
fn internal_names(report: &Report) -> BTreeSet<String> {
    let rows = report.holdings.iter().flat_map(|holding| &holding.rows);
    let columns = rows.flat_map(|row| row.fields.iter().map(|(column, _)| column.clone()));
    let files = report.ledger.members.iter().map(|member| member.path.clone());
    let is_internal = |name: &String| {
        let inner = name.chars().skip(1).any(char::is_uppercase) && name.chars().any(char::is_lowercase);
        name.len() >= 5 && (inner || name.contains(['_', '/', '.', '-']) || name.split(' ').count() > 2)
    };
    columns.chain(files).filter(is_internal).map(|name| name.to_lowercase()).collect()
}

/// An archive that could not be looked into may hold every point: page one neither counts them as missing nor asks for them.
#[test]
fn nothing_is_called_missing_of_what_was_not_read() {
    let options = Options::default();
    for (name, is_read) in [("answer.rar", false), ("answer.csv", true)] {
        let bytes: &[u8] = if is_read { b"Order,Date\n1,2026-01-05\n" } else { b"Rar!\x1a\x07\x01\0rest" };
        let archive = container::open_bytes(name, bytes.to_vec(), &options).expect("it opens");
        let answer = read(&archive, recipes(), &options, &|_| {});
        let report = Report::build(&answer, &sample::context(Language::ENGLISH));
        assert_eq!(report.is_unread(), !is_read, "{name}");
        let cover = &Page::of(&report).cover;
        for said in ["by law", "Announced by the company"] {
            let is_said = cover.missing.iter().any(|line| line.contains(said));
            assert_eq!(is_said, is_read, "{name}: {:?}", cover.missing);
        }
    }
}

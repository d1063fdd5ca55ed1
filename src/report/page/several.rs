//! Several companies in words: one page that compares what each holds.
//!
//! In: what several companies hold. Out: a [`Page`]. Each line leads to the command that shows the report of its company.

use super::table::titled;
use super::{Block, Cell, Column, Cover, CoverFact, Figure, NextStep, OverviewBar, Page, Section, Table};
use super::{lead, paragraph, remark, short_colophon};
use crate::law::category::Origin;
use crate::report::several::{Across, AtLeast, Held, Several, Spent};
use crate::report::words::Words;

/// Companies in a table.
const COMPANIES_MAX: usize = 1_000;

/// Holders named per category.
const HOLDERS_MAX: usize = 8;

impl Page {
    /// Puts several companies into words.
    pub fn of_several(several: &Several) -> Self {
        let words = Words::of(several.language);
        Self {
            language: words.language(),
            cover: cover(several, words),
            sections: vec![
                companies(several, words),
                categories(several, words),
                purchases(several, words),
                reports(several, words),
            ],
            colophon: short_colophon(several.today, &several.fingerprint, words),
        }
    }
}

fn cover(several: &Several, words: Words) -> Cover {
    let companies = several.companies.len() as u64;
    let records = several.companies.iter().fold(0_u64, |sum, held| sum.saturating_add(held.records));
    let records_said = words.count("report-records", records);
    let since = several.companies.iter().filter_map(|held| held.since).min();
    let counted =
        |key: &str, count: u64| Figure { figure: words.number(count), label: words.count(key, count) };
    let mut figures = vec![
        counted("several-figure-companies", companies),
        counted("report-figure-records", records),
        counted("report-figure-categories", several.categories.len() as u64),
    ];
    figures.extend(since.map(|since| Figure {
        figure: since.date().format("%Y").to_string(),
        label: words.say("report-figure-since"),
    }));
    let mut missing: Vec<String> = Vec::new();
    let lacking = several.companies.iter().filter(|held| held.points_not_found > 0).count() as u64;
    if lacking > 0 {
        missing.push(words.count("several-missing-points", lacking));
    }
    let silent: Vec<String> = several
        .companies
        .iter()
        .filter(|held| held.recipients.count == 0)
        .map(|held| words.name(&held.company))
        .collect();
    if !silent.is_empty() {
        missing.push(words.with("several-missing-recipients", &[("companies", &silent.join(", "))]));
    }
    if missing.is_empty() {
        missing.push(words.say("report-missing-nothing"));
    }
    Cover {
        eyebrow: words.with("sharing-eyebrow", &[("date", &words.date(several.today))]),
        title: words.count("several-title", companies),
        lead: words.count_with("several-lead", companies, &[("records", &records_said)]),
        controller: String::new(),
        figures,
        facts_title: words.say("report-facts-title"),
        facts: facts(several, words),
        missing_title: words.say("report-missing-title"),
        missing,
        next_title: words.say("report-next-title"),
        next: next(several, words),
        case: String::new(),
        imports: Vec::new(),
    }
}

/// Who holds most of what tells most.
fn facts(several: &Several, words: Words) -> Vec<CoverFact> {
    let most = |key: &str, value: fn(&Held) -> u64, leads_to: &str| {
        let held = several.companies.iter().max_by_key(|held| value(held))?;
        let count = value(held);
        (count > 0).then(|| CoverFact {
            figure: words.number(count),
            sentence: words.count_with(key, count, &[("company", &words.name(&held.company))]),
            leads_to: leads_to.to_owned(),
            link: words.say("report-see"),
        })
    };
    let facts = [
        most("several-fact-conclusions", |held| held.conclusions.count, "companies"),
        most("several-fact-recipients", |held| held.recipients.count, "companies"),
        most("several-fact-special", |held| held.special, "companies"),
        most("several-fact-others", |held| held.others, "companies"),
        most("several-fact-records", |held| held.records, "companies"),
    ];
    facts.into_iter().flatten().collect()
}

fn next(several: &Several, words: Words) -> Vec<NextStep> {
    let program = &several.program;
    let mut steps = Vec::new();
    if let Some(first) = several.companies.first() {
        let text = words.with("several-next-report", &[("company", &words.name(&first.company))]);
        steps.push(NextStep { text, command: format!("{program} report {}", first.asked_by()) });
    }
    steps.push(NextStep { text: words.say("several-next-sharing"), command: format!("{program} sharing") });
    steps
}

fn section(id: &str, figure: u64, blocks: Vec<Block>, words: Words) -> Section {
    let title = words.say(&format!("several-{id}"));
    Section { id: id.to_owned(), title, figure: words.number(figure), blocks }
}

fn at_least(value: AtLeast, words: Words) -> Cell {
    let number = words.number(value.count);
    let text = if value.exact { number } else { words.with("report-at-least", &[("number", &number)]) };
    Cell::figure(text, value.count)
}

fn companies(several: &Several, words: Words) -> Section {
    let row = |held: &Held| {
        let points = words.number(held.points_not_found);
        let all = words.number(held.points);
        let points = words.with("several-points-of", &[("missing", &points), ("all", &all)]);
        vec![
            Cell::value(&held.company),
            Cell::number(held.records, words),
            Cell::moment(held.since, words),
            Cell::number(held.categories.len() as u64, words),
            at_least(held.conclusions, words),
            at_least(held.recipients, words),
            at_least(held.identifiers, words),
            Cell::number(held.special, words),
            Cell::number(held.others, words),
            Cell::figure(points, held.points_not_found),
        ]
    };
    let number = |key: &str| Column::number(words.say(key));
    let columns = vec![
        Column::text(words.say("report-column-company")),
        number("report-column-records"),
        Column::text(words.say("several-column-since")),
        number("several-column-kinds"),
        number("several-column-conclusions"),
        number("several-column-recipients"),
        number("several-column-identifiers"),
        number("several-column-special"),
        number("several-column-others"),
        number("several-column-missing"),
    ];
    let all = several.companies.len() as u64;
    let rows: Vec<_> = several.companies.iter().take(COMPANIES_MAX).map(row).collect();
    let mut blocks = vec![lead(words.count("several-companies-lead", all))];
    if several.earlier > 0 {
        blocks.push(remark(words.count("several-earlier", several.earlier)));
    }
    if !rows.is_empty() {
        let longest = several.companies.iter().map(|held| held.records).max().unwrap_or(0).max(1);
        let bar = |held: &Held| OverviewBar {
            id: "reports".to_owned(),
            label: words.name(&held.company),
            count: words.number(held.records),
            width: u64::try_from(u128::from(held.records) * 1_000 / u128::from(longest))
                .unwrap_or(1_000)
                .max(6),
        };
        blocks
            .push(Block::Overview { bars: several.companies.iter().take(COMPANIES_MAX).map(bar).collect() });
        blocks.push(Block::Table(titled("companies-list", "several-companies", columns, rows, all, words)));
        blocks.push(Block::Table(origins(several, words)));
    }
    section("companies", all, blocks, words)
}

/// How each came by its records, apart.
fn origins(several: &Several, words: Words) -> Table {
    let row = |held: &Held| {
        let counts = Origin::ALL.iter().map(|origin| held.origins.get(origin).copied().unwrap_or(0));
        let counts = counts.map(|count| Cell::number(count, words));
        [Cell::value(&held.company)].into_iter().chain(counts).collect()
    };
    let rows: Vec<_> = several.companies.iter().take(COMPANIES_MAX).map(row).collect();
    let named = Origin::ALL.iter().map(|origin| Column::number(words.origin(*origin)));
    let columns = [Column::text(words.say("report-column-company"))].into_iter().chain(named).collect();
    let all = several.companies.len() as u64;
    Table { quiet: false, ..titled("origins-list", "report-origin-title", columns, rows, all, words) }
}

fn categories(several: &Several, words: Words) -> Section {
    let row = |across: &Across| {
        let named = across.holders.iter().take(HOLDERS_MAX).map(|(company, records)| {
            let records = words.number(*records);
            words.with("several-holder", &[("company", &words.name(company)), ("records", &records)])
        });
        let mut named: Vec<String> = named.collect();
        let left = across.holders.len().saturating_sub(HOLDERS_MAX);
        if left > 0 {
            named.push(words.count("report-more", left as u64));
        }
        vec![
            Cell::text(words.category(across.category)),
            Cell::number(across.holders.len() as u64, words),
            Cell::number(across.records, words),
            Cell::value(&named.join(" · ")),
        ]
    };
    let columns = vec![
        Column::text(words.say("report-column-category")),
        Column::number(words.say("several-column-companies")),
        Column::number(words.say("report-column-records")),
        Column::text(words.say("several-column-holders")),
    ];
    let all = several.categories.len() as u64;
    let rows: Vec<_> = several.categories.iter().map(row).collect();
    let mut blocks = vec![lead(words.count("several-categories-lead", all))];
    if !rows.is_empty() {
        blocks.push(Block::Table(titled("categories-list", "several-categories", columns, rows, all, words)));
    }
    section("categories", all, blocks, words)
}

fn purchases(several: &Several, words: Words) -> Section {
    let row = |spent: &Spent| {
        let sums: Vec<String> = spent.sums.iter().map(|sum| words.money(sum)).collect();
        let count = spent.sums.iter().fold(0_u64, |count, sum| count.saturating_add(sum.count));
        vec![
            Cell::text(words.year(spent.year)),
            Cell::value(&spent.company),
            Cell::text(sums.join(" · ")),
            Cell::number(count, words),
        ]
    };
    let columns = vec![
        Column::text(words.say("report-column-year")),
        Column::text(words.say("several-column-shop")),
        Column::text(words.say("report-sum")),
        Column::number(words.say("report-column-amounts")),
    ];
    let all = several.purchases.len() as u64;
    let rows: Vec<_> = several.purchases.iter().take(COMPANIES_MAX).map(row).collect();
    let mut blocks = Vec::new();
    if rows.is_empty() {
        blocks.push(lead(words.say("several-purchases-none")));
    } else {
        blocks.push(paragraph(words.say("report-years-about")));
        blocks.push(Block::Table(titled("purchases-list", "several-purchases", columns, rows, all, words)));
    }
    section("purchases", all, blocks, words)
}

fn reports(several: &Several, words: Words) -> Section {
    let program = &several.program;
    let command = |held: &Held| {
        let read = words.date(held.read_on);
        let said = [("company", &*words.name(&held.company)), ("date", &*read)];
        let text = words.with(if held.known { "several-report" } else { "several-report-unknown" }, &said);
        Block::Command { text, command: format!("{program} report {}", held.asked_by()) }
    };
    let mut blocks = vec![paragraph(words.say("several-reports-about"))];
    blocks.extend(several.companies.iter().take(COMPANIES_MAX).map(command));
    section("reports", several.companies.len() as u64, blocks, words)
}

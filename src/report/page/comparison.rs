//! Comparison in words: what changed between two answers of one company.
//!
//! In: a comparison. Out: a [`Page`]. After an erasure the first section says what is still there and which reasons may be cited
//! for it: that they may be cited is a fact, whether they apply is not said here.

use super::lists::more;
use super::table::titled;
use super::{Block, Cell, Column, Cover, CoverFact, Figure, NextStep, Page, Section, Table};
use super::{heading, lead, paragraph, remark, short_colophon};
use crate::law::retention::{Least, Reason};
use crate::report::comparison::again::ComesAgain;
use crate::report::comparison::pairing::Changed;
use crate::report::comparison::{
    CategoryChange, Comparison, Left, ListChange, Shown, Side, StillThere, Tally,
};
use crate::report::model::Money;
use crate::report::shown::{visible, visible_whole};
use crate::report::words::{Words, role_id};

/// Facts on page one.
const FACTS_MAX: usize = 5;

/// Entries of a list that are named.
const ENTRIES_MAX: usize = 200;

/// Files that are named.
const FILES_MAX: usize = 5;

/// Fields of a record that are shown in a cell.
const FIELDS_MAX: usize = 8;

impl Page {
    /// Puts a comparison into words.
    pub fn of_comparison(comparison: &Comparison) -> Self {
        let words = Words::of(comparison.language);
        let mut sections = Vec::new();
        if comparison.erasure.is_some() {
            sections.push(still_there(comparison, words));
        }
        if comparison.come_again_values > 0 {
            sections.push(come_again(comparison, words));
        }
        sections.push(categories(comparison, words));
        sections.push(lists(comparison, words));
        if comparison.records.is_some() {
            sections.push(records("appeared", &comparison.appeared, comparison, words));
            sections.push(changed(&comparison.changed, comparison, words));
            sections.push(records("vanished", &comparison.vanished, comparison, words));
        }
        sections.push(answers(comparison, words));
        Self {
            language: words.language(),
            cover: cover(comparison, words),
            sections,
            colophon: short_colophon(comparison.today, &comparison.fingerprint, words),
        }
    }
}

fn company(comparison: &Comparison, words: Words) -> String {
    let company = comparison.company.as_ref().map(|company| words.name(company));
    company.unwrap_or_else(|| words.say("compare-they"))
}

fn cover(comparison: &Comparison, words: Words) -> Cover {
    let company = company(comparison, words);
    let said = [("company", company.as_str())];
    let title = if comparison.erasure.is_some() { "compare-title-erasure" } else { "compare-title" };
    let (first, second) = (words.date(comparison.first.read_on), words.date(comparison.second.read_on));
    let records = [comparison.first.records, comparison.second.records]
        .map(|count| words.count("report-records", count));
    let [before, after] = &records;
    let sides =
        [("first", first.as_str()), ("second", second.as_str()), ("before", before), ("after", after)];
    let case = comparison.erasure.as_ref().map(|erasure| {
        let reference = erasure.case.as_ref().map_or_else(String::new, |case| words.name(case));
        match (erasure.sent, &erasure.case) {
            (Some(sent), Some(_)) => {
                words.with("compare-erasure", &[("case", &reference), ("date", &words.date(sent))])
            }
            (None, Some(_)) => words.with("compare-erasure-undated", &[("case", &reference)]),
            (Some(_) | None, None) => words.say("compare-erasure-said"),
        }
    });
    Cover {
        eyebrow: words.with("compare-eyebrow", &[("date", &words.date(comparison.today))]),
        title: words.with(title, &said),
        lead: words.with("compare-lead", &sides),
        controller: String::new(),
        figures: comparison.records.map(|tally| figures(tally, words)).unwrap_or_default(),
        facts_title: words.say("report-facts-title"),
        facts: facts(comparison, words),
        missing_title: words.say("compare-notice-title"),
        missing: notices(comparison, words),
        next_title: words.say("report-next-title"),
        next: next(comparison, words),
        case: case.unwrap_or_default(),
        imports: Vec::new(),
    }
}

fn figures(tally: Tally, words: Words) -> Vec<Figure> {
    let figure = |(id, count): (&str, u64)| Figure {
        figure: words.number(count),
        label: words.count(&format!("compare-figure-{id}"), count),
    };
    parts(tally).map(figure).to_vec()
}

fn parts(tally: Tally) -> [(&'static str, u64); 4] {
    [
        ("same", tally.same),
        ("changed", tally.changed),
        ("appeared", tally.appeared),
        ("vanished", tally.vanished),
    ]
}

/// New conclusions and recipients first: people cannot see them elsewhere.
fn facts(comparison: &Comparison, words: Words) -> Vec<CoverFact> {
    let fact = |key: String, count: u64, leads_to: &str| {
        (count > 0).then(|| CoverFact {
            figure: words.number(count),
            sentence: words.count(&key, count),
            leads_to: leads_to.to_owned(),
            link: words.say("report-see"),
        })
    };
    let still = comparison.still_there.iter().map(|still| still.records).sum();
    let of_lists = comparison.lists.iter().flat_map(|list| {
        let id = role_id(list.role);
        let anchor = format!("list-{id}");
        [("appeared", list.appeared.len()), ("vanished", list.vanished.len())]
            .map(|(what, count)| fact(format!("compare-fact-{id}-{what}"), count as u64, &anchor))
    });
    let again = comparison.come_again_values;
    let facts = [
        fact("compare-fact-still-there".to_owned(), still, "still-there"),
        fact("compare-fact-come-again".to_owned(), again, "come-again"),
    ];
    let facts = facts.into_iter();
    facts.chain(of_lists).flatten().take(FACTS_MAX).collect()
}

fn notices(comparison: &Comparison, words: Words) -> Vec<String> {
    // What comes again under another kind is neither gone nor fresh.
    let left = |category| comparison.moved.iter().any(|(from, _)| *from == category);
    let came = |category| comparison.moved.iter().any(|(_, to)| *to == category);
    let gone = comparison.categories.iter().filter(|change| change.before > 0 && change.after == 0);
    let gone = gone.filter(|change| !left(change.category));
    let fresh = comparison.categories.iter().filter(|change| change.before == 0 && change.after > 0);
    // A letter of the company is what it wrote now, and nothing it held.
    let fresh =
        fresh.filter(|change| !came(change.category) && !comparison.written.contains(&change.category));
    let names = |changes: Vec<&CategoryChange>| -> String {
        changes.iter().map(|change| words.category(change.category)).collect::<Vec<_>>().join(", ")
    };
    let (gone, fresh) = (names(gone.collect()), names(fresh.collect()));
    let named =
        |key: &str, names: &str| (!names.is_empty()).then(|| words.with(key, &[("categories", names)]));
    let lines: Vec<String> = [
        comparison.unread.as_ref().map(|why| words.with("compare-unread", &[("why", &whole_text(why))])),
        comparison.limited.then(|| words.say("compare-limited")),
        files("compare-closed", &comparison.not_looked_into, words),
        files("compare-letters", &comparison.letters, words),
        comparison.moved.iter().any(|(from, to)| from != to).then(|| {
            let moved = comparison.moved.iter().filter(|(from, to)| from != to);
            let moved: Vec<String> = moved
                .map(|(from, to)| format!("{} → {}", words.category(*from), words.category(*to)))
                .collect();
            words.with("compare-come-again-notice", &[("categories", &moved.join(", "))])
        }),
        named("compare-gone", &gone),
        named("compare-fresh", &fresh),
    ]
    .into_iter()
    .flatten()
    .collect();
    if lines.is_empty() { vec![words.say("compare-no-notice")] } else { lines }
}

/// How many files, and the first of them.
fn files(key: &str, files: &[String], words: Words) -> Option<String> {
    let mut named: Vec<String> = files.iter().take(FILES_MAX).map(|file| visible(file)).collect();
    if files.len() > named.len() {
        named.push("…".to_owned());
    }
    (!files.is_empty()).then(|| words.count_with(key, files.len() as u64, &[("files", &named.join(", "))]))
}

/// A whole text on one line: what it says to type stands at its end.
fn whole_text(text: &str) -> String {
    visible_whole(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn next(comparison: &Comparison, words: Words) -> Vec<NextStep> {
    let program = &comparison.program;
    let said = |key: &str, command: String| NextStep { text: words.say(key), command };
    let company = comparison.company_id.as_deref();
    let mut steps = Vec::new();
    match (&comparison.erasure, comparison.left()) {
        (Some(erasure), Left::Something) => {
            if let Some(case) = &erasure.case {
                let command = format!("{program} answer {case} refusal --ground unexplained");
                steps.push(said("compare-next-why", command));
            }
            let command = company.map(|company| format!("{program} draft restriction {company}"));
            steps.extend(command.map(|command| said("compare-next-restriction", command)));
        }
        (Some(_), Left::Nothing) => steps.push(said("compare-next-erased", String::new())),
        (Some(_), Left::Letters) => steps.push(said("compare-still-there-letters", String::new())),
        (Some(_), Left::Closed) => steps.push(said("compare-still-there-closed", String::new())),
        (Some(_), Left::Unknown) => {
            let (first, second) = (&comparison.first.import, &comparison.second.import);
            let command = format!("{program} compare {first} {second} --first-from PATH --second-from PATH");
            steps.push(said("compare-next-unread", command));
        }
        (None, _) => {
            let command = company.map(|company| format!("{program} draft erasure {company}"));
            steps.extend(command.map(|command| said("compare-next-erasure", command)));
        }
    }
    let import = &comparison.second.import;
    steps.push(said("compare-next-report", format!("{program} report {import}")));
    steps
}

fn section(id: &str, figure: String, blocks: Vec<Block>, words: Words) -> Section {
    Section { id: id.to_owned(), title: words.say(&format!("compare-{id}")), figure, blocks }
}

fn still_there(comparison: &Comparison, words: Words) -> Section {
    let all: u64 = comparison.still_there.iter().map(|still| still.records).sum();
    let none = || match comparison.left() {
        Left::Nothing => words.count("compare-still-there-lead", all),
        Left::Something => words.say("compare-still-there-parts"),
        Left::Letters => words.say("compare-still-there-letters"),
        Left::Closed => words.say("compare-still-there-closed"),
        Left::Unknown => words.say("compare-still-there-unknown"),
    };
    let said = if all > 0 { words.count("compare-still-there-lead", all) } else { none() };
    let mut blocks = vec![lead(said)];
    if all > 0 {
        blocks.push(Block::Table(still_table(&comparison.still_there, words)));
        blocks.extend(explained(comparison, words));
    }
    section("still-there", words.number(all), blocks, words)
}

/// What may be cited, each reason once, under the first list that names any.
fn explained(comparison: &Comparison, words: Words) -> Vec<Block> {
    let mut reasons: Vec<&Reason> = Vec::new();
    let of_records = comparison.still_there.iter().flat_map(|still| &still.reasons);
    let of_values = comparison.come_again.iter().flat_map(|again| &again.reasons);
    for reason in of_records.chain(of_values) {
        if !reasons.contains(reason) {
            reasons.push(reason);
        }
    }
    let mut blocks = vec![
        heading("reasons", words.say("compare-reasons"), String::new()),
        paragraph(words.say("compare-reasons-about")),
    ];
    if !reasons.is_empty() {
        let cited = |reason: &&Reason| cited(reason, &comparison.still_there, words);
        blocks.push(Block::Facts { pairs: reasons.iter().map(cited).collect() });
    }
    blocks.push(remark(words.say("compare-reasons-limits")));
    blocks
}

/// The provision, what it lets stay, and what is known of the amounts where it asks for one.
fn cited(reason: &Reason, still_there: &[StillThere], words: Words) -> (String, String) {
    let mut said = words.say(&format!("retention-{}", reason.id));
    let its_own = |still: &&StillThere| still.reasons.iter().any(|own| own.id == reason.id);
    let least = reason.least.as_ref().filter(|_| still_there.iter().any(|still| its_own(&still)));
    if let Some(least) = least {
        let amounts = still_there.iter().filter(its_own).flat_map(|still| &still.amounts);
        let is_whole = still_there.iter().filter(its_own).all(|still| still.amounts_whole);
        let known = known_amounts(least, &amounts.collect::<Vec<_>>(), is_whole, words);
        said = format!("{said} {known}");
    }
    let read = match reason.confirmed {
        Some(month) => {
            let (source, month) = (reason.source, words.month(month));
            words.with("compare-reason-read", &[("source", source), ("month", &month)])
        }
        None => words.say("compare-reason-unconfirmed"),
    };
    (provision(reason, words), format!("{said} {read}"))
}

/// The amounts that are known, and that they do not reach the least that a reason asks for, where that is sure: a sum from which
/// something was paid back, or to which a record gives nothing, says nothing about a contract.
fn known_amounts(least: &Least, amounts: &[&Money], is_whole: bool, words: Words) -> String {
    let count = amounts.iter().fold(0_u64, |sum, money| sum.saturating_add(money.count));
    let sums: Vec<String> = amounts.iter().map(|money| words.money(money)).collect();
    let said = words.count_with("compare-reason-amounts", count, &[("sum", &sums.join(" · "))]);
    let stays_below = |money: &&Money| {
        money.currency.as_deref() == Some(least.currency)
            && money.total < least.amount.into()
            && !money.overflowed
    };
    if count == 0 || !is_whole || !amounts.iter().all(stays_below) {
        return said;
    }
    let currency = Some(least.currency.to_owned());
    let least = Money { currency, total: least.amount.into(), count: 1, overflowed: false };
    format!("{said} {}", words.with("compare-reason-below", &[("least", &words.money(&least))]))
}

/// An article of the Regulation as the language cites it; the law of a country in its own words.
fn provision(reason: &Reason, words: Words) -> String {
    match reason.country {
        None => words.with("report-article", &[("article", reason.provision)]),
        Some(_) => reason.provision.to_owned(),
    }
}

fn come_again(comparison: &Comparison, words: Words) -> Section {
    let all = comparison.come_again_values;
    let mut blocks = vec![
        lead(words.count("compare-come-again-lead", all)),
        paragraph(words.say("compare-come-again-about")),
    ];
    let row = |again: &ComesAgain| {
        let reasons: Vec<String> = again.reasons.iter().map(|reason| provision(reason, words)).collect();
        let reasons =
            if reasons.is_empty() { words.say("compare-no-reason") } else { words.listed(&reasons) };
        let was = words.category(again.before_category);
        vec![
            Cell::value(&again.value),
            Cell::text(match &again.before {
                Some(place) => format!("{was} ({})", words.place(place)),
                None => was,
            }),
            Cell::text(words.category(again.category)),
            Cell::place(&again.after, words),
            Cell::number(again.records, words),
            Cell::text(reasons),
        ]
    };
    let columns = vec![
        Column::text(words.say("compare-column-value")),
        Column::text(words.say("compare-column-before")),
        Column::text(words.say("compare-column-after")),
        Column::text(words.say("report-column-place")),
        Column::number(words.say("report-column-records")),
        Column::text(words.say("compare-column-reasons")),
    ];
    let rows: Vec<_> = comparison.come_again.iter().map(row).collect();
    blocks.push(Block::Table(titled("come-again-list", "compare-come-again", columns, rows, all, words)));
    if comparison.erasure.is_some() && comparison.still_there.is_empty() {
        blocks.extend(explained(comparison, words));
    }
    section("come-again", words.number(all), blocks, words)
}

fn still_table(still_there: &[StillThere], words: Words) -> Table {
    let row = |still: &StillThere| {
        let reasons: Vec<String> = still.reasons.iter().map(|reason| provision(reason, words)).collect();
        let reasons =
            if reasons.is_empty() { words.say("compare-no-reason") } else { words.listed(&reasons) };
        vec![
            Cell::text(words.category(still.category)),
            Cell::number(still.records, words),
            Cell::text(reasons),
        ]
    };
    let columns = vec![
        Column::text(words.say("report-column-category")),
        Column::number(words.say("compare-column-still")),
        Column::text(words.say("compare-column-reasons")),
    ];
    let rows = still_there.iter().map(row).collect();
    whole("still-there-list", words.say("compare-still-there"), columns, rows)
}

/// A table that leaves nothing out.
fn whole(id: &str, caption: String, columns: Vec<Column>, rows: Vec<Vec<Cell>>) -> Table {
    Table::new(id, caption, columns, rows).quiet()
}

fn categories(comparison: &Comparison, words: Words) -> Section {
    let mut columns = vec![
        Column::text(words.say("report-column-category")),
        Column::number(words.say("compare-column-before")),
        Column::number(words.say("compare-column-after")),
    ];
    if comparison.records.is_some() {
        let named =
            parts(Tally::default()).map(|(id, _)| Column::number(words.say(&format!("compare-column-{id}"))));
        columns.extend(named);
    }
    let row = |change: &CategoryChange| {
        let mut cells = vec![
            Cell::text(words.category(change.category)),
            Cell::number(change.before, words),
            Cell::number(change.after, words),
        ];
        let counted = change.records.map(parts).into_iter().flatten();
        cells.extend(counted.map(|(_, count)| Cell::number(count, words)));
        cells
    };
    let rows: Vec<_> = comparison.categories.iter().map(row).collect();
    let mut blocks = vec![lead(words.count("compare-categories-lead", rows.len() as u64))];
    blocks.push(paragraph(words.say("compare-categories-about")));
    if !rows.is_empty() {
        let caption = words.say("compare-categories");
        blocks.push(Block::Table(whole("categories-list", caption, columns, rows)));
    }
    section("categories", words.number(comparison.categories.len() as u64), blocks, words)
}

fn lists(comparison: &Comparison, words: Words) -> Section {
    let mut blocks = Vec::new();
    let mut moved = 0;
    for list in &comparison.lists {
        moved += (list.appeared.len() + list.vanished.len()) as u64;
        blocks.extend(list_blocks(list, words));
    }
    if blocks.is_empty() {
        blocks.push(lead(words.say("compare-lists-none")));
    }
    section("lists", words.number(moved), blocks, words)
}

fn list_blocks(list: &ListChange, words: Words) -> Vec<Block> {
    let id = role_id(list.role);
    let counts = [list.appeared.len(), list.vanished.len()].map(|count| words.number(count as u64));
    let [appeared, vanished] = &counts;
    let said = [("appeared", appeared.as_str()), ("vanished", vanished.as_str())];
    let mut blocks = vec![
        heading(format!("list-{id}"), words.role(list.role), String::new()),
        lead(words.count_with("compare-list-lead", list.same, &said)),
    ];
    if !list.exact {
        blocks.push(remark(words.say("compare-list-inexact")));
    }
    for (what, entries) in [("appeared", &list.appeared), ("vanished", &list.vanished)] {
        if !entries.is_empty() {
            blocks.push(Block::Values {
                label: words.say(&format!("compare-entries-{what}")),
                values: entries.iter().take(ENTRIES_MAX).map(|entry| visible(entry)).collect(),
                more: more(entries.len(), ENTRIES_MAX, words),
            });
        }
    }
    blocks
}

fn records(id: &str, records: &[Shown], comparison: &Comparison, words: Words) -> Section {
    let tally = comparison.records.unwrap_or_default();
    let all = if id == "appeared" { tally.appeared } else { tally.vanished };
    let mut blocks = vec![lead(words.count(&format!("compare-{id}-lead"), all))];
    let row = |shown: &Shown| {
        let sample = &shown.sample;
        let fields = sample.fields.iter().filter(|(_, value)| !value.trim().is_empty());
        let fields: Vec<String> =
            fields.take(FIELDS_MAX).map(|(name, value)| format!("{name}: {value}")).collect();
        vec![
            Cell::text(words.category(shown.category)),
            Cell::text(words.kind(&shown.kind)),
            Cell::moment(sample.when, words),
            Cell::value(sample.title.as_deref().unwrap_or("–")),
            Cell::value(&fields.join(" · ")),
            Cell::place(&sample.place, words),
        ]
    };
    if !records.is_empty() {
        let keys = ["report-column-category", "compare-column-kind", "compare-column-when"];
        let keys =
            keys.into_iter().chain(["compare-column-what", "compare-column-fields", "report-column-place"]);
        let columns = keys.map(|key| Column::text(words.say(key))).collect();
        let rows: Vec<_> = records.iter().map(row).collect();
        blocks.push(Block::Table(titled(
            &format!("{id}-list"),
            &format!("compare-{id}"),
            columns,
            rows,
            all,
            words,
        )));
    }
    section(id, words.number(all), blocks, words)
}

fn changed(changed: &[Changed], comparison: &Comparison, words: Words) -> Section {
    let all = comparison.records.unwrap_or_default().changed;
    let mut blocks =
        vec![lead(words.count("compare-changed-lead", all)), paragraph(words.say("compare-changed-about"))];
    let row = |record: &Changed| {
        let names: Vec<&str> =
            record.fields.iter().map(|(name, ..)| name.as_str()).take(FIELDS_MAX).collect();
        let side = |value: fn(&(String, String, String)) -> &str| {
            let values = record.fields.iter().take(FIELDS_MAX);
            values.map(|field| format!("{}: {}", field.0, value(field))).collect::<Vec<_>>().join(" · ")
        };
        vec![
            Cell::text(words.category(record.category)),
            Cell::value(record.title.as_deref().unwrap_or("–")),
            Cell::value(&names.join(", ")),
            Cell::value(&side(|field| &field.1)),
            Cell::value(&side(|field| &field.2)),
            Cell::place(&record.after, words),
        ]
    };
    if !changed.is_empty() {
        let keys = ["report-column-category", "compare-column-what", "compare-column-fields"];
        let keys =
            keys.into_iter().chain(["compare-column-before", "compare-column-after", "report-column-place"]);
        let columns = keys.map(|key| Column::text(words.say(key))).collect();
        let rows: Vec<_> = changed.iter().map(row).collect();
        blocks.push(Block::Table(titled("changed-list", "compare-changed", columns, rows, all, words)));
    }
    section("changed", words.number(all), blocks, words)
}

fn answers(comparison: &Comparison, words: Words) -> Section {
    let row = |side: &Side| {
        let files: Vec<&str> = side.received.iter().map(|received| received.name.as_str()).collect();
        vec![
            Cell::value(&side.import),
            Cell::text(words.date(side.read_on)),
            Cell::value(side.case.as_deref().unwrap_or("–")),
            Cell::number(side.records, words),
            Cell::value(&visible(&files.join(", "))),
        ]
    };
    let columns = vec![
        Column::text(words.say("compare-column-import")),
        Column::text(words.say("compare-column-read-on")),
        Column::text(words.say("compare-column-case")),
        Column::number(words.say("report-column-records")),
        Column::text(words.say("report-column-file")),
    ];
    let rows = [&comparison.first, &comparison.second].map(row).to_vec();
    let mut blocks = vec![paragraph(words.say("compare-answers-about"))];
    if let Some(why) = &comparison.unread {
        blocks.push(remark(words.with("compare-unread", &[("why", &whole_text(why))])));
    }
    blocks.push(Block::Table(whole("answers-list", words.say("compare-answers"), columns, rows)));
    section("answers", String::new(), blocks, words)
}

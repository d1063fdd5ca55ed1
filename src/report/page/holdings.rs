//! Holdings in words: what they hold, category by category.
//!
//! In: the holdings and searches of a report. Out: one section: an overview, then per category a sentence, a
//! time line, the origins, sums of money, and the first rows under the company's own field names.

use std::collections::{BTreeMap, BTreeSet};

use super::cover::category_anchor;
use super::lists::{figure, files_block, list_blocks};
use super::table::shown_of;
use super::{
    Block, Cell, Column, OverviewBar, Part, Section, Table, actions, chart, heading, lead, paragraph, remark,
};
use crate::import::explain::Explanation;
use crate::import::totals::Sample;
use crate::law::category::Category;
use crate::report::model::{Holding, Report, Unexplained, YearSums};
use crate::report::shown::visible;
use crate::report::words::Words;

/// Rows of a category shown as they stand.
const ROWS_MAX: usize = 50;

/// Bytes of those rows on the page.
const ROWS_BYTES_MAX: usize = 64_000;

/// Columns of such a table; a row may have thousands of fields.
const COLUMNS_MAX: usize = 40;

/// Kinds named in a sentence.
const KINDS_MAX: usize = 6;

/// What they hold.
pub(super) fn section(report: &Report, words: Words) -> Section {
    let mut blocks = Vec::new();
    if report.holdings.is_empty() {
        blocks.push(lead(words.say("report-holdings-none")));
    } else {
        blocks.push(lead(words.count("report-holdings-lead", report.summary.categories)));
        blocks.push(paragraph(words.say("report-holdings-about")));
        blocks.push(Block::Overview { bars: overview(&report.holdings, words) });
        let named = chart::Named { id: "all-origins", title: words.say("report-origin-title") };
        let split = chart::split(named, &report.origins, words, |origin| {
            (Part::Origin(origin), words.origin(origin))
        });
        blocks.extend(split.map(Block::Split));
    }
    for holding in &report.holdings {
        blocks.extend(category(holding, report, words));
    }
    blocks.push(heading("searches", words.say("report-searches"), figure(&report.searches, words)));
    blocks.extend(list_blocks(&report.searches, "report-searches", report, words));
    Section {
        id: "holdings".to_owned(),
        title: words.say("report-holdings"),
        figure: words.number(report.summary.records),
        blocks,
    }
}

fn overview(holdings: &[Holding], words: Words) -> Vec<OverviewBar> {
    let longest = holdings.iter().map(|holding| holding.records).max().unwrap_or(1).max(1);
    let mut sorted: Vec<&Holding> = holdings.iter().collect();
    sorted.sort_by_key(|holding| std::cmp::Reverse(holding.records));
    let width = |records: u64| {
        let scaled = u128::from(records) * 1_000 / u128::from(longest);
        u64::try_from(scaled).expect("a part is not above the whole").max(6)
    };
    let bar = |holding: &Holding| OverviewBar {
        id: category_anchor(holding.category),
        label: words.category(holding.category),
        count: words.number(holding.records),
        width: width(holding.records),
    };
    sorted.into_iter().map(bar).collect()
}

fn category(holding: &Holding, report: &Report, words: Words) -> Vec<Block> {
    let id = category_anchor(holding.category);
    let mut blocks = vec![
        heading(&*id, words.category(holding.category), words.number(holding.records)),
        lead(sentence(holding, words)),
        paragraph(words.category_about(holding.category)),
    ];
    blocks.extend(chart::months(&id, &holding.months, words).map(Block::Months));
    let named = chart::Named { id: &id, title: words.say("report-origin-title") };
    let split =
        chart::split(named, &holding.origins, words, |origin| (Part::Origin(origin), words.origin(origin)));
    blocks.extend(split.map(Block::Split));
    let pairs = facts(holding, words);
    if !pairs.is_empty() {
        blocks.push(Block::Facts { pairs });
    }
    if holding.category == Category::Location && holding.rows.iter().any(has_degrees) {
        blocks.push(remark(words.say("report-location-numbers")));
    }
    if holding.category == Category::Unknown {
        blocks.push(remark(words.say("report-unexplained-kind")));
    }
    if !holding.unexplained.is_empty() {
        blocks.push(remark(words.count("report-unexplained-columns", holding.unexplained.len() as u64)));
    }
    blocks.extend(years_table(&id, holding, words).map(Block::Table));
    blocks.extend(files_block(&holding.files, words));
    blocks.extend(rows(&id, holding, &report.explained, words));
    let is_whole = shown_rows(holding).len() as u64 >= holding.records;
    if !is_whole {
        blocks.extend(actions::rows_of(holding.category, report, words));
    }
    blocks
}

/// Tells whether a row gives a place as numbers, by what its columns are called.
fn has_degrees(sample: &Sample) -> bool {
    let names_degrees = |name: &str| {
        let last = name.rsplit(['.', '/']).next().unwrap_or(name).to_lowercase();
        last.starts_with("latitud") || last == "lat" || last.starts_with("lat_")
    };
    sample.fields.iter().any(|(name, _)| names_degrees(name))
}

fn sentence(holding: &Holding, words: Words) -> String {
    let records = words.count("report-category-lead", holding.records);
    match words.span(holding.first, holding.last) {
        Some(span) => format!("{records} {span}"),
        None => records,
    }
}

fn facts(holding: &Holding, words: Words) -> Vec<(String, String)> {
    let kinds: Vec<String> = holding
        .kinds
        .iter()
        .take(KINDS_MAX)
        .map(|(kind, count)| format!("{} ({})", words.kind(kind), words.number(*count)))
        .collect();
    let mut pairs = vec![(words.say("report-kinds"), kinds.join(", "))];
    pairs.retain(|(_, kinds)| !kinds.is_empty());
    for sum in &holding.sums {
        let amounts = words.count("report-amounts", sum.count);
        pairs.push((words.say("report-sum"), format!("{} ({amounts})", words.money(sum))));
    }
    if holding.undated > 0 && !holding.months.is_empty() {
        pairs.push((words.say("report-undated"), words.number(holding.undated)));
    }
    pairs
}

/// Sums per year; a single year is in the facts already.
fn years_table(id: &str, holding: &Holding, words: Words) -> Option<Table> {
    let row = |of_year: &YearSums| {
        let sums: Vec<String> = of_year.sums.iter().map(|sum| words.money(sum)).collect();
        let count = of_year.sums.iter().fold(0_u64, |count, sum| count.saturating_add(sum.count));
        vec![Cell::text(words.year(of_year.year)), Cell::text(sums.join(" · ")), Cell::number(count, words)]
    };
    let rows: Vec<_> = holding.years.iter().map(row).collect();
    (rows.len() > 1).then(|| {
        let columns = vec![
            Column::text(words.say("report-column-year")),
            Column::text(words.say("report-sum")),
            Column::number(words.say("report-column-amounts")),
        ];
        Table::new(format!("{id}-years"), words.say("report-years"), columns, rows)
    })
}

/// The first rows, as many as a page has room for and at least one.
fn shown_rows(holding: &Holding) -> Vec<&Sample> {
    const FIELD_BYTES: usize = 48;
    const VALUE_BYTES_MAX: usize = 900;
    let weight = |sample: &Sample| {
        let fields = sample.fields.iter().take(COLUMNS_MAX);
        fields.map(|(_, value)| value.len().min(VALUE_BYTES_MAX) + FIELD_BYTES).sum::<usize>()
    };
    let mut bytes = 0;
    let mut fits = |sample: &&Sample| {
        let is_first = bytes == 0;
        bytes += weight(sample);
        is_first || bytes <= ROWS_BYTES_MAX
    };
    holding.rows.iter().take(ROWS_MAX).take_while(|sample| fits(sample)).collect()
}

/// The first rows, a table per file, so that every cell stands under its own field's name; above it what the company says of
/// the file.
fn rows(id: &str, holding: &Holding, explained: &[Explanation], words: Words) -> Vec<Block> {
    let shown = shown_rows(holding);
    let mut groups: Vec<Vec<&Sample>> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    for sample in &shown {
        let next = groups.len();
        let index = *known.entry(&sample.place.file).or_insert(next);
        if index == next {
            groups.push(Vec::new());
        }
        if let Some(group) = groups.get_mut(index) {
            group.push(sample);
        }
    }
    let last = groups.len().saturating_sub(1);
    let more = shown_of(shown.len(), holding.records, words);
    let table = |(index, group): (usize, &Vec<&Sample>)| {
        let more = if index == last { more.clone() } else { String::new() };
        let id = format!("{id}-rows-{}", index + 1);
        let table = sample_table(id, (group, &holding.unexplained), &more, words);
        let mut blocks = explanations(group, explained, words);
        blocks.push(Block::Table(table));
        blocks
    };
    groups.iter().enumerate().flat_map(table).collect()
}

/// What the company says of a file and of its columns, in its own words.
fn explanations(group: &[&Sample], explained: &[Explanation], words: Words) -> Vec<Block> {
    let Some(sample) = group.first() else { return Vec::new() };
    let about = explained.iter().filter(|it| it.is_about(&sample.place.file));
    let name = |it: &Explanation| match &it.column {
        Some(column) => visible(column),
        None => words.say("report-explained-file"),
    };
    let pairs: Vec<(String, String)> =
        about.take(COLUMNS_MAX).map(|it| (name(it), words.quote_whole(&it.text))).collect();
    if pairs.is_empty() { Vec::new() } else { vec![Block::Facts { pairs }] }
}

fn sample_table(
    id: String,
    (samples, unexplained): (&[&Sample], &[Unexplained]),
    more: &str,
    words: Words,
) -> Table {
    let is_unexplained = |name: &str| {
        let in_file = |it: &&Unexplained| samples.iter().any(|sample| sample.place.file == it.file);
        unexplained.iter().filter(in_file).any(|it| it.column == name)
    };
    let column = |name: &str| {
        let column = Column::original(name);
        if is_unexplained(name) { column.noted(words.say("report-unexplained")) } else { column }
    };
    let file = samples.first().map(|sample| visible(&sample.place.file)).unwrap_or_default();
    let names = field_names(samples);
    let shown = names.get(..COLUMNS_MAX).unwrap_or(&names);
    let row = |sample: &&Sample| {
        let values = shown.iter().map(|name| Cell::readable(&values_of(sample, name)));
        let origin = Cell::text(words.origin(sample.origin));
        [Cell::position(&sample.place, words), origin].into_iter().chain(values).collect()
    };
    let fixed = ["report-column-place", "report-column-origin"].map(|key| Column::text(words.say(key)));
    let left_out = samples.iter().map(|sample| sample.fields_left_out).max().unwrap_or(0);
    let left = (names.len() - shown.len()).saturating_add(left_out) as u64;
    let columns_left = if left == 0 { String::new() } else { words.count("report-columns-left", left) };
    let caption = words.count_with("report-rows-caption", samples.len() as u64, &[("file", &file)]);
    let columns = fixed.into_iter().chain(shown.iter().map(|name| column(name))).collect();
    let rows = samples.iter().map(row).collect();
    let more = [&columns_left, more].join(" ").trim().to_owned();
    Table { more, ..Table::new(id, caption, columns, rows).folded().compact(0) }
}

/// The names of all fields, in the order in which they first stand in the rows.
fn field_names<'a>(samples: &[&'a Sample]) -> Vec<&'a str> {
    let mut known = BTreeSet::new();
    let fields = samples.iter().flat_map(|sample| &sample.fields);
    fields.map(|(name, _)| name.as_str()).filter(|name| known.insert(*name)).collect()
}

/// The value of a field; a field given twice shows both.
fn values_of(sample: &Sample, name: &str) -> String {
    let named = sample.fields.iter().filter(|(field, _)| field == name);
    named.map(|(_, value)| value.as_str()).collect::<Vec<_>>().join(" · ")
}

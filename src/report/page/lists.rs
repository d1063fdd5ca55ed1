//! Lists in words: what was concluded, who else has the data, what follows the person, who else is in them.
//!
//! In: the lists of a report. Out: sections. A list that is empty is said to be empty: "the answer names
//! nobody" is a fact too.

use super::table::within;
use super::{Block, Cell, Column, Section, Table, heading, lead, paragraph, remark};
use crate::finding::Place;
use crate::import::record::Role;
use crate::law::category::Category;
use crate::law::content::Point;
use crate::report::model::{AnnouncedAgainst, FileCount, List, Listed, Report};
use crate::report::shown::visible;
use crate::report::words::{Words, role_id};

/// Rows of a list, where the conclusions are.
const CONCLUSIONS_MAX: usize = 1_000;

/// Rows of every other list.
pub(super) const ROWS_MAX: usize = 500;

/// Bytes of a list on the page.
const LIST_BYTES_MAX: usize = 160_000;

/// Rows where there is little room.
const ROWS_COMPACT: usize = 8;

/// What they concluded.
pub(super) fn conclusions(report: &Report, words: Words) -> Section {
    let list = &report.conclusions;
    let mut blocks = vec![paragraph(words.say("report-conclusions-about"))];
    if list.entries.is_empty() {
        blocks.insert(0, lead(none(list, "report-conclusions", report, words)));
    } else {
        blocks.insert(0, lead(words.count("report-conclusions-lead", list.distinct)));
        blocks.extend(beyond(list, words));
        let codes = list.entries.iter().filter(|entry| entry.unexplained).count() as u64;
        if codes > 0 {
            blocks.push(remark(words.count("report-conclusions-codes", codes)));
        }
        blocks.push(Block::Table(table(list, CONCLUSIONS_MAX, words)));
    }
    section("conclusions", words.say("report-conclusions"), figure(list, words), blocks)
}

/// Who else has it.
pub(super) fn sharing(report: &Report, words: Words) -> Section {
    let sharing = &report.sharing;
    let mut blocks = Vec::new();
    blocks.extend(list_blocks(&sharing.recipients, "report-recipients", report, words));
    if !sharing.announced.is_empty() {
        blocks.push(heading("announced", words.say("report-announced"), String::new()));
        blocks.push(lead(announced_lead(&sharing.announced, words)));
        if sharing.unannounced > 0 {
            blocks.push(paragraph(words.count("report-announced-others", sharing.unannounced)));
        }
        blocks.push(Block::Table(announced_table(&sharing.announced, words)));
    }
    blocks.push(heading("sources", words.say("report-sources"), figure(&sharing.sources, words)));
    blocks.extend(list_blocks(&sharing.sources, "report-sources", report, words));
    section("sharing", words.say("report-sharing"), figure(&sharing.recipients, words), blocks)
}

/// What follows the person.
pub(super) fn traces(report: &Report, words: Words) -> Section {
    let mut blocks = vec![paragraph(words.say("report-traces-about"))];
    blocks.extend(log_ins(report, words));
    for list in report.traces.lists() {
        let id = role_id(list.role);
        blocks.push(heading(id, words.role(list.role), figure(list, words)));
        blocks.extend(match list.role {
            Role::Identifier => super::identifiers::blocks(list, report, words),
            Role::Inference
            | Role::Recipient
            | Role::Source
            | Role::Device
            | Role::IpAddress
            | Role::Location
            | Role::Query
            | Role::Profile => list_blocks(list, &format!("report-{id}"), report, words),
        });
        if list.role == Role::Location && list.entries.iter().any(|entry| is_point(&entry.text)) {
            blocks.push(remark(words.say("report-location-numbers")));
        }
    }
    let distinct = report.traces.lists().iter().fold(0_u64, |sum, list| sum.saturating_add(list.distinct));
    section("traces", words.say("report-traces"), words.number(distinct), blocks)
}

/// Tells whether a text is a point on the map: two decimal numbers in degrees.
fn is_point(text: &str) -> bool {
    let degree = |text: &str| text.trim().parse::<f64>().ok().filter(|degree| degree.abs() <= 180.0);
    let text = text.trim_start_matches("geo:");
    text.contains('.')
        && text.split_once(',').is_some_and(|(one, other)| degree(one).and(degree(other)).is_some())
}

/// Log-ins and what else is kept for security, over time.
fn log_ins(report: &Report, words: Words) -> Vec<Block> {
    let security = report.holdings.iter().find(|holding| holding.category == Category::Security);
    let Some(holding) = security else { return Vec::new() };
    let anchor = super::cover::category_anchor(Category::Security);
    let mut blocks = vec![heading("log-ins", words.say("report-log-ins"), words.number(holding.records))];
    let said = words.count("report-log-ins-lead", holding.records);
    let span = words.span(holding.first, holding.last).unwrap_or_default();
    blocks.push(lead([said, span].join(" ").trim().to_owned()));
    let id = format!("{anchor}-log-ins");
    blocks.extend(super::chart::months(&id, &holding.months, words).map(Block::Months));
    blocks
}

/// Sensitive data and other people.
pub(super) fn sensitive(report: &Report, words: Words) -> Section {
    let sensitive = &report.sensitive;
    let mut blocks = Vec::new();
    let parts = [
        ("special", sensitive.special, &sensitive.special_files),
        ("others", sensitive.others, &sensitive.others_files),
    ];
    for (id, count, files) in parts {
        blocks.push(heading(id, words.say(&format!("report-{id}")), words.number(count)));
        if count == 0 {
            blocks.push(lead(words.say(&format!("report-{id}-none"))));
        } else {
            blocks.push(lead(words.count(&format!("report-{id}-lead"), count)));
        }
        blocks.push(paragraph(words.say(&format!("report-{id}-about"))));
        blocks.extend(files_block(files, words));
    }
    blocks.extend(profiles(report, words));
    let count = sensitive.special.saturating_add(sensitive.others);
    section("sensitive", words.say("report-sensitive"), words.number(count), blocks)
}

/// The profiles of the account, where there are any. Which of them is the person's is not known: the most used one may be a child's.
fn profiles(report: &Report, words: Words) -> Vec<Block> {
    let list = &report.sensitive.profiles;
    if list.entries.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading("profile", words.role(Role::Profile), figure(list, words))];
    let mut listed = list_blocks(list, "report-profile", report, words);
    if list.distinct > 1 {
        let beside = report.sensitive.in_other_profiles;
        listed.insert(1, paragraph(words.count("report-profile-others", beside)));
    }
    blocks.extend(listed);
    blocks
}

/// The blocks of a list under its own heading: `<key>-lead` or `<key>-none`, then the entries.
pub(super) fn list_blocks(list: &List, key: &str, report: &Report, words: Words) -> Vec<Block> {
    if list.entries.is_empty() {
        return vec![lead(none(list, key, report, words))];
    }
    let mut blocks = vec![lead(words.count(&format!("{key}-lead"), list.distinct))];
    blocks.extend(beyond(list, words));
    let mut table = table(list, ROWS_MAX, words);
    if matches!(list.role, Role::Recipient | Role::Source) {
        name_kinds(&mut table, list, report, words);
    }
    blocks.push(Block::Table(table));
    blocks
}

/// Says among what each company is named, where that differs: advertisers in one file, linked apps in another.
fn name_kinds(table: &mut Table, list: &List, report: &Report, words: Words) {
    let members = &report.ledger.members;
    let kind_of = |entry: &Listed| {
        let member = members.iter().find(|member| member.path == entry.place.file)?;
        member.kind.as_deref()
    };
    let kinds: Vec<Option<&str>> = list.entries.iter().take(table.rows.len()).map(kind_of).collect();
    if kinds.windows(2).all(|pair| pair.first() == pair.last()) {
        return;
    }
    // At the end, which is what paper has no room for: the place says it there.
    table.columns.push(Column::text(words.say("report-column-among")));
    for (row, kind) in table.rows.iter_mut().zip(kinds) {
        let said = kind.map_or_else(|| "–".to_owned(), |kind| words.kind(kind));
        row.push(Cell::text(said));
    }
}

/// Says that a list is empty: nothing of the kind came, or what came stands in rows that could not be taken apart.
fn none(list: &List, key: &str, report: &Report, words: Words) -> String {
    let category = match list.role {
        Role::Inference => Some(Category::Inferences),
        Role::Identifier => Some(Category::Identifiers),
        Role::Device => Some(Category::Device),
        Role::Location => Some(Category::Location),
        Role::Query => Some(Category::Search),
        Role::Recipient | Role::Source | Role::IpAddress | Role::Profile => None,
    };
    let point = match list.role {
        Role::Recipient => Some(Point::Recipients),
        Role::Source => Some(Point::Source),
        Role::Inference
        | Role::Identifier
        | Role::Device
        | Role::Location
        | Role::Query
        | Role::IpAddress
        | Role::Profile => None,
    };
    if report.gaps.points.iter().any(|said| Some(said.point) == point && said.quote.is_some()) {
        return words.with("report-list-in-letter", &[("section", &words.say("report-points"))]);
    }
    let is_held = |category: &Category| report.holdings.iter().any(|it| it.category == *category);
    match category.filter(is_held) {
        Some(category) => words.with("report-list-in-rows", &[("category", &words.category(category))]),
        None => words.say(&format!("{key}-none")),
    }
}

/// Names the files a figure comes from.
pub(super) fn files_block(files: &[FileCount], words: Words) -> Option<Block> {
    const FILES_MAX: usize = 12;
    let said = |file: &FileCount| {
        let (file, number) = (visible(&file.path), words.count("report-records", file.records));
        words.with("report-file-records", &[("file", &file), ("records", &number)])
    };
    (!files.is_empty()).then(|| Block::Values {
        label: words.say("report-read-from"),
        values: files.iter().take(FILES_MAX).map(said).collect(),
        more: more(files.len(), FILES_MAX, words),
    })
}

/// Says how many entries are left out, or nothing.
pub(super) fn more(all: usize, shown: usize, words: Words) -> String {
    let left = all.saturating_sub(shown) as u64;
    if left == 0 { String::new() } else { words.count("report-more", left) }
}

/// Returns the figure of a list for headings.
pub(super) fn figure(list: &List, words: Words) -> String {
    let number = words.number(list.distinct);
    if list.is_exact() { number } else { words.with("report-at-least", &[("number", &number)]) }
}

pub(super) fn beyond(list: &List, words: Words) -> Option<Block> {
    (!list.is_exact()).then(|| remark(words.count("report-list-beyond", list.beyond)))
}

pub(super) fn table(list: &List, rows_max: usize, words: Words) -> Table {
    let is_dated = list.entries.iter().any(|entry| entry.first.is_some());
    let entries = list.entries.iter().take(rows_max);
    let has_codes = list.entries.iter().any(|entry| entry.unexplained);
    let rows = within(LIST_BYTES_MAX, entries.map(|entry| row(list.role, entry, is_dated, has_codes, words)));
    let text = |key: &str| Column::text(words.say(key));
    let dates = is_dated.then(|| ["report-column-first", "report-column-last"].map(text));
    let mut columns = vec![text("report-column-entry"), Column::number(words.say("report-column-mentions"))];
    columns.extend(dates.into_iter().flatten());
    columns.extend(has_codes.then(|| text("report-column-meaning")));
    columns.push(text("report-column-place"));
    let id = format!("{}-list", role_id(list.role));
    Table::new(id, words.role(list.role), columns, rows)
        .of_all(list.distinct, words)
        .quiet()
        .compact(ROWS_COMPACT)
}

fn row(role: Role, entry: &Listed, is_dated: bool, has_codes: bool, words: Words) -> Vec<Cell> {
    let country = (role == Role::Location).then(|| words.country(&entry.text)).flatten();
    let text = country.as_deref().unwrap_or(&entry.text);
    let mut cells = vec![Cell::readable(text), Cell::number(entry.count, words)];
    if is_dated {
        cells.extend([entry.first, entry.last].map(|moment| Cell::moment(moment, words)));
    }
    if has_codes {
        let meaning = if entry.unexplained { words.say("report-unexplained") } else { "–".to_owned() };
        cells.push(Cell::text(meaning));
    }
    cells.push(Cell::place(&entry.place, words));
    cells
}

fn announced_lead(announced: &[AnnouncedAgainst], words: Words) -> String {
    let named = announced.iter().filter(|announced| announced.found.is_some()).count();
    let said = [("named", &*words.number(named as u64))];
    words.count_with("report-announced-lead", announced.len() as u64, &said)
}

fn announced_table(announced: &[AnnouncedAgainst], words: Words) -> Table {
    let answer = |found: &Option<Place>| match found {
        Some(place) => Cell::place(place, words),
        None => Cell::text(words.say("report-announced-not-found")),
    };
    let row = |against: &AnnouncedAgainst| {
        let announced = &against.announced;
        let checked = words.date(announced.checked);
        let said = [("source", &*visible(&announced.source)), ("date", &*checked)];
        vec![
            Cell::value(&announced.name),
            Cell::text(words.recipient_role(&announced.role)),
            answer(&against.found),
            Cell::value(&words.with("report-announced-source", &said)),
        ]
    };
    let columns = vec![
        Column::text(words.say("report-column-company")),
        Column::text(words.say("report-column-role")),
        Column::text(words.say("report-column-in-answer")),
        Column::text(words.say("report-column-announced-in")),
    ];
    let rows = announced.iter().map(row).collect();
    Table::new("announced-list", words.say("report-announced-caption"), columns, rows).compact(ROWS_COMPACT)
}

fn section(id: &str, title: String, figure: String, blocks: Vec<Block>) -> Section {
    Section { id: id.to_owned(), title, figure, blocks }
}

//! Account in words: every file and what became of it, and the remarks on the files.
//!
//! In: the ledger and the findings of a report. Out: two sections. The ledger's shares sum to 100 %.

use super::table::within;
use super::{Block, Cell, Column, Part, Section, Table, chart, heading, lead, paragraph, remark};
use crate::import::Certainty;
use crate::import::container::Received;
use crate::report::model::{FindingGroup, Ledger, Member, Report};
use crate::report::shown::visible;
use crate::report::words::Words;

/// Files listed; the rest is counted.
const FILES_MAX: usize = 2_000;

/// Bytes of that list on the page.
const FILES_BYTES_MAX: usize = 400_000;

/// Groups of findings listed.
const GROUPS_MAX: usize = 200;

/// Places named per group.
const PLACES_MAX: usize = 3;

/// Every file and what became of it.
pub(super) fn ledger(report: &Report, words: Words) -> Section {
    let ledger = &report.ledger;
    let coverage = ledger.coverage;
    let mut blocks = vec![lead(words.count("report-ledger-lead", coverage.members))];
    if coverage.ignored > 0 {
        let counted = words.count("report-files", coverage.members.saturating_sub(coverage.ignored));
        let said = words.count_with("report-ledger-beside", coverage.ignored, &[("counted", &counted)]);
        blocks.push(paragraph(said));
    }
    blocks.push(paragraph(rows_sentence(ledger, words)));
    if !ledger.adds_up {
        blocks.push(remark(words.say("report-ledger-broken")));
    }
    if coverage.members > 0 {
        let named = chart::Named { id: "states", title: words.say("report-states-caption") };
        let split =
            chart::split(named, &ledger.states, words, |state| (Part::State(state), words.state(state)));
        blocks.extend(split.map(Block::Split));
        blocks.push(Block::Table(states_table(ledger, words)));
        blocks.push(paragraph(words.say("report-files-about")));
        blocks.push(Block::Table(members_table(ledger, words)));
    }
    blocks.push(heading(
        "received",
        words.say("report-received"),
        words.number(report.received.len() as u64),
    ));
    blocks.push(paragraph(words.say("report-received-about")));
    blocks.push(Block::Table(received_table(&report.received, words)));
    blocks.extend(recognised(report, words));
    Section {
        id: "coverage".to_owned(),
        title: words.say("report-ledger"),
        figure: words.number(coverage.members),
        blocks,
    }
}

fn rows_sentence(ledger: &Ledger, words: Words) -> String {
    let coverage = ledger.coverage;
    if coverage.rows > 0 && coverage.rows_as_findings == 0 {
        return words.count("report-ledger-rows-all", coverage.rows);
    }
    let numbers = [words.number(coverage.records), words.number(coverage.rows_as_findings)];
    let [records, unread] = &numbers;
    words.count_with("report-ledger-rows", coverage.rows, &[("records", records), ("unread", unread)])
}

fn states_table(ledger: &Ledger, words: Words) -> Table {
    let mut rows: Vec<Vec<Cell>> = ledger
        .states
        .iter()
        .map(|share| {
            vec![
                Cell::text(words.state(share.of)),
                Cell::text(words.state_about(share.of)),
                Cell::number(share.count, words),
                Cell::figure(words.percent(share.per_mille), u64::from(share.per_mille)),
            ]
        })
        .collect();
    let whole = ledger.states.iter().map(|share| share.per_mille).sum();
    rows.push(vec![
        Cell::text(words.say("report-ledger-all")),
        Cell::text(String::new()),
        Cell::number(ledger.coverage.members, words),
        Cell::figure(words.percent(whole), u64::from(whole)),
    ]);
    let columns = vec![
        Column::text(words.say("report-column-state")),
        Column::text(words.say("report-column-meaning")),
        Column::number(words.say("report-column-files")),
        Column::number(words.say("report-column-share")),
    ];
    // The drawing above says the same in words.
    Table::new("states-list", words.say("report-states-caption"), columns, rows).quiet().compact(0)
}

fn members_table(ledger: &Ledger, words: Words) -> Table {
    let row = |member: &Member| {
        let category = member.category.map(|category| words.category(category)).unwrap_or_default();
        vec![
            Cell::value(&member.path),
            Cell::text(words.state(member.state)),
            Cell::value(&member.format),
            Cell::text(category),
            Cell::number(member.rows, words),
            Cell::number(member.records, words),
            Cell::figure(words.bytes(member.bytes), member.bytes),
        ]
    };
    let rows = within(FILES_BYTES_MAX, ledger.members.iter().take(FILES_MAX).map(row));
    let (all, caption) =
        (ledger.members.len() as u64, words.count("report-files-caption", ledger.members.len() as u64));
    let columns = vec![
        Column::text(words.say("report-column-file")),
        Column::text(words.say("report-column-state")),
        Column::text(words.say("report-column-format")),
        Column::text(words.say("report-column-category")),
        Column::number(words.say("report-column-rows")),
        Column::number(words.say("report-column-records")),
        Column::number(words.say("report-column-size")),
    ];
    Table::new("files-list", caption, columns, rows).of_all(all, words).folded().compact(0)
}

fn received_table(received: &[Received], words: Words) -> Table {
    let row = |received: &Received| {
        vec![
            Cell::value(&received.name),
            Cell::figure(words.bytes(received.bytes), received.bytes),
            Cell::value(&received.sha256),
        ]
    };
    let columns = vec![
        Column::text(words.say("report-column-file")),
        Column::number(words.say("report-column-size")),
        Column::text(words.say("report-column-sha256")),
    ];
    let rows = received.iter().map(row).collect();
    Table::new("received-list", words.say("report-received-caption"), columns, rows).quiet()
}

fn recognised(report: &Report, words: Words) -> Vec<Block> {
    let Some(recognition) = &report.recognition else {
        return vec![remark(words.say("report-recognised-not"))];
    };
    let confidence = words.percent(u16::from(recognition.confidence.min(100)) * 10);
    let company = report.company.as_ref().unwrap_or(&recognition.id);
    let said = [("company", &*words.name(company)), ("confidence", &*confidence)];
    let mut blocks = vec![paragraph(words.with("report-recognised", &said))];
    if !recognition.evidence.is_empty() {
        let values = recognition.evidence.iter().map(|evidence| visible(evidence)).collect();
        blocks.push(Block::Values { label: String::new(), values, more: String::new() });
    }
    match recognition.certainty {
        Some(certainty @ (Certainty::Documented | Certainty::Expected)) => {
            blocks.push(remark(words.say(&format!("import-certainty-{}", certainty.id()))));
        }
        Some(Certainty::Observed) | None => {}
    }
    blocks
}

/// The remarks on the files, grouped.
pub(super) fn findings(report: &Report, words: Words) -> Section {
    let findings = &report.findings;
    let mut blocks = Vec::new();
    if findings.total == 0 {
        blocks.push(lead(words.say("report-findings-none")));
    } else {
        blocks.push(lead(words.count("report-findings-lead", findings.total)));
        if findings.unlisted > 0 {
            blocks.push(remark(words.count("report-findings-unlisted", findings.unlisted)));
        }
        blocks.push(Block::Table(findings_table(&findings.groups, words)));
    }
    Section {
        id: "findings".to_owned(),
        title: words.say("report-findings"),
        figure: words.number(findings.total),
        blocks,
    }
}

fn findings_table(groups: &[FindingGroup], words: Words) -> Table {
    let row = |group: &FindingGroup| {
        vec![
            Cell::text(words.finding(&group.finding)),
            Cell::text(words.severity(group.severity)),
            Cell::number(group.count, words),
            Cell::value(&places(group, words)),
        ]
    };
    let rows: Vec<_> = groups.iter().take(GROUPS_MAX).map(row).collect();
    let columns = vec![
        Column::text(words.say("report-column-remark")),
        Column::text(words.say("report-column-severity")),
        Column::number(words.say("report-column-count")),
        Column::text(words.say("report-column-place")),
    ];
    let (caption, all) = (words.say("report-findings-caption"), groups.len() as u64);
    Table::new("findings-list", caption, columns, rows).of_all(all, words).quiet().compact(12)
}

fn places(group: &FindingGroup, words: Words) -> String {
    let mut named: Vec<String> =
        group.places.iter().take(PLACES_MAX).map(|place| words.place(place)).collect();
    let left = group.count.saturating_sub(named.len() as u64);
    if left > 0 {
        named.push(words.count("report-more", left));
    }
    named.join(" · ")
}

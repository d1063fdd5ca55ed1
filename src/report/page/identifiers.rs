//! Identifiers: what follows the person, without a list in which the few that matter drown.
//!
//! In: the list of identifiers and the files of the answer. Out: its blocks. Where one file gives very many (an identifier for
//! each linked program), they are one line with their number, and a list of their own that opens on demand. Nothing is left
//! out, and the numbers of the rows sum to the number above.

use std::collections::BTreeMap;

use super::lists::{ROWS_MAX, beyond, list_blocks, table};
use super::table::Cell;
use super::{Block, lead};
use crate::report::model::{List, Listed, Report};
use crate::report::shown::visible;
use crate::report::words::Words;

/// Identifiers of one file that are listed with the others.
const OF_A_FILE_MAX: usize = 20;

/// The blocks under the heading.
pub(super) fn blocks(list: &List, report: &Report, words: Words) -> Vec<Block> {
    let mut of_file: BTreeMap<&str, Vec<&Listed>> = BTreeMap::new();
    for entry in &list.entries {
        of_file.entry(&entry.place.file).or_default().push(entry);
    }
    let many: Vec<(&str, List)> = of_file
        .into_iter()
        .filter(|(_, entries)| entries.len() > OF_A_FILE_MAX)
        .map(|(file, entries)| (file, part(list, entries.into_iter())))
        .collect();
    if many.is_empty() {
        return list_blocks(list, "report-identifier", report, words);
    }
    let few = list.entries.iter().filter(|entry| many.iter().all(|(file, _)| entry.place.file != *file));
    let mut main = table(&part(list, few), ROWS_MAX, words);
    let mut apart = Vec::new();
    for (index, (file, of_file)) in many.iter().enumerate() {
        let said = [("kind", &*kind(file, report, words))];
        main.rows.insert(index, row(of_file, main.columns.len(), words, &said));
        let mut one_by_one = table(of_file, ROWS_MAX, words);
        one_by_one.id = format!("{}-{}", main.id, index + 1);
        one_by_one.caption = words.count_with("report-identifiers-one-by-one", of_file.distinct, &said);
        // Where there is no room for the list, it is said that the page has it.
        (one_by_one.folded, one_by_one.quiet, one_by_one.rows_compact) = (true, false, 0);
        apart.push(Block::Table(one_by_one));
    }
    main.rows_all += many.len() as u64;
    let mut blocks = vec![lead(words.count("report-identifier-lead", list.distinct))];
    blocks.extend(beyond(list, words));
    blocks.push(Block::Table(main));
    blocks.extend(apart);
    blocks
}

/// A part of a list as a list.
fn part<'l>(list: &List, entries: impl Iterator<Item = &'l Listed>) -> List {
    let entries: Vec<Listed> = entries.cloned().collect();
    let mentions = entries.iter().fold(0_u64, |sum, entry| sum.saturating_add(entry.count));
    List { role: list.role, distinct: entries.len() as u64, beyond: 0, mentions, entries }
}

/// The one line that stands for the identifiers of a file.
fn row(of_file: &List, columns: usize, words: Words, said: &[(&str, &str)]) -> Vec<Cell> {
    let first = of_file.entries.iter().filter_map(|entry| entry.first).min();
    let last = of_file.entries.iter().filter_map(|entry| entry.last).max();
    let text = words.count_with("report-identifiers-many", of_file.distinct, said);
    let mut cells = vec![Cell::text(text), Cell::number(of_file.mentions, words)];
    // Entry, mentions and place stand in every such table; the dates where anything is dated.
    if columns > 3 {
        cells.extend([first, last].map(|moment| Cell::moment(moment, words)));
    }
    let file = of_file.entries.first().map(|entry| crate::finding::Place::file(entry.place.file.clone()));
    cells.extend(file.map(|file| Cell::place(&file, words)));
    cells
}

/// What the records of a file are, in words.
fn kind(file: &str, report: &Report, words: Words) -> String {
    let member = report.ledger.members.iter().find(|member| member.path == file);
    let kind = member.and_then(|member| member.kind.as_deref()).map(|kind| words.kind(kind));
    let category = || member.and_then(|member| member.category).map(|category| words.category(category));
    kind.or_else(category).unwrap_or_else(|| visible(file))
}

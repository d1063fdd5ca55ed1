//! PDF: pages to rows, by where their words stand.
//!
//! In: a document, which needs all its bytes in memory (bounded). Out: the words of each page put into lines by their
//! positions, and rows of them: a label with its value beside or below it, cells under a line of words that names
//! them, and any other line as text (`lines`). A document that prints JSON is read as JSON. Lines at the top or bottom
//! that most pages repeat word for word, and those that only count pages, count once.
//!
//! No script is run and no reference followed. Not here: letters out of codes (`font`), what is too much (`weight`),
//! pictures of text.

mod font;
mod page;
mod weight;

use std::collections::{HashMap, HashSet};
use std::io::Read;

use hayro_syntax::{LoadPdfError, Pdf};
use unicode_normalization::UnicodeNormalization;

use self::page::{Line, Words};
use super::caught::guarded;
use super::lines::{Field, Lines, Rows};
use super::{FormatFinding, Lists, Sink, json};
use crate::finding::Code;

/// Bytes of a document held in memory.
const BYTES_MAX: u64 = 64 << 20;

/// Pages read.
const PAGES_MAX: usize = 5_000;

/// Bytes of text kept of all pages.
const TEXT_BYTES_MAX: usize = 64 << 20;

/// How pages are counted in the languages of letters: the first few name a page.
const PAGE_WORDS: &[&str] =
    &["page", "seite", "pagina", "página", "strona", "of", "sur", "von", "de", "di", "z", "van"];
const PAGES: usize = 5;
const PAGE_NUMBER_BYTES_MAX: usize = 40;

/// Pages from which repeated lines are told.
const PAGES_WITH_MARGINS: usize = 3;

/// Reads a document.
pub(super) fn read(whole: impl Read, lists: Lists, sink: &mut dyn Sink) {
    let mut bytes = Vec::new();
    if whole.take(BYTES_MAX + 1).read_to_end(&mut bytes).is_err() {
        // The container reports why its bytes ended; a document is none without its end.
        return;
    }
    if bytes.len() as u64 > BYTES_MAX {
        return sink.finding(FormatFinding::limit("pdf-bytes", BYTES_MAX >> 20, None));
    }
    if let Some(limit) = weight::excess(&bytes) {
        return sink.finding(limit);
    }
    // What the library cannot bear costs this document and no other.
    let opened = guarded(|| pages_of(bytes)).unwrap_or_else(|| Err(not_the_format()));
    let (pages, limits) = match opened {
        Ok(opened) => opened,
        Err(finding) => return sink.finding(finding),
    };
    limits.into_iter().for_each(|limit| sink.finding(limit));
    if pages.iter().all(Vec::is_empty) {
        return sink.finding(FormatFinding::new(Code::NoText, None));
    }
    let document = printed_json(&pages);
    match document {
        Some(text) => json::read(text.as_bytes(), text.as_bytes(), lists, sink),
        None => read_pages(&pages, sink),
    }
}

/// Returns the lines of the pages, and the limits that were reached.
fn pages_of(bytes: Vec<u8>) -> Result<(Vec<Vec<Line>>, Vec<FormatFinding>), FormatFinding> {
    let document = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => FormatFinding::new(Code::MemberEncrypted, None),
        LoadPdfError::Invalid => not_the_format(),
    })?;
    let mut words = Words::new(TEXT_BYTES_MAX);
    let pages = document.pages().iter().take(PAGES_MAX).map(|page| words.of(page)).collect();
    let mut limits = Vec::new();
    if document.pages().len() > PAGES_MAX {
        limits.push(FormatFinding::limit("pdf-pages", PAGES_MAX as u64, None));
    }
    if words.is_full() {
        limits.push(FormatFinding::limit("pdf-text", TEXT_BYTES_MAX as u64 >> 20, None));
    }
    Ok((pages, limits))
}

fn not_the_format() -> FormatFinding {
    FormatFinding::new(Code::NotTheFormat, None).with("format", "pdf")
}

/// Returns the text of pages that print a JSON document.
fn printed_json(pages: &[Vec<Line>]) -> Option<String> {
    let lines = pages.iter().flatten().map(Line::text);
    let start: String = lines.clone().take(20).collect::<Vec<_>>().join(" ").nfkc().collect();
    if !json::front::looks_like_json(start.trim_start()) {
        return None;
    }
    Some(lines.collect::<Vec<_>>().join(" ").nfkc().collect())
}

fn read_pages(pages: &[Vec<Line>], sink: &mut dyn Sink) {
    let margins = margins(pages);
    let mut seen: HashSet<&str> = HashSet::new();
    let mut rows = Rows::new(sink);
    let mut lines = Lines::default();
    for page in pages {
        let kept: Vec<&Line> = page
            .iter()
            .filter(|line| {
                let pattern = margins.get_key_value(&pattern(line)).map(|(pattern, ())| pattern.as_str());
                pattern.is_none_or(|pattern| seen.insert(pattern))
            })
            .collect();
        read_page(&kept, &mut lines, &mut rows);
    }
    lines.end(&mut rows);
}

/// Returns the patterns of lines that stand on most pages: headers, footers, page numbers.
fn margins(pages: &[Vec<Line>]) -> HashMap<String, ()> {
    if pages.len() < PAGES_WITH_MARGINS {
        return HashMap::new();
    }
    let mut counts: HashMap<String, usize> = HashMap::new();
    for page in pages {
        // A margin is one of the outermost lines.
        let outer = page.iter().take(3).chain(page.iter().rev().take(3));
        let patterns: HashSet<String> = outer.map(pattern).collect();
        patterns.into_iter().for_each(|pattern| *counts.entry(pattern).or_default() += 1);
    }
    counts
        .into_iter()
        .filter(|(_, count)| count * 2 > pages.len())
        .map(|(pattern, _)| (pattern, ()))
        .collect()
}

/// What makes a line the same on every page: all of it; of a line that only counts pages, nothing.
fn pattern(line: &Line) -> String {
    let text = line.text();
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let counts = words.all(|word| PAGE_WORDS.contains(&word.to_lowercase().as_str()));
    if counts && text.len() <= PAGE_NUMBER_BYTES_MAX && words_of_page(&text) { String::new() } else { text }
}

/// Tells whether a line that has no other words names a page.
fn words_of_page(text: &str) -> bool {
    text.to_lowercase()
        .split(|c: char| !c.is_alphabetic())
        .any(|word| PAGE_WORDS.iter().take(PAGES).any(|page| *page == word))
}

fn read_page(page: &[&Line], lines: &mut Lines, rows: &mut Rows<'_>) {
    let mut columns: Option<&[String]> = None;
    for (index, line) in page.iter().enumerate() {
        let cells = line.cells.as_slice();
        if columns.is_some_and(|columns| columns.len() != cells.len()) {
            columns = None;
        }
        match (cells, columns) {
            (cells, Some(columns)) => {
                let fields: Vec<Field> = columns.iter().cloned().zip(cells.iter().cloned()).collect();
                rows.row(&fields);
            }
            ([text], None) => lines.line(text, rows),
            ([label, value], None) => {
                let label = label.trim_end_matches([':', ' ', '\u{a0}']);
                lines.field(label, value, rows);
            }
            (cells, None) => {
                let is_header = cells.iter().all(|cell| is_words(cell));
                let goes_on = page.get(index + 1).is_some_and(|next| next.cells.len() == cells.len());
                lines.end(rows);
                if is_header && goes_on {
                    rows.begin("", cells);
                    columns = Some(cells);
                } else {
                    let fields: Vec<Field> =
                        (1..).zip(cells).map(|(number, cell)| (format!("#{number}"), cell.clone())).collect();
                    rows.record("", &fields);
                }
            }
        }
    }
}

fn is_words(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic) && !cell.contains(|c: char| c.is_ascii_digit())
}

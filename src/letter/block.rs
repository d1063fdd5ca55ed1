//! Block: a filled text, cut into paragraphs, headings and points.
//!
//! In: text whose filled-in values are marked by [`GUARD`]. Out: blocks, and those that stand under the signature
//! (after a line `~~~`). What a value says never makes a heading or a point: the mark stands before it, and
//! is taken out at the end.

use super::Block;

/// Stands before each value that is filled in. A noncharacter of Unicode: no text holds it.
pub(super) const GUARD: char = '\u{FDD0}';

/// Brings a filled text onto one line.
pub(super) fn one_line(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    without_guard(&lines.collect::<Vec<_>>().join(" "))
}

/// Cuts a filled text into the blocks above and below the signature.
pub(super) fn blocks(text: &str) -> (Vec<Block>, Vec<Block>) {
    let mut parts = text.split("\n~~~");
    let above = parts.next().map(cut).unwrap_or_default();
    let below = parts.next().map(cut).unwrap_or_default();
    (above, below)
}

fn cut(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut paragraph: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim).chain(std::iter::once("")) {
        if let Some(point) = point(line) {
            flush(&mut paragraph, &mut blocks);
            match blocks.last_mut() {
                Some(Block::Points(points)) => points.push(point),
                Some(Block::Paragraph(_) | Block::Heading(_)) | None => {
                    blocks.push(Block::Points(vec![point]));
                }
            }
        } else if let Some(heading) = line.strip_prefix("## ") {
            flush(&mut paragraph, &mut blocks);
            blocks.push(Block::Heading(without_guard(heading)));
        } else if line.is_empty() {
            flush(&mut paragraph, &mut blocks);
        } else {
            paragraph.push(line);
        }
    }
    blocks
}

/// Ends a paragraph.
fn flush(paragraph: &mut Vec<&str>, blocks: &mut Vec<Block>) {
    if !paragraph.is_empty() {
        blocks.push(Block::Paragraph(without_guard(&paragraph.join(" "))));
        paragraph.clear();
    }
}

/// A labelled point as the language writes it: `(a) …`, `a) …`, `1) …`, `- …`.
fn point(line: &str) -> Option<(String, String)> {
    if let Some(text) = line.strip_prefix("- ") {
        return Some(("–".to_owned(), without_guard(text)));
    }
    let (label, text) = line.split_once(") ")?;
    let bare = label.strip_prefix('(').unwrap_or(label);
    let is_short = (1..=2).contains(&bare.len())
        && bare.chars().all(|character| character.is_ascii_lowercase() || character.is_ascii_digit());
    is_short.then(|| (format!("{label})"), without_guard(text)))
}

fn without_guard(text: &str) -> String {
    text.chars().filter(|character| *character != GUARD).collect()
}

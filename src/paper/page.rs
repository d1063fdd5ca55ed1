//! Page: rows on pages.
//!
//! In: rows from top to bottom, each with the places after which a page may end. Out: pages of pieces. A page
//! never ends where a row forbids it, unless everything on it is kept together. The head of a table that runs
//! over a page's end is shown again at the next page's top, as an ornament: a screen reader has read it once.
//! All lengths are points.

use std::sync::Arc;

use crate::paper::document::{Ink, Weight};
use crate::paper::line::Line;

/// Something with its place on a page.
#[derive(Clone)]
pub(super) struct Piece {
    pub(super) owner: Owner,
    pub(super) x: f32,
    /// Its distance from the sheet's upper edge: of a line the baseline's, else that of its upper edge.
    pub(super) y: f32,
    pub(super) drawn: Drawn,
}

/// What a piece shows.
#[derive(Clone)]
pub(super) enum Drawn {
    Line(Type, Arc<Line>),
    Area {
        width: f32,
        height: f32,
        ink: Ink,
    },
    /// A picture by its number in the document.
    Picture {
        number: usize,
        width: f32,
        height: f32,
    },
}

/// How a line looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Type {
    pub(super) weight: Weight,
    pub(super) size: f32,
    pub(super) ink: Ink,
}

/// What a piece belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Element(usize),
    Ornament,
    PageNumber,
}

/// Pieces side by side; their places count from the row's top.
#[derive(Default, Clone)]
pub(super) struct Row {
    pub(super) above: f32,
    pub(super) height: f32,
    /// Whether a page may end after it.
    pub(super) may_end: bool,
    /// The head that is shown above it where it is the first on a page.
    pub(super) head: Option<Arc<[Row]>>,
    pub(super) pieces: Vec<Piece>,
}

/// Places a row at a height and returns where it ends.
pub(super) fn place(row: Row, y: f32, page: &mut Vec<Piece>) -> f32 {
    let top = y + row.above;
    page.extend(row.pieces.into_iter().map(|piece| Piece { y: piece.y + top, ..piece }));
    top + row.height
}

/// Fills pages with rows: the first from `top` on below what stands there already, the others within
/// `bounds`.
pub(super) fn paginate(rows: Vec<Row>, first: Vec<Piece>, top: f32, bounds: (f32, f32)) -> Vec<Vec<Piece>> {
    let mut pages = Vec::new();
    let (mut page, mut y) = (first, top);
    let mut rest = rows;
    let mut fresh = page.is_empty();
    while !rest.is_empty() {
        let fit = fitting(&rest, y, bounds.1);
        // A row that fits on no page must still stand somewhere.
        let count = if fit == 0 && fresh { 1 } else { fit };
        let after = rest.split_off(count);
        for row in rest {
            y = place(row, y, &mut page);
        }
        rest = after;
        if let Some(row) = rest.first_mut() {
            row.above = 0.0;
            pages.push(std::mem::take(&mut page));
            y = again(row.head.as_deref(), bounds.0, &mut page);
            fresh = true;
        }
    }
    pages.push(page);
    pages
}

/// Shows a head at the top of a page and returns where it ends.
fn again(head: Option<&[Row]>, top: f32, page: &mut Vec<Piece>) -> f32 {
    head.unwrap_or_default().iter().fold(top, |y, row| {
        let ornaments = row.pieces.iter().map(|piece| Piece { owner: Owner::Ornament, ..piece.clone() });
        place(Row { pieces: ornaments.collect(), head: None, ..*row }, y, page)
    })
}

/// Returns how many rows stand on a page from `y` to `bottom`.
fn fitting(rows: &[Row], y: f32, bottom: f32) -> usize {
    let mut reached = y;
    let count = rows
        .iter()
        .take_while(|row| {
            reached += row.above + row.height;
            reached <= bottom
        })
        .count();
    if count == rows.len() {
        return count;
    }
    // If everything is kept together, the page ends where it is full.
    rows.iter().take(count).rposition(|row| row.may_end).map_or(count, |last| last + 1)
}

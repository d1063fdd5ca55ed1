//! Table: a table as rows for pages.
//!
//! In: a table and the column it stands in. Out: rows, the head first, each cell an element of its own, with
//! hairlines between. A row that is higher than most of a page is cut into several, so that no line is lost below the
//! paper's edge.

use std::sync::Arc;

use crate::paper::Error;
use crate::paper::document::{Align, Ink, Style, Table, TableColumn, Weight};
use crate::paper::layout::{Column, Kind, Layout};
use crate::paper::line::Lines;
use crate::paper::page::{Drawn, Owner, Piece, Row};

/// The free space between two columns, and between a row's text and its hairline, as multiples of the size.
const GUTTER: f32 = 1.2;
const PADDING: f32 = 0.3;
/// The hairlines: under the head and under a row.
const HEAD_LINE: (f32, Ink) = (0.8, Ink(60, 60, 60));
const ROW_LINE: (f32, Ink) = (0.35, Ink(190, 190, 190));
/// The share of a page that a row may take before it is cut.
const SHARE_MAX: f32 = 0.6;

/// A cell: its lines, its element, and where it stands.
struct Cell {
    lines: Lines,
    owner: Owner,
    column: Column,
    style: Style,
}

impl Layout<'_> {
    /// Makes the rows of a table.
    pub(super) fn table(&mut self, table: &Table, style: Style, column: Column) -> Result<Vec<Row>, Error> {
        let columns = columns(table, style, column);
        let own = self.element(Kind::Table, None);
        let names: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
        let bold = Style { weight: Weight::Bold, ..style };
        let head = self.row(own, &names, bold, &columns, |_| Kind::ColumnName)?;
        let mut head = self.pieces_of(&head, column, HEAD_LINE);
        head.iter_mut().for_each(|row| row.may_end = false);
        let shown_again: Arc<[Row]> = head.clone().into();
        let mut rows = head;
        for cells in &table.rows {
            if cells.len() > columns.len() {
                return Err(Error::TooManyCells);
            }
            let kind = |at| if at == 0 && table.rows_are_named { Kind::RowName } else { Kind::Cell };
            let cells = self.row(own, cells, style, &columns, kind)?;
            let mut of_row = self.pieces_of(&cells, column, ROW_LINE);
            for row in &mut of_row {
                row.head = Some(Arc::clone(&shown_again));
            }
            rows.extend(of_row);
        }
        Ok(rows)
    }

    fn row(
        &mut self,
        table: usize,
        texts: &[String],
        style: Style,
        columns: &[(Column, Align)],
        kind: impl Fn(usize) -> Kind,
    ) -> Result<Vec<Cell>, Error> {
        let row = self.element(Kind::TableRow, Some(table));
        let mut cells = Vec::with_capacity(columns.len());
        for (at, (column, align)) in columns.iter().enumerate() {
            let owner = Owner::Element(self.element(kind(at), Some(row)));
            let style = Style { align: *align, ..style };
            let lines = self.lines(texts.get(at).map_or("", String::as_str), style, column.width)?;
            cells.push(Cell { lines, owner, column: *column, style });
        }
        Ok(cells)
    }

    /// Puts cells side by side with a line below them.
    fn pieces_of(&self, cells: &[Cell], column: Column, (thickness, ink): (f32, Ink)) -> Vec<Row> {
        let Some(style) = cells.first().map(|cell| cell.style) else { return Vec::new() };
        let line_height = style.size * style.leading;
        let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or_default();
        let fitting = (0..count).take_while(|at| *at as f32 * line_height < SHARE_MAX * self.height).count();
        let padding = PADDING * style.size + style.between / 2.0;
        let mut rows = Vec::new();
        for start in (0..count).step_by(fitting.max(1)) {
            let end = count.min(start + fitting.max(1));
            let top = if start == 0 { padding } else { 0.0 };
            let mut height = top + (end - start) as f32 * line_height;
            let mut pieces = Vec::new();
            for cell in cells {
                for (at, line) in cell.lines.iter().enumerate().take(end).skip(start) {
                    let piece = self.piece(cell.owner, cell.style, cell.column, Arc::clone(line));
                    pieces.push(Piece { y: piece.y + top + (at - start) as f32 * line_height, ..piece });
                }
            }
            if end == count {
                height += padding;
                let drawn = Drawn::Area { width: column.width, height: thickness, ink };
                pieces.push(Piece { owner: Owner::Ornament, x: column.left, y: height, drawn });
                height += thickness;
            }
            rows.push(Row { height, may_end: true, pieces, ..Row::default() });
        }
        rows
    }
}

/// Returns where the columns stand, with a gutter between.
fn columns(table: &Table, style: Style, column: Column) -> Vec<(Column, Align)> {
    let share = |column: &TableColumn| column.share.max(0.01);
    let gutter = GUTTER * style.size;
    let gutters = gutter * table.columns.len().saturating_sub(1) as f32;
    let all: f32 = table.columns.iter().map(share).sum();
    let mut left = column.left;
    let place = |of: &TableColumn| {
        let width = (column.width - gutters) * share(of) / all;
        let placed = Column { left, width, ..column };
        left += width + gutter;
        (placed, of.align)
    };
    table.columns.iter().map(place).collect()
}

//! Layout: a document on pages, before any PDF.
//!
//! In: a document. Out: pages of lines with their places, and the tree of what they are. Blocks become rows;
//! rows fill pages. A page never ends with a heading, with the first line of a paragraph or before its last
//! line, nor between a block and the next where the document keeps them together. All lengths here are
//! points, from the upper left corner.
//!
//! Not here: bytes (`content`, `structure`).

use crate::paper::document::{Block, Content, Document, Frame, Item, Level, Sheet, Style, Weight};
use crate::paper::line::Line;
use crate::paper::{Error, Typesetter};

/// How far frames that are too full go down in size, step by step.
const SHRINK: [f32; 6] = [1.0, 0.95, 0.9, 0.85, 0.8, 0.75];
/// The size of page numbers, and how far they stand above the sheet's lower edge.
const NUMBER_SIZE: f32 = 8.5;
const NUMBER_ABOVE_EDGE: f32 = 34.0;

/// A document on pages.
#[derive(Default)]
pub(super) struct Laid {
    /// What there is, each element after its parent.
    pub(super) elements: Vec<Element>,
    /// Where it stands.
    pub(super) pages: Vec<Vec<Piece>>,
}

/// An element of the structure tree.
pub(super) struct Element {
    pub(super) kind: Kind,
    /// Its place in the list of elements; `None` right under the document.
    pub(super) parent: Option<usize>,
}

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Heading(Level),
    Paragraph,
    /// A list, with the first character of its first label.
    List(char),
    ListItem,
    Label,
    ListBody,
}

/// A line with its place on a page.
pub(super) struct Piece {
    pub(super) owner: Owner,
    pub(super) weight: Weight,
    pub(super) size: f32,
    pub(super) x: f32,
    /// The distance of the baseline from the sheet's upper edge.
    pub(super) y: f32,
    pub(super) line: Line,
}

/// What a piece belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    Element(usize),
    Ornament,
    PageNumber,
}

/// Lines side by side; the places of the pieces count from the row's top.
struct Row {
    above: f32,
    height: f32,
    /// Whether a page may end after it.
    may_end: bool,
    pieces: Vec<Piece>,
}

/// A column that rows are made for.
#[derive(Clone, Copy)]
struct Column {
    left: f32,
    width: f32,
    scale: f32,
}

/// Lays a document out.
pub(super) fn lay_out(typesetter: &Typesetter, document: &Document) -> Result<Laid, Error> {
    let mut layout = Layout { typesetter, laid: Laid::default() };
    let sheet = &document.sheet;
    let bottom = points(sheet.height - sheet.margin.bottom);
    let mut first = Vec::new();
    let mut top = points(sheet.margin.top);
    let mut rows = Vec::new();
    for frame in &document.frames {
        let (end, overflow) = layout.frame(frame, bottom, &mut first)?;
        top = top.max(end);
        rows.extend(overflow);
    }
    let column = Column {
        left: points(sheet.margin.left),
        width: points(sheet.width - sheet.margin.left - sheet.margin.right),
        scale: 1.0,
    };
    for block in &document.flow {
        rows.extend(layout.rows(block, column)?);
    }
    layout.laid.pages = paginate(rows, first, top, (points(sheet.margin.top), bottom));
    layout.number_pages(sheet)?;
    Ok(layout.laid)
}

/// Returns millimetres in points.
pub(super) fn points(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

struct Layout<'t> {
    typesetter: &'t Typesetter,
    laid: Laid,
}

impl Layout<'_> {
    /// Fills a frame. Returns where it ends, and the rows that would leave the sheet.
    fn frame(&mut self, frame: &Frame, bottom: f32, page: &mut Vec<Piece>) -> Result<(f32, Vec<Row>), Error> {
        let elements = self.laid.elements.len();
        let mut rows = Vec::new();
        for scale in SHRINK {
            self.laid.elements.truncate(elements);
            let column = Column { left: points(frame.left), width: points(frame.width), scale };
            rows.clear();
            for block in &frame.blocks {
                rows.extend(self.rows(block, column)?);
            }
            let height: f32 = rows.iter().map(|row| row.above + row.height).sum();
            if height <= points(frame.height) {
                break;
            }
        }
        let mut y = points(frame.top);
        let fits = |y: &mut f32, row: &Row| {
            *y += row.above + row.height;
            *y <= bottom
        };
        let mut reached = y;
        let count = rows.iter().take_while(|row| fits(&mut reached, row)).count();
        let overflow = rows.split_off(count);
        for row in rows {
            y = place(row, y, page);
        }
        Ok((y.max(points(frame.top + frame.height)), overflow))
    }

    fn rows(&mut self, block: &Block, column: Column) -> Result<Vec<Row>, Error> {
        let indent = points(block.style.indent);
        let column = Column { left: column.left + indent, width: column.width - indent, ..column };
        let style = Style { size: block.style.size * column.scale, ..block.style };
        let mut rows = match &block.content {
            Content::Heading(level, text) => {
                let owner = self.element(Kind::Heading(*level), None);
                together(self.text(owner, text, style, column)?)
            }
            Content::Paragraph(text) => {
                let owner = self.element(Kind::Paragraph, None);
                self.text(owner, text, style, column)?
            }
            Content::Lines(lines) => {
                let owner = self.element(Kind::Paragraph, None);
                // The space at a line's end keeps the lines apart when the text is read or copied.
                together(self.text(owner, &lines.join(" \n"), style, column)?)
            }
            Content::List(items) => self.list(items, style, column)?,
            Content::Ornament(text) => together(self.text(Owner::Ornament, text, style, column)?),
        };
        if let Some(row) = rows.first_mut() {
            row.above = block.above * column.scale;
        }
        if let Some(row) = rows.last_mut() {
            row.may_end = !block.with_next && !matches!(block.content, Content::Heading(..));
        }
        Ok(rows)
    }

    fn element(&mut self, kind: Kind, parent: Option<usize>) -> Owner {
        self.laid.elements.push(Element { kind, parent });
        Owner::Element(self.laid.elements.len() - 1)
    }

    /// Makes the rows of one text; a page may end between them, but not next to a lone line.
    fn text(&self, owner: Owner, text: &str, style: Style, column: Column) -> Result<Vec<Row>, Error> {
        let lines = self.lines(text, style, column.width)?;
        let count = lines.len();
        let row = |(at, line)| Row {
            above: 0.0,
            height: style.size * style.leading,
            may_end: at + 1 == count || (at >= 1 && at + 2 < count),
            pieces: vec![self.piece(owner, style, column.left, line)],
        };
        Ok(lines.into_iter().enumerate().map(row).collect())
    }

    fn list(&mut self, items: &[Item], style: Style, column: Column) -> Result<Vec<Row>, Error> {
        if items.is_empty() {
            return Ok(Vec::new());
        }
        let first =
            items.first().and_then(|item| item.label.chars().find(|character| character.is_alphanumeric()));
        let Owner::Element(list) = self.element(Kind::List(first.unwrap_or('•')), None) else {
            return Ok(Vec::new());
        };
        let hang = self.hang(items, style)?.min(column.width / 3.0);
        let mut rows = Vec::new();
        for (at, item) in items.iter().enumerate() {
            let mut of_item = self.item(list, item, style, column, hang)?;
            if let Some(row) = of_item.first_mut().filter(|_| at > 0) {
                row.above = style.between * column.scale;
            }
            rows.extend(of_item);
        }
        Ok(rows)
    }

    fn item(
        &mut self,
        list: usize,
        item: &Item,
        style: Style,
        column: Column,
        hang: f32,
    ) -> Result<Vec<Row>, Error> {
        let Owner::Element(own) = self.element(Kind::ListItem, Some(list)) else { return Ok(Vec::new()) };
        let label = self.element(Kind::Label, Some(own));
        let body = self.element(Kind::ListBody, Some(own));
        let text_column = Column { left: column.left + hang, width: column.width - hang, ..column };
        let mut rows = self.text(body, &item.text, style, text_column)?;
        let labels = self.lines(&item.label, style, f32::MAX)?;
        for (row, line) in rows.iter_mut().zip(labels) {
            row.pieces.insert(0, self.piece(label, style, column.left, line));
        }
        Ok(rows)
    }

    /// Returns how far the text of a list stands in: the widest label and a gap.
    fn hang(&self, items: &[Item], style: Style) -> Result<f32, Error> {
        let mut widest: f32 = 0.8;
        for item in items {
            for line in self.lines(&item.label, style, f32::MAX)? {
                widest = widest.max(line.width / 1000.0);
            }
        }
        Ok((widest + 0.6) * style.size)
    }

    fn lines(&self, text: &str, style: Style, width: f32) -> Result<Vec<Line>, Error> {
        let face = self.typesetter.face(style.weight);
        self.typesetter.breaker.lines(face, text, width / style.size * 1000.0)
    }

    /// Makes a piece whose line stands in the middle of its row.
    fn piece(&self, owner: Owner, style: Style, x: f32, line: Line) -> Piece {
        let measures = self.typesetter.face(style.weight).measures();
        let (ascent, descent) = (measures.ascent / 1000.0, measures.descent / 1000.0);
        let y = (style.leading + ascent + descent) / 2.0 * style.size;
        Piece { owner, weight: style.weight, size: style.size, x, y, line }
    }

    fn number_pages(&mut self, sheet: &Sheet) -> Result<(), Error> {
        let count = self.laid.pages.len();
        if count < 2 {
            return Ok(());
        }
        let style =
            Style { weight: Weight::Regular, size: NUMBER_SIZE, leading: 1.0, indent: 0.0, between: 0.0 };
        for number in 1..=count {
            let line = self.lines(&format!("{number}/{count}"), style, f32::MAX)?.pop().unwrap_or_default();
            let x = (points(sheet.width) - line.width * NUMBER_SIZE / 1000.0) / 2.0;
            let piece = Piece {
                y: points(sheet.height) - NUMBER_ABOVE_EDGE,
                ..self.piece(Owner::PageNumber, style, x, line)
            };
            if let Some(page) = self.laid.pages.get_mut(number - 1) {
                page.push(piece);
            }
        }
        Ok(())
    }
}

/// Forbids a page to end inside the rows.
fn together(mut rows: Vec<Row>) -> Vec<Row> {
    rows.iter_mut().for_each(|row| row.may_end = false);
    rows
}

/// Places a row at a height and returns where it ends.
fn place(row: Row, y: f32, page: &mut Vec<Piece>) -> f32 {
    let top = y + row.above;
    page.extend(row.pieces.into_iter().map(|piece| Piece { y: piece.y + top, ..piece }));
    top + row.height
}

/// Fills pages with rows: the first from `top` on below what stands there already, the others within
/// `bounds`.
fn paginate(rows: Vec<Row>, first: Vec<Piece>, top: f32, bounds: (f32, f32)) -> Vec<Vec<Piece>> {
    let mut pages = Vec::new();
    let (mut page, mut y) = (first, top);
    let mut rest = rows;
    while !rest.is_empty() {
        let fit = fitting(&rest, y, bounds.1);
        let fresh = page.is_empty();
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
            y = bounds.0;
        }
    }
    pages.push(page);
    pages
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

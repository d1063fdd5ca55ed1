//! Layout: a document on pages, before any PDF.
//!
//! In: a document. Out: pages of pieces with their places, and the tree of what they are. Blocks become rows;
//! rows fill pages (`page`). A page never ends with a heading, with the first line of a paragraph or before its
//! last line, nor between a block and the next where the document keeps them together. All lengths here are
//! points, from the upper left corner.
//!
//! Not here: bytes (`content`, `structure`), tables and figures (`table`, `figure`).

use std::sync::Arc;

use crate::paper::document::{Align, Block, Content, Document, Frame, Item, Level, Sheet, Style, Weight};
use crate::paper::hyphen::Divider;
use crate::paper::line::{Line, Lines, Setting};
use crate::paper::page::{Drawn, Owner, Piece, Row, Type, paginate, place};
use crate::paper::picture::Picture;
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
    /// The pictures that pieces show by their numbers.
    pub(super) pictures: Vec<Picture>,
    /// Where it stands.
    pub(super) pages: Vec<Vec<Piece>>,
    /// How many pieces of the first page are of frames; they are its first.
    pub(super) framed: usize,
}

/// An element of the structure tree.
pub(super) struct Element {
    pub(super) kind: Kind,
    /// Its place in the list of elements; `None` right under the document.
    pub(super) parent: Option<usize>,
    /// What is said instead of it.
    pub(super) said: Option<String>,
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
    Table,
    TableRow,
    /// A cell that names its column or its row.
    ColumnName,
    RowName,
    Cell,
    Figure,
}

/// A column that rows are made for.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub(super) left: f32,
    pub(super) width: f32,
    pub(super) scale: f32,
}

/// Lays a document out.
pub(super) fn lay_out(typesetter: &Typesetter, document: &Document) -> Result<Laid, Error> {
    let sheet = &document.sheet;
    let bounds = (points(sheet.margin.top), points(sheet.height - sheet.margin.bottom));
    let divider = Divider::of(&document.language);
    let mut layout = Layout { typesetter, divider, height: bounds.1 - bounds.0, laid: Laid::default() };
    let mut first = Vec::new();
    let mut top = bounds.0;
    let mut rows = Vec::new();
    for frame in &document.frames {
        let (end, overflow) = layout.frame(frame, bounds.1, &mut first)?;
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
    layout.laid.framed = first.len();
    layout.laid.pages = paginate(rows, first, top, bounds);
    layout.number_pages(sheet)?;
    Ok(layout.laid)
}

/// Returns millimetres in points.
pub(super) fn points(millimetres: f32) -> f32 {
    millimetres * 72.0 / 25.4
}

/// A document being laid out.
pub(super) struct Layout<'t> {
    typesetter: &'t Typesetter,
    divider: Option<Divider>,
    /// The height of a page.
    pub(super) height: f32,
    pub(super) laid: Laid,
}

impl Layout<'_> {
    /// Fills a frame. Returns where it ends, and the rows that would leave the sheet.
    fn frame(&mut self, frame: &Frame, bottom: f32, page: &mut Vec<Piece>) -> Result<(f32, Vec<Row>), Error> {
        let (elements, pictures) = (self.laid.elements.len(), self.laid.pictures.len());
        let mut rows = Vec::new();
        for scale in SHRINK {
            self.laid.elements.truncate(elements);
            self.laid.pictures.truncate(pictures);
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
                together(self.text(Owner::Element(owner), text, style, column)?)
            }
            Content::Paragraph(text) => {
                let owner = self.element(Kind::Paragraph, None);
                self.text(Owner::Element(owner), text, style, column)?
            }
            Content::Lines(lines) => {
                let owner = self.element(Kind::Paragraph, None);
                // The space at a line's end keeps the lines apart when the text is read or copied.
                together(self.text(Owner::Element(owner), &lines.join(" \n"), style, column)?)
            }
            Content::List(items) => self.list(items, style, column)?,
            Content::Table(table) => self.table(table, style, column)?,
            Content::Figure(figure) => vec![self.figure(figure, style, column)?],
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

    /// Adds an element and returns its number.
    pub(super) fn element(&mut self, kind: Kind, parent: Option<usize>) -> usize {
        self.laid.elements.push(Element { kind, parent, said: None });
        self.laid.elements.len() - 1
    }

    /// Makes the rows of one text; a page may end between them, but not next to a lone line.
    fn text(&self, owner: Owner, text: &str, style: Style, column: Column) -> Result<Vec<Row>, Error> {
        let lines = self.lines(text, style, column.width)?;
        let count = lines.len();
        let row = |(at, line)| Row {
            height: style.size * style.leading,
            may_end: at + 1 == count || (at >= 1 && at + 2 < count),
            pieces: vec![self.piece(owner, style, column, line)],
            ..Row::default()
        };
        Ok(lines.iter().map(Arc::clone).enumerate().map(row).collect())
    }

    fn list(&mut self, items: &[Item], style: Style, column: Column) -> Result<Vec<Row>, Error> {
        if items.is_empty() {
            return Ok(Vec::new());
        }
        let first =
            items.first().and_then(|item| item.label.chars().find(|character| character.is_alphanumeric()));
        let list = self.element(Kind::List(first.unwrap_or('•')), None);
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
        let own = self.element(Kind::ListItem, Some(list));
        let label = Owner::Element(self.element(Kind::Label, Some(own)));
        let body = Owner::Element(self.element(Kind::ListBody, Some(own)));
        let text_column = Column { left: column.left + hang, width: column.width - hang, ..column };
        let mut rows = self.text(body, &item.text, style, text_column)?;
        let plain = Style { align: Align::Left, ..style };
        let labels = self.lines(&item.label, plain, f32::MAX)?;
        for (row, line) in rows.iter_mut().zip(labels.iter()) {
            row.pieces.insert(0, self.piece(label, plain, column, Arc::clone(line)));
        }
        Ok(rows)
    }

    /// Returns how far the text of a list stands in: the widest label and a gap.
    fn hang(&self, items: &[Item], style: Style) -> Result<f32, Error> {
        let style = Style { align: Align::Left, ..style };
        let mut widest: f32 = 0.8;
        for item in items {
            for line in self.lines(&item.label, style, f32::MAX)?.iter() {
                widest = widest.max(line.width / 1000.0);
            }
        }
        Ok((widest + 0.6) * style.size)
    }

    /// Cuts a text into lines of a width.
    pub(super) fn lines(&self, text: &str, style: Style, width: f32) -> Result<Lines, Error> {
        let setting = Setting {
            weight: style.weight,
            width: width / style.size * 1000.0,
            justified: style.align == Align::Justified,
            divider: self.divider.filter(|_| style.divided),
        };
        self.typesetter.breaker.lines(self.typesetter.face(style.weight), text, setting)
    }

    /// Makes a piece whose line stands in the middle of its row.
    pub(super) fn piece(&self, owner: Owner, style: Style, column: Column, line: Arc<Line>) -> Piece {
        let measures = self.typesetter.face(style.weight).measures();
        let (ascent, descent) = (measures.ascent / 1000.0, measures.descent / 1000.0);
        let y = (style.leading + ascent + descent) / 2.0 * style.size;
        let free = column.width - line.width * style.size / 1000.0;
        let x = column.left
            + match style.align {
                Align::Left | Align::Justified => 0.0,
                Align::Centre => free / 2.0,
                Align::Right => free,
            };
        let kind = Type { weight: style.weight, size: style.size, ink: style.ink };
        Piece { owner, x, y, drawn: Drawn::Line(kind, line) }
    }

    fn number_pages(&mut self, sheet: &Sheet) -> Result<(), Error> {
        let count = self.laid.pages.len();
        if count < 2 {
            return Ok(());
        }
        let style = Style {
            weight: Weight::Regular,
            size: NUMBER_SIZE,
            leading: 1.0,
            align: Align::Centre,
            ..Style::default()
        };
        let column = Column { left: 0.0, width: points(sheet.width), scale: 1.0 };
        for number in 1..=count {
            let lines = self.lines(&format!("{number}/{count}"), style, column.width)?;
            let Some(line) = lines.first() else { continue };
            let piece = self.piece(Owner::PageNumber, style, column, Arc::clone(line));
            if let Some(page) = self.laid.pages.get_mut(number - 1) {
                page.push(Piece { y: points(sheet.height) - NUMBER_ABOVE_EDGE, ..piece });
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

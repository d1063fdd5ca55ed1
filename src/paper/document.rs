//! Document: what is asked of paper, independent of how it is written.
//!
//! In: built by whoever has something to print. A sheet, frames with a fixed place on the first page, and
//! text that flows from page to page; each block says what it is (its role in the structure tree) and how it
//! looks.
//!
//! Lengths on the sheet are millimetres from the upper left corner; type sizes and the space above a block
//! are points. Inside a text a line feed is a forced line break; every other control character is refused.
//!
//! Not here: measuring and breaking (`layout`), and anything about letters.

use chrono::NaiveDate;

use crate::paper::picture::Picture;

/// A document to typeset.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The language as a BCP 47 tag: `fr`, `en-GB`.
    pub language: String,
    /// The title that viewers show; it is also in the metadata, so it names nobody.
    pub title: String,
    /// The day that stands as creation date in the metadata.
    pub date: NaiveDate,
    /// The sheet and its margins.
    pub sheet: Sheet,
    /// Frames with a fixed place on the first page, in reading order; they are read before the flow.
    pub frames: Vec<Frame>,
    /// The text that flows under the frames and over further pages.
    pub flow: Vec<Block>,
}

/// A sheet of paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Width in millimetres.
    pub width: f32,
    /// Height in millimetres.
    pub height: f32,
    /// What stays free around the flow; the page number stands in the lower margin.
    pub margin: Margin,
    /// Hairlines on the first page that are no content, such as fold marks.
    pub marks: Vec<Mark>,
}

impl Sheet {
    /// Returns an upright A4 sheet without marks.
    pub fn a4(margin: Margin) -> Self {
        Self { width: 210.0, height: 297.0, margin, marks: Vec::new() }
    }
}

/// What stays free around the flow, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Margin {
    /// Above.
    pub top: f32,
    /// To the right.
    pub right: f32,
    /// Below.
    pub bottom: f32,
    /// To the left.
    pub left: f32,
}

/// A horizontal hairline, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Where it begins.
    pub left: f32,
    /// How far down it is.
    pub top: f32,
    /// How long it is.
    pub width: f32,
}

/// A frame with a fixed place on the first page, in millimetres.
///
/// Text that is too high for it is set in smaller type, down to three quarters; if that is not enough it runs
/// on below the frame, and the flow begins under it. Nothing is cut off.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Where it begins.
    pub left: f32,
    /// How far down it begins.
    pub top: f32,
    /// How wide it is.
    pub width: f32,
    /// How high it is; the flow begins below it.
    pub height: f32,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// A block of text.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    /// What it is.
    pub content: Content,
    /// How it looks.
    pub style: Style,
    /// The free space above it in points; none at the top of a further page.
    pub above: f32,
    /// Keeps its end on the page on which the next block begins. Headings always are kept so.
    pub with_next: bool,
}

/// What a block is: its text and its role in the structure tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A heading (H1, H2).
    Heading(Level, String),
    /// A paragraph (P).
    Paragraph(String),
    /// Lines that belong together, such as an address (P); never broken over pages.
    Lines(Vec<String>),
    /// A list (L, LI, Lbl, LBody).
    List(Vec<Item>),
    /// A table (Table, TR, TH, TD). A row is never broken over pages unless it is higher than one; the head is
    /// shown again on every page.
    Table(Table),
    /// A drawing or a picture that stands in for something said (Figure).
    Figure(Figure),
    /// Ornament that a screen reader skips, such as a repeated sender line (Artifact).
    Ornament(String),
}

/// A table whose first row names its columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The columns from left to right.
    pub columns: Vec<TableColumn>,
    /// The rows; a cell that is missing is empty, one too many is an error.
    pub rows: Vec<Vec<String>>,
    /// Whether the first cell of every row names the row (TH with the scope of a row).
    pub rows_are_named: bool,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct TableColumn {
    /// What it is called.
    pub name: String,
    /// How wide it is, as a share of all: 1, 1 and 2 give a quarter, a quarter and a half.
    pub share: f32,
    /// Where its text stands; numbers stand right.
    pub align: Align,
}

/// A drawing or a picture. What is drawn is outside the text: a screen reader says `said` instead.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it shows, in words.
    pub said: String,
    /// Width in millimetres; it is scaled down where the column is narrower.
    pub width: f32,
    /// Height in millimetres.
    pub height: f32,
    /// What is drawn, the later above the earlier.
    pub drawings: Vec<Drawing>,
}

/// A part of a figure; places are millimetres from its upper left corner.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    /// A filled rectangle.
    Area {
        /// Left, top, width and height.
        place: [f32; 4],
        /// Its colour.
        ink: Ink,
    },
    /// A line of text whose baseline stands at a place.
    Text {
        /// Where the baseline begins, ends or has its middle, as `align` says: left and top.
        place: [f32; 2],
        /// What is written; it is never broken.
        text: String,
        /// How wide it may be in millimetres; it is set smaller where it would be wider.
        room: f32,
        /// The size in points.
        size: f32,
        /// The weight.
        weight: Weight,
        /// Which end of the text stands at the place.
        align: Align,
        /// Its colour.
        ink: Ink,
    },
    /// A picture.
    Picture {
        /// Left, top, width and height.
        place: [f32; 4],
        /// Its pixels.
        picture: Picture,
    },
}

/// Where lines stand in their column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Align {
    /// On the left, ragged on the right.
    #[default]
    Left,
    /// On both sides, but for the last line.
    Justified,
    /// In the middle.
    Centre,
    /// On the right.
    Right,
}

/// A colour: red, green and blue in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ink(pub u8, pub u8, pub u8);

impl Ink {
    /// For text.
    pub const BLACK: Self = Self(0, 0, 0);
}

/// The level of a heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// The one title of the document.
    One,
    /// A heading under it.
    Two,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What stands in front: `a)`, `1.`, `–`.
    pub label: String,
    /// The text, set with a hanging indent.
    pub text: String,
}

/// How a block looks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// The weight of the type.
    pub weight: Weight,
    /// The size of the type in points.
    pub size: f32,
    /// The distance of two lines as a multiple of the size.
    pub leading: f32,
    /// How far the block stands in from the left, in millimetres.
    pub indent: f32,
    /// The free space between the items of a list or the rows of a table, in points.
    pub between: f32,
    /// Where the lines stand.
    pub align: Align,
    /// Whether words may be divided at the end of a line, as the document's language divides them.
    pub divided: bool,
    /// The colour of the text.
    pub ink: Ink,
}

impl Default for Style {
    /// Plain text for reading: black, 10 points, ragged.
    fn default() -> Self {
        Self {
            weight: Weight::Regular,
            size: 10.0,
            leading: 1.34,
            indent: 0.0,
            between: 0.0,
            align: Align::Left,
            divided: false,
            ink: Ink::BLACK,
        }
    }
}

/// The weight of type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// For text.
    Regular,
    /// For headings.
    Bold,
}

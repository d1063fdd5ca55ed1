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
    /// Ornament that a screen reader skips, such as a repeated sender line (Artifact).
    Ornament(String),
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
    /// The free space between the items of a list, in points.
    pub between: f32,
}

/// The weight of type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// For text.
    Regular,
    /// For headings.
    Bold,
}

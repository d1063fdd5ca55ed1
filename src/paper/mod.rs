//! paper: text to pages to PDF bytes.
//!
//! In: a [`Document`], blocks of text with their role and place, tables, charts ([`figure`]) and pictures
//! ([`picture`]). Out: PDF bytes that are PDF/A-2a and PDF/UA-1 at once; several documents can be bound to one
//! file, and `odt` writes one as OpenDocument text. The way to PDF through the room: [`document`] (what is asked) → `layout` (rows, with `table` and `figure`, `line` for
//! line breaks, `hyphen` for divided words and `face` for glyphs) → `page` (pages) → `pdf` (the objects, with
//! `content`, `code`, `embed`, `outline`, `contour`, `structure` and `metadata` for their parts) → `file` (bytes). What letters of
//! a batch share is made once (`recent`).
//!
//! Knows fonts and margins, knows nothing of letters; this room uses nothing in the house. The same document
//! gives the same bytes: dates come from the document, the file identifier from its content.
//!
//! The one face is Noto Sans (`font/`, SIL Open Font License 1.1). A character it lacks is an error, never a
//! box. Scripts that run from right to left are therefore refused too.

pub mod document;
pub mod figure;
pub mod odt;
pub mod picture;

mod code;
mod content;
mod contour;
mod embed;
mod face;
mod file;
mod hyphen;
mod icc;
mod joint;
mod layout;
mod line;
mod metadata;
mod outline;
mod package;
mod page;
mod pdf;
mod recent;
mod structure;
mod table;

use chrono::NaiveDate;

use crate::paper::document::{Document, Weight};
use crate::paper::embed::Alphabets;
use crate::paper::face::Face;
use crate::paper::line::Breaker;
use crate::paper::metadata::About;

/// Why a document cannot be put on paper. No variant carries more of the text than one code point.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The font lacks a character.
    #[error("the built-in font has no character U+{:04X}", u32::from(*.0))]
    MissingCharacter(char),
    /// The text has a control character, an invisible direction mark or a byte order mark.
    #[error("the text has the control character U+{:04X}, which cannot be printed", u32::from(*.0))]
    ControlCharacter(char),
    /// The language is no BCP 47 tag, so that no screen reader could choose a voice.
    #[error("the document's language is no language tag such as fr or en-GB")]
    Language,
    /// The document has no title, which PDF/UA-1 requires.
    #[error("the document has no title")]
    NoTitle,
    /// The first heading is not of the first level, so that a screen reader would miss one.
    #[error("the document's first heading is not of the first level")]
    HeadingSkipped,
    /// The document uses more different glyphs than one font can number.
    #[error("the document has too many different glyphs for one font")]
    TooManyGlyphs,
    /// The font could not be cut down to the glyphs of the document.
    #[error("the built-in font cannot be embedded")]
    Embed,
    /// A row of a table has more cells than the table has columns.
    #[error("a row of a table has more cells than there are columns")]
    TooManyCells,
    /// A figure has no words that stand in for it, which PDF/UA-1 requires.
    #[error("a figure has no words for those who cannot see it")]
    FigureUnsaid,
}

/// Puts documents on paper. Make one per process and share it: it parses each face once and remembers words
/// it has shaped, paragraphs it has cut into lines and alphabets it has compressed.
#[derive(Debug)]
pub struct Typesetter {
    regular: Face,
    bold: Face,
    breaker: Breaker,
    alphabets: Alphabets,
    profile: Vec<u8>,
}

impl Typesetter {
    /// Parses the built-in faces.
    pub fn new() -> Self {
        Self {
            regular: Face::new("NotoSans-Regular", include_bytes!("font/NotoSans-Regular.ttf")),
            bold: Face::new("NotoSans-Bold", include_bytes!("font/NotoSans-Bold.ttf")),
            breaker: Breaker::new(),
            alphabets: Alphabets::new(),
            profile: file::deflate(&icc::srgb(), &[1]),
        }
    }

    /// Typesets a document.
    ///
    /// # Errors
    ///
    /// The document has no title, no language or no first heading above a second, or a character that cannot
    /// be printed.
    pub fn typeset(&self, document: &Document) -> Result<Vec<u8>, Error> {
        let Document { language, title, date, .. } = document;
        let laid = layout::lay_out(self, document)?;
        pdf::write(self, &About { language, title, date: *date }, &[(document, laid)])
    }

    /// Typesets documents and binds them to one file, in their order. Each keeps its language and its page
    /// numbers; the file has the title, the date and the language of the binding.
    ///
    /// # Errors
    ///
    /// As [`Typesetter::typeset`].
    pub fn bind(&self, binding: &Binding<'_>) -> Result<Vec<u8>, Error> {
        let Binding { language, title, date, documents } = *binding;
        let lay = |document| Ok((document, layout::lay_out(self, document)?));
        let parts: Vec<_> = documents.iter().map(lay).collect::<Result<_, Error>>()?;
        pdf::write(self, &About { language, title, date }, &parts)
    }

    /// Tells whether a character can be printed.
    pub fn can_print(&self, character: char) -> bool {
        self.regular.can_print(character)
    }

    fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

/// Documents to be bound to one file.
#[derive(Debug, Clone, Copy)]
pub struct Binding<'l> {
    /// The language of the title as a BCP 47 tag.
    pub language: &'l str,
    /// The title that viewers show.
    pub title: &'l str,
    /// The day that stands as creation date in the metadata.
    pub date: NaiveDate,
    /// The documents, in their order.
    pub documents: &'l [Document],
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new()
    }
}

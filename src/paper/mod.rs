//! paper: text to pages to PDF bytes.
//!
//! In: a [`Document`], blocks of text with their role and place. Out: PDF bytes that are PDF/A-2a and
//! PDF/UA-1 at once. The way through the room: [`document`] (what is asked) → `layout` (rows and pages, with
//! `line` for line breaks and `face` for glyphs) → `pdf` (the objects, with `content`, `code`, `embed`,
//! `structure` and `metadata` for their parts) → `file` (bytes).
//!
//! Knows fonts and margins, knows nothing of letters; this room uses nothing in the house. The same document
//! gives the same bytes: dates come from the document, the file identifier from its content.
//!
//! The one face is Noto Sans (`font/`, SIL Open Font License 1.1). A character it lacks is an error, never a
//! box. Scripts that run from right to left are therefore refused too.

pub mod document;

mod code;
mod content;
mod embed;
mod face;
mod file;
mod icc;
mod layout;
mod line;
mod metadata;
mod outline;
mod pdf;
mod structure;

use crate::paper::document::{Document, Weight};
use crate::paper::face::Face;
use crate::paper::line::Breaker;

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
    #[error("embed the font")]
    Embed(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Puts documents on paper. Make one per process and share it: it parses each face once and remembers words
/// it has shaped and subsets it has cut.
#[derive(Debug)]
pub struct Typesetter {
    regular: Face,
    bold: Face,
    breaker: Breaker,
    profile: Vec<u8>,
}

impl Typesetter {
    /// Parses the built-in faces.
    pub fn new() -> Self {
        Self {
            regular: Face::new("NotoSans-Regular", include_bytes!("font/NotoSans-Regular.ttf")),
            bold: Face::new("NotoSans-Bold", include_bytes!("font/NotoSans-Bold.ttf")),
            breaker: Breaker::new(),
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
        let laid = layout::lay_out(self, document)?;
        pdf::write(self, document, &laid)
    }

    fn face(&self, weight: Weight) -> &Face {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

impl Default for Typesetter {
    fn default() -> Self {
        Self::new()
    }
}

//! Embed: the part of a font file that one document needs.
//!
//! In: the glyphs a document uses. Out: a compressed font file with these glyphs only, without hinting
//! (`outline`), and their new numbers. Letters of one batch often use the same glyphs, so the last subsets
//! are remembered.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use sha2::{Digest, Sha256};
use subsetter::GlyphRemapper;

use crate::paper::file::deflate;
use crate::paper::{Error, outline};

/// How many subsets are remembered before the store is emptied.
const SUBSETS_MAX: usize = 256;

/// A font file and the subsets cut from it.
pub(super) struct Subsets {
    data: &'static [u8],
    cut: RwLock<HashMap<Vec<u16>, Arc<Subset>>>,
}

/// A font file with some glyphs of another.
pub(super) struct Subset {
    /// Six capital letters that tell subsets of one font apart (ISO 32000-1, 9.6.4).
    pub(super) tag: String,
    /// The file, compressed.
    pub(super) compressed: Vec<u8>,
    /// The length of the file before compression.
    pub(super) length: usize,
    /// The old numbers of its glyphs, ascending; their new numbers count from 1.
    glyphs: Vec<u16>,
}

impl Subsets {
    /// Takes a font file to cut from.
    pub(super) fn new(data: &'static [u8]) -> Self {
        Self { data, cut: RwLock::default() }
    }

    /// Cuts a subset, or returns it as cut before. The glyphs are ascending, without repetition.
    pub(super) fn cut(&self, glyphs: Vec<u16>) -> Result<Arc<Subset>, Error> {
        let known = self.cut.read().unwrap_or_else(PoisonError::into_inner).get(&glyphs).cloned();
        if let Some(subset) = known {
            return Ok(subset);
        }
        let subset = Arc::new(Subset::cut(self.data, glyphs.clone())?);
        let mut cut = self.cut.write().unwrap_or_else(PoisonError::into_inner);
        if cut.len() >= SUBSETS_MAX {
            cut.clear();
        }
        cut.insert(glyphs, Arc::clone(&subset));
        Ok(subset)
    }
}

impl Subset {
    /// Returns a glyph's number in the subset; 0, the box, for a glyph that is not in it.
    pub(super) fn number(&self, glyph: u16) -> u16 {
        let place = self.glyphs.binary_search(&glyph).map_or(0, |place| place + 1);
        u16::try_from(place).unwrap_or_default()
    }

    fn cut(data: &[u8], glyphs: Vec<u16>) -> Result<Self, Error> {
        let remapper = GlyphRemapper::new_from_glyphs(&glyphs);
        let file = subsetter::subset(data, 0, &remapper).map_err(|cause| Error::Embed(Box::new(cause)))?;
        let file = outline::without_hinting(&file).ok_or_else(|| Error::Embed("read the outlines".into()))?;
        let tag = Sha256::digest(&file).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
        Ok(Self { tag, compressed: deflate(&file, &[0, 0, 0, 1]), length: file.len(), glyphs })
    }
}

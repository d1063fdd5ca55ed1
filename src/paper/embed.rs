//! Embed: the part of the font files that one document needs.
//!
//! In: the shapes of both faces that share a file, each with its code. Out: a compressed font file in which each
//! code has its glyph. A shape of several glyphs becomes one composed glyph, so that pages name every text by one code.
//!
//! Cutting and compressing outlines is most of the work of a letter, and letters of one kind and language differ only in
//! names and numbers. So the file begins with the alphabet of the running text, which is made once and kept; behind it stand
//! the few glyphs that change from letter to letter: digits, capital letters and what only addresses show. Kept or not, the
//! file is the same. Not here: how a font file is built (`outline`).

use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::paper::document::Weight;
use crate::paper::face::{Cut, Placed, Shape};
use crate::paper::file::deflate;
use crate::paper::joint::Shared;
use crate::paper::outline::{Begun, Component, Corners, Metrics, begin, composed, is_composed, stripped};
use crate::paper::recent::Recent;
use crate::paper::{Error, Typesetter};

/// How many alphabets and maps of text are kept, by halves.
const ALPHABETS_MAX: usize = 24;
/// How many codes a font file has.
const CODES: usize = 256;
/// How many places the digits and capital letters of a face have, in the order of their codes.
const PLACES: usize = 36;
/// How many capital letters there are.
const CAPITALS: u8 = 26;

/// A shape with its code.
#[derive(Clone)]
pub(super) struct Coded {
    pub(super) byte: u8,
    pub(super) weight: Weight,
    pub(super) shape: Arc<Shape>,
    /// Whether the running text has it; else only addresses do.
    pub(super) flows: bool,
}

/// A font file with the shapes of a document.
pub(super) struct Subset {
    /// Six capital letters that tell subsets of one font apart (ISO 32000-1, 9.6.4).
    pub(super) tag: String,
    /// The file, compressed.
    pub(super) compressed: Vec<u8>,
    /// The length of the file before compression.
    pub(super) length: usize,
}

/// The alphabets that were compressed lately.
pub(super) struct Alphabets {
    alphabets: Recent<Vec<Key>, Option<Arc<Alphabet>>>,
    maps: Recent<String, Option<Arc<[u8]>>>,
}

/// A code and the shape it has in this process.
type Key = (u8, Weight, usize);

/// The glyphs of running text, cut and compressed.
struct Alphabet {
    begun: Begun,
    shared: Shared,
    hash: [u8; 32],
}

impl Alphabets {
    /// Begins with none.
    pub(super) fn new() -> Self {
        Self { alphabets: Recent::new(ALPHABETS_MAX), maps: Recent::new(ALPHABETS_MAX) }
    }

    /// Compresses a map from codes to text.
    pub(super) fn map(&self, map: String) -> Arc<[u8]> {
        if let Some(known) = self.maps.find(map.as_str(), Option::clone) {
            return known;
        }
        let compressed: Arc<[u8]> = deflate(map.as_bytes(), b"\n").into();
        self.maps.change(map, |known| *known = Some(Arc::clone(&compressed)));
        compressed
    }

    fn alphabet(&self, typesetter: &Typesetter, usual: &[&Coded]) -> Option<Arc<Alphabet>> {
        let key: Vec<Key> =
            usual.iter().map(|coded| (coded.byte, coded.weight, coded.shape.number)).collect();
        if let Some(known) = self.alphabets.find(key.as_slice(), Option::clone) {
            return Some(known);
        }
        let alphabet = Arc::new(Alphabet::cut(typesetter, usual)?);
        self.alphabets.change(key, |known| *known = Some(Arc::clone(&alphabet)));
        Some(alphabet)
    }
}

impl fmt::Debug for Alphabets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Alphabets")
    }
}

/// Cuts a subset for shapes in the order of their codes, which begin above 0. In the first file of a document, ASCII
/// stands for itself.
pub(super) fn cut(typesetter: &Typesetter, shapes: &[Coded], is_first: bool) -> Result<Subset, Error> {
    let place = |coded: &Coded| place(coded.byte).filter(|_| is_first);
    let is_usual = |coded: &&Coded| !is_first || (coded.flows && place(coded).is_none());
    let (usual, others): (Vec<&Coded>, Vec<&Coded>) = shapes.iter().partition(is_usual);
    let alphabet = typesetter.alphabets.alphabet(typesetter, &usual).ok_or(Error::Embed)?;
    alphabet.file(typesetter, &others, is_first).ok_or(Error::Embed)
}

/// Returns the place behind an alphabet of what changes from letter to letter: a digit or a capital letter.
fn place(byte: u8) -> Option<usize> {
    let is_bold = byte >= 0x80;
    let place = match byte & 0x7F {
        digit @ b'0'..=b'9' => CAPITALS + digit - b'0',
        capital @ b'A'..=b'Z' => capital - b'A',
        _ => return None,
    };
    Some(usize::from(place) + if is_bold { PLACES } else { 0 })
}

impl Alphabet {
    /// Cuts the glyphs whose numbers are their codes, and the parts they are composed of.
    fn cut(typesetter: &Typesetter, usual: &[&Coded]) -> Option<Self> {
        // What has no shape, and the box of glyph 0, which no page may show, stay empty.
        let mut cutting = Cutting::new(typesetter, 0, CODES);
        cutting.fill(&usual.iter().map(|coded| (usize::from(coded.byte), *coded)).collect::<Vec<_>>())?;
        let (outlines, begun) = begin(&cutting.outlines, cutting.metrics);
        let hash = Sha256::digest(&outlines).into();
        Some(Self { begun, shared: Shared::new(&outlines), hash })
    }

    /// Adds the glyphs that change from letter to letter.
    fn file(&self, typesetter: &Typesetter, others: &[&Coded], is_first: bool) -> Option<Subset> {
        let first = self.begun.count();
        let placed = if is_first { 2 * PLACES } else { 0 };
        let mut slots: Vec<(usize, &Coded)> = Vec::with_capacity(others.len());
        let mut free = placed;
        for coded in others {
            let slot = place(coded.byte).unwrap_or(free);
            free += usize::from(slot == free);
            slots.push((slot, coded));
        }
        let mut cutting = Cutting::new(typesetter, u16::try_from(first).ok()?, free);
        cutting.fill(&slots)?;

        // Every code has the glyph of its number, but for those that stand behind the alphabet.
        let mut numbers: Vec<u16> = (0..=u16::from(u8::MAX)).collect();
        let coded = slots.iter().map(|(slot, coded)| (coded.byte, *slot));
        let ascii = (0..=u8::MAX).filter_map(|byte| Some((byte, place(byte)?))).filter(|_| is_first);
        for (byte, slot) in ascii.chain(coded) {
            *numbers.get_mut(usize::from(byte))? = u16::try_from(first + slot).ok()?;
        }
        let outlines = &typesetter.face(Weight::Regular).outlines;
        let around = outlines.around(&self.begun, &cutting.outlines, &cutting.metrics, &numbers)?;
        let hash = Sha256::new().chain_update(self.hash).chain_update(&around.behind).finalize();
        let tag = hash.iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();

        // As `deflate` does: no stream may end like a line.
        let mut behind = around.behind;
        loop {
            let compressed = self.shared.between(&around.front, &behind);
            if compressed.last() != Some(&b'\r') {
                let length = around.front.len() + self.begun.length() + behind.len();
                return Some(Subset { tag, compressed, length });
            }
            // Words that add up to nothing, so that the sum of the file stays what its head says.
            behind.extend([0, 0, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF]);
        }
    }
}

/// Glyphs being cut.
struct Cutting<'f> {
    typesetter: &'f Typesetter,
    outlines: Vec<Arc<[u8]>>,
    metrics: Vec<Metrics>,
    /// The number of the first outline.
    first: u16,
    /// The new number of glyphs that shapes are composed of.
    numbers: HashMap<(Weight, u16), u16>,
    /// Glyphs that have a number and no outline yet.
    open: Vec<(Weight, u16)>,
    /// The slot of the next such glyph.
    next: usize,
}

impl<'f> Cutting<'f> {
    fn new(typesetter: &'f Typesetter, first: u16, slots: usize) -> Self {
        Self {
            typesetter,
            outlines: vec![Arc::default(); slots],
            metrics: vec![Metrics::default(); slots],
            first,
            numbers: HashMap::new(),
            open: Vec::new(),
            next: slots,
        }
    }

    /// Cuts the glyphs of shapes into their slots, and behind all slots the parts they are composed of.
    fn fill(&mut self, slots: &[(usize, &Coded)]) -> Option<()> {
        for (slot, coded) in slots.iter().rev() {
            if let Some(glyph) = plain(&coded.shape) {
                self.numbers.insert((coded.weight, glyph), self.number_at(*slot)?);
            }
        }
        for (slot, coded) in slots {
            let (outline, metrics) = match plain(&coded.shape) {
                Some(glyph) => self.glyph(coded.weight, glyph)?,
                None => self.composition(coded.weight, &coded.shape)?,
            };
            *self.outlines.get_mut(*slot)? = outline;
            *self.metrics.get_mut(*slot)? = metrics;
        }
        while !self.open.is_empty() {
            for (weight, glyph) in std::mem::take(&mut self.open) {
                let (outline, metrics) = self.glyph(weight, glyph)?;
                self.outlines.push(outline);
                self.metrics.push(metrics);
            }
        }
        Some(())
    }

    fn glyph(&mut self, weight: Weight, glyph: u16) -> Option<Cut> {
        let face = self.typesetter.face(weight);
        let outline = face.outlines.outline(glyph)?;
        let cut = |cutting: &mut Self| {
            let metrics = face.outlines.metrics(glyph)?;
            let (outline, left) = stripped(outline, |part| cutting.number(weight, part))?;
            Some((Arc::from(outline), Metrics { left: left.unwrap_or(metrics.left), ..metrics }))
        };
        // The numbers of a composed glyph's parts are those of one file.
        if is_composed(outline) {
            return cut(self);
        }
        if let Some(known) = face.cut.find(&glyph, Option::clone) {
            return Some(known);
        }
        let made = cut(self)?;
        face.cut.change(glyph, |known| *known = Some(made.clone()));
        Some(made)
    }

    fn composition(&mut self, weight: Weight, shape: &Shape) -> Option<Cut> {
        let mut corners: Option<Corners> = None;
        let mut components = Vec::new();
        for glyph in &shape.glyphs {
            let Some(own) = self.typesetter.face(weight).outlines.corners(glyph.id) else { continue };
            let own = moved(own, glyph);
            corners = Some(corners.map_or(own, |corners| joined(corners, own)));
            components.push(Component { id: self.number(weight, glyph.id)?, x: glyph.x, y: glyph.y });
        }
        let left = corners.map_or(0, |[left, ..]| left);
        let outline = corners.map(|corners| composed(&components, corners)).unwrap_or_default();
        Some((outline.into(), Metrics { advance: shape.units, left }))
    }

    /// Returns a glyph's new number, and gives it one if need be.
    fn number(&mut self, weight: Weight, glyph: u16) -> Option<u16> {
        if let Some(number) = self.numbers.get(&(weight, glyph)) {
            return Some(*number);
        }
        let number = self.number_at(self.next)?;
        self.next += 1;
        self.numbers.insert((weight, glyph), number);
        self.open.push((weight, glyph));
        Some(number)
    }

    fn number_at(&self, slot: usize) -> Option<u16> {
        self.first.checked_add(u16::try_from(slot).ok()?)
    }
}

/// Returns the glyph of a shape that is one glyph in its own place.
fn plain(shape: &Shape) -> Option<u16> {
    match *shape.glyphs {
        [Placed { id, x: 0, y: 0 }] => Some(id),
        _ => None,
    }
}

fn moved([left, bottom, right, top]: Corners, by: &Placed) -> Corners {
    let [across, up] = [by.x, by.y];
    [
        left.saturating_add(across),
        bottom.saturating_add(up),
        right.saturating_add(across),
        top.saturating_add(up),
    ]
}

fn joined(one: Corners, other: Corners) -> Corners {
    let [left, bottom, right, top] = other;
    let [first_left, first_bottom, first_right, first_top] = one;
    [first_left.min(left), first_bottom.min(bottom), first_right.max(right), first_top.max(top)]
}

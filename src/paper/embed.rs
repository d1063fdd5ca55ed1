//! Embed: the part of the font files that one document needs.
//!
//! In: the shapes of both faces that share a file, each with its code. Out: a compressed font file in which each
//! glyph has the number of its code. A shape of several glyphs becomes one composed glyph, so that pages name
//! every text by one code. Not here: how a font file is built (`outline`).

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::paper::document::Weight;
use crate::paper::face::{Placed, Shape};
use crate::paper::file::deflate;
use crate::paper::outline::{Component, Corners, Metrics, composed, stripped};
use crate::paper::{Error, Typesetter};

/// A font file with the shapes of a document.
pub(super) struct Subset {
    /// Six capital letters that tell subsets of one font apart (ISO 32000-1, 9.6.4).
    pub(super) tag: String,
    /// The file, compressed.
    pub(super) compressed: Vec<u8>,
    /// The length of the file before compression.
    pub(super) length: usize,
}

/// Cuts a subset. Codes begin above 0.
pub(super) fn cut(
    typesetter: &Typesetter,
    shapes: &BTreeMap<u8, (Weight, Arc<Shape>)>,
) -> Result<Subset, Error> {
    let file = Cutting::new(typesetter, shapes).run(shapes).ok_or(Error::Embed)?;
    let tag = Sha256::digest(&file).iter().take(6).map(|byte| char::from(b'A' + byte % 26)).collect();
    Ok(Subset { tag, compressed: deflate(&file, &[0, 0, 0, 1]), length: file.len() })
}

/// A subset being cut.
struct Cutting<'f> {
    typesetter: &'f Typesetter,
    outlines: Vec<Vec<u8>>,
    metrics: Vec<Metrics>,
    /// The new number of glyphs that shapes are composed of.
    numbers: HashMap<(Weight, u16), u16>,
    /// Glyphs that have a number and no outline yet.
    open: Vec<(Weight, u16)>,
    next: u16,
}

impl<'f> Cutting<'f> {
    fn new(typesetter: &'f Typesetter, shapes: &BTreeMap<u8, (Weight, Arc<Shape>)>) -> Self {
        let next = u16::from(shapes.keys().next_back().copied().unwrap_or_default()) + 1;
        let plain = |(byte, (weight, shape)): (&u8, &(Weight, Arc<Shape>))| {
            Some(((*weight, plain(shape)?), u16::from(*byte)))
        };
        Self {
            typesetter,
            // What has no shape, and the box of glyph 0, which no page may show, stay empty.
            outlines: vec![Vec::new(); usize::from(next)],
            metrics: vec![Metrics::default(); usize::from(next)],
            numbers: shapes.iter().rev().filter_map(plain).collect(),
            open: Vec::new(),
            next,
        }
    }

    fn run(mut self, shapes: &BTreeMap<u8, (Weight, Arc<Shape>)>) -> Option<Vec<u8>> {
        for (byte, (weight, shape)) in shapes {
            let (outline, metrics) = match plain(shape) {
                Some(glyph) => self.glyph(*weight, glyph)?,
                None => self.composition(*weight, shape)?,
            };
            *self.outlines.get_mut(usize::from(*byte))? = outline;
            *self.metrics.get_mut(usize::from(*byte))? = metrics;
        }

        while !self.open.is_empty() {
            for (weight, glyph) in std::mem::take(&mut self.open) {
                let (outline, metrics) = self.glyph(weight, glyph)?;
                self.outlines.push(outline);
                self.metrics.push(metrics);
            }
        }
        let last = shapes.keys().next_back().map_or(0, |byte| u16::from(*byte));
        self.typesetter.face(Weight::Regular).outlines.file(&self.outlines, &self.metrics, last)
    }

    fn glyph(&mut self, weight: Weight, glyph: u16) -> Option<(Vec<u8>, Metrics)> {
        let outlines = &self.typesetter.face(weight).outlines;
        let metrics = outlines.metrics(glyph)?;
        let (outline, left) = stripped(outlines.outline(glyph)?, |part| self.number(weight, part))?;
        Some((outline, Metrics { left: left.unwrap_or(metrics.left), ..metrics }))
    }

    fn composition(&mut self, weight: Weight, shape: &Shape) -> Option<(Vec<u8>, Metrics)> {
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
        Some((outline, Metrics { advance: shape.units, left }))
    }

    /// Returns a glyph's new number, and gives it one if need be.
    fn number(&mut self, weight: Weight, glyph: u16) -> Option<u16> {
        if let Some(number) = self.numbers.get(&(weight, glyph)) {
            return Some(*number);
        }
        let number = self.next;
        self.next = number.checked_add(1)?;
        self.numbers.insert((weight, glyph), number);
        self.open.push((weight, glyph));
        Some(number)
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

//! Outline: the glyphs of a TrueType file, each to be had alone and without its hinting.
//!
//! In: a font file. Out: the outline and the measures of a glyph, and a file of other glyphs with only the
//! tables a PDF needs (ISO 32000-1, 9.6.6.4 and 9.9; OpenType 1.9: glyf, loca, head, maxp). Hinting is a program that
//! fits outlines to coarse screens; PDF viewers smooth instead, and the programs would be a third of the file.
//! Not here: which glyphs a document needs (`embed`), the points of an outline (`contour`).

use std::sync::Arc;

use crate::paper::contour;

/// The tables a PDF needs, in the order of their tags.
const TABLES: [&[u8; 4]; 7] = [b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"];

/// Flag of a component: its two arguments have two bytes each.
const WORDS: u16 = 0x1;
/// Flag of a component: its arguments are a distance.
const DISTANCE: u16 = 0x2;
/// Flag of a component: another component follows.
const MORE_COMPONENTS: u16 = 0x20;
/// Flag of a component: a program follows the last component.
const HAS_INSTRUCTIONS: u16 = 0x100;
/// Flags of a component that say how long it is: two-byte arguments, one scale, two scales, a matrix.
const COMPONENT_LENGTHS: [(u16, usize); 4] = [(WORDS, 2), (0x8, 2), (0x40, 4), (0x80, 8)];
/// How long a file's outlines may be for its table of places to be of the short form.
const SHORT_MAX: usize = 2 * 0xFFFF;

/// The glyphs of a font file.
pub(super) struct Outlines {
    glyf: &'static [u8],
    head: &'static [u8],
    hhea: &'static [u8],
    hmtx: &'static [u8],
    maxp: &'static [u8],
    starts: Vec<usize>,
}

/// A glyph's width and how far its outline is from the pen, in units of the font.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Metrics {
    pub(super) advance: u16,
    pub(super) left: i16,
}

/// A part of a composed glyph: its number, and its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Component {
    pub(super) id: u16,
    pub(super) x: i16,
    pub(super) y: i16,
}

/// The corners of an outline: left, bottom, right, top.
pub(super) type Corners = [i16; 4];

impl Outlines {
    /// Reads the tables of a file; `None` if it is not built as a TrueType file is.
    pub(super) fn new(file: &'static [u8]) -> Option<Self> {
        let head = table(file, b"head")?;
        Some(Self {
            glyf: table(file, b"glyf")?,
            hhea: table(file, b"hhea")?,
            hmtx: table(file, b"hmtx")?,
            maxp: table(file, b"maxp")?,
            starts: starts(table(file, b"loca")?, u16_at(head, 50)? == 1),
            head,
        })
    }

    /// Returns the outline of a glyph as the file has it; nothing for a glyph without ink.
    pub(super) fn outline(&self, id: u16) -> Option<&'static [u8]> {
        let id = usize::from(id);
        self.glyf.get(*self.starts.get(id)?..*self.starts.get(id + 1)?)
    }

    /// Returns the corners of a glyph, if it has ink.
    pub(super) fn corners(&self, id: u16) -> Option<Corners> {
        let outline = self.outline(id)?;
        Some([i16_at(outline, 2)?, i16_at(outline, 4)?, i16_at(outline, 6)?, i16_at(outline, 8)?])
    }

    /// Returns the measures of a glyph.
    pub(super) fn metrics(&self, id: u16) -> Option<Metrics> {
        let (id, long) = (usize::from(id), usize::from(u16_at(self.hhea, 34)?));
        let advance = u16_at(self.hmtx, 4 * id.min(long.checked_sub(1)?))?;
        let left = if id < long { 4 * id + 2 } else { 4 * long + 2 * (id - long) };
        Some(Metrics { advance, left: i16_at(self.hmtx, left)? })
    }

    /// Writes what stands before and behind the first outlines of a file: further outlines, and the other tables.
    /// `numbers` has the glyph of each code.
    pub(super) fn around(
        &self,
        begun: &Begun,
        outlines: &[Arc<[u8]>],
        metrics: &[Metrics],
        numbers: &[u16],
    ) -> Option<Around> {
        let (further, starts) = joined(outlines, begun.length());
        let starts = begun.starts.iter().copied().chain(starts);
        let length = begun.length() + further.len();
        let short = length <= SHORT_MAX;
        let mut loca = Vec::new();
        for start in starts.chain([length]) {
            if short {
                loca.extend(u16::try_from(start / 2).ok()?.to_be_bytes());
            } else {
                loca.extend(u32::try_from(start).ok()?.to_be_bytes());
            }
        }
        let count = u16::try_from(begun.count() + outlines.len()).ok()?.to_be_bytes();
        let mut head = self.head.to_vec();
        head.get_mut(8..12)?.fill(0);
        head.get_mut(50..52)?.copy_from_slice(&[0, u8::from(!short)]);
        let mut hhea = self.hhea.to_vec();
        hhea.get_mut(34..36)?.copy_from_slice(&count);
        let mut maxp = self.maxp.to_vec();
        maxp.get_mut(4..6)?.copy_from_slice(&count);
        // The measures of the programs, from maxZones (1: no twilight zone) to maxSizeOfInstructions.
        maxp.get_mut(14..28)?.copy_from_slice(&[0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        // The most parts a glyph has, and how deep they nest: ours hold those of the file once more.
        maxp.get_mut(28..32)?.copy_from_slice(&[0, 0xFF, 0, 4]);
        let mut hmtx = Vec::new();
        for Metrics { advance, left } in begun.metrics.iter().chain(metrics) {
            hmtx.extend(advance.to_be_bytes());
            hmtx.extend(left.to_be_bytes());
        }
        assemble(begun, &further, &[&cmap(numbers)?, &head, &hhea, &hmtx, &loca, &maxp])
    }
}

/// The first outlines of a file.
pub(super) struct Begun {
    starts: Vec<usize>,
    metrics: Vec<Metrics>,
    length: usize,
    sum: u32,
}

impl Begun {
    /// Returns how many glyphs there are.
    pub(super) fn count(&self) -> usize {
        self.metrics.len()
    }

    /// Returns how many bytes their outlines have.
    pub(super) fn length(&self) -> usize {
        self.length
    }
}

/// What stands before and behind the first outlines of a file.
pub(super) struct Around {
    pub(super) front: Vec<u8>,
    pub(super) behind: Vec<u8>,
}

/// Begins a file with outlines.
pub(super) fn begin(outlines: &[Arc<[u8]>], metrics: Vec<Metrics>) -> (Vec<u8>, Begun) {
    let (bytes, starts) = joined(outlines, 0);
    let (length, sum) = (bytes.len(), checksum(&bytes));
    (bytes, Begun { starts, metrics, length, sum })
}

/// Joins outlines and returns where each starts.
fn joined(outlines: &[Arc<[u8]>], first: usize) -> (Vec<u8>, Vec<usize>) {
    let (mut bytes, mut starts) = (Vec::new(), Vec::with_capacity(outlines.len()));
    for outline in outlines {
        starts.push(first + bytes.len());
        bytes.extend_from_slice(outline);
        bytes.resize(bytes.len().next_multiple_of(2), 0);
    }
    // The sum of a table is one of words of four bytes.
    bytes.resize(bytes.len().next_multiple_of(4), 0);
    (bytes, starts)
}

/// Tells whether an outline is composed of others.
pub(super) fn is_composed(outline: &[u8]) -> bool {
    u16_at(outline, 0).is_some_and(|contours| contours > 0x7FFF)
}

/// Returns a glyph's outline without its program, and how far it is from the pen where that is said anew; the
/// parts of a composed glyph get the numbers that `renumber` gives them.
pub(super) fn stripped(
    outline: &[u8],
    renumber: impl FnMut(u16) -> Option<u16>,
) -> Option<(Vec<u8>, Option<i16>)> {
    if outline.is_empty() {
        return Some((Vec::new(), None));
    }
    if is_composed(outline) {
        return Some((stripped_composite(outline, renumber)?, None));
    }
    let (outline, left) = contour::on_grid(outline)?;
    Some((outline, Some(left)))
}

fn stripped_composite(outline: &[u8], mut renumber: impl FnMut(u16) -> Option<u16>) -> Option<Vec<u8>> {
    let mut stripped = outline.get(..10)?.to_vec();
    let mut at = 10;
    loop {
        let flags = u16_at(outline, at)?;
        let optional = COMPONENT_LENGTHS.iter().filter(|(flag, _)| flags & flag != 0);
        let end = at + 6 + optional.map(|(_, length)| length).sum::<usize>();
        stripped.extend((flags & !HAS_INSTRUCTIONS).to_be_bytes());
        stripped.extend(renumber(u16_at(outline, at + 2)?)?.to_be_bytes());
        stripped.extend(outline.get(at + 4..end)?);
        at = end;
        if flags & MORE_COMPONENTS == 0 {
            return Some(stripped);
        }
    }
}

/// Composes an outline of several.
pub(super) fn composed(components: &[Component], corners: Corners) -> Vec<u8> {
    let mut outline = (-1_i16).to_be_bytes().to_vec();
    outline.extend(corners.iter().flat_map(|corner| corner.to_be_bytes()));
    for (at, component) in components.iter().enumerate() {
        let more = if at + 1 < components.len() { MORE_COMPONENTS } else { 0 };
        outline.extend((WORDS | DISTANCE | more).to_be_bytes());
        outline.extend(component.id.to_be_bytes());
        outline.extend(component.x.to_be_bytes());
        outline.extend(component.y.to_be_bytes());
    }
    outline
}

/// Returns where the glyphs start, with the end of the last.
fn starts(loca: &[u8], long: bool) -> Vec<usize> {
    let number = |bytes: &[u8]| bytes.iter().fold(0, |number, byte| number << 8 | usize::from(*byte));
    if long {
        loca.chunks_exact(4).map(number).collect()
    } else {
        loca.chunks_exact(2).map(|half| number(half) * 2).collect()
    }
}

/// Returns a table of a font file.
fn table<'f>(file: &'f [u8], tag: &[u8; 4]) -> Option<&'f [u8]> {
    let records = file.get(12..)?.chunks_exact(16).take(usize::from(u16_at(file, 4)?));
    let record = records.into_iter().find(|record| record.starts_with(tag))?;
    let start = u32_at(record, 8)?;
    file.get(start..start.checked_add(u32_at(record, 12)?)?)
}

/// Writes the map from codes to glyphs of a symbolic font: what 0xF000 and a code stand for.
fn cmap(numbers: &[u16]) -> Option<Vec<u8>> {
    // First and last code of each segment, and what a code is shifted by to be its glyph's number.
    let mut segments: Vec<(u16, u16, u16)> = Vec::new();
    for (code, number) in (0xF000_u16..).zip(numbers).skip(1) {
        let shift = number.wrapping_sub(code);
        match segments.last_mut() {
            Some((_, last, by)) if *by == shift => *last = code,
            _ => segments.push((code, code, shift)),
        }
    }
    segments.push((0xFFFF, 0xFFFF, 1));
    let count = u16::try_from(segments.len()).ok()?;
    let power = count.ilog2();
    let range = 2_u16.checked_shl(power)?;
    // Version 0; one table, for Windows symbols, twelve bytes on. Format 4: length, language, segments with their search
    // range, selector and shift; ends, a pad, starts, shifts, no lists.
    let mut words = vec![0, 1, 3, 0, 0, 12, 4, 16 + 8 * count, 0, 2 * count, range];
    words.extend([u16::try_from(power).ok()?, 2 * count - range]);
    words.extend(segments.iter().map(|(_, last, _)| *last));
    words.push(0);
    words.extend(segments.iter().map(|(first, ..)| *first));
    words.extend(segments.iter().map(|(.., shift)| *shift));
    words.extend(segments.iter().map(|_| 0));
    Some(words.iter().flat_map(|word| word.to_be_bytes()).collect())
}

/// Writes the directory and, behind the outlines, the tables of a file.
fn assemble(begun: &Begun, further: &[u8], tables: &[&[u8]; 6]) -> Option<Around> {
    // Version 1.0; seven tables; search range, selector and shift are fixed by their number.
    let mut front: Vec<u8> =
        [0x0001_0000_u32, 0x0007_0040, 0x0002_0030].iter().flat_map(|n| n.to_be_bytes()).collect();
    let first = front.len() + 16 * TABLES.len();
    let mut behind = further.to_vec();
    let (mut entries, mut adjustment) = (Vec::new(), None);
    let outlines_sum = begun.sum.wrapping_add(checksum(further));
    entries.push((b"glyf", outlines_sum, first, begun.length + further.len()));
    for (tag, table) in TABLES.iter().filter(|tag| **tag != b"glyf").zip(tables) {
        if *tag == b"head" {
            adjustment = Some(behind.len() + 8);
        }
        entries.push((*tag, checksum(table), first + begun.length + behind.len(), table.len()));
        behind.extend(*table);
        behind.resize(behind.len().next_multiple_of(4), 0);
    }
    // The directory is in the order of the tags, whatever the order of the tables.
    entries.sort_unstable_by_key(|(tag, ..)| *tag);
    let mut sum = 0_u32;
    for (tag, of_table, start, length) in entries {
        front.extend(tag);
        front.extend(of_table.to_be_bytes());
        front.extend(u32::try_from(start).ok()?.to_be_bytes());
        front.extend(u32::try_from(length).ok()?.to_be_bytes());
        sum = sum.wrapping_add(of_table);
    }
    let sum = 0xB1B0_AFBA_u32.wrapping_sub(sum.wrapping_add(checksum(&front)));
    let place = adjustment?;
    behind.get_mut(place..place + 4)?.copy_from_slice(&sum.to_be_bytes());
    Some(Around { front, behind })
}

/// Returns the sum of a table's 32-bit words.
fn checksum(table: &[u8]) -> u32 {
    let (words, rest) = table.as_chunks::<4>();
    let mut last = [0; 4];
    last.iter_mut().zip(rest).for_each(|(byte, from)| *byte = *from);
    words.iter().chain([&last]).fold(0_u32, |sum, word| sum.wrapping_add(u32::from_be_bytes(*word)))
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at + 2)?.try_into().ok().map(u16::from_be_bytes)
}

fn i16_at(bytes: &[u8], at: usize) -> Option<i16> {
    bytes.get(at..at + 2)?.try_into().ok().map(i16::from_be_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> Option<usize> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes)?.try_into().ok()
}

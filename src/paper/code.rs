//! Code: the numbers by which a page's content names texts, and the font objects that explain them.
//!
//! In: documents on their pages. Out: a code of one byte for each shape, in one of the document's font files;
//! then the fonts' objects. Both faces share their files: the regular ASCII letters stand for themselves, the
//! bold ones stand half way up, and all other shapes take what is free, in the first file and then in more. One
//! file, one table of widths and one of texts are smaller than two, and the space of both is code 32, which
//! the operator for words stretches (ISO 32000-1, 9.3.3).

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use pdf_writer::types::FontFlags;
use pdf_writer::writers::FontDescriptor;
use pdf_writer::{Filter, Finish, Name, Rect, Ref};

use crate::paper::document::Weight;
use crate::paper::embed::{Coded, cut};
use crate::paper::face::{Face, Placed, Shape};
use crate::paper::file::File;
use crate::paper::layout::Laid;
use crate::paper::page::Drawn;
use crate::paper::{Error, Typesetter};

/// Where bold ASCII stands: as far up.
const BOLD: u8 = 0x80;
/// The codes of the first file for what is not ASCII, in the order in which they are given. Line ends are none
/// of them: readers change them.
const FREE: [std::ops::RangeInclusive<u8>; 4] = [0x7F..=0x9F, 0x0E..=0x1F, 0x01..=0x07, 0xFF..=0xFF];
/// The codes of the files behind it: not 32, which would be stretched as a space.
const FURTHER: [std::ops::RangeInclusive<u8>; 3] = [0x21..=0xFF, 0x0E..=0x1F, 0x01..=0x07];
/// How many files a document may have.
const FILES_MAX: usize = 200;
/// How many entries a block of a code map may have (Adobe technical note 5014).
const BLOCK: usize = 100;

/// The codes of a document.
#[derive(Default)]
pub(super) struct Codes {
    regular: Given,
    bold: Given,
    files: Vec<Shapes>,
}

/// A code: the number of its font file and its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Code {
    pub(super) file: usize,
    pub(super) byte: u8,
}

/// The codes of one face, by the numbers of its shapes.
#[derive(Default)]
struct Given(Vec<Option<Code>>);

/// The shapes of a font file by their codes, and which faces they are of.
#[derive(Default)]
struct Shapes {
    shapes: BTreeMap<u8, Coded>,
    has_regular: bool,
    has_bold: bool,
}

/// A shape that a document shows.
struct Shown<'l> {
    weight: Weight,
    shape: &'l Arc<Shape>,
    /// Whether the running text has it; else only frames do.
    flows: bool,
}

impl Codes {
    /// Gives every shape of documents a code. What the running text shows beside ASCII goes first, in an order of
    /// its own, so that letters of one kind name the same text by the same codes whoever they go to.
    pub(super) fn give<'l>(documents: impl Iterator<Item = &'l Laid>) -> Result<Self, Error> {
        let shown = shown(documents);
        let mut codes = Self::default();
        let mut others = Vec::new();
        for shown in &shown {
            match codes.own(shown) {
                Some(code) => codes.set(shown, code),
                None => others.push(shown),
            }
        }
        let order = |shown: &&Shown<'l>| -> Option<(&'l str, bool, &'l [Placed])> {
            let shape: &'l Shape = shown.shape;
            shown.flows.then_some((&*shape.text, shown.weight == Weight::Bold, &*shape.glyphs))
        };
        others.sort_by(|one, other| match (order(one), order(other)) {
            (Some(one), Some(other)) => one.cmp(&other),
            (one, other) => other.is_some().cmp(&one.is_some()),
        });
        for (place, shown) in others.into_iter().enumerate() {
            codes.set(shown, nth(place).ok_or(Error::TooManyGlyphs)?);
        }
        Ok(codes)
    }

    /// Returns the code of a shape that one of the documents shows.
    pub(super) fn code(&self, weight: Weight, shape: &Shape) -> Code {
        let given = match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        };
        let code = given.0.get(shape.number).copied().flatten();
        code.expect("every shape of the documents was given a code before a page was drawn")
    }

    fn set(&mut self, shown: &Shown<'_>, code: Code) {
        let Shown { weight, shape, flows } = *shown;
        let given = match weight {
            Weight::Regular => &mut self.regular,
            Weight::Bold => &mut self.bold,
        };
        if given.0.len() <= shape.number {
            given.0.resize(shape.number + 1, None);
        }
        if let Some(place) = given.0.get_mut(shape.number) {
            *place = Some(code);
        }
        if self.files.len() <= code.file {
            self.files.resize_with(code.file + 1, Shapes::default);
        }
        if let Some(file) = self.files.get_mut(code.file) {
            file.has_regular |= weight == Weight::Regular;
            file.has_bold |= weight == Weight::Bold;
            let coded = Coded { byte: code.byte, weight, shape: Arc::clone(shape), flows };
            file.shapes.entry(code.byte).or_insert(coded).flows |= flows;
        }
    }

    /// Returns the code of an ASCII character that stands for itself.
    fn own(&self, shown: &Shown<'_>) -> Option<Code> {
        let Shown { weight, shape, .. } = shown;
        let [byte @ b' '..=b'~'] = *shape.text.as_bytes() else { return None };
        let byte = match (byte, weight) {
            (b' ', _) | (_, Weight::Regular) => byte,
            (_, Weight::Bold) => byte + BOLD,
        };
        // A face may have several shapes for a letter; and the spaces of both share a code if they are alike.
        let taken = self.files.first().and_then(|file| file.shapes.get(&byte));
        let is_free = taken.is_none_or(|Coded { shape: other, .. }| {
            byte == b' ' && other.glyphs.len() == 1 && other.units == shape.units
        });
        is_free.then_some(Code { file: 0, byte })
    }

    /// Writes the fonts and returns them with their names in the pages' resources.
    pub(super) fn write(
        &self,
        typesetter: &Typesetter,
        file: &mut File,
    ) -> Result<Vec<(String, Ref)>, Error> {
        let mut fonts = Vec::new();
        for (number, shapes) in self.files.iter().enumerate() {
            let coded: Vec<Coded> = shapes.shapes.values().cloned().collect();
            let subset = cut(typesetter, &coded, number == 0)?;
            let [outlines, widths, to_text] = [(); 3].map(|()| file.number());
            let length = i32::try_from(subset.length).unwrap_or(i32::MAX);
            let mut stream = file.stream(outlines).stream(outlines, &subset.compressed);
            stream.filter(Filter::FlateDecode).pair(Name(b"Length1"), length);
            stream.finish();
            let text = typesetter.alphabets.map(shapes.to_text(number == 0));
            file.stream(to_text).stream(to_text, &text).filter(Filter::FlateDecode);
            let (first, last) = shapes.bounds();
            let width = |byte| shapes.shapes.get(&byte).map_or(0.0, |coded| coded.shape.width);
            file.object(widths).indirect(widths).array().items((first..=last).map(width));
            for (weight, is_used) in [(Weight::Regular, shapes.has_regular), (Weight::Bold, shapes.has_bold)]
            {
                if !is_used {
                    continue;
                }
                let face = typesetter.face(weight);
                let name = format!("{}+{}", subset.tag, face.name);
                let (id, descriptor) = (file.number(), file.number());
                let mut font = file.object(id).indirect(id).dict();
                font.pair(Name(b"Type"), Name(b"Font")).pair(Name(b"Subtype"), Name(b"TrueType"));
                font.pair(Name(b"BaseFont"), Name(name.as_bytes()));
                font.pair(Name(b"FirstChar"), i32::from(first)).pair(Name(b"LastChar"), i32::from(last));
                font.pair(Name(b"Widths"), widths).pair(Name(b"FontDescriptor"), descriptor);
                font.pair(Name(b"ToUnicode"), to_text);
                font.finish();
                describe(
                    face,
                    Name(name.as_bytes()),
                    outlines,
                    file.object(descriptor).font_descriptor(descriptor),
                );
                fonts.push((font_name(weight, number), id));
            }
        }
        Ok(fonts)
    }
}

impl Shapes {
    fn bounds(&self) -> (u8, u8) {
        let first = self.shapes.keys().next().copied().unwrap_or_default();
        (first, self.shapes.keys().next_back().copied().unwrap_or_default())
    }

    /// Writes the map from codes to text.
    fn to_text(&self, has_ascii: bool) -> String {
        let mut map = "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n\
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n\
            /CMapName/Text def/CMapType 2 def\n\
            1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
            .to_owned();
        if has_ascii {
            map.push_str("2 beginbfrange\n<20> <7E> <0020>\n<A0> <FE> <0020>\nendbfrange\n");
        }
        let others: Vec<(&u8, &str)> = self
            .shapes
            .iter()
            .filter(|(byte, _)| !has_ascii || !matches!(byte, 0x20..=0x7E | 0xA0..=0xFE))
            .map(|(byte, coded)| (byte, &*coded.shape.text))
            .collect();
        for block in others.chunks(BLOCK) {
            say(&mut map, format_args!("{} beginbfchar\n", block.len()));
            for (byte, text) in block {
                say(&mut map, format_args!("<{byte:02X}> <"));
                text.encode_utf16().for_each(|unit| say(&mut map, format_args!("{unit:04X}")));
                map.push_str(">\n");
            }
            map.push_str("endbfchar\n");
        }
        map.push_str("endcmap CMapName currentdict/CMap defineresource pop end end");
        map
    }
}

/// Returns every shape that documents show, in the order in which it is met first.
fn shown<'l>(documents: impl Iterator<Item = &'l Laid>) -> Vec<Shown<'l>> {
    let mut shown: Vec<Shown<'l>> = Vec::new();
    let mut met: [Vec<Option<usize>>; 2] = Default::default();
    let [regular, bold] = &mut met;
    for laid in documents {
        let pieces = laid.pages.iter().flatten().enumerate();
        for (at, piece) in pieces {
            let Drawn::Line(kind, line) = &piece.drawn else { continue };
            let met = match kind.weight {
                Weight::Regular => &mut *regular,
                Weight::Bold => &mut *bold,
            };
            let flows = at >= laid.framed;
            for cluster in line.clusters() {
                let shape = &cluster.shape;
                if met.len() <= shape.number {
                    met.resize(shape.number + 1, None);
                }
                let Some(place) = met.get_mut(shape.number) else { continue };
                let number = *place.get_or_insert(shown.len());
                match shown.get_mut(number) {
                    Some(known) => known.flows |= flows,
                    None => shown.push(Shown { weight: kind.weight, shape, flows }),
                }
            }
        }
    }
    shown
}

/// Returns the name of a font in the pages' resources.
pub(super) fn font_name(weight: Weight, file: usize) -> String {
    let letter = match weight {
        Weight::Regular => 'R',
        Weight::Bold => 'B',
    };
    if file == 0 { letter.to_string() } else { format!("{letter}{file}") }
}

/// Appends a code to a string of a page, as it stands between the brackets.
pub(super) fn push(byte: u8, string: &mut Vec<u8>) {
    if matches!(byte, b'(' | b')' | b'\\') {
        string.push(b'\\');
    }
    string.push(byte);
}

/// Returns the code that is given as the nth, from 0.
fn nth(place: usize) -> Option<Code> {
    let mut first = FREE.into_iter().flatten();
    let count = FREE.into_iter().map(|range| range.len()).sum::<usize>();
    if let Some(byte) = first.nth(place) {
        return Some(Code { file: 0, byte });
    }
    let each = FURTHER.into_iter().map(|range| range.len()).sum::<usize>();
    let (file, rest) = ((place - count) / each + 1, (place - count) % each);
    let byte = FURTHER.into_iter().flatten().nth(rest)?;
    (file < FILES_MAX).then_some(Code { file, byte })
}

fn say(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    text.write_fmt(arguments).expect("writing to a string cannot fail");
}

fn describe(face: &Face, name: Name<'_>, outlines: Ref, mut descriptor: FontDescriptor<'_>) {
    let measures = face.measures();
    let [left, bottom, right, top] = measures.bounds;
    descriptor.name(name).flags(FontFlags::SYMBOLIC).bbox(Rect::new(left, bottom, right, top));
    descriptor
        .italic_angle(0.0)
        .ascent(measures.ascent)
        .descent(measures.descent)
        .cap_height(measures.cap_height);
    // The width of stems is not in the font; viewers use it for substitutes only, and the font is embedded.
    descriptor.stem_v(80.0).font_file2(outlines);
}

//! Code: the numbers by which a page's content names texts, and the font objects that explain them.
//!
//! In: shapes as pages are written. Out: a code of one byte for each shape, in one of the document's font files;
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
use crate::paper::embed::cut;
use crate::paper::face::{Face, Shape};
use crate::paper::file::{File, deflate};
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
    /// How many codes are given that are no ASCII.
    given: usize,
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
    shapes: BTreeMap<u8, (Weight, Arc<Shape>)>,
    has_regular: bool,
    has_bold: bool,
}

impl Codes {
    /// Returns the code of a shape.
    pub(super) fn code(&mut self, weight: Weight, shape: &Arc<Shape>) -> Result<Code, Error> {
        let given = match weight {
            Weight::Regular => &mut self.regular,
            Weight::Bold => &mut self.bold,
        };
        if let Some(Some(code)) = given.0.get(shape.number) {
            return Ok(*code);
        }
        let code = self.choose(weight, shape)?;
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
            file.shapes.entry(code.byte).or_insert_with(|| (weight, Arc::clone(shape)));
        }
        Ok(code)
    }

    fn choose(&mut self, weight: Weight, shape: &Shape) -> Result<Code, Error> {
        let taken = |byte: u8| self.files.first().and_then(|file| file.shapes.get(&byte));
        if let [byte @ b' '..=b'~'] = *shape.text.as_bytes() {
            let byte = match (byte, weight) {
                (b' ', _) | (_, Weight::Regular) => byte,
                (_, Weight::Bold) => byte + BOLD,
            };
            // A face may have several shapes for a letter; and the spaces of both share a code if they are alike.
            let is_free = taken(byte).is_none_or(|(_, other)| {
                byte == b' ' && other.glyphs.len() == 1 && other.units == shape.units
            });
            if is_free {
                return Ok(Code { file: 0, byte });
            }
        }
        let code = nth(self.given).ok_or(Error::TooManyGlyphs)?;
        self.given += 1;
        Ok(code)
    }

    /// Writes the fonts and returns them with their names in the pages' resources.
    pub(super) fn write(
        &self,
        typesetter: &Typesetter,
        file: &mut File,
    ) -> Result<Vec<(String, Ref)>, Error> {
        let mut fonts = Vec::new();
        for (number, shapes) in self.files.iter().enumerate() {
            let subset = cut(typesetter, &shapes.shapes)?;
            let [outlines, widths, to_text] = [(); 3].map(|()| file.number());
            let length = i32::try_from(subset.length).unwrap_or(i32::MAX);
            let mut stream = file.stream(outlines).stream(outlines, &subset.compressed);
            stream.filter(Filter::FlateDecode).pair(Name(b"Length1"), length);
            stream.finish();
            let text = deflate(shapes.to_text(number == 0).as_bytes(), b"\n");
            file.stream(to_text).stream(to_text, &text).filter(Filter::FlateDecode);
            let (first, last) = shapes.bounds();
            let width = |byte| shapes.shapes.get(&byte).map_or(0.0, |(_, shape)| shape.width);
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
            .map(|(byte, (_, shape))| (byte, &*shape.text))
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

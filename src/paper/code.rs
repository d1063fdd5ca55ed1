//! Code: the numbers by which a page's content names texts, and the font objects that explain them.
//!
//! In: shapes as pages are written. Out: one code for each shape, the same in both faces where they show the
//! same text, so that one table leads from codes to text; then the font's objects.
//!
//! Codes have one byte: ASCII stands for itself, and the space can be stretched by the operator for words
//! (ISO 32000-1, 9.3.3). From the two hundred and forty-first on they have two. The code map that says so is
//! the same in every file.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo};
use pdf_writer::writers::FontDescriptor;
use pdf_writer::{Filter, Finish, Name, Rect, Ref, Str};

use crate::paper::Error;
use crate::paper::document::Weight;
use crate::paper::embed::cut;
use crate::paper::face::{Face, Shape};
use crate::paper::file::{File, deflate};

/// Says that the codes are our own and from no public collection.
const SYSTEM: SystemInfo<'_> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
/// The codes of one byte for what is not ASCII, in the order in which they are given.
const BYTES: [std::ops::RangeInclusive<u16>; 2] = [0x80..=0xEF, 0x0E..=0x1F];
/// The first code of two bytes, and the number that its glyph has.
const WIDE: u16 = 0xF000;
const WIDE_GLYPH: u16 = 0x100;
/// How many entries a block of a code map may have (Adobe technical note 5014).
const BLOCK: usize = 100;
/// From codes to glyphs.
const TO_GLYPH: &str = "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n\
    /CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>def\n\
    /CMapName/Bytes def/CMapType 1 def/WMode 0 def\n\
    2 begincodespacerange\n<00> <EF>\n<F000> <FFFF>\nendcodespacerange\n\
    2 begincidrange\n<00> <EF> 0\n<F000> <FFFF> 256\nendcidrange\n\
    endcmap CMapName currentdict/CMap defineresource pop end end";

/// The codes of a document.
#[derive(Default)]
pub(super) struct Codes {
    regular: Given,
    bold: Given,
    /// For each text its codes, with the faces that use them: a face may have several shapes for it.
    texts: HashMap<Box<str>, Vec<(u16, Weight)>>,
    /// The texts that are not their own code, in the order of their codes' giving.
    order: Vec<(u16, Box<str>)>,
    given: usize,
}

/// The codes of one face.
#[derive(Default)]
struct Given {
    /// By the number of the shape; 0 if it has none.
    codes: Vec<u16>,
    shapes: Vec<(u16, Arc<Shape>)>,
}

impl Codes {
    /// Returns the code of a shape.
    pub(super) fn code(&mut self, weight: Weight, shape: &Arc<Shape>) -> Result<u16, Error> {
        if let Some(code) = self.face(weight).codes.get(shape.number).filter(|code| **code != 0) {
            return Ok(*code);
        }
        let code = self.choose(weight, &shape.text)?;
        let face = self.face(weight);
        if face.codes.len() <= shape.number {
            face.codes.resize(shape.number + 1, 0);
        }
        if let Some(place) = face.codes.get_mut(shape.number) {
            *place = code;
        }
        face.shapes.push((glyph(code), Arc::clone(shape)));
        Ok(code)
    }

    fn face(&mut self, weight: Weight) -> &mut Given {
        match weight {
            Weight::Regular => &mut self.regular,
            Weight::Bold => &mut self.bold,
        }
    }

    /// Chooses a code that no other shape of the face has: one that stands for the text in the other face, or
    /// a new one.
    fn choose(&mut self, weight: Weight, text: &str) -> Result<u16, Error> {
        let codes = self.texts.get(text).map(Vec::as_slice).unwrap_or_default();
        let own = |code: u16| codes.iter().any(|(known, by)| *known == code && *by == weight);
        let shared = codes.iter().map(|(code, _)| *code).find(|code| !own(*code));
        let itself = match *text.as_bytes() {
            [byte @ b' '..=b'~'] => Some(u16::from(byte)),
            _ => None,
        };
        let code = match (shared, itself.filter(|_| codes.is_empty())) {
            (Some(code), _) | (None, Some(code)) => code,
            (None, None) => {
                let code = nth(self.given).ok_or(Error::TooManyGlyphs)?;
                self.given += 1;
                self.order.push((code, text.into()));
                code
            }
        };
        self.texts.entry(text.into()).or_default().push((code, weight));
        Ok(code)
    }

    /// Writes what all fonts of the file share: the way from codes to glyphs and that from codes to text.
    pub(super) fn write_maps(&self, to_glyph: Ref, to_text: Ref, file: &mut File) {
        let data = deflate(TO_GLYPH.as_bytes(), b"\n");
        let mut map = file.stream(to_glyph).cmap(to_glyph, &data);
        map.name(Name(b"Bytes")).system_info(SYSTEM).pair(Name(b"WMode"), 0);
        map.filter(Filter::FlateDecode);
        map.finish();
        let data = deflate(self.to_text().as_bytes(), b"\n");
        file.stream(to_text).stream(to_text, &data).filter(Filter::FlateDecode);
    }

    fn to_text(&self) -> String {
        let mut map = "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n\
            /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n\
            /CMapName/Text def/CMapType 2 def\n\
            2 begincodespacerange\n<00> <EF>\n<F000> <FFFF>\nendcodespacerange\n\
            1 beginbfrange\n<20> <7E> <0020>\nendbfrange\n"
            .to_owned();
        for block in self.order.chunks(BLOCK) {
            say(&mut map, format_args!("{} beginbfchar\n", block.len()));
            for (code, text) in block {
                if *code < WIDE {
                    say(&mut map, format_args!("<{code:02X}> <"));
                } else {
                    say(&mut map, format_args!("<{code:04X}> <"));
                }
                text.encode_utf16().for_each(|unit| say(&mut map, format_args!("{unit:04X}")));
                map.push_str(">\n");
            }
            map.push_str("endbfchar\n");
        }
        map.push_str("endcmap CMapName currentdict/CMap defineresource pop end end");
        map
    }

    /// Writes the font of a face under `id`, and its parts.
    pub(super) fn write(
        &mut self,
        weight: Weight,
        face: &Face,
        (id, to_glyph, to_text): (Ref, Ref, Ref),
        file: &mut File,
    ) -> Result<(), Error> {
        let [descendant, descriptor, outlines] = [(); 3].map(|()| file.number());
        let mut shapes = std::mem::take(&mut self.face(weight).shapes);
        shapes.sort_unstable_by_key(|(number, _)| *number);
        let subset = cut(face, &shapes)?;
        let name = format!("{}+{}", subset.tag, face.name);
        let name = Name(name.as_bytes());

        let mut font = file.object(id).type0_font(id);
        font.base_font(name).encoding_cmap(to_glyph);
        font.descendant_font(descendant).to_unicode(to_text);
        font.finish();
        let mut font = file.object(descendant).cid_font(descendant);
        font.subtype(CidFontType::Type2).base_font(name).system_info(SYSTEM).font_descriptor(descriptor);
        font.cid_to_gid_map_predefined(Name(b"Identity")).default_width(0.0);
        let mut widths = font.widths();
        for run in shapes.chunk_by(|(left, _), (right, _)| left + 1 == *right) {
            let first = run.first().map_or(0, |(number, _)| *number);
            widths.consecutive(first, run.iter().map(|(_, shape)| shape.width));
        }
        widths.finish();
        font.finish();
        describe(face, name, outlines, file.object(descriptor).font_descriptor(descriptor));

        let length = i32::try_from(subset.length).unwrap_or(i32::MAX);
        let mut stream = file.stream(outlines).stream(outlines, &subset.compressed);
        stream.filter(Filter::FlateDecode).pair(Name(b"Length1"), length);
        Ok(())
    }
}

/// Appends a code to a string of a page, as it stands between the brackets.
pub(super) fn push(code: u16, string: &mut Vec<u8>) {
    let [high, low] = code.to_be_bytes();
    if code >= WIDE {
        string.push(high);
    }
    match low {
        b'(' | b')' | b'\\' => string.extend([b'\\', low]),
        // A line end of the one kind would be read as one of the other.
        b'\r' => string.extend(b"\\r"),
        _ => string.push(low),
    }
}

/// Returns the code that is given as the nth, from 0.
fn nth(place: usize) -> Option<u16> {
    let mut bytes = BYTES.into_iter().flatten();
    if let Some(code) = bytes.nth(place) {
        return Some(code);
    }
    let count = BYTES.into_iter().map(|range| range.len()).sum::<usize>();
    u16::try_from(place - count).ok().and_then(|place| WIDE.checked_add(place))
}

/// Returns the number of a code's glyph in the font file.
fn glyph(code: u16) -> u16 {
    if code < WIDE { code } else { code - WIDE + WIDE_GLYPH }
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

//! Code: the numbers by which a page's content names glyphs, and the font objects that explain them.
//!
//! In: glyphs as pages are written. Out: one code for each pair of a glyph and the text it stands for, so
//! that a glyph that serves two characters is still copied as the right one; then the font's objects with
//! widths, the way from codes to glyphs and the way from codes to text.

use std::collections::{BTreeSet, HashMap};

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::writers::FontDescriptor;
use pdf_writer::{Filter, Finish, Name, Rect, Ref, Str};

use crate::paper::Error;
use crate::paper::face::{Face, Glyph, Word};
use crate::paper::file::{File, deflate};

/// Says that the codes are our own and from no public collection.
const SYSTEM: SystemInfo<'_> =
    SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
/// The first code. Strings with bytes from here on are written in hexadecimal digits, which are half as long
/// and compress better than the escapes for control characters.
const FIRST: u16 = 0x80;
/// What a glyph is copied as that shares its text with the glyph before.
const NOTHING: char = '\u{200B}';

/// The codes of one face in one document.
#[derive(Default)]
pub(super) struct Codes<'l> {
    codes: HashMap<(u16, &'l str), u16>,
    entries: Vec<(&'l Glyph, &'l str)>,
}

impl<'l> Codes<'l> {
    /// Returns the code of a glyph.
    pub(super) fn code(&mut self, word: &'l Word, glyph: &'l Glyph) -> Result<u16, Error> {
        let text = word.text_of(glyph);
        if let Some(code) = self.codes.get(&(glyph.id, text)) {
            return Ok(*code);
        }
        let code = u16::try_from(self.entries.len()).ok().and_then(|number| number.checked_add(FIRST));
        let code = code.ok_or(Error::TooManyGlyphs)?;
        self.entries.push((glyph, text));
        self.codes.insert((glyph.id, text), code);
        Ok(code)
    }

    /// Writes the font under `id`, and its parts.
    pub(super) fn write(&self, face: &Face, id: Ref, file: &mut File) -> Result<(), Error> {
        let [descendant, descriptor, outlines, to_glyph, to_text] = [(); 5].map(|()| file.number());
        let glyphs: BTreeSet<u16> = self.entries.iter().map(|(glyph, _)| glyph.id).collect();
        let subset = face.subsets.cut(glyphs.into_iter().collect())?;
        let name = format!("{}+{}", subset.tag, face.name);
        let name = Name(name.as_bytes());

        let mut font = file.object(id).type0_font(id);
        font.base_font(name).encoding_predefined(Name(b"Identity-H"));
        font.descendant_font(descendant).to_unicode(to_text);
        font.finish();
        let mut font = file.object(descendant).cid_font(descendant);
        font.subtype(CidFontType::Type2).base_font(name).system_info(SYSTEM).font_descriptor(descriptor);
        font.cid_to_gid_map_stream(to_glyph).default_width(0.0);
        font.widths().consecutive(FIRST, self.entries.iter().map(|(glyph, _)| glyph.width));
        font.finish();
        describe(face, name, outlines, file.object(descriptor).font_descriptor(descriptor));

        let length = i32::try_from(subset.length).unwrap_or(i32::MAX);
        let mut stream = file.stream(outlines).stream(outlines, &subset.compressed);
        stream.filter(Filter::FlateDecode).pair(Name(b"Length1"), length);
        stream.finish();
        let numbers = self.entries.iter().map(|(glyph, _)| subset.number(glyph.id));
        let map: Vec<u8> =
            std::iter::repeat_n(0, usize::from(FIRST)).chain(numbers).flat_map(u16::to_be_bytes).collect();
        file.stream(to_glyph).stream(to_glyph, &deflate(&map, &[0, 1])).filter(Filter::FlateDecode);
        let text = deflate(&self.to_text(), b"\n");
        file.stream(to_text).cmap(to_text, &text).filter(Filter::FlateDecode);
        Ok(())
    }

    fn to_text(&self) -> Vec<u8> {
        let mut map: UnicodeCmap<u16> = UnicodeCmap::new(Name(b"Text"), SYSTEM);
        for (code, (_, text)) in (FIRST..).zip(&self.entries) {
            if text.is_empty() {
                map.pair(code, NOTHING);
            } else {
                map.pair_with_multiple(code, text.chars());
            }
        }
        map.finish().to_vec()
    }
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

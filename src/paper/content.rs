//! Content: the drawing commands of one page.
//!
//! In: the pieces of a page. Out: a content stream in which everything is either marked as part of an element
//! or as an artifact, and the elements in the order of their marks.

use std::collections::BTreeSet;

use pdf_writer::types::{ArtifactSubtype, ArtifactType};
use pdf_writer::{Content, Name, Settings, Str, TextStr};

use crate::paper::Error;
use crate::paper::code::Codes;
use crate::paper::document::{Sheet, Weight};
use crate::paper::face::{Glyph, Word};
use crate::paper::layout::{Element, Owner, Piece, points};
use crate::paper::structure::tag;

/// The codes of both faces.
#[derive(Default)]
pub(super) struct Fonts<'l> {
    regular: Codes<'l>,
    bold: Codes<'l>,
}

impl<'l> Fonts<'l> {
    /// Returns the codes of a face.
    pub(super) fn codes(&mut self, weight: Weight) -> &mut Codes<'l> {
        match weight {
            Weight::Regular => &mut self.regular,
            Weight::Bold => &mut self.bold,
        }
    }
}

/// A page's commands and which element each mark belongs to.
pub(super) struct Drawn {
    pub(super) commands: Vec<u8>,
    pub(super) marks: Vec<usize>,
}

/// Returns the name of a face in the pages' resources.
pub(super) fn font_name(weight: Weight) -> Name<'static> {
    match weight {
        Weight::Regular => Name(b"R"),
        Weight::Bold => Name(b"B"),
    }
}

/// Draws a page.
pub(super) fn draw<'l>(
    pieces: &'l [Piece],
    elements: &[Element],
    sheet: &Sheet,
    fonts: &mut Fonts<'l>,
) -> Result<Drawn, Error> {
    let mut content = Content::with_settings(Settings { pretty: false });
    let mut marks = Vec::new();
    let height = points(sheet.height);
    for group in pieces.chunk_by(|left, right| left.owner == right.owner) {
        let Some(first) = group.first() else { continue };
        match first.owner {
            Owner::Element(element) => {
                let mark = i32::try_from(marks.len()).unwrap_or(i32::MAX);
                marks.push(element);
                let role = elements.get(element).map_or(Name(b"P"), |element| tag(element.kind).to_name());
                content.begin_marked_content_with_properties(role).properties().identify(mark);
            }
            Owner::Ornament => begin_artifact(&mut content, ArtifactType::Layout),
            Owner::PageNumber => begin_page_number(&mut content),
        }
        text(group, height, fonts, &mut content)?;
        content.end_marked_content();
    }
    Ok(Drawn { commands: content.finish().to_vec(), marks })
}

/// Draws the hairlines of the first page.
pub(super) fn draw_marks(sheet: &Sheet) -> Vec<u8> {
    let mut content = Content::with_settings(Settings { pretty: false });
    if sheet.marks.is_empty() {
        return Vec::new();
    }
    begin_artifact(&mut content, ArtifactType::Page);
    content.save_state().set_stroke_gray(0.55).set_line_width(0.35);
    for mark in &sheet.marks {
        let y = rounded(points(sheet.height - mark.top));
        content.move_to(rounded(points(mark.left)), y).line_to(rounded(points(mark.left + mark.width)), y);
    }
    content.stroke().restore_state().end_marked_content();
    let mut commands = content.finish().to_vec();
    commands.push(b'\n');
    commands
}

fn begin_artifact(content: &mut Content, kind: ArtifactType) {
    content.begin_marked_content_with_properties(Name(b"Artifact")).properties().artifact().kind(kind);
}

fn begin_page_number(content: &mut Content) {
    let mut mark = content.begin_marked_content_with_properties(Name(b"Artifact"));
    let properties = mark.properties();
    properties.artifact().kind(ArtifactType::Pagination).subtype(ArtifactSubtype::PageNumber);
}

fn text<'l>(
    pieces: &'l [Piece],
    height: f32,
    fonts: &mut Fonts<'l>,
    content: &mut Content,
) -> Result<(), Error> {
    content.begin_text();
    let (mut x, mut y) = (0.0, 0.0);
    let mut font = None;
    for piece in pieces {
        if font != Some((piece.weight, piece.size)) {
            content.set_font(font_name(piece.weight), piece.size);
            font = Some((piece.weight, piece.size));
        }
        let place = (rounded(piece.x), rounded(height - piece.y));
        content.next_line(rounded(place.0 - x), rounded(place.1 - y));
        (x, y) = place;
        line(piece, fonts.codes(piece.weight), content)?;
    }
    content.end_text();
    Ok(())
}

fn line<'l>(piece: &'l Piece, codes: &mut Codes<'l>, content: &mut Content) -> Result<(), Error> {
    for span in drawings(piece).chunk_by(|left, right| left.said == right.said) {
        let said = span.first().is_some_and(|drawing| drawing.said);
        if said {
            let text: String = span.iter().map(|drawing| drawing.word.text_of(drawing.glyph)).collect();
            let mut mark = content.begin_marked_content_with_properties(Name(b"Span"));
            mark.properties().actual_text(TextStr(&text));
        }
        show(span, piece.size, codes, content)?;
        if said {
            content.end_marked_content();
        }
    }
    Ok(())
}

/// A glyph of a line.
#[derive(Clone, Copy)]
struct Drawing<'l> {
    word: &'l Word,
    glyph: &'l Glyph,
    /// Whether its text must be said beside it.
    said: bool,
}

/// Returns the glyphs of a line.
///
/// The text must be said beside the glyphs where several share one text. It must be said too at a no-break
/// space, together with a neighbour: programs that extract text take a lone one for a gap and write a common
/// space (seen in poppler 22.12).
fn drawings(piece: &Piece) -> Vec<Drawing<'_>> {
    let glyph = |(word, glyph)| Drawing { word, glyph, said: false };
    let mut drawings: Vec<Drawing<'_>> = piece.line.glyphs().map(glyph).collect();
    let mut say = BTreeSet::new();
    for (at, drawing) in drawings.iter().enumerate() {
        match drawing.word.text_of(drawing.glyph) {
            "" => say.extend([at.saturating_sub(1), at]),
            "\u{a0}" | "\u{202f}" if at + 1 == drawings.len() => say.extend([at.saturating_sub(1), at]),
            "\u{a0}" | "\u{202f}" => say.extend([at, at + 1]),
            _ => {}
        }
    }
    for at in say {
        if let Some(drawing) = drawings.get_mut(at) {
            drawing.said = true;
        }
    }
    drawings
}

/// Shows glyphs in a row, with kerning as adjustments between them.
fn show<'l>(
    drawings: &[Drawing<'l>],
    size: f32,
    codes: &mut Codes<'l>,
    content: &mut Content,
) -> Result<(), Error> {
    for run in drawings.chunk_by(|left, right| left.glyph.offset.1 == right.glyph.offset.1) {
        let rise = run.first().map_or(0.0, |drawing| drawing.glyph.offset.1);
        if rise != 0.0 {
            content.set_rise(rounded(rise * size / 1000.0));
        }
        show_level(run, codes, content)?;
        if rise != 0.0 {
            content.set_rise(0.0);
        }
    }
    Ok(())
}

fn show_level<'l>(
    drawings: &[Drawing<'l>],
    codes: &mut Codes<'l>,
    content: &mut Content,
) -> Result<(), Error> {
    let mut positioned = content.show_positioned();
    let mut items = positioned.items();
    let mut shown = Vec::new();
    let mut owed = 0.0;
    for Drawing { word, glyph, .. } in drawings {
        // Adjustments move the pen back, so what a glyph moves forward is taken off.
        owed -= glyph.offset.0;
        if owed != 0.0 {
            if !shown.is_empty() {
                items.show(Str(&shown));
                shown.clear();
            }
            items.adjust(owed);
        }
        shown.extend(codes.code(word, glyph)?.to_be_bytes());
        owed = glyph.width - glyph.advance + glyph.offset.0;
    }
    items.show(Str(&shown));
    if owed != 0.0 {
        items.adjust(owed);
    }
    Ok(())
}

/// Rounds a length to a hundredth of a point.
fn rounded(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

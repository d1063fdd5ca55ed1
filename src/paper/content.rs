//! Content: the drawing commands of one page.
//!
//! In: the pieces of a page. Out: a content stream in which everything is either marked as part of an element
//! or as an artifact, and the elements in the order of their marks. The commands are written here byte by byte:
//! strings of text are most of a letter, and as plain bytes they compress best.

use std::io::Write as _;

use crate::paper::code::{Code, Codes, font_name, push};
use crate::paper::document::{Ink, Sheet, Weight};
use crate::paper::layout::{Element, points};
use crate::paper::line::Line;
use crate::paper::page::{Drawn, Owner, Piece, Type};
use crate::paper::structure::tag;

/// A page's commands and which element each mark belongs to.
pub(super) struct Drawing {
    pub(super) commands: Vec<u8>,
    pub(super) marks: Vec<usize>,
}

/// Returns the name of a picture in the pages' resources.
pub(super) fn picture_name(number: usize) -> String {
    format!("P{number}")
}

/// Draws a page.
pub(super) fn draw(pieces: &[Piece], elements: &[Element], sheet: &Sheet, codes: &Codes) -> Drawing {
    let mut page =
        Page { out: Vec::with_capacity(8 * 1024), height: points(sheet.height), pen: Pen::default() };
    let mut marks = Vec::new();
    for group in pieces.chunk_by(|left, right| left.owner == right.owner) {
        let Some(first) = group.first() else { continue };
        // Marks and text objects must nest: a mark stands in a text object only where it holds nothing but text.
        let is_text = group.iter().all(|piece| matches!(piece.drawn, Drawn::Line(..)));
        if !is_text {
            page.end_text();
        }
        match first.owner {
            Owner::Element(element) => {
                let role =
                    elements.get(element).map_or(b"P".as_slice(), |element| tag(element.kind).to_name().0);
                page.out.push(b'/');
                page.out.extend(role);
                say(&mut page.out, format_args!("<</MCID {}>>BDC\n", marks.len()));
                marks.push(element);
            }
            Owner::Ornament => page.out.extend(b"/Artifact<</Type/Layout>>BDC\n"),
            Owner::PageNumber => page.out.extend(b"/Artifact<</Type/Pagination/Subtype/PageNum>>BDC\n"),
        }
        for piece in group {
            page.piece(piece, codes);
        }
        if !is_text {
            page.end_text();
        }
        page.out.extend(b"EMC\n");
    }
    page.end_text();
    // Some readers take a line end before `endstream` for no part of the stream.
    page.out.pop_if(|last| *last == b'\n');
    Drawing { commands: page.out, marks }
}

/// Draws the hairlines of the first page.
pub(super) fn draw_marks(sheet: &Sheet) -> Vec<u8> {
    let mut out = Vec::new();
    if sheet.marks.is_empty() {
        return out;
    }
    out.extend(b"/Artifact<</Type/Page>>BDC\nq .55 G .35 w\n");
    for mark in &sheet.marks {
        let y = points(sheet.height - mark.top);
        numbers([points(mark.left), y], &mut out);
        out.extend(b"m ");
        numbers([points(mark.left + mark.width), y], &mut out);
        out.extend(b"l ");
    }
    out.extend(b"S Q\nEMC\n");
    out
}

/// A page being drawn.
struct Page {
    out: Vec<u8>,
    height: f32,
    pen: Pen,
}

/// What the last commands have set, so that they are not said again.
#[derive(Default)]
struct Pen {
    /// Where the text object's line begins, while one is open.
    line: Option<(f32, f32)>,
    font: Option<(Weight, usize, f32)>,
    ink: Ink,
    stretch: f32,
}

impl Page {
    fn piece(&mut self, piece: &Piece, codes: &Codes) {
        let y = self.height - piece.y;
        match &piece.drawn {
            Drawn::Line(kind, line) => self.line((piece.x, y), *kind, line, codes),
            Drawn::Area { width, height, ink } => {
                self.end_text();
                self.ink(*ink);
                numbers([piece.x, y - height, *width, *height], &mut self.out);
                self.out.extend(b"re f\n");
            }
            Drawn::Picture { number, width, height } => {
                self.end_text();
                self.out.extend(b"q ");
                numbers([*width, 0.0, 0.0, *height, piece.x, y - height], &mut self.out);
                say(&mut self.out, format_args!("cm /{} Do Q\n", picture_name(*number)));
            }
        }
    }

    fn line(&mut self, place: (f32, f32), kind: Type, line: &Line, codes: &Codes) {
        let (x, y) = (rounded(place.0), rounded(place.1));
        if self.pen.line.is_none() {
            self.out.extend(b"BT\n");
        }
        self.ink(kind.ink);
        let stretch = rounded(line.stretch * kind.size / 1000.0);
        if self.pen.stretch != stretch {
            numbers([stretch], &mut self.out);
            self.out.extend(b"Tw\n");
            self.pen.stretch = stretch;
        }
        let (from_x, from_y) = self.pen.line.unwrap_or_default();
        numbers([x - from_x, y - from_y], &mut self.out);
        self.out.extend(b"Td");
        self.pen.line = Some((x, y));
        self.show(line, kind, codes);
    }

    /// Shows the clusters of a line, with kerning as adjustments between them.
    fn show(&mut self, line: &Line, kind: Type, codes: &Codes) {
        let mut run = Run::default();
        for cluster in line.clusters() {
            let shape = &cluster.shape;
            let Code { file, byte } = codes.code(kind.weight, shape);
            let font = (kind.weight, file, kind.size);
            if self.pen.font != Some(font) {
                run.end(&mut self.out);
                say(&mut self.out, format_args!("/{} ", font_name(kind.weight, file)));
                numbers([kind.size], &mut self.out);
                self.out.extend(b"Tf");
                self.pen.font = Some(font);
            }
            run.add(byte);
            run.owed += shape.width - cluster.advance;
        }
        run.end(&mut self.out);
        self.out.push(b'\n');
    }

    fn ink(&mut self, ink: Ink) {
        if self.pen.ink == ink {
            return;
        }
        self.pen.ink = ink;
        let share = |part: u8| f32::from(part) / 255.0;
        let Ink(red, green, blue) = ink;
        if red == green && green == blue {
            numbers([share(red)], &mut self.out);
            self.out.extend(b"g\n");
        } else {
            numbers([share(red), share(green), share(blue)], &mut self.out);
            self.out.extend(b"rg\n");
        }
    }

    fn end_text(&mut self) {
        if self.pen.line.take().is_some() {
            self.out.extend(b"ET\n");
        }
    }
}

/// Text in one font, as the operators for text take it.
#[derive(Default)]
struct Run {
    string: Vec<u8>,
    is_adjusted: bool,
    /// How far the pen must go back before the next glyph, in thousandths of the type size.
    owed: f32,
}

impl Run {
    fn add(&mut self, byte: u8) {
        // What is less than a two-thousandth of the size cannot be seen.
        if self.owed.abs() >= 0.5 {
            self.string.push(b')');
            whole(self.owed, &mut self.string);
            self.string.push(b'(');
            self.is_adjusted = true;
            self.owed = 0.0;
        }
        push(byte, &mut self.string);
    }

    fn end(&mut self, out: &mut Vec<u8>) {
        if self.string.is_empty() {
            return;
        }
        let (before, behind): (&[u8], &[u8]) =
            if self.is_adjusted { (b"[(", b")]TJ") } else { (b"(", b")Tj") };
        out.extend(before);
        out.append(&mut self.string);
        out.extend(behind);
        self.is_adjusted = false;
    }
}

/// Rounds a length to a hundredth of a point.
fn rounded(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// Writes numbers with at most two decimals, each with a space behind it.
fn numbers<const COUNT: usize>(numbers: [f32; COUNT], out: &mut Vec<u8>) {
    for number in numbers {
        let hundredths = integer(number * 100.0);
        if hundredths < 0 {
            out.push(b'-');
        }
        let hundredths = hundredths.unsigned_abs();
        digits(hundredths / 100, out);
        let (tenth, hundredth) = (hundredths / 10 % 10, hundredths % 10);
        if (tenth, hundredth) != (0, 0) {
            out.push(b'.');
            digits(tenth, out);
        }
        if hundredth != 0 {
            digits(hundredth, out);
        }
        out.push(b' ');
    }
}

/// Writes a number without decimals.
fn whole(number: f32, out: &mut Vec<u8>) {
    let number = integer(number);
    if number < 0 {
        out.push(b'-');
    }
    digits(number.unsigned_abs(), out);
}

/// Returns the nearest integer.
fn integer(number: f32) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a number too large for a page becomes the largest")]
    let integer = number.round() as i32;
    integer
}

fn digits(number: u32, out: &mut Vec<u8>) {
    if number >= 10 {
        digits(number / 10, out);
    }
    out.push(b'0' + u8::try_from(number % 10).unwrap_or_default());
}

fn say(out: &mut Vec<u8>, arguments: std::fmt::Arguments<'_>) {
    out.write_fmt(arguments).expect("writing to memory cannot fail");
}

//! Page: what is drawn on a page to lines of cells.
//!
//! In: the operators of a page. Out: its lines from top to bottom, each with the cells that stand apart in it. Words
//! that stand on one height are one line; a gap of a space parts words, a wide one parts cells.
//!
//! Format: ISO 32000-1, sections 8.3 (coordinates) and 9.4 (text). Not here: letters out of codes (`font`).

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::font::Font;

/// Forms inside forms.
const DEPTH_MAX: usize = 8;

/// Operators of one page, those of forms included.
const OPERATORS_MAX: usize = 5_000_000;

/// States saved inside states.
const SAVED_MAX: usize = 256;

/// The gap between two words, in sizes of the font.
const WORD_GAP: f64 = 0.15;
/// The gap between two cells.
const CELL_GAP: f64 = 1.6;
/// How far words of one line may stand apart in height.
const LINE_SLACK: f64 = 0.4;

/// A line of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// Its cells from left to right; never empty.
    pub(super) cells: Vec<String>,
}

impl Line {
    /// Returns the whole line.
    pub(super) fn text(&self) -> String {
        self.cells.join(" ")
    }
}

/// Reads pages, all within one limit of text.
pub(super) struct Words {
    bytes_left: usize,
    is_full: bool,
    operators_left: usize,
    pieces: Vec<Piece>,
    /// The fonts of the document by where they stand in it.
    fonts: HashMap<usize, Rc<Font>>,
}

/// A piece of text where it stands.
struct Piece {
    left: f64,
    right: f64,
    height: f64,
    size: f64,
    text: String,
}

/// A transformation: `x' = a x + c y + e`, `y' = b x + d y + f`.
#[derive(Debug, Clone, Copy)]
struct Matrix([f64; 6]);

impl Matrix {
    const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    fn of(numbers: [&Number; 6]) -> Self {
        Self(numbers.map(Number::as_f64))
    }

    /// Applies this one first, then the other.
    fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [oa, ob, oc, od, oe, of]) = (self.0, other.0);
        Self([
            a * oa + b * oc,
            a * ob + b * od,
            c * oa + d * oc,
            c * ob + d * od,
            e * oa + f * oc + oe,
            e * ob + f * od + of,
        ])
    }

    fn moved(self, x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y]).then(self)
    }
}

/// What operators change.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    leading: f64,
    word_space: f64,
    letter_space: f64,
    scale: f64,
    rise: f64,
}

impl Words {
    /// Starts with room for so many bytes of text.
    pub(super) fn new(bytes_max: usize) -> Self {
        Self {
            bytes_left: bytes_max,
            is_full: false,
            operators_left: 0,
            pieces: Vec::new(),
            fonts: HashMap::new(),
        }
    }

    /// Tells whether text was left out.
    pub(super) fn is_full(&self) -> bool {
        self.is_full
    }

    /// Reads a page.
    pub(super) fn of(&mut self, page: &Page<'_>) -> Vec<Line> {
        self.operators_left = OPERATORS_MAX;
        let state = State {
            matrix: Matrix::SAME,
            font: None,
            size: 1.0,
            leading: 0.0,
            word_space: 0.0,
            letter_space: 0.0,
            scale: 1.0,
            rise: 0.0,
        };
        self.draw(page.typed_operations(), page.resources(), state, 0);
        lines(std::mem::take(&mut self.pieces))
    }

    fn draw(&mut self, mut operators: TypedIter<'_>, resources: &Resources<'_>, state: State, depth: usize) {
        let mut state = state;
        let mut saved = Vec::new();
        let (mut text, mut line) = (Matrix::SAME, Matrix::SAME);
        while let Some(operator) = operators.next() {
            let Some(left) = self.operators_left.checked_sub(1) else {
                self.is_full = true;
                return;
            };
            self.operators_left = left;
            match operator {
                TypedInstruction::SaveState(_) if saved.len() < SAVED_MAX => saved.push(state.clone()),
                TypedInstruction::RestoreState(_) => state = saved.pop().unwrap_or(state),
                TypedInstruction::Transform(t) => {
                    state.matrix = Matrix::of([&t.0, &t.1, &t.2, &t.3, &t.4, &t.5]).then(state.matrix);
                }
                TypedInstruction::BeginText(_) => (text, line) = (Matrix::SAME, Matrix::SAME),
                TypedInstruction::TextFont(font) => {
                    state.size = font.1.as_f64();
                    state.font = self.font(font.0, resources);
                }
                TypedInstruction::TextLeading(leading) => state.leading = leading.0.as_f64(),
                TypedInstruction::WordSpacing(space) => state.word_space = space.0.as_f64(),
                TypedInstruction::CharacterSpacing(space) => state.letter_space = space.0.as_f64(),
                TypedInstruction::HorizontalScaling(scale) => state.scale = scale.0.as_f64() / 100.0,
                TypedInstruction::TextRise(rise) => state.rise = rise.0.as_f64(),
                TypedInstruction::SetTextMatrix(t) => {
                    line = Matrix::of([&t.0, &t.1, &t.2, &t.3, &t.4, &t.5]);
                    text = line;
                }
                TypedInstruction::NextLine(by) => {
                    line = line.moved(by.0.as_f64(), by.1.as_f64());
                    text = line;
                }
                TypedInstruction::NextLineAndSetLeading(by) => {
                    state.leading = -by.1.as_f64();
                    line = line.moved(by.0.as_f64(), by.1.as_f64());
                    text = line;
                }
                TypedInstruction::NextLineUsingLeading(_) => {
                    line = line.moved(0.0, -state.leading);
                    text = line;
                }
                TypedInstruction::ShowText(shown) => self.show(shown.0, &state, &mut text),
                TypedInstruction::NextLineAndShowText(shown) => {
                    line = line.moved(0.0, -state.leading);
                    text = line;
                    self.show(shown.0, &state, &mut text);
                }
                TypedInstruction::ShowTextWithParameters(shown) => {
                    state.word_space = shown.0.as_f64();
                    state.letter_space = shown.1.as_f64();
                    line = line.moved(0.0, -state.leading);
                    text = line;
                    self.show(shown.2, &state, &mut text);
                }
                TypedInstruction::ShowTexts(shown) => {
                    for part in shown.0.iter::<Object<'_>>() {
                        match part {
                            Object::String(shown) => self.show(&shown, &state, &mut text),
                            Object::Number(by) => {
                                text = text.moved(-by.as_f64() / 1000.0 * state.size * state.scale, 0.0);
                            }
                            _ => {}
                        }
                    }
                }
                TypedInstruction::XObject(name) => {
                    if let Some(form) = resources.get_x_object(name.0).filter(|_| depth < DEPTH_MAX) {
                        self.form(&form, resources, &state, depth);
                    }
                }
                _ => {}
            }
        }
    }

    fn font(&mut self, name: &hayro_syntax::object::Name<'_>, resources: &Resources<'_>) -> Option<Rc<Font>> {
        let font = resources.get_font(name)?;
        let stands_at = font.data().as_ptr().addr();
        let known = self.fonts.entry(stands_at);
        Some(Rc::clone(known.or_insert_with(|| Rc::new(Font::read(&font)))))
    }

    /// Draws what is kept apart to be drawn by its name.
    fn form(&mut self, form: &Stream<'_>, resources: &Resources<'_>, state: &State, depth: usize) {
        let dictionary = form.dict();
        if dictionary
            .get::<hayro_syntax::object::Name<'_>>("Subtype")
            .is_none_or(|name| name.as_str() != "Form")
        {
            return;
        }
        let Ok(content) = form.decoded() else { return };
        let numbers: Vec<f64> = dictionary
            .get::<hayro_syntax::object::Array<'_>>("Matrix")
            .map(|matrix| matrix.iter::<Number>().map(|number| number.as_f64()).collect())
            .unwrap_or_default();
        let matrix = <[f64; 6]>::try_from(numbers).map_or(Matrix::SAME, Matrix);
        let inside = State { matrix: matrix.then(state.matrix), ..state.clone() };
        match dictionary.get::<hayro_syntax::object::Dict<'_>>("Resources") {
            Some(own) => self.draw(TypedIter::new(&content), &Resources::new(own), inside, depth + 1),
            None => self.draw(TypedIter::new(&content), resources, inside, depth + 1),
        }
    }

    fn show(&mut self, codes: &[u8], state: &State, text: &mut Matrix) {
        let Some(font) = &state.font else { return };
        let shown = font.text(codes);
        let spaces = state.letter_space * shown.codes as f64 + state.word_space * shown.spaces as f64;
        let width = (shown.width * state.size + spaces) * state.scale;
        let placed = text.moved(0.0, state.rise).then(state.matrix);
        let Matrix([a, b, c, d, left, height]) = placed;
        let size = (c.hypot(d) * state.size).abs();
        let right = left + width * a;
        *text = text.moved(width, 0.0);
        // Text that runs upwards is no line of ours; it is kept where it begins.
        let is_upright = a.abs() >= b.abs();
        if shown.text.is_empty() || !left.is_finite() || !height.is_finite() {
            return;
        }
        let Some(bytes_left) = self.bytes_left.checked_sub(shown.text.len()) else {
            self.is_full = true;
            return;
        };
        self.bytes_left = bytes_left;
        let right = if is_upright { right.max(left) } else { left };
        self.pieces.push(Piece { left, right, height, size: size.max(0.1), text: shown.text });
    }
}

/// Puts pieces into lines from top to bottom.
fn lines(mut pieces: Vec<Piece>) -> Vec<Line> {
    pieces.sort_by(|one, other| other.height.total_cmp(&one.height));
    let mut lines = Vec::new();
    let mut line: Vec<Piece> = Vec::new();
    for piece in pieces {
        let is_same = line.first().is_some_and(|first| {
            (first.height - piece.height).abs() <= first.size.max(piece.size) * LINE_SLACK
        });
        if !is_same {
            lines.extend(joined(std::mem::take(&mut line)));
        }
        line.push(piece);
    }
    lines.extend(joined(line));
    lines
}

/// Puts the pieces of one line into cells from left to right.
fn joined(mut pieces: Vec<Piece>) -> Option<Line> {
    pieces.sort_by(|one, other| one.left.total_cmp(&other.left));
    let mut cells: Vec<String> = Vec::new();
    let mut cell = String::new();
    let mut end: Option<f64> = None;
    for piece in pieces {
        let is_space = piece.text.trim().is_empty();
        let gap = end.map_or(0.0, |end| (piece.left - end) / piece.size);
        if gap > CELL_GAP && !cell.trim().is_empty() && !is_space {
            cells.push(cell.trim().to_owned());
            cell.clear();
        } else if gap > WORD_GAP && !cell.ends_with(' ') && !piece.text.starts_with(' ') {
            cell.push(' ');
        }
        cell.push_str(&piece.text);
        // Spaces that are drawn make no gap smaller: cells are often parted by them.
        if !is_space {
            let trailing = piece.text.len() - piece.text.trim_end().len();
            let share = trailing as f64 / piece.text.len().max(1) as f64;
            end = Some(piece.right - (piece.right - piece.left) * share);
        }
    }
    cells.push(cell.trim().to_owned());
    cells.retain(|cell| !cell.is_empty());
    (!cells.is_empty()).then_some(Line { cells })
}

//! Figure: drawings and pictures on a page, and the charts made of them.
//!
//! In: a [`Figure`], or numbers to draw one from. Out: a row whose pieces belong to one element, of which a screen
//! reader says the words that stand in for it.

use std::sync::Arc;

use crate::paper::Error;
use crate::paper::document::{Align, Drawing, Figure, Ink, Style, Weight};
use crate::paper::layout::{Column, Kind, Layout, points};
use crate::paper::page::{Drawn, Owner, Piece, Row};

/// A bar of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What it stands for.
    pub name: String,
    /// How long it is, as a share of the longest from 0 to 1.
    pub share: f32,
    /// The number as it is read.
    pub number: String,
}

/// How a chart of bars looks; lengths are millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chart {
    /// How wide it is.
    pub width: f32,
    /// How much of that the names take.
    pub names: f32,
    /// The distance of two bars.
    pub step: f32,
    /// The size of its type in points.
    pub size: f32,
    /// The colour of its bars.
    pub ink: Ink,
}

impl Chart {
    /// Draws bars from top to bottom, each with its name before it and its number behind it. `said` says in words
    /// what they show.
    pub fn bars(&self, bars: &[Bar], said: &str) -> Figure {
        let numbers = self.size * 2.2;
        let room = (self.width - self.names - numbers).max(1.0);
        let mut drawings = Vec::with_capacity(3 * bars.len());
        for (at, bar) in bars.iter().enumerate() {
            let top = at as f32 * self.step;
            let baseline = top + self.step / 2.0 + self.size * 0.125;
            let text = |left: f32, text: &str, room: f32, align: Align| Drawing::Text {
                place: [left, baseline],
                text: text.to_owned(),
                room,
                size: self.size,
                weight: Weight::Regular,
                align,
                ink: Ink::BLACK,
            };
            let share = if bar.share.is_finite() { bar.share.clamp(0.0, 1.0) } else { 0.0 };
            let length = (share * room).max(0.3);
            drawings.push(text(self.names - 2.0, &bar.name, self.names - 2.0, Align::Right));
            let place = [self.names, top + self.step * 0.18, length, self.step * 0.64];
            drawings.push(Drawing::Area { place, ink: self.ink });
            drawings.push(text(self.names + length + 1.5, &bar.number, numbers - 1.5, Align::Left));
        }
        Figure { said: said.to_owned(), width: self.width, height: bars.len() as f32 * self.step, drawings }
    }
}

impl Layout<'_> {
    /// Makes the row of a figure.
    pub(super) fn figure(&mut self, figure: &Figure, style: Style, column: Column) -> Result<Row, Error> {
        if figure.said.trim().is_empty() {
            return Err(Error::FigureUnsaid);
        }
        crate::paper::face::check_printable(&figure.said)?;
        let own = self.element(Kind::Figure, None);
        if let Some(element) = self.laid.elements.get_mut(own) {
            element.said = Some(figure.said.clone());
        }
        let fits =
            (column.width / points(figure.width)).min(self.height / points(figure.height)).min(column.scale);
        let scale = if fits.is_finite() { fits } else { 1.0 };
        let free = column.width - points(figure.width) * scale;
        let left = column.left
            + match style.align {
                Align::Left | Align::Justified => 0.0,
                Align::Centre => free / 2.0,
                Align::Right => free,
            };
        let owner = Owner::Element(own);
        let mut pieces = Vec::with_capacity(figure.drawings.len());
        for drawing in &figure.drawings {
            let at = |x: f32, y: f32| (left + points(x) * scale, points(y) * scale);
            match drawing {
                Drawing::Area { place: [x, y, width, height], ink } => {
                    let (width, height) = (points(*width) * scale, points(*height) * scale);
                    let (x, y) = at(*x, *y);
                    pieces.push(Piece { owner, x, y, drawn: Drawn::Area { width, height, ink: *ink } });
                }
                Drawing::Text { place: [x, y], text, room, size, weight, align, ink } => {
                    let style = Style {
                        weight: *weight,
                        size: size * scale,
                        align: *align,
                        ink: *ink,
                        ..Style::default()
                    };
                    let style = Style { size: self.size_for(text, style, points(*room) * scale)?, ..style };
                    let (x, y) = at(*x, *y);
                    let column = Column { left: x, width: 0.0, scale: 1.0 };
                    let unbroken = Style { align: Align::Left, ..style };
                    for line in self.lines(text, unbroken, f32::MAX)?.iter() {
                        let piece = self.piece(owner, style, column, Arc::clone(line));
                        pieces.push(Piece { y, ..piece });
                    }
                }
                Drawing::Picture { place: [x, y, width, height], picture } => {
                    let number = self.laid.pictures.len();
                    self.laid.pictures.push(picture.clone());
                    let (width, height) = (points(*width) * scale, points(*height) * scale);
                    let (x, y) = at(*x, *y);
                    pieces.push(Piece { owner, x, y, drawn: Drawn::Picture { number, width, height } });
                }
            }
        }
        Ok(Row { height: points(figure.height) * scale, may_end: true, pieces, ..Row::default() })
    }

    /// Returns the size at which a text is no wider than its room.
    fn size_for(&self, text: &str, style: Style, room: f32) -> Result<f32, Error> {
        let unbroken = Style { align: Align::Left, ..style };
        let lines = self.lines(text, unbroken, f32::MAX)?;
        let width = lines.iter().fold(0.0_f32, |width, line| width.max(line.width)) * style.size / 1000.0;
        Ok(if width > room { style.size * (room / width).max(0.0) } else { style.size })
    }
}

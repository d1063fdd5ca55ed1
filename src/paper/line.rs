//! Line: a text cut into lines of a width.
//!
//! In: a text, a face and a width. Out: lines, ragged right, without hyphenation. Lines end where Unicode's
//! line breaking algorithm allows it; a piece that is wider than the whole line is cut between two clusters.
//!
//! The space at a line's end stays in the line, so that copied text keeps its words apart, but it does not
//! count for the width. Not here: pages (`layout`).

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use crate::paper::Error;
use crate::paper::face::{Face, Glyph, Word};

/// A last line that is a smaller share of the width looks lost.
const SHORT: f32 = 0.13;
/// The shares of the width that are tried against it.
const NARROWER: [f32; 5] = [0.97, 0.94, 0.91, 0.88, 0.85];

/// Finds the places where a line may end.
pub(super) struct Breaker(LineSegmenterBorrowed<'static>);

/// A line: parts of words, side by side.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The words and which of their glyphs stand in this line.
    pub(super) parts: Vec<(Arc<Word>, Range<usize>)>,
    /// The width in thousandths of the type size, without the space at the end.
    pub(super) width: f32,
    advance: f32,
}

impl Breaker {
    /// Makes a breaker for scripts that need no dictionary.
    pub(super) fn new() -> Self {
        Self(LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default()))
    }

    /// Cuts a text into lines that are no wider than `width` thousandths of the type size.
    pub(super) fn lines(&self, face: &Face, text: &str, width: f32) -> Result<Vec<Line>, Error> {
        let mut lines = Vec::new();
        for forced in text.split('\n') {
            let words: Vec<Arc<Word>> =
                self.segments(forced).map(|part| face.word(part)).collect::<Result<_, _>>()?;
            lines.extend(fill_well(&words, width));
        }
        Ok(lines)
    }

    fn segments<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        let mut start = 0;
        let breaks: Vec<usize> = self.0.segment_str(text).collect();
        breaks.into_iter().filter(|end| !is_inside_number(text, *end)).filter_map(move |end| {
            let segment = text.get(start..end).filter(|segment| !segment.is_empty());
            start = end;
            segment
        })
    }
}

impl fmt::Debug for Breaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Breaker")
    }
}

impl Line {
    /// Returns the glyphs with their words, from left to right.
    pub(super) fn glyphs(&self) -> impl Iterator<Item = (&Word, &Glyph)> {
        self.parts.iter().flat_map(|(word, range)| {
            let glyphs = word.glyphs.get(range.clone()).unwrap_or_default();
            glyphs.iter().map(move |glyph| (&**word, glyph))
        })
    }

    /// Adds a word, after moving the line to `done` if the word does not fit on it.
    fn add(&mut self, word: &Arc<Word>, width: f32, done: &mut Vec<Self>) {
        let all = 0..word.glyphs.len();
        let (visible, _) = measure(word, &all);
        if self.advance + visible > width && !self.parts.is_empty() {
            done.push(std::mem::take(self));
        }
        let mut rest = all;
        while let Some(cut) = overfull(word, &rest, width) {
            self.push(word, rest.start..cut);
            done.push(std::mem::take(self));
            rest.start = cut;
        }
        self.push(word, rest);
    }

    fn push(&mut self, word: &Arc<Word>, range: Range<usize>) {
        let (visible, advance) = measure(word, &range);
        self.width = self.advance + visible;
        self.advance += advance;
        self.parts.push((Arc::clone(word), range));
    }
}

/// Tells whether a place in a text follows the hyphen of a reference or a case number (`HB-7F3K2Q`,
/// `C-154/21`), which Unicode's algorithm would break.
fn is_inside_number(text: &str, at: usize) -> bool {
    let number = |character: char| character.is_ascii_uppercase() || character.is_ascii_digit();
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    let before = before.strip_suffix('-').and_then(|before| before.chars().next_back());
    before.is_some_and(number) && after.chars().next().is_some_and(number)
}

/// Fills lines. If that leaves a lone short word on the last, fills somewhat narrower lines, as long as they
/// stay as many.
fn fill_well(words: &[Arc<Word>], width: f32) -> Vec<Line> {
    let lines = fill(words, width);
    let is_short =
        |lines: &[Line]| lines.len() > 1 && lines.last().is_some_and(|last| last.width < SHORT * width);
    if !is_short(&lines) {
        return lines;
    }
    let narrower = NARROWER.iter().map(|share| fill(words, share * width));
    narrower.into_iter().find(|tried| tried.len() == lines.len() && !is_short(tried)).unwrap_or(lines)
}

fn fill(words: &[Arc<Word>], width: f32) -> Vec<Line> {
    let (mut lines, mut line) = (Vec::new(), Line::default());
    for word in words {
        line.add(word, width, &mut lines);
    }
    lines.push(line);
    lines
}

/// Returns how wide the glyphs are without the spaces at the end, and with them.
fn measure(word: &Word, range: &Range<usize>) -> (f32, f32) {
    let glyphs = word.glyphs.get(range.clone()).unwrap_or_default();
    let (mut visible, mut advance) = (0.0, 0.0);
    for glyph in glyphs {
        advance += glyph.advance;
        if word.text_of(glyph) != " " {
            visible = advance;
        }
    }
    (visible, advance)
}

/// Returns where to cut glyphs that are wider than a line, at the start of a cluster and never before the
/// second.
fn overfull(word: &Word, range: &Range<usize>, width: f32) -> Option<usize> {
    if measure(word, range).0 <= width {
        return None;
    }
    let glyphs = word.glyphs.get(range.clone())?;
    let (mut cut, mut advance) = (None, 0.0);
    for (at, glyph) in glyphs.iter().enumerate() {
        // A mark goes with its letter: it has no width of its own.
        let starts = at > 0 && !glyph.text.is_empty() && glyph.advance > 0.0 && word.text_of(glyph) != " ";
        if starts {
            if cut.is_some() && advance > width {
                break;
            }
            cut = Some(range.start + at);
        }
        advance += glyph.advance;
    }
    cut
}

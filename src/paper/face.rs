//! Face: one font file, parsed once, and the words it has shaped.
//!
//! In: a segment of text. Out: its clusters, each a text and what it looks like: one glyph (a letter, a
//! ligature) or several with their places (a letter with marks, a no-break space with its neighbour). A word is
//! shaped once for as long as it is used (`recent`).
//!
//! Refuses what cannot be printed: characters the font lacks and control characters. Not here: where lines
//! end (`line`), and what goes into the file (`embed`).

use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use harfrust::{Buffer, Direction, Font, Script, ShapeOptions, ShapePlan, ShaperFont};

use crate::paper::Error;
use crate::paper::hyphen::MARK;
use crate::paper::outline::{Metrics, Outlines};
use crate::paper::recent::Recent;

/// How many glyphs are remembered, by halves.
const GLYPHS_MAX: usize = 400;
/// How many words are remembered, by halves: a letter has some three hundred.
const WORDS_MAX: usize = 1_200;

/// A font file, parsed.
pub(super) struct Face {
    /// The PostScript name.
    pub(super) name: &'static str,
    /// What its glyphs look like.
    pub(super) outlines: Outlines,
    /// Glyphs as they stand in a document's font file, with their measures.
    pub(super) cut: Recent<u16, Option<Cut>>,
    font: Font,
    measures: Measures,
    plans: RwLock<Vec<Arc<ShapePlan>>>,
    words: Recent<String, Option<Arc<Word>>>,
    shapes: RwLock<HashMap<Look, Arc<Shape>>>,
    hyphen: OnceLock<Arc<Word>>,
}

/// A glyph's outline as it stands in a document's font file, and its measures.
pub(super) type Cut = (Arc<[u8]>, Metrics);

/// A piece of text without a line break inside, shaped.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) clusters: Vec<Cluster>,
    /// How far the pen moves, in thousandths of the type size.
    pub(super) advance: f32,
}

/// The smallest part of a word that has a text of its own.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    pub(super) shape: Arc<Shape>,
    /// How far the pen moves, in thousandths of the type size: the width with kerning.
    pub(super) advance: f32,
}

/// What a text looks like in a face.
#[derive(Debug)]
pub(super) struct Shape {
    /// Its number among the shapes of the face, in the order in which they were met.
    pub(super) number: usize,
    pub(super) text: Box<str>,
    pub(super) glyphs: Box<[Placed]>,
    /// Its width as the font gives it, in thousandths of the type size and in units of the font.
    pub(super) width: f32,
    pub(super) units: u16,
}

/// A glyph and its place relative to the pen, in units of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Placed {
    /// Its number in the font file.
    pub(super) id: u16,
    pub(super) x: i16,
    pub(super) y: i16,
}

/// A text and what it looks like.
type Look = (Box<str>, Box<[Placed]>);

/// The measures of a face that a PDF states, in thousandths of the type size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measures {
    pub(super) bounds: [f32; 4],
    pub(super) ascent: f32,
    pub(super) descent: f32,
    pub(super) cap_height: f32,
}

/// A cluster while it is read: its text, its glyphs, and in units of the font its width and advance.
struct Read {
    text: String,
    glyphs: Vec<Placed>,
    width: i32,
    advance: i32,
}

impl Face {
    /// Parses a built-in font file.
    pub(super) fn new(name: &'static str, data: &'static [u8]) -> Self {
        let font = Font::new(data, 0).expect("the built-in fonts are fonts");
        let outlines = Outlines::new(data).expect("the built-in fonts have TrueType outlines");
        let measures = measures(&font);
        Self {
            name,
            outlines,
            cut: Recent::new(GLYPHS_MAX),
            font,
            measures,
            plans: RwLock::default(),
            words: Recent::new(WORDS_MAX),
            shapes: RwLock::default(),
            hyphen: OnceLock::new(),
        }
    }

    /// Shapes a segment, or returns it as shaped before.
    pub(super) fn word(&self, text: &str) -> Result<Arc<Word>, Error> {
        if let Some(word) = self.words.find(text, Option::clone) {
            return Ok(word);
        }
        let word = Arc::new(self.shape(text)?);
        self.words.change(text.to_owned(), |known| *known = Some(Arc::clone(&word)));
        Ok(word)
    }

    /// Returns the hyphen of divided words.
    pub(super) fn word_of_hyphen(&self) -> Result<Arc<Word>, Error> {
        if let Some(hyphen) = self.hyphen.get() {
            return Ok(Arc::clone(hyphen));
        }
        let hyphen = self.word("-")?;
        let soft = |cluster: &Cluster| {
            let shape = &cluster.shape;
            let width = i32::from(shape.units);
            Cluster { shape: self.shape_of(MARK.to_owned(), shape.glyphs.to_vec(), width), ..cluster.clone() }
        };
        let soft = Arc::new(Word::of(hyphen.clusters.iter().map(soft).collect()));
        Ok(Arc::clone(self.hyphen.get_or_init(|| soft)))
    }

    /// Returns the measures that a PDF states about the font.
    pub(super) fn measures(&self) -> Measures {
        self.measures
    }

    fn shape(&self, text: &str) -> Result<Word, Error> {
        let font = ShaperFont::new(&self.font);
        check_printable(text)?;
        if let Some(missing) = text.chars().find(|&character| !self.has(&font, character)) {
            return Err(Error::MissingCharacter(missing));
        }
        let mut buffer = Buffer::new();
        buffer.push_str(text);
        buffer.set_direction(Direction::LeftToRight);
        buffer.guess_segment_properties();
        let plan = self.plan(buffer.script());
        harfrust::shape(&font, &mut buffer, ShapeOptions::new().plan(Some(&plan)))
            .expect("the plan is made for this direction and script");
        self.read(text, &font, &buffer)
    }

    /// Tells whether a character can stand in a document.
    pub(super) fn can_print(&self, character: char) -> bool {
        let mut letters = [0; 4];
        check_printable(character.encode_utf8(&mut letters)).is_ok()
            && self.has(&ShaperFont::new(&self.font), character)
    }

    /// Tells whether the font can show a character to every reader: private characters have a glyph here and
    /// there, but no meaning, which PDF/A level A refuses.
    fn has(&self, font: &ShaperFont<'_, '_>, character: char) -> bool {
        let private = matches!(u32::from(character), 0xE000..=0xF8FF | 0xF_0000..);
        !private && font.nominal_glyph(u32::from(character)).is_some()
    }

    fn plan(&self, script: Option<Script>) -> Arc<ShapePlan> {
        let known = |plans: &[Arc<ShapePlan>]| plans.iter().find(|plan| plan.script() == script).cloned();
        if let Some(plan) = known(&self.plans.read().unwrap_or_else(PoisonError::into_inner)) {
            return plan;
        }
        let plan = Arc::new(ShapePlan::new(&self.font, Direction::LeftToRight, script, None, &[]));
        self.plans.write().unwrap_or_else(PoisonError::into_inner).push(Arc::clone(&plan));
        plan
    }

    fn read(&self, text: &str, font: &ShaperFont<'_, '_>, buffer: &Buffer) -> Result<Word, Error> {
        let em = 1000.0 / f32::from(self.font.units_per_em());
        let glyphs: Vec<_> = buffer.glyph_infos().iter().zip(buffer.glyph_positions()).collect();
        let runs: Vec<_> = glyphs.chunk_by(|left, right| left.0.cluster == right.0.cluster).collect();
        let start =
            |run: &[(&harfrust::GlyphInfo, _)]| run.first().map_or(0, |(info, _)| info.cluster as usize);
        let mut clusters = Vec::with_capacity(runs.len());
        for (at, run) in runs.iter().enumerate() {
            let end = runs.get(at + 1).map_or(text.len(), |next| start(next));
            let text = text.get(start(run)..end).unwrap_or_default().to_owned();
            let mut cluster = Read { text, glyphs: Vec::with_capacity(run.len()), width: 0, advance: 0 };
            for (info, position) in *run {
                let id = u16::try_from(info.glyph_id).expect("font files number glyphs with 16 bits");
                if id == 0 {
                    let character = cluster.text.chars().next();
                    return Err(Error::MissingCharacter(character.unwrap_or(char::REPLACEMENT_CHARACTER)));
                }
                let (x, y) = (units(cluster.advance + position.x_offset), units(position.y_offset));
                cluster.glyphs.push(Placed { id, x, y });
                cluster.width = cluster.advance + font.glyph_h_advance(info.glyph_id.into());
                cluster.advance += position.x_advance;
            }
            clusters.push(cluster);
        }
        let join = |read: Read| Cluster {
            advance: read.advance as f32 * em,
            shape: self.shape_of(read.text, read.glyphs, read.width),
        };
        Ok(Word::of(joined(clusters).into_iter().map(join).collect()))
    }

    /// Returns what a text looks like under the number it has in this process.
    fn shape_of(&self, text: String, glyphs: Vec<Placed>, width: i32) -> Arc<Shape> {
        let key = (text.into_boxed_str(), glyphs.into_boxed_slice());
        let known = self.shapes.read().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        known.unwrap_or_else(|| {
            let mut shapes = self.shapes.write().unwrap_or_else(PoisonError::into_inner);
            let number = shapes.len();
            let (text, glyphs) = key.clone();
            let units = u16::try_from(width.max(0)).unwrap_or(u16::MAX);
            let width = f32::from(units) * 1000.0 / f32::from(self.font.units_per_em());
            let shape = Shape { number, text, glyphs, width, units };
            Arc::clone(shapes.entry(key).or_insert_with(|| Arc::new(shape)))
        })
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The words are people's letters and stay out of any print.
        f.debug_struct("Face").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Word {
    /// Joins clusters to a word.
    fn of(clusters: Vec<Cluster>) -> Self {
        let advance = lengths(&clusters).1;
        Self { clusters, advance }
    }
}

impl Cluster {
    /// Tells whether it is a space, at which a line may grow or end.
    pub(super) fn is_space(&self) -> bool {
        &*self.shape.text == " "
    }
}

/// Returns how far the pen moves without the spaces at the end, and with them.
pub(super) fn lengths(clusters: &[Cluster]) -> (f32, f32) {
    let (mut visible, mut advance) = (0.0, 0.0);
    for cluster in clusters {
        advance += cluster.advance;
        if !cluster.is_space() {
            visible = advance;
        }
    }
    (visible, advance)
}

fn measures(font: &Font) -> Measures {
    let metrics = font.metrics().scaled_f32(1000.0);
    let (bounds, line) = (metrics.bounds(), metrics.h_line().unwrap_or_default());
    Measures {
        bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max],
        ascent: line.ascender,
        descent: line.descender,
        cap_height: metrics.cap_height().unwrap_or(line.ascender),
    }
}

/// Returns a place within a font's reach.
fn units(place: i32) -> i16 {
    i16::try_from(place).unwrap_or(if place < 0 { i16::MIN } else { i16::MAX })
}

/// Refuses control characters, the byte order mark, line separators and invisible direction marks, with which
/// a text could read differently from how it is stored.
pub(super) fn check_printable(text: &str) -> Result<(), Error> {
    let refused = |character: &char| {
        character.is_control()
            || matches!(
                character,
                '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}'
            )
    };
    text.chars().find(refused).map_or(Ok(()), |control| Err(Error::ControlCharacter(control)))
}

/// Joins every no-break space to a neighbour: programs that extract text take a lone one for a gap and write a
/// common space (seen in poppler 22.12). A sign beside it is the better neighbour than a letter, and what stands
/// before it than what follows, since fewer different pairs arise.
fn joined(clusters: Vec<Read>) -> Vec<Read> {
    let mut joined: Vec<Read> = Vec::with_capacity(clusters.len());
    let mut rest = clusters.into_iter().peekable();
    while let Some(mut cluster) = rest.next() {
        if is_gap(&cluster) {
            let next = rest.next_if(|next| !is_gap(next) && next.text != " " && is_sign(next));
            let before = joined.pop_if(|last| next.is_none() && last.text != " " && is_sign(last));
            match (next, before) {
                (Some(next), _) => cluster.append(&next),
                (None, Some(mut before)) => {
                    before.append(&cluster);
                    cluster = before;
                }
                (None, None) => {
                    if let Some(mut before) = joined.pop_if(|last| last.text != " ") {
                        before.append(&cluster);
                        cluster = before;
                    } else if let Some(next) = rest.next_if(|next| !is_gap(next) && next.text != " ") {
                        cluster.append(&next);
                    }
                }
            }
        }
        joined.push(cluster);
    }
    joined
}

fn is_gap(cluster: &Read) -> bool {
    matches!(cluster.text.as_str(), "\u{a0}" | "\u{202f}")
}

fn is_sign(cluster: &Read) -> bool {
    !cluster.text.chars().any(char::is_alphanumeric)
}

impl Read {
    /// Adds what follows it.
    fn append(&mut self, next: &Self) {
        let shifted =
            next.glyphs.iter().map(|glyph| Placed { x: units(self.advance + i32::from(glyph.x)), ..*glyph });
        self.glyphs.extend(shifted);
        self.text.push_str(&next.text);
        self.width = self.advance + next.width;
        self.advance += next.advance;
    }
}

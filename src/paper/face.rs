//! Face: one font file, parsed once, and the words it has shaped.
//!
//! In: a segment of text. Out: its glyphs with widths, kerning and the text each glyph stands for. A word is
//! shaped once per process; the store of words has an upper limit, so that a long batch does not grow.
//!
//! Refuses what cannot be printed: characters the font lacks and control characters. Not here: where lines
//! end (`line`), and what goes into the file (`embed`).

use std::collections::HashMap;
use std::fmt;
use std::ops::Range;
use std::sync::{Arc, PoisonError, RwLock};

use harfrust::{Buffer, Direction, Font, Script, ShapeOptions, ShapePlan, ShaperFont};

use crate::paper::Error;
use crate::paper::embed::Subsets;

/// How many words are remembered before the store is emptied.
const WORDS_MAX: usize = 20_000;

/// A font file, parsed.
pub(super) struct Face {
    /// The PostScript name.
    pub(super) name: &'static str,
    /// The subsets cut from it.
    pub(super) subsets: Subsets,
    font: Font,
    plans: RwLock<Vec<Arc<ShapePlan>>>,
    words: RwLock<HashMap<Box<str>, Arc<Word>>>,
}

/// A piece of text without a line break inside, shaped.
#[derive(Debug)]
pub(super) struct Word {
    pub(super) text: Box<str>,
    pub(super) glyphs: Vec<Glyph>,
}

/// A glyph of a word. Lengths are thousandths of the type size.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    /// Its number in the font file.
    pub(super) id: u16,
    /// Its width as the font gives it, which is what the PDF states.
    pub(super) width: f32,
    /// How far the pen moves: the width with kerning.
    pub(super) advance: f32,
    /// Where the glyph is drawn relative to the pen.
    pub(super) offset: (f32, f32),
    /// The part of the word's text it stands for; empty if an earlier glyph stands for it too.
    pub(super) text: Range<usize>,
}

/// The measures of a face that a PDF states, in thousandths of the type size.
pub(super) struct Measures {
    pub(super) bounds: [f32; 4],
    pub(super) ascent: f32,
    pub(super) descent: f32,
    pub(super) cap_height: f32,
}

impl Face {
    /// Parses a built-in font file.
    pub(super) fn new(name: &'static str, data: &'static [u8]) -> Self {
        let font = Font::new(data, 0).expect("the built-in fonts are fonts");
        Self { name, subsets: Subsets::new(data), font, plans: RwLock::default(), words: RwLock::default() }
    }

    /// Shapes a segment, or returns it as shaped before.
    pub(super) fn word(&self, text: &str) -> Result<Arc<Word>, Error> {
        let known = self.words.read().unwrap_or_else(PoisonError::into_inner).get(text).cloned();
        if let Some(word) = known {
            return Ok(word);
        }
        let word = Arc::new(self.shape(text)?);
        let mut words = self.words.write().unwrap_or_else(PoisonError::into_inner);
        if words.len() >= WORDS_MAX {
            words.clear();
        }
        words.insert(text.into(), Arc::clone(&word));
        Ok(word)
    }

    /// Returns the measures that a PDF states about the font.
    pub(super) fn measures(&self) -> Measures {
        let metrics = self.font.metrics().scaled_f32(1000.0);
        let (bounds, line) = (metrics.bounds(), metrics.h_line().unwrap_or_default());
        Measures {
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max],
            ascent: line.ascender,
            descent: line.descender,
            cap_height: metrics.cap_height().unwrap_or(line.ascender),
        }
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
        let texts = texts(text, buffer);
        let mut glyphs = Vec::with_capacity(texts.len());
        for ((info, position), text_range) in
            buffer.glyph_infos().iter().zip(buffer.glyph_positions()).zip(texts)
        {
            let id = u16::try_from(info.glyph_id).expect("font files number glyphs with 16 bits");
            if id == 0 {
                let character = text.get(text_range).and_then(|part| part.chars().next());
                return Err(Error::MissingCharacter(character.unwrap_or(char::REPLACEMENT_CHARACTER)));
            }
            glyphs.push(Glyph {
                id,
                width: font.glyph_h_advance(info.glyph_id.into()) as f32 * em,
                advance: position.x_advance as f32 * em,
                offset: (position.x_offset as f32 * em, position.y_offset as f32 * em),
                text: text_range,
            });
        }
        Ok(Word { text: text.into(), glyphs })
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The words are people's letters and stay out of any print.
        f.debug_struct("Face").field("name", &self.name).finish_non_exhaustive()
    }
}

impl Word {
    /// Returns the text a glyph stands for.
    pub(super) fn text_of(&self, glyph: &Glyph) -> &str {
        self.text.get(glyph.text.clone()).unwrap_or_default()
    }
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

/// Returns for each glyph the part of the text it stands for.
///
/// Glyphs and characters of a cluster are paired one to one if they are as many (a letter and its marks);
/// otherwise the first glyph stands for the whole cluster (a ligature).
fn texts(text: &str, buffer: &Buffer) -> Vec<Range<usize>> {
    let starts: Vec<usize> = buffer.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    let mut texts = Vec::with_capacity(starts.len());
    for (cluster, rest) in clusters(&starts) {
        let end = rest.unwrap_or(text.len());
        let start = *cluster.first().unwrap_or(&end);
        let characters = text.get(start..end).unwrap_or_default().char_indices();
        let pieces: Vec<Range<usize>> =
            characters.map(|(at, c)| start + at..start + at + c.len_utf8()).collect();
        if pieces.len() == cluster.len() {
            texts.extend(pieces);
        } else {
            texts.push(start..end);
            texts.extend(cluster.iter().skip(1).map(|_| end..end));
        }
    }
    texts
}

/// Returns the runs of equal cluster starts, each with the start of the next.
fn clusters(starts: &[usize]) -> impl Iterator<Item = (&[usize], Option<usize>)> {
    let runs: Vec<&[usize]> = starts.chunk_by(|left, right| left == right).collect();
    let next: Vec<Option<usize>> =
        runs.iter().skip(1).map(|run| run.first().copied()).chain([None]).collect();
    runs.into_iter().zip(next)
}

//! Line: a text cut into lines of a width.
//!
//! In: a text, a face and a setting: width, ragged or justified, language. Out: lines. They are chosen for the
//! whole paragraph at once: of all ways to cut it the one whose lines are most even, first without dividing
//! words, and only where that leaves holes with words divided as the language does. Lines end where Unicode's
//! line breaking algorithm allows it; a piece that is wider than the whole line is cut between two clusters.
//!
//! The space at a line's end stays in the line, so that copied text keeps its words apart, but it does not
//! count for the width. Paragraphs are remembered, since the letters of a batch share most of theirs. Not here:
//! pages (`layout`), where a word may be divided (`hyphen`).

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use icu_segmenter::options::LineBreakOptions;
use icu_segmenter::{LineSegmenter, LineSegmenterBorrowed};

use crate::paper::document::Weight;
use crate::paper::face::{Cluster, Face, Word, lengths};
use crate::paper::hyphen::Divider;
use crate::paper::recent::Recent;
use crate::paper::{Error, hyphen};

/// How many paragraphs are remembered, by halves: a letter has some forty.
const PARAGRAPHS_MAX: usize = 160;
/// A last line that is a smaller share of the width looks lost; what the shortest costs, as the square of a share
/// of the width that stays white.
const SHORT: f32 = 0.22;
const SHORT_COST: f32 = 0.04;
/// What a divided word costs, in the same measure.
const DIVIDED_COST: f32 = 0.015;
/// Words are divided only where a ragged line would stay white for a larger share of the width, or a justified
/// one would be stretched by more at each space, in thousandths of the type size.
const WHITE_MAX: f32 = 0.2;
const STRETCH_MAX: f32 = 160.0;
/// How far a space may shrink in a justified line, in thousandths of the type size.
const SHRINK_MAX: f32 = 40.0;

/// Finds the places where a line may end, and remembers paragraphs.
pub(super) struct Breaker {
    segmenter: LineSegmenterBorrowed<'static>,
    paragraphs: Recent<String, Settings>,
}

/// The lines of a paragraph.
pub(super) type Lines = Arc<[Arc<Line>]>;

/// The lines of one text, by how they were set.
type Settings = Vec<(Setting, Lines)>;

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Setting {
    pub(super) weight: Weight,
    /// In thousandths of the type size.
    pub(super) width: f32,
    pub(super) justified: bool,
    /// How words may be divided, if they may.
    pub(super) divider: Option<Divider>,
}

/// A line: parts of words, side by side.
#[derive(Debug, Default)]
pub(super) struct Line {
    /// The words and which of their clusters stand in this line.
    pub(super) parts: Vec<(Arc<Word>, Range<usize>)>,
    /// The width in thousandths of the type size, without the space at the end.
    pub(super) width: f32,
    /// What each space between words grows by, in thousandths of the type size.
    pub(super) stretch: f32,
}

/// A part of a word that is not cut.
struct Fragment {
    word: usize,
    clusters: Range<usize>,
    /// Without the spaces at the end.
    visible: f32,
    /// The advance of all fragments before it, and how many spaces they have.
    before: f32,
    spaces_before: usize,
    /// Whether the word goes on behind it and is divided with a hyphen.
    divided: bool,
}

impl Breaker {
    /// Makes a breaker for scripts that need no dictionary.
    pub(super) fn new() -> Self {
        let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
        Self { segmenter, paragraphs: Recent::new(PARAGRAPHS_MAX) }
    }

    /// Cuts a text into lines that are no wider than the setting says.
    pub(super) fn lines(&self, face: &Face, text: &str, setting: Setting) -> Result<Lines, Error> {
        let find = |known: &Settings| {
            known.iter().find(|(by, _)| *by == setting).map(|(_, lines)| Arc::clone(lines))
        };
        if let Some(lines) = self.paragraphs.find(text, find) {
            return Ok(lines);
        }
        let mut lines = Vec::new();
        for forced in text.split('\n') {
            let words: Vec<Arc<Word>> =
                self.segments(forced).map(|part| face.word(part)).collect::<Result<_, _>>()?;
            lines.extend(Paragraph { words: &words, face, setting }.lines()?.into_iter().map(Arc::new));
        }
        let lines: Lines = lines.into();
        self.paragraphs.change(text.to_owned(), |known| known.push((setting, Arc::clone(&lines))));
        Ok(lines)
    }

    fn segments<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        let mut start = 0;
        let breaks: Vec<usize> = self.segmenter.segment_str(text).collect();
        breaks.into_iter().filter(|end| !is_kept_whole(text, *end)).filter_map(move |end| {
            let segment = text.get(start..end).filter(|segment| !segment.is_empty());
            start = end;
            segment
        })
    }
}

impl fmt::Debug for Breaker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The paragraphs are people's letters and stay out of any print.
        f.write_str("Breaker")
    }
}

impl Line {
    /// Returns the clusters from left to right.
    pub(super) fn clusters(&self) -> impl Iterator<Item = &Cluster> {
        self.parts.iter().flat_map(|(word, range)| word.clusters.get(range.clone()).unwrap_or_default())
    }
}

/// Tells whether a place in a text is one that Unicode's algorithm would break and we would not: behind the hyphen
/// inside a word or a reference (`e-mail`, `HB-7F3K2Q`, `C-154/21`), which programs that extract text take for
/// one of ours and leave out (seen in poppler 22.12), between the brackets of a citation (`15(1)(a)`), and where parts
/// belong together.
fn is_kept_whole(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at_checked(at).unwrap_or((text, ""));
    if before.ends_with(')') && after.starts_with('(') || belongs_together(before, after) {
        return true;
    }
    let before = before.strip_suffix('-').and_then(|before| before.chars().next_back());
    before.is_some_and(char::is_alphanumeric) && after.chars().next().is_some_and(char::is_alphanumeric)
}

/// Tells whether a reader would stumble over a line that ends here: between a word and its number (`Article | 21`), inside
/// a date (`12 | January 2023`), behind the abbreviation that begins what stands behind a dash (`– ref. | HB-7F3K2Q`).
fn belongs_together(before: &str, after: &str) -> bool {
    let Some(written) = before.strip_suffix(' ') else { return false };
    let last = written.rsplit(char::is_whitespace).next().unwrap_or_default();
    if after.starts_with(|next: char| next.is_ascii_digit()) {
        return last.ends_with(char::is_alphabetic);
    }
    // `2`, `2.`, `1er`.
    let day = last.strip_suffix('.').or(last.strip_suffix("er")).unwrap_or(last);
    let is_day = (1..=2).contains(&day.len()) && day.bytes().all(|byte| byte.is_ascii_digit());
    let mut words = after.split(' ');
    let is_month = words.next().is_some_and(|word| !word.is_empty() && word.chars().all(char::is_alphabetic));
    let year = words.next().and_then(|word| word.get(..4)).unwrap_or_default();
    let is_year = !year.is_empty() && year.bytes().all(|byte| byte.is_ascii_digit());
    if is_day && is_month && is_year {
        return true;
    }
    let in_front = written.strip_suffix(last).unwrap_or_default();
    last.ends_with('.') && in_front.ends_with("– ")
}

/// A paragraph being cut.
struct Paragraph<'p> {
    words: &'p [Arc<Word>],
    face: &'p Face,
    setting: Setting,
}

impl Paragraph<'_> {
    fn lines(&self) -> Result<Vec<Line>, Error> {
        let hyphen = self.face.word_of_hyphen()?;
        let whole = self.fragments(None);
        let breaks = self.best(&whole, 0.0);
        let divider = self.setting.divider.filter(|_| !self.is_even(&whole, &breaks));
        let Some(divider) = divider else { return Ok(self.cut(&whole, &breaks, &hyphen)) };
        let divided = self.fragments(Some(divider));
        let breaks = self.best(&divided, hyphen.advance);
        Ok(self.cut(&divided, &breaks, &hyphen))
    }

    fn fragments(&self, divider: Option<Divider>) -> Vec<Fragment> {
        let mut fragments = Vec::new();
        let (mut before, mut spaces_before) = (0.0, 0);
        for (word, shaped) in self.words.iter().enumerate() {
            let places = divider.map(|divider| hyphen::places(shaped, divider)).unwrap_or_default();
            let count = shaped.clusters.len();
            let mut start = 0;
            for end in places.iter().copied().chain([count]) {
                let mut rest = start..end;
                while let Some(cut) = overfull(shaped, &rest, self.setting.width) {
                    let part = rest.start..cut;
                    rest.start = cut;
                    let fragment = fragment(shaped, word, part, (before, spaces_before), false);
                    (before, spaces_before) = after(&fragment, shaped);
                    fragments.push(fragment);
                }
                let fragment = fragment(shaped, word, rest, (before, spaces_before), end < count);
                (before, spaces_before) = after(&fragment, shaped);
                fragments.push(fragment);
                start = end;
            }
        }
        fragments
    }

    /// Returns where the lines of the best cut end: after which fragments.
    fn best(&self, fragments: &[Fragment], hyphen: f32) -> Vec<usize> {
        let count = fragments.len();
        // For each end: the least cost of the lines up to it, and where the last of them begins.
        let mut reached: Vec<(f32, usize)> = vec![(0.0, 0)];
        for end in 1..=count {
            let mut best = (f32::INFINITY, end - 1);
            for start in (0..end).rev() {
                let Some(cost) = self.cost(fragments, start..end, hyphen) else {
                    // One fragment always may stand alone, so that every text can be set.
                    if start + 1 < end {
                        break;
                    }
                    best = (reached.get(start).map_or(0.0, |(cost, _)| *cost) + 4.0, start);
                    continue;
                };
                let total = reached.get(start).map_or(f32::INFINITY, |(before, _)| before + cost);
                if total < best.0 {
                    best = (total, start);
                }
            }
            reached.push(best);
        }
        let mut breaks = Vec::new();
        let mut end = count;
        while end > 0 {
            breaks.push(end);
            end = reached.get(end).map_or(0, |(_, start)| (*start).min(end - 1));
        }
        breaks.reverse();
        breaks
    }

    /// Returns what a line costs; nothing if it does not fit.
    fn cost(&self, fragments: &[Fragment], range: Range<usize>, hyphen: f32) -> Option<f32> {
        let (width, spaces) = extent(fragments, range.clone(), hyphen)?;
        let white = self.setting.width - width;
        let may_shrink = if self.setting.justified { SHRINK_MAX * spaces as f32 } else { 0.0 };
        if white < -may_shrink {
            return None;
        }
        let divided = fragments.get(range.end - 1).is_some_and(|last| last.divided);
        let extra = if divided { DIVIDED_COST } else { 0.0 };
        if range.end == fragments.len() {
            let missing = 1.0 - width / (SHORT * self.setting.width);
            return Some(if range.start > 0 { SHORT_COST * missing.max(0.0) } else { 0.0 } + extra);
        }
        let share = white.abs() / self.setting.width;
        if self.setting.justified {
            // A line without a space cannot be stretched, and shows as a hole at its end.
            let stretch = if spaces == 0 { 4.0 * STRETCH_MAX } else { white.abs() / spaces as f32 };
            let strain = stretch / if white < 0.0 { SHRINK_MAX } else { STRETCH_MAX };
            return Some(0.02 * strain * strain * strain.max(0.3) + extra);
        }
        Some(share * share + extra)
    }

    /// Tells whether no line but the last leaves a hole.
    fn is_even(&self, fragments: &[Fragment], breaks: &[usize]) -> bool {
        let starts = [0].into_iter().chain(breaks.iter().copied());
        starts.zip(breaks).take(breaks.len().saturating_sub(1)).all(|(start, end)| {
            let Some((width, spaces)) = extent(fragments, start..*end, 0.0) else { return true };
            let white = self.setting.width - width;
            if self.setting.justified {
                white <= STRETCH_MAX * spaces as f32
            } else {
                white <= WHITE_MAX * self.setting.width
            }
        })
    }

    fn cut(&self, fragments: &[Fragment], breaks: &[usize], hyphen: &Arc<Word>) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut start = 0;
        for end in breaks {
            let part = fragments.get(start..*end).unwrap_or_default();
            let (width, spaces) = extent(fragments, start..*end, hyphen.advance).unwrap_or_default();
            let mut line = Line { parts: Vec::with_capacity(part.len()), width, stretch: 0.0 };
            for fragment in part {
                let Some(word) = self.words.get(fragment.word) else { continue };
                match line.parts.last_mut() {
                    Some((last, range))
                        if Arc::ptr_eq(last, word) && range.end == fragment.clusters.start =>
                    {
                        range.end = fragment.clusters.end;
                    }
                    _ => line.parts.push((Arc::clone(word), fragment.clusters.clone())),
                }
            }
            if part.last().is_some_and(|last| last.divided) {
                line.parts.push((Arc::clone(hyphen), 0..hyphen.clusters.len()));
            }
            let white = self.setting.width - width;
            let is_last = *end == fragments.len();
            if self.setting.justified && spaces > 0 && (!is_last || white < 0.0) {
                line.stretch = white / spaces as f32;
                line.width = self.setting.width;
            }
            lines.push(line);
            start = *end;
        }
        if lines.is_empty() {
            lines.push(Line::default());
        }
        lines
    }
}

fn fragment(
    word: &Word,
    number: usize,
    clusters: Range<usize>,
    (before, spaces_before): (f32, usize),
    divided: bool,
) -> Fragment {
    let (visible, _) = lengths(word.clusters.get(clusters.clone()).unwrap_or_default());
    Fragment { word: number, clusters, visible, before, spaces_before, divided }
}

/// Returns the advance and the spaces up to the end of a fragment.
fn after(fragment: &Fragment, word: &Word) -> (f32, usize) {
    let clusters = word.clusters.get(fragment.clusters.clone()).unwrap_or_default();
    let spaces = clusters.iter().filter(|cluster| cluster.is_space()).count();
    (fragment.before + lengths(clusters).1, fragment.spaces_before + spaces)
}

/// Returns the width of a line of fragments, and how many spaces it has that can be stretched.
fn extent(fragments: &[Fragment], range: Range<usize>, hyphen: f32) -> Option<(f32, usize)> {
    let (first, last) = (fragments.get(range.start)?, fragments.get(range.end.checked_sub(1)?)?);
    let hyphen = if last.divided { hyphen } else { 0.0 };
    let spaces = last.spaces_before.saturating_sub(first.spaces_before);
    Some((last.before - first.before + last.visible + hyphen, spaces))
}

/// Returns where to cut clusters that are wider than a line, never before the second.
fn overfull(word: &Word, range: &Range<usize>, width: f32) -> Option<usize> {
    let clusters = word.clusters.get(range.clone())?;
    if lengths(clusters).0 <= width {
        return None;
    }
    let (mut cut, mut advance) = (None, 0.0);
    for (at, cluster) in clusters.iter().enumerate() {
        // A mark goes with its letter: it has no width of its own.
        if at > 0 && cluster.advance > 0.0 && !cluster.is_space() {
            if cut.is_some() && advance > width {
                break;
            }
            cut = Some(range.start + at);
        }
        advance += cluster.advance;
    }
    cut
}

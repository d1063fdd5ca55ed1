//! Spelling: how near a name is to what somebody typed.
//!
//! In: words as typed, and the words of a name. Out: the [`Nearness`] of the two: the edits between them (a letter
//! added, left out, changed, or two neighbours swapped), and what either has that the other has not.
//!
//! The order of words does not matter, nor where one word ends and the next begins. Not here: accents, case and legal
//! forms (`words`), which names are compared (`index`).

use rapidfuzz::distance::osa;

use super::words::telling_words;

/// Words of a query that are looked at; no name has more that tell it apart.
const WORDS_MAX: usize = 8;

/// Words of a name that are looked at.
const NAME_WORDS_MAX: usize = 24;

/// Neighbouring words of a name that are also read as one: `Crédit Agricole` is found as `creditagricole`.
const RUN_MAX: usize = 3;

/// The share of the letters typed that a name must have, in hundredths.
const SHARE_MIN: usize = 60;

/// Letters from which a text is looked for inside words, not only at their beginning.
const INSIDE_MIN: usize = 3;

/// Letters from which a word counts as the beginning of another one.
const BEGINNING_MIN: usize = 2;

/// Returns how many edits a text of so many letters may be off. Of three letters two make another word.
fn edits_allowed(letters: usize) -> usize {
    match letters {
        0..=2 => 0,
        3..=4 => 1,
        5..=11 => 2,
        _ => 3,
    }
}

/// How near a name is to a query. The derived order is not the order of merit: see [`Nearness::class`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Nearness {
    /// Edits between what was typed and the name.
    pub(crate) edits: usize,
    /// Letters typed that the name has not.
    unmatched: usize,
    /// Letters of the name that were not typed.
    rest: usize,
    /// Whether a word was only begun, or is part of a longer one.
    begun: bool,
    /// Letters typed.
    letters: usize,
    /// Whether the first letters differ: people rarely get the first one wrong.
    other_first: bool,
}

impl Nearness {
    /// Returns how good a find it is, 0 the best: the name itself; words of it; the beginning of it; then by edits, whole
    /// names before parts of names; last, names that have only part of what was typed.
    pub(crate) fn class(self) -> u8 {
        let part = u8::from(self.rest > 0 || self.begun);
        match self.edits {
            _ if self.unmatched > 0 => 8,
            0 if self.begun => 2,
            0 => part,
            1 => 3 + part,
            2 => 5 + part,
            _ => 7,
        }
    }

    /// Returns the order among finds of one class, small numbers first.
    pub(crate) fn cost(self) -> usize {
        // An edit among few letters weighs more than one among many.
        let edits = self.edits * 100 + self.edits * 100 / self.letters.max(1);
        edits + self.unmatched * 15 + self.rest.min(40) + if self.other_first { 30 } else { 0 }
    }

    fn merit(self) -> (u8, usize) {
        (self.class(), self.cost())
    }
}

/// What somebody typed.
pub(crate) struct Query {
    /// All of it as one word.
    pub(crate) whole: Unit,
    /// Its words and pairs of neighbouring words; none if there is one word.
    pub(crate) parts: Vec<Unit>,
    words: usize,
}

/// A word, or several read as one.
pub(crate) struct Unit {
    /// The letters.
    pub(crate) text: String,
    /// How many there are.
    pub(crate) letters: usize,
    /// Which words of the query or name these are, a bit each.
    pub(crate) covers: u32,
    comparator: osa::BatchComparator<char>,
}

impl Unit {
    fn new(text: String, covers: u32) -> Self {
        let comparator = osa::BatchComparator::new(text.chars());
        Self { letters: text.chars().count(), text, covers, comparator }
    }

    /// Returns how many edits a name may be off to be taken for it.
    pub(crate) fn edits_max(&self) -> usize {
        edits_allowed(self.letters)
    }

    /// Counts the edits to a text, if they are few enough.
    pub(crate) fn edits_to(&self, text: &str) -> Option<usize> {
        if self.text == text {
            return Some(0);
        }
        let cutoff = osa::Args::default().score_cutoff(self.edits_max());
        self.comparator.distance_with_args(text.chars(), &cutoff)
    }
}

impl Query {
    /// Reads a query; none if it has neither letter nor digit.
    pub(crate) fn new(typed: &str) -> Option<Self> {
        let mut words = telling_words(typed);
        words.truncate(WORDS_MAX);
        let runs = runs(&words.iter().map(String::as_str).collect::<Vec<_>>(), 2);
        let parts = if words.len() > 1 { runs } else { Vec::new() };
        let parts = parts.into_iter().map(|run| Unit::new(run.text, run.covers)).collect();
        let all = bits(0, words.len());
        (!words.is_empty()).then(|| Self { whole: Unit::new(words.concat(), all), parts, words: words.len() })
    }

    /// Counts the letters of the words that the bits stand for.
    pub(crate) fn letters_of(&self, covered: u32) -> usize {
        if covered == self.whole.covers {
            return self.whole.letters;
        }
        let word = |unit: &&Unit| unit.covers.is_power_of_two() && unit.covers & covered != 0;
        self.parts.iter().filter(word).map(|unit| unit.letters).sum()
    }

    /// Tells whether a name that has these words only has enough of what was typed.
    pub(crate) fn is_enough(&self, covered: u32) -> bool {
        self.letters_of(covered) * 100 >= self.whole.letters * SHARE_MIN
    }

    /// Compares it with a name; none if they have too little in common.
    pub(crate) fn nearness(&self, name: &str) -> Option<Nearness> {
        let words: Vec<&str> = name.split(' ').take(NAME_WORDS_MAX).collect();
        let name_letters = words.iter().map(|word| word.chars().count()).sum();
        let runs = runs(&words, RUN_MAX);
        let as_one = runs.iter().filter_map(|run| Match::of(&self.whole, run)).map(|found| vec![found]);
        let by_parts = (self.words > 1).then(|| self.by_parts(&runs));
        let finds = as_one.chain(by_parts).filter_map(|found| self.judge(&found, name_letters));
        let inside = self.inside(&words, name_letters);
        let first = words.first().and_then(|word| word.chars().next());
        let other_first = first != self.whole.text.chars().next();
        let best = finds.chain(inside).min_by_key(|found| found.merit());
        best.map(|best| Nearness { other_first, ..best })
    }

    /// Pairs words of the query with words of the name, the best pairs first, each word once.
    fn by_parts(&self, runs: &[Run]) -> Vec<Match> {
        let mut pairs: Vec<Match> =
            self.parts.iter().flat_map(|unit| runs.iter().filter_map(|run| Match::of(unit, run))).collect();
        pairs.sort_by_key(|pair| (pair.edits, pair.begun, std::cmp::Reverse(pair.letters), pair.rest));
        let (mut typed, mut named) = (0, 0);
        pairs.retain(|pair| {
            let free = pair.typed & typed == 0 && pair.named & named == 0;
            if free {
                typed |= pair.typed;
                named |= pair.named;
            }
            free
        });
        pairs
    }

    fn judge(&self, found: &[Match], name_letters: usize) -> Option<Nearness> {
        let covered = found.iter().fold(0, |covered, pair| covered | pair.typed);
        let edits = found.iter().map(|pair| pair.edits).sum();
        let named: usize = found.iter().map(|pair| pair.named_letters).sum();
        let nearness = Nearness {
            edits,
            unmatched: self.whole.letters - self.letters_of(covered).min(self.whole.letters),
            rest: name_letters.saturating_sub(named),
            begun: found.iter().any(|pair| pair.begun),
            letters: self.whole.letters,
            other_first: false,
        };
        (self.is_enough(covered) && edits <= self.whole.edits_max()).then_some(nearness)
    }

    fn inside(&self, words: &[&str], name_letters: usize) -> Option<Nearness> {
        let found =
            self.whole.letters >= INSIDE_MIN && words.iter().any(|word| word.contains(&self.whole.text));
        found.then(|| Nearness {
            edits: 0,
            unmatched: 0,
            rest: name_letters.saturating_sub(self.whole.letters),
            begun: true,
            letters: self.whole.letters,
            other_first: false,
        })
    }
}

/// Neighbouring words of a name, read as one.
#[derive(Debug)]
pub(crate) struct Run {
    /// The letters.
    pub(crate) text: String,
    covers: u32,
    /// Letters before the last of the words.
    before_last: usize,
}

/// Returns the words, and every run of up to `longest` of them; the whole name too, however many it has.
pub(crate) fn runs(words: &[&str], longest: usize) -> Vec<Run> {
    let lengths = (1..=longest.min(words.len())).chain((words.len() > longest).then_some(words.len()));
    let of_length = |length: usize| {
        let windows = words.windows(length.max(1)).enumerate();
        windows.map(move |(at, run)| {
            let before = run
                .split_last()
                .map_or(0, |(_, before)| before.iter().map(|word| word.chars().count()).sum());
            Run { text: run.concat(), covers: bits(at, length), before_last: before }
        })
    };
    lengths.flat_map(of_length).collect()
}

fn bits(from: usize, length: usize) -> u32 {
    (from..from + length)
        .fold(0, |bits, at| bits | 1_u32.checked_shl(u32::try_from(at).unwrap_or(u32::MAX)).unwrap_or(0))
}

/// A word of the query found in a name.
#[derive(Debug)]
struct Match {
    typed: u32,
    named: u32,
    letters: usize,
    /// Letters of the name this accounts for.
    named_letters: usize,
    rest: usize,
    edits: usize,
    begun: bool,
}

impl Match {
    fn of(unit: &Unit, run: &Run) -> Option<Self> {
        let run_letters = run.text.chars().count();
        // What goes over into the next word has to have more of it: `amazone` is not the beginning of Amazon Europe.
        let enough = if run.before_last == 0 { BEGINNING_MIN } else { run.before_last + INSIDE_MIN };
        let begins = unit.letters >= enough && run_letters > unit.letters && run.text.starts_with(&unit.text);
        let edits = if begins { Some(0) } else { unit.edits_to(&run.text) };
        edits.map(|edits| Self {
            typed: unit.covers,
            named: run.covers,
            letters: unit.letters,
            named_letters: if begins { unit.letters } else { run_letters },
            rest: run_letters.saturating_sub(unit.letters),
            edits,
            begun: begins,
        })
    }
}

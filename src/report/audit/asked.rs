//! Asked: what the person wrote, so that it is not taken for the answer where a reply quotes it.
//!
//! In: the letters of the person: those of the case as they left, and the templates of this program. Out: [`Asked`],
//! which tells of the sentences of a document which are the person's. Mail programs mark what they quote in a hundred
//! ways, or not at all; the words stay the same.
//!
//! A sentence counts as the person's only beside others of theirs: the law, the letters of this program and a good
//! answer all speak of "the purposes of the processing". Not here: the marks of mail programs (`sentence`).

use std::collections::BTreeSet;

use super::sentence::{Unit, words};

/// Words that are compared together.
const RUN_WORDS: usize = 4;

/// Words of the person's own sentences that follow each other in a quotation.
const QUOTED_WORDS_MIN: usize = 40;

/// Words of such sentences in a letter that puts its answers between them.
const QUOTED_WORDS_OF_LETTER_MIN: usize = 80;

/// The words of what the person wrote.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    runs: BTreeSet<String>,
}

/// How much of a sentence stands in what the person wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Share {
    All,
    /// Half of it or more, or too short to tell.
    Some,
    Little,
}

impl Asked {
    /// Takes the words of letters.
    pub fn of<'a>(letters: impl IntoIterator<Item = &'a str>) -> Self {
        let mut runs = BTreeSet::new();
        for letter in letters {
            let words = folded(letter);
            runs.extend(words.windows(RUN_WORDS).map(|run| run.join(" ")));
        }
        Self { runs }
    }

    /// Tells of each sentence whether the person wrote it.
    pub(super) fn quoted(&self, units: &[Unit]) -> Vec<bool> {
        if self.runs.is_empty() {
            return vec![false; units.len()];
        }
        let shares: Vec<(Share, usize)> = units.iter().map(|unit| self.share(unit)).collect();
        let whole = |share: &[(Share, usize)]| -> usize {
            share.iter().filter(|(share, _)| *share == Share::All).map(|(_, words)| words).sum()
        };
        let quotes_all = whole(&shares) >= QUOTED_WORDS_OF_LETTER_MIN;
        let mut quoted: Vec<bool> =
            shares.iter().map(|(share, _)| quotes_all && *share == Share::All).collect();
        let mut start = 0;
        for run in shares.chunk_by(|(one, _), (next, _)| (*one == Share::Little) == (*next == Share::Little))
        {
            let is_all = |(share, _): &(Share, usize)| *share == Share::All;
            let bounds = run.iter().position(is_all).zip(run.iter().rposition(is_all));
            if let Some((first, last)) = bounds.filter(|_| whole(run) >= QUOTED_WORDS_MIN) {
                quoted.iter_mut().skip(start + first).take(last + 1 - first).for_each(|it| *it = true);
            }
            start += run.len();
        }
        quoted
    }

    fn share(&self, unit: &Unit) -> (Share, usize) {
        let words: Vec<&str> = unit.words.iter().map(|word| word.folded.as_str()).collect();
        let mut known = vec![false; words.len()];
        for (at, run) in words.windows(RUN_WORDS).enumerate() {
            if self.runs.contains(&run.join(" ")) {
                known.iter_mut().skip(at).take(RUN_WORDS).for_each(|known| *known = true);
            }
        }
        let count = known.iter().filter(|known| **known).count();
        let share = match (words.len(), count) {
            (all, known) if all >= RUN_WORDS && known == all => Share::All,
            (all, known) if all < RUN_WORDS || known * 2 >= all => Share::Some,
            (_, _) => Share::Little,
        };
        (share, words.len())
    }
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().map(|word| word.folded).collect()
}

//! Adding: rows that are no purchase but say what others add up to, what is within that, or what is left.
//!
//! In: the words of a row that name it. Out: whether it is a total, a part of one, or a balance. A month, a year and what is added up
//! may stand beside: `Sous-total janvier`, `Summe Februar 2024`.
//!
//! Not here: whether a total is the sum of the rows above (`sum`), and the words (`rows` in `words.yaml`).

use std::sync::LazyLock;

use super::dictionary::words;
use crate::import::{fold, month};

/// Bytes of the longest name of such a row.
const BYTES_MAX: usize = 64;

/// What a row is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Called {
    /// A total, which adds up the rows above or is none.
    Total,
    /// A part of a total, or one of a part: `dont TVA`, `Sous-total`, `Solde`.
    Part,
    /// What was or is on an account at some day: `Solde initial`.
    Balance,
}

impl Called {
    /// Returns what the words of a row call it.
    pub(super) fn of(text: &str) -> Option<Self> {
        if text.len() > BYTES_MAX {
            return None;
        }
        if text.starts_with(['Σ', '∑']) {
            return Some(Self::Total);
        }
        let rows = &words().rows;
        let said = fold::words(text);
        let is_beside = |word: &&str| {
            word.bytes().all(|byte| byte.is_ascii_digit())
                || rows.added.iter().any(|added| added == word)
                || month::is_name(word)
        };
        let rest: Vec<&str> = said.split_whitespace().filter(|word| !is_beside(word)).collect();
        let rest = rest.join(" ");
        let is = |list: &[String]| list.iter().any(|known| known == said.trim() || *known == rest);
        if is(&rows.balance) {
            Some(Self::Balance)
        } else if is(&rows.part) {
            Some(Self::Part)
        } else if is(&rows.total) {
            Some(Self::Total)
        } else {
            None
        }
    }

    /// Tells, at little cost, whether a text may be the name of a balance.
    pub(super) fn may_be_balance(text: &str) -> bool {
        static LETTERS: LazyLock<[u32; 26]> = LazyLock::new(|| {
            let mut letters = [0_u32; 26];
            for (first, second) in words().rows.balance_begins.iter().filter_map(|stem| two_letters(stem)) {
                if let Some(seconds) = letters.get_mut(first) {
                    *seconds |= second;
                }
            }
            letters
        });
        let is_begun =
            |(first, second): (usize, u32)| LETTERS.get(first).is_some_and(|known| known & second != 0);
        if !two_letters(text).is_some_and(is_begun) {
            return false;
        }
        let begins = |stem: &String| {
            text.get(..stem.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(stem))
        };
        text.len() <= BYTES_MAX && words().rows.balance_begins.iter().any(begins)
    }
}

/// The number of the first letter of a text, and the second as one bit of twenty-six, whatever their case; none where it begins
/// otherwise.
fn two_letters(text: &str) -> Option<(usize, u32)> {
    let mut letters = text.bytes().map(|byte| byte.to_ascii_lowercase()).take_while(u8::is_ascii_lowercase);
    let (first, second) = (letters.next()?, letters.next()?);
    Some((usize::from(first - b'a'), 1 << (second - b'a')))
}

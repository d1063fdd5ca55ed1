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
        static FIRST_LETTERS: LazyLock<u32> = LazyLock::new(|| {
            let stems = words().rows.balance_begins.iter();
            stems.filter_map(|stem| letter(stem)).fold(0, |letters, letter| letters | letter)
        });
        if letter(text).is_none_or(|letter| *FIRST_LETTERS & letter == 0) {
            return false;
        }
        let begins = |stem: &String| {
            text.get(..stem.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(stem))
        };
        text.len() <= BYTES_MAX && words().rows.balance_begins.iter().any(begins)
    }
}

/// The first letter of a text as one bit of twenty-six, whatever its case; none where it begins otherwise.
fn letter(text: &str) -> Option<u32> {
    let first = text.bytes().next()?.to_ascii_lowercase();
    first.is_ascii_lowercase().then(|| 1 << (first - b'a'))
}

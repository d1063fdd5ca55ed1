//! Scan: the first byte of a kind, eight bytes looked at together.
//!
//! In: bytes. Out: where the first of some signs stands. Most cells and strings are short; this begins faster than a search
//! for long ones. Not here: what the signs mean (`line`, `token`).

/// Ones, and the highest bit, in each of eight bytes.
const ONES: u64 = u64::MAX / 255;
const HIGHEST: u64 = ONES << 7;

/// Finds the first of three signs.
pub(super) fn first_of(bytes: &[u8], signs: [u8; 3]) -> Option<usize> {
    let wanted = signs.map(|sign| u64::from(sign) * ONES);
    let marked = |word: u64| wanted.iter().fold(0, |found, sign| found | below(word ^ sign, 1));
    first(bytes, marked, |byte| signs.contains(&byte))
}

/// Finds the first sign that ends the plain part of a JSON string: a quote, a backslash, or a control character.
pub(super) fn first_special(bytes: &[u8]) -> Option<usize> {
    let (quote, backslash) = (u64::from(b'"') * ONES, u64::from(b'\\') * ONES);
    let marked = |word: u64| below(word, 0x20) | below(word ^ quote, 1) | below(word ^ backslash, 1);
    first(bytes, marked, |byte| byte < 0x20 || matches!(byte, b'"' | b'\\'))
}

/// Marks the bytes of a word that are less than a number. The lowest mark is exact; those above it may be none.
fn below(word: u64, number: u64) -> u64 {
    word.wrapping_sub(number * ONES) & !word & HIGHEST
}

fn first(bytes: &[u8], marked: impl Fn(u64) -> u64, is_it: impl Fn(u8) -> bool) -> Option<usize> {
    let (words, rest) = bytes.as_chunks::<8>();
    for (number, word) in words.iter().enumerate() {
        let found = marked(u64::from_le_bytes(*word));
        if found != 0 {
            return Some(number * 8 + found.trailing_zeros() as usize / 8);
        }
    }
    rest.iter().position(|byte| is_it(*byte)).map(|at| words.len() * 8 + at)
}

/// The places of four signs, as far as whole words of eight bytes reach.
pub(super) struct Signs<'b> {
    words: std::slice::Iter<'b, [u8; 8]>,
    wanted: [u64; 4],
    /// Where the word that is looked at ends, and its signs that are still to come.
    end: usize,
    marks: u64,
}

impl<'b> Signs<'b> {
    /// Starts at the first byte.
    pub(super) fn new(bytes: &'b [u8], signs: [u8; 4]) -> Self {
        let (words, _) = bytes.as_chunks::<8>();
        Self { words: words.iter(), wanted: signs.map(|sign| u64::from(sign) * ONES), end: 0, marks: 0 }
    }
}

impl Iterator for Signs<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.marks == 0 {
            let word = u64::from_le_bytes(*self.words.next()?);
            let [a, b, c, d] = self.wanted.map(|sign| filled(word ^ sign));
            self.marks = !(a & b & c & d) & HIGHEST;
            self.end += 8;
        }
        let at = self.end - 8 + self.marks.trailing_zeros() as usize / 8;
        self.marks &= self.marks - 1;
        Some(at)
    }
}

/// Sets the highest bit of the bytes of a word that are not zero, each told exactly.
fn filled(word: u64) -> u64 {
    ((word & !HIGHEST) + !HIGHEST) | word
}

#[cfg(test)]
mod tests {
    use super::{Signs, first_of, first_special};

    #[test]
    fn all_signs_of_whole_words_are_found() {
        let signs = [b';', b'"', b'\n', b'\r'];
        for seed in 0..2_000_u64 {
            let byte = |at: u64| {
                let mixed = (seed * 1_000 + at).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
                let near = [b';', b';' ^ 1, b'"', b'"' ^ 1, b'\n', b'\r', b'a', 0, 0xff, 0x80 | b';'];
                near.get(usize::try_from(mixed % 10).unwrap_or(0)).copied().unwrap_or(0)
            };
            let bytes: Vec<u8> = (0..48).map(byte).collect();
            let found: Vec<usize> = Signs::new(&bytes, signs).collect();
            let places = bytes.iter().enumerate().filter(|(_, byte)| signs.contains(byte));
            assert_eq!(found, places.map(|(at, _)| at).collect::<Vec<usize>>());
        }
    }

    #[test]
    fn the_first_sign_is_found_wherever_it_stands() {
        for length in 0..40 {
            for at in 0..=length {
                for byte in 0..=u8::MAX {
                    let mut bytes = vec![b'.'; length];
                    if let Some(place) = bytes.get_mut(at) {
                        *place = byte;
                    }
                    let is_sign = |byte: &u8| matches!(byte, b';' | b'\n' | b'\r');
                    assert_eq!(first_of(&bytes, [b';', b'\n', b'\r']), bytes.iter().position(is_sign));
                    let is_special = |byte: &u8| *byte < 0x20 || matches!(byte, b'"' | b'\\');
                    assert_eq!(first_special(&bytes), bytes.iter().position(is_special));
                }
            }
        }
    }
}

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

#[cfg(test)]
mod tests {
    use super::{first_of, first_special};

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

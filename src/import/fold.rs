//! Fold: names compared as people read them.
//!
//! In: a name of a file or a column. Out: a form in which case, accents, composition and kinds of space do not
//! matter, or its words. Only for comparing; what is shown is the name as written.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a name or a text for comparison: case, accents, composition, joined letters (`œ`) and the form of apostrophes and hyphens do not
/// matter.
pub fn fold(name: &str) -> String {
    if name.is_ascii() {
        return name.to_ascii_lowercase();
    }
    let letters = name.nfkd().filter(|c| !is_combining_mark(*c)).map(typed).flat_map(plain);
    letters.flat_map(char::to_lowercase).collect()
}

/// The sign on a keyboard for one that a word processor puts in its place.
fn typed(c: char) -> char {
    match c {
        '‘' | '’' | 'ʼ' => '\'',
        '‐' | '‑' | '–' => '-',
        _ => c,
    }
}

/// Folds the name of a column: what companies leave around it (spaces, NUL bytes, a byte order mark) does not count.
pub(crate) fn fold_column(name: &str) -> String {
    fold(name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\0' | '\u{feff}')))
}

/// Returns the folded words of a name, each between spaces: `orderID_2` gives ` order id 2 `.
pub(crate) fn words(name: &str) -> String {
    // ASCII is decomposed as it stands, and most names are nothing else.
    if name.is_ascii() {
        return spaced(name.chars(), name.len());
    }
    spaced(name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(plain), name.len())
}

/// The letters of ASCII for one that has no accent to take away.
fn plain(c: char) -> impl Iterator<Item = char> {
    let (first, second) = match c {
        'ł' => ('l', None),
        'Ł' => ('L', None),
        'ß' => ('s', Some('s')),
        'ẞ' => ('S', Some('S')),
        'ø' => ('o', None),
        'Ø' => ('O', None),
        'œ' => ('o', Some('e')),
        'Œ' => ('O', Some('E')),
        'æ' => ('a', Some('e')),
        'Æ' => ('A', Some('E')),
        'đ' | 'ð' => ('d', None),
        'Đ' | 'Ð' => ('D', None),
        'þ' => ('t', Some('h')),
        'Þ' => ('T', Some('H')),
        'ı' => ('i', None),
        _ => (c, None),
    };
    std::iter::once(first).chain(second)
}

fn spaced(characters: impl Iterator<Item = char>, bytes: usize) -> String {
    let mut spaced = String::with_capacity(bytes + 8);
    spaced.push(' ');
    let mut before: Option<char> = None;
    let mut characters = characters.peekable();
    while let Some(c) = characters.next() {
        let next_is_small = characters.peek().is_some_and(|next| next.is_lowercase());
        let begins = before.is_some_and(|before| {
            c.is_uppercase()
                && (before.is_lowercase() || before.is_numeric() || before.is_uppercase() && next_is_small)
                || c.is_numeric() != before.is_numeric() && before.is_alphanumeric() && c.is_alphanumeric()
        });
        if begins && !spaced.ends_with(' ') {
            spaced.push(' ');
        }
        if c.is_alphanumeric() {
            spaced.extend(c.to_lowercase());
        } else if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
        before = Some(c);
    }
    if !spaced.ends_with(' ') {
        spaced.push(' ');
    }
    spaced
}

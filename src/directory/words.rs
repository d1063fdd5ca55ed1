//! Words: a name as it is compared.
//!
//! In: a name or what somebody typed. Out: its words without accents, in lower case, letters and digits only; and
//! those of them that tell it apart, without legal forms (`legal_forms.txt`).
//!
//! Not here: how near two names are (`spelling`).

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters of a legal form that may be a family name.
const LEGAL_FORM_NAMED_MAX: usize = 2;

const LEGAL_FORMS: &str = include_str!("legal_forms.txt");

/// Where in a name a word of the list may be left out.
static OPTIONAL: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    let lines = LEGAL_FORMS.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(' ')).map(|(place, word)| (word, place)).collect()
});

/// Returns the words of a text, folded.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    // Of `S.p.A.` one word is made, of `E.Leclerc` two: dots join single letters.
    let mut abbreviated = false;
    let mut rest = text;
    while let Some(at) = rest.find(is_letter) {
        let (between, from) = rest.split_at(at);
        let end = if from.starts_with('+') { 1 } else { from.find(ends_word).unwrap_or(from.len()) };
        let (word, after) = from.split_at(end);
        let single = word.chars().nth(1).is_none();
        match words.last_mut() {
            Some(last) if single && abbreviated && between == "." => fold_into(last, word),
            Some(_) | None => {
                let mut folded = String::with_capacity(word.len());
                fold_into(&mut folded, word);
                words.push(folded);
            }
        }
        abbreviated = single;
        rest = after;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Tells whether a name carries a legal form: at its end, or in front where that is usual. One of two letters is a family name too (`Sá`,
/// `Co`): it counts in capitals beside a name that is not, or with its dots.
pub(super) fn has_legal_form(name: &str) -> bool {
    let all = words(name);
    let place = |word: Option<&String>| word.and_then(|word| OPTIONAL.get(word.as_str()).copied());
    let is_sure = |word: Option<&String>, written: Option<&str>| {
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphabetic()).collect::<String>();
        let written = written.unwrap_or_default();
        let others = name.split_whitespace().filter(|other| *other != written);
        word.is_some_and(|word| word.len() > LEGAL_FORM_NAMED_MAX)
            || letters(written).bytes().all(|letter| letter.is_ascii_uppercase())
                && (written.contains('.') || others.clone().any(|other| other.contains(char::is_lowercase)))
    };
    let (first, last) = (name.split_whitespace().next(), name.split_whitespace().last());
    all.len() > 1
        && (matches!(place(all.last()), Some("end" | "both")) && is_sure(all.last(), last)
            || place(all.first()) == Some("both") && is_sure(all.first(), first))
}

/// Tells whether a word is a legal form, and not only what joins one to a name (`Co`).
pub(super) fn is_company_form(word: &str) -> bool {
    word != "co" && matches!(OPTIONAL.get(word).copied(), Some("end" | "both"))
}

/// Returns the words of a name that tell it apart: without legal forms and `and`, if anything else is there.
pub(crate) fn telling_words(text: &str) -> Vec<String> {
    let all = words(text);
    let place = |word: &String| OPTIONAL.get(word.as_str()).copied();
    let mut kept: Vec<&String> = all.iter().filter(|word| place(word) != Some("any")).collect();
    while kept.len() > 1 && kept.last().is_some_and(|word| matches!(place(word), Some("end" | "both"))) {
        kept.pop();
    }
    while kept.len() > 1 && kept.first().is_some_and(|word| place(word) == Some("both")) {
        kept.remove(0);
    }
    if kept.is_empty() { all } else { kept.into_iter().cloned().collect() }
}

/// A plus sign is a letter of a name: Canal and Canal+ are two things.
fn is_letter(character: char) -> bool {
    character == '+' || character.is_alphanumeric()
}

fn ends_word(character: char) -> bool {
    character == '+' || !(character.is_alphanumeric() || is_combining_mark(character))
}

fn fold_into(folded: &mut String, word: &str) {
    if word == "+" {
        folded.push_str("plus");
        return;
    }
    if word.is_ascii() {
        folded.extend(word.chars().map(|letter| letter.to_ascii_lowercase()));
        return;
    }
    for letter in word.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        // Letters that no decomposition takes apart, as they are typed on a keyboard without them.
        match letter {
            'ß' => folded.push_str("ss"),
            'œ' => folded.push_str("oe"),
            'æ' => folded.push_str("ae"),
            'þ' => folded.push_str("th"),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            _ if letter.is_alphanumeric() => folded.push(letter),
            _ => {}
        }
    }
}

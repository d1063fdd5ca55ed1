//! Known: whether a name is that of a company.
//!
//! In: a directory. Out: for a name as somebody wrote it, whether it is that of a company of the directory, of one that a
//! notice announces as a recipient, or carries a legal form of a company and nothing in it speaks of a person or of where somebody
//! lives (`people_words.txt`). Not here: which one it is (`search`).

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::Directory;
use super::search::names;
use super::words::{has_legal_form, is_company_form, telling_words, words};

const PEOPLE_WORDS: &str = include_str!("people_words.txt");

/// What a word of the list says of a name.
static PEOPLE: LazyLock<HashMap<&str, Speaks>> = LazyLock::new(|| {
    let lines = PEOPLE_WORDS.lines().filter(|line| !line.starts_with('#'));
    let known = lines.filter_map(|line| {
        let (speaks, words) = line.split_once(": ")?;
        let speaks = match speaks {
            "title" => Speaks::First,
            "person" => Speaks::Anywhere,
            "trader" => Speaks::Trader,
            "partner" => Speaks::Partner,
            _ => Speaks::BesideNumber,
        };
        Some(words.split_whitespace().map(move |word| (word, speaks)))
    });
    known.flatten().collect()
});

/// Letters of a word for a street from which it is also looked for at the end of other words.
const JOINED_MIN: usize = 5;

/// Where a word says that a name is none of a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Speaks {
    /// As the first one: the title of a person.
    First,
    /// Wherever it stands: who somebody is to the person.
    Anywhere,
    /// Where a number stands too: a street.
    BesideNumber,
    /// At the end or in front: the form of one natural person.
    Trader,
    /// At the end: the form of natural persons, where no form of a company stands beside it.
    Partner,
}

/// The names of companies, as they are compared.
pub struct KnownNames(HashSet<String>);

impl KnownNames {
    /// Gathers what the companies of a directory are called, and whom they announce to share with.
    pub fn of(directory: &Directory) -> Self {
        let called = directory.companies().iter().flat_map(names).map(|(_, name)| name);
        let announced = directory.companies().iter().flat_map(|company| &company.shares_with);
        let all = called.chain(announced.map(|recipient| recipient.name.as_str()));
        Self(all.map(compared).collect())
    }

    /// Tells whether a name is that of a company.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(&compared(name))
            || has_legal_form(name) && !speaks_of_people(name) && !is_of_natural_persons(name)
    }
}

/// Tells whether a name carries a legal form.
pub fn carries_legal_form(name: &str) -> bool {
    has_legal_form(name)
}

/// Tells whether the form of a name is that of natural persons who trade under their own: an `e.K.`, an `EI`, a `KG` of partners.
pub fn is_of_natural_persons(name: &str) -> bool {
    let all = words(name);
    let speaks = |word: Option<&String>| word.and_then(|word| PEOPLE.get(word.as_str())).copied();
    let (first, last) = (speaks(all.first()), speaks(all.last()));
    let has_company = || all.iter().rev().skip(1).any(|word| is_company_form(word));
    all.len() > 1
        && (first == Some(Speaks::Trader)
            || last == Some(Speaks::Trader)
            || last == Some(Speaks::Partner) && !has_company())
}

/// Returns the one word that tells a name apart, its legal form left out; nothing if there are several.
pub fn only_word(name: &str) -> Option<String> {
    match telling_words(name).as_slice() {
        [word] => Some(word.clone()),
        _ => None,
    }
}

fn speaks_of_people(name: &str) -> bool {
    let has_number = name.contains(|letter: char| letter.is_ascii_digit());
    // German and Dutch write a street as one word with its name.
    let is_street = |word: &str| {
        let mut known = PEOPLE.iter().filter(|(_, speaks)| **speaks == Speaks::BesideNumber);
        known.any(|(street, _)| street.len() >= JOINED_MIN && word.ends_with(street))
    };
    words(name).iter().enumerate().any(|(at, word)| match PEOPLE.get(word.as_str()) {
        Some(Speaks::First) => at == 0,
        Some(Speaks::Anywhere) => true,
        Some(Speaks::BesideNumber) => has_number,
        // What form it is says where it stands in the name.
        Some(Speaks::Trader | Speaks::Partner) => false,
        None => has_number && is_street(word),
    })
}

/// A name in its words, to find it in others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name(Vec<String>);

impl Name {
    /// Takes the words of a name, folded, without legal forms.
    pub fn of(name: &str) -> Self {
        Self(telling_words(name))
    }

    /// Tells whether one name stands word by word in the other: `Example Ads` and `Example Ads Ireland Ltd`. It is the one rule by
    /// which a company that was announced is found in an answer.
    pub fn may_be(&self, other: &Self) -> bool {
        let (short, long) = if self.0.len() <= other.0.len() { (self, other) } else { (other, self) };
        !short.0.is_empty() && long.0.windows(short.0.len()).any(|window| window == short.0)
    }
}

/// Returns a name as names are compared: its letters, folded, without legal forms.
pub fn compared(name: &str) -> String {
    telling_words(name).concat()
}

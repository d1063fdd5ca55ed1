//! Dictionary: `words.yaml`, which is compiled in as JSON (`build.rs`) because it is read at nearly every import.
//!
//! In: a phrase, folded. Out: what it says by the lists it stands in; a word also says what its beginning or end says (`*segment`).
//! And what values say, such as a flag.
//!
//! Not here: what a whole name means (`words`).

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::detect::Type;
use super::field::Field;
use crate::import::fold::{self, fold};
use crate::import::record::Role;
use crate::import::value;
use crate::law::category::Category;

const TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/words.json"));

/// Bytes of the longest flag.
const FLAG_BYTES_MAX: usize = 16;

/// What one phrase says.
#[derive(Debug, Clone, Copy)]
pub(super) enum Says {
    Category(Category),
    Faint(Category),
    Role(Role),
    Money(Sign),
    /// It is a word of `fields`.
    Field(Field),
    /// It is one of `whole_names`.
    Whole(Field),
}

/// What a phrase says about an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Sign {
    /// What follows is in it, and none of its parts: `incl`, `after`.
    Including,
    /// What follows is not in it: `excl`, `before`.
    Excluding,
    /// What stands beside is in it: `included`.
    Included,
    /// It counts cents.
    Smallest,
    /// It counts something else than money.
    Measure,
    /// It counts pieces.
    Quantity,
    #[serde(untagged)]
    Is(Money),
}

/// Which amount a column holds, from what says least about what was paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Money {
    /// What was paid back.
    Refund,
    /// A part of what was paid, or what is not paid: tax, shipping, discount, list price, balance.
    Part,
    /// Less than was paid: without tax, without delivery.
    Net,
    /// The price of one piece.
    Unit,
    /// What the pieces of one row cost.
    Line,
    /// The whole with tax, or what was paid.
    Gross,
    /// A whole.
    Total,
    /// A price, of one piece or of all.
    Price,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    categories: Ordered,
    faint: BTreeMap<Category, Vec<String>>,
    roles: BTreeMap<Role, Vec<String>>,
    fields: BTreeMap<Field, Vec<String>>,
    whole_names: BTreeMap<Field, Vec<String>>,
    money: BTreeMap<Sign, Vec<String>>,
    pub(super) compounds: Compounds,
    pub(super) values: Values,
    pub(super) rows: RowWords,
    pub(super) directions: Directions,
    pub(super) names: Names,
    pub(super) paging: Paging,
    pub(super) parts: Parts,
    pub(super) states: States,
    pub(super) stated: Stated,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Parts {
    pub(super) year: Vec<String>,
    pub(super) month: Vec<String>,
    pub(super) day: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stated {
    pub(super) codes: Vec<String>,
    pub(super) amounts: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct States {
    pub(super) kind: Vec<String>,
    pub(super) unless: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RowWords {
    pub(super) total: Vec<String>,
    pub(super) part: Vec<String>,
    pub(super) balance: Vec<String>,
    pub(super) balance_begins: Vec<String>,
    pub(super) added: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Paging {
    pub(super) names: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Directions {
    pub(super) names: Vec<String>,
    pub(super) out: Vec<String>,
    pub(super) r#in: Vec<String>,
    pub(super) short_out: Vec<String>,
    pub(super) short_in: Vec<String>,
    pub(super) way_out: Vec<String>,
    pub(super) way_in: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Compounds {
    pub(super) joints: Vec<String>,
    pub(super) heads: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub(super) value: Vec<String>,
    pub(super) number: Vec<String>,
    pub(super) summary: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Values {
    flags: Vec<String>,
    pub(super) undone: Vec<String>,
    pub(super) undoing: Vec<String>,
    pub(super) failed: Vec<String>,
    pub(super) unpaid: Vec<String>,
    pub(super) pending: Vec<String>,
    pub(super) paying: Vec<String>,
    pub(super) paid_back: Vec<String>,
    pub(super) asked: Vec<String>,
    pub(super) partly: Vec<String>,
    pub(super) affirmed: Vec<String>,
    nothing: Vec<String>,
    nobody: Vec<String>,
    negating: Vec<String>,
    withheld: Vec<String>,
    ours: Vec<String>,
    refused: Vec<String>,
    denied: Vec<String>,
    desks: Vec<String>,
    sensitive: Vec<String>,
    kin: Vec<String>,
    telling: Vec<String>,
}

/// A mapping in the order of the file.
struct Ordered(Vec<(Category, Vec<String>)>);

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Ordered;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("categories and their words")
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Ordered, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Ordered(entries))
            }
        }
        deserializer.deserialize_map(Visitor)
    }
}

/// Returns the categories, the one that wins among equals first.
pub(super) fn by_priority() -> impl Iterator<Item = Category> {
    words().categories.0.iter().map(|(category, _)| *category)
}

/// Returns the words as they are written.
pub(super) fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| serde_json::from_str(TEXT).expect("a test reads the dictionary"))
}

/// What each phrase says.
pub(super) struct Dictionary {
    phrases: HashMap<&'static str, Vec<Says>>,
    /// Whether a phrase begins with this byte; many names of files are numbers, and no phrase is.
    begins: [bool; 256],
    /// Beginnings and ends of words that stand in no list.
    stems: Vec<(Stem, Vec<Says>)>,
}

/// A part of a word.
enum Stem {
    Beginning(&'static str),
    End(&'static str),
}

impl Stem {
    fn of(phrase: &'static str) -> Option<Self> {
        let end = phrase.strip_prefix('*').map(Self::End);
        end.or_else(|| phrase.strip_suffix('*').map(Self::Beginning))
    }

    fn fits(&self, word: &str) -> bool {
        match self {
            Self::Beginning(beginning) => word.starts_with(beginning),
            Self::End(end) => word.ends_with(end),
        }
    }

    fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Beginning(one), Self::Beginning(other)) | (Self::End(one), Self::End(other)) => {
                one == other
            }
            (Self::Beginning(_), Self::End(_)) | (Self::End(_), Self::Beginning(_)) => false,
        }
    }
}

/// Bytes of the shortest word that is looked at for its parts.
const STEMMED_BYTES_MIN: usize = 7;

impl Dictionary {
    fn new() -> Self {
        Self { phrases: HashMap::new(), begins: [false; 256], stems: Vec::new() }
    }

    fn enter(&mut self, phrase: &'static str, says: Says) {
        if let Some(stem) = Stem::of(phrase) {
            match self.stems.iter_mut().find(|(known, _)| known.is(&stem)) {
                Some((_, all)) => all.push(says),
                None => self.stems.push((stem, vec![says])),
            }
            return;
        }
        self.phrases.entry(phrase).or_default().push(says);
        if let Some(begins) = phrase.bytes().next().and_then(|byte| self.begins.get_mut(usize::from(byte))) {
            *begins = true;
        }
    }

    /// Returns every phrase that is in a list.
    pub(super) fn phrases(&self) -> impl Iterator<Item = &'static str> {
        self.phrases.keys().copied()
    }

    /// Tells whether a phrase is in a list.
    pub(super) fn knows(&self, phrase: &str) -> bool {
        self.phrases.contains_key(phrase)
    }

    /// Returns what a phrase says; a word says what its parts say too, unless it is known to be harmless.
    pub(super) fn of(&self, phrase: &str, is_word: bool) -> impl Iterator<Item = &Says> {
        let begins = phrase.bytes().next().and_then(|byte| self.begins.get(usize::from(byte)));
        let found = begins.filter(|begins| **begins).and_then(|_| self.phrases.get(phrase));
        let found = found.map(Vec::as_slice).unwrap_or_default();
        let has_parts = is_word
            && phrase.len() >= STEMMED_BYTES_MIN
            && !found.iter().any(|says| matches!(says, Says::Field(Field::Harmless)));
        let stem = has_parts.then(|| self.stems.iter().find(|(stem, _)| stem.fits(phrase))).flatten();
        found.iter().chain(stem.map(|(_, says)| says.as_slice()).unwrap_or_default())
    }
}

/// Returns what every phrase says.
pub(super) fn dictionary() -> &'static Dictionary {
    static DICTIONARY: OnceLock<Dictionary> = OnceLock::new();
    DICTIONARY.get_or_init(|| {
        let words = words();
        let mut dictionary = Dictionary::new();
        let mut enter = |phrases: &'static [String], says: Says| {
            phrases.iter().for_each(|phrase| dictionary.enter(phrase, says));
        };
        words.categories.0.iter().for_each(|(category, phrases)| enter(phrases, Says::Category(*category)));
        words.faint.iter().for_each(|(category, phrases)| enter(phrases, Says::Faint(*category)));
        words.roles.iter().for_each(|(role, phrases)| enter(phrases, Says::Role(*role)));
        words.money.iter().for_each(|(sign, phrases)| enter(phrases, Says::Money(*sign)));
        words.fields.iter().for_each(|(field, phrases)| enter(phrases, Says::Field(*field)));
        words.whole_names.iter().for_each(|(field, phrases)| enter(phrases, Says::Whole(*field)));
        dictionary
    })
}

/// Tells whether a value says that something is or is not, and nothing more: `yes`, `0`, `x`.
pub(super) fn is_flag(text: &str) -> bool {
    static FLAGS: OnceLock<HashSet<&'static str>> = OnceLock::new();
    if text.chars().nth(1).is_none() {
        return true;
    }
    let flags = FLAGS.get_or_init(|| words().values.flags.iter().map(String::as_str).collect());
    text.len() <= FLAG_BYTES_MAX && flags.contains(fold(text).as_str())
}

/// Tells whether a value says that nothing was concluded, or nobody got it: `unknown`, `Kein Segment`.
pub(super) fn is_nothing(text: &str) -> bool {
    is_one_of(&words().values.nothing, text)
}

/// Tells whether a text where somebody should be named who has the data, or had it, names nobody: `Keine Weitergabe`, `Oui`, a day, an
/// address of mail, `our partners`.
pub(super) fn names_nobody(text: &str) -> bool {
    let values = &words().values;
    let is_bare_flag = is_flag(text) && text.len() > 1;
    if is_nothing(text) || is_bare_flag || text.bytes().all(|byte| byte.is_ascii_digit()) {
        return true;
    }
    let is_of_person = matches!(Type::of(text), Some(Type::Email | Type::Phone));
    if is_of_person || value::iso(text).is_some() || value::numeric(text).is_some() {
        return true;
    }
    let said = fold::words(text);
    let said = said.trim();
    let first = said.split(' ').next().unwrap_or_default();
    let begins = |list: &[String]| list.iter().any(|known| known == first);
    // A company may begin with such a word, and writes the next one large.
    let next = text.split_whitespace().nth(1).and_then(|next| next.chars().next());
    let is_sentence = next.is_some_and(|next| next.is_lowercase() || !text.contains(char::is_lowercase));
    begins(&values.nobody)
        || is_sentence && (begins(&values.negating) || begins(&values.ours))
        || values.withheld.iter().any(|known| known == said)
}

/// Tells whether a value says of what its row names that it is not so: `no`, `refusé`, `opted out`.
pub(super) fn is_refused(text: &str) -> bool {
    is_denied(text) || is_nothing(text) || is_state_of_refusal(text)
}

/// Tells whether the word of a state says that the person is not, or no longer, in what the row names, or that it did not go.
pub(super) fn is_state_of_refusal(text: &str) -> bool {
    let said = fold::words(text);
    said.split_whitespace().any(|word| words().values.refused.iter().any(|known| known == word))
}

/// Tells whether a flag says that it is so.
pub(super) fn is_affirmed(text: &str) -> bool {
    is_one_of(&words().values.affirmed, text)
}

/// Tells whether a flag says that it is not so.
pub(super) fn is_denied(text: &str) -> bool {
    is_one_of(&words().values.denied, text)
}

/// Tells whether a value is, or begins with, the code of a service that says what somebody believes or suffers from.
pub(super) fn is_sensitive(text: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|word| is_one_of(&words().values.sensitive, word))
}

/// Tells whether a value says that somebody is another than the person: `Enfant`, `Spouse`.
pub(super) fn is_kin(text: &str) -> bool {
    is_one_of(&words().values.kin, text)
}

/// Tells whether a conclusion says what somebody believes or suffers from, or whom they love.
pub(super) fn is_telling(text: &str) -> bool {
    let said = fold::words(text);
    said.split_whitespace().any(|word| words().values.telling.iter().any(|known| known == word))
}

/// Tells whether one end of a message is the desk of a company, by the words of its address.
pub(super) fn is_desk(text: &str) -> bool {
    let address = text.rsplit_once('<').map_or(text, |(_, address)| address);
    let Some((local, _)) = address.split_once('@') else { return false };
    local.split(|c: char| !c.is_alphanumeric()).any(|word| is_one_of(&words().values.desks, word))
}

/// Bytes of a text that may stand in a list.
const LISTED_BYTES_MAX: usize = 64;

/// Looks for a text in a short list of folded ones. Asked of every row, and so without a copy of a text that has no accents.
pub(super) fn is_one_of(list: &[String], text: &str) -> bool {
    let is_listed =
        |text: &str| list.iter().any(|known| known.len() == text.len() && known.eq_ignore_ascii_case(text));
    is_listed(text) || !text.is_ascii() && text.len() <= LISTED_BYTES_MAX && is_listed(&fold(text))
}

/// Letters that stand for yes and no, in the languages of the words.
const FLAG_LETTERS: &str = "ynjostfvwnx";

/// Tells whether a value is one letter that says neither yes nor no: the class of a rating.
pub(super) fn is_letter(text: &str) -> bool {
    let mut letters = text.chars();
    let first = letters.next().filter(|letter| letter.is_alphabetic());
    first.is_some_and(|letter| !FLAG_LETTERS.contains(letter.to_ascii_lowercase()))
        && letters.next().is_none()
}

//! Words: what names of files, tables and columns say about their content, read from `words.yaml`.
//!
//! In: a name. Out: its [`Meaning`]. The dictionary is data, folded like the names it is compared with; what a word
//! says is a likelihood, never a fact about a company.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::import::fold;
use crate::import::record::Role;
use crate::law::category::Category;
use crate::yaml;

const TEXT: &str = include_str!("words.yaml");

/// What a name says.
#[derive(Debug, Clone, Default)]
pub(super) struct Meaning {
    /// Categories it speaks of, the likelier first.
    pub(super) categories: Vec<Category>,
    /// Categories it hints at.
    pub(super) faint: Vec<Category>,
    /// What a column of this name holds.
    pub(super) role: Option<Role>,
    /// A date.
    pub(super) is_date: bool,
    /// A date, but not the one that says when it happened.
    pub(super) is_late: bool,
    /// What a person recognises the row by.
    pub(super) is_title: bool,
    /// An amount of money.
    pub(super) is_amount: bool,
    /// A currency.
    pub(super) is_currency: bool,
    /// Other people.
    pub(super) is_others: bool,
    /// A special category of data.
    pub(super) is_special: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    categories: Ordered,
    faint: BTreeMap<Category, Vec<String>>,
    roles: BTreeMap<Role, Vec<String>>,
    fields: Fields,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fields {
    date: Vec<String>,
    late: Vec<String>,
    title: Vec<String>,
    amount: Vec<String>,
    currency: Vec<String>,
    others: Vec<String>,
    special: Vec<String>,
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

/// Names whose meaning is remembered.
const REMEMBERED_MAX: usize = 10_000;

/// What the names of one member say, each looked up once.
#[derive(Default)]
pub(crate) struct Meanings {
    known: RefCell<HashMap<String, Rc<Meaning>>>,
}

impl Meanings {
    /// Returns what a name says.
    pub(super) fn of(&self, name: &str) -> Rc<Meaning> {
        let name = without_indexes(name);
        let mut known = self.known.borrow_mut();
        if let Some(meaning) = known.get(name.as_str()) {
            return Rc::clone(meaning);
        }
        let found = Rc::new(meaning(&name));
        if known.len() < REMEMBERED_MAX {
            known.insert(name, Rc::clone(&found));
        }
        found
    }
}

fn meaning(name: &str) -> Meaning {
    let words = dictionary();
    let name = fold::words(name);
    let says = |phrases: &[String]| phrases.iter().any(|phrase| contains(&name, phrase));
    let mut categories = Vec::new();
    for (category, phrases) in &words.categories.0 {
        if says(phrases) {
            categories.push(*category);
        }
    }
    // The longest phrase says most precisely what a column holds: `advertising id` is no advertising.
    let longest = |(role, phrases): (&Role, &Vec<String>)| {
        phrases.iter().filter(|phrase| contains(&name, phrase)).map(|phrase| (phrase.len(), *role)).max()
    };
    Meaning {
        categories,
        faint: words
            .faint
            .iter()
            .filter(|(_, phrases)| says(phrases))
            .map(|(category, _)| *category)
            .collect(),
        role: words.roles.iter().filter_map(longest).max().map(|(_, role)| role),
        is_date: says(&words.fields.date),
        is_late: says(&words.fields.late),
        is_title: says(&words.fields.title),
        is_amount: says(&words.fields.amount),
        is_currency: says(&words.fields.currency),
        is_others: says(&words.fields.others),
        is_special: says(&words.fields.special),
    }
}

/// Returns the categories, the one that wins among equals first.
pub(super) fn by_priority() -> impl Iterator<Item = Category> {
    dictionary().categories.0.iter().map(|(category, _)| *category)
}

/// Tells whether a name, each word of which stands between spaces, contains a phrase.
fn contains(name: &str, phrase: &str) -> bool {
    name.match_indices(phrase).any(|(at, found)| {
        name.get(..at).is_some_and(|before| before.ends_with(' '))
            && name.get(at + found.len()..).is_some_and(|after| after.starts_with(' '))
    })
}

/// Takes `[3]` and the like out of a dotted path.
fn without_indexes(name: &str) -> String {
    let mut inside = false;
    let keep = |c: &char| {
        inside = *c == '[' || inside && *c != ']';
        !inside && *c != ']'
    };
    name.chars().filter(keep).collect()
}

fn dictionary() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| yaml::read(TEXT, "words.yaml").expect("a test reads the dictionary"))
}

//! Network: who shares with whom, told by whom, across all answers.
//!
//! In: per answer its lists of recipients and sources, and what the company announces ([`Told`]). Out: a [`Network`]: companies,
//! and between them links, each with everybody who told of it. A company named by several others is one company if its name
//! is, accents, case and legal form (`SAS`, `Ltd`, …) aside; names are never guessed to be of one group.
//!
//! Not here: the drawing (`page/network`), and whether a transfer was lawful.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::fingerprint::fingerprint;
use super::model::{AnnouncedRecipient, List};
use crate::directory::known::{Name, compared};
use crate::finding::Place;
use crate::wording::Language;

/// What one company's answer and notice tell.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Id of the import.
    pub import: String,
    /// The day it was read.
    pub read_on: NaiveDate,
    /// What people call the company.
    pub company: String,
    /// Recipients the answer names.
    pub recipients: List,
    /// Sources the answer names.
    pub sources: List,
    /// Recipients the company announces.
    pub announced: Vec<AnnouncedRecipient>,
}

/// Who shares with whom.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Network {
    /// SHA-256 over its facts, in hexadecimal: outputs that show the same one are of the same facts.
    pub fingerprint: String,
    /// The day of the picture.
    pub today: NaiveDate,
    /// The language of the reader.
    pub language: Language,
    /// How the program is called.
    pub program: String,
    /// The companies whose answers were read.
    pub answered: Vec<Answered>,
    /// Every other company, those that most have to do with first.
    pub others: Vec<Other>,
    /// Who shares with whom.
    pub links: Vec<Link>,
    /// Mentions of companies beyond the end of a list; above 0, the lists are not whole.
    pub beyond: u64,
}

/// A company whose answer was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answered {
    /// What people call it.
    pub company: String,
    /// Its imports.
    pub imports: Vec<String>,
    /// Companies it gave data to.
    pub receivers: u64,
    /// Companies it got data from.
    pub suppliers: u64,
}

/// A company that others named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Other {
    /// Its name, as most often written.
    pub name: String,
    /// Companies that gave it data.
    pub receives_from: u64,
    /// Companies that got data from it.
    pub supplies: u64,
    /// Mentions in all.
    pub mentions: u64,
}

/// A company shares data with another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Who gives.
    pub from: String,
    /// Who receives.
    pub to: String,
    /// Who told of it.
    pub told_by: Vec<Teller>,
}

/// Somebody who told of a link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "teller", rename_all = "kebab-case")]
pub enum Teller {
    /// The answer of a company.
    Answer {
        /// The company.
        company: String,
        /// Its import.
        import: String,
        /// How often it says so.
        mentions: u64,
        /// Where it says so first.
        place: Place,
    },
    /// The privacy notice of a company.
    Notice {
        /// The company.
        company: String,
        /// For what, as the directory writes it.
        role: String,
        /// Address of the page.
        source: String,
        /// When it was read.
        checked: NaiveDate,
    },
}

impl Teller {
    /// Returns the company that tells.
    pub fn company(&self) -> &str {
        match self {
            Self::Answer { company, .. } | Self::Notice { company, .. } => company,
        }
    }
}

/// A company, by its name as it is compared: without its legal form.
type Key = String;

#[derive(Default)]
struct Names {
    /// The spellings of a name and how often each was met.
    written: BTreeMap<Key, BTreeMap<String, u64>>,
}

impl Names {
    fn note(&mut self, name: &str, mentions: u64) -> Key {
        let key = compared(name);
        *self.written.entry(key.clone()).or_default().entry(name.trim().to_owned()).or_default() += mentions;
        key
    }

    fn of(&self, key: &Key) -> String {
        let written = self.written.get(key);
        let most =
            written.and_then(|written| written.iter().max_by_key(|(name, count)| (**count, name.len())));
        most.map_or_else(|| key.clone(), |(name, _)| name.clone())
    }
}

impl Network {
    /// Draws together what was told.
    pub fn of(told: &[Told], language: Language, today: NaiveDate, program: &str) -> Self {
        let mut names = Names::default();
        let mut links: BTreeMap<(Key, Key), Vec<Teller>> = BTreeMap::new();
        let mut answered: BTreeMap<Key, Vec<String>> = BTreeMap::new();
        let mut recipients: Vec<(Key, Name, Key)> = Vec::new();
        let mut beyond = 0_u64;
        for one in told {
            // The directory's name for a company stands before any spelling in a stranger's data.
            let own = names.note(&one.company, u64::from(u32::MAX));
            answered.entry(own.clone()).or_default().push(one.import.clone());
            for (list, gives) in [(&one.recipients, true), (&one.sources, false)] {
                beyond = beyond.saturating_add(list.beyond);
                for entry in &list.entries {
                    let other = names.note(&entry.text, entry.count);
                    if gives {
                        recipients.push((own.clone(), Name::of(&entry.text), other.clone()));
                    }
                    let teller = Teller::Answer {
                        company: one.company.clone(),
                        import: one.import.clone(),
                        mentions: entry.count,
                        place: entry.place.clone(),
                    };
                    let link = if gives { (own.clone(), other) } else { (other, own.clone()) };
                    add(&mut links, link, teller);
                }
            }
        }
        for one in told {
            let own = compared(&one.company);
            for announced in &one.announced {
                let teller = || Teller::Notice {
                    company: one.company.clone(),
                    role: announced.role.clone(),
                    source: announced.source.clone(),
                    checked: announced.checked,
                };
                // A company that was announced is the one that the answer names, by the rule of the report.
                let name = Name::of(&announced.name);
                let in_answer =
                    recipients.iter().filter(|(from, written, _)| *from == own && name.may_be(written));
                let mut others: Vec<Key> = in_answer.map(|(_, _, other)| other.clone()).collect();
                if others.is_empty() {
                    others.push(names.note(&announced.name, 0));
                }
                others.into_iter().for_each(|other| add(&mut links, (own.clone(), other), teller()));
            }
        }
        let mut network = Self {
            fingerprint: String::new(),
            today,
            language,
            program: program.to_owned(),
            answered: answered.iter().map(|(key, imports)| answerer(key, imports, &links, &names)).collect(),
            others: others(&answered, &links, &names),
            links: links
                .iter()
                .map(|((from, to), told_by)| Link {
                    from: names.of(from),
                    to: names.of(to),
                    told_by: told_by.clone(),
                })
                .collect(),
            beyond,
        };
        network.fingerprint = fingerprint(&network);
        network
    }

    /// Returns the links told by answers, by notices, and by both.
    pub fn told(&self) -> (u64, u64, u64) {
        let by = |link: &Link, is: fn(&Teller) -> bool| link.told_by.iter().any(is);
        let answer: fn(&Teller) -> bool = |teller| matches!(teller, Teller::Answer { .. });
        let notice: fn(&Teller) -> bool = |teller| matches!(teller, Teller::Notice { .. });
        let count = |wanted: fn(bool, bool) -> bool| {
            self.links.iter().filter(|link| wanted(by(link, answer), by(link, notice))).count() as u64
        };
        (
            count(|answer, notice| answer && !notice),
            count(|answer, notice| !answer && notice),
            count(|a, n| a && n),
        )
    }

    /// Returns how many of the others are none of those that answered.
    pub fn outsiders(&self) -> u64 {
        let answered = |other: &&Other| self.answered.iter().any(|it| it.company == other.name);
        self.others.iter().filter(|other| !answered(other)).count() as u64
    }

    /// Returns how many others several of the companies have to do with.
    pub fn shared(&self) -> u64 {
        self.others.iter().filter(|other| other.receives_from.max(other.supplies) > 1).count() as u64
    }
}

/// The same teller tells a link once: what a later answer of a company says of it takes the place of what an earlier one said.
fn add(links: &mut BTreeMap<(Key, Key), Vec<Teller>>, link: (Key, Key), teller: Teller) {
    if link.0 == link.1 {
        return;
    }
    let told_by = links.entry(link).or_default();
    let is_answer = |teller: &Teller| matches!(teller, Teller::Answer { .. });
    let tells_again = |known: &&mut Teller| {
        **known == teller || (is_answer(known) && is_answer(&teller) && known.company() == teller.company())
    };
    match told_by.iter_mut().find(tells_again) {
        Some(known) => *known = teller,
        None => told_by.push(teller),
    }
}

fn answerer(
    key: &Key,
    imports: &[String],
    links: &BTreeMap<(Key, Key), Vec<Teller>>,
    names: &Names,
) -> Answered {
    Answered {
        company: names.of(key),
        imports: imports.to_vec(),
        receivers: links.keys().filter(|(from, _)| from == key).count() as u64,
        suppliers: links.keys().filter(|(_, to)| to == key).count() as u64,
    }
}

fn others(
    answered: &BTreeMap<Key, Vec<String>>,
    links: &BTreeMap<(Key, Key), Vec<Teller>>,
    names: &Names,
) -> Vec<Other> {
    let mut others: BTreeMap<&Key, Other> = BTreeMap::new();
    for ((from, to), told_by) in links {
        let mentions = told_by.iter().fold(0_u64, |sum, teller| sum.saturating_add(mentions(teller)));
        for (key, receives) in [(to, true), (from, false)] {
            // A company that answered is one of the others where somebody else names it.
            let by_else = |teller: &Teller| compared(teller.company()) != *key;
            if answered.contains_key(key) && !told_by.iter().any(by_else) {
                continue;
            }
            let other = others.entry(key).or_insert_with(|| Other {
                name: names.of(key),
                receives_from: 0,
                supplies: 0,
                mentions: 0,
            });
            other.receives_from += u64::from(receives);
            other.supplies += u64::from(!receives);
            other.mentions = other.mentions.saturating_add(mentions);
        }
    }
    let mut others: Vec<Other> = others.into_values().collect();
    others.sort_by(|one, other| {
        let rank = |it: &Other| (it.receives_from + it.supplies, it.mentions);
        rank(other).cmp(&rank(one)).then_with(|| one.name.cmp(&other.name))
    });
    others
}

fn mentions(teller: &Teller) -> u64 {
    match teller {
        Teller::Answer { mentions, .. } => *mentions,
        Teller::Notice { .. } => 0,
    }
}

//! Search: the company somebody means.
//!
//! In: words as typed. Out: the one company they name, or companies whose names are near, each with the name that was
//! nearest. Accents, case, spaces and punctuation do not matter; typing errors are forgiven in the suggestions, never
//! in the choice: a letter must not go to a company that only looks like the one that was meant.

use serde::Serialize;

use std::collections::BTreeSet;

use super::Directory;
use super::address::Address;
use super::company::{Company, Status};
use super::index::{self, Entry, Index, Stamp, is_worth_showing};
use super::words::{telling_words, words};
use crate::law::country::{countries, is_country};
use crate::wording::{Wording, written_languages};

/// Suggestions given for a word that names no company.
const SUGGESTIONS_MAX: usize = 3;

/// The country whose companies go first where the user's is not known.
pub const COUNTRY_FIRST: &str = "FR";

closed_list! {
    /// What kind of name something was found by.
    pub enum By {
        /// What people call it.
        Name = "name";
        /// A further name or a site.
        Brand = "brand";
        /// The name of the controller in the register.
        Controller = "controller";
        /// The name of who decides with the controller.
        JointController = "joint_controller";
        /// The name of the controller's representative in the Union.
        Representative = "representative";
        /// Its id.
        Id = "id";
        /// An id it had before.
        Formerly = "formerly";
        /// A contact, of which it has that site or mailbox.
        Contact = "contact";
        /// The number in the French register.
        Siren = "siren";
    }
}

impl Address {
    /// By what kind of name a company is found that has it.
    fn by(&self) -> By {
        match self {
            Self::Site(_) | Self::Mailbox(_) => By::Contact,
            Self::Siren(_) => By::Siren,
        }
    }
}

impl By {
    /// Tells whether a name of this kind alone chooses a company. A firm represents many companies and decides with
    /// others: its name finds them, and none is chosen by it. The controller's chooses where no other name does.
    fn chooses(self) -> bool {
        match self {
            Self::Name | Self::Brand | Self::Id | Self::Formerly => true,
            Self::Controller | Self::JointController | Self::Representative | Self::Contact | Self::Siren => {
                false
            }
        }
    }
}

/// Why a company was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matched {
    /// What kind of name it was.
    pub by: By,
    /// The name, as the record has it.
    pub text: String,
    /// Edits between what was typed and the name: letters added, left out, changed or swapped.
    pub edits: usize,
}

/// A company that was found.
#[derive(Debug, Clone)]
pub struct Found<'a> {
    /// The company.
    pub company: &'a Company,
    /// Why it was found.
    pub matched: Matched,
}

impl Directory {
    /// Finds the company a word names: by id, former id, name or brand; if none has it, by the name of its controller,
    /// with or without the legal form.
    ///
    /// # Errors
    /// Returns the ids of near or of several fitting companies, best first; it may be empty.
    pub fn find(&self, word: &str) -> Result<&Company, Vec<String>> {
        if let Some(company) = self.by_id(word.trim()) {
            return Ok(company);
        }
        let folded = fold(word);
        if folded.is_empty() {
            return Err(Vec::new());
        }
        let is_called =
            |company: &Company| names(company).any(|(by, name)| by.chooses() && fold(name) == folded);
        let is_entity = |company: &Company| {
            names(company).any(|(by, name)| by == By::Controller && is_entity(name, &folded))
        };
        let mut named: Vec<&Company> = self.companies().iter().filter(|company| is_called(company)).collect();
        if named.is_empty() {
            named = self.companies().iter().filter(|company| is_entity(company)).collect();
        }
        match named.as_slice() {
            [company] => Ok(company),
            [] => Err(self.near(word)),
            several => Err(several.iter().map(|company| company.id().to_owned()).collect()),
        }
    }

    /// Finds the company a word names for a person in a country. National records often share a name, an id or a
    /// brand: the one that serves the country is meant. A word that only such a record has keeps it.
    ///
    /// # Errors
    /// Returns the candidates where several share the name and none clearly is the one for the country, or what is near.
    pub fn find_for(&self, word: &str, country: &str) -> Result<&Company, Unclear<'_>> {
        let found = self.find(word);
        if let Ok(company) = found
            && company.serves(country)
        {
            return Ok(company);
        }
        let folded = fold(word);
        let national: Vec<&Company> =
            self.companies().iter().filter(|company| is_national(company, &folded)).collect();
        let serving: Vec<&Company> =
            national.iter().copied().filter(|company| company.serves(country)).collect();
        match (serving.as_slice(), found) {
            ([company], _) => Ok(company),
            ([], Err(near)) => Err(Unclear::Unknown { near }),
            // Where name and id are what was typed, there is no other way to say that this one is meant.
            ([], Ok(company)) if company.id() == word.trim() && fold(&company.name) == folded => Ok(company),
            ([], Ok(company)) if national.iter().all(|other| other.id() == company.id()) => Ok(company),
            ([], Ok(_)) => Err(Unclear::Shared { candidates: national }),
            (_several, _) => Err(Unclear::Shared { candidates: serving }),
        }
    }

    /// Returns the other companies of the same name or brand that serve people in a country and still exist.
    pub fn serving_instead(&self, company: &Company, country: &str) -> Vec<&Company> {
        let called = |company: &Company| {
            names(company).filter(|(by, _)| by.chooses()).map(|(_, name)| fold(name)).collect()
        };
        let own: Vec<String> = called(company);
        let is_akin = |other: &&Company| {
            let others: Vec<String> = called(other);
            own.iter().any(|name| is_national(other, name))
                || others.iter().any(|name| is_national(company, name))
        };
        let others = self.companies().iter().filter(|other| other.id() != company.id());
        others
            .filter(|other| other.status != Status::Closed && other.serves(country))
            .filter(is_akin)
            .collect()
    }

    /// Returns the companies whose names are near to what was typed, best first: as near as each other, those of the
    /// country go first, then those that can be written to. Of an address or a number, those that have it, before those
    /// whose name is only in it.
    pub fn search(&self, typed: &str, country: &str) -> Vec<Found<'_>> {
        let Some(address) = Address::of(typed) else { return self.search_names(typed, country) };
        let mut named = address.name().map(|name| self.search_names(name, country)).unwrap_or_default();
        let (mut found, others): (Vec<Found<'_>>, Vec<Found<'_>>) =
            self.search_names(typed, country).into_iter().partition(|found| found.matched.edits == 0);
        named.extend(others);
        let (called, others): (Vec<Found<'_>>, Vec<Found<'_>>) =
            named.into_iter().partition(|found| address.found_in(found.company).is_some());
        found.extend(called);
        found.extend(self.companies().iter().filter_map(|company| {
            let text = address.found_in(company)?.to_owned();
            Some(Found { company, matched: Matched { by: address.by(), text, edits: 0 } })
        }));
        found.extend(others);
        let fewest = found.iter().map(|found| found.matched.edits).min().unwrap_or(0);
        let mut seen = BTreeSet::new();
        found
            .retain(|found| is_worth_showing(found.matched.edits, fewest) && seen.insert(found.company.id()));
        found
    }

    fn search_names(&self, typed: &str, country: &str) -> Vec<Found<'_>> {
        let entries = self.companies().iter().map(entry);
        // A directory in memory is never as large as an index can be.
        let bytes = index::build(entries, Stamp::default()).unwrap_or_default();
        let hits = Index::read(&bytes, Stamp::default())
            .map(|index| index.search(typed, country))
            .unwrap_or_default();
        let company = |record: u32| self.companies().get(usize::try_from(record).ok()?);
        hits.into_iter()
            .filter_map(|hit| {
                let company = company(hit.record)?;
                let (by, text) = names(company).nth(usize::try_from(hit.name).ok()?)?;
                let matched = Matched { by, text: text.to_owned(), edits: hit.edits };
                Some(Found { company, matched })
            })
            .collect()
    }

    fn near(&self, word: &str) -> Vec<String> {
        let found = self.search(word, COUNTRY_FIRST).into_iter().take(SUGGESTIONS_MAX);
        found.map(|found| found.company.id().to_owned()).collect()
    }
}

/// Why a word chooses no company for a person in a country.
#[derive(Debug, Clone)]
pub enum Unclear<'a> {
    /// No company is called that, or several are; these ids are near.
    Unknown {
        /// Best first; it may be empty.
        near: Vec<String>,
    },
    /// Several national records share the name.
    Shared {
        /// Those that may be meant.
        candidates: Vec<&'a Company>,
    },
}

/// Tells whether a company has this folded name, alone or with that of a country behind it.
fn is_national(company: &Company, folded: &str) -> bool {
    let is_akin = |name: &str| {
        fold(name).strip_prefix(folded).is_some_and(|rest| rest.is_empty() || is_country_name(rest))
    };
    !folded.is_empty() && names(company).any(|(by, name)| by.chooses() && is_akin(name))
}

/// Tells whether a folded text is the code or the name of a country, in any language.
fn is_country_name(folded: &str) -> bool {
    let is_code = folded.len() == 2 && is_country(&folded.to_ascii_uppercase());
    is_code || countries().any(|country| names_country(folded, country))
}

/// Tells whether a folded text is the name of this country, in any language.
pub fn names_country(folded: &str, country: &str) -> bool {
    // The United Kingdom is rarely called by its code.
    let is_usual = country == "GB" && folded == "uk";
    let called = |wording: &Wording| fold(&wording.say(&format!("country-{country}")));
    is_usual
        || !folded.is_empty()
            && written_languages().into_iter().any(|language| called(Wording::of(language)) == folded)
}

/// Folds a text for comparison: no accents, lower case, letters and digits only.
pub fn fold(text: &str) -> String {
    words(text).concat()
}

/// Returns what an index has to know of a company that stands in no file.
pub fn entry(company: &Company) -> Entry<'_> {
    Entry {
        names: names(company).map(|(_, name)| name).collect(),
        countries: company.countries.iter().map(|country| &*country.value).collect(),
        standing: standing(company.status),
        place: 0..0,
    }
}

/// Returns the order among companies that are as near: those that can be written to first.
pub fn standing(status: Status) -> u32 {
    match status {
        Status::Usable => 0,
        Status::Incomplete => 1,
        Status::Closed => 2,
    }
}

/// Tells whether a folded text is the name of a legal entity. Leaving the legal form out is no error; naming another one is.
pub(super) fn is_entity(name: &str, folded: &str) -> bool {
    fold(name) == folded || telling_words(name).concat() == folded
}

/// Everything a company is called, what people know best in front.
pub(super) fn names(company: &Company) -> impl Iterator<Item = (By, &str)> {
    let brands = company.brands.iter().map(|brand| (By::Brand, brand.as_str()));
    let entity = company.controller.iter().map(|controller| (By::Controller, controller.name.as_str()));
    let formerly = company.formerly.iter().map(|id| (By::Formerly, id.as_str()));
    let name = std::iter::once((By::Name, company.name.as_str()));
    let joint = company.joint_controllers.iter().map(|entity| (By::JointController, entity.name.as_str()));
    let representative =
        company.representative.iter().map(|entity| (By::Representative, entity.name.as_str()));
    let others = joint.chain(representative);
    name.chain(brands).chain(entity).chain([(By::Id, company.id())]).chain(formerly).chain(others)
}

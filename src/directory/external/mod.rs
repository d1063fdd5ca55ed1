//! External: what other people's directories say, one file per format.
//!
//! In: a document or rows of a foreign directory, as values, and today's date. Out: [`Imported`] records in the shape
//! of `companies.yaml`, and what became of every record: imported, merged with another, or rejected with the reason.
//! The sums hold: `seen = records + merged + rejected`.
//!
//! All of it is somebody else's word: a record is unverified, keeps its origin, and is asked for only where neither
//! the user's own directory nor the built-in one names the company. Not here: opening files, and keeping records.

pub mod cnil;
pub mod datenanfragen;
pub mod sites;

use std::collections::BTreeSet;
use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::check::imitates;
use super::company::{Company, CompanyId, Confidence, IdDocument, Identifier, Purpose, Status, Trade};
use super::host::in_ascii;
use super::search::fold;
use super::value::{Kind, is_control, is_email};
use crate::finding::{Code, Finding, Place, Position};
use crate::wording::Language;
use crate::yaml::{self, Fault};

/// Records of one import; the largest directory known has some 60,000.
pub const RECORDS_MAX: usize = 500_000;

/// Findings kept of one import; further ones are only counted in the sums.
const NOTES_MAX: usize = 100_000;

/// Characters of a name, a brand or a line.
const LINE_CHARACTERS_MAX: usize = 300;

/// Characters of an address in the web.
const URL_CHARACTERS_MAX: usize = 2_000;

/// Names and sites of one record.
const BRANDS_MAX: usize = 200;

/// Lines of a postal address.
const ADDRESS_LINES_MAX: usize = 12;

closed_list! {
    /// Whose directory a record comes from.
    pub enum Origin {
        /// The company records of datenanfragen.de.
        Datenanfragen = "datenanfragen";
        /// The register of the French authority: who has named a data protection officer.
        Cnil = "cnil";
        /// Pages where people export their data.
        JustGetMyData = "justgetmydata";
        /// Pages where people delete their account.
        JustDeleteMe = "justdeleteme";
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// A record of a foreign directory, as it is kept: one JSON document, in the keys of `companies.yaml`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Imported {
    /// Whose directory it comes from.
    pub origin: Origin,
    /// The day it was read.
    pub imported_at: NaiveDate,
    /// The date the source itself gives this record, if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dated: Option<NaiveDate>,
    /// What the source itself says of the record's quality, in its own word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quality: Option<String>,
    /// The record.
    pub company: Record,
}

/// A company in the shape of `companies.yaml`, without the places of a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `company::Company`, which explains them")]
pub struct Record {
    pub id: String,
    pub name: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub brands: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub formerly: Vec<String>,
    pub category: Trade,
    pub countries: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub controller: Option<RecordController>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contacts: Vec<RecordContact>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identify_by: Vec<Identifier>,
    #[serde(default)]
    pub id_document: IdDocument,
    #[serde(default = "unverified")]
    pub confidence: Confidence,
    pub status: Status,
}

/// Nobody here has seen the page an imported contact is said to stand on.
fn unverified() -> Confidence {
    Confidence::Unverified
}

/// The controller of a [`Record`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `company::Controller`")]
pub struct RecordController {
    pub name: String,
    pub country: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub siren: Option<String>,
}

/// A contact of a [`Record`]. `checked` is the day it was read in the foreign directory, which `source` names: when
/// somebody last saw it on the company's own page is not known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the fields are those of `company::Contact`")]
pub struct RecordContact {
    pub purpose: Purpose,
    pub kind: Kind,
    pub value: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub openpgp: Option<String>,
    pub source: String,
    pub checked: NaiveDate,
}

impl Imported {
    /// Returns the record as a company of the directory.
    ///
    /// # Errors
    /// Shows the fault of a line that was changed by hand.
    pub fn to_company(&self, file: &str) -> Result<Company, Fault> {
        // JSON is YAML: the record passes the same gate as every other.
        yaml::read(&serde_json::to_string(&self.company).unwrap_or_default(), file)
    }

    /// Returns every name it is found by.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let company = &self.company;
        let own = [company.id.as_str(), company.name.as_str()].into_iter();
        let controller = company.controller.iter().map(|controller| controller.name.as_str());
        let lists = company.brands.iter().chain(&company.formerly).map(String::as_str);
        own.chain(controller).chain(lists)
    }

    /// Tells whether a word names it: accents, case, spaces and punctuation do not matter, typing errors do.
    pub fn is_named(&self, folded: &str) -> bool {
        !folded.is_empty() && self.names().any(|name| fold(name) == folded)
    }

    /// Tells whether another record is about the same company: they share a site, or an id where one of them names no
    /// site. Two companies of one name have sites of their own.
    pub fn is_about_the_same(&self, other: &Self) -> bool {
        let sites =
            |record: &Self| record.company.brands.iter().filter(|brand| is_site(brand)).cloned().collect();
        let (own, others): (Vec<String>, Vec<String>) = (sites(self), sites(other));
        let is_silent = own.is_empty() || others.is_empty();
        own.iter().any(|site| others.contains(site)) || (is_silent && self.company.id == other.company.id)
    }

    /// Adds the pages for export and deletion that another record of the same company has. Addresses for requests
    /// are never mixed: they stay those of one source.
    pub fn add_pages_of(&mut self, other: &Self) {
        for contact in &other.company.contacts {
            let is_page = matches!(contact.purpose, Purpose::Export | Purpose::Erasure);
            let known = |own: &RecordContact| own.purpose == contact.purpose && own.value == contact.value;
            if is_page && !self.company.contacts.iter().any(known) {
                self.company.contacts.push(contact.clone());
            }
        }
    }
}

/// What became of the records of a foreign directory.
#[derive(Debug, Default)]
pub struct Gathered {
    /// The records, by id.
    pub records: Vec<Imported>,
    /// Records met.
    pub seen: u64,
    /// Records that became part of another: a second designation, a redirect.
    pub merged: u64,
    /// One finding for each record that was left out.
    pub rejected: Vec<Finding>,
    /// What was left out of a record that was kept.
    pub notes: Vec<Finding>,
}

impl Gathered {
    /// Leaves a record out.
    pub fn reject(&mut self, finding: Finding) {
        self.seen += 1;
        self.rejected.push(finding);
    }

    /// Adds what another document of the same directory held. The first record of an id stays.
    pub fn add(&mut self, other: Self) {
        self.seen += other.seen;
        self.merged += other.merged;
        self.rejected.extend(other.rejected);
        other.notes.into_iter().for_each(|note| self.note(note));
        self.records.extend(other.records);
        self.records.sort_by(|one, other| one.company.id.cmp(&other.company.id));
        let before = self.records.len();
        self.records.dedup_by(|later, first| later.company.id == first.company.id);
        self.merged += (before - self.records.len()) as u64;
    }

    fn note(&mut self, finding: Finding) {
        if self.notes.len() < NOTES_MAX {
            self.notes.push(finding);
        }
    }
}

/// An address for requests that a newer import has otherwise than the last one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AddressChange {
    /// Id of the company.
    pub company: String,
    /// What kind of address it is.
    pub kind: Kind,
    /// The address before, in one line.
    pub old: String,
    /// The address now, if there is one.
    pub new: Option<String>,
}

/// Compares two imports of one directory: the addresses that are replaced or gone. Both are sorted by id.
pub fn address_changes(old: &[Imported], new: &[Imported]) -> Vec<AddressChange> {
    let mut changes = Vec::new();
    for before in old {
        let at = new.binary_search_by(|record| record.company.id.cmp(&before.company.id));
        let Some(after) = at.ok().and_then(|index| new.get(index)) else { continue };
        for kind in [Kind::Email, Kind::Post, Kind::Form] {
            let first = |record: &Imported| {
                let mut contacts = record.company.contacts.iter();
                let found = contacts.find(|it| it.kind == kind && it.purpose == Purpose::Rights);
                found.map(|contact| contact.value.replace('\n', ", "))
            };
            if let Some(old) = first(before).filter(|old| first(after).as_ref() != Some(old)) {
                changes.push(AddressChange {
                    company: before.company.id.clone(),
                    kind,
                    old,
                    new: first(after),
                });
            }
        }
    }
    changes
}

/// Returns the records of an import that a newer one no longer has, neither under their id nor as a former one.
pub fn missing(old: Vec<Imported>, new: &[Imported]) -> Vec<Imported> {
    let companies = new.iter().map(|record| &record.company);
    let ids =
        companies.clone().map(|company| &company.id).chain(companies.flat_map(|company| &company.formerly));
    let ids: BTreeSet<&String> = ids.collect();
    old.into_iter().filter(|record| !ids.contains(&record.company.id)).collect()
}

/// Where a record stands, and what is left out of it on the way.
struct Cleaner<'a> {
    place: &'a Place,
    notes: Vec<Finding>,
}

impl<'a> Cleaner<'a> {
    fn new(place: &'a Place) -> Self {
        Self { place, notes: Vec::new() }
    }

    fn fault(&self, code: Code, field: &str) -> Finding {
        Finding::new(code, self.place.clone()).with("field", field)
    }

    fn note(&mut self, code: Code, field: &str) {
        self.notes.push(self.fault(code, field));
    }

    /// A text of one line that the record cannot do without.
    fn line(&self, text: &str, field: &str) -> Result<String, Finding> {
        let text = text.trim();
        if text.is_empty() {
            return Err(self.fault(Code::FieldMissing, field));
        }
        if text.chars().any(is_control) {
            return Err(self.fault(Code::ControlCharacter, field));
        }
        if text.chars().count() > LINE_CHARACTERS_MAX {
            let limit = Finding::new(Code::LimitReached, self.place.clone());
            return Err(limit
                .with("limit", "record-text")
                .with("max", LINE_CHARACTERS_MAX)
                .with("flag", "none"));
        }
        Ok(text.to_owned())
    }

    /// Lines of an address; a carriage return or a mark that turns text has no place in one.
    fn address(&self, text: &str, field: &str) -> Result<Vec<String>, Finding> {
        let lines = text.split('\n').filter(|line| !line.trim().is_empty());
        let lines: Vec<String> = lines.map(|line| self.line(line, field)).collect::<Result<_, _>>()?;
        if lines.len() > ADDRESS_LINES_MAX {
            let limit = Finding::new(Code::LimitReached, self.place.clone());
            return Err(limit
                .with("limit", "record-text")
                .with("max", ADDRESS_LINES_MAX)
                .with("flag", "none"));
        }
        Ok(lines)
    }

    /// A mailbox, or nothing and a note.
    fn email(&mut self, text: &str) -> Option<String> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        if text.chars().any(is_control) {
            self.note(Code::ControlCharacter, "email");
        } else if imitates(text) {
            self.note(Code::MixedScript, "email");
        } else if !is_email(text) {
            self.note(Code::BadEmail, "email");
        } else {
            return in_ascii(text);
        }
        None
    }

    /// A page reached over https, or nothing and a note: what is typed into it is personal.
    fn page(&mut self, text: &str, field: &str) -> Option<String> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let host = text.strip_prefix("https://").and_then(site);
        if text.chars().any(is_control) {
            self.note(Code::ControlCharacter, field);
        } else if host.is_none() || text.chars().any(char::is_whitespace) || text.len() > URL_CHARACTERS_MAX {
            self.note(Code::BadUrl, field);
        } else if host.as_deref().is_some_and(imitates) {
            self.note(Code::MixedScript, field);
        } else {
            return Some(text.to_owned());
        }
        None
    }

    /// Names and sites, each once, without those that are no clean line.
    fn names<'t>(&mut self, names: impl IntoIterator<Item = &'t str>, field: &str) -> Vec<String> {
        let mut kept: Vec<String> = Vec::new();
        for name in names {
            match self.line(name, field) {
                Ok(name) if is_site(&name) && imitates(&name) => self.note(Code::MixedScript, field),
                Ok(name) if kept.contains(&name) => {}
                Ok(name) if kept.len() < BRANDS_MAX => kept.push(name),
                Ok(_) => {
                    let limit = Finding::new(Code::LimitReached, self.place.clone());
                    self.notes.push(
                        limit.with("limit", "record-names").with("max", BRANDS_MAX).with("flag", "none"),
                    );
                    return kept;
                }
                Err(finding) => self.notes.push(finding),
            }
        }
        kept
    }
}

/// Returns the id of a foreign record if it can be one of ours.
fn checked_id(text: &str) -> Option<String> {
    CompanyId::try_from(text.to_owned()).is_ok().then(|| text.to_owned())
}

/// Makes an id of a name: `Société Exemple 24` is `societe-exemple-24`.
fn id_of(name: &str) -> Option<String> {
    let plain = name.nfkd().filter(|character| !is_combining_mark(*character)).flat_map(char::to_lowercase);
    let mut id = String::new();
    for character in plain {
        if character.is_ascii_alphanumeric() {
            id.push(character);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    let id: String = id.trim_end_matches('-').chars().take(60).collect();
    checked_id(id.trim_end_matches('-'))
}

/// Returns the host of an address in the web without its `www.`, in lower case.
fn site(url: &str) -> Option<String> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).unwrap_or(url);
    let host = rest.split(['/', '?', '#', ':']).next()?.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    is_site(host).then(|| host.to_owned())
}

/// Tells whether a name is that of a site.
fn is_site(name: &str) -> bool {
    let plain = |character: char| character.is_alphanumeric() || character == '-' || character == '.';
    name.contains('.')
        && name.chars().all(plain)
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !name.contains("..")
}

/// Tells whether an address leads further than to the front door.
fn has_path(url: &str) -> bool {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split_once('/').is_some_and(|(_, path)| !path.trim_matches('/').is_empty())
        || rest.contains(['?', '#'])
        // A subdomain of its own (`privacy.example.org`) is a page made for this.
        || rest.trim_start_matches("www.").matches('.').count() > 1
}

/// Returns whether a record with these contacts can be written to.
fn status_of(contacts: &[RecordContact]) -> Status {
    let usable = contacts.iter().any(|contact| contact.purpose == Purpose::Rights);
    if usable { Status::Usable } else { Status::Incomplete }
}

/// Names a document of a file that holds one.
fn whole(file: &str) -> Place {
    Place::file(file)
}

/// Names an element of the list in a file.
fn element(file: &str, index: usize) -> Place {
    Place::at(file, Position::Path(format!("/{index}")))
}

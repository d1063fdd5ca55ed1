//! datenanfragen: the company records of datenanfragen.de, one JSON object per file (CC0).
//!
//! In: documents with the names of their files: `companies/`, `obsolete-records/`; packs, templates and supervisory
//! authorities of the same repository are no companies. Out: a record a company; an obsolete record that redirects
//! becomes a former id of the record it leads to.
//!
//! Scraped records are left out, as their own project does by default. Letters of their own (custom templates) are
//! ignored and said to be. Not here: telephone numbers, comments and keys, which no letter needs.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::Value;

use super::{
    Cleaner, Gathered, Imported, Origin, Record, RecordContact, RecordController, checked_id, site,
    status_of, unverified, whole,
};
use crate::directory::company::{IdDocument, Identifier, Purpose, Trade};
use crate::directory::search::fold;
use crate::directory::value::{Fingerprint, Kind};
use crate::finding::{Code, Finding, Place};
use crate::law::country::{countries, is_country};
use crate::wording::{Language, Wording, languages};

/// Where a record is published.
const PAGE: &str = "https://github.com/datenanfragen/data/blob/master/companies";

/// Names of countries in their own language, as the last line of an address has them; those in ours are in
/// `templates/wording`.
const OWN_NAMES: [(&str, &str); 22] = [
    ("Deutschland", "DE"),
    ("Österreich", "AT"),
    ("Schweiz", "CH"),
    ("Suisse", "CH"),
    ("Nederland", "NL"),
    ("The Netherlands", "NL"),
    ("België", "BE"),
    ("España", "ES"),
    ("Italia", "IT"),
    ("Polska", "PL"),
    ("Danmark", "DK"),
    ("Sverige", "SE"),
    ("Suomi", "FI"),
    ("Norge", "NO"),
    ("Česká republika", "CZ"),
    ("Czech Republic", "CZ"),
    ("Great Britain", "GB"),
    ("England", "GB"),
    ("UK", "GB"),
    ("USA", "US"),
    ("United States of America", "US"),
    ("Vereinigte Staaten von Amerika", "US"),
];

/// Letters of its own that a record may name.
const TEMPLATES: [&str; 4] = [
    "custom-access-template",
    "custom-erasure-template",
    "custom-rectification-template",
    "custom-objection-template",
];

/// What a document of the repository is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// A company.
    Company,
    /// A record that was withdrawn.
    Obsolete,
    /// Something else.
    Other,
}

/// Tells what a document is, by its folder where it has one and by its keys.
pub fn recognise(file: &str, document: &Value) -> Document {
    let is_in = |folder: &str| file.split('/').any(|part| part == folder);
    let has = |key: &&&str| document.get(**key).is_some();
    if is_in("supervisory-authorities") || document.get("complaint-language").is_some() {
        return Document::Other;
    }
    if document.get("quality").and_then(Value::as_str) == Some("obsolete") || is_in("obsolete-records") {
        return Document::Obsolete;
    }
    let keys = ["slug", "name", "address", "relevant-countries", "sources", "quality"];
    if keys.iter().filter(has).count() >= 3 { Document::Company } else { Document::Other }
}

/// Collects documents of the repository.
pub struct Collector {
    today: NaiveDate,
    gathered: Gathered,
    countries: BTreeMap<String, &'static str>,
    by_id: BTreeMap<String, usize>,
    /// Where each record stands, in the order of the records.
    places: Vec<Place>,
    redirects: Vec<(String, String, Place)>,
}

impl Collector {
    /// Begins an import.
    pub fn new(today: NaiveDate) -> Self {
        let own = OWN_NAMES.iter().map(|(name, code)| (fold(name), *code));
        let ours = languages().into_iter().flat_map(|language| {
            countries().map(move |code| (fold(&Wording::of(language).say(&format!("country-{code}"))), code))
        });
        Self {
            today,
            gathered: Gathered::default(),
            countries: own.chain(ours).collect(),
            by_id: BTreeMap::new(),
            places: Vec::new(),
            redirects: Vec::new(),
        }
    }

    /// Takes a document; `false` when it is neither a company nor a withdrawn record.
    pub fn add(&mut self, file: &str, document: &Value) -> bool {
        match recognise(file, document) {
            Document::Company => self.company(file, document),
            Document::Obsolete => self.obsolete(file, document),
            Document::Other => return false,
        }
        true
    }

    /// Leaves a file out that should have been a record.
    pub fn reject(&mut self, finding: Finding) {
        self.gathered.reject(finding);
    }

    fn company(&mut self, file: &str, document: &Value) {
        let place = whole(file);
        let mut cleaner = Cleaner::new(&place);
        let read = self.record(document, &mut cleaner);
        let notes = cleaner.notes;
        match read {
            Err(finding) => self.gathered.reject(finding),
            Ok(record) => {
                if self.keep(record, &place) {
                    notes.into_iter().for_each(|note| self.gathered.note(note));
                }
            }
        }
    }

    /// Keeps a record. Of two with one id, that whose file bears the id stays, else the first: a file under another
    /// name must not put itself in a company's place.
    fn keep(&mut self, record: Imported, place: &Place) -> bool {
        let twice = |place: &Place| Finding::new(Code::RecordTwice, place.clone());
        let id = record.company.id.clone();
        let is_its_file = place.file.rsplit('/').next() == Some(&format!("{id}.json"));
        let Some(index) = self.by_id.get(&id).copied() else {
            self.gathered.seen += 1;
            self.by_id.insert(id, self.gathered.records.len());
            self.gathered.records.push(record);
            self.places.push(place.clone());
            return true;
        };
        match (self.gathered.records.get_mut(index), self.places.get_mut(index)) {
            (Some(kept), Some(kept_place)) if is_its_file => {
                self.gathered.seen += 1;
                self.gathered.rejected.push(twice(kept_place));
                *kept = record;
                *kept_place = place.clone();
                true
            }
            _ => {
                self.gathered.reject(twice(place));
                false
            }
        }
    }

    fn obsolete(&mut self, file: &str, document: &Value) {
        let place = whole(file);
        let id = |key: &str| document.get(key).and_then(Value::as_str).and_then(checked_id);
        match (id("slug"), id("redirect-to")) {
            (Some(from), Some(to)) => self.redirects.push((from, to, place)),
            (Some(_), None) => self.gathered.reject(Finding::new(Code::RecordWithdrawn, place)),
            (None, _) => self.gathered.reject(Finding::new(Code::FieldUnusable, place).with("field", "slug")),
        }
    }

    /// Ends the import: every redirect finds its record or is rejected.
    pub fn finish(mut self) -> Gathered {
        let leads: BTreeMap<String, String> =
            self.redirects.iter().map(|(from, to, _)| (from.clone(), to.clone())).collect();
        for (from, to, place) in std::mem::take(&mut self.redirects) {
            let target = self.by_id.get(&end_of(&to, &leads)).copied();
            let is_alive = self.by_id.contains_key(&from);
            match target.and_then(|index| self.gathered.records.get_mut(index)).filter(|_| !is_alive) {
                Some(record) => {
                    self.gathered.seen += 1;
                    self.gathered.merged += 1;
                    record.company.formerly.push(from);
                }
                None => self.gathered.reject(Finding::new(Code::RedirectLost, place)),
            }
        }
        self.gathered.records.sort_by(|one, other| one.company.id.cmp(&other.company.id));
        self.gathered
    }

    fn record(&self, document: &Value, cleaner: &mut Cleaner<'_>) -> Result<Imported, Finding> {
        let text = |key: &str| document.get(key).and_then(Value::as_str).unwrap_or_default();
        let list = |key: &str| -> Vec<&str> {
            let values = document.get(key).and_then(Value::as_array).into_iter().flatten();
            values.filter_map(Value::as_str).collect()
        };
        let quality = text("quality");
        if quality == "scraped" {
            return Err(Finding::new(Code::RecordScraped, cleaner.place.clone()));
        }
        let id = checked_id(text("slug")).ok_or_else(|| cleaner.fault(Code::FieldUnusable, "slug"))?;
        let name = cleaner.line(text("name"), "name")?;
        let countries = served(&list("relevant-countries"), cleaner)?;
        let (post, country) = self.post(text("address"), cleaner)?;
        let web = site(text("web"));
        let brands = cleaner.names(list("runs").into_iter().chain(web.as_deref()), "runs");
        let contacts = self.contacts(document, &id, post, cleaner);
        if TEMPLATES.iter().any(|key| document.get(*key).is_some()) {
            cleaner.note(Code::TemplateIgnored, "custom-template");
        }
        Ok(Imported {
            origin: Origin::Datenanfragen,
            imported_at: self.today,
            dated: None,
            quality: ["tested", "verified", "imported"].contains(&quality).then(|| quality.to_owned()),
            company: Record {
                id,
                brands,
                formerly: Vec::new(),
                category: trade(&list("categories")),
                countries,
                languages: text("request-language").parse::<Language>().into_iter().collect(),
                controller: country.map(|country| RecordController {
                    name: name.clone(),
                    country,
                    siren: None,
                }),
                name,
                confidence: unverified(),
                status: status_of(&contacts),
                contacts,
                identify_by: identifiers(document),
                id_document: id_document(document),
            },
        })
    }

    /// The lines of the postal address, and the country its last line names.
    fn post(&self, address: &str, cleaner: &Cleaner<'_>) -> Result<(Vec<String>, Option<String>), Finding> {
        let mut lines = cleaner.address(address, "address")?;
        let country = lines.last().and_then(|line| self.countries.get(&fold(line)));
        if country.is_some() {
            lines.pop();
        }
        Ok((lines, country.map(|code| (*code).to_owned())))
    }

    /// The contacts, the one the record suggests first: else e-mail, post, form.
    fn contacts(
        &self,
        document: &Value,
        id: &str,
        post: Vec<String>,
        cleaner: &mut Cleaner<'_>,
    ) -> Vec<RecordContact> {
        let text = |key: &str| document.get(key).and_then(Value::as_str).unwrap_or_default();
        let name = text("name").trim().to_owned();
        // Their addresses leave the company's name out; ours stand under the addressee and do so too.
        let post = post.into_iter().filter(|line| *line != name).collect::<Vec<_>>().join("\n");
        let found = [
            (Kind::Email, cleaner.email(text("email"))),
            (Kind::Post, Some(post).filter(|post| !post.is_empty())),
            (Kind::Form, cleaner.page(text("webform"), "webform")),
        ];
        // It is written in groups of four digits.
        let openpgp: String = text("pgp-fingerprint").split_whitespace().collect();
        let openpgp = Fingerprint::try_from(openpgp).ok().map(String::from);
        let contact = |(kind, value): (Kind, Option<String>)| {
            Some(RecordContact {
                purpose: Purpose::Rights,
                kind,
                value: value?,
                openpgp: if kind == Kind::Email { openpgp.clone() } else { None },
                source: format!("{PAGE}/{id}.json"),
                checked: self.today,
            })
        };
        let mut contacts: Vec<RecordContact> = found.into_iter().filter_map(contact).collect();
        let suggested = match text("suggested-transport-medium") {
            "letter" => Some(Kind::Post),
            "webform" => Some(Kind::Form),
            "email" => Some(Kind::Email),
            // A fax cannot be sent from here; what else there is keeps its order.
            _ => None,
        };
        contacts.sort_by_key(|contact| Some(contact.kind) != suggested);
        contacts
    }
}

/// What the record says of identity documents; where it is silent, nothing is known.
fn id_document(document: &Value) -> IdDocument {
    match document.get("needs-id-document").and_then(Value::as_bool) {
        Some(true) => IdDocument::Yes,
        Some(false) | None => IdDocument::Unknown,
    }
}

/// Follows redirects to their end; a circle ends where it began.
fn end_of(start: &str, leads: &BTreeMap<String, String>) -> String {
    let mut end = start;
    for _ in 0..=leads.len().min(64) {
        match leads.get(end) {
            Some(next) => end = next,
            None => break,
        }
    }
    end.to_owned()
}

/// The countries a record serves; unknown codes are left out and said, a record with none is of no use.
fn served(codes: &[&str], cleaner: &mut Cleaner<'_>) -> Result<Vec<String>, Finding> {
    if codes.contains(&"all") {
        return Ok(vec!["ALL".to_owned()]);
    }
    let mut served = Vec::new();
    for code in codes.iter().map(|code| code.to_uppercase()) {
        if is_country(&code) {
            served.push(code);
        } else {
            cleaner.note(Code::BadCode, "relevant-countries");
        }
    }
    // Codes that are all unknown are there and of no use.
    let code = if codes.is_empty() { Code::FieldMissing } else { Code::BadCode };
    if served.is_empty() { Err(cleaner.fault(code, "relevant-countries")) } else { Ok(served) }
}

/// The trade of the first category that has one with us.
fn trade(categories: &[&str]) -> Trade {
    let trade = |category: &&str| match *category {
        "ads" => Some(Trade::Adtech),
        "addresses" => Some(Trade::DataBroker),
        "commerce" => Some(Trade::Retail),
        "credit agency" => Some(Trade::CreditAgency),
        "entertainment" => Some(Trade::Media),
        "finance" => Some(Trade::Finance),
        "social media" => Some(Trade::Social),
        "telecommunication" => Some(Trade::Telecom),
        "travel" => Some(Trade::Travel),
        _ => None,
    };
    categories.iter().find_map(trade).unwrap_or(Trade::Other)
}

/// What the record says a person is found by; a free field is understood where its description is a usual one.
fn identifiers(document: &Value) -> Vec<Identifier> {
    let elements = document.get("required-elements").and_then(Value::as_array).into_iter().flatten();
    let mut found = Vec::new();
    for element in elements {
        let text = |key: &str| element.get(key).and_then(Value::as_str).unwrap_or_default();
        let described = fold(text("desc"));
        let says = |words: &[&str]| words.iter().any(|word| described.contains(word));
        let identifier = match text("type") {
            "name" => Some(Identifier::Name),
            "email" => Some(Identifier::Email),
            "address" => Some(Identifier::Address),
            _ if says(&["customernumber", "customerid", "kundennummer", "numeroclient"]) => {
                Some(Identifier::CustomerNumber)
            }
            _ if says(&["username", "benutzername", "nomdutilisateur"]) => Some(Identifier::Username),
            _ if says(&["ordernumber", "bestellnummer", "numerodecommande"]) => Some(Identifier::OrderNumber),
            _ if says(&["phone", "telefon", "telephone"]) => Some(Identifier::Telephone),
            _ => None,
        };
        found.extend(identifier.filter(|identifier| !found.contains(identifier)));
    }
    found
}

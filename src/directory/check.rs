//! Check: the directory's own health.
//!
//! In: the companies of a file, those of the directory it is consulted with, and today's date. Out: all findings at once, each with line and column:
//! records older than three years, hosts that mix scripts, texts that hide or reorder letters, a mailbox that two
//! companies share; and how many companies of each country can be written to. What is missing or malformed never
//! comes this far: the types of `company` refuse it, and `source` says where.
//!
//! Not here: whether an address answers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};
use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use super::company::{Company, Confidence, Contact, Purpose, Status};
use super::host::in_letters;
use super::search::fold;
use super::value::{Kind, Source, is_control};
use crate::finding::{Code, Finding, Place, Position};
use crate::law::holiday::Calendar;
use crate::yaml::Spanned;

/// Months after which a record should be looked at again.
const STALE_MONTHS: u32 = 36;

/// Returns everything that is wrong with the companies of a file, by themselves and beside those of another directory
/// that is consulted with it.
pub fn check(
    companies: &[Company],
    beside: &[Company],
    file: &str,
    today: NaiveDate,
) -> Vec<(String, Finding)> {
    let mut check = Check { file, today, company: "", findings: Vec::new() };
    // A record of the same id is replaced, and with it what it says.
    let replaced: BTreeSet<&str> = companies.iter().map(Company::id).collect();
    let beside: Vec<&Company> = beside.iter().filter(|company| !replaced.contains(company.id())).collect();
    let mut seen: BTreeSet<&str> = beside.iter().map(|company| company.id()).collect();
    for company in companies {
        check.company = company.id();
        for id in std::iter::once(company.id()).chain(company.formerly.iter().map(String::as_str)) {
            if !seen.insert(id) {
                check.finding(&company.id, Code::DuplicateId, &[("id", id.to_owned())]);
            }
        }
        check.company(company);
    }
    check.mailboxes(companies, &beside);
    check.findings
}

/// How many companies can be written to, and how well that is known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Companies that can be written to.
    pub usable: usize,
    /// Those whose contacts somebody saw, or whose contacts answered.
    pub verified: usize,
    /// Those whose newest contact was seen within three years.
    pub recent: usize,
}

impl std::ops::Add for Tally {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            usable: self.usable + other.usable,
            verified: self.verified + other.verified,
            recent: self.recent + other.recent,
        }
    }
}

/// Counts the usable companies: all, and by each country they serve (`ALL` stands for itself).
pub fn tally(companies: &[Company], today: NaiveDate) -> (Tally, BTreeMap<String, Tally>) {
    let mut all = Tally::default();
    let mut countries: BTreeMap<String, Tally> = BTreeMap::new();
    for company in companies.iter().filter(|company| company.status == Status::Usable) {
        let is_verified = match company.confidence {
            Confidence::Tested | Confidence::Verified => true,
            Confidence::Unverified => false,
        };
        let count = |tally: &mut Tally| {
            tally.usable += 1;
            tally.verified += usize::from(is_verified);
            let is_recent = |seen: NaiveDate| !is_stale(seen, today);
            tally.recent += usize::from(last_seen(company, today).is_some_and(is_recent));
        };
        count(&mut all);
        company.countries.iter().for_each(|code| count(countries.entry(code.value.to_string()).or_default()));
    }
    (all, countries)
}

/// Returns the day the newest contact for requests was seen, if that is too long ago.
pub fn stale(company: &Company, today: NaiveDate) -> Option<NaiveDate> {
    last_seen(company, today).filter(|newest| is_stale(*newest, today))
}

/// Returns the day the newest contact for requests was seen. On a day to come nobody has seen anything.
fn last_seen(company: &Company, today: NaiveDate) -> Option<NaiveDate> {
    let rights = company.contacts.iter().filter(|contact| contact.purpose == Purpose::Rights);
    rights.map(|contact| contact.checked.value).filter(|seen| *seen <= today).max()
}

/// Tells whether what was seen on a day should be looked at again.
pub fn is_stale(seen: NaiveDate, today: NaiveDate) -> bool {
    today.checked_sub_months(Months::new(STALE_MONTHS)).is_some_and(|limit| seen < limit)
}

struct Check<'a> {
    file: &'a str,
    today: NaiveDate,
    company: &'a str,
    findings: Vec<(String, Finding)>,
}

impl Check<'_> {
    fn company(&mut self, company: &Company) {
        if texts(company).any(|text| text.chars().any(is_control)) {
            self.finding(&company.id, Code::ControlCharacter, &[]);
        }
        if names(company).any(|name| name.trim().is_empty()) {
            self.finding(&company.id, Code::FieldEmpty, &[("field", "name".to_owned())]);
        }
        for contact in &company.contacts {
            self.contact(contact);
        }
        let announced = company.holds.iter().map(|announced| (&announced.source, &announced.checked));
        let recipients = company.shares_with.iter().map(|recipient| (&recipient.source, &recipient.checked));
        for (source, checked) in announced.chain(recipients) {
            self.provenance(source, checked);
        }
        self.region(company);
        self.status(company);
    }

    fn contact(&mut self, contact: &Contact) {
        match contact.kind() {
            Kind::Email | Kind::Form if imitates(&contact.value.value) => {
                self.finding(&contact.value, Code::MixedScript, &[]);
            }
            Kind::Email | Kind::Form | Kind::Post => {}
        }
        match (&contact.openpgp, contact.kind()) {
            // Only a mail can be encrypted to it.
            (Some(fingerprint), Kind::Post | Kind::Form) => {
                self.finding(fingerprint, Code::BadFingerprint, &[]);
            }
            (Some(_), Kind::Email) | (None, _) => {}
        }
        self.provenance(&contact.source, &contact.checked);
    }

    fn provenance(&mut self, source: &Spanned<Source>, checked: &Spanned<NaiveDate>) {
        if imitates(&source.value) {
            self.finding(source, Code::MixedScript, &[]);
        }
        if checked.value > self.today {
            self.finding(checked, Code::FutureDate, &[]);
        }
    }

    /// A region that is unknown would leave a case without a calendar.
    fn region(&mut self, company: &Company) {
        let Some(controller) = &company.controller else { return };
        let country = &controller.country;
        let is_counted = Calendar::of(&country.value, None).is_some();
        let is_known = |code: &String| Calendar::of(&country.value, Some(code)).is_some();
        if controller.region.as_ref().is_some_and(|code| is_counted && !is_known(code)) {
            self.finding(country, Code::BadCode, &[]);
        }
    }

    fn status(&mut self, company: &Company) {
        let usable = company.first_contact().is_some();
        match (company.status, usable) {
            (Status::Usable, false) | (Status::Incomplete, true) => {
                self.finding(&company.id, Code::StatusContradicts, &[]);
            }
            (Status::Incomplete, false) => self.finding(&company.id, Code::NoUsableContact, &[]),
            (Status::Usable, true) | (Status::Closed, _) => {}
        }
        if let Some(newest) = stale(company, self.today) {
            self.finding(&company.id, Code::RecordStale, &[("checked", newest.to_string())]);
        }
    }

    /// Finds a mailbox in the records of companies that have no name in common: one of them may be wrong.
    fn mailboxes<'a>(&mut self, companies: &'a [Company], beside: &[&'a Company]) {
        let of =
            |company: &'a Company| company.contacts.iter().filter(|contact| contact.kind() == Kind::Email);
        let mailbox = |contact: &Contact| contact.value.value.to_lowercase();
        let mut seen: BTreeMap<String, &'a Company> = BTreeMap::new();
        for company in beside.iter().copied() {
            of(company).for_each(|contact| {
                seen.entry(mailbox(contact)).or_insert(company);
            });
        }
        for company in companies {
            for contact in of(company) {
                let mailbox = mailbox(contact);
                let first = *seen.entry(mailbox.clone()).or_insert(company);
                if first.id() != company.id() && !are_related(first, company, &mailbox) {
                    let facts = [("company", first.id().to_owned())];
                    self.finding_of(company.id(), &contact.value, Code::SharedMailbox, &facts);
                }
            }
        }
    }

    fn finding<T>(&mut self, at: &Spanned<T>, code: Code, facts: &[(&str, String)]) {
        self.finding_of(self.company, at, code, facts);
    }

    fn finding_of<T>(&mut self, company: &str, at: &Spanned<T>, code: Code, facts: &[(&str, String)]) {
        let position = Position::Line(at.referenced.line(), at.referenced.column());
        let mut finding = Finding::new(code, Place::at(self.file, position));
        for (name, fact) in facts {
            finding = finding.with(name, fact);
        }
        self.findings.push((company.to_owned(), finding));
    }
}

/// The texts of a record that stand in letters and lists.
fn texts(company: &Company) -> impl Iterator<Item = &str> {
    let region = company.controller.iter().filter_map(|controller| controller.region.as_ref());
    let own = company.brands.iter().chain(&company.formerly).chain(&company.note);
    own.chain(region).map(String::as_str).chain(names(company))
}

/// The names in a record, each of which it has to have.
fn names(company: &Company) -> impl Iterator<Item = &str> {
    let entities = company.joint_controllers.iter().chain(&company.representative);
    let names = entities.map(|entity| &entity.name).chain(company.shares_with.iter().map(|it| &it.name));
    let controller = company.controller.iter().map(|controller| &controller.name);
    [&company.name].into_iter().chain(controller).chain(names).map(String::as_str)
}

/// Tells whether two companies have a word of their names in common, or the mailbox has a word of both.
fn are_related(one: &Company, other: &Company, mailbox: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let is_named = |words: &BTreeSet<String>| words.iter().any(|word| mailbox.contains(word.as_str()));
    !one.is_disjoint(&other) || (is_named(&one) && is_named(&other))
}

/// The words that tell a company from others: those of its names, brands and controllers, without the short
/// ones, most of which are legal forms.
fn words(company: &Company) -> BTreeSet<String> {
    let controller = company.controller.as_ref().map(|controller| controller.name.as_str());
    let names = company.brands.iter().chain(company.joint_controllers.iter().map(|entity| &entity.name));
    let names = names.map(String::as_str).chain([company.name.as_str()]).chain(controller);
    let words = names.flat_map(|name| name.split(|character: char| !character.is_alphanumeric()));
    words.map(fold).filter(|word| word.len() > 2 && !FORMS.contains(&word.as_str())).collect()
}

/// Words that many companies have in their names.
const FORMS: [&str; 18] = [
    "gmbh",
    "sas",
    "sasu",
    "sarl",
    "ltd",
    "limited",
    "inc",
    "llc",
    "plc",
    "group",
    "groupe",
    "services",
    "europe",
    "international",
    "france",
    "deutschland",
    "the",
    "company",
];

/// Tells whether an address mixes scripts, in its letters or in those its domain stands for.
pub fn imitates(address: &str) -> bool {
    mixes_scripts(&in_letters(address))
}

/// Tells whether letters of several scripts stand in one address. Latin, Greek and Cyrillic letters look
/// alike.
pub(crate) fn mixes_scripts(text: &str) -> bool {
    let script = |character: char| match character.nfkd().next().unwrap_or(character) {
        'a'..='z' | 'A'..='Z' => Some(0),
        '\u{370}'..='\u{3FF}' => Some(1),
        '\u{400}'..='\u{52F}' => Some(2),
        other if other.is_alphabetic() && !other.is_ascii() => Some(3),
        _ => None,
    };
    let mut scripts: Vec<u8> = text.chars().filter_map(script).collect();
    scripts.sort_unstable();
    scripts.dedup();
    scripts.len() > 1
}

//! Check: the directory's own health.
//!
//! In: the companies of a file and today's date. Out: all findings at once, each with line and column:
//! malformed addresses, numbers that fail their check digit, codes that do not exist, records older than three
//! years, hosts that mix scripts, a mailbox that two companies share; and how many companies of each country
//! can be written to. Wrong shapes, a missing source among them, never come this far: the types of `company`
//! refuse them, and `source` says where.
//!
//! Not here: whether an address answers.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};
use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use super::company::{Company, Confidence, Contact, Kind, Purpose, Status};
use super::search::fold;
use crate::finding::{Code, Finding, Place, Position};
use crate::law::country::is_country;
use crate::yaml::Spanned;

/// Months after which a record should be looked at again.
const STALE_MONTHS: u32 = 36;

/// Returns everything that is wrong with the companies of a file.
pub fn check(companies: &[Company], file: &str, today: NaiveDate) -> Vec<(String, Finding)> {
    let mut check = Check { file, today, company: "", findings: Vec::new() };
    let mut seen: BTreeMap<&str, u64> = BTreeMap::new();
    for company in companies {
        check.company = company.id();
        let former = company.formerly.iter().map(String::as_str).filter(|id| *id != company.id());
        for id in std::iter::once(company.id()).chain(former) {
            if let Some(line) = seen.insert(id, company.id.referenced.line()) {
                check.finding(&company.id, Code::DuplicateId, &[("line", line.to_string())]);
            }
        }
        check.company(company);
    }
    check.mailboxes(companies);
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
            tally.recent += usize::from(stale(company, today).is_none());
        };
        count(&mut all);
        company.countries.iter().for_each(|code| count(countries.entry(code.value.clone()).or_default()));
    }
    (all, countries)
}

/// Returns the day the newest contact was seen, if that is too long ago.
fn stale(company: &Company, today: NaiveDate) -> Option<NaiveDate> {
    let rights = company.contacts.iter().filter(|contact| contact.purpose == Purpose::Rights);
    let newest = rights.map(|contact| contact.checked.value).max()?;
    let limit = today.checked_sub_months(Months::new(STALE_MONTHS))?;
    (newest < limit).then_some(newest)
}

struct Check<'a> {
    file: &'a str,
    today: NaiveDate,
    company: &'a str,
    findings: Vec<(String, Finding)>,
}

impl Check<'_> {
    fn company(&mut self, company: &Company) {
        for country in &company.countries {
            if country.value != "ALL" && !is_country(&country.value) {
                self.finding(country, Code::BadCode, &[]);
            }
        }
        let others = company.joint_controllers.iter().chain(&company.representative);
        let seats = others.clone().filter_map(|entity| entity.country.as_ref());
        let posts = company.contacts.iter().filter_map(|contact| contact.country.as_ref());
        for country in company.authority.iter().chain(seats).chain(posts) {
            if !is_country(&country.value) {
                self.finding(country, Code::BadCode, &[]);
            }
        }
        for siren in others.filter_map(|entity| entity.siren.as_ref()).filter(|it| !is_siren(&it.value)) {
            self.finding(siren, Code::BadSiren, &[]);
        }
        if company.languages.iter().any(|language| !LANGUAGES.contains(&language.code())) {
            self.finding(&company.id, Code::BadCode, &[]);
        }
        self.controller(company);
        for contact in &company.contacts {
            self.contact(contact);
        }
        let announced = company.holds.iter().map(|announced| (&announced.source, &announced.checked));
        let recipients = company.shares_with.iter().map(|recipient| (&recipient.source, &recipient.checked));
        for (source, checked) in announced.chain(recipients) {
            self.provenance(source, checked);
        }
        self.status(company);
    }

    fn controller(&mut self, company: &Company) {
        let Some(controller) = &company.controller else { return };
        if !is_country(&controller.country.value) {
            self.finding(&controller.country, Code::BadCode, &[]);
        }
        if let Some(siren) = controller.siren.as_ref().filter(|siren| !is_siren(&siren.value)) {
            self.finding(siren, Code::BadSiren, &[]);
        }
    }

    fn contact(&mut self, contact: &Contact) {
        let value = &contact.value;
        let multi_line = contact.kind == Kind::Post;
        if value.value.chars().any(|character| is_control(character) && !(multi_line && character == '\n')) {
            self.finding(value, Code::ControlCharacter, &[]);
        }
        match contact.kind {
            Kind::Email if !is_email(&value.value) => self.finding(value, Code::BadEmail, &[]),
            Kind::Form if !is_https(&value.value) => self.finding(value, Code::BadUrl, &[]),
            Kind::Email | Kind::Form if mixes_scripts(&value.value) => {
                self.finding(value, Code::MixedScript, &[]);
            }
            Kind::Email | Kind::Form | Kind::Post => {}
        }
        self.provenance(&contact.source, &contact.checked);
    }

    fn provenance(&mut self, source: &Spanned<String>, checked: &Spanned<NaiveDate>) {
        if !is_https(&source.value) {
            self.finding(source, Code::BadSource, &[]);
        }
        if checked.value > self.today {
            self.finding(checked, Code::FutureDate, &[]);
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
    fn mailboxes<'a>(&mut self, companies: &'a [Company]) {
        let mut seen: BTreeMap<String, &'a Company> = BTreeMap::new();
        for company in companies {
            for contact in company.contacts.iter().filter(|contact| contact.kind == Kind::Email) {
                let mailbox = contact.value.value.to_lowercase();
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

/// Languages that letters may be written in: the official ones of the Union, the European Economic Area, the
/// United Kingdom and Switzerland (ISO 639-1).
const LANGUAGES: [&str; 32] = [
    "bg", "cs", "cy", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "gd", "hr", "hu", "is", "it",
    "lb", "lt", "lv", "mt", "nb", "nl", "nn", "no", "pl", "pt", "rm", "ro", "sk", "sl", "sv",
];

/// Tells whether a text is an e-mail address that can be written to: one `@`, a mailbox, a host with a dot.
pub fn is_email(text: &str) -> bool {
    let Some((mailbox, host)) = text.split_once('@') else { return false };
    let plain = |text: &str, allowed: &str| {
        !text.is_empty()
            && text.chars().all(|character| character.is_alphanumeric() || allowed.contains(character))
            && !text.starts_with('.')
            && !text.ends_with('.')
            && !text.contains("..")
    };
    plain(mailbox, "!#$%&'*+-/=?^_`{|}~.") && plain(host, "-.") && host.contains('.') && text.len() <= 254
}

fn is_https(text: &str) -> bool {
    let host = text.strip_prefix("https://").and_then(|rest| rest.split('/').next());
    let clean = text.chars().all(|character| !character.is_whitespace() && !is_control(character));
    clean && host.is_some_and(|host| host.contains('.') && !host.contains('@'))
}

/// Checks a SIREN: nine digits whose last is a Luhn check digit (ISO/IEC 7812-1, annex B).
pub(crate) fn is_siren(text: &str) -> bool {
    let digits: Option<Vec<u32>> = text.chars().map(|character| character.to_digit(10)).collect();
    let Some(digits) = digits.filter(|digits| digits.len() == 9) else { return false };
    let weigh = |(index, digit): (usize, u32)| match index % 2 {
        0 => digit,
        _ => digit * 2 / 10 + digit * 2 % 10,
    };
    digits.into_iter().rev().enumerate().map(weigh).sum::<u32>().is_multiple_of(10)
}

/// Characters that hide or reorder text: line and paragraph separators, Unicode's bidirectional controls.
const REORDERING: [std::ops::RangeInclusive<char>; 4] =
    ['\u{200E}'..='\u{200F}', '\u{2028}'..='\u{2029}', '\u{202A}'..='\u{202E}', '\u{2066}'..='\u{2069}'];

/// Tells whether a character is a control character, breaks a line or changes the direction of text.
pub fn is_control(character: char) -> bool {
    character.is_control() || REORDERING.iter().any(|range| range.contains(&character))
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

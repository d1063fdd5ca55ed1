//! Check: the directory's own health.
//!
//! In: the companies of a file and today's date. Out: all findings at once, each with line and column:
//! malformed addresses, numbers that fail their check digit, records without a source or older than three
//! years, hosts that mix scripts. Wrong shapes never come this far: the types of `company` refuse them.
//!
//! Not here: whether an address answers.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use unicode_normalization::UnicodeNormalization;

use super::company::{Company, Contact, Kind, Purpose, Status};
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
        if let Some(line) = seen.insert(company.id(), company.id.referenced.line()) {
            check.finding(&company.id, Code::DuplicateId, &[("line", line.to_string())]);
        }
        check.company(company);
    }
    check.findings
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
        if let Some(authority) = company.authority.as_ref().filter(|authority| !is_country(&authority.value))
        {
            self.finding(authority, Code::BadCode, &[]);
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
        let rights = company.contacts.iter().filter(|contact| contact.purpose == Purpose::Rights);
        let newest = rights.map(|contact| contact.checked.value).max();
        let limit = self.today.checked_sub_months(Months::new(STALE_MONTHS));
        if let (Some(newest), Some(limit)) = (newest, limit)
            && newest < limit
        {
            self.finding(&company.id, Code::RecordStale, &[("checked", newest.to_string())]);
        }
    }

    fn finding<T>(&mut self, at: &Spanned<T>, code: Code, facts: &[(&str, String)]) {
        let position = Position::Line(at.referenced.line(), at.referenced.column());
        let mut finding = Finding::new(code, Place::at(self.file, position));
        for (name, fact) in facts {
            finding = finding.with(name, fact);
        }
        self.findings.push((self.company.to_owned(), finding));
    }
}

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
fn is_siren(text: &str) -> bool {
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
fn mixes_scripts(text: &str) -> bool {
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

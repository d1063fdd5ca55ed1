//! `habeas companies correct`: a correction to send to the project, for contacts that bounced.
//!
//! In: a company and what the cases say of its contacts. Out: the contacts as YAML, the bounced ones marked, and a text
//! for an issue. Neither holds anything of the person's: no reference, no day, no address the person gave.

use std::fmt::Write as _;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Value, json};

use crate::cli::config::Config;
use crate::cli::failure::{Failure, Kind};
use crate::cli::output::Outcome;
use crate::directory::company::{Company, Contact, Status, Trade};
use crate::directory::external::{Origin, RecordContact};
use crate::directory::source;
use crate::tracker::contact::{bounced, without_bounced};
use crate::wording::Wording;
use crate::yaml;

/// Runs the command.
pub(super) fn run(word: &str, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let consulted = config.directory_for(&[word])?;
    let company = super::find(&consulted.directory, word)?;
    if consulted.imported(company).is_some_and(|imported| imported.origin == Origin::Cnil) {
        let message =
            format!("the contacts of {} may be those of people and belong in no public text", company.id());
        return Err(Failure::new(Kind::Input, message).hint(
            "write the right address into companies.yaml in the home; the register is the CNIL's to correct",
        ));
    }
    let bounces = bounced(&config.cases()?);
    let (_, lowered) = without_bounced(company, &bounces);
    if lowered.is_empty() {
        return Err(Failure::new(Kind::Input, format!("no contact of {} is known to bounce", company.id()))
            .hint(format!(
                "habeas record CASE bounced, when a letter to one of its addresses came back (habeas companies show {})",
                company.id()
            )));
    }
    let lowered: Vec<(&Contact, NaiveDate)> =
        lowered.into_iter().map(|(contact, bounce)| (contact, bounce.on)).collect();
    let own = config.own_directory()?;
    let written = own.as_deref().and_then(|text| source::record(text, company.id()));
    if written.is_none() && config.own_companies()?.iter().any(|own| own.id() == company.id()) {
        let message = format!("your own record of {} does not begin with its id", company.id());
        return Err(Failure::new(Kind::Input, message)
            .hint(format!("begin it with the line `- id: {}` in companies.yaml in the home", company.id())));
    }
    let record = match written.or_else(|| source::built_in_record(company.id())) {
        Some(record) => record.to_owned(),
        None => Basics::of(company)?,
    };
    let yaml = corrected(&record, &contacts(company, &lowered)?, lowered.len() == company.contacts.len());
    Ok(Box::new(Correction { yaml, issue: Issue::of(company, &lowered) }))
}

/// What a record needs where nobody wrote it as one, as of what was imported.
#[derive(Serialize)]
struct Basics<'c> {
    id: &'c str,
    name: &'c str,
    category: Trade,
    countries: Vec<String>,
    contacts: (),
    status: Status,
}

impl Basics<'_> {
    fn of(company: &Company) -> Result<String, Failure> {
        let basics = Basics {
            id: company.id(),
            name: &company.name,
            category: company.category,
            countries: company.countries.iter().map(|area| area.value.to_string()).collect(),
            contacts: (),
            status: Status::Usable,
        };
        let lines = written(&basics)?;
        let indented = lines.lines().enumerate();
        Ok(indented.map(|(at, line)| format!("{}{line}\n", if at == 0 { "- " } else { "  " })).collect())
    }
}

/// Puts other contacts into a record as it is written. Without any left it cannot be written to.
fn corrected(record: &str, contacts: &str, is_none_left: bool) -> String {
    let is_field =
        |line: &str| line.strip_prefix("  ").is_some_and(|line| line.starts_with(char::is_alphabetic));
    let mut text = String::new();
    let mut is_of_contacts = false;
    for line in record.trim_end().lines() {
        if is_field(line) {
            is_of_contacts = line.starts_with("  contacts:");
            text += if is_of_contacts { contacts } else { "" };
        }
        if !is_of_contacts {
            let is_status = line.starts_with("  status: usable");
            text += if is_status && is_none_left { "  status: incomplete" } else { line };
            text.push('\n');
        }
    }
    text
}

/// The contacts of the record, the bounced ones out of effect and marked.
fn contacts(company: &Company, lowered: &[(&Contact, NaiveDate)]) -> Result<String, Failure> {
    let is_none_left = lowered.len() == company.contacts.len();
    let mut text = if is_none_left { "  contacts: []\n" } else { "  contacts:\n" }.to_owned();
    for contact in &company.contacts {
        let bounced = lowered.iter().find(|(lowered, _)| std::ptr::eq(*lowered, contact));
        let mark = if bounced.is_some() { "    # " } else { "    " };
        if let Some((_, on)) = bounced {
            let _ = writeln!(
                text,
                "    # bounced {}: leave it out, or give another with source and date",
                month(*on)
            );
        }
        let fields = RecordContact {
            purpose: contact.purpose,
            kind: contact.kind(),
            value: contact.value.value.to_string(),
            openpgp: contact.openpgp.as_ref().map(|fingerprint| fingerprint.value.to_string()),
            source: contact.source.value.to_string(),
            checked: contact.checked.value,
        };
        let lines = written(&fields)?;
        for (index, line) in lines.lines().enumerate() {
            let _ = writeln!(text, "{mark}{}{line}", if index == 0 { "- " } else { "  " });
        }
    }
    Ok(text)
}

fn written<T: Serialize>(value: &T) -> Result<String, Failure> {
    yaml::write(value).map_err(|reason| Failure::new(Kind::Bug, reason))
}

/// What to write to the project.
struct Issue {
    company: String,
    name: String,
    contacts: Vec<(String, String, NaiveDate, NaiveDate)>,
}

impl Issue {
    fn of(company: &Company, lowered: &[(&Contact, NaiveDate)]) -> Self {
        let fact = |(contact, on): &(&Contact, NaiveDate)| {
            let value = contact.value.value.replace('\n', ", ");
            (value, contact.source.value.to_string(), contact.checked.value, *on)
        };
        Self {
            company: company.id().to_owned(),
            name: company.name.clone(),
            contacts: lowered.iter().map(fact).collect(),
        }
    }

    fn title(&self) -> String {
        format!("{}: a contact bounces", self.company)
    }

    /// The project reads English.
    fn body(&self) -> String {
        let mut text = format!("Letters to {} ({}) came back.\n\n", self.name, self.company);
        for (value, source, checked, on) in &self.contacts {
            let _ = writeln!(text, "- {value}: bounced in {}; seen {checked} at {source}", month(*on));
        }
        text + "\nPlease look at the company's page for the address of today.\n"
    }
}

/// The month is enough to weigh a bounce by, and tells nobody which letter it was.
fn month(day: NaiveDate) -> String {
    day.format("%Y-%m").to_string()
}

struct Correction {
    yaml: String,
    issue: Issue,
}

impl Outcome for Correction {
    fn text(&self, wording: &Wording) -> String {
        let Self { yaml, issue } = self;
        let own = wording.say("companies-correct-own");
        let upstream = wording.say("companies-correct-upstream");
        format!("{own}\n\n{yaml}\n{upstream}\n\n{}\n\n{}", issue.title(), issue.body())
    }

    fn json(&self, _wording: &Wording) -> Value {
        json!({ "yaml": self.yaml, "issue": { "title": self.issue.title(), "body": self.issue.body() } })
    }
}

//! Request: who asks, whom, which right, by which identifiers.
//!
//! In: the data subject as the profile describes them, and a company. Out: a checked [`Request`]: nothing in
//! it holds a control character, and it carries the identifiers this company needs and no others.
//!
//! Not here: wording (`template`), reading the profile's file (`cli`).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::block::GUARD;
use super::choice::Choices;
use super::template::Matter;
use super::{Error, Field};
use crate::directory::company::{Company, Identifier};
use crate::directory::value::is_control;
use crate::law::article::Regime;
use crate::law::complaint::governing;
use crate::law::right::Right;
use crate::wording::Language;

/// Characters allowed in one field of a profile or an address; longer ones are no name and no address line.
const FIELD_CHARACTERS_MAX: usize = 200;

/// Characters allowed in a text of the person's own: a paragraph.
const TEXT_CHARACTERS_MAX: usize = 2_000;

/// The data subject (Art. 4(1)): the person who writes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataSubject {
    /// Full name.
    #[serde(default)]
    pub name: String,
    /// E-mail addresses; the first receives the answers.
    #[serde(default)]
    pub emails: Vec<String>,
    /// Telephone number, as the companies know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    /// Postal address, a line each, without the country.
    #[serde(default)]
    pub address: Vec<String>,
    /// Country of residence (ISO 3166-1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Region of residence, without the country, where the authority depends on it (Germany: `BY`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
    /// Country of work, where it is another one (ISO 3166-1): its authority may be turned to, too. Art. 77(1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work_country: Option<String>,
    /// The place letters are dated from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// What a company knows the person by, beyond name and address: company id, then identifier, then value.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub known_as: BTreeMap<String, BTreeMap<Identifier, String>>,
    /// How a company comes to know the person, in their own words: company id, then how. No letter says it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub dealt_with: BTreeMap<String, String>,
}

impl DataSubject {
    /// Returns the address answers should come to.
    pub fn email(&self) -> Option<&str> {
        self.emails.first().map(String::as_str)
    }

    /// Returns every text with the name of its field, for checks.
    pub fn fields(&self) -> Vec<(String, &str)> {
        let mut fields = vec![("name".to_owned(), self.name.as_str())];
        fields.extend(self.emails.iter().map(|email| ("emails".to_owned(), email.as_str())));
        fields.extend(self.address.iter().map(|line| ("address".to_owned(), line.as_str())));
        let single = [
            ("telephone", &self.telephone),
            ("country", &self.country),
            ("region", &self.region),
            ("work_country", &self.work_country),
            ("place", &self.place),
        ];
        for (name, text) in single {
            fields.extend(text.as_deref().map(|text| (name.to_owned(), text)));
        }
        for (company, identifiers) in &self.known_as {
            for (identifier, text) in identifiers {
                fields.push((format!("known_as.{company}.{}", identifier.id()), text.as_str()));
            }
        }
        fields
    }

    /// Returns the value of an identifier towards a company.
    fn identifier(&self, identifier: Identifier, company: &str) -> Option<String> {
        let known = self.known_as.get(company).and_then(|known| known.get(&identifier)).cloned();
        known.or_else(|| match identifier {
            Identifier::Name => Some(self.name.clone()),
            Identifier::Email => self.emails.first().cloned(),
            Identifier::Telephone => self.telephone.clone(),
            Identifier::Address => (!self.address.is_empty()).then(|| self.address.join(", ")),
            Identifier::CustomerNumber
            | Identifier::Username
            | Identifier::LoyaltyCard
            | Identifier::OrderNumber => None,
        })
    }
}

/// One person, one controller, one right.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    /// Who asks.
    pub subject: &'a DataSubject,
    /// Whom.
    pub company: &'a Company,
    /// Which right.
    pub right: Right,
    /// The case it opens, `HB-7F3K2Q`.
    pub reference: &'a str,
    /// The day it is dated.
    pub today: NaiveDate,
    /// The language it is written in.
    pub language: Language,
    /// The postal address it goes to, if the user gives one that the directory lacks.
    pub address: Option<Vec<String>>,
    /// The e-mail address it goes to, if the user gives one.
    pub email: Option<String>,
    /// What the person chose to say.
    pub choices: &'a Choices,
}

impl Request<'_> {
    /// Returns the law the controller is written to under: its own or, where it sits elsewhere and offers goods to
    /// people here, the person's (Art. 3(2)).
    pub fn regime(&self) -> Regime {
        Regime::of(governing(self.company.country(), self.subject.country.as_deref()))
    }

    /// Returns what its letter is about.
    pub fn matter(&self) -> Matter {
        Matter::request(self.right, self.language, self.regime())
    }

    /// Checks that the profile has what every letter needs and that nothing in it can add a line or a header.
    ///
    /// # Errors
    /// Names the field that is missing or refused, never its value.
    pub fn check(&self) -> Result<(), Error> {
        if self.subject.name.trim().is_empty() {
            return Err(Error::Missing { field: "name" });
        }
        if self.subject.emails.is_empty() {
            return Err(Error::Missing { field: "emails" });
        }
        // What cannot be delivered goes back to the sender, and the slip does in any case.
        if self.choices.registered.is_some() && self.subject.address.is_empty() {
            return Err(Error::Missing { field: "address" });
        }
        for (field, text) in self.subject.fields() {
            check_field(&field, text)?;
        }
        for line in self.address.iter().flatten().chain(&self.email) {
            check_field("address of the company", line)?;
        }
        check_field("name of the company", &self.company.name)?;
        check_field("controller of the company", self.company.addressee())
    }

    /// Checks that what the right needs was chosen.
    ///
    /// # Errors
    /// Names the flag that gives what is missing.
    pub fn check_choices(&self) -> Result<(), Error> {
        self.choices.check(self.right)
    }

    /// Returns the field that brings a character into the letter, if one does.
    pub fn field_with(&self, character: char) -> Option<Field> {
        let profile = self.subject.fields().into_iter().find(|(_, text)| text.contains(character));
        let profile = profile.map(|(field, _)| Field::Profile(field));
        let chosen = self.choices.texts().into_iter().find(|(_, text)| text.contains(character));
        let chosen = || chosen.map(|(flag, _)| Field::Flag(flag));
        let given = self.address.iter().flatten().chain(&self.email).any(|line| line.contains(character));
        let values = self.company.contacts.iter().map(|contact| &*contact.value.value);
        let names = [self.company.name.as_str(), self.company.addressee()];
        let of_company = given || names.into_iter().chain(values).any(|text| text.contains(character));
        profile.or_else(chosen).or_else(|| of_company.then(|| Field::Company(self.company.id().to_owned())))
    }

    /// Returns the identifiers this company needs and the person has.
    pub fn identifiers(&self) -> Vec<(Identifier, String)> {
        let company = self.company.id();
        self.wanted().into_iter().filter_map(|id| Some((id, self.subject.identifier(id, company)?))).collect()
    }

    /// Returns the identifiers this company asks for and the profile lacks.
    pub fn missing_identifiers(&self) -> Vec<Identifier> {
        let company = self.company.id();
        self.wanted().into_iter().filter(|id| self.subject.identifier(*id, company).is_none()).collect()
    }

    /// Name and e-mail always; the rest as the company needs it.
    fn wanted(&self) -> Vec<Identifier> {
        let mut wanted = vec![Identifier::Name, Identifier::Email];
        wanted.extend(&self.company.identify_by);
        let own = self.subject.known_as.get(self.company.id()).into_iter().flatten();
        wanted.extend(own.map(|(identifier, _)| *identifier));
        wanted.sort_unstable();
        wanted.dedup();
        wanted
    }
}

/// Refuses what could add a line, a header or hidden text to a field.
///
/// # Errors
/// Names the field, never its value.
pub fn check_field(field: &str, text: &str) -> Result<(), Error> {
    check(field, text, FIELD_CHARACTERS_MAX)
}

/// Refuses the same in a text of the person's own, which may be a paragraph.
///
/// # Errors
/// Names the field, never its value.
pub fn check_text(field: &str, text: &str) -> Result<(), Error> {
    check(field, text, TEXT_CHARACTERS_MAX)
}

fn check(field: &str, text: &str, limit: usize) -> Result<(), Error> {
    if text.chars().any(|character| is_control(character) || character == GUARD) {
        return Err(Error::ControlCharacter { field: field.to_owned() });
    }
    if text.chars().count() > limit {
        return Err(Error::TooLong { field: field.to_owned(), limit });
    }
    Ok(())
}

//! Company: what people call it, the controller who answers in law, and how to reach it.
//!
//! This header is the specification of `companies.yaml`, format 1: a list of records. Unknown keys are
//! errors.
//!
//! | key | meaning |
//! |---|---|
//! | `id` | `[a-z0-9-]`, permanent; old ids go to `formerly` |
//! | `name`, `brands` | what people call it, and the names and sites it runs |
//! | `category` | the trade ([`Trade`]) |
//! | `countries` | ISO 3166-1 codes where it serves people, or `ALL` |
//! | `languages` | ISO 639-1 codes in which requests may be written, beside those of the controller's country; none: also those of the countries it serves by name |
//! | `packs` | the lists it belongs to, for letters to several companies at once |
//! | `controller` | `name`, `country` (of the seat, or of the address it answers at where only that is known), and where known `region` (without the country) and `siren` |
//! | `joint_controllers` | those that decide with it (Art. 26): `name`, and where known `country` and `siren` |
//! | `representative` | its representative in the Union (Art. 27): `name`, and where known `country` |
//! | `contacts` | `purpose`, `kind`, `value`, `source`, `checked`; the first of the wanted purpose wins. `country` where a postal address is in another country than the controller; `openpgp`, the whole fingerprint of the key to which mail to that address may be encrypted, seen on the same page |
//! | `identify_by` | the identifiers it needs to find the person |
//! | `id_document` | `no`, `on_doubt`, `yes`, `unknown`: what it says; never obeyed by default |
//! | `authority` | the country whose authority leads, where it is not that of the controller |
//! | `holds`, `shares_with` | what its notice announces, each with `source` and `checked` |
//! | `note` | what somebody who writes to it or keeps the record should know, in English |
//! | `confidence` | `verified` (somebody saw the contacts on the page they name; the default), `tested` (a request was answered) or `unverified` (old, partial, imported, or sources disagree) |
//! | `status` | `usable`, `incomplete` or `closed` |
//!
//! An anchor belongs to its record: where a file has faults, its records are read one by one.
//!
//! Not here: reading files (`source`), what a value may be (`value`), and whether the values fit each other (`check`).

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use super::value::{Address, Area, Country, Fingerprint, Kind, RequestLanguage, Siren, Source, Wrong};
use crate::law::category::Category;
use crate::law::country::official_languages;
use crate::wording::Language;
use crate::yaml::Spanned;

/// A company of the directory.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Company {
    /// Permanent identifier, with the place where it stands in the file.
    pub id: Spanned<CompanyId>,
    /// What people call it.
    pub name: String,
    /// Further names and sites.
    #[serde(default)]
    pub brands: Vec<String>,
    /// Identifiers it had before.
    #[serde(default)]
    pub formerly: Vec<String>,
    /// Its trade.
    pub category: Trade,
    /// Where it serves people: ISO 3166-1 codes, or `ALL`.
    pub countries: Vec<Spanned<Area>>,
    /// Languages in which requests may be written, beside those spoken where the controller sits ([`Company::takes`]).
    #[serde(default, deserialize_with = "languages")]
    pub languages: Vec<Language>,
    /// The lists it belongs to.
    #[serde(default)]
    pub packs: Vec<CompanyId>,
    /// Who answers in law, if known.
    pub controller: Option<Controller>,
    /// Who decides with the controller (Art. 26).
    #[serde(default)]
    pub joint_controllers: Vec<Entity>,
    /// Who represents the controller in the Union (Art. 27).
    pub representative: Option<Entity>,
    /// How to reach it.
    #[serde(default)]
    pub contacts: Vec<Contact>,
    /// By what it finds a person.
    #[serde(default)]
    pub identify_by: Vec<Identifier>,
    /// What it says about identity documents.
    #[serde(default)]
    pub id_document: IdDocument,
    /// Country of the lead authority, if known.
    pub authority: Option<Spanned<Country>>,
    /// Categories of data its notice announces.
    #[serde(default)]
    pub holds: Vec<Announced>,
    /// Recipients its notice announces.
    #[serde(default)]
    pub shares_with: Vec<AnnouncedRecipient>,
    /// What somebody who writes to it or keeps the record should know, in English.
    pub note: Option<String>,
    /// How well the contacts are known.
    #[serde(default)]
    pub confidence: Confidence,
    /// Whether it can be written to.
    pub status: Status,
}

fn languages<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Language>, D::Error> {
    let languages = Vec::<RequestLanguage>::deserialize(deserializer)?;
    Ok(languages.into_iter().map(|RequestLanguage(language)| language).collect())
}

/// A permanent identifier, of a company or a pack: `[a-z0-9-]`, neither beginning nor ending with a hyphen. It
/// names folders, so nothing else gets in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct CompanyId(String);

/// Not an identifier of a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id has lower-case letters, digits and hyphens inside, such as example-shop")]
pub struct NotAnId;

impl CompanyId {
    /// Returns its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for CompanyId {
    type Error = NotAnId;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let allowed = |character: char| matches!(character, 'a'..='z' | '0'..='9' | '-');
        let sound = !text.is_empty() && text.len() <= 64 && text.chars().all(allowed);
        if sound && !text.starts_with('-') && !text.ends_with('-') { Ok(Self(text)) } else { Err(NotAnId) }
    }
}

/// The legal entity that decides why and how, and must answer (Art. 4(7)).
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Controller {
    /// Its name in the register.
    pub name: String,
    /// Country of its seat, ISO 3166-1.
    pub country: Spanned<Country>,
    /// Region of its seat, without the country, where it has holidays of its own and is known.
    pub region: Option<String>,
    /// French company number.
    pub siren: Option<Spanned<Siren>>,
}

/// A legal entity beside the controller.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// Its name in the register.
    pub name: String,
    /// Country of its seat, ISO 3166-1, if known.
    pub country: Option<Spanned<Country>>,
    /// French company number.
    pub siren: Option<Spanned<Siren>>,
}

/// A way to reach a company.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(try_from = "WrittenContact")]
pub struct Contact {
    /// What it is for.
    pub purpose: Purpose,
    /// The address; several lines for post.
    pub value: Spanned<Address>,
    /// Country of a postal address, where it is not that of the controller.
    pub country: Option<Spanned<Country>>,
    /// The OpenPGP key to which mail to that address may be encrypted.
    pub openpgp: Option<Spanned<Fingerprint>>,
    /// Where it was found.
    pub source: Spanned<Source>,
    /// When it was seen there.
    pub checked: Spanned<NaiveDate>,
}

impl Contact {
    /// Returns what kind of address it is.
    pub fn kind(&self) -> Kind {
        self.value.value.kind()
    }
}

/// A contact as it is written: its kind says how its address is read.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenContact {
    purpose: Purpose,
    kind: Kind,
    value: Spanned<String>,
    country: Option<Spanned<Country>>,
    openpgp: Option<Spanned<Fingerprint>>,
    source: Spanned<Source>,
    checked: Spanned<NaiveDate>,
}

impl TryFrom<WrittenContact> for Contact {
    type Error = Wrong;

    fn try_from(written: WrittenContact) -> Result<Self, Wrong> {
        let WrittenContact { purpose, kind, value, country, openpgp, source, checked } = written;
        let address = Address::of(kind, value.value)?;
        let value = Spanned { value: address, referenced: value.referenced, defined: value.defined };
        Ok(Self { purpose, value, country, openpgp, source, checked })
    }
}

/// What a contact is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Requests under Articles 15 to 22.
    Rights,
    /// Questions only; a request sent here loses time.
    Questions,
    /// A page where a person exports their data.
    Export,
    /// A page where a person deletes their account.
    Erasure,
    /// A page or mailbox to object to marketing.
    OptOut,
}

closed_list! {
    /// By what a controller finds a person.
    pub enum Identifier {
        /// The name.
        Name = "name";
        /// The e-mail address of the account.
        Email = "email";
        /// The telephone number.
        Telephone = "telephone";
        /// The postal address.
        Address = "address";
        /// A customer number.
        CustomerNumber = "customer_number";
        /// A user name.
        Username = "username";
        /// The number of a loyalty card.
        LoyaltyCard = "loyalty_card";
        /// The number of an order.
        OrderNumber = "order_number";
    }
}

/// What a company says about identity documents. Art. 12(6) allows asking only on reasonable doubts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdDocument {
    /// It asks for none.
    No,
    /// It asks when in doubt.
    OnDoubt,
    /// It always asks.
    Yes,
    /// Not known.
    #[default]
    Unknown,
}

/// A category of data that a notice announces.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Announced {
    /// The category.
    pub category: Category,
    /// The notice.
    pub source: Spanned<Source>,
    /// When it was read, or its own date.
    pub checked: Spanned<NaiveDate>,
}

/// A recipient that a notice announces by name.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnouncedRecipient {
    /// Its name.
    pub name: String,
    /// What for.
    pub role: RecipientRole,
    /// The notice.
    pub source: Spanned<Source>,
    /// When it was read, or its own date.
    pub checked: Spanned<NaiveDate>,
}

closed_list! {
    /// What a recipient gets the data for.
    pub enum RecipientRole {
        /// Advertising and its measurement.
        Advertising = "advertising";
        /// Audience measurement.
        Measurement = "measurement";
        /// Payment, credit, debt collection, fraud.
        Payment = "payment";
        /// Delivery.
        Delivery = "delivery";
        /// Customer service.
        Support = "support";
        /// A company of the same group.
        Affiliate = "affiliate";
        /// A seller on the company's marketplace.
        Seller = "seller";
        /// Hosting, security and other technical services.
        Technical = "technical";
    }
}

/// How well the contacts of a company are known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// A request was sent and answered.
    Tested,
    /// Somebody saw them on the page they name.
    #[default]
    Verified,
    /// They are old or partial, were imported, or their sources disagree.
    Unverified,
}

/// Whether a company can be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It has a usable contact.
    Usable,
    /// It lacks one.
    Incomplete,
    /// It no longer exists.
    Closed,
}

/// The trade of a company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Trade {
    Adtech,
    Automotive,
    Beauty,
    CreditAgency,
    DataBroker,
    Dating,
    Delivery,
    Diy,
    Electronics,
    Fashion,
    Finance,
    Games,
    Grocery,
    HealthRetail,
    Home,
    Internet,
    Loyalty,
    Marketplace,
    Media,
    Mobility,
    Payment,
    Retail,
    Services,
    Social,
    Sport,
    Telecom,
    Travel,
    Other,
}

impl Trade {
    /// Tells whether it sells to people, who then have orders and mostly an account there.
    pub fn sells(self) -> bool {
        match self {
            Self::Automotive
            | Self::Beauty
            | Self::Delivery
            | Self::Diy
            | Self::Electronics
            | Self::Fashion
            | Self::Games
            | Self::Grocery
            | Self::HealthRetail
            | Self::Home
            | Self::Marketplace
            | Self::Mobility
            | Self::Retail
            | Self::Sport
            | Self::Telecom
            | Self::Travel => true,
            Self::Adtech
            | Self::CreditAgency
            | Self::DataBroker
            | Self::Dating
            | Self::Finance
            | Self::Internet
            | Self::Loyalty
            | Self::Media
            | Self::Payment
            | Self::Services
            | Self::Social
            | Self::Other => false,
        }
    }
}

impl Company {
    /// Returns its identifier.
    pub fn id(&self) -> &str {
        &self.id.value.0
    }

    /// Returns the first contact for requests of the wanted kind.
    pub fn contact(&self, kind: Kind) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.purpose == Purpose::Rights && contact.kind() == kind)
    }

    /// Returns the first contact for requests, whatever its kind.
    pub fn first_contact(&self) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.purpose == Purpose::Rights)
    }

    /// Tells whether it serves people in a country.
    pub fn serves(&self, country: &str) -> bool {
        self.countries.iter().any(|code| code.value == *country || code.value == *"ALL")
    }

    /// Tells whether a request may be written in a language: the record names it, or it is an official one where the
    /// controller sits; where the record names none, also where it serves people by name. Nothing known takes any.
    pub fn takes(&self, language: Language) -> bool {
        let is_official = |country: &str| official_languages(country).contains(&language.code());
        let names_none = self.languages.is_empty();
        self.languages.contains(&language)
            || self.country().is_some_and(is_official)
            || names_none && self.country().is_none()
            || names_none && self.countries.iter().any(|country| is_official(&country.value))
    }

    /// Returns the country of a postal address.
    pub fn country_of<'a>(&'a self, post: &'a Contact) -> Option<&'a str> {
        post.country.as_ref().map(|country| &*country.value).or_else(|| self.country())
    }

    /// Returns the country whose calendar and law the answer is measured by: that of the controller, else of
    /// the lead authority.
    pub fn country(&self) -> Option<&str> {
        let controller = self.controller.as_ref().map(|controller| &*controller.country.value);
        controller.or_else(|| self.authority.as_ref().map(|authority| &*authority.value))
    }

    /// Returns the name to address in law: the controller's, or the company's where it is not known.
    pub fn addressee(&self) -> &str {
        self.controller.as_ref().map_or(self.name.as_str(), |controller| controller.name.as_str())
    }
}

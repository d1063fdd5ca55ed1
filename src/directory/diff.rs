//! Diff: what changed between two directories, the changes that could divert a request first.
//!
//! In: the companies of an older and a newer file. Out: changed contacts (another address, another one in front, one
//! that is gone), companies and contacts that came or went, and the names of other fields that changed.
//!
//! A company is the same under its id or a former one. Not here: which of the two is right.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::company::{Company, Contact, Entity, Purpose};
use super::value::Kind;

/// What changed between two directories.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Difference {
    /// Contacts that a request could be diverted by, by company.
    pub contacts: Vec<ContactChange>,
    /// Companies and contacts that are new or gone and divert nothing.
    pub comings: Vec<Coming>,
    /// Other fields that changed.
    pub others: Vec<Other>,
}

/// A contact of a company that is in both.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ContactChange {
    /// Id of the company in the newer directory.
    pub company: String,
    /// What happened to the contact.
    pub change: Change,
    /// What the contact is for.
    pub purpose: Purpose,
    /// What kind of address it is.
    pub kind: Kind,
    /// The address before; of several lines, joined by commas.
    pub old: String,
    /// The address now, if there is one.
    pub new: Option<String>,
    /// Where the address of now was found, and when it was seen there.
    pub found: Option<(String, NaiveDate)>,
    /// Whether mail or a form now goes to another host than before.
    pub other_host: bool,
}

closed_list! {
    /// What can happen to a contact.
    pub enum Change {
        /// Another address stands in its place.
        Replaced = "replaced";
        /// It is still there, and another one goes before it.
        Overtaken = "overtaken";
        /// It is gone, and no other of its kind is there.
        Removed = "removed";
    }
}

/// A company or contact that came or went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coming {
    /// Id of the company.
    pub company: String,
    /// What came or went.
    pub what: What,
    /// The contact's address, or the id the company had before.
    pub value: Option<String>,
}

closed_list! {
    /// What came or went.
    pub enum What {
        /// A company that was not there.
        CompanyAdded = "company-added";
        /// A company that is no longer there.
        CompanyRemoved = "company-removed";
        /// A company under another id.
        CompanyRenamed = "company-renamed";
        /// A further contact, behind those there were.
        ContactAdded = "contact-added";
        /// A contact behind the first that is gone.
        ContactRemoved = "contact-removed";
    }
}

/// A field that changed, other than a contact's address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Other {
    /// Id of the company.
    pub company: String,
    /// The key in `companies.yaml`.
    pub field: &'static str,
    /// What stood there, where it is one word, and what does now.
    pub words: Option<(String, String)>,
}

/// Compares two directories.
pub fn diff(old: &[Company], new: &[Company]) -> Difference {
    let mut difference = Difference::default();
    let newer: BTreeMap<&str, &Company> = new
        .iter()
        .flat_map(|company| company.formerly.iter().map(move |id| (id.as_str(), company)))
        .chain(new.iter().map(|company| (company.id(), company)))
        .collect();
    let mut met: Vec<&str> = Vec::new();
    for before in old {
        let Some(after) = newer.get(before.id()) else {
            difference.coming(before.id(), What::CompanyRemoved, None);
            continue;
        };
        met.push(after.id());
        if after.id() != before.id() {
            difference.coming(after.id(), What::CompanyRenamed, Some(before.id().to_owned()));
        }
        difference.contacts(before, after);
        difference.others(before, after);
    }
    met.sort_unstable();
    for company in new.iter().filter(|company| met.binary_search(&company.id()).is_err()) {
        difference.coming(company.id(), What::CompanyAdded, None);
    }
    difference.contacts.sort_by(|one, other| one.company.cmp(&other.company));
    difference.comings.sort_by(|one, other| (one.what, &one.company).cmp(&(other.what, &other.company)));
    difference
}

/// Writes an address in one line, as cases keep it.
pub fn in_one_line(contact: &Contact) -> String {
    contact.value.value.trim().replace('\n', ", ")
}

impl Difference {
    /// Tells whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.contacts.is_empty() && self.comings.is_empty() && self.others.is_empty()
    }

    fn coming(&mut self, company: &str, what: What, value: Option<String>) {
        self.comings.push(Coming { company: company.to_owned(), what, value });
    }

    fn contacts(&mut self, before: &Company, after: &Company) {
        for (purpose, kind) in ways(before, after) {
            let of = |company: &Company| -> Vec<(String, Contact)> {
                let contacts = company.contacts.iter();
                let wanted = contacts.filter(|contact| contact.purpose == purpose && contact.kind() == kind);
                wanted.map(|contact| (in_one_line(contact), contact.clone())).collect()
            };
            let (olds, news) = (of(before), of(after));
            self.first(after.id(), &olds, &news);
            let is_new = |value: &String| !olds.iter().any(|(old, _)| old == value);
            let is_gone = |value: &String| !news.iter().any(|(new, _)| new == value);
            // What stands in front was told above.
            let skipped = usize::from(!olds.is_empty());
            for (value, _) in news.iter().skip(skipped).filter(|(value, _)| is_new(value)) {
                self.coming(after.id(), What::ContactAdded, Some(value.clone()));
            }
            for (value, _) in olds.iter().skip(1).filter(|(value, _)| is_gone(value)) {
                self.coming(after.id(), What::ContactRemoved, Some(value.clone()));
            }
        }
        self.first_way(before, after);
    }

    /// The address a request of this kind would go to.
    fn first(&mut self, company: &str, olds: &[(String, Contact)], news: &[(String, Contact)]) {
        let Some((old, contact)) = olds.first() else { return };
        let now = news.first();
        if now.is_some_and(|(new, _)| new == old) {
            return;
        }
        let change = match now {
            None => Change::Removed,
            Some(_) if news.iter().any(|(new, _)| new == old) => Change::Overtaken,
            Some(_) => Change::Replaced,
        };
        let new = now.map(|(new, _)| new.clone());
        let other_host =
            new.as_deref().is_some_and(|new| host(new, contact.kind()) != host(old, contact.kind()));
        self.contacts.push(ContactChange {
            company: company.to_owned(),
            change,
            purpose: contact.purpose,
            kind: contact.kind(),
            old: old.clone(),
            new,
            found: now.map(|(_, contact)| (contact.source.value.to_string(), contact.checked.value)),
            other_host,
        });
    }

    /// A request leaves by the first contact: a new one of another kind in front diverts it too.
    fn first_way(&mut self, before: &Company, after: &Company) {
        let (Some(old), Some(new)) = (before.first_contact(), after.first_contact()) else { return };
        let is_told =
            self.contacts.iter().any(|change| change.company == after.id() && change.purpose == old.purpose);
        if old.kind() != new.kind() && !is_told {
            self.contacts.push(ContactChange {
                company: after.id().to_owned(),
                change: Change::Overtaken,
                purpose: old.purpose,
                kind: old.kind(),
                old: in_one_line(old),
                new: Some(in_one_line(new)),
                found: Some((new.source.value.to_string(), new.checked.value)),
                other_host: true,
            });
        }
    }

    fn others(&mut self, before: &Company, after: &Company) {
        let plain = |company: &Company| {
            let contacts = company
                .contacts
                .iter()
                .map(|contact| (contact.source.value.to_string(), contact.checked.value));
            contacts.collect::<Vec<_>>()
        };
        let controller = |company: &Company| {
            company.controller.as_ref().map(|controller| {
                let siren = controller.siren.as_ref().map(|siren| siren.value.to_string());
                (
                    controller.name.clone(),
                    controller.country.value.to_string(),
                    controller.region.clone(),
                    siren,
                )
            })
        };
        let countries = |company: &Company| -> Vec<String> {
            company.countries.iter().map(|country| country.value.to_string()).collect()
        };
        let authority =
            |company: &Company| company.authority.as_ref().map(|authority| authority.value.to_string());
        let keys = |company: &Company| -> Vec<Option<String>> {
            let keys = company.contacts.iter().map(|contact| contact.openpgp.as_ref());
            keys.map(|key| key.map(|key| key.value.to_string())).collect()
        };
        let holds =
            |company: &Company| company.holds.iter().map(|announced| announced.category).collect::<Vec<_>>();
        let shares = |company: &Company| -> Vec<String> {
            company.shares_with.iter().map(|recipient| recipient.name.clone()).collect()
        };
        let entity = |entity: &Entity| {
            let siren = entity.siren.as_ref().map(|siren| siren.value.to_string());
            (entity.name.clone(), entity.country.as_ref().map(|country| country.value.to_string()), siren)
        };
        let joint = |company: &Company| company.joint_controllers.iter().map(entity).collect::<Vec<_>>();
        let representative = |company: &Company| company.representative.as_ref().map(entity);
        let seats = |company: &Company| -> Vec<Option<String>> {
            let countries = company.contacts.iter().map(|contact| contact.country.as_ref());
            countries.map(|country| country.map(|country| country.value.to_string())).collect()
        };
        let words = |field: &str| match field {
            "name" => Some((before.name.clone(), after.name.clone())),
            "status" => Some((word(&before.status), word(&after.status))),
            "id_document" => Some((word(&before.id_document), word(&after.id_document))),
            "category" => Some((word(&before.category), word(&after.category))),
            "confidence" => Some((word(&before.confidence), word(&after.confidence))),
            _ => None,
        };
        let fields = [
            ("controller", controller(before) != controller(after)),
            ("joint_controllers", joint(before) != joint(after)),
            ("representative", representative(before) != representative(after)),
            ("name", before.name != after.name),
            ("brands", before.brands != after.brands),
            ("status", before.status != after.status),
            ("languages", before.languages != after.languages),
            ("identify_by", before.identify_by != after.identify_by),
            ("id_document", before.id_document != after.id_document),
            ("authority", authority(before) != authority(after)),
            ("countries", countries(before) != countries(after)),
            ("category", before.category != after.category),
            ("holds", holds(before) != holds(after)),
            ("shares_with", shares(before) != shares(after)),
            ("packs", before.packs != after.packs),
            ("note", before.note != after.note),
            ("confidence", before.confidence != after.confidence),
            ("contacts: country", seats(before) != seats(after)),
            ("contacts: openpgp", keys(before) != keys(after)),
            ("contacts: source, checked", plain(before) != plain(after)),
        ];
        let changed = fields.into_iter().filter(|(_, changed)| *changed);
        let other = |(field, _)| Other { company: after.id().to_owned(), field, words: words(field) };
        self.others.extend(changed.map(other));
    }
}

/// The word a value of one of our lists has in files.
fn word<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Purposes and kinds of contact that either of two records has, each once.
fn ways(before: &Company, after: &Company) -> Vec<(Purpose, Kind)> {
    let mut ways: Vec<(Purpose, Kind)> = Vec::new();
    for contact in before.contacts.iter().chain(&after.contacts) {
        if !ways.contains(&(contact.purpose, contact.kind())) {
            ways.push((contact.purpose, contact.kind()));
        }
    }
    ways
}

/// The host mail or a form goes to; a postal address has none.
fn host(value: &str, kind: Kind) -> Option<String> {
    let host = match kind {
        Kind::Email => value.rsplit_once('@').map(|(_, host)| host),
        Kind::Form => value.split_once("://").and_then(|(_, rest)| rest.split('/').next()),
        Kind::Post => None,
    };
    host.map(str::to_lowercase)
}

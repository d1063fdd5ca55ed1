//! Sites: the lists of JustDeleteMe and JustGetMyData, `_data/sites.json`.
//!
//! In: the list, as a JSON value. Out: a record a service, with the page where people delete their account or export
//! their data, and the mailbox the list gives for it. A bare home page says nothing and is left out.
//!
//! Both lists are kept by volunteers and have no dates. Not here: joining them with other records.

use chrono::NaiveDate;
use serde_json::Value;

use super::{
    Cleaner, Gathered, Imported, Origin, RECORDS_MAX, Record, RecordContact, element, has_path, id_of, site,
    status_of, unverified,
};
use crate::directory::company::{IdDocument, Purpose, Trade};
use crate::directory::value::Kind;
use crate::finding::{Code, Finding};

/// Where a list is published.
fn source(origin: Origin) -> &'static str {
    match origin {
        Origin::JustDeleteMe => "https://github.com/jdm-contrib/jdm/blob/master/_data/sites.json",
        Origin::JustGetMyData => "https://github.com/daviddavo/jgmd/blob/master/_data/sites.json",
        Origin::Datenanfragen => "https://github.com/datenanfragen/data",
        Origin::Cnil => super::cnil::SOURCE,
    }
}

/// Tells which of the two lists a document is: only that of deletions names the domains of a service.
pub fn recognise(document: &Value) -> Option<Origin> {
    let sites = document.as_array()?;
    let is_site = |site: &&Value| site.get("name").is_some() && site.get("difficulty").is_some();
    sites.iter().find(is_site)?;
    let has_domains = sites.iter().any(|site| site.get("domains").is_some());
    Some(if has_domains { Origin::JustDeleteMe } else { Origin::JustGetMyData })
}

/// Reads a list.
pub fn gather(document: &Value, origin: Origin, file: &str, today: NaiveDate) -> Gathered {
    let mut gathered = Gathered::default();
    for (index, entry) in document.as_array().into_iter().flatten().enumerate() {
        let place = element(file, index);
        if gathered.records.len() >= RECORDS_MAX {
            gathered.reject(
                Finding::new(Code::LimitReached, place)
                    .with("limit", "directory-records")
                    .with("max", RECORDS_MAX)
                    .with("flag", "none"),
            );
            continue;
        }
        let mut cleaner = Cleaner::new(&place);
        let read = record(entry, origin, today, &mut cleaner);
        let notes = cleaner.notes;
        match read {
            Ok(record) => {
                gathered.seen += 1;
                notes.into_iter().for_each(|note| gathered.note(note));
                gathered.records.push(record);
            }
            Err(finding) => gathered.reject(finding),
        }
    }
    merge_same_ids(&mut gathered);
    gathered
}

fn record(
    entry: &Value,
    origin: Origin,
    today: NaiveDate,
    cleaner: &mut Cleaner<'_>,
) -> Result<Imported, Finding> {
    let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
    let name = cleaner.line(text("name"), "name")?;
    let id = id_of(&name).ok_or_else(|| cleaner.fault(Code::FieldUnusable, "name"))?;
    let contacts = contacts(entry, origin, today, cleaner);
    let domains = entry.get("domains").and_then(Value::as_array).into_iter().flatten();
    let domains: Vec<&str> = domains.filter_map(Value::as_str).collect();
    let own = site(text("url")).filter(|_| domains.is_empty());
    let brands = cleaner.names(domains.into_iter().chain(own.as_deref()), "domains");
    if contacts.is_empty() {
        return Err(cleaner.notes.pop().unwrap_or_else(|| cleaner.fault(Code::NothingToKeep, "url")));
    }
    let difficulty = text("difficulty");
    let known = ["easy", "medium", "hard", "limited", "impossible"].contains(&difficulty);
    Ok(Imported {
        origin,
        imported_at: today,
        dated: None,
        quality: known.then(|| difficulty.to_owned()),
        company: Record {
            id,
            name,
            brands,
            formerly: Vec::new(),
            category: Trade::Internet,
            countries: vec!["ALL".to_owned()],
            languages: Vec::new(),
            controller: None,
            confidence: unverified(),
            status: status_of(&contacts),
            contacts,
            identify_by: Vec::new(),
            id_document: IdDocument::Unknown,
        },
    })
}

/// The page for people to use, and the mailbox the list gives for the same purpose.
fn contacts(
    entry: &Value,
    origin: Origin,
    today: NaiveDate,
    cleaner: &mut Cleaner<'_>,
) -> Vec<RecordContact> {
    let text = |key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
    let purpose = if origin == Origin::JustDeleteMe { Purpose::Erasure } else { Purpose::Export };
    // Who asks for a copy of their data by mail makes a request; the page of the same list is self-service.
    let by_mail = if origin == Origin::JustDeleteMe { Purpose::Erasure } else { Purpose::Rights };
    let contact = |purpose, kind, value| RecordContact {
        purpose,
        kind,
        value,
        openpgp: None,
        source: source(origin).to_owned(),
        checked: today,
    };
    let mut contacts = Vec::new();
    for key in url_keys(entry) {
        let url = text(&key);
        if let Some(page) = has_path(url).then(|| cleaner.page(url, "url")).flatten() {
            contacts.push(contact(purpose, Kind::Form, page));
        }
    }
    if let Some(email) = cleaner.email(text("email")) {
        contacts.push(contact(by_mail, Kind::Email, email));
    }
    contacts
}

/// The page, and that for French readers, which the two lists name differently.
fn url_keys(entry: &Value) -> Vec<String> {
    let french = ["url_fr", "url_fr-FR"].into_iter().filter(|key| entry.get(*key).is_some());
    french.chain(["url"]).map(str::to_owned).collect()
}

/// Two services of one name are one record with the pages of both.
fn merge_same_ids(gathered: &mut Gathered) {
    gathered.records.sort_by(|one, other| one.company.id.cmp(&other.company.id));
    let mut kept: Vec<Imported> = Vec::with_capacity(gathered.records.len());
    for record in gathered.records.drain(..) {
        match kept.last_mut().filter(|last| last.company.id == record.company.id) {
            Some(last) => {
                gathered.merged += 1;
                last.add_pages_of(&record);
                for brand in record.company.brands {
                    if !last.company.brands.contains(&brand) {
                        last.company.brands.push(brand);
                    }
                }
            }
            None => kept.push(record),
        }
    }
    gathered.records = kept;
}

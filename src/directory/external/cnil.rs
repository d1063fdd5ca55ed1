//! CNIL: the French authority's open data of organisations that have named a data protection officer (CSV).
//!
//! In: the names of the columns, then rows, in any order of columns. Out: a record an organisation (by its SIREN),
//! with the mailbox, form and postal address its officer is reached at. Several designations of one organisation are
//! one record: the latest; of the same day, the one whose mailbox names a function and not a person.
//!
//! The contact columns are personal data under the data set's own warning (Licence Ouverte 2.0): the records stay on
//! this machine, telephone numbers and names of officers are not kept. Not here: reading the file (`import`).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{
    Cleaner, Gathered, Imported, Origin, RECORDS_MAX, Record, RecordContact, RecordController, has_path,
    status_of, unverified,
};
use crate::directory::company::{IdDocument, Purpose, Trade};
use crate::directory::search::fold;
use crate::directory::value::{Kind, is_siren};
use crate::finding::{Code, Finding, Place, Position};

/// Where the data set is published.
pub(super) const SOURCE: &str = "https://www.data.gouv.fr/fr/datasets/organismes-ayant-designe-un-e-delegue-e-a-la-protection-des-donnees-dpd-dpo/";

const SIREN: &str = "SIREN organisme désignant";
const NAME: &str = "Nom organisme désignant";
const COUNTRY: &str = "Pays organisme désignant";
const DATE: &str = "Date de la désignation";
const KIND: &str = "Type de DPO";
const OFFICER: &str = "Nom organisme désigné";
const EMAIL: &str = "Moyen contact DPO email";
const URL: &str = "Moyen contact DPO url";
const POST: &str = "Moyen contact DPO adresse postale";
const POSTCODE: &str = "Moyen contact DPO code postal";
const TOWN: &str = "Moyen contact DPO ville";
const POST_COUNTRY: &str = "Moyen contact DPO pays";

/// Words of a mailbox that belongs to a function: whoever does the work reads it.
const FUNCTIONS: &str =
    "dpo dpd rgpd gdpr donnees privacy cnil contact protection juridique confidentialite informatique";

/// Letters from which such a word may stand inside another.
const INSIDE_MIN: usize = 5;

/// Tells whether a table is this data set, by its columns.
pub fn recognise(columns: &[String]) -> bool {
    let has = |wanted: &&str| columns.iter().any(|column| fold(column) == fold(wanted));
    [SIREN, NAME, EMAIL].iter().all(has)
}

/// Collects the rows.
pub struct Collector {
    file: String,
    today: NaiveDate,
    gathered: Gathered,
    by_siren: BTreeMap<String, (NaiveDate, bool, Imported)>,
}

impl Collector {
    /// Begins an import.
    pub fn new(file: &str, today: NaiveDate) -> Self {
        Self { file: file.to_owned(), today, gathered: Gathered::default(), by_siren: BTreeMap::new() }
    }

    /// Takes a row, as names and values of its cells; `false` when there are more than are read.
    pub fn row(&mut self, row: u64, cells: &[(&str, &str)]) -> bool {
        let place = Place::at(&self.file, Position::Row(row));
        if self.gathered.seen >= RECORDS_MAX as u64 {
            let limit = Finding::new(Code::LimitReached, place);
            self.reject(
                limit.with("limit", "directory-records").with("max", RECORDS_MAX).with("flag", "none"),
            );
            return false;
        }
        let mut cleaner = Cleaner::new(&place);
        let read = self.record(&Row(cells), &mut cleaner);
        let notes = cleaner.notes;
        match read {
            Err(finding) => self.gathered.reject(finding),
            Ok((siren, date, imported)) => {
                self.gathered.seen += 1;
                notes.into_iter().for_each(|note| self.gathered.note(note));
                self.keep(siren, date, imported);
            }
        }
        true
    }

    /// Leaves a row out that could not be read.
    pub fn reject(&mut self, finding: Finding) {
        self.gathered.reject(finding);
    }

    /// Ends the import.
    pub fn finish(mut self) -> Gathered {
        self.gathered.records = self.by_siren.into_values().map(|(.., imported)| imported).collect();
        self.gathered
    }

    /// Keeps the later of two designations.
    fn keep(&mut self, siren: String, date: NaiveDate, imported: Imported) {
        let by_function = names_a_function(&imported);
        match self.by_siren.get_mut(&siren) {
            None => {
                self.by_siren.insert(siren, (date, by_function, imported));
            }
            Some(kept) => {
                self.gathered.merged += 1;
                if (date, by_function) > (kept.0, kept.1) {
                    *kept = (date, by_function, imported);
                }
            }
        }
    }

    fn record(
        &self,
        row: &Row<'_>,
        cleaner: &mut Cleaner<'_>,
    ) -> Result<(String, NaiveDate, Imported), Finding> {
        let siren: String = row.cell(SIREN).chars().filter(|character| !character.is_whitespace()).collect();
        if siren.is_empty() {
            return Err(cleaner.fault(Code::FieldMissing, SIREN));
        }
        // A spreadsheet that opened the file has taken the zeros in front.
        let siren = format!("{siren:0>9}");
        if !is_siren(&siren) {
            return Err(cleaner.fault(Code::BadSiren, SIREN));
        }
        let name = cleaner.line(&one_line(row.cell(NAME)), NAME)?;
        let date = row.cell(DATE);
        let dated = NaiveDate::parse_from_str(date, "%d/%m/%Y").ok().or_else(|| date.parse().ok());
        let country = if is_france(row.cell(COUNTRY)) { Some("FR".to_owned()) } else { None };
        let contacts = self.contacts(row, cleaner);
        let imported = Imported {
            origin: Origin::Cnil,
            imported_at: self.today,
            dated,
            quality: None,
            company: Record {
                id: format!("siren-{siren}"),
                // The officer's page may be that of a firm which serves many: it names nobody.
                brands: Vec::new(),
                formerly: Vec::new(),
                category: Trade::Other,
                countries: vec!["FR".to_owned()],
                languages: Vec::new(),
                controller: country.map(|country| RecordController {
                    name: name.clone(),
                    country,
                    siren: Some(siren.clone()),
                }),
                name,
                confidence: unverified(),
                status: status_of(&contacts),
                contacts,
                identify_by: Vec::new(),
                id_document: IdDocument::Unknown,
            },
        };
        Ok((siren, dated.unwrap_or(NaiveDate::MIN), imported))
    }

    fn contacts(&self, row: &Row<'_>, cleaner: &mut Cleaner<'_>) -> Vec<RecordContact> {
        let email = cleaner.email(row.cell(EMAIL));
        let page = Some(row.cell(URL)).filter(|url| has_path(url)).and_then(|url| cleaner.page(url, URL));
        let post = post(row, cleaner);
        let found = [(Kind::Email, email), (Kind::Post, post), (Kind::Form, page)];
        let contact = |(kind, value): (Kind, Option<String>)| {
            Some(RecordContact {
                purpose: Purpose::Rights,
                kind,
                value: value?,
                openpgp: None,
                source: SOURCE.to_owned(),
                checked: self.today,
            })
        };
        found.into_iter().filter_map(contact).collect()
    }
}

/// The cells of a row by the names of their columns.
struct Row<'a>(&'a [(&'a str, &'a str)]);

impl Row<'_> {
    /// Returns a value; the word NULL is none.
    fn cell(&self, column: &str) -> &str {
        let found = self.0.iter().find(|(name, _)| *name == column);
        let found = found.or_else(|| self.0.iter().find(|(name, _)| fold(name) == fold(column)));
        let value = found.map_or("", |(_, value)| value.trim());
        if value.eq_ignore_ascii_case("null") { "" } else { value }
    }
}

/// The postal address of the officer: the firm where it is one, street, postcode with the zero it may have lost, town.
/// One abroad is left out: a letter bears the country of the controller.
fn post(row: &Row<'_>, cleaner: &mut Cleaner<'_>) -> Option<String> {
    let (street, postcode, town) = (row.cell(POST), row.cell(POSTCODE), row.cell(TOWN));
    if street.is_empty() || town.is_empty() {
        return None;
    }
    if !(is_france(row.cell(POST_COUNTRY)) && is_france(row.cell(COUNTRY))) {
        cleaner.note(Code::FieldUnusable, POST);
        return None;
    }
    let has_lost_zero = postcode.len() == 4 && postcode.bytes().all(|byte| byte.is_ascii_digit());
    let postcode = if has_lost_zero { format!("0{postcode}") } else { one_line(postcode) };
    let town = format!("{postcode} {}", one_line(town));
    let is_firm = fold(row.cell(KIND)) == "personnemorale" && fold(row.cell(OFFICER)) != fold(row.cell(NAME));
    let firm = Some(one_line(row.cell(OFFICER))).filter(|firm| is_firm && !firm.is_empty());
    let street = street.replace("\r\n", "\n").replace('\r', "\n");
    let lines = firm.into_iter().chain([street, town]).collect::<Vec<_>>().join("\n");
    match cleaner.address(&lines, POST) {
        Ok(lines) => Some(lines.join("\n")),
        Err(finding) => {
            cleaner.notes.push(finding);
            None
        }
    }
}

/// Joins what a cell breaks into lines.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_france(country: &str) -> bool {
    country.is_empty() || fold(country) == "france"
}

/// Tells whether the mailbox is that of a function. Short words count only at the beginning of a part of it: many a
/// name has them inside.
fn names_a_function(imported: &Imported) -> bool {
    let email = imported.company.contacts.iter().find(|contact| contact.kind == Kind::Email);
    let mailbox = email.and_then(|contact| contact.value.split_once('@')).map_or("", |(mailbox, _)| mailbox);
    let parts: Vec<String> =
        mailbox.split(|character: char| !character.is_alphanumeric()).map(fold).collect();
    let is_in = |word: &str| {
        parts.iter().any(|part| part.starts_with(word) || (word.len() >= INSIDE_MIN && part.contains(word)))
    };
    FUNCTIONS.split(' ').any(is_in)
}

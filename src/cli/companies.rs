//! `habeas companies`: the directory.
//!
//! In: a word or nothing. Out: companies and how to reach them, or the findings of a check.

mod card;
mod correct;
mod diff;
mod import;
pub(super) mod imported;
mod indexed;
mod search;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Value, json};
use textwrap::core::display_width;

use self::card::Card;
use super::config::{Config, exists, read_file};
use super::failure::{Failure, Kind};
use super::moved::{Moved, moved};
use super::output::Outcome;
use crate::directory::Directory;
use crate::directory::check::{Tally, check, stale, tally};
use crate::directory::company::{Company, CompanyId, Entity};
use crate::directory::external::Imported;
use crate::directory::search::Unclear;
use crate::directory::source::{self, BUILT_IN, Unread};
use crate::finding::{Code, Finding, Place, Position, Severity};
use crate::wording::Wording;

/// Largest directory file that is checked, in bytes.
const FILE_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// Letters a column of a list is widened for at most.
const COLUMN_MAX: usize = 30;

/// List, search, show, check, compare, import and correct the companies you can write to
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas companies list
  habeas companies list --pack fr-telecom
  habeas companies search spartto
  habeas companies show cdiscount
  habeas companies check ./companies.yaml
  habeas companies diff older.yaml newer.yaml
  habeas companies import datenanfragen-data.zip
  habeas companies correct cdiscount")]
pub(super) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// List all companies, or those of a pack
    List {
        /// Only this pack: founding-five, fr-shops, fr-telecom, data-brokers, ad-tech, travel, or one of your own
        #[arg(long)]
        pack: Option<String>,
        /// The companies of imported directories instead
        #[arg(long, conflicts_with = "pack")]
        imported: bool,
    },
    /// Find companies by name; accents and typing errors are forgiven
    Search(search::Arguments),
    /// Show one company with its contacts and their sources
    Show {
        /// Id, name or brand
        company: String,
    },
    /// Check a directory file, or the built-in one and your own
    Check {
        /// The file; without one, the built-in directory and your own
        file: Option<std::path::PathBuf>,
    },
    /// Show what changed between two directory files, changed addresses first
    Diff(diff::Arguments),
    /// Read somebody else's directory; its records are used where no other names the company
    Import(import::Arguments),
    /// Write a correction for contacts that bounced, to send to the project
    Correct {
        /// Id, name or brand
        company: String,
    },
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    match &arguments.action {
        Action::List { imported: true, .. } => Ok(Box::new(Strangers(imported::every(&config.home)?))),
        Action::List { pack: None, imported: false } => {
            Ok(Box::new(List(config.directory()?.companies().to_vec())))
        }
        Action::List { pack: Some(name), imported: false } => {
            Ok(Box::new(List(pack(&config.directory()?, name)?.into_iter().cloned().collect())))
        }
        Action::Search(arguments) => search::run(arguments, config),
        Action::Show { company } => {
            let consulted = config.directory_for(&[company])?;
            let company = find(&consulted.directory, company)?;
            let imported = consulted.imported(company).cloned();
            let last_seen = stale(company, config.today);
            Ok(Box::new(Card { company: company.clone(), imported, last_seen }))
        }
        Action::Diff(arguments) => diff::run(arguments, config),
        Action::Import(arguments) => import::run(arguments, config),
        Action::Correct { company } => correct::run(company, config),
        Action::Check { file: Some(file) } => Ok(Box::new(checked_file(file, config)?)),
        Action::Check { file: None } => {
            let mut outcome = checked((source::built_in_as_written()?, Vec::new()), &[], BUILT_IN, config);
            let own = config.home.join("companies.yaml");
            if exists(&own) {
                outcome.add(checked_file(&own, config)?);
            }
            // With a faulty file nobody knows where a letter would go now.
            if outcome.unread.is_empty() {
                outcome.moved = moved(config)?;
            }
            Ok(Box::new(outcome))
        }
    }
}

/// Finds the company a word names.
///
/// # Errors
/// Suggests near names.
pub(super) fn find<'a>(directory: &'a Directory, word: &str) -> Result<&'a Company, Failure> {
    directory.find(word).map_err(|near| unknown(word, &near))
}

/// Returns the company a word names for a person who lives where this one does.
///
/// # Errors
/// As [`find`]; names the candidates where several share the name and none clearly serves the person's country.
pub(super) fn find_at_home<'a>(
    directory: &'a Directory,
    word: &str,
    config: &Config,
) -> Result<&'a Company, Failure> {
    let Some(home) = config.profile.person.country.as_deref() else { return find(directory, word) };
    directory.find_for(word, home).map_err(|unclear| match unclear {
        Unclear::Unknown { near } => unknown(word, &near),
        Unclear::Shared { candidates } => {
            // The id that was typed would only be asked about again: its company is told by its name.
            let named = |company: &&Company| {
                let is_typed = company.id() == word.trim();
                if is_typed { format!("'{}'", company.name) } else { company.id().to_owned() }
            };
            let named: Vec<String> = candidates.iter().map(named).collect();
            Failure::new(Kind::Input, format!("several companies are called `{word}`, and which of them knows you in {home} is not clear"))
                .hint(format!("did you mean {}?", named.join(", ")))
        }
    })
}

/// Returns the companies of a pack.
///
/// # Errors
/// Names the packs there are.
pub(super) fn pack<'a>(directory: &'a Directory, name: &str) -> Result<Vec<&'a Company>, Failure> {
    let companies = directory.pack(name);
    if companies.is_empty() {
        let packs: Vec<&str> = directory.packs().into_iter().collect();
        return Err(Failure::new(Kind::Input, format!("there is no pack `{name}` in the directory"))
            .hint(format!("one of {}", packs.join(", "))));
    }
    Ok(companies)
}

fn unknown(word: &str, near: &[String]) -> Failure {
    let failure = Failure::new(Kind::Input, format!("there is no company `{word}` in the directory"));
    if near.is_empty() {
        failure.hint("habeas companies list, or add it to companies.yaml in the home")
    } else {
        failure.hint(format!("did you mean {}?", near.join(", ")))
    }
}

fn checked_file(file: &Path, config: &Config) -> Result<Checked, Failure> {
    let bytes = read_file(file, FILE_BYTES_MAX)?;
    let name = file.display().to_string();
    let text = String::from_utf8(bytes).map_err(|error| not_text(&name, &error))?;
    // Whatever file it is, it is consulted before the built-in directory.
    Ok(checked(source::parse_in_part(&text, &name), &source::built_in()?, &name, config))
}

fn checked(
    (companies, unread): (Vec<Company>, Vec<Unread>),
    beside: &[Company],
    file: &str,
    config: &Config,
) -> Checked {
    let (tally, countries) = tally(&companies, config.today);
    Checked {
        companies: companies.len(),
        tally,
        countries,
        findings: check(&companies, beside, file, config.today),
        unread,
        moved: Vec::new(),
    }
}

fn not_text(name: &str, error: &std::string::FromUtf8Error) -> Failure {
    let before = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
    let line = before.filter(|byte| **byte == b'\n').count() + 1;
    Failure::new(Kind::Input, format!("{name} is not UTF-8 text in line {line}"))
        .hint("save it as UTF-8 and try again")
}

struct List(Vec<Company>);

impl Outcome for List {
    fn text(&self, wording: &Wording) -> String {
        let rows: Vec<Vec<String>> = self.0.iter().map(|company| row(company, wording)).collect();
        aligned(&rows)
    }

    fn json(&self, _wording: &Wording) -> Value {
        json!({ "companies": self.0.iter().map(facts).collect::<Vec<_>>() })
    }
}

/// The columns of a company in a list: id, name, the first address for requests.
fn row(company: &Company, wording: &Wording) -> Vec<String> {
    let contact = company.first_contact().map_or_else(
        || wording.say("companies-no-address"),
        |contact| contact.value.value.lines().last().unwrap_or_default().to_owned(),
    );
    vec![company.id().to_owned(), company.name.clone(), contact]
}

/// Sets rows in columns as wide as what stands in them; few very long values do not widen them.
fn aligned(rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = Vec::new();
    for row in rows {
        widths.resize(widths.len().max(row.len()), 0);
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(display_width(cell).min(COLUMN_MAX));
        }
    }
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| {
            let gap = width.saturating_sub(display_width(cell)) + 2;
            format!("{cell}{:gap$}", "")
        });
        format!("{}\n", cells.collect::<String>().trim_end())
    };
    rows.iter().map(line).collect()
}

/// Records of imported directories.
struct Strangers(Vec<Imported>);

impl Outcome for Strangers {
    fn text(&self, wording: &Wording) -> String {
        let row = |record: &Imported| {
            let company = &record.company;
            let contact = company.contacts.first().map_or_else(
                || wording.say("companies-no-address"),
                |contact| contact.value.lines().last().unwrap_or_default().to_owned(),
            );
            vec![company.id.clone(), company.name.clone(), record.origin.to_string(), contact]
        };
        aligned(&self.0.iter().map(row).collect::<Vec<_>>())
    }

    fn json(&self, _wording: &Wording) -> Value {
        json!({ "companies": self.0 })
    }
}

/// Says that a record comes from an imported directory and nobody here has checked it.
pub(super) fn unverified_text(imported: &Imported, wording: &Wording) -> String {
    let name = wording.say(&format!("origin-{}", imported.origin));
    let date = wording.language().date(imported.imported_at);
    match imported.dated {
        Some(dated) => {
            let dated = wording.language().date(dated);
            let facts = [("name", name.as_str()), ("date", &date), ("dated", &dated)];
            wording.say_with("companies-imported-dated", &facts)
        }
        None => wording.say_with("companies-imported", &[("name", &name), ("date", &date)]),
    }
}

/// Names countries where people are served.
pub(super) fn countries_text<'a>(codes: impl Iterator<Item = &'a str>, wording: &Wording) -> String {
    codes.map(|code| country_text(code, wording)).collect::<Vec<_>>().join(", ")
}

fn country_text(code: &str, wording: &Wording) -> String {
    match code {
        "ALL" => wording.say("companies-everywhere"),
        code => wording.say(&format!("country-{code}")),
    }
}

/// Says that an address was last seen long ago.
pub(super) fn old_text(seen: NaiveDate, wording: &Wording) -> String {
    wording.say_with("companies-old", &[("date", &wording.language().date(seen))])
}

struct Checked {
    /// Open cases whose address the directory no longer has.
    moved: Vec<Moved>,
    companies: usize,
    tally: Tally,
    countries: BTreeMap<String, Tally>,
    findings: Vec<(String, Finding)>,
    /// What keeps records from being read.
    unread: Vec<Unread>,
}

impl Checked {
    fn add(&mut self, other: Self) {
        self.companies += other.companies;
        self.tally = self.tally + other.tally;
        for (country, tally) in other.countries {
            let own = self.countries.entry(country).or_default();
            *own = *own + tally;
        }
        self.findings.extend(other.findings);
        self.unread.extend(other.unread);
    }

    /// The findings in words: problems one by one, the rest under one heading each.
    fn findings(&self, wording: &Wording) -> String {
        let mut text = String::new();
        let mut grouped: BTreeMap<(Code, String), Vec<String>> = BTreeMap::new();
        for (id, finding) in &self.findings {
            let sentence = wording.finding(finding);
            match finding.severity() {
                Severity::Problem => text += &format!("{}: {id}: {sentence}\n", finding.place),
                Severity::Warning | Severity::Note => {
                    let (line, _) = line_and_column(&finding.place);
                    let place = format!("{id}\u{a0}({})", line.unwrap_or_default());
                    grouped.entry((finding.code, sentence)).or_default().push(place);
                }
            }
        }
        for ((_, sentence), places) in grouped {
            let heading = wording.say_count("companies-records", places.len() as u64);
            text += &format!("\n{sentence} {heading}\n{}\n", wrap(&places.join(", ")));
        }
        text
    }

    /// How many companies of each country can be written to, most first.
    fn by_country(&self, wording: &Wording) -> String {
        let mut countries: Vec<(&String, &Tally)> = self.countries.iter().collect();
        countries.sort_by_key(|(country, tally)| (Reverse(tally.usable), *country));
        let line = |(country, tally): (&String, &Tally)| {
            format!("{:<20} {}\n", country_text(country, wording), counted(tally, wording))
        };
        countries.into_iter().map(line).collect()
    }
}

fn counted(tally: &Tally, wording: &Wording) -> String {
    [
        wording.say_count("companies-usable", tally.usable as u64),
        wording.say_count("companies-verified", tally.verified as u64),
        wording.say_count("companies-recent", tally.recent as u64),
    ]
    .join(", ")
}

fn wrap(text: &str) -> String {
    let options = textwrap::Options::new(100).initial_indent("  ").subsequent_indent("  ");
    textwrap::fill(text, options.word_splitter(textwrap::WordSplitter::NoHyphenation))
}

impl Outcome for Checked {
    fn text(&self, wording: &Wording) -> String {
        let mut text = source::shown(&self.unread, wording);
        text += &self.findings(wording);
        if self.countries.len() > 1 {
            text += &format!("\n{}", self.by_country(wording));
        }
        let companies = wording.say_count("companies-count", self.companies as u64);
        let findings = (self.findings.len() + self.unread.len()) as u64;
        let findings = wording.say_count("companies-findings", findings);
        text += &format!("\n{companies}, {}, {findings}\n", counted(&self.tally, wording));
        for moved in &self.moved {
            text += &format!("{}\n", moved.text(wording));
        }
        text
    }

    fn json(&self, wording: &Wording) -> Value {
        let finding = |(id, finding): (&String, &Finding)| {
            let (line, column) = line_and_column(&finding.place);
            json!({
                "id": id,
                "code": finding.code.id(),
                "severity": finding.severity(),
                "line": line,
                "column": column,
                "file": finding.place.file,
                "text": wording.finding(finding),
            })
        };
        let unread = self.unread.iter().map(|unread| (&unread.company, &unread.finding));
        let findings = unread.chain(self.findings.iter().map(|(id, finding)| (id, finding)));
        let findings: Vec<Value> = findings.map(finding).collect();
        json!({
            "companies": self.companies,
            "usable": self.tally.usable,
            "verified": self.tally.verified,
            "recent": self.tally.recent,
            "countries": self.countries,
            "findings": findings,
            "moved": self.moved.iter().map(Moved::json).collect::<Vec<_>>(),
        })
    }

    fn needs_attention(&self) -> bool {
        let is_problem = |(_, finding): &(String, Finding)| finding.severity() == Severity::Problem;
        !self.moved.is_empty() || !self.unread.is_empty() || self.findings.iter().any(is_problem)
    }
}

fn line_and_column(place: &Place) -> (Option<u64>, Option<u64>) {
    match &place.position {
        Some(Position::Line(line, column)) => (Some(*line), Some(*column)),
        Some(Position::Row(_) | Position::Sheet(..) | Position::Path(_)) | None => (None, None),
    }
}

fn facts(company: &Company) -> Value {
    let contacts: Vec<Value> = company
        .contacts
        .iter()
        .map(|contact| {
            json!({
                "purpose": contact.purpose,
                "kind": contact.kind(),
                "value": &*contact.value.value,
                "source": contact.source.value,
                "checked": contact.checked.value,
                "country": contact.country.as_ref().map(|country| &country.value),
                "openpgp": contact.openpgp.as_ref().map(|fingerprint| &fingerprint.value),
            })
        })
        .collect();
    let entity = |entity: &Entity| json!({ "name": entity.name, "country": entity.country.as_ref().map(|country| &country.value) });
    json!({
        "id": company.id(),
        "name": company.name,
        "category": company.category,
        "countries": company.countries.iter().map(|code| &code.value).collect::<Vec<_>>(),
        "controller": company.controller.as_ref().map(|controller| json!({
            "name": controller.name,
            "country": controller.country.value,
        })),
        "brands": company.brands,
        "languages": company.languages,
        "packs": company.packs.iter().map(CompanyId::as_str).collect::<Vec<_>>(),
        "joint_controllers": company.joint_controllers.iter().map(entity).collect::<Vec<_>>(),
        "representative": company.representative.as_ref().map(entity),
        "contacts": contacts,
        "note": company.note,
        "confidence": company.confidence,
        "status": company.status,
    })
}

/// The word a value of one of our lists has in files.
fn json_word<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

//! `habeas companies`: the directory.
//!
//! In: a word or nothing. Out: companies and how to reach them, or the findings of a check.

use serde_json::{Value, json};

use super::config::{Config, read_file};
use super::failure::{Failure, Kind};
use super::output::Outcome;
use crate::directory::Directory;
use crate::directory::check::check;
use crate::directory::company::{Company, Status};
use crate::directory::source::{self, BUILT_IN};
use crate::finding::{Finding, Place, Position, Severity};
use crate::wording::Wording;

/// Largest directory file that is checked, in bytes.
const FILE_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// List, search, show and check the companies you can write to
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas companies list
  habeas companies list --pack fr-telecom
  habeas companies search spartto
  habeas companies show cdiscount
  habeas companies check ./companies.yaml")]
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
    },
    /// Find companies by name; accents and typing errors are forgiven
    Search {
        /// What to look for
        #[arg(required = true)]
        words: Vec<String>,
    },
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
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    match &arguments.action {
        Action::List { pack: None } => Ok(Box::new(List(config.directory()?.companies().to_vec()))),
        Action::List { pack: Some(name) } => {
            Ok(Box::new(List(pack(&config.directory()?, name)?.into_iter().cloned().collect())))
        }
        Action::Search { words } => {
            let directory = config.directory()?;
            let found: Vec<Company> = directory.search(&words.join(" ")).into_iter().cloned().collect();
            if found.is_empty() {
                return Err(unknown(&words.join(" "), &[]));
            }
            Ok(Box::new(List(found)))
        }
        Action::Show { company } => Ok(Box::new(Card(find(&config.directory()?, company)?.clone()))),
        Action::Check { file: Some(file) } => {
            let bytes = read_file(file, FILE_BYTES_MAX)?;
            let name = file.display().to_string();
            let text = String::from_utf8(bytes)
                .map_err(|_| Failure::new(Kind::Input, format!("{name} is not UTF-8 text")))?;
            Ok(Box::new(checked(&source::parse(&text, &name)?, &name, config)))
        }
        Action::Check { file: None } => {
            // A fault in the user's own file is shown before anything else.
            config.directory()?;
            let mut outcome = checked(&source::built_in_as_written()?, BUILT_IN, config);
            let own = config.home.join("companies.yaml");
            if let Ok(bytes) = read_file(&own, FILE_BYTES_MAX) {
                let name = own.display().to_string();
                let companies = source::parse(&String::from_utf8_lossy(&bytes), &name)?;
                outcome.add(checked(&companies, &name, config));
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

fn checked(companies: &[Company], file: &str, config: &Config) -> Checked {
    Checked {
        companies: companies.len(),
        usable: companies.iter().filter(|company| company.status == Status::Usable).count(),
        findings: check(companies, file, config.today),
    }
}

struct List(Vec<Company>);

impl Outcome for List {
    fn text(&self, wording: &Wording) -> String {
        let mut text = String::new();
        for company in &self.0 {
            let contact = company.first_contact().map_or_else(
                || wording.say("companies-no-address"),
                |contact| contact.value.value.lines().last().unwrap_or_default().to_owned(),
            );
            text += &format!("{:<20} {:<24} {contact}\n", company.id(), company.name);
        }
        text
    }

    fn json(&self, _wording: &Wording) -> Value {
        json!({ "companies": self.0.iter().map(facts).collect::<Vec<_>>() })
    }
}

struct Card(Company);

impl Outcome for Card {
    fn text(&self, wording: &Wording) -> String {
        let company = &self.0;
        let mut text = format!("{} ({})\n", company.name, company.id());
        if let Some(controller) = &company.controller {
            let country = wording.say(&format!("country-{}", controller.country.value));
            text += &format!("{}, {country}\n", controller.name);
        }
        for contact in &company.contacts {
            let purpose = wording.say(&format!("purpose-{}", json_word(&contact.purpose)));
            let value = contact.value.value.replace('\n', ", ");
            let seen = wording.say_with(
                "companies-seen",
                &[
                    ("source", &contact.source.value),
                    ("date", &wording.language().date(contact.checked.value)),
                ],
            );
            let contact = wording.say_with("companies-contact", &[("purpose", &purpose), ("value", &value)]);
            text += &format!("\n{contact}\n  {seen}\n");
        }
        if company.first_contact().is_none() {
            text += &format!("\n{}\n", wording.say("companies-incomplete"));
        }
        text
    }

    fn json(&self, _wording: &Wording) -> Value {
        facts(&self.0)
    }
}

struct Checked {
    companies: usize,
    usable: usize,
    findings: Vec<(String, Finding)>,
}

impl Checked {
    fn add(&mut self, other: Self) {
        self.companies += other.companies;
        self.usable += other.usable;
        self.findings.extend(other.findings);
    }
}

impl Outcome for Checked {
    fn text(&self, wording: &Wording) -> String {
        let mut text = String::new();
        for (id, finding) in &self.findings {
            text += &format!("{}: {id}: {}\n", finding.place, wording.finding(finding));
        }
        let companies = wording.say_count("companies-count", self.companies as u64);
        let usable = wording.say_count("companies-usable", self.usable as u64);
        let findings = wording.say_count("companies-findings", self.findings.len() as u64);
        text + &format!("{companies}, {usable}, {findings}\n")
    }

    fn json(&self, wording: &Wording) -> Value {
        let finding = |(id, finding): &(String, Finding)| {
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
        json!({
            "companies": self.companies,
            "usable": self.usable,
            "findings": self.findings.iter().map(finding).collect::<Vec<_>>(),
        })
    }

    fn needs_attention(&self) -> bool {
        self.findings.iter().any(|(_, finding)| finding.severity() == Severity::Problem)
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
                "kind": contact.kind,
                "value": contact.value.value,
                "source": contact.source.value,
                "checked": contact.checked.value,
            })
        })
        .collect();
    json!({
        "id": company.id(),
        "name": company.name,
        "category": company.category,
        "countries": company.countries.iter().map(|code| &code.value).collect::<Vec<_>>(),
        "controller": company.controller.as_ref().map(|controller| json!({
            "name": controller.name,
            "country": controller.country.value,
        })),
        "contacts": contacts,
        "status": company.status,
    })
}

/// The word a value of one of our lists has in files.
fn json_word<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

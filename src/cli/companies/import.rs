//! `habeas companies import`: reads somebody else's directory.
//!
//! In: a file, folder or zip, or the name of an import to take back. Out: how many records were met and what became of
//! each; they are kept in the home in place of the last import of the same directory, one record alone in place of
//! itself. Where that would change an address or drop a record, it is shown first and done with `--yes`.
//!
//! Not here: what the formats mean (`directory::external`) and how archives are opened (`import`).

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::imported;
use crate::cli::config::Config;
use crate::cli::failure::{Failure, Kind};
use crate::cli::output::Outcome;
use crate::directory::external::{
    AddressChange, Gathered, Imported, Origin, address_changes, cnil, datenanfragen, missing, sites,
};
use crate::directory::search::fold;
use crate::finding::{Code, Finding, Place, Position, Severity};
use crate::import::Options;
use crate::import::container::{self, Archive, Fate, Member};
use crate::import::rows::{self, Rows};
use crate::wording::Wording;

/// Largest JSON document that is read, in bytes; the largest known has two million.
const DOCUMENT_BYTES_MAX: u64 = 16 << 20;

/// Places and changes listed of a kind; `--json` lists all.
const LISTED_MAX: usize = 8;

/// What to read, or to take back.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// A datenanfragen folder, zip or record, a sites.json of JustDeleteMe or JustGetMyData, or the CNIL's CSV
    #[arg(required_unless_present = "remove", conflicts_with = "remove")]
    path: Option<PathBuf>,
    /// Take the content for this: datenanfragen, justdeleteme, justgetmydata or cnil; without it, the content tells
    #[arg(long, value_parser = origin)]
    format: Option<Origin>,
    /// Import although addresses change or records go
    #[arg(long)]
    yes: bool,
    /// Delete what was imported from there
    #[arg(long, value_name = "ORIGIN", value_parser = origin)]
    remove: Option<Origin>,
}

fn origin(word: &str) -> Result<Origin, String> {
    Origin::find(word).ok_or_else(|| format!("one of {}", Origin::ids()))
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    if let Some(origin) = arguments.remove {
        if !imported::remove(&config.home, origin)? {
            return Err(Failure::new(Kind::Input, format!("nothing was imported from {origin}"))
                .hint("habeas companies list --imported"));
        }
        return Ok(Box::new(Removed(origin)));
    }
    // The parser has seen to it that there is one or the other.
    let path = arguments.path.clone().unwrap_or_default();
    let options = Options::default();
    let archive = container::open(std::slice::from_ref(&path), &options)
        .map_err(|error| Failure::of(Kind::Input, &error))?;
    let mut reading = Reading::new(config);
    for member in &archive.members {
        reading.member(member, &archive, &options);
    }
    let files = reading.files;
    let mut findings = archive.findings;
    findings.append(&mut reading.noticed);
    let mut gathered = reading.finish();
    gathered.retain(|origin, _| arguments.format.is_none_or(|wanted| wanted == *origin));
    if gathered.is_empty() {
        let wanted = arguments.format.map_or_else(
            || "directory this program knows".to_owned(),
            |origin| format!("directory in the format of {origin}"),
        );
        return Err(Failure::new(Kind::Input, format!("{} holds no {wanted}", path.display()))
            .hint("habeas companies import --help lists the formats"));
    }
    let known = known_names(config)?;
    let imports = gathered
        .into_iter()
        .map(|(origin, gathered)| Import::of(origin, gathered, &known, arguments.yes, config));
    let imports = imports.collect::<Result<Vec<_>, Failure>>()?;
    let again = format!("{} companies import {} --yes", config.program(), path.display());
    Ok(Box::new(Imports { imports, files, findings, again, program: config.program() }))
}

/// Every name by which the user's own and the built-in directory know a company.
fn known_names(config: &Config) -> Result<Vec<String>, Failure> {
    let directory = config.directory()?;
    let mut names: Vec<String> = Vec::new();
    for company in directory.companies() {
        let own = [company.id(), company.name.as_str()].into_iter();
        names.extend(own.chain(company.brands.iter().chain(&company.formerly).map(String::as_str)).map(fold));
    }
    names.sort_unstable();
    Ok(names)
}

/// Files of the archive, counted.
#[derive(Debug, Clone, Copy, Default)]
struct Files {
    read: u64,
    ignored: u64,
}

/// The formats side by side: each takes the documents it knows.
struct Reading {
    today: chrono::NaiveDate,
    files: Files,
    records: datenanfragen::Collector,
    has_records: bool,
    lists: BTreeMap<Origin, Gathered>,
    /// Documents that could not be read at all.
    unreadable: Vec<Finding>,
    /// What is said of a document as a whole.
    noticed: Vec<Finding>,
}

impl Reading {
    fn new(config: &Config) -> Self {
        Self {
            today: config.today,
            files: Files::default(),
            records: datenanfragen::Collector::new(config.today),
            has_records: false,
            lists: BTreeMap::new(),
            unreadable: Vec::new(),
            noticed: Vec::new(),
        }
    }

    fn member(&mut self, member: &Member, archive: &Archive, options: &Options) {
        let is_read = match member.fate {
            // A copy may be a second record with the same mistake; the format decides.
            Fate::Read | Fate::CopyOf(_) => self.document(member, archive, options),
            Fate::Noise => false,
            Fate::Refused => {
                self.unreadable.extend(member.findings.iter().cloned());
                true
            }
        };
        let count = if is_read { &mut self.files.read } else { &mut self.files.ignored };
        *count += 1;
    }

    /// Reads a document by its ending; `false` when it holds no record.
    fn document(&mut self, member: &Member, archive: &Archive, options: &Options) -> bool {
        let ending = member.path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
        match ending.as_str() {
            "json" => self.json(member, archive, options),
            "csv" | "txt" => self.table(member, archive, options),
            _ => false,
        }
    }

    fn json(&mut self, member: &Member, archive: &Archive, options: &Options) -> bool {
        let place = || Place::file(&member.path);
        let bytes = match rows::bytes(member, archive, options, DOCUMENT_BYTES_MAX) {
            Ok(bytes) => bytes,
            Err(finding) => {
                self.unreadable.push(finding);
                return true;
            }
        };
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let Ok(document) = serde_json::from_slice::<Value>(bytes) else {
            self.unreadable.push(Finding::new(Code::RecordUnreadable, place()));
            return true;
        };
        if let Some(origin) = sites::recognise(&document) {
            let list = sites::gather(&document, origin, &member.path, self.today);
            self.lists.entry(origin).or_default().add(list);
            return true;
        }
        let is_taken = self.records.add(&member.path, &document);
        self.has_records |= is_taken;
        is_taken
    }

    fn table(&mut self, member: &Member, archive: &Archive, options: &Options) -> bool {
        let records = cnil::Collector::new(&member.path, self.today);
        let mut register = Register { records, noticed: Vec::new() };
        match rows::read(member, archive, options, &mut register) {
            Ok(false) => return false,
            Ok(true) => {}
            Err(finding) => self.unreadable.push(finding),
        }
        self.lists.entry(Origin::Cnil).or_default().add(register.records.finish());
        self.noticed.extend(register.noticed);
        true
    }

    fn finish(mut self) -> BTreeMap<Origin, Gathered> {
        if self.has_records {
            self.unreadable.into_iter().for_each(|finding| self.records.reject(finding));
            self.lists.insert(Origin::Datenanfragen, self.records.finish());
        } else if let Some(list) = self.lists.values_mut().next() {
            self.unreadable.into_iter().for_each(|finding| list.reject(finding));
        }
        self.lists.retain(|_, gathered| gathered.seen > 0);
        self.lists
    }
}

/// The register of the French authority, row by row.
struct Register {
    records: cnil::Collector,
    /// What is said of the file as a whole.
    noticed: Vec<Finding>,
}

impl Rows for Register {
    fn columns(&mut self, columns: &[String]) -> bool {
        cnil::recognise(columns)
    }

    fn row(&mut self, row: u64, cells: &[(&str, &str)]) -> bool {
        self.records.row(row, cells)
    }

    fn lost(&mut self, finding: Finding) {
        self.records.reject(finding);
    }

    fn noticed(&mut self, finding: Finding) {
        self.noticed.push(finding);
    }
}

/// What became of one directory.
struct Import {
    origin: Origin,
    gathered: Gathered,
    /// Records whose name the user's own or the built-in directory has too; those go first.
    known: usize,
    changes: Vec<AddressChange>,
    /// Names of records of the last import that this one does not have; they go.
    vanished: Vec<String>,
    /// Records of the last import that stay, as only one was given.
    staying: usize,
    /// Where the records are kept; nowhere while somebody has to look first.
    kept: Option<PathBuf>,
}

impl Import {
    fn of(
        origin: Origin,
        gathered: Gathered,
        known: &[String],
        yes: bool,
        config: &Config,
    ) -> Result<Self, Failure> {
        let is_known =
            |record: &&Imported| record.names().any(|name| known.binary_search(&fold(name)).is_ok());
        let known = gathered.records.iter().filter(is_known).count();
        let before = imported::all(&config.home, origin)?;
        let changes = address_changes(&before, &gathered.records);
        let missing = missing(before, &gathered.records);
        // One record is no directory: it takes its own place, and the others keep theirs.
        let (staying, vanished) =
            if gathered.seen == 1 { (missing, Vec::new()) } else { (Vec::new(), missing) };
        let is_waved_through = yes || changes.is_empty() && vanished.is_empty();
        let kept = if is_waved_through && !gathered.records.is_empty() {
            let mut records: Vec<Imported> = staying.iter().chain(&gathered.records).cloned().collect();
            records.sort_by(|one, other| one.company.id.cmp(&other.company.id));
            Some(imported::keep(&config.home, origin, &records)?)
        } else {
            None
        };
        let vanished = vanished.into_iter().map(|record| record.company.name).collect();
        Ok(Self { origin, gathered, known, changes, vanished, staying: staying.len(), kept })
    }

    /// Tells whether somebody has to look before anything is replaced.
    fn waits(&self) -> bool {
        self.kept.is_none() && !(self.changes.is_empty() && self.vanished.is_empty())
    }

    fn text(&self, program: &str, wording: &Wording) -> String {
        let Gathered { records, seen, merged, rejected, notes } = &self.gathered;
        let name = wording.say(&format!("origin-{}", self.origin));
        let mut text = wording.say_with("companies-import-recognised", &[("name", &name)]) + "\n";
        let numbers =
            [*seen, records.len() as u64, *merged, rejected.len() as u64].map(|count| wording.number(count));
        let [seen, imported, merged, left_out] = numbers.each_ref().map(String::as_str);
        text += &wording.say_with(
            "companies-import-sum",
            &[("seen", seen), ("imported", imported), ("merged", merged), ("rejected", left_out)],
        );
        text += "\n";
        text += &grouped(rejected, wording);
        if !notes.is_empty() {
            text += &format!("{}\n{}", wording.say("companies-import-notes"), grouped(notes, wording));
        }
        if self.known > 0 {
            text += &format!("{}\n", wording.say_count("companies-import-known", self.known as u64));
        }
        text += &self.changes_text(wording);
        text += &self.vanished_text(wording);
        if self.staying > 0 && self.kept.is_some() {
            text += &format!("{}\n", wording.say_count("companies-import-staying", self.staying as u64));
        }
        if let Some(path) = &self.kept {
            let path = path.display().to_string();
            text += &format!("{}\n", wording.say_with("companies-import-kept", &[("path", &path)]));
            text += &format!("  → {program} companies import --remove {}\n", self.origin);
        } else if !self.waits() {
            text += &format!("{}\n", wording.say("companies-import-nothing"));
        }
        text
    }

    fn changes_text(&self, wording: &Wording) -> String {
        if self.changes.is_empty() {
            return String::new();
        }
        let mut text =
            format!("{}\n", wording.say_count("companies-import-changes", self.changes.len() as u64));
        for change in self.changes.iter().take(LISTED_MAX) {
            let new = change.new.clone().unwrap_or_else(|| wording.say("companies-no-address"));
            text += &format!("  {}: {} → {new}\n", change.company, change.old);
        }
        text + &unlisted(self.changes.len(), wording)
    }

    fn vanished_text(&self, wording: &Wording) -> String {
        if self.vanished.is_empty() {
            return String::new();
        }
        let listed: Vec<&str> = self.vanished.iter().take(LISTED_MAX).map(String::as_str).collect();
        let said = wording.say_count("companies-import-vanished", self.vanished.len() as u64);
        format!("{said}\n  {}\n", listed.join(", ")) + &unlisted(self.vanished.len(), wording)
    }

    fn json(&self, wording: &Wording) -> Value {
        json!({
            "origin": self.origin,
            "records": self.gathered.seen,
            "imported": self.gathered.records.len(),
            "merged": self.gathered.merged,
            "rejected": self.gathered.rejected.len(),
            "reasons": facts(&self.gathered.rejected, wording),
            "notes": facts(&self.gathered.notes, wording),
            "known": self.known,
            "changes": self.changes,
            "vanished": self.vanished,
            "staying": self.staying,
            "kept": self.kept,
        })
    }
}

/// Findings of a kind together: how many, what it means, where.
fn grouped(findings: &[Finding], wording: &Wording) -> String {
    let mut text = String::new();
    for (sentence, places) in groups(findings, wording) {
        text += &format!("  {} × {sentence}\n", wording.number(places.len() as u64));
        let listed: Vec<String> =
            places.iter().take(LISTED_MAX).map(|finding| place_text(&finding.place, wording)).collect();
        text += &format!("    {}\n", listed.join(", "));
        text += &unlisted(places.len(), wording);
    }
    text
}

fn unlisted(count: usize, wording: &Wording) -> String {
    match count.saturating_sub(LISTED_MAX) {
        0 => String::new(),
        more => format!("    {}\n", wording.say_count("companies-import-more", more as u64)),
    }
}

/// Names the place of a finding; a row is not taken for the line of a text.
fn place_text(place: &Place, wording: &Wording) -> String {
    match &place.position {
        Some(Position::Row(row)) => {
            let row = wording.number(*row);
            wording.say_with("companies-import-row", &[("file", &place.file), ("row", &row)])
        }
        Some(Position::Sheet(..) | Position::Path(_) | Position::Line(..)) | None => place.to_string(),
    }
}

/// Findings by their sentence, in the order of the list of codes. Facts that no sentence tells do not part them.
fn groups<'f>(findings: &'f [Finding], wording: &Wording) -> Vec<(String, Vec<&'f Finding>)> {
    let mut grouped: BTreeMap<(Code, String), Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        grouped.entry((finding.code, wording.finding(finding))).or_default().push(finding);
    }
    grouped.into_iter().map(|((_, sentence), findings)| (sentence, findings)).collect()
}

fn facts(findings: &[Finding], wording: &Wording) -> Vec<Value> {
    let group = |(text, findings): (String, Vec<&Finding>)| {
        json!({
            "code": findings.first().map(|finding| finding.code.id()),
            "severity": findings.first().map(|finding| finding.severity()),
            "text": text,
            "count": findings.len(),
            "places": findings.iter().map(|finding| finding.place.to_string()).collect::<Vec<_>>(),
        })
    };
    groups(findings, wording).into_iter().map(group).collect()
}

struct Imports {
    imports: Vec<Import>,
    files: Files,
    findings: Vec<Finding>,
    again: String,
    program: String,
}

impl Imports {
    fn waits(&self) -> bool {
        self.imports.iter().any(Import::waits)
    }
}

impl Outcome for Imports {
    fn text(&self, wording: &Wording) -> String {
        let imports = self.imports.iter().map(|import| import.text(&self.program, wording));
        let mut text = imports.collect::<Vec<_>>().join("\n");
        if self.files.ignored > 0 {
            text += &format!("{}\n", wording.say_count("companies-import-ignored", self.files.ignored));
        }
        text += &grouped(&self.findings, wording);
        if self.waits() {
            text += &format!("{}\n  → {}\n", wording.say("companies-import-waits"), self.again);
        }
        text
    }

    fn json(&self, wording: &Wording) -> Value {
        json!({
            "imports": self.imports.iter().map(|import| import.json(wording)).collect::<Vec<_>>(),
            "files": { "read": self.files.read, "ignored": self.files.ignored },
            "findings": facts(&self.findings, wording),
        })
    }

    fn needs_attention(&self) -> bool {
        let is_grave = |finding: &Finding| finding.severity() > Severity::Note;
        let rejected = self.imports.iter().flat_map(|import| &import.gathered.rejected);
        self.waits() || rejected.chain(&self.findings).any(is_grave)
    }
}

struct Removed(Origin);

impl Outcome for Removed {
    fn text(&self, wording: &Wording) -> String {
        let name = wording.say(&format!("origin-{}", self.0));
        wording.say_with("companies-import-removed", &[("name", &name)]) + "\n"
    }

    fn json(&self, _wording: &Wording) -> Value {
        json!({ "removed": self.0 })
    }
}

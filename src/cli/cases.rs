//! `habeas cases`: takes cases away and brings them in, so that nobody is locked in.
//!
//! In: cases, or a JSON or CSV file of them (`tracker::exchange`), and a folder with their files. Out: such a file
//! and folder; or what bringing it in adds, which `--yes` does. A file is brought in whole or not at all, every
//! fault named at once, and a case that is here already is never changed.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::config::{Config, as_reference, exists, read_file};
use super::failure::{Failure, Kind};
use super::output::Outcome;
use super::record::PROOF_BYTES_MAX;
use crate::delivery::outbox::{Staged, Unnamed};
use crate::finding::{Code, Finding, Position};
use crate::import::table::{self, Content};
use crate::tracker::case::CaseFile;
use crate::tracker::event::{Event, Evidence};
use crate::tracker::exchange::reading::{Context, read};
use crate::tracker::exchange::{Fault, Row, rows_of_json, rows_of_table, to_csv, to_json};
use crate::tracker::store::{File, Store};
use crate::wording::{Language, Wording};

/// Largest file of cases that is read, in bytes; it is read whole.
const BYTES_MAX: u64 = 256 * 1024 * 1024;

/// Events that are read: those of two hundred thousand cases with ten events each.
const ROWS_MAX: usize = 2_000_000;

/// Faults that are named; the others are counted.
const FAULTS_SHOWN_MAX: usize = 40;

/// Cases listed in the text; JSON lists all.
const CASES_SHOWN_MAX: usize = 40;

/// Take your cases with you, or bring them in: JSON or CSV
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas cases export --out cases.json --files cases
  habeas cases export HB-7F3K2Q --format csv --out case.csv
  habeas cases import cases.json --files cases          shows what it would add
  habeas cases import cases.json --files cases --yes    adds it")]
pub(super) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Write cases with everything recorded about them
    Export {
        /// Case references; without any, all cases
        cases: Vec<String>,
        /// json or csv; without it, as the name of the file says, else json
        #[arg(long)]
        format: Option<Format>,
        /// The file to write; one that is there is kept and refused
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Also copy the letters and proofs into this folder, a folder per case
        #[arg(long, value_name = "DIR")]
        files: Option<PathBuf>,
    },
    /// Show what a file of cases would add; add it with --yes
    Import {
        /// A JSON or CSV file of cases
        file: PathBuf,
        /// The folder with the letters and proofs that it names, a folder per case
        #[arg(long, value_name = "DIR", conflicts_with = "without_files")]
        files: Option<PathBuf>,
        /// Leave out the names of letters and proofs, which are then not part of the cases
        #[arg(long)]
        without_files: bool,
        /// Add it
        #[arg(long)]
        yes: bool,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Json,
    Csv,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    match &arguments.action {
        Action::Export { cases, format, out, files } => {
            let format = format.unwrap_or_else(|| format_of(out.as_deref()));
            Ok(Box::new(export(cases, format, out.as_deref(), files.as_deref(), config)?))
        }
        Action::Import { file, files, without_files, yes } => {
            let from = match (files, without_files) {
                (Some(folder), _) => Files::Folder(folder.clone()),
                (None, true) => Files::Nowhere,
                (None, false) => Files::NotSaid,
            };
            let mut store = config.store()?;
            let plan = plan(file, from, &store, config)?;
            if *yes {
                plan.carry_out(&mut store)?;
            }
            Ok(Box::new(Imported { plan, done: *yes, program: config.program() }))
        }
    }
}

fn format_of(out: Option<&Path>) -> Format {
    let extension = out.and_then(Path::extension);
    if extension.is_some_and(|it| it.eq_ignore_ascii_case("csv")) { Format::Csv } else { Format::Json }
}

/// Writes cases, their files first: a list that names files stands only where they are.
fn export(
    references: &[String],
    format: Format,
    out: Option<&Path>,
    folder: Option<&Path>,
    config: &Config,
) -> Result<Exported, Failure> {
    let store = config.store()?;
    let mut seen = BTreeSet::new();
    let wanted = references.iter().map(|typed| as_reference(typed));
    let wanted: Vec<String> = wanted.filter(|reference| seen.insert(reference.clone())).collect();
    let cases = match wanted.as_slice() {
        [] => store.cases()?,
        some => some.iter().map(|reference| store.case(reference)).collect::<Result<_, _>>()?,
    };
    let text = match format {
        Format::Json => to_json(&cases),
        Format::Csv => to_csv(&cases, separator(config.wording())),
    };
    if let Some(out) = out.filter(|out| exists(out)) {
        return Err(is_there(out, "--out"));
    }
    // Nothing has its name before all of it is written.
    let staged = folder.map(|folder| copy(&cases, folder, &store)).transpose()?;
    let unnamed = out.map(|out| Unnamed::write(folder_of(out), text.as_bytes()).map(|file| (file, out)));
    let unnamed = unnamed.transpose().map_err(|error| not_written(out.unwrap_or(Path::new("")), &error))?;
    let copied = staged.map(|(staged, copied)| staged.place().map(|()| copied)).transpose()?;
    if let Some((file, out)) = unnamed {
        file.name(out).map_err(|(_, error)| match error.kind() {
            std::io::ErrorKind::AlreadyExists => is_there(out, "--out"),
            _ => not_written(out, &error),
        })?;
    }
    let files = copied.zip(folder.map(Path::to_owned));
    Ok(Exported { out: out.map(Path::to_owned), text, format, cases, files })
}

/// The sign that separates cells in the spreadsheets of a language.
fn separator(wording: &Wording) -> char {
    wording.say("cases-separator").chars().next().unwrap_or(',')
}

fn is_there(path: &Path, flag: &str) -> Failure {
    Failure::new(Kind::Input, format!("{} is there already", path.display()))
        .hint(format!("give another {flag}; nothing was written"))
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn not_written(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(Kind::Input, format!("writing {}: {error}", path.display()))
        .hint("look at the folder's permissions and free space")
}

/// Copies the files of cases; each is held against its hash. They have no place yet, and none if one of them fails or a
/// case's folder is there.
fn copy(cases: &[CaseFile], folder: &Path, store: &Store) -> Result<(Staged, usize), Failure> {
    let target = |case: &CaseFile| folder.join(&case.case.reference);
    if let Some(there) = cases.iter().map(target).find(|target| exists(target)) {
        return Err(is_there(&there, "--files"));
    }
    let mut staged = Staged::within(folder)?;
    let mut copied = 0;
    for case in cases {
        let kept = store.case_folder(&case.case.reference);
        let files = files_of(case).into_iter().map(|file| {
            let bytes = read_file(&kept.join(&file.name), PROOF_BYTES_MAX)?;
            store.check_evidence(file, &bytes)?;
            Ok((file.name.as_str(), bytes))
        });
        let files: Vec<(&str, Vec<u8>)> = files.collect::<Result<_, Failure>>()?;
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
        if !files.is_empty() {
            staged.add(&case.case.reference, &files)?;
            copied += files.len();
        }
    }
    Ok((staged, copied))
}

/// The files of a case, each once.
fn files_of(case: &CaseFile) -> Vec<&Evidence> {
    let mut seen = BTreeSet::new();
    let files = case.recorded.iter().flat_map(|event| &event.files);
    files.filter(|file| seen.insert(file.name.as_str())).collect()
}

/// Cases that were written.
struct Exported {
    out: Option<PathBuf>,
    text: String,
    format: Format,
    cases: Vec<CaseFile>,
    files: Option<(usize, PathBuf)>,
}

impl Outcome for Exported {
    /// Without a file to write to, the output is the file.
    fn text(&self, wording: &Wording) -> String {
        let Some(out) = &self.out else { return self.text.clone() };
        let path = out.display().to_string();
        let events = self.cases.iter().map(|case| case.recorded.len()).sum();
        let counts =
            [count("cases-cases", self.cases.len(), wording), count("cases-events", events, wording)];
        let facts = [("cases", counts[0].as_str()), ("events", &counts[1]), ("path", &path)];
        let mut text = wording.say_with("cases-exported", &facts) + "\n";
        if let Some((copied, folder)) = &self.files {
            let copied = count("cases-files", *copied, wording);
            let facts = [("files", copied.as_str()), ("path", &folder.display().to_string())];
            text += &(wording.say_with("cases-exported-files", &facts) + "\n");
        }
        text
    }

    fn json(&self, _wording: &Wording) -> Value {
        if self.out.is_none() && self.format == Format::Json {
            // It was written by the same library a moment ago.
            return serde_json::from_str(&self.text).unwrap_or_default();
        }
        json!({
            "path": self.out,
            "text": self.out.is_none().then_some(&self.text),
            "cases": self.cases.iter().map(|case| &case.case.reference).collect::<Vec<_>>(),
            "events": self.cases.iter().map(|case| case.recorded.len()).sum::<usize>(),
            "files": self.files.as_ref().map(|(copied, _)| copied),
        })
    }
}

fn count(key: &str, count: usize, wording: &Wording) -> String {
    wording.say_count(key, count as u64)
}

/// Where the files of cases that are brought in come from.
enum Files {
    Folder(PathBuf),
    Nowhere,
    NotSaid,
}

/// What bringing a file in adds.
struct Plan {
    file: PathBuf,
    from: Files,
    new: Vec<CaseFile>,
    skipped: Vec<String>,
    dropped: usize,
}

/// Reads a file of cases and finds out what it adds.
fn plan(file: &Path, from: Files, store: &Store, config: &Config) -> Result<Plan, Failure> {
    let refuse = |faults: Vec<Fault>| refused(file, &faults);
    let rows = rows(file).and_then(|rows| rows.map_err(refuse))?;
    let directory = config.directory()?;
    let context = Context { directory: &directory, language: config.report_language, today: config.today };
    let cases = read(&rows, context).map_err(refuse)?;
    let here: BTreeMap<String, CaseFile> =
        store.cases()?.into_iter().map(|known| (known.case.reference.clone(), known)).collect();
    let (mut new, mut skipped, mut faults, mut dropped) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for mut case in cases {
        let known = here.get(&case.case.reference);
        match known.map(|known| compare(known, &case, matches!(from, Files::Nowhere))) {
            Some(Ok(())) => skipped.push(case.case.reference),
            Some(Err(what)) => faults.push(Fault { place: case.case.reference, field: None, what }),
            None => {
                if matches!(from, Files::Nowhere) {
                    dropped += files_of(&case).len();
                    case = CaseFile::of(case.case, without_files(&case.recorded));
                }
                new.push(case);
            }
        }
    }
    let plan = Plan { file: file.to_owned(), from, new, skipped, dropped };
    faults.extend(plan.check_files()?);
    if faults.is_empty() { Ok(plan) } else { Err(refused(file, &faults)) }
}

/// The rows of a file, or what keeps them from being read.
fn rows(file: &Path) -> Result<Result<Vec<Row>, Vec<Fault>>, Failure> {
    let bytes = read_file(file, BYTES_MAX)?;
    let other = || {
        Failure::new(Kind::Input, format!("{} is neither JSON nor CSV", file.display()))
            .hint("habeas cases export shows both; a workbook can be saved as CSV")
    };
    match table::read(&bytes, &file.display().to_string(), ROWS_MAX) {
        Content::Table(table) if table.findings.is_empty() => {
            Ok(rows_of_table(&table.columns, &table.rows, &table.lines))
        }
        Content::Table(table) => Ok(Err(table.findings.iter().map(unreadable).collect())),
        Content::Json => {
            let text = std::str::from_utf8(&bytes).map_err(|_| other())?;
            let rows = rows_of_json(text.trim_start_matches('\u{feff}'));
            let many = |rows: &Vec<Row>| rows.len() > ROWS_MAX;
            let what = || format!("it has more than {ROWS_MAX} events");
            Ok(rows.and_then(|rows| match many(&rows) {
                true => Err(vec![Fault { place: String::new(), field: None, what: what() }]),
                false => Ok(rows),
            }))
        }
        Content::Other => Err(other()),
    }
}

/// What the reader of tables says of a file; errors are in English.
fn unreadable(finding: &Finding) -> Fault {
    let place = match &finding.place.position {
        Some(Position::Line(line, _)) => format!("line {line}"),
        Some(Position::Row(row)) => format!("row {row}"),
        Some(Position::Sheet(..) | Position::Path(_)) | None => String::new(),
    };
    // A row must not be guessed here: what costs nothing in a company's answer is to be mended in one's own cases.
    let what = if finding.code == Code::QuoteUnclosed {
        "a quotation mark opens here and is never closed: close it, or double it where it is a part of the text".to_owned()
    } else if finding.code == Code::HeaderRepeated {
        "the header stands again between the rows: take the second one out".to_owned()
    } else {
        Wording::of(Language::ENGLISH).finding(finding)
    };
    Fault { place, field: None, what }
}

/// Names every fault, and how many more there are.
fn refused(file: &Path, faults: &[Fault]) -> Failure {
    let mut message = format!("{} cannot be imported, and nothing of it was", file.display());
    for fault in faults.iter().take(FAULTS_SHOWN_MAX) {
        message += &format!("\n  {fault}");
    }
    if faults.len() > FAULTS_SHOWN_MAX {
        message += &format!("\n  and {} more", faults.len() - FAULTS_SHOWN_MAX);
    }
    let is_by_row = faults.iter().any(|fault| fault.place.starts_with("row "));
    Failure::new(Kind::Input, message).hint(if is_by_row {
        "mend what is named above and try again; rows are counted without the header and blank lines"
    } else {
        "mend what is named above and try again"
    })
}

/// Holds a case against the one that is here: nothing to do if all of it is here, else the reason against it.
fn compare(here: &CaseFile, given: &CaseFile, files_left_out: bool) -> Result<(), String> {
    let history = |case: &CaseFile| match files_left_out {
        true => without_files(&case.recorded),
        false => case.recorded.clone(),
    };
    let (ours, theirs) = (history(here), history(given));
    if here.case == given.case && ours.starts_with(&theirs) {
        return Ok(());
    }
    if here.case == given.case && theirs.starts_with(&ours) {
        return Err(
            "is here already, and the file knows more of it: histories are not merged; record what came \
                    since by hand (habeas record)"
                .to_owned(),
        );
    }
    Err("is here already with another history, and histories are not merged".to_owned())
}

fn without_files(events: &[Event]) -> Vec<Event> {
    events.iter().map(|event| Event { files: Vec::new(), ..event.clone() }).collect()
}

impl Plan {
    fn files(&self) -> usize {
        self.new.iter().map(|case| files_of(case).len()).sum()
    }

    fn events(&self) -> usize {
        self.new.iter().map(|case| case.recorded.len()).sum()
    }

    /// Looks whether every file that is named is there with the bytes that are named.
    fn check_files(&self) -> Result<Vec<Fault>, Failure> {
        let folder = match &self.from {
            Files::Folder(folder) => folder,
            Files::Nowhere => return Ok(Vec::new()),
            Files::NotSaid if self.files() == 0 => return Ok(Vec::new()),
            Files::NotSaid => {
                let names = self.files();
                return Err(Failure::new(
                    Kind::Input,
                    format!("the cases name {names} files, and none is given"),
                )
                .hint("--files DIR with the folder they are in, or --without-files"));
            }
        };
        let mut faults = Vec::new();
        for case in &self.new {
            for file in files_of(case) {
                if let Err(what) = file_in(folder, case, file) {
                    let place = format!("{}/{}", case.case.reference, file.name);
                    faults.push(Fault { place, field: None, what });
                }
            }
        }
        Ok(faults)
    }

    /// Adds the cases, all or none.
    fn carry_out(&self, store: &mut Store) -> Result<(), Failure> {
        let references: Vec<String> = self.new.iter().map(|case| case.case.reference.clone()).collect();
        let cases = self.new.iter().map(|case| {
            let history = case.recorded.iter().map(|event| self.with_files(case, event));
            Ok((case.case.clone(), history.collect::<Result<_, Failure>>()?))
        });
        store.append_each(&references, cases)
    }

    /// An event as the store takes it: its files are bytes, and get their names and hashes there.
    fn with_files(&self, case: &CaseFile, event: &Event) -> Result<(Event, Vec<File>), Failure> {
        let Files::Folder(folder) = &self.from else { return Ok((event.clone(), Vec::new())) };
        let read = |file: &Evidence| {
            let bytes = file_in(folder, case, file).map_err(|what| {
                Failure::new(Kind::Input, format!("{}/{}: {what}", case.case.reference, file.name))
            })?;
            Ok((file.name.clone(), bytes))
        };
        let files = event.files.iter().map(read).collect::<Result<_, Failure>>()?;
        Ok((Event { files: Vec::new(), ..event.clone() }, files))
    }
}

/// The bytes of a file that is brought in, if they are those that are named.
fn file_in(folder: &Path, case: &CaseFile, file: &Evidence) -> Result<Vec<u8>, String> {
    let path = folder.join(&case.case.reference).join(&file.name);
    let bytes = read_file(&path, PROOF_BYTES_MAX).map_err(|_| "is not there or not readable".to_owned())?;
    if file.is_of(&bytes) { Ok(bytes) } else { Err("has not the bytes the case names".to_owned()) }
}

/// Cases that were brought in, or would be.
struct Imported {
    plan: Plan,
    done: bool,
    program: String,
}

impl Imported {
    fn command(&self) -> String {
        let quoted = |path: &Path| {
            let path = path.display().to_string();
            shlex::try_quote(&path).map(std::borrow::Cow::into_owned).unwrap_or(path)
        };
        let files = match &self.plan.from {
            Files::Folder(folder) => format!(" --files {}", quoted(folder)),
            Files::Nowhere => " --without-files".to_owned(),
            Files::NotSaid => String::new(),
        };
        format!("{} cases import {}{files} --yes", self.program, quoted(&self.plan.file))
    }
}

impl Outcome for Imported {
    fn text(&self, wording: &Wording) -> String {
        let plan = &self.plan;
        let mut text = String::new();
        if plan.new.is_empty() && plan.skipped.is_empty() {
            text += &(wording.say("cases-empty") + "\n");
        }
        for file in plan.new.iter().take(CASES_SHOWN_MAX) {
            let right = wording.say(&format!("right-{}", file.case.right.id()));
            let events = count("cases-events", file.recorded.len(), wording);
            text += &format!("{}  {} · {right} · {events}\n", file.case.reference, file.case.company_name);
        }
        if plan.new.len() > CASES_SHOWN_MAX {
            text += &(count("cases-more", plan.new.len() - CASES_SHOWN_MAX, wording) + "\n");
        }
        let facts = [
            ("cases", count("cases-cases", plan.new.len(), wording)),
            ("events", count("cases-events", plan.events(), wording)),
            ("files", count("cases-files", plan.files(), wording)),
        ];
        let facts = facts.each_ref().map(|(name, fact)| (*name, fact.as_str()));
        let key = if self.done { "cases-added" } else { "cases-planned" };
        text += &(wording.say_with(key, &facts) + "\n");
        if !plan.skipped.is_empty() {
            text += &(count("cases-skipped", plan.skipped.len(), wording) + "\n");
        }
        if plan.dropped > 0 {
            text += &(count("cases-dropped", plan.dropped, wording) + "\n");
        }
        if !self.done && !plan.new.is_empty() {
            text += &format!("{}\n  → {}\n", wording.say("cases-not-yet"), self.command());
        }
        text
    }

    fn json(&self, _wording: &Wording) -> Value {
        let case = |file: &CaseFile| {
            json!({
                "case": file.case.reference,
                "company": file.case.company,
                "right": file.case.right.id(),
                "events": file.recorded.len(),
                "files": files_of(file).len(),
            })
        };
        json!({
            "added": self.done,
            "cases": self.plan.new.iter().map(case).collect::<Vec<_>>(),
            "events": self.plan.events(),
            "files": self.plan.files(),
            "skipped": self.plan.skipped,
            "files_left_out": self.plan.dropped,
            "next": (!self.done && !self.plan.new.is_empty()).then(|| self.command()),
        })
    }
}

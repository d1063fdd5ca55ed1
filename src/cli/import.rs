//! `habeas import`: reads an answer and accounts for every file and row of it.
//!
//! In: what the company sent, as paths. Out: the coverage ledger, whose answer it is with the evidence, what
//! the records add up to; all of it kept in the store under an id, for `report`. The answer itself is not
//! copied.

use std::collections::BTreeMap;
use std::io::{self, Write as _};
use std::path::PathBuf;

use serde::{Serialize, Serializer};
use serde_json::{Value, json};

use super::companies::find;
use super::config::{self, Config, as_reference, chance};
use super::failure::Failure;
use super::output::{self, Outcome, progress_of, while_watching};
use super::recipe::own;
use super::unlock::{self, Unlock};
use crate::finding::{Code, Finding, Place, Severity};
use crate::import::answer::Answer;
use crate::import::coverage::{Account, Cells, Confidence, State};
use crate::import::record::{Moment, Role};
use crate::import::{Certainty, Lack, Options, Recipes, read, sender};
use crate::law::category::Category;
use crate::report::shown::on_one_line;
use crate::tracker::case::reference;
use crate::tracker::store::Import;
use crate::wording::Wording;

/// Members listed in the text; JSON lists all.
const MEMBERS_SHOWN_MAX: usize = 60;

/// Pieces of evidence shown in the text; JSON has all.
const EVIDENCE_SHOWN_MAX: usize = 4;

/// Bytes of JSON written at once.
const PIECE_BYTES: usize = 64 << 10;

/// Read what a company sent: zip, folder or lone file; several paths are one answer
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas import answer.zip
  habeas import answer.zip --case HB-7F3K2Q
  habeas import part-1.zip part-2.zip --password-file secret.txt
  habeas import orders.xlsx --company example-shop --json")]
pub(super) struct Arguments {
    /// Files and folders that came back
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// The case this is the answer to
    #[arg(long, value_name = "CASE")]
    case: Option<String>,
    /// The company that sent it, where it is not recognised
    #[arg(long, value_name = "ID")]
    company: Option<String>,
    #[command(flatten)]
    unlock: Unlock,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let options = arguments.unlock.options(arguments.company.clone())?;
    Ok(Box::new(import(&arguments.paths, &options, arguments.case.as_deref(), config)?))
}

/// Reads an answer and keeps what it adds up to.
pub(super) fn import(
    paths: &[PathBuf],
    options: &Options,
    case: Option<&str>,
    config: &Config,
) -> Result<Imported, Failure> {
    let mut store = config.store()?;
    let case = case.map(as_reference).map(|reference| store.case(&reference)).transpose()?;
    let recipes = own(config)?;
    let company = options.company.as_deref().map(|word| named(word, &recipes, config)).transpose()?;
    let mut options = Options { company, ..options.clone() };
    let archive = unlock::open(paths, &mut options, config.wording())?;
    // Whoever names the case says who answered; what the files themselves show counts more.
    if let Some(case) = case.as_ref().filter(|_| sender(&archive, &recipes, &options).is_none()) {
        options.company = Some(case.case.company.clone());
    }
    let bar = progress_of(&archive);
    let mut answer = while_watching(
        &bar,
        || archive.bytes_read(),
        || {
            read(&archive, &recipes, &options, &|done| {
                bar.set_message(format!("{}/{}", done.members_done, done.members))
            })
        },
    );
    bar.finish_and_clear();
    // Of very many members the list takes much memory, and keeping the answer needs it.
    drop(archive);
    let before = answer
        .received
        .iter()
        .map(|received| store.imports_of(&received.sha256))
        .collect::<Result<Vec<_>, _>>()?;
    note_again(&mut answer, &before.concat());
    answer.found_at = paths.iter().map(|path| config::absolute(path)).collect();
    let is_of_another = match &case {
        Some(case) => is_of_another(&answer, &case.case.company, config)?,
        None => false,
    };
    if let Some(case) = case.as_ref().filter(|_| is_of_another) {
        let place = Place::file(case.case.reference.as_str());
        answer
            .findings
            .push(Finding::new(Code::OtherCompany, place).with("company", &case.case.company_name));
        answer.coverage.findings += 1;
    }
    let company = answer.company.as_ref().map(|company| company.id.clone());
    let import = Import {
        id: reference("IM", chance()?),
        reference: case.map(|case| case.case.reference),
        company,
        read_on: config.today,
        answer,
    };
    store.keep_import(&import)?;
    Ok(Imported { import, program: config.program() })
}

/// Says that the same bytes were imported before, and as what.
fn note_again(answer: &mut Answer, before: &[String]) {
    let Some(id) = before.last() else { return };
    let name = answer.received.first().map(|received| received.name.clone()).unwrap_or_default();
    answer.findings.push(Finding::new(Code::ImportedBefore, Place::file(name)).with("import", id));
    answer.coverage.findings += 1;
}

/// The company the user names: one of the directory, or a family of shops that a recipe knows.
fn named(word: &str, recipes: &Recipes, config: &Config) -> Result<String, Failure> {
    if recipes.companies().contains(&word) {
        return Ok(word.to_owned());
    }
    Ok(find(&config.directory_for(&[word])?.directory, word)?.id().to_owned())
}

/// Tells whether an answer was recognised as that of another company than the case is about. A family of
/// shops (`amazon`) stands for each of its members.
fn is_of_another(answer: &Answer, company: &str, config: &Config) -> Result<bool, Failure> {
    let Some(recognised) = &answer.company else { return Ok(false) };
    Ok(match config.directory_for(&[&recognised.id])?.directory.find(&recognised.id) {
        Ok(found) => found.id() != company,
        Err(near) => recognised.id != company && !near.iter().any(|id| id == company),
    })
}

/// An answer that was read and kept.
pub(super) struct Imported {
    pub(super) import: Import<Answer>,
    program: String,
}

impl Outcome for Imported {
    fn text(&self, wording: &Wording) -> String {
        let answer = &self.import.answer;
        let mut text = format!("{}\n\n", self.company(wording));
        text += &members(&answer.accounts, wording);
        text += &ledger(answer, wording);
        text += &findings(answer, wording);
        text += &lacks(answer, wording);
        text += &format!(
            "\n{}\n  → {} report {}\n",
            wording.say_with("import-kept", &[("id", &self.import.id)]),
            self.program,
            self.import.id
        );
        text
    }

    fn json(&self, wording: &Wording) -> Value {
        let mut facts = self.facts(wording);
        let members = self.import.answer.accounts.iter().map(|account| json!(Member::of(account, wording)));
        if let Some(facts) = facts.as_object_mut() {
            facts.insert("members".to_owned(), members.collect());
        }
        facts
    }

    fn write_json(&self, wording: &Wording, out: &mut dyn io::Write) -> serde_json::Result<()> {
        let members = Members { accounts: &self.import.answer.accounts, wording };
        // Of what is written in very small pieces, few cross over to a writer that is not known here.
        let mut out = io::BufWriter::with_capacity(PIECE_BYTES, out);
        serde_json::to_writer_pretty(&mut out, &Whole { facts: self.facts(wording), members })?;
        out.flush().map_err(serde_json::Error::io)
    }

    fn needs_attention(&self) -> bool {
        let answer = &self.import.answer;
        let grave = |finding: &Finding| finding.severity() == Severity::Problem;
        answer.coverage.refused > 0
            || answer.findings.iter().any(grave)
            || answer.accounts.iter().flat_map(|account| &account.findings).any(grave)
    }
}

/// All facts of an import; the members are made one by one, as there may be very many.
#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    facts: Value,
    members: Members<'a>,
}

struct Members<'a> {
    accounts: &'a [Account],
    wording: &'a Wording,
}

impl Serialize for Members<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.accounts.iter().map(|account| Member::of(account, self.wording)))
    }
}

impl Imported {
    /// What there is to say of the answer, but for its members.
    fn facts(&self, wording: &Wording) -> Value {
        let answer = &self.import.answer;
        let (first, last) = answer.totals.span();
        let by_category: BTreeMap<&str, u64> = answer
            .totals
            .categories
            .iter()
            .map(|(category, totals)| (category.id(), totals.records))
            .collect();
        let by_origin: BTreeMap<&str, u64> =
            answer.totals.origins().into_iter().map(|(origin, count)| (origin.id(), count)).collect();
        json!({
            "import": self.import.id,
            "case": self.import.reference,
            "company": answer.company,
            "received": answer.received,
            "lacks": answer.lacks,
            "coverage": answer.coverage,
            "findings": answer.findings.iter().map(|finding| fact(finding, wording)).collect::<Vec<_>>(),
            "records": {
                "total": answer.totals.records(),
                "by_category": by_category,
                "by_origin": by_origin,
                "first": first.map(day),
                "last": last.map(day),
            },
            "inferences": answer.totals.distinct(Role::Inference),
            "recipients": answer.totals.distinct(Role::Recipient),
            "others": answer.totals.others,
        })
    }

    fn company(&self, wording: &Wording) -> String {
        match &self.import.answer.company {
            None => wording.say("import-unknown-company"),
            Some(company) => {
                let confidence = company.confidence.to_string();
                let mut evidence =
                    company.evidence.iter().take(EVIDENCE_SHOWN_MAX).cloned().collect::<Vec<_>>().join(", ");
                if company.evidence.len() > EVIDENCE_SHOWN_MAX {
                    evidence += ", …";
                }
                let facts =
                    [("company", company.id.as_str()), ("confidence", &confidence), ("evidence", &evidence)];
                let key = if company.evidence.is_empty() { "import-company-said" } else { "import-company" };
                let mut text = wording.say_with(key, &facts);
                if let Some(certainty @ (Certainty::Documented | Certainty::Expected)) = company.certainty {
                    text += &format!("\n{}", wording.say(&format!("import-certainty-{}", certainty.id())));
                }
                text
            }
        }
    }
}

fn members(accounts: &[Account], wording: &Wording) -> String {
    let mut text = String::new();
    let width = output::width().saturating_sub(44).clamp(20, 60);
    for account in accounts.iter().take(MEMBERS_SHOWN_MAX) {
        let state = wording.say(&format!("state-{}", account.state.id()));
        let records = match account.state {
            State::Mapped | State::Generic => wording.say_count("import-records", account.records),
            State::Opaque | State::Refused | State::Ignored | State::Empty => String::new(),
        };
        // A file that is no part of the answer was not looked into: its format is not known.
        let format = if account.state == State::Ignored { "" } else { account.format.as_ref() };
        let line = format!(
            "  {:<width$}  {format:<9} {state}  {records}",
            shortened(&on_one_line(&account.path), width)
        );
        text += line.trim_end();
        text += "\n";
    }
    if accounts.len() > MEMBERS_SHOWN_MAX {
        let more = (accounts.len() - MEMBERS_SHOWN_MAX) as u64;
        text += &format!("  {}\n", wording.say_count("import-more-members", more));
    }
    text
}

/// Keeps the end of a long path, which tells most.
fn shortened(path: &str, width: usize) -> String {
    let length = path.chars().count();
    if length <= width {
        return path.to_owned();
    }
    let end: String = path.chars().skip(length - width + 1).collect();
    format!("…{end}")
}

fn ledger(answer: &Answer, wording: &Wording) -> String {
    let coverage = &answer.coverage;
    let states = [
        (State::Mapped, coverage.mapped),
        (State::Generic, coverage.generic),
        (State::Opaque, coverage.opaque),
        (State::Refused, coverage.refused),
        (State::Ignored, coverage.ignored),
        (State::Empty, coverage.empty),
    ];
    let counts: Vec<String> = states
        .iter()
        .map(|(state, count)| {
            format!("{} {}", wording.number(*count), wording.say(&format!("state-{}", state.id())))
        })
        .collect();
    let members = wording.say_count("import-members", coverage.members);
    let rows = wording.say_count("import-rows", coverage.rows);
    let records = wording.say_count("import-records", coverage.records);
    let set_aside = wording.say_count("import-rows-as-findings", coverage.rows_as_findings);
    format!("\n{members} = {}\n{rows} = {records} + {set_aside}\n", counts.join(" + "))
}

/// Findings by kind: one line, a count, the first places.
fn findings(answer: &Answer, wording: &Wording) -> String {
    const PLACES_SHOWN_MAX: usize = 3;
    let all = answer.findings.iter().chain(answer.accounts.iter().flat_map(|account| &account.findings));
    let mut groups: BTreeMap<(std::cmp::Reverse<Severity>, String), Vec<String>> = BTreeMap::new();
    for finding in all {
        let group = (std::cmp::Reverse(finding.severity()), wording.finding(finding));
        groups.entry(group).or_default().push(on_one_line(&finding.place.to_string()));
    }
    let mut text = String::new();
    for ((_, sentence), places) in groups {
        let shown = places.iter().take(PLACES_SHOWN_MAX).cloned().collect::<Vec<_>>().join(", ");
        let more = if places.len() > PLACES_SHOWN_MAX { ", …" } else { "" };
        text += &format!("  {} × {sentence} ({shown}{more})\n", wording.number(places.len() as u64));
    }
    if text.is_empty() { text } else { format!("\n{text}") }
}

/// What answers of the company usually leave out, so that the person knows what to ask for.
fn lacks(answer: &Answer, wording: &Wording) -> String {
    if answer.lacks.is_empty() {
        return String::new();
    }
    let line = |lack: &Lack| format!("  · {}\n", lack.said(wording.language().code()));
    let lines: String = answer.lacks.iter().map(line).collect();
    format!("\n{}\n{lines}", wording.say("import-lacks"))
}

/// A member as JSON says it, its keys in the order of all our JSON.
#[derive(Serialize)]
struct Member<'a> {
    bytes: u64,
    category: Option<Category>,
    cells: CellsSaid,
    confidence: Option<Confidence>,
    findings: Vec<Value>,
    findings_total: u64,
    format: &'a str,
    kind: Option<&'a str>,
    path: &'a str,
    records: u64,
    rows: u64,
    state: State,
}

#[derive(Serialize)]
struct CellsSaid {
    empty: u64,
    filled: u64,
    placeholders: u64,
}

impl<'a> Member<'a> {
    fn of(account: &'a Account, wording: &Wording) -> Self {
        let Cells { filled, empty, placeholders } = account.cells;
        Self {
            bytes: account.bytes,
            category: account.category,
            cells: CellsSaid { empty, filled, placeholders },
            confidence: account.confidence,
            findings: account.findings.iter().map(|finding| fact(finding, wording)).collect(),
            findings_total: account.findings_total,
            format: &account.format,
            kind: account.kind.as_deref(),
            path: &account.path,
            records: account.records,
            rows: account.rows,
            state: account.state,
        }
    }
}

fn fact(finding: &Finding, wording: &Wording) -> Value {
    json!({
        "code": finding.code.id(),
        "severity": finding.severity(),
        "text": wording.finding(finding),
        "place": finding.place.to_string(),
    })
}

fn day(moment: Moment) -> String {
    moment.date().to_string()
}

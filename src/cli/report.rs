//! `habeas report`: the readable report of an answer.
//!
//! In: an import, or a case, whose imports are one answer. Out: one HTML file that opens from disk, a PDF, text for
//! the terminal, a table, or the model as JSON; on demand without who it is about. Company and case around the answer come from the directory and the
//! store. With `--all` it is one page about every company (`all`).

pub(super) mod all;
pub(super) mod answers;
pub(super) mod view;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::Value;

use self::answers::Answers;
use super::again::Asking;
use super::config::{Config, as_reference};
use super::failure::{Failure, Kind};
use super::letters::{Judged, Letters, asked, judgement, kept};
use super::output::{Outcome, width};
use super::standing::Row;
use crate::delivery::outbox::{create_private_dir, replace_private};
use crate::directory::Directory;
use crate::directory::company::Company;
use crate::directory::known::KnownNames;
use crate::directory::search::fold;
use crate::directory::source;
use crate::import::Options;
use crate::import::answer::Answer;
use crate::law::article::Regime;
use crate::law::complaint::governing;
use crate::law::content::{Point, Presence};
use crate::paper::Typesetter;
use crate::report::audit::Document;
use crate::report::model::{AnnouncedCategory, AnnouncedRecipient, CaseLine, Context, Gaps, Report};
use crate::report::page::Page;
use crate::report::{html, pdf, spreadsheet, text};
use crate::tracker::case::CaseFile;
use crate::tracker::event::EventKind;
use crate::tracker::next_step::NextStep;
use crate::tracker::store::{Import, Store};
use crate::wording::Wording;

/// Make the report of an answer: an HTML file, a PDF of the essentials, text or a table
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas report IM-7F3K2Q                       writes an HTML file into the home and says where
  habeas report IM-7F3K2Q --out report.html
  habeas report HB-7F3K2Q --pdf --out report.pdf
  habeas report HB-7F3K2Q --text
  habeas report IM-7F3K2Q --csv --out facts.csv
  habeas report IM-7F3K2Q --share-safe --out for-the-press.html
  habeas report IM-7F3K2Q --json > report.json
  habeas report --all --out all.html            what each company holds, on one page

The imports of a case are one answer: HB-… adds them up, IM-… shows one of them and judges what is missing on all. \
An import is left out where another one of the case holds all of it: the same file imported again, or files that came \
again with more in them. What else stands in two imports counts twice; remove one with: habeas forget IM-…

--share-safe leaves out who it is about: names of people, addresses, numbers, devices, places, searches, \
cells and the names of files become pseudonyms. What a company concluded stays only where every word of it is an \
everyday word the program knows; who received data only where it is a company of the directory and no first name, \
carries a legal form, or stands in a column a recipe knows to hold companies; a field name only where a \
recipe names it or all its words are known. Much that names nobody is replaced too. Dates and sums stay, and an \
everyday word may be somebody's nickname: look before you hand it on.")]
pub(super) struct Arguments {
    /// Import id, or case reference (all its imports, as one answer)
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    import_or_case: Option<String>,
    /// Compare what each company holds, by its latest answer
    #[arg(long, conflicts_with_all = ["csv", "share_safe"])]
    all: bool,
    /// Write HTML (the default)
    #[arg(long, group = "format")]
    html: bool,
    /// Write a PDF of the essentials
    #[arg(long, group = "format")]
    pdf: bool,
    /// Print text
    #[arg(long, group = "format")]
    text: bool,
    /// Write the facts as a table
    #[arg(long, group = "format")]
    csv: bool,
    /// Replace what identifies you and others
    #[arg(long)]
    share_safe: bool,
    /// The file to write; one that is there is replaced
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Arguments {
    fn extension(&self) -> &'static str {
        match (self.pdf, self.csv, self.text) {
            (true, _, _) => "pdf",
            (_, true, _) => "csv",
            (_, _, true) => "txt",
            (false, false, false) => "html",
        }
    }
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let store = config.store()?;
    let Some(import_or_case) = &arguments.import_or_case else {
        return all::run(arguments.extension(), arguments.out.clone(), config, &store);
    };
    let (mut report, import, others) = meant(import_or_case, config, &store)?;
    if arguments.share_safe {
        let companies = KnownNames::of(&config.directory()?);
        report = report.without_identity(&known_of(config), &|name| companies.has(name));
    }
    if arguments.text && arguments.out.is_none() {
        let text = text::render(&report, width());
        return Ok(Box::new(Shown { text, report, others }));
    }
    let extension = arguments.extension();
    let name = if arguments.share_safe { "share-safe" } else { "report" };
    let path = match &arguments.out {
        Some(out) => out.clone(),
        None => config.home.join("imports").join(&import).join(format!("{name}.{extension}")),
    };
    let bytes = match extension {
        "pdf" => pdf::render(&Page::of(&report), config.today, &Typesetter::new())
            .map_err(|error| Failure::of(Kind::Bug, &error))?,
        "csv" => spreadsheet::render(&report).into_bytes(),
        "txt" => text::render(&report, width()).into_bytes(),
        _ => return Ok(Box::new(Written { others, ..page(report, &path)? })),
    };
    write(&path, &bytes)?;
    Ok(Box::new(Written { path, report, others }))
}

/// Every text of the profile: what the person is known by.
fn known_of(config: &Config) -> Vec<String> {
    let mut texts = Vec::new();
    // The profile is made of our own types, which always have a JSON form.
    let mut left = vec![serde_json::to_value(&config.profile).unwrap_or_default()];
    while let Some(value) = left.pop() {
        match value {
            Value::String(text) => texts.push(text),
            Value::Array(values) => left.extend(values),
            Value::Object(fields) => left.extend(fields.into_iter().map(|(_, value)| value)),
            Value::Number(number) => texts.push(number.to_string()),
            Value::Null | Value::Bool(_) => {}
        }
    }
    texts
}

/// Builds the report of an import for this user. What is missing is judged on all imports of its case.
pub(super) fn report(import: &Import<Answer>, config: &Config, store: &Store) -> Result<Report, Failure> {
    let Some(reference) = &import.reference else {
        let mut letters = Letters::default();
        answers::inside(import, &mut letters, (&Options::default(), Asking::MayNot), config, store)?;
        return report_with(Some(import), None, letters.documents, BTreeMap::new(), config, store);
    };
    let Some(answers) = Answers::of_case(reference, store)? else {
        return report_with(Some(import), Some(reference), Vec::new(), BTreeMap::new(), config, store);
    };
    let whole = of_case(reference, &answers, config, store)?;
    if whole.imports.is_empty() {
        return Ok(whole);
    }
    let alone = report_with(Some(import), Some(reference), Vec::new(), BTreeMap::new(), config, store)?;
    Ok(alone.beside(whole))
}

/// Builds the report of all imports of a case, which are one answer.
fn of_case(reference: &str, answers: &Answers, config: &Config, store: &Store) -> Result<Report, Failure> {
    let report = judged(&store.case(reference)?, answers, |_| true, config, store)?;
    Ok(report.of_imports(answers.lines()))
}

/// Looks again for what is missing in all imports of a case: what the person corrected stays, what was only confirmed is
/// looked at again.
pub(super) fn now_found(
    file: &CaseFile,
    answers: &Answers,
    config: &Config,
    store: &Store,
) -> Result<Gaps, Failure> {
    Ok(judged(file, answers, |judged| judged.corrected, config, store)?.gaps)
}

/// Builds the report of all imports of a case with its letters and with some of what the person judged. A point that they did
/// not find is looked for again: an import may have brought it since.
fn judged(
    file: &CaseFile,
    answers: &Answers,
    counts: fn(&Judged) -> bool,
    config: &Config,
    store: &Store,
) -> Result<Report, Failure> {
    let mut letters = Letters::default();
    kept(file, store)?.iter().for_each(|(name, bytes)| letters.add(name, bytes));
    let points = judgement(file, store)?.map(|judgement| judgement.points).unwrap_or_default();
    let counted = points.iter().filter(|it| counts(it));
    let (again, stays): (Vec<&Judged>, Vec<&Judged>) =
        counted.partition(|it| !it.corrected && it.presence == Presence::NotFound);
    let stays = stays.iter().map(|it| (it.point, it.presence)).collect();
    answers.read_letters(&mut letters, (&Options::default(), Asking::MayNot), config, store)?;
    let (import, reference) = (Some(&answers.together), Some(file.case.reference.as_str()));
    let mut report = report_with(import, reference, letters.documents, stays, config, store)?;
    for found in &mut report.gaps.points {
        let is_confirmed = again.iter().any(|it| it.point == found.point);
        found.judged |= is_confirmed && found.presence == Presence::NotFound;
    }
    Ok(report)
}

/// Builds the report of an answer, of letters, or of both.
pub(super) fn report_with(
    import: Option<&Import<Answer>>,
    reference: Option<&str>,
    letters: Vec<Document>,
    judged: BTreeMap<Point, Presence>,
    config: &Config,
    store: &Store,
) -> Result<Report, Failure> {
    let row = reference.map(|reference| Row::of(store.case(reference)?, config, store)).transpose()?;
    let of_case = row.as_ref().map(|row| row.file.case.company.as_str());
    let recognised = import.and_then(|import| import.company.as_deref());
    let ids: Vec<&str> = of_case.into_iter().chain(recognised).collect();
    let directory = config.directory_of(&ids)?;
    let (company, name) = whose(of_case, recognised, &directory);
    let asked = asked(row.as_ref().map(|row| &row.file), &letters, store)?;
    let law = row.as_ref().map_or_else(
        || governing(company.and_then(Company::country), config.profile.person.country.as_deref()),
        |row| row.standing.law,
    );
    let context = Context {
        language: config.report_language,
        today: config.today,
        program: config.program(),
        import: import.map(|import| import.id.clone()),
        company_id: company.map(|company| company.id().to_owned()),
        company: name,
        controller: company.and_then(|company| company.controller.as_ref()).map(|it| it.name.clone()),
        holds: company.map(holds).unwrap_or_default(),
        shares_with: company.map(shares_with).unwrap_or_default(),
        case: row.as_ref().map(case_line),
        regime: Regime::of(law),
        letters,
        asked,
        judged,
    };
    let nothing = Answer::nothing();
    Ok(Report::build(import.map_or(&nothing, |import| &import.answer), &context))
}

/// Whose an answer is: the company of its case, else the one that was recognised; and what people call it. What is recognised as
/// a family's is of none of its members, though one may have the same id.
pub(super) fn whose<'d>(
    of_case: Option<&str>,
    recognised: Option<&str>,
    directory: &'d Directory,
) -> (Option<&'d Company>, Option<String>) {
    let alone = recognised.filter(|id| !source::is_family(id));
    let company = of_case.into_iter().chain(alone).find_map(|id| directory.by_id(id));
    let name = company.map(|company| company.name.clone());
    (company, name.or_else(|| recognised.map(|id| family(id, directory))))
}

/// The name of what was recognised where it is no single company of the directory: the layout of all national
/// shops of a family says which family, not which shop, so no controller is named.
fn family(id: &str, directory: &Directory) -> String {
    let brands = directory.companies().iter().flat_map(|company| &company.brands);
    let named = brands.clone().find(|brand| fold(brand) == fold(id)).map(String::as_str);
    let letters = |text: &str| fold(text).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let mut begins = directory.companies().iter().filter_map(|it| it.name.split_whitespace().next());
    let begun = begins.find(|word| letters(word) == letters(id));
    named.or(begun).unwrap_or(id).to_owned()
}

/// Writes the report as a page.
pub(super) fn page(report: Report, path: &Path) -> Result<Written, Failure> {
    let page = html::render(&report).map_err(|error| Failure::of(Kind::Bug, &error))?;
    write(path, page.as_bytes())?;
    Ok(Written { path: path.to_owned(), report, others: Vec::new() })
}

/// An import by its id, or the latest one of a case.
pub(super) fn import(id: &str, store: &Store) -> Result<Import<Answer>, Failure> {
    let id = as_reference(id);
    if !id.starts_with("HB-") {
        return Ok(store.import(&id)?);
    }
    let latest = store.imports()?.into_iter().rev().find(|it| it.reference.as_deref() == Some(id.as_str()));
    match latest {
        Some(import) => Ok(store.import(&import.id)?),
        None => Err(without_import(&id, store)),
    }
}

fn without_import(reference: &str, store: &Store) -> Failure {
    match store.case(reference) {
        Ok(_) => Failure::new(Kind::Input, format!("case {reference} has no import yet"))
            .hint(format!("habeas import FILE --case {reference}")),
        Err(error) => error.into(),
    }
}

/// What is meant by an id or a reference: the report, the id of its import, and the imports of the case that are not in it.
fn meant(id: &str, config: &Config, store: &Store) -> Result<(Report, String, Vec<String>), Failure> {
    let id = as_reference(id);
    if !id.starts_with("HB-") {
        let import: Import<Answer> = store.import(&id)?;
        let answers = import.reference.as_deref().map(|reference| Answers::of_case(reference, store));
        let others = answers.transpose()?.flatten().map(|answers| answers.others(&id)).unwrap_or_default();
        return Ok((report(&import, config, store)?, id, others));
    }
    let answers = Answers::of_case(&id, store)?.ok_or_else(|| without_import(&id, store))?;
    let report = of_case(&id, &answers, config, store)?;
    Ok((report, answers.together.id, Vec::new()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().filter(|parent| !parent.as_os_str().is_empty());
    let made = folder.map_or(Ok(()), create_private_dir);
    made.and_then(|()| replace_private(path, bytes)).map_err(Failure::unwritten(path))
}

fn holds(company: &Company) -> Vec<AnnouncedCategory> {
    let announced = company.holds.iter().map(|announced| AnnouncedCategory {
        category: announced.category,
        source: announced.source.value.to_string(),
        checked: announced.checked.value,
    });
    announced.collect()
}

fn shares_with(company: &Company) -> Vec<AnnouncedRecipient> {
    let recipients = company.shares_with.iter().map(|recipient| AnnouncedRecipient {
        name: recipient.name.clone(),
        role: recipient.role.id().to_owned(),
        source: recipient.source.value.to_string(),
        checked: recipient.checked.value,
    });
    recipients.collect()
}

fn case_line(row: &Row) -> CaseLine {
    let answered =
        row.file.events.iter().find(|event| event.kind == EventKind::Answered).map(|event| event.on);
    let deadline = row.standing.deadline.as_ref();
    let safe = deadline.and_then(|deadline| deadline.limit.safe);
    let late =
        answered.zip(safe).map_or(row.standing.overdue_days, |(answered, safe)| (answered - safe).num_days());
    CaseLine {
        reference: row.file.case.reference.clone(),
        right: row.file.case.right,
        sent: row.file.sent(),
        answered,
        due: deadline.and_then(|deadline| deadline.limit.due),
        overdue_days: u64::try_from(late).unwrap_or(0),
        // Who reads this page does not need the command that made it.
        next_command: row.command().filter(|_| row.standing.next != NextStep::ReadAnswer),
    }
}

/// A report shown in the terminal.
struct Shown {
    text: String,
    report: Report,
    others: Vec<String>,
}

impl Outcome for Shown {
    fn text(&self, wording: &Wording) -> String {
        self.text.clone() + &others_text(&self.others, wording)
    }

    fn json(&self, _wording: &Wording) -> Value {
        to_facts(&self.report)
    }
}

/// A report written to a file.
pub(super) struct Written {
    pub(super) path: PathBuf,
    report: Report,
    others: Vec<String>,
}

/// Names the other imports of a case, which a report of one of them says nothing of.
pub(super) fn others_text(others: &[String], wording: &Wording) -> String {
    if others.is_empty() {
        return String::new();
    }
    let ids = others.join(", ");
    wording.say_count_with("report-others-of-case", others.len() as u64, &[("imports", &ids)]) + "\n"
}

impl Outcome for Written {
    fn text(&self, wording: &Wording) -> String {
        wording.say_with("report-written", &[("path", &self.path.display().to_string())])
            + "\n"
            + &others_text(&self.others, wording)
    }

    fn json(&self, _wording: &Wording) -> Value {
        to_facts(&self.report)
    }
}

/// The models are made of our own types, which always have a JSON form.
pub(super) fn to_facts(model: &impl Serialize) -> Value {
    serde_json::to_value(model).unwrap_or_default()
}

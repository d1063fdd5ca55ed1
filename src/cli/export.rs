//! `habeas export`: an answer as tables for other programs.
//!
//! In: an import, or the imports of a case as one answer, read again where they are. Out: SQLite or JSON with every record, every field as it
//! stood, and the ledger, or CSV with the same, guarded against spreadsheets. Files only their owner can read, whole or not at all; what is there already is left alone. With
//! `--out -` the document or one table goes to standard output once it is whole, and nothing else does.

mod target;

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;

use self::target::{Csv, Flat, Json, Member, Sqlite, Target};
use super::again::{Again, Asking};
use super::config::{Config, exists};
use super::failure::{Failure, Kind};
use super::output::{self, Outcome};
use super::parts::Parts;
use super::recipe;
use crate::import::Visitor;
use crate::import::record::Record;
use crate::wording::Wording;

/// Write an answer as tables for other programs
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas export IM-7F3K2Q --format sqlite --out answer.sqlite
  habeas export IM-7F3K2Q --format csv --out answer-tables
  habeas export HB-7F3K2Q --format json --out answer.json
  habeas export HB-7F3K2Q --format json --out - | jq .records

CSV makes a folder with records.csv, fields.csv and members.csv. It is altered for spreadsheets: an apostrophe stands \
before what they would take for a formula, and control characters are shown as signs. JSON and SQLite are exact.
With --out - (standard output) it is one table with a row for each field.")]
pub(super) struct Arguments {
    /// Import id, or case reference (all its imports, which are one answer)
    import_or_case: String,
    /// What to write
    #[arg(long, value_enum)]
    format: Format,
    /// The file, or for CSV the folder, to write; without it one named after the import, here; - is standard output (csv, json)
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    #[command(flatten)]
    again: Again,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Three tables in a folder
    Csv,
    /// One document
    Json,
    /// A database
    Sqlite,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let parts = Parts::of(&arguments.import_or_case, &config.store()?)?;
    if arguments.out.as_deref() == Some(Path::new("-")) {
        return piped(arguments, &parts, config);
    }
    let out = arguments.out.clone().unwrap_or_else(|| PathBuf::from(named(parts.id(), arguments.format)));
    if exists(&out) {
        return Err(Failure::new(Kind::Input, format!("{} is there already", out.display()))
            .hint("give another place with --out"));
    }
    let target: Box<dyn Target> = match arguments.format {
        Format::Csv => Box::new(Csv::create(&out)?),
        Format::Json => Box::new(Json::create(&out, &parts.together)?),
        Format::Sqlite => Box::new(Sqlite::create(&out)?),
    };
    let records = write(target, arguments, &parts, config)?;
    let imports = parts.each.into_iter().map(|(import, _)| import.id).collect();
    Ok(Box::new(Exported { import: parts.together.id, imports, out, records }))
}

/// What goes to standard output is written whole first, so that a reader never takes half of it.
fn piped(arguments: &Arguments, parts: &Parts, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let folder = output::private_folder()?;
    let out = folder.path().join("answer");
    let target: Box<dyn Target> = match arguments.format {
        Format::Csv => Box::new(Flat::create(&out)?),
        Format::Json => Box::new(Json::create(&out, &parts.together)?),
        Format::Sqlite => {
            return Err(Failure::new(Kind::Usage, "a database cannot be written to standard output")
                .hint("give a file with --out, or --format json or csv"));
        }
    };
    write(target, arguments, parts, config)?;
    Ok(Box::new(Piped { out, _folder: folder }))
}

/// Reads the answer again and writes everything in it; returns how many records there were.
fn write(
    mut target: Box<dyn Target>,
    arguments: &Arguments,
    parts: &Parts,
    config: &Config,
) -> Result<u64, Failure> {
    let recipes = recipe::own(config)?;
    let hint = format!("{} export {} … --from PATH", config.program(), parts.id());
    let from = (arguments.again.from.as_slice(), Asking::May);
    let opened = parts.open(from, &arguments.again.options()?, &hint, config)?;
    let answer = &parts.together.answer;
    for account in &answer.accounts {
        target.member(&Member {
            path: &account.path,
            state: account.state.id(),
            format: &account.format,
            kind: account.kind.as_deref(),
            category: account.category.map(|category| category.id()),
            bytes: account.bytes,
            rows: account.rows,
            records: account.records,
        })?;
    }
    let writer = Writer { target: target.as_mut(), records: 0, of_member: 0, failure: None };
    let Writer { records, failure, .. } = opened.visit_in_order(&recipes, writer);
    if let Some(failure) = failure {
        return Err(failure);
    }
    target.finish()?;
    if records != answer.coverage.records {
        let counts = format!("{records} records were written and {} imported", answer.coverage.records);
        return Err(Failure::new(
            Kind::Input,
            format!("the answer is read otherwise than at its import: {counts}"),
        )
        .hint("import it again, as recipes may have changed; or give --allow-large if its import did"));
    }
    Ok(records)
}

fn named(import: &str, format: Format) -> String {
    match format {
        Format::Csv => format!("{import}-csv"),
        Format::Json => format!("{import}.json"),
        Format::Sqlite => format!("{import}.sqlite"),
    }
}

/// Passes records on until one cannot be written.
struct Writer<'t> {
    target: &'t mut dyn Target,
    records: u64,
    of_member: u64,
    failure: Option<Failure>,
}

impl Writer<'_> {
    fn keep(&mut self, done: Result<(), Failure>) {
        if let Err(failure) = done {
            self.failure.get_or_insert(failure);
        }
    }
}

impl Visitor for Writer<'_> {
    fn record(&mut self, record: &Record<'_>) {
        if self.failure.is_some() {
            return;
        }
        self.records += 1;
        self.of_member += 1;
        let done = self.target.record(self.records, record);
        self.keep(done);
    }

    fn restart(&mut self) {
        self.records -= self.of_member;
        self.of_member = 0;
        let done = self.target.rewind();
        self.keep(done);
    }

    fn member(&mut self) {
        self.of_member = 0;
        let done = self.target.mark();
        self.keep(done);
    }
}

/// What is printed, in a folder that vanishes after it.
struct Piped {
    out: PathBuf,
    _folder: TempDir,
}

impl Outcome for Piped {
    fn text(&self, _wording: &Wording) -> String {
        String::new()
    }

    fn json(&self, _wording: &Wording) -> Value {
        Value::Null
    }

    fn document(&self) -> Option<&Path> {
        Some(&self.out)
    }
}

/// What was written.
struct Exported {
    import: String,
    /// The imports that are in it.
    imports: Vec<String>,
    out: PathBuf,
    records: u64,
}

impl Outcome for Exported {
    fn text(&self, wording: &Wording) -> String {
        let path = self.out.display().to_string();
        wording.say_count_with("export-done", self.records, &[("path", &path)]) + "\n"
    }

    fn json(&self, _wording: &Wording) -> Value {
        json!({ "import": self.import, "imports": self.imports, "out": self.out, "records": self.records })
    }
}

//! `habeas recipe`: the descriptions of what companies send, for those who write one.
//!
//! In: a recipe's file, an answer. Out: what is wrong with it, line by line (`check`); what it yields, row by row
//! (`try`); a first version of one (`draft`); what is known (`list`). Nothing is kept in the store.

mod trial;

use std::path::PathBuf;

use serde_json::{Value, json};

use super::config::{Config, read_file};
use super::failure::{Failure, Kind};
use super::output::Outcome;
use super::unlock::{Unlock, open};
use crate::delivery::outbox::write_private;
use crate::import::{Checked, Note, Recipes, check, draft};
use crate::wording::Wording;
use crate::yaml::Fault;

/// Bytes of a recipe's file.
const RECIPE_BYTES_MAX: u64 = 4 << 20;

/// Check, try and draft the descriptions of what companies send
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas recipe draft answer.zip --company example-shop --out example-shop.yaml
  habeas recipe check example-shop.yaml
  habeas recipe try example-shop.yaml answer.zip --rows 3
  habeas recipe list

A recipe put into the folder `recipes` of the home is used by every import.")]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Say what is wrong with recipes, with line and column
    Check {
        /// Recipes
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Show what a recipe makes of an answer, row by row; nothing is kept
    Try {
        /// The recipe
        #[arg(value_name = "FILE")]
        recipe: PathBuf,
        /// Files and folders of the answer
        #[arg(required = true, value_name = "ANSWER")]
        answer: Vec<PathBuf>,
        /// Rows shown per file
        #[arg(long, value_name = "N", default_value_t = 5)]
        rows: usize,
        #[command(flatten)]
        unlock: Unlock,
    },
    /// Write a first version of a recipe from an answer; it holds names of files and columns, no values
    Draft {
        /// Files and folders of the answer
        #[arg(required = true, value_name = "ANSWER")]
        answer: Vec<PathBuf>,
        /// The company's id in the directory
        #[arg(long, value_name = "ID", default_value = "my-company")]
        company: String,
        /// The file to write, instead of showing it; one that is there is left alone
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        #[command(flatten)]
        unlock: Unlock,
    },
    /// List the companies whose answers are described
    List,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    match &arguments.command {
        Command::Check { files } => {
            let read = |path: &PathBuf| {
                let (name, text) = text_of(path)?;
                Ok((name.clone(), check(&text, &name)))
            };
            Ok(Box::new(Checks { checks: files.iter().map(read).collect::<Result<_, Failure>>()? }))
        }
        Command::Try { recipe, answer, rows, unlock } => {
            let (name, text) = text_of(recipe)?;
            let (recipes, company) = Recipes::alone(&name, &text).map_err(|fault| faulty(&fault))?;
            let options = unlock.options(None)?;
            Ok(Box::new(trial::run(&recipes, company, answer, options, *rows, config.wording())?))
        }
        Command::Draft { answer, company, out, unlock } => {
            let mut options = unlock.options(None)?;
            let archive = open(answer, &mut options, config.wording())?;
            let text = draft(&archive, &options, company);
            if let Some(path) = out {
                write_private(path, text.as_bytes()).map_err(Failure::unwritten(path))?;
            }
            Ok(Box::new(Drafted { text, out: out.clone(), program: config.program() }))
        }
        Command::List => Ok(Box::new(Known { recipes: own(config)? })),
    }
}

/// Reads the user's own recipes before the built-in ones.
///
/// # Errors
/// Shows the lines of what cannot be read.
pub(super) fn own(config: &Config) -> Result<Recipes, Failure> {
    Recipes::with_own(&config.recipes()?).map_err(|faults| {
        let shown: Vec<String> =
            faults.iter().map(|fault| format!("{}\n{}", fault.file, fault.shown)).collect();
        Failure::new(Kind::Settings, format!("a recipe is not readable\n{}", shown.join("\n")))
            .hint("mend the lines shown above and try again")
    })
}

fn text_of(path: &std::path::Path) -> Result<(String, String), Failure> {
    let bytes = read_file(path, RECIPE_BYTES_MAX)?;
    let name = path.display().to_string();
    match String::from_utf8(bytes) {
        Ok(text) => Ok((name, text)),
        Err(_) => Err(Failure::new(Kind::Input, format!("{name} is no text in UTF-8"))
            .hint("give the recipe first, then the answer")),
    }
}

fn faulty(fault: &Fault) -> Failure {
    let text = format!("a recipe is not readable\n{}\n{}", fault.file, fault.shown);
    Failure::new(Kind::Input, text).hint("mend the lines shown above and try again")
}

/// What recipes were found to be.
struct Checks {
    checks: Vec<(String, Result<Checked, Fault>)>,
}

impl Outcome for Checks {
    fn text(&self, wording: &Wording) -> String {
        let mut text = String::new();
        for (name, check) in &self.checks {
            match check {
                Ok(checked) => {
                    let facts = [("file", name.as_str()), ("company", checked.company.as_str())];
                    text += &wording.say_count_with("recipe-sound", checked.tables as u64, &facts);
                    text += "\n";
                    text += &checked
                        .notes
                        .iter()
                        .map(|note| format!("  {}\n", said(note, wording)))
                        .collect::<String>();
                }
                Err(fault) => {
                    text += &format!(
                        "{}\n{}\n",
                        wording.say_with("recipe-faulty", &[("file", name)]),
                        fault.shown
                    )
                }
            }
        }
        text
    }

    fn json(&self, wording: &Wording) -> Value {
        let one = |(name, check): &(String, Result<Checked, Fault>)| match check {
            Ok(checked) => json!({
                "file": name,
                "company": checked.company,
                "tables": checked.tables,
                "notes": checked.notes.iter().map(|note| said(note, wording)).collect::<Vec<_>>(),
                "fault": null,
            }),
            Err(fault) => json!({
                "file": name,
                "fault": { "line": fault.line, "column": fault.column, "text": fault.message, "shown": fault.shown },
            }),
        };
        json!({ "recipes": self.checks.iter().map(one).collect::<Vec<_>>() })
    }

    fn needs_attention(&self) -> bool {
        self.checks.iter().any(|(_, check)| check.is_err())
    }
}

fn said(note: &Note, wording: &Wording) -> String {
    match note {
        Note::NothingToRecognise => wording.say("recipe-note-nothing-to-recognise"),
        Note::NoFiles => wording.say("recipe-note-no-files"),
        Note::ColumnNotListed { table, glob, column } => {
            let table = table.to_string();
            wording.say_with("recipe-note-column", &[("table", &table), ("glob", glob), ("column", column)])
        }
        Note::NeverReached { table, glob, behind } => {
            let (table, behind) = (table.to_string(), behind.to_string());
            wording.say_with("recipe-note-never", &[("table", &table), ("glob", glob), ("behind", &behind)])
        }
    }
}

/// A first version of a recipe.
struct Drafted {
    text: String,
    out: Option<PathBuf>,
    program: String,
}

impl Outcome for Drafted {
    fn text(&self, wording: &Wording) -> String {
        match &self.out {
            None => self.text.clone(),
            Some(path) => {
                let path = path.display().to_string();
                let written = wording.say_with("recipe-drafted", &[("path", &path)]);
                format!("{written}\n  → {} recipe try {path} …\n", self.program)
            }
        }
    }

    fn json(&self, _wording: &Wording) -> Value {
        json!({ "recipe": self.text, "out": self.out })
    }
}

/// The companies whose answers are described.
struct Known {
    recipes: Recipes,
}

impl Outcome for Known {
    fn text(&self, wording: &Wording) -> String {
        let mut text = String::new();
        for known in self.recipes.summaries() {
            let certainty = wording.say(&format!("certainty-{}", known.certainty.id()));
            let tables = wording.say_count("recipe-tables", known.tables as u64);
            text += &format!("{:<16} {tables}, {certainty}\n", known.company);
            for lack in known.lacks {
                let sentence = lack.said(wording.language().code());
                text += &format!("{:<18}{} {sentence}\n", "", wording.say("recipe-lacks"));
            }
        }
        text
    }

    fn json(&self, _wording: &Wording) -> Value {
        let one = |known: crate::import::Summary<'_>| {
            json!({
                "company": known.company,
                "tables": known.tables,
                "languages": known.languages,
                "certainty": known.certainty,
                "lacks": known.lacks,
            })
        };
        json!({ "companies": self.recipes.summaries().into_iter().map(one).collect::<Vec<_>>() })
    }
}

//! `habeas demo`: the whole loop on invented data, without any network.
//!
//! In: a folder. Out: in it, a home of its own with the profile of an invented person, letters to the five
//! founding shops, a rehearsed time line with an overdue case, a calendar, an invented answer in the shape of
//! Amazon's, and its report. Every step calls what the real command calls. The user's own home is not
//! touched.

mod answer;

use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate, NaiveTime};
use serde_json::{Value, json};

use super::calendar;
use super::companies::find;
use super::config::{Config, Profile, exists};
use super::dealing::Dealings;
use super::draft::{Wish, draft};
use super::drafted::Drafted;
use super::failure::{Failure, Kind};
use super::import::{Imported, import};
use super::output::Outcome;
use super::report::{page, report};
use super::standing::Row;
use crate::delivery::outbox::{create_private_dir, write_private};
use crate::directory::Directory;
use crate::directory::company::Identifier;
use crate::import::Options;
use crate::law::right::Right;
use crate::letter::choice::Choices;
use crate::letter::request::DataSubject;
use crate::tracker::event::{Event, EventKind};
use crate::tracker::store::Store;
use crate::wording::{Language, Wording};

/// The five shops the founding article names.
const SHOPS: [&str; 5] = ["ebay", "amazon", "cdiscount", "sarenza", "spartoo"];

/// Days before today on which the rehearsal begins.
const BEGUN_DAYS_AGO: u64 = 75;

/// What happens in the rehearsal: shop, days after the beginning, event.
const TIME_LINE: [(&str, u64, EventKind); 9] = [
    ("amazon", 0, EventKind::Sent),
    ("cdiscount", 0, EventKind::Sent),
    ("spartoo", 30, EventKind::Sent),
    ("ebay", 60, EventKind::Sent),
    ("amazon", 1, EventKind::Acknowledged),
    ("cdiscount", 2, EventKind::Acknowledged),
    ("spartoo", 33, EventKind::IdentityRequested),
    ("spartoo", 36, EventKind::IdentityProvided),
    ("amazon", 26, EventKind::Answered),
];

/// Rehearse the whole loop on invented data, without any network
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  habeas demo\n  habeas demo --out rehearsal --lang fr")]
pub(super) struct Arguments {
    /// The folder to make; without it, the first free one of habeas-demo, habeas-demo-2, …
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(arguments: Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let folder = folder(arguments.out)?;
    let begun = config.today.checked_sub_days(Days::new(BEGUN_DAYS_AGO)).unwrap_or(config.today);
    let rehearsal = Config {
        home: folder.join("home"),
        home_given: Some(folder.join("home")),
        profile: profile(config.language),
        language_asked: Some(config.language),
        today: begun,
        now: begun.and_time(NaiveTime::MIN).and_utc(),
        ..config.clone()
    };
    rehearsal.save_profile()?;
    let mut store = rehearsal.store()?;
    let letters = letters(&folder, &rehearsal, &mut store)?;
    happen(&letters, begun, &mut store)?;

    let today = Config { today: config.today, ..rehearsal };
    let archive = folder.join("answer.zip");
    write(&archive, &answer::archive()?)?;
    let case = case_of(&letters, "amazon-fr")?;
    let imported = import(std::slice::from_ref(&archive), &Options::default(), Some(&case), &today)?;
    let report = report(&imported.import, &today, &store)?;
    let page = page(report, &folder.join("report.html"))?.path;

    let rows = Row::all(&today, &store)?;
    let calendar = folder.join("deadlines.ics");
    calendar::write(&rows, &calendar, &today)?;
    Ok(Box::new(Rehearsed {
        program: today.program(),
        folder,
        letters,
        rows,
        calendar,
        archive,
        imported,
        page,
    }))
}

/// The folder to make: a new one, so that nothing of the user's is ever replaced.
fn folder(asked: Option<PathBuf>) -> Result<PathBuf, Failure> {
    let taken = |folder: &Path| exists(folder);
    match asked {
        Some(folder) if taken(&folder) => {
            Err(Failure::new(Kind::Input, format!("{} exists already", folder.display()))
                .hint("give another --out"))
        }
        Some(folder) => Ok(folder),
        None => {
            let numbered = (2..).map(|number: u32| PathBuf::from(format!("habeas-demo-{number}")));
            let mut names = std::iter::once(PathBuf::from("habeas-demo")).chain(numbered);
            names
                .find(|folder| !taken(folder))
                .ok_or_else(|| Failure::new(Kind::Bug, "there is no free folder name"))
        }
    }
}

/// An invented person.
fn profile(language: Language) -> Profile {
    Profile {
        language: Some(language),
        signature: None,
        person: DataSubject {
            name: "Camille Exemple".to_owned(),
            emails: vec!["camille@example.org".to_owned()],
            address: vec!["1 rue de l’Essai".to_owned(), "69000 LYON".to_owned()],
            country: Some("FR".to_owned()),
            place: Some("Lyon".to_owned()),
            known_as: [("ebay-de", Identifier::Username, "camille-exemple")]
                .into_iter()
                .map(|(company, identifier, value)| {
                    (company.to_owned(), [(identifier, value.to_owned())].into())
                })
                .collect(),
            ..DataSubject::default()
        },
        mail: None,
    }
}

fn letters(folder: &Path, config: &Config, store: &mut Store) -> Result<Vec<Drafted>, Failure> {
    let directory: Directory = config.directory_for(&SHOPS)?.directory;
    let companies = SHOPS.iter().map(|shop| find(&directory, shop)).collect::<Result<_, _>>()?;
    let out = folder.join("letters");
    let wish = Wish {
        right: Right::Access,
        companies,
        again: false,
        via: None,
        out: Some(&out),
        print_all: None,
        language: None,
        choices: Choices::default(),
        formats: &[],
        consulted: None,
        dealt_with_each: true,
    };
    let dealings = Dealings::of(store)?;
    Ok(draft(&wish, &dealings, config, store)?.cases)
}

/// Plays the time line. Sarenza's letter stays unsent: it has no verified address.
fn happen(letters: &[Drafted], begun: NaiveDate, store: &mut Store) -> Result<(), Failure> {
    for (shop, days, kind) in TIME_LINE {
        let on = begun.checked_add_days(Days::new(days)).unwrap_or(begun);
        let wanted = |drafted: &&Drafted| drafted.case.company.starts_with(shop);
        if let Some(drafted) = letters.iter().find(wanted) {
            let is_sent = kind == EventKind::Sent;
            let via = is_sent.then_some(drafted.case.via);
            let message_id = drafted.message_id().filter(|_| is_sent).map(str::to_owned);
            store.record(&drafted.case.reference, Event { via, message_id, ..Event::new(kind, on) }, &[])?;
        }
    }
    Ok(())
}

fn case_of(letters: &[Drafted], company: &str) -> Result<String, Failure> {
    let found = letters.iter().find(|drafted| drafted.case.company == company);
    found
        .map(|drafted| drafted.case.reference.clone())
        .ok_or_else(|| Failure::new(Kind::Bug, format!("the rehearsal has no case for {company}")))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(path);
    create_private_dir(folder).and_then(|()| write_private(path, bytes)).map_err(Failure::unwritten(path))
}

struct Rehearsed {
    folder: PathBuf,
    program: String,
    letters: Vec<Drafted>,
    rows: Vec<Row>,
    calendar: PathBuf,
    archive: PathBuf,
    imported: Imported,
    page: PathBuf,
}

impl Outcome for Rehearsed {
    fn text(&self, wording: &Wording) -> String {
        let mut text = format!("{}\n\n{}\n", wording.say("demo-invented"), wording.say("demo-letters"));
        for drafted in &self.letters {
            for (_, path) in drafted.paths.iter().filter(|(name, _)| name == "letter.pdf") {
                let via = wording.say(&format!("via-{}", drafted.case.via.id()));
                let blank = if drafted.case.address.is_none() {
                    format!(" · {}", wording.say("companies-no-address"))
                } else {
                    format!(" · {via}")
                };
                text += &format!("  {}{blank}\n", path.display());
            }
        }
        text += &format!("\n{}\n", wording.say("demo-cases"));
        for row in &self.rows {
            text += &row.text(wording);
        }
        let path = |path: &Path| path.display().to_string();
        let coverage = &self.imported.import.answer.coverage;
        let records = wording.say_count("import-records", coverage.records);
        text += &format!("\n{}\n", wording.say_with("demo-calendar", &[("path", &path(&self.calendar))]));
        text += &format!(
            "{}\n",
            wording.say_count_with(
                "demo-answer",
                coverage.members,
                &[("path", &path(&self.archive)), ("records", &records)]
            )
        );
        text += &format!("{}\n", wording.say_with("demo-report", &[("path", &path(&self.page))]));
        text += &format!("\n{}\n  → {} status\n", wording.say("demo-next-look"), self.program);
        text += &format!("{}\n  → habeas profile set --name … --email …\n", wording.say("demo-next-own"));
        text
    }

    fn json(&self, wording: &Wording) -> Value {
        json!({
            "folder": self.folder,
            "home": self.folder.join("home"),
            "cases": self.rows.iter().map(|row| row.json(wording)).collect::<Vec<_>>(),
            "letters": self.letters.iter().map(|drafted| json!({
                "case": drafted.case.reference,
                "company": drafted.case.company,
                "files": drafted.paths.iter().map(|(_, path)| path).collect::<Vec<_>>(),
            })).collect::<Vec<_>>(),
            "calendar": self.calendar,
            "archive": self.archive,
            "import": self.imported.json(wording),
            "report": self.page,
        })
    }
}

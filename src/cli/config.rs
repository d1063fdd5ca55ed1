//! RIM: environment, home folder, clock, settings.
//!
//! In: the global flags and the environment. Out: a [`Config`] that every command gets: where the home is,
//! which day it is, which language to speak, who the person is (`profile`), which directories are consulted
//! (`directory`).
//!
//! The home is `--home`, else `HABEAS_HOME`, else the platform's folder for data.

#![expect(clippy::disallowed_methods, reason = "this is where settings, the clock and chance are read")]

mod directory;
mod profile;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, Local, NaiveDate, NaiveTime, Utc};

pub use self::directory::Consulted;
pub use self::profile::Profile;
pub(super) use self::profile::SIGNATURE_BYTES_MAX;
use self::profile::read_profile;
use super::failure::{Failure, Kind};
use crate::letter::template::{Matter, Source, Template};
use crate::tracker::case::CaseFile;
use crate::tracker::store::Store;
use crate::wording::{Language, Wording, languages, report_languages, written_languages};

/// Largest settings file that is read, in bytes: a directory of 3,000 companies has two million.
const SETTINGS_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// The global flags.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Global {
    /// Folder for everything this program keeps [env: HABEAS_HOME]
    #[arg(long, global = true, value_name = "DIR", help_heading = "Global options")]
    pub home: Option<PathBuf>,
    /// Language to speak, and to write letters in: fr, en; for a report also de, es, it, nl, pl, pt
    #[arg(long, global = true, value_name = "LANGUAGE", value_parser = understood, help_heading = "Global options")]
    pub lang: Option<Language>,
    /// Pretend it is this day (YYYY-MM-DD), for rehearsal
    #[arg(long, global = true, value_name = "DATE", value_parser = day, help_heading = "Global options")]
    pub today: Option<NaiveDate>,
    /// Print facts as JSON
    #[arg(long, global = true, help_heading = "Global options")]
    pub json: bool,
}

/// Reads a language a report can be read in. The program itself may speak another: it speaks English then.
///
/// # Errors
/// Names the languages there are.
pub fn understood(code: &str) -> Result<Language, String> {
    let known = report_languages();
    let found = code.parse::<Language>().ok().filter(|language| known.contains(language));
    found.ok_or_else(|| {
        let codes: Vec<&str> = known.iter().map(Language::code).collect();
        format!("not a language that is spoken here; there are {}", codes.join(", "))
    })
}

/// Reads a language letters are written in.
///
/// # Errors
/// Names the languages there are.
pub fn written(code: &str) -> Result<Language, String> {
    let written = written_languages();
    let found = code.parse::<Language>().ok().filter(|language| written.contains(language));
    found.ok_or_else(|| {
        let codes: Vec<&str> = written.iter().map(Language::code).collect();
        format!("not a language letters are written in here; there are {}", codes.join(", "))
    })
}

/// Reads a day of our age: nothing this program counts lies elsewhere.
///
/// # Errors
/// Says how a day is written.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    let day = text.parse::<NaiveDate>().ok().filter(|day| (1990..2200).contains(&day.year()));
    day.ok_or_else(|| "a day is written 2026-09-10, between 1990 and 2199".to_owned())
}

/// What every command knows.
#[derive(Debug, Clone)]
pub struct Config {
    /// The home folder.
    pub home: PathBuf,
    /// The day it is, or is said to be.
    pub today: NaiveDate,
    /// Whether the day was given with `--today`, and not taken from the clock.
    pub today_given: bool,
    /// The moment, for the date of a message.
    pub now: DateTime<Utc>,
    /// The language to speak.
    pub language: Language,
    /// The person's own language, for letters and reports: more languages have those than the whole program.
    pub report_language: Language,
    /// The language asked for on the command line, if any.
    pub language_asked: Option<Language>,
    /// The user's profile.
    pub profile: Profile,
    /// The home as given on the command line and not by the environment: the next command needs it too.
    pub home_given: Option<PathBuf>,
}

impl Config {
    /// Reads the settings.
    ///
    /// # Errors
    /// Fails if there is no home folder or the profile is not readable.
    pub fn load(global: &Global) -> Result<Self, Failure> {
        // An empty variable is none, as shells hand on what was never set.
        let in_environment =
            std::env::var_os("HABEAS_HOME").filter(|home| !home.is_empty()).map(PathBuf::from);
        let home = match global.home.as_ref().or(in_environment.as_ref()) {
            Some(home) => home.clone(),
            None => default_home()?,
        };
        let profile = read_profile(&home)?;
        if let Some(language) = profile.language {
            understood(language.code()).map_err(|reason| {
                Failure::new(Kind::Settings, format!("`language` in the profile: {reason}"))
                    .hint("habeas profile set --language fr, or edit the profile by hand")
            })?;
        }
        let today = global.today.unwrap_or_else(|| Local::now().date_naive());
        let now = match global.today {
            None => Utc::now(),
            Some(day) => day.and_time(NaiveTime::MIN).and_utc(),
        };
        let report_language = global.lang.or(profile.language).unwrap_or_else(locale);
        let language =
            if languages().contains(&report_language) { report_language } else { Language::ENGLISH };
        let home_given = global.home.clone().filter(|home| in_environment.as_ref() != Some(home));
        Ok(Self {
            home,
            today,
            today_given: global.today.is_some(),
            now,
            language,
            report_language,
            language_asked: global.lang,
            profile,
            home_given,
        })
    }

    /// Returns the sentences of the language to speak.
    pub fn wording(&self) -> &'static Wording {
        Wording::of(self.language)
    }

    /// Returns how this program is called for the same home, for commands to type next.
    pub fn program(&self) -> String {
        let home = self.home_given.as_ref().map(|home| home.display().to_string());
        match home.as_deref().map(|home| shlex::try_quote(home).map(std::borrow::Cow::into_owned)) {
            Some(Ok(home)) => format!("habeas --home {home}"),
            Some(Err(_)) | None => "habeas".to_owned(),
        }
    }

    /// Opens the store.
    ///
    /// # Errors
    /// Fails if it is newer, damaged or held by another process.
    pub fn store(&self) -> Result<Store, Failure> {
        Ok(Store::open(&self.home)?)
    }

    /// Returns the cases there are, without making a home where there is none.
    ///
    /// # Errors
    /// Fails if the store is damaged.
    pub(crate) fn cases(&self) -> Result<Vec<CaseFile>, Failure> {
        if exists(&self.home.join("habeas.db")) { Ok(self.store()?.cases()?) } else { Ok(Vec::new()) }
    }

    /// Returns the letter for a matter: the user's own, else the built-in one; so the phrases it includes.
    ///
    /// # Errors
    /// Fails if there is none, or the user's own is faulty.
    pub fn template(&self, matter: Matter) -> Result<Template, Failure> {
        let folder = self.home.join("templates/letters").join(matter.language.code());
        let own = |stem: &str| -> Result<Option<(String, String)>, Failure> {
            let path = folder.join(format!("{stem}.txt"));
            Ok(read_settings(&path)?.map(|text| (text, path.display().to_string())))
        };
        let (letter, phrases) = (own(&matter.stem())?, own("phrases")?);
        let letter = letter.as_ref().map(|(text, file)| Source { text, file });
        let phrases = phrases.as_ref().map(|(text, file)| Source { text, file });
        Ok(Template::load(matter, letter, phrases)?)
    }

    /// Tells whether the user has a letter of their own for a matter.
    pub fn has_own_template(&self, matter: Matter) -> bool {
        let folder = self.home.join("templates/letters").join(matter.language.code());
        exists(&folder.join(format!("{}.txt", matter.stem())))
    }

    /// Returns the user's own recipes as (name, text), by name.
    ///
    /// # Errors
    /// Fails if the folder is there and cannot be read.
    pub fn recipes(&self) -> Result<Vec<(String, String)>, Failure> {
        let folder = self.home.join("recipes");
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(unreadable(&folder, &error)),
        };
        let mut paths: Vec<PathBuf> = entries
            .collect::<io::Result<Vec<_>>>()
            .map_err(|error| unreadable(&folder, &error))?
            .into_iter()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
            .collect();
        paths.sort();
        let mut recipes = Vec::new();
        for path in paths {
            if let Some(text) = read_settings(&path)? {
                recipes.push((path.display().to_string(), text));
            }
        }
        Ok(recipes)
    }
}

/// Reads a case reference as people type it: `hb-7f3k2q` is understood too.
pub fn as_reference(typed: &str) -> String {
    typed.trim().to_ascii_uppercase()
}

/// Returns bytes of chance, for references and Message-IDs.
///
/// # Errors
/// Fails if the system has none to give.
pub fn chance<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)
        .map_err(|error| Failure::new(Kind::Bug, format!("the system gives no random bytes: {error}")))?;
    Ok(bytes)
}

/// Reads a file the user named.
///
/// # Errors
/// Fails if it is not there, not readable or larger than `bytes_max`.
pub fn read_file(path: &Path, bytes_max: u64) -> Result<Vec<u8>, Failure> {
    let metadata = fs::metadata(path).map_err(|error| unreadable(path, &error))?;
    if !metadata.is_file() {
        return Err(Failure::new(Kind::Input, format!("{} is no regular file", path.display()))
            .hint("name the file itself"));
    }
    if metadata.len() > bytes_max {
        let message = format!("{} is larger than {bytes_max} bytes", path.display());
        return Err(Failure::new(Kind::Input, message).hint("name a smaller file, or a part of it"));
    }
    fs::read(path).map_err(|error| unreadable(path, &error))
}

/// Writes a path so that it is found again from any folder; as it was given where the system cannot say.
pub fn absolute(path: &Path) -> String {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()).to_string_lossy().into_owned()
}

/// Tells whether there is anything at a path.
pub fn exists(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn default_home() -> Result<PathBuf, Failure> {
    let folders = directories::ProjectDirs::from("", "", "habeas");
    folders.map(|folders| folders.data_dir().to_owned()).ok_or_else(|| {
        Failure::new(Kind::Settings, "there is no home folder to keep things in").hint("give --home DIR")
    })
}

/// Reads a settings file; none if it is not there.
fn read_settings(path: &Path) -> Result<Option<String>, Failure> {
    match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(path, &error)),
        Ok(metadata) if !metadata.is_file() => {
            return Err(Failure::new(Kind::Settings, format!("{} is no regular file", path.display())));
        }
        Ok(metadata) if metadata.len() > SETTINGS_BYTES_MAX => {
            let message = format!("{} is larger than {SETTINGS_BYTES_MAX} bytes", path.display());
            return Err(Failure::new(Kind::Settings, message));
        }
        Ok(_) => {}
    }
    let bytes = fs::read(path).map_err(|error| unreadable(path, &error))?;
    String::from_utf8(bytes).map(Some).map_err(|error| {
        let line =
            error.as_bytes().iter().take(error.utf8_error().valid_up_to()).filter(|b| **b == b'\n').count()
                + 1;
        Failure::new(Kind::Settings, format!("{} is not UTF-8 text in line {line}", path.display()))
            .hint("save it as UTF-8 and try again")
    })
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let hint = match error.kind() {
        io::ErrorKind::NotFound => "look at the name, and at the folder you are in",
        io::ErrorKind::PermissionDenied => "look at its permissions and at whose it is",
        _ => "look at what stands there, and at the disk",
    };
    Failure::new(Kind::Input, format!("reading {}: {error}", path.display())).hint(hint)
}

/// The first language of the locale that reports have, else English.
fn locale() -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().filter_map(|name| std::env::var(name).ok());
    let wanted = named.filter_map(|value| value.get(..2)?.parse::<Language>().ok()).next();
    wanted.filter(|language| report_languages().contains(language)).unwrap_or(Language::ENGLISH)
}

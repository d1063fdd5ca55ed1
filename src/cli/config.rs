//! RIM: environment, home folder, clock, settings.
//!
//! In: the global flags and the environment. Out: a [`Config`] that every command gets: where the home is,
//! which day it is, which language to speak. Reads the profile and the user's own directory; writes the
//! profile.
//!
//! The home is `--home`, else `HABEAS_HOME`, else the platform's folder for data.

#![expect(clippy::disallowed_methods, reason = "this is where settings, the clock and chance are read")]

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, Local, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::companies::imported;
use super::failure::{Failure, Kind};
use crate::delivery::account::Account;
use crate::delivery::outbox::{create_private_dir, hold, replace_private};
use crate::directory::company::Company;
use crate::directory::external::Imported;
use crate::directory::{Directory, source};
use crate::letter::request::DataSubject;
use crate::letter::template::{Matter, Source, Template};
use crate::paper::picture::Picture;
use crate::tracker::store::Store;
use crate::wording::{Language, Wording, languages, report_languages, written_languages};
use crate::yaml;

/// Largest settings file that is read, in bytes: a directory of 3,000 companies has two million.
const SETTINGS_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// Largest picture of a signature that is read, in bytes.
pub(super) const SIGNATURE_BYTES_MAX: u64 = 4 * 1024 * 1024;

/// The names under which a picture of a signature is kept in the home.
const SIGNATURES: [&str; 2] = ["signature.png", "signature.jpg"];

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

/// The user's profile: `profile.yaml` in the home, to be edited by hand or with `profile set`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// The language to speak and write.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Who asks.
    #[serde(default)]
    pub person: DataSubject,
    /// The picture of the person's signature: a file in the home, or elsewhere with its whole path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<PathBuf>,
    /// The account mail is sent from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mail: Option<Account>,
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

/// The directory with the imported records that were asked for.
#[derive(Debug)]
pub struct Consulted {
    /// The companies; the user's own and the built-in ones go first.
    pub directory: Directory,
    imported: Vec<Imported>,
}

impl Consulted {
    /// Returns the imported record a company stems from, if it does.
    pub fn imported(&self, company: &Company) -> Option<&Imported> {
        self.imported.iter().find(|record| record.company.id == company.id())
    }
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

    /// Returns the path of the profile.
    pub fn profile_path(&self) -> PathBuf {
        self.home.join("profile.yaml")
    }

    /// Keeps other processes from changing the profile until what is returned is dropped, and reads it anew: one of them may
    /// have changed it since.
    ///
    /// # Errors
    /// Fails if the home cannot be written or the profile is not readable.
    pub fn hold_profile(&mut self) -> Result<File, Failure> {
        let held = create_private_dir(&self.home).and_then(|()| hold(&self.home));
        let held = held.map_err(|error| self.profile_not_written(&error))?;
        self.profile = read_profile(&self.home)?;
        Ok(held)
    }

    /// Writes the profile, in one step.
    ///
    /// # Errors
    /// Fails if the home cannot be written; the old profile is then still whole.
    pub fn save_profile(&self) -> Result<(), Failure> {
        let text = yaml::write(&self.profile).map_err(|reason| Failure::new(Kind::Bug, reason))?;
        let written = create_private_dir(&self.home)
            .and_then(|()| replace_private(&self.profile_path(), text.as_bytes()));
        written.map_err(|error| self.profile_not_written(&error))
    }

    fn profile_not_written(&self, error: &io::Error) -> Failure {
        Failure::new(Kind::Settings, format!("writing the profile in {}: {error}", self.home.display()))
            .hint("make the folder writable, or give another with --home")
    }

    /// Keeps a picture of the person's signature in the home, and names it in the profile, which is not written yet.
    ///
    /// # Errors
    /// Fails if the home cannot be written; an old picture is then still whole.
    pub fn keep_signature(&mut self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let written =
            create_private_dir(&self.home).and_then(|()| replace_private(&self.home.join(name), bytes));
        written.map_err(|error| Failure::new(Kind::Settings, format!("writing the signature: {error}")))?;
        self.profile.signature = Some(PathBuf::from(name));
        Ok(())
    }

    /// Deletes a picture of a signature that was kept in the home and is no longer named; one kept elsewhere stays.
    ///
    /// # Errors
    /// Fails if it cannot be deleted.
    pub fn drop_signature(&self, name: Option<&Path>) -> Result<(), Failure> {
        let kept = |name: &&Path| name.to_str().is_some_and(|name| SIGNATURES.contains(&name));
        let Some(name) = name.filter(kept) else { return Ok(()) };
        match fs::remove_file(self.home.join(name)) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            Err(error) => Err(Failure::new(Kind::Settings, format!("deleting {}: {error}", name.display()))
                .hint("delete it by hand; the profile no longer names it")),
        }
    }

    /// Returns the picture of the person's signature, if there is one.
    ///
    /// # Errors
    /// Fails if the file is not there or is no picture.
    pub fn signature(&self) -> Result<Option<Picture>, Failure> {
        let Some(name) = &self.profile.signature else { return Ok(None) };
        let path = self.home.join(name);
        let refused = |message: String| {
            Failure::new(Kind::Settings, message)
                .hint("habeas profile set --signature FILE, or --no-signature to sign by hand")
        };
        let bytes = read_file(&path, SIGNATURE_BYTES_MAX).map_err(|failure| refused(failure.message))?;
        let picture =
            Picture::read(&bytes).map_err(|error| refused(format!("{}: {error}", path.display())))?;
        Ok(Some(picture))
    }

    /// Returns the companies: the user's own `companies.yaml`, then the built-in ones.
    ///
    /// # Errors
    /// Shows the lines at fault of a broken file.
    pub fn directory(&self) -> Result<Directory, Failure> {
        Ok(Directory::new(source::built_in()?, self.own_companies()?))
    }

    /// Returns a directory with the companies that have these ids or had them before; of the built-in ones, hardly any
    /// others are read.
    ///
    /// # Errors
    /// As [`Self::directory`].
    pub fn directory_of(&self, ids: &[&str]) -> Result<Directory, Failure> {
        let mut ids = ids.to_vec();
        ids.sort_unstable();
        ids.dedup();
        Ok(Directory::new(source::built_in_named(&ids)?, self.own_companies()?))
    }

    /// Returns a directory in which a search finds what it finds among all companies.
    ///
    /// # Errors
    /// As [`Self::directory`].
    pub fn directory_near(&self, typed: &str, country: &str) -> Result<Directory, Failure> {
        let own = self.own_companies()?;
        // The user's record may replace one that is found, and with it what is near enough to be shown.
        let built_in =
            if own.is_empty() { source::built_in_near(typed, country)? } else { source::built_in()? };
        Ok(Directory::new(built_in, own))
    }

    /// Returns the companies of the user's own directory.
    ///
    /// # Errors
    /// Fails if the file cannot be read, or is no directory.
    pub fn own_companies(&self) -> Result<Vec<Company>, Failure> {
        match self.own_directory()? {
            Some(text) => Ok(source::parse(&text, &self.own_directory_path().display().to_string())?),
            None => Ok(Vec::new()),
        }
    }

    /// Returns the user's own directory as it is written; none where there is none.
    ///
    /// # Errors
    /// Fails if it cannot be read.
    pub fn own_directory(&self) -> Result<Option<String>, Failure> {
        read_settings(&self.own_directory_path())
    }

    fn own_directory_path(&self) -> PathBuf {
        self.home.join("companies.yaml")
    }

    /// Returns a directory in which each of these words chooses the company it would choose among all. Where all of
    /// them do, it has hardly more than those; else it has all companies and the imported records the words name.
    ///
    /// # Errors
    /// As [`Self::directory_with`].
    pub fn directory_for(&self, words: &[&str]) -> Result<Consulted, Failure> {
        let few = Directory::new(source::built_in_named(words)?, self.own_companies()?);
        if words.iter().all(|word| few.find(word).is_ok()) {
            return Ok(Consulted { directory: few, imported: Vec::new() });
        }
        self.directory_with(words)
    }

    /// Returns a directory in which each of these words chooses the company it would choose among all for a person who
    /// lives where this one does.
    ///
    /// # Errors
    /// As [`Self::directory_with`].
    pub fn directory_at_home(&self, words: &[&str]) -> Result<Consulted, Failure> {
        let few = self.directory_for(words)?;
        let Some(home) = self.profile.person.country.as_deref() else { return Ok(few) };
        let is_served = |word: &&str| few.directory.find(word).is_ok_and(|company| company.serves(home));
        // Another record of the same name may serve them.
        if words.iter().all(is_served) { Ok(few) } else { self.directory_with(words) }
    }

    /// Returns the companies, and the imported records of those that none of these words names among them. Imported
    /// records are read only then.
    ///
    /// # Errors
    /// As [`Self::directory`]; fails if an import is damaged.
    pub fn directory_with(&self, words: &[&str]) -> Result<Consulted, Failure> {
        let directory = self.directory()?;
        let mut imported: Vec<Imported> = Vec::new();
        for word in words.iter().filter(|word| directory.find(word).is_err()) {
            imported.extend(imported::named(&self.home, word)?);
        }
        imported.retain(|record| directory.by_id(&record.company.id).is_none());
        if imported.is_empty() {
            return Ok(Consulted { directory, imported });
        }
        for record in &mut imported {
            // A stranger's record does not make a name of the directory ambiguous.
            record.company.brands.retain(|name| directory.find(name).is_err());
            record.company.formerly.retain(|id| directory.by_id(id).is_none());
        }
        let companies = imported.iter().map(|record| {
            let path = imported::path(&self.home, record.origin);
            record.to_company(&path.display().to_string())
        });
        let companies = companies.collect::<Result<Vec<_>, _>>()?;
        let own = directory.companies().to_vec();
        Ok(Consulted { directory: Directory::new(companies, own), imported })
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

/// Reads the profile. Its lines are personal: a fault names the place only.
fn read_profile(home: &Path) -> Result<Profile, Failure> {
    let path = home.join("profile.yaml");
    let Some(text) = read_settings(&path)? else { return Ok(Profile::default()) };
    if text.trim().is_empty() {
        return Ok(Profile::default());
    }
    let read: Result<Profile, yaml::Fault> = yaml::read(&text, "profile.yaml");
    let mut profile = read.map_err(|fault| {
        let place = format!("{}:{}:{}", path.display(), fault.line, fault.column);
        let what = what_is_wrong(fault.kind);
        Failure::new(Kind::Settings, format!("the profile is not readable at {place}: {what}"))
            .hint("mend that line; `habeas profile set --help` lists what a profile holds")
    })?;
    for code in [&mut profile.person.country, &mut profile.person.work_country].into_iter().flatten() {
        code.make_ascii_uppercase();
    }
    Ok(profile)
}

/// Says what kind of fault a line has, without a word of the line.
fn what_is_wrong(kind: yaml::FaultKind) -> &'static str {
    match kind {
        yaml::FaultKind::Shape => "a profile has no such field, or another kind of value there",
        yaml::FaultKind::Tab => "the line is indented with a tab; use spaces",
        yaml::FaultKind::Twice => "the field stands there a second time",
        yaml::FaultKind::Anchor => "the star or the & refers to nothing",
        yaml::FaultKind::Excess => "this is more, or nested deeper, than a profile holds",
        yaml::FaultKind::Syntax => {
            "this is no YAML; look for a quotation mark or bracket that is not closed, and at the indentation"
        }
    }
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

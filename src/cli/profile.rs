//! `habeas profile`: the data subject, as every letter needs them.
//!
//! In: flags, perhaps the picture of a signature. Out: the profile as it is now, and what it lacks. The same file can be edited by hand; its keys
//! are the fields of `config::Profile`.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::companies::{find, find_at_home};
use super::config::{Config, Profile, SIGNATURE_BYTES_MAX, read_file, understood};
use super::failure::{Failure, Kind};
use super::output::{Outcome, columns};
use crate::directory::company::Identifier;
use crate::directory::value::is_email;
use crate::law::authority::authorities;
use crate::law::country::{OFTEN_MISTAKEN, is_country};
use crate::law::region::{region as region_of, without_country};
use crate::letter::request::check_field;
use crate::letter::{self, Field};
use crate::paper::Typesetter;
use crate::paper::picture::Picture;
use crate::wording::{Language, Wording};

/// Show or set who you are: name, addresses, what companies know you by, the mail account
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas profile set --name 'Camille Exemple' --email camille@example.org --country FR --place Lyon
  habeas profile set --address '1 rue de l’Essai' --address '69000 Lyon'
  habeas profile set --known-as cdiscount:customer_number=C-0042
  habeas profile set --dealt-with cdiscount='orders since 2019'
  habeas profile set --signature signature.png
  habeas profile show")]
pub(super) struct Arguments {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Show the profile
    Show,
    /// Say what the profile lacks or holds that no letter may carry
    Check,
    /// Change what is given; the rest stays
    Set(Box<Set>),
}

#[derive(Debug, clap::Args)]
struct Set {
    /// Full name
    #[arg(long)]
    name: Option<String>,
    /// E-mail address; the first receives the answers (may be repeated; replaces the list)
    #[arg(long = "email", value_name = "ADDRESS")]
    emails: Vec<String>,
    /// A line of the postal address, without the country (may be repeated; replaces the address)
    #[arg(long = "address", value_name = "LINE")]
    address: Vec<String>,
    /// Country of residence (ISO 3166-1, such as FR)
    #[arg(long, value_name = "CODE")]
    country: Option<String>,
    /// Region of residence, without the country, where the authority depends on it (Germany: BY, NW, …)
    #[arg(long, value_name = "CODE")]
    region: Option<String>,
    /// Country of work, where it is another one: its authority may be turned to as well
    #[arg(long, value_name = "CODE")]
    work_country: Option<String>,
    /// The place letters are dated from
    #[arg(long)]
    place: Option<String>,
    /// Telephone number, as the companies know it
    #[arg(long)]
    telephone: Option<String>,
    /// The language to speak and write, as for --lang
    #[arg(long, value_name = "LANGUAGE", value_parser = understood)]
    language: Option<Language>,
    /// What a company knows you by: COMPANY:customer_number|username|loyalty_card|order_number=VALUE; without a value it is forgotten
    #[arg(long = "known-as", value_name = "COMPANY:KIND=VALUE")]
    known_as: Vec<String>,
    /// How a company comes to know you, in your words; no letter says it (may be repeated); without words it is forgotten
    #[arg(long = "dealt-with", value_name = "COMPANY=HOW")]
    dealt_with: Vec<String>,
    /// A picture of your signature (PNG or JPEG), which then stands in your letters; a copy is kept in the home
    #[arg(long, value_name = "FILE")]
    signature: Option<PathBuf>,
    /// Leave room to sign by hand, and delete the copy of the picture
    #[arg(long, conflicts_with = "signature")]
    no_signature: bool,
    #[command(flatten)]
    mail: super::account::Flags,
}

/// Runs the command.
pub(super) fn run(arguments: Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let mut config = config.clone();
    let mut before = None;
    match arguments.action {
        Action::Show => {}
        Action::Check => {
            check(&config.profile)?;
            check_printable(&config.profile)?;
            config.signature()?;
            check_companies(&config)?;
        }
        Action::Set(set) => before = change(*set, &mut config)?,
    }
    let lacks = lacks(&config.profile);
    let path = config.profile_path().display().to_string();
    Ok(Box::new(Shown { path, profile: config.profile, lacks, before }))
}

/// Refuses a company that no letter would look for: it stands under another id, or nowhere.
fn check_companies(config: &Config) -> Result<(), Failure> {
    let person = &config.profile.person;
    for named in person.known_as.keys().chain(person.dealt_with.keys()) {
        let consulted = config.directory_for(&[named])?;
        let id = find(&consulted.directory, named)?.id();
        if id != named {
            return Err(Failure::new(
                Kind::Settings,
                format!("`{named}` in the profile is `{id}` in the directory"),
            )
            .hint(format!("write `{id}` in {}", config.profile_path().display())));
        }
    }
    Ok(())
}

/// Changes what is given, once all of it is found good. Returns where the text of before is kept, if a comment of it went.
fn change(set: Set, config: &mut Config) -> Result<Option<PathBuf>, Failure> {
    let picture = set.signature.as_deref().map(signature).transpose()?;
    let _held = config.hold_profile()?;
    let before = config.profile.signature.clone();
    let is_dropped = set.no_signature;
    let set = set.with_ids(config)?;
    set.apply(&mut config.profile, config.report_language)?;
    if let Some((name, bytes)) = picture {
        config.keep_signature(name, &bytes)?;
    } else if is_dropped {
        config.profile.signature = None;
    }
    let kept = config.save_profile()?;
    config.drop_signature(
        before.as_deref().filter(|before| config.profile.signature.as_deref() != Some(before)),
    )?;
    Ok(kept)
}

/// Reads the picture of a signature, and says under which name it is kept.
fn signature(path: &Path) -> Result<(&'static str, Vec<u8>), Failure> {
    let bytes = read_file(path, SIGNATURE_BYTES_MAX)?;
    Picture::read(&bytes).map_err(|error| {
        Failure::new(Kind::Input, format!("{}: {error}", path.display()))
            .hint("habeas profile set --signature FILE, with a PNG or JPEG of at most 4 MB")
    })?;
    Ok((if bytes.starts_with(b"\x89PNG") { "signature.png" } else { "signature.jpg" }, bytes))
}

impl Set {
    /// Puts the id of the directory for each company that is named: letters look for it under that.
    fn with_ids(mut self, config: &Config) -> Result<Self, Failure> {
        for (named, end) in [(&mut self.known_as, ':'), (&mut self.dealt_with, '=')] {
            for text in named.iter_mut() {
                // What has another form is refused when it is taken in.
                let Some((company, rest)) = text.split_once(end) else { continue };
                let person = &config.profile.person;
                let is_kept =
                    person.known_as.contains_key(company) || person.dealt_with.contains_key(company);
                // What is there can be forgotten, whether or not the directory still has the company.
                if is_kept && rest.ends_with('=') | rest.is_empty() {
                    continue;
                }
                let consulted = config.directory_at_home(&[company])?;
                let found = find_at_home(&consulted.directory, company, config)?;
                *text = format!("{}{end}{rest}", found.id());
            }
        }
        Ok(self)
    }

    fn apply(self, profile: &mut Profile, language: Language) -> Result<(), Failure> {
        // A new profile begins with the language it was made in; one that is there keeps its silence.
        let is_new = *profile == Profile::default();
        let mail = self.mail.apply(profile.mail.clone())?;
        let person = &mut profile.person;
        if let Some(name) = self.name {
            person.name = name;
        }
        if !self.emails.is_empty() {
            person.emails = self.emails;
        }
        if !self.address.is_empty() {
            person.address = self.address;
            person.address.retain(|line| !line.trim().is_empty());
        }
        let upper = |code: String| code.to_ascii_uppercase();
        if self.country.is_some() {
            // A region belongs to its country.
            person.region = None;
        }
        person.country = self.country.map(upper).or(person.country.take());
        let country = person.country.clone().unwrap_or_default();
        person.region = self.region.map(|region| without_country(&region, &country)).or(person.region.take());
        person.work_country = self.work_country.map(upper).or(person.work_country.take());
        person.place = self.place.or(person.place.take());
        person.telephone = self.telephone.or(person.telephone.take());
        for known in &self.known_as {
            let (company, identifier, value) = known_as(known)?;
            let known = person.known_as.entry(company.clone()).or_default();
            if value.is_empty() {
                known.remove(&identifier);
            } else {
                known.insert(identifier, value);
            }
            if known.is_empty() {
                person.known_as.remove(&company);
            }
        }
        for dealing in &self.dealt_with {
            let (company, how) = dealing.split_once('=').ok_or_else(|| {
                Failure::new(
                    Kind::Usage,
                    "--dealt-with is COMPANY=HOW, such as cdiscount='orders since 2019'",
                )
            })?;
            match how.trim() {
                "" => drop(person.dealt_with.remove(company)),
                how => drop(person.dealt_with.insert(company.to_owned(), how.to_owned())),
            }
        }
        profile.language = self.language.or(profile.language).or(is_new.then_some(language));
        profile.mail = mail;
        check(profile)?;
        check_printable(profile)
    }
}

fn known_as(text: &str) -> Result<(String, Identifier, String), Failure> {
    let usage = || {
        Failure::new(
            Kind::Usage,
            "--known-as is COMPANY:KIND=VALUE, such as cdiscount:customer_number=C-0042",
        )
    };
    let (company, rest) = text.split_once(':').ok_or_else(usage)?;
    let (kind, value) = rest.split_once('=').ok_or_else(usage)?;
    let identifier: Identifier =
        serde_json::from_value(Value::from(kind.replace('-', "_"))).map_err(|_| usage())?;
    Ok((company.to_owned(), identifier, value.trim().to_owned()))
}

/// Refuses what no letter may carry.
fn check(profile: &Profile) -> Result<(), Failure> {
    for (field, text) in profile.person.fields() {
        check_field(&field, text)?;
    }
    for (company, how) in &profile.person.dealt_with {
        check_field(&format!("dealt_with.{company}"), how)?;
    }
    if profile.person.emails.iter().any(|email| !is_email(email)) {
        return Err(Failure::new(Kind::Usage, "an e-mail address is not one")
            .hint("habeas profile set --email NAME@HOST"));
    }
    let person = &profile.person;
    for (what, code) in [("country", &person.country), ("work country", &person.work_country)] {
        if code.as_deref().is_some_and(|code| !is_country(code)) {
            return Err(Failure::new(Kind::Usage, format!("the {what} is not a known ISO 3166-1 code"))
                .hint(format!("such as FR, BE, CH ({OFTEN_MISTAKEN})")));
        }
    }
    match (person.region.as_deref(), person.country.as_deref()) {
        (Some(region), country)
            if country.and_then(|country| region_of(country, region)).is_none_or(|known| known != region) =>
        {
            Err(Failure::new(Kind::Usage, "the region is not one of the country of residence")
                .hint("regions are written without the country: BY, NW (Germany), SCT (United Kingdom)"))
        }
        (Some(_) | None, _) => Ok(()),
    }
}

/// Refuses a character that no built-in font has: every letter is set on paper.
fn check_printable(profile: &Profile) -> Result<(), Failure> {
    let fields = profile.person.fields();
    // Every font has these, so that the fonts need not be opened for most profiles.
    let is_plain = |character: &char| matches!(character, ' '..='~' | 'À'..='ÿ' | '’');
    if fields.iter().all(|(_, text)| text.chars().all(|character| is_plain(&character))) {
        return Ok(());
    }
    let typesetter = Typesetter::new();
    for (field, text) in fields {
        if let Some(character) = text.chars().find(|character| !typesetter.can_print(*character)) {
            return Err(letter::Error::Unprintable { character, field: Some(Field::Profile(field)) }.into());
        }
    }
    Ok(())
}

/// Tells whether each authority of a country is of one region, so that without a region nobody knows which one is meant.
fn has_regions_alone(country: &str) -> bool {
    let all = authorities(country, None);
    !all.is_empty() && all.iter().all(|authority| !authority.region.is_empty())
}

/// What a profile lacks for letters to be complete, by the flag that gives it.
fn lacks(profile: &Profile) -> Vec<&'static str> {
    let person = &profile.person;
    let flags = [
        ("name", person.name.trim().is_empty()),
        ("email", person.emails.is_empty()),
        ("address", person.address.iter().all(|line| line.trim().is_empty())),
        ("country", person.country.is_none()),
        ("region", person.region.is_none() && person.country.as_deref().is_some_and(has_regions_alone)),
        ("place", person.place.is_none()),
    ];
    flags.into_iter().filter(|(_, lacking)| *lacking).map(|(flag, _)| flag).collect()
}

struct Shown {
    path: String,
    profile: Profile,
    lacks: Vec<&'static str>,
    /// Where the text of before is, if a comment of it went.
    before: Option<PathBuf>,
}

impl Outcome for Shown {
    fn text(&self, wording: &Wording) -> String {
        let person = &self.profile.person;
        let mut rows = vec![
            ("identifier-name", person.name.clone()),
            ("identifier-email", person.emails.join(", ")),
            ("identifier-address", person.address.join(", ")),
            ("profile-country", person.country.clone().unwrap_or_default()),
            ("profile-region", person.region.clone().unwrap_or_default()),
            ("profile-work-country", person.work_country.clone().unwrap_or_default()),
            ("profile-place", person.place.clone().unwrap_or_default()),
            ("identifier-telephone", person.telephone.clone().unwrap_or_default()),
            (
                "profile-language",
                self.profile.language.map(|language| language.to_string()).unwrap_or_default(),
            ),
        ];
        if let Some(signature) = &self.profile.signature {
            rows.push(("profile-signature", signature.display().to_string()));
        }
        if let Some(mail) = &self.profile.mail {
            rows.push(("profile-mail", format!("{}:{}", mail.server, mail.port)));
        }
        rows.retain(|(_, value)| !value.is_empty());
        let mut labelled: Vec<(String, String)> =
            rows.into_iter().map(|(key, value)| (wording.say(key), value)).collect();
        for (company, known) in &person.known_as {
            for (identifier, value) in known {
                let label = wording.say(&format!("identifier-{}", identifier.id().replace('_', "-")));
                labelled.push((format!("{label} ({company})"), value.clone()));
            }
        }
        for (company, how) in &person.dealt_with {
            labelled.push((format!("{} ({company})", wording.say("profile-dealt-with")), how.clone()));
        }
        let mut text = columns(&labelled, "");
        text += &wording.say_with("profile-kept-in", &[("path", &self.path)]);
        text += "\n";
        if let Some(before) = &self.before {
            let path = before.display().to_string();
            text += &format!("{}\n", wording.say_with("profile-comments-gone", &[("path", &path)]));
        }
        if !self.lacks.is_empty() {
            let flags: Vec<String> = self.lacks.iter().map(|flag| format!("--{flag} …")).collect();
            text += &wording.say("profile-lacks");
            text += &format!("\n  habeas profile set {}\n", flags.join(" "));
        }
        text
    }

    fn json(&self, _wording: &Wording) -> Value {
        json!({ "path": self.path, "profile": self.profile, "lacks": self.lacks, "before": self.before })
    }

    fn needs_attention(&self) -> bool {
        self.lacks.contains(&"name") || self.lacks.contains(&"email")
    }
}

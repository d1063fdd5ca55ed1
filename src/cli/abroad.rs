//! Abroad: a company that does not serve the person's country, as far as the directory knows.
//!
//! In: the company a letter goes to and the person's country. Out: what is said with the letter, and the companies of the
//! same name that serve that country: the one that was named may never have dealt with the person. Not here: which
//! company a word chooses (`directory::search`).

use serde_json::{Value, json};

use super::companies::countries_text;
use super::config::{Config, Consulted};
use crate::directory::company::Company;
use crate::law::right::Right;
use crate::wording::Wording;

/// A company that the directory has for other countries only.
pub(super) struct Abroad {
    /// The country of the person.
    home: String,
    /// The countries it serves.
    serves: Vec<String>,
    /// The ids of others of its name that serve the person's country.
    instead: Vec<String>,
}

impl Abroad {
    /// Says it of a company; nothing where it serves the person's country, or that is not known.
    pub(super) fn of(company: &Company, consulted: Option<&Consulted>, config: &Config) -> Option<Self> {
        let home = config.profile.person.country.as_deref().filter(|home| !company.serves(home))?;
        let directory = consulted.map(|consulted| &consulted.directory);
        let instead = directory.map(|directory| directory.serving_instead(company, home)).unwrap_or_default();
        Some(Self {
            home: home.to_owned(),
            serves: company.countries.iter().map(|country| country.value.to_string()).collect(),
            instead: instead.into_iter().map(|company| company.id().to_owned()).collect(),
        })
    }

    /// Says it in words, and how to write to the others.
    pub(super) fn text(&self, program: &str, right: Right, wording: &Wording) -> String {
        let home = wording.say(&format!("country-{}", self.home));
        let countries = countries_text(self.serves.iter().map(String::as_str), wording);
        let arguments = [("countries", countries.as_str()), ("home", home.as_str())];
        let mut text = format!("  {}\n", wording.say_with("draft-abroad", &arguments));
        for id in &self.instead {
            text += &format!("  → {program} draft {right} {id}\n");
        }
        text
    }

    /// Says it for programs.
    pub(super) fn json(&self) -> Value {
        json!({ "home": self.home, "serves": self.serves, "instead": self.instead })
    }
}

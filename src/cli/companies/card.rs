//! `habeas companies show`: one company, with all that is known of it.
//!
//! In: a company, and the record of another directory it stems from, if it does. Out: who answers, where it serves people,
//! how to reach it and how well that is known.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{countries_text, facts, json_word, old_text, unverified_text};
use crate::cli::output::Outcome;
use crate::directory::check::imitates;
use crate::directory::company::{Company, Confidence, Status};
use crate::directory::external::Imported;
use crate::directory::host::in_letters;
use crate::directory::value::Kind;
use crate::finding::{Code, Finding, Place};
use crate::wording::Wording;

/// A company as it is shown.
pub(super) struct Card {
    pub(super) company: Company,
    pub(super) imported: Option<Imported>,
    /// The day its newest contact was seen, if that is long ago.
    pub(super) last_seen: Option<NaiveDate>,
}

impl Outcome for Card {
    fn text(&self, wording: &Wording) -> String {
        let company = &self.company;
        let mut text = format!("{} ({})\n", company.name, company.id());
        if let Some(controller) = &company.controller {
            let country = wording.say(&format!("country-{}", controller.country.value));
            text += &format!("{}, {country}\n", controller.name);
        }
        let countries = countries_text(company.countries.iter().map(|country| &*country.value), wording);
        if !countries.is_empty() {
            text += &format!("{}\n", wording.say_with("companies-serves", &[("countries", &countries)]));
        }
        let names: Vec<&str> = company.joint_controllers.iter().map(|entity| entity.name.as_str()).collect();
        if !names.is_empty() {
            text += &format!("{}\n", wording.say_with("companies-joint", &[("names", &names.join(", "))]));
        }
        if let Some(entity) = &company.representative {
            text += &format!("{}\n", wording.say_with("companies-representative", &[("name", &entity.name)]));
        }
        if let Some(imported) = &self.imported {
            text += &format!("{}\n", unverified_text(imported, wording));
        }
        for contact in &company.contacts {
            let purpose = wording.say(&format!("purpose-{}", json_word(&contact.purpose)));
            let value = contact.value.value.replace('\n', ", ");
            // A record of another directory tells when it was read there, and not when somebody saw the page.
            let key = if self.imported.is_some() { "companies-read" } else { "companies-seen" };
            let seen = wording.say_with(
                key,
                &[
                    ("source", &contact.source.value),
                    ("date", &wording.language().date(contact.checked.value)),
                ],
            );
            let line = wording.say_with("companies-contact", &[("purpose", &purpose), ("value", &value)]);
            text += &format!("\n{line}\n");
            match contact.kind() {
                Kind::Email | Kind::Form => text += &letters_text(&value, wording),
                Kind::Post => {}
            }
            text += &format!("  {seen}\n");
            if let Some(fingerprint) = &contact.openpgp {
                let key = [("fingerprint", &*fingerprint.value)];
                text += &format!("  {}\n", wording.say_with("companies-openpgp", &key));
            }
        }
        if let Some(note) = &company.note {
            text += &format!("\n{}\n", wording.say_with("companies-note", &[("note", note)]));
        }
        match company.confidence {
            // It was said above whose word an imported record is.
            Confidence::Unverified if self.imported.is_some() => {}
            Confidence::Tested => text += &format!("\n{}\n", wording.say("companies-tested")),
            Confidence::Unverified => text += &format!("\n{}\n", wording.say("companies-unverified")),
            Confidence::Verified => {}
        }
        if let Some(seen) = self.last_seen {
            text += &format!("\n{}\n", old_text(seen, wording));
        }
        match company.status {
            Status::Closed => text += &format!("\n{}\n", wording.say("companies-closed")),
            Status::Usable | Status::Incomplete if company.first_contact().is_none() => {
                text += &format!("\n{}\n", wording.say("companies-incomplete"));
            }
            Status::Usable | Status::Incomplete => {}
        }
        text
    }

    fn json(&self, _wording: &Wording) -> Value {
        let mut facts = facts(&self.company);
        if let Some(facts) = facts.as_object_mut() {
            facts.insert("last_seen_long_ago".to_owned(), json!(self.last_seen));
        }
        if let (Some(facts), Some(imported)) = (facts.as_object_mut(), &self.imported) {
            facts.insert("origin".to_owned(), json!(imported.origin));
            facts.insert("imported_at".to_owned(), json!(imported.imported_at));
            facts.insert("dated".to_owned(), json!(imported.dated));
            facts.insert("quality".to_owned(), json!(imported.quality));
        }
        facts
    }
}

/// Shows the letters that a coded domain stands for, and says where an address mixes scripts.
fn letters_text(address: &str, wording: &Wording) -> String {
    let letters = in_letters(address);
    let mut text = String::new();
    if letters != address {
        text += &format!("  {}\n", wording.say_with("companies-letters", &[("address", &letters)]));
    }
    if imitates(address) {
        text += &format!("  {}\n", wording.finding(&Finding::new(Code::MixedScript, Place::file(""))));
    }
    text
}

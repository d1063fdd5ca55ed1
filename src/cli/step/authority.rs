//! The authority of a step: which one it goes to, in which language, and the others that are open.
//!
//! In: the facts of a step. Out: rows and facts about the authorities, the language of the complaint, or a failure where the
//! complaint would be addressed to nobody. Not here: who is competent (`law::competence`).

use serde_json::{Value, json};

use super::Facts;
use crate::cli::failure::{Failure, Kind};
use crate::cli::standing::authority_text;
use crate::law::authority::Authority;
use crate::law::competence::{Choice, Reason};
use crate::law::country::languages_of_authority;
use crate::letter::kind::Kind as LetterKind;
use crate::tracker::event::EventKind;
use crate::wording::{Language, Wording, written_languages};

impl Facts {
    /// Refuses a complaint that would be addressed to nobody: in Germany each Land has its authority.
    ///
    /// # Errors
    /// Says how to name the Land the person lives in.
    pub(in crate::cli) fn check_authority(&self) -> Result<(), Failure> {
        let proposed = self.choices.iter().find(|choice| choice.is_proposed);
        let is_open = |choice: &&Choice| {
            choice.authorities.len() > 1 && Some(choice.country.as_str()) == self.row.home()
        };
        let Some(choice) = proposed.filter(|_| self.complaint().goes_to_authority()).filter(is_open) else {
            return Ok(());
        };
        let named = |authority: &&Authority| format!("{} ({})", authority.region, authority.name);
        let regions: Vec<String> = choice.authorities.iter().map(named).collect();
        let message =
            format!("which authority in {} takes your complaint depends on where you live", choice.country);
        let set = self.row.typed("profile set --region CODE");
        let line = "or the line `region: CODE` under `person:` in profile.yaml";
        let hint = format!("{set} ({line}), one of {}", regions.join(", "));
        let elsewhere = self.sure_elsewhere().map(|sure| format!(". {sure}")).unwrap_or_default();
        Err(Failure::new(Kind::Input, message).hint(hint + &elsewhere))
    }

    /// The authority of the company's country or of the person's work, where there is one only. Art. 77(1).
    fn sure_elsewhere(&self) -> Option<String> {
        let mut choices = self.choices.iter().filter_map(|choice| match choice.authorities.as_slice() {
            [authority] if matches!(choice.reason, Reason::Seat | Reason::Work) => Some((choice, *authority)),
            _unsure => None,
        });
        let (choice, authority) = choices.next()?;
        let page = if authority.complaint_form.is_empty() { authority.web } else { authority.complaint_form };
        Some(format!(
            "Meanwhile you may turn to the authority in {}, too, by its own form: {}, {page}",
            choice.country, authority.name
        ))
    }

    /// A complaint is written in a language of the authority it goes to, where letters exist in it: that of the person or
    /// of the request, else its only one.
    pub(super) fn language_of_authority(&self, kind: LetterKind) -> Option<Language> {
        let known = self.languages_of_authority(kind);
        let preferred = [self.own_language, self.row.file.case.language];
        let only = if let [only] = known.as_slice() { Some(*only) } else { None };
        preferred.into_iter().find(|language| known.contains(language)).or(only)
    }

    /// The languages of the authority a letter goes to in which there are letters.
    pub(super) fn languages_of_authority(&self, kind: LetterKind) -> Vec<Language> {
        let proposed = self.choices.iter().find(|choice| choice.is_proposed);
        let country = proposed.filter(|_| kind.goes_to_authority()).map_or("", |choice| &choice.country);
        let known = languages_of_authority(country).iter().filter_map(|code| code.parse::<Language>().ok());
        known.filter(|language| written_languages().contains(language)).collect()
    }

    /// The proposed authority with the reason and its pages, then the others.
    pub(super) fn authority_rows(&self, wording: &Wording) -> Vec<(&'static str, Option<String>)> {
        let reason = |choice: &Choice| wording.say(&format!("authority-reason-{}", choice.reason.id()));
        let mut rows = Vec::new();
        let is_to_company = self.event() == EventKind::ComplainedToController;
        for choice in &self.choices {
            if choice.is_proposed && is_to_company {
                rows.push(("step-afterwards", Some(authority_text(choice, wording))));
                continue;
            }
            if !choice.is_proposed {
                let named = [("authority", authority_text(choice, wording)), ("why", reason(choice))];
                let borrowed = named.each_ref().map(|(name, text)| (*name, text.as_str()));
                let also = wording.say_with("step-also-line", &borrowed);
                rows.push(("step-also", Some(also)));
                continue;
            }
            rows.push(("step-authority", Some(authority_text(choice, wording))));
            rows.push(("step-why", Some(reason(choice))));
            if let [authority] = choice.authorities.as_slice() {
                let form = Some(authority.complaint_form).filter(|form| !form.is_empty()).map(str::to_owned);
                rows.push(("step-form", Some(form.unwrap_or_else(|| wording.say("step-form-unknown")))));
            }
        }
        rows
    }
}

/// Shows a choice as facts.
pub(super) fn choice_json(choice: &Choice, wording: &Wording) -> Value {
    let authority = |authority: &&Authority| {
        json!({
            "name": authority.name,
            "web": authority.web,
            "form": Some(authority.complaint_form).filter(|form| !form.is_empty()),
            "source": authority.source,
            "checked": authority.checked,
        })
    };
    json!({
        "country": choice.country,
        "reason": choice.reason.id(),
        "text": wording.say(&format!("authority-reason-{}", choice.reason.id())),
        "proposed": choice.is_proposed,
        "authorities": choice.authorities.iter().map(authority).collect::<Vec<_>>(),
    })
}

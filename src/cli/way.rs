//! In which language and by which way a letter goes to a company.
//!
//! In: a company and what was asked for. Out: the language it is written to in, and whether by e-mail, post or form. Not
//! here: the address (`directory`).

use super::config::Config;
use super::failure::{self, Failure};
use crate::directory::company::Company;
use crate::directory::value::Kind;
use crate::law::country::official_languages;
use crate::letter::template::{Matter, is_written};
use crate::tracker::event::Via;
use crate::wording::Language;

/// The language asked for; else the person's own, where the company takes it; else English, where it takes that or names
/// none; else one spoken where the controller sits; else one it names. Rome writes to Berlin in English, not in French.
pub(super) fn language(
    company: &Company,
    matter: Matter,
    asked: Option<Language>,
    config: &Config,
) -> Language {
    if let Some(language) = asked.or(config.language_asked) {
        return language;
    }
    let written = |language: &Language| is_written(Matter { language: *language, ..matter });
    let english = company.takes(Language::ENGLISH) || company.languages.is_empty();
    let own = Some(config.report_language).filter(|own| company.takes(*own));
    let official = company.country().map(official_languages).unwrap_or_default();
    let spoken = official.iter().filter_map(|code| code.parse::<Language>().ok());
    let all = own.into_iter().chain(english.then_some(Language::ENGLISH)).chain(spoken);
    all.chain(company.languages.iter().copied()).find(written).unwrap_or(Language::ENGLISH)
}

/// The way the company wants.
pub(super) fn preferred(company: &Company) -> Via {
    match company.first_contact().map(|contact| contact.kind()) {
        Some(Kind::Email) | None => Via::Email,
        Some(Kind::Post) => Via::Post,
        Some(Kind::Form) => Via::Form,
    }
}

/// A registered letter goes by post.
pub(super) fn by_post(via: Option<Via>) -> Result<Via, Failure> {
    match via {
        Some(Via::Post) | None => Ok(Via::Post),
        Some(other @ (Via::Email | Via::Form)) => Err(Failure::new(
            failure::Kind::Usage,
            format!("a registered letter goes by post, not by {}", other.id()),
        )
        .hint("--registered --via post, or leave --registered out")),
    }
}

/// Reads a way of sending.
pub(super) fn via(word: &str) -> Result<Via, Failure> {
    Via::find(word).ok_or_else(|| {
        Failure::new(failure::Kind::Usage, format!("`{word}` is no way to send")).hint("email, post or form")
    })
}

//! `habeas companies search`: the companies whose names are near to what somebody typed.
//!
//! In: words. Out: companies, best first, each with the name it was found by. Not here: what makes a name near
//! (`directory::search`).

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::{aligned, facts, indexed, row, unknown};
use crate::cli::config::Config;
use crate::cli::failure::Failure;
use crate::cli::output::Outcome;
use crate::directory::Directory;
use crate::directory::company::Company;
use crate::directory::index::is_worth_showing;
use crate::directory::search::{By, COUNTRY_FIRST, Found, Matched};
use crate::directory::source::is_built_in;
use crate::wording::Wording;

/// What to look for.
#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    /// What to look for: a name, or a site, mailbox or SIREN
    #[arg(required = true)]
    words: Vec<String>,
    /// Show at most so many
    #[arg(long, value_name = "NUMBER", default_value_t = 10)]
    limit: usize,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let typed = arguments.words.join(" ");
    let country = config.profile.person.country.as_deref().unwrap_or(COUNTRY_FIRST);
    let mut directory = config.directory_near(&typed, country)?;
    let imported = add_imported(&mut directory, &typed, country, arguments.limit, &config.home)?;
    let found = directory.search(&typed, country);
    let Some(fewest) = found.iter().map(|found| found.matched.edits).min() else {
        return Err(unknown(&typed, &[]));
    };
    let further = imported.further.iter().filter(|edits| is_worth_showing(**edits, fewest)).count();
    let more = found.len().saturating_sub(arguments.limit) + further;
    let find = |found: Found<'_>| {
        let origin = imported.origins.get(found.company.id()).cloned();
        Find { company: found.company.clone(), matched: found.matched, origin }
    };
    Ok(Box::new(Finds { finds: found.into_iter().take(arguments.limit).map(find).collect(), more }))
}

/// What imported directories have for a search.
#[derive(Default)]
struct Imported {
    /// Where the records come from that were added to the directory, by id.
    origins: BTreeMap<String, String>,
    /// The edits of finds that were left.
    further: Vec<usize>,
}

/// Adds the nearest imported records to the directory, behind those it has.
fn add_imported(
    directory: &mut Directory,
    typed: &str,
    country: &str,
    limit: usize,
    home: &Path,
) -> Result<Imported, Failure> {
    let mut imported = Imported::default();
    for finds in indexed::search(home, typed, country, limit)? {
        let is_new =
            |company: &Company| directory.by_id(company.id()).is_none() && !is_built_in(company.id());
        let new: Vec<Company> = finds.companies.into_iter().filter(is_new).collect();
        let origins = new.iter().map(|company| (company.id().to_owned(), finds.origin.clone()));
        imported.origins.extend(origins);
        imported.further.extend(finds.further);
        *directory = Directory::new(new, directory.companies().to_vec());
    }
    Ok(imported)
}

struct Finds {
    finds: Vec<Find>,
    more: usize,
}

struct Find {
    company: Company,
    matched: Matched,
    /// The imported directory the record is of; none if it is the user's own or built in.
    origin: Option<String>,
}

impl Outcome for Finds {
    fn text(&self, wording: &Wording) -> String {
        let rows = self.finds.iter().map(|find| {
            let mut row = row(&find.company, wording);
            row.push(format!("({})", why(find, wording)));
            row
        });
        let mut text = aligned(&rows.collect::<Vec<_>>());
        if self.more > 0 {
            let all = (self.finds.len() + self.more).to_string();
            text += &wording.say_count_with("companies-more", self.more as u64, &[("limit", &all)]);
            text += "\n";
        }
        text
    }

    fn json(&self, _wording: &Wording) -> Value {
        let find = |find: &Find| {
            let mut facts = facts(&find.company);
            if let Value::Object(facts) = &mut facts {
                facts.insert("matched".to_owned(), json!(find.matched));
                facts.insert("origin".to_owned(), json!(find.origin));
            }
            facts
        };
        json!({ "companies": self.finds.iter().map(find).collect::<Vec<_>>(), "more": self.more })
    }
}

/// Says by which name a company was found, and whose word the record is.
fn why(Find { matched, origin, .. }: &Find, wording: &Wording) -> String {
    let key = match matched.by {
        By::Name => "companies-matched-name",
        By::Brand => "companies-matched-brand",
        By::Controller => "companies-matched-controller",
        By::JointController => "companies-matched-joint",
        By::Representative => "companies-matched-representative",
        By::Id => "companies-matched-id",
        By::Formerly => "companies-matched-formerly",
        By::Contact => "companies-matched-contact",
        By::Siren => "companies-matched-siren",
    };
    let mut said = wording.say_with(key, &[("text", &matched.text)]);
    if matched.edits > 0 {
        said = wording.say_with("companies-matched-close", &[("matched", &said)]);
    }
    match origin {
        Some(origin) => {
            wording.say_with("companies-matched-imported", &[("matched", &said), ("origin", origin)])
        }
        None => said,
    }
}

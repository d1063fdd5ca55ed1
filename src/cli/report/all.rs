//! `habeas report --all`: what each company holds, on one page.
//!
//! In: every import of the store. Out: the latest answer of each company side by side, as a page, a PDF, text or JSON.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::view::View;
use super::{report, to_facts};
use crate::cli::config::Config;
use crate::cli::failure::{Failure, Kind};
use crate::cli::output::Outcome;
use crate::import::answer::Answer;
use crate::report::page::Page;
use crate::report::several::{Read, Several};
use crate::tracker::store::{Import, Listed, Store};

/// Writes the page of all companies.
pub(super) fn run(
    form: &str,
    out: Option<PathBuf>,
    config: &Config,
    store: &Store,
) -> Result<Box<dyn Outcome>, Failure> {
    let (latest, earlier) = latest(store)?;
    if latest.is_empty() {
        return Err(nothing_imported());
    }
    let read = |import: Import<Answer>| {
        let report = report(&import, config, store)?;
        Ok(Read { import: import.id, read_on: import.read_on, report })
    };
    let reports = latest.into_iter().map(read).collect::<Result<Vec<_>, Failure>>()?;
    let several = Several::of(&reports, earlier, config.report_language, config.today, &config.program());
    View::new(form, out).show(&Page::of_several(&several), to_facts(&several), ("all", false), config)
}

/// What to do where no answer was imported.
pub(in crate::cli) fn nothing_imported() -> Failure {
    Failure::new(Kind::Input, "no answer was imported yet").hint("habeas import FILE")
}

/// The latest import of each company, and how many earlier ones there are. An answer of nobody known stands for itself.
fn latest(store: &Store) -> Result<(Vec<Import<Answer>>, u64), Failure> {
    let mut latest: BTreeMap<String, Import<Answer>> = BTreeMap::new();
    let mut earlier = 0;
    for Listed { id, reference, .. } in store.imports()? {
        let import: Import<Answer> = store.import(&id)?;
        let of_case = reference.map(|reference| store.case(&reference)).transpose()?;
        let company = of_case.map(|file| file.case.company).or_else(|| import.company.clone());
        let replaced = latest.insert(company.unwrap_or(id), import);
        earlier += u64::from(replaced.is_some());
    }
    Ok((latest.into_values().collect(), earlier))
}

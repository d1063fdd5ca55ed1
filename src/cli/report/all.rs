//! `habeas report --all`: what each company holds, on one page.
//!
//! In: every import of the store. Out: the latest answer of each company side by side, as a page, a PDF, text or JSON. The
//! imports of a case are one answer.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::answers::Answers;
use super::view::View;
use super::{of_case, report, to_facts};
use crate::cli::config::Config;
use crate::cli::failure::{Failure, Kind};
use crate::cli::output::Outcome;
use crate::import::answer::Answer;
use crate::report::model::ImportRole;
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
    let imports = store.imports()?;
    if imports.is_empty() {
        return Err(nothing_imported());
    }
    let latest = latest(&imports, store)?;
    let reports = latest.into_values().map(|latest| read(latest, config, store));
    let reports = reports.collect::<Result<Vec<_>, Failure>>()?;
    let shown =
        |read: &Read| read.report.imports.iter().filter(|it| it.role == ImportRole::Shown).count().max(1);
    let earlier = imports.len().saturating_sub(reports.iter().map(shown).sum()) as u64;
    let several = Several::of(&reports, earlier, config.report_language, config.today, &config.program());
    View::new(form, out).show(&Page::of_several(&several), to_facts(&several), ("all", false), config)
}

/// What to do where no answer was imported.
pub(in crate::cli) fn nothing_imported() -> Failure {
    Failure::new(Kind::Input, "no answer was imported yet").hint("habeas import FILE")
}

/// The latest import of each company. An answer of nobody known stands for itself.
fn latest(imports: &[Listed], store: &Store) -> Result<BTreeMap<String, Import<Answer>>, Failure> {
    let mut latest: BTreeMap<String, Import<Answer>> = BTreeMap::new();
    for Listed { id, reference, .. } in imports {
        let import: Import<Answer> = store.import(id)?;
        let of_case = reference.as_ref().map(|reference| store.case(reference)).transpose()?;
        let company = of_case.map(|file| file.case.company).or_else(|| import.company.clone());
        latest.insert(company.unwrap_or_else(|| id.clone()), import);
    }
    Ok(latest)
}

/// The report of an answer: of an import that belongs to no case, or of all imports of its case.
fn read(import: Import<Answer>, config: &Config, store: &Store) -> Result<Read, Failure> {
    let answers =
        import.reference.as_deref().map(|reference| Answers::of_case(reference, store)).transpose()?;
    let report = match (&import.reference, answers.flatten()) {
        (Some(reference), Some(answers)) => of_case(reference, &answers, config, store)?,
        (Some(_) | None, _) => report(&import, config, store)?,
    };
    Ok(Read { import: import.id, read_on: import.read_on, report })
}

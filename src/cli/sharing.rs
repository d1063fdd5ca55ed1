//! `habeas sharing`: who shares with whom, told by whom, across all answers.
//!
//! In: every import of the store and what the directory says these companies announce. Out: the network as text, as a page with a
//! picture, as a PDF or as JSON.

use std::collections::BTreeMap;

use super::config::Config;
use super::failure::Failure;
use super::output::Outcome;
use super::report::all::nothing_imported;
use super::report::view::View;
use super::report::{report_with, to_facts};
use crate::import::answer::Answer;
use crate::report::network::{Network, Told};
use crate::report::page::Page;
use crate::tracker::store::{Import, Listed};

/// Show who shares your data with whom, and who told, across all answers
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  habeas sharing                       a table in the terminal
  habeas sharing --out sharing.html    with the picture
  habeas sharing --json")]
pub(super) struct Arguments {
    #[command(flatten)]
    view: View,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let store = config.store()?;
    let mut told = Vec::new();
    for Listed { id, .. } in store.imports()? {
        let import: Import<Answer> = store.import(&id)?;
        let reference = import.reference.as_deref();
        let report = report_with(Some(&import), reference, Vec::new(), BTreeMap::new(), config, &store)?;
        let file = report.received.first().map(|received| received.name.clone());
        told.push(Told {
            company: report.company.or(file).unwrap_or_else(|| id.clone()),
            import: id,
            read_on: import.read_on,
            recipients: report.sharing.recipients,
            sources: report.sharing.sources,
            announced: report.sharing.announced.into_iter().map(|against| against.announced).collect(),
        });
    }
    if told.is_empty() {
        return Err(nothing_imported());
    }
    let network = Network::of(&told, config.report_language, config.today, &config.program());
    arguments.view.show(&Page::of_network(&network), to_facts(&network), ("sharing", false), config)
}

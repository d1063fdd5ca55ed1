//! `habeas compare`: two answers of one company, held against each other.
//!
//! In: two imports, or cases, whose imports are one answer. Out: what appeared, changed and vanished, by category, by list and by
//! record; after an erasure, what is still there and which reasons may be cited for it. The answers are read again where they are; where
//! one is gone they are compared by what was kept of them, and that is said.

use std::path::PathBuf;

use super::again::Asking;
use super::config::Config;
use super::failure::{Failure, Kind};
use super::output::Outcome;
use super::parts::{Opened, Parts};
use super::recipe;
use super::report::view::View;
use super::report::{to_facts, whose};
use super::unlock::Unlock;
use crate::import::answer::Answer;
use crate::law::right::Right;
use crate::report::comparison::again::Known;
use crate::report::comparison::pairing::Difference;
use crate::report::comparison::reading::{Leftovers, Marks, Shared};
use crate::report::comparison::{Around, Compared, Erasure, compare, letters};
use crate::report::page::Page;
use crate::tracker::store::{Import, Store};

/// Compare two answers of one company: what appeared, changed and vanished, record by record
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Where an erasure was asked for between the two answers, it says what is still there, and which \
reasons the law lets a company cite for keeping it. A record is the same thing if its number is (that of an order \
whatever else changed), or its title and moment. What identified somebody or an order in a record that vanished \
(an e-mail address or its MD5, SHA-1 or SHA-256, a telephone, order or customer number, a name, a street, a thing of the \
same day and amount) and stands in another record of the later answer, in whatever file or text, is named as a value that \
comes again. A letter that only has your name, address or customer number, or theirs, is named as such. Where a file of the \
later answer cannot be looked into, it says so and gives no all-clear.

Examples:
  habeas compare IM-7F3K2Q IM-9D4MXR                      the earlier answer first
  habeas compare IM-7F3K2Q IM-9D4MXR --out changes.html
  habeas compare HB-7F3K2Q HB-9D4MXR                      the answers to two requests, each with all its parts
  habeas compare IM-7F3K2Q IM-9D4MXR --after-erasure      also where no case of yours says so
  habeas compare IM-7F3K2Q IM-9D4MXR --first-from /new/place/answer.zip"
)]
pub(super) struct Arguments {
    /// The earlier answer: import id, or case reference (all its imports)
    first: String,
    /// The later answer
    second: String,
    /// Compare as before and after an erasure
    #[arg(long)]
    after_erasure: bool,
    /// Where the earlier answer is now, if it moved since the import
    #[arg(long, value_name = "PATH")]
    first_from: Vec<PathBuf>,
    /// Where the later answer is now, if it moved since the import
    #[arg(long, value_name = "PATH")]
    second_from: Vec<PathBuf>,
    #[command(flatten)]
    unlock: Unlock,
    #[command(flatten)]
    view: View,
}

/// Runs the command.
pub(super) fn run(arguments: &Arguments, config: &Config) -> Result<Box<dyn Outcome>, Failure> {
    let store = config.store()?;
    let (earlier, later) = (Parts::of(&arguments.first, &store)?, Parts::of(&arguments.second, &store)?);
    let (first, second) = (&earlier.together, &later.together);
    let is_in_both =
        |(import, _): &(Import<Answer>, String)| later.each.iter().any(|(it, _)| it.id == import.id);
    if earlier.each.iter().any(is_in_both) {
        return Err(Failure::new(
            Kind::Usage,
            format!("both are {}: an answer is compared with another one", earlier.id()),
        )
        .hint("habeas compare EARLIER LATER"));
    }
    let company = company(first, second, &store)?;
    let around = around(arguments, company.as_deref(), (first, second), config, &store)?;
    let read = match read(arguments, (&earlier, &later), config) {
        Ok(difference) => Ok(difference),
        Err(failure) if arguments.first_from.is_empty() && arguments.second_from.is_empty() => {
            Err(failure.shown().lines().collect::<Vec<_>>().join(" · "))
        }
        Err(failure) => return Err(failure),
    };
    let comparison = compare(side(first), side(second), read, &around);
    let is_unsure = comparison.erasure.is_some() && !comparison.shares_nothing();
    let attention = comparison.unread.is_some() || comparison.limited || is_unsure;
    let name = format!("compare-{}-{}", first.id, second.id);
    let page = Page::of_comparison(&comparison);
    arguments.view.show(&page, to_facts(&comparison), (&name, attention), config)
}

fn side(import: &Import<Answer>) -> Compared<'_> {
    Compared {
        import: &import.id,
        case: import.reference.as_deref(),
        read_on: import.read_on,
        answer: &import.answer,
    }
}

/// The company both are of.
fn company(
    first: &Import<Answer>,
    second: &Import<Answer>,
    store: &Store,
) -> Result<Option<String>, Failure> {
    let of = |import: &Import<Answer>| -> Result<Option<String>, Failure> {
        let case = import.reference.as_deref().map(|reference| store.case(reference)).transpose()?;
        Ok(case.map(|file| file.case.company).or_else(|| import.company.clone()))
    };
    match (of(first)?, of(second)?) {
        (Some(one), Some(other)) if one != other => Err(Failure::new(
            Kind::Usage,
            format!("{} is of {one}, {} is of {other}: they are not compared", first.id, second.id),
        )
        .hint("habeas report --all")),
        (one, other) => Ok(one.or(other)),
    }
}

fn around(
    arguments: &Arguments,
    company: Option<&str>,
    (first, second): (&Import<Answer>, &Import<Answer>),
    config: &Config,
    store: &Store,
) -> Result<Around, Failure> {
    let directory = config.directory_of(&company.into_iter().collect::<Vec<_>>())?;
    let is_asked = first.reference.is_some() || second.reference.is_some();
    let (known, name) = whose(company.filter(|_| is_asked), company, &directory);
    let found = company.map(|company| erasure(company, first, second, store)).transpose()?.flatten();
    let said = arguments.after_erasure.then_some(Erasure { case: None, sent: None });
    Ok(Around {
        language: config.report_language,
        today: config.today,
        program: config.program(),
        company_id: known.map(|company| company.id().to_owned()),
        company: name,
        country: known
            .and_then(|company| company.controller.as_ref())
            .map(|controller| controller.country.value.to_string()),
        erasure: found.or(said),
    })
}

/// The latest erasure asked for between the two answers, if a case says so.
fn erasure(
    company: &str,
    first: &Import<Answer>,
    second: &Import<Answer>,
    store: &Store,
) -> Result<Option<Erasure>, Failure> {
    let cases = store.cases()?;
    let asked = cases.iter().filter(|file| file.case.right == Right::Erasure && file.case.company == company);
    let sent = asked.filter_map(|file| Some((file.sent()?, file.case.reference.clone())));
    let between = sent.filter(|(sent, _)| (first.read_on..=second.read_on).contains(sent));
    Ok(between.max().map(|(sent, case)| Erasure { case: Some(case), sent: Some(sent) }))
}

/// Reads both answers again, twice: for the marks of all records, then for those that are not in both.
fn read(
    arguments: &Arguments,
    (first, second): (&Parts, &Parts),
    config: &Config,
) -> Result<Difference, Failure> {
    let recipes = recipe::own(config)?;
    let letters = letters(&second.together.answer);
    let command = format!("{} compare {} {}", config.program(), first.id(), second.id());
    let options = arguments.unlock.options(None)?;
    let hint = |flag: &str| format!("{command} {flag} PATH");
    let first = first.open((&arguments.first_from, Asking::May), &options, &hint("--first-from"), config)?;
    let second =
        second.open((&arguments.second_from, Asking::May), &options, &hint("--second-from"), config)?;
    let marks = |opened: &Opened| opened.visit(&recipes, Marks::default);
    let shared = Shared::of(marks(&first), marks(&second));
    let left = first.visit(&recipes, || Leftovers::new(&shared.first));
    let known = Known::of(&left, letters);
    let right = second.visit(&recipes, || Leftovers::of_later(&shared.second, &known));
    Ok(Difference::of(&shared, left, right))
}

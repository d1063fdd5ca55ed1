//! Actions: what to type after reading a section.
//!
//! In: the sections of a page and whose answer it is. Out: the same sections, each with the commands that use a right about
//! what it shows, or that look further. A company that is not in the directory can only be asked by its case; where neither is
//! known, the command is proposed that finds it. Not here: whether a right applies, which the letter says under conditions.

use super::{Block, Section};
use crate::law::category::Category;
use crate::law::right::Right;
use crate::report::model::Report;
use crate::report::words::Words;

/// What can be typed after a section.
enum Action {
    /// A letter for a right.
    Draft(Right),
    /// The letter that has data of a category erased.
    Erase(Category),
    /// The letters of the answer against Art. 15.
    Audit,
    /// The letter that asks for what is missing.
    FollowUp,
    /// The rows that have a word.
    Look,
    /// The whole answer as tables.
    Export,
    /// A description of a file that was not understood.
    Describe,
    /// The company, where it is not known.
    Find,
}

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    Conclusions,
    Sharing,
    Holdings,
    Traces,
    Sensitive,
    Missing,
    Coverage,
    Findings,
}

/// Adds the commands that belong to a section.
pub(super) fn add(section: &mut Section, subject: Subject, report: &Report, words: Words) {
    let of = |action: &Action| blocks(action, report, words);
    let found: Vec<Block> = actions(subject, report).iter().flat_map(of).collect();
    let is_known = report.company_id.is_some();
    let last_resort = if is_known { Action::Draft(Right::Access) } else { Action::Find };
    let none = if found.is_empty() { of(&last_resort) } else { Vec::new() };
    section.blocks.extend(found.into_iter().chain(none));
}

/// Proposes to list the rows of a category, of which a page shows the first.
pub(super) fn rows_of(category: Category, report: &Report, words: Words) -> Vec<Block> {
    let command = |import: &str| Block::Command {
        text: words.say("report-action-rows"),
        command: format!("{} search --import {import} --category {}", report.program, category.id()),
    };
    report.shown_imports().into_iter().map(command).collect()
}

fn actions(subject: Subject, report: &Report) -> Vec<Action> {
    let concluded = !report.conclusions.entries.is_empty();
    let sensitive = report.sensitive.special > 0 || report.sensitive.others > 0;
    let most = report.holdings.iter().max_by_key(|holding| holding.records);
    match subject {
        Subject::Conclusions if concluded => {
            vec![Action::Draft(Right::Objection), Action::Draft(Right::AutomatedDecision)]
        }
        // A decision may have been taken all the same.
        Subject::Conclusions => vec![Action::Draft(Right::AutomatedDecision)],
        Subject::Sharing => vec![Action::Draft(Right::MarketingObjection)],
        Subject::Holdings => {
            let erase = most.map(|holding| Action::Erase(holding.category));
            [Some(Action::Draft(Right::Rectification)), erase].into_iter().flatten().collect()
        }
        Subject::Traces => vec![Action::Draft(Right::Tracking)],
        Subject::Sensitive if sensitive => vec![Action::Draft(Right::Restriction), Action::Look],
        Subject::Sensitive => vec![Action::Look],
        Subject::Missing if report.case.is_some() => vec![Action::Audit, Action::FollowUp],
        Subject::Missing => vec![Action::Draft(Right::Access)],
        Subject::Coverage => vec![Action::Export],
        Subject::Findings => vec![Action::Describe],
    }
}

/// The commands of an action: one for each import, where it is about what was imported.
fn blocks(action: &Action, report: &Report, words: Words) -> Vec<Block> {
    let program = &report.program;
    let case = report.case.as_ref().map(|case| case.reference.as_str());
    let company = report.company_id.as_deref();
    let of_case = |step: &str| case.map(|case| format!("{program} {step} {case}")).into_iter().collect();
    let of_company = |right: Right, more: &str| {
        company.map(|company| format!("{program} draft {} {company}{more}", right.id())).into_iter().collect()
    };
    let of_imports = |before: &str, after: &str| -> Vec<String> {
        let imports = report.shown_imports();
        imports.iter().map(|import| format!("{program} {before} {import} {after}")).collect()
    };
    let (key, commands) = match action {
        Action::Draft(right) => (right.id(), of_company(*right, "")),
        Action::Erase(category) => {
            ("erasure", of_company(Right::Erasure, &format!(" --category {}", category.id())))
        }
        Action::Audit => ("audit", of_case("audit")),
        Action::FollowUp => ("follow-up", of_case("follow-up")),
        Action::Look => ("look", of_imports("search --import", "\"…\"")),
        Action::Export => ("export", of_imports("export", "--format csv")),
        Action::Describe => ("describe", vec![format!("{program} recipe draft …")]),
        Action::Find => ("find", vec![format!("{program} companies search …")]),
    };
    let text = words.say(&format!("report-action-{key}"));
    commands.into_iter().map(|command| Block::Command { text: text.clone(), command }).collect()
}

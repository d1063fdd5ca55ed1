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

/// Adds the commands to the sections they belong to.
pub(super) fn add(sections: &mut [Section], report: &Report, words: Words) {
    for section in sections {
        let blocks: Vec<Block> =
            actions(&section.id, report).iter().filter_map(|action| block(action, report, words)).collect();
        let is_known = report.company_id.is_some();
        let last_resort = if is_known { Action::Draft(Right::Access) } else { Action::Find };
        let none = blocks.is_empty().then(|| block(&last_resort, report, words)).flatten();
        section.blocks.extend(blocks.into_iter().chain(none));
    }
}

/// Proposes to list the rows of a category, of which a page shows the first.
pub(super) fn rows_of(category: Category, report: &Report, words: Words) -> Option<Block> {
    let import = report.import.as_ref()?;
    let command = format!("{} search --import {import} --category {}", report.program, category.id());
    Some(Block::Command { text: words.say("report-action-rows"), command })
}

fn actions(section: &str, report: &Report) -> Vec<Action> {
    let concluded = !report.conclusions.entries.is_empty();
    let sensitive = report.sensitive.special > 0 || report.sensitive.others > 0;
    let most = report.holdings.iter().max_by_key(|holding| holding.records);
    match section {
        "conclusions" if concluded => {
            vec![Action::Draft(Right::Objection), Action::Draft(Right::AutomatedDecision)]
        }
        // A decision may have been taken all the same.
        "conclusions" => vec![Action::Draft(Right::AutomatedDecision)],
        "sharing" => vec![Action::Draft(Right::MarketingObjection)],
        "holdings" => {
            let erase = most.map(|holding| Action::Erase(holding.category));
            [Some(Action::Draft(Right::Rectification)), erase].into_iter().flatten().collect()
        }
        "traces" => vec![Action::Draft(Right::Tracking)],
        "sensitive" if sensitive => vec![Action::Draft(Right::Restriction), Action::Look],
        "sensitive" => vec![Action::Look],
        "missing" if report.case.is_some() => vec![Action::Audit, Action::FollowUp],
        "missing" => vec![Action::Draft(Right::Access)],
        "coverage" => vec![Action::Export],
        "findings" => vec![Action::Describe],
        _ => Vec::new(),
    }
}

fn block(action: &Action, report: &Report, words: Words) -> Option<Block> {
    let program = &report.program;
    let case = report.case.as_ref().map(|case| case.reference.as_str());
    let (company, import) = (report.company_id.as_deref(), report.import.as_deref());
    let (key, command) = match action {
        Action::Draft(right) => (right.id(), format!("{program} draft {} {}", right.id(), company?)),
        Action::Erase(category) => {
            ("erasure", format!("{program} draft erasure {} --category {}", company?, category.id()))
        }
        Action::Audit => ("audit", format!("{program} audit {}", case?)),
        Action::FollowUp => ("follow-up", format!("{program} follow-up {}", case?)),
        Action::Look => ("look", format!("{program} search --import {} \"…\"", import?)),
        Action::Export => ("export", format!("{program} export {} --format csv", import?)),
        Action::Describe => ("describe", format!("{program} recipe draft …")),
        Action::Find => ("find", format!("{program} companies search …")),
    };
    Some(Block::Command { text: words.say(&format!("report-action-{key}")), command })
}

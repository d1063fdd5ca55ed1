//! Actions: what to type after reading a section.
//!
//! In: the sections of a page and whose answer it is. Out: the same sections, each with the commands that use a right about
//! what it shows. A company that is not in the directory can only be asked by its case; where neither is known nothing
//! is proposed. Not here: whether a right applies, which the letter says under conditions.

use super::{Block, Section};
use crate::law::right::Right;
use crate::report::model::Report;
use crate::report::words::Words;

/// What can be typed after a section.
enum Action {
    /// A letter for a right.
    Draft(Right),
    /// The letters of the answer against Art. 15.
    Audit,
    /// The letter that asks for what is missing.
    FollowUp,
}

/// Adds the commands to the sections they belong to.
pub(super) fn add(sections: &mut [Section], report: &Report, words: Words) {
    for section in sections {
        for action in actions(&section.id, report) {
            section.blocks.extend(block(&action, report, words));
        }
    }
}

fn actions(section: &str, report: &Report) -> Vec<Action> {
    let concluded = !report.conclusions.entries.is_empty();
    let sensitive = report.sensitive.special > 0 || report.sensitive.others > 0;
    match section {
        "conclusions" if concluded => {
            vec![Action::Draft(Right::Objection), Action::Draft(Right::AutomatedDecision)]
        }
        // A decision may have been taken all the same.
        "conclusions" => vec![Action::Draft(Right::AutomatedDecision)],
        "sharing" => vec![Action::Draft(Right::MarketingObjection)],
        "holdings" => vec![Action::Draft(Right::Rectification), Action::Draft(Right::Erasure)],
        "traces" => vec![Action::Draft(Right::Tracking)],
        "sensitive" if sensitive => vec![Action::Draft(Right::Restriction)],
        "missing" => vec![Action::Audit, Action::FollowUp],
        _ => Vec::new(),
    }
}

fn block(action: &Action, report: &Report, words: Words) -> Option<Block> {
    let program = &report.program;
    let case = report.case.as_ref().map(|case| case.reference.as_str());
    let (key, command) = match action {
        Action::Draft(right) => {
            let company = report.company_id.as_deref()?;
            (format!("report-action-{}", right.id()), format!("{program} draft {} {company}", right.id()))
        }
        Action::Audit => ("report-action-audit".to_owned(), format!("{program} audit {}", case?)),
        Action::FollowUp => ("report-action-follow-up".to_owned(), format!("{program} follow-up {}", case?)),
    };
    Some(Block::Command { text: words.say(&key), command })
}

//! Gaps: what the answer owes under `law::content`, or announced, and was not found in it.
//!
//! In: the answer and what the company announced. Out: [`Gaps`]. A point counts as found when the answer has
//! traces of it; whether they suffice is for the person to judge (`audit`).
//!
//! Not here: verdicts. A point that was not found may stand in a document the import cannot read, so those
//! documents are listed beside it.

use super::model::{Context, Gaps, PointFound, Presence};
use crate::finding::{Code, Place};
use crate::import::answer::Answer;
use crate::import::coverage::{Account, State};
use crate::import::record::Role;
use crate::law::category::{Category, Origin};
use crate::law::content::Point;

/// Formats in which people write to people: a letter about the data rather than the data.
const DOCUMENT_FORMATS: [&str; 12] =
    ["pdf", "doc", "docx", "odt", "rtf", "txt", "text", "md", "eml", "html", "htm", "msg"];

/// Finds what is missing.
pub(super) fn find(answer: &Answer, context: &Context) -> Gaps {
    let in_state = |state: State| paths(answer, |account| account.state == state);
    Gaps {
        points: Point::ALL.iter().map(|point| look_for(*point, answer)).collect(),
        absent_categories: context
            .holds
            .iter()
            .filter(|announced| !holds(answer, announced.category))
            .cloned()
            .collect(),
        absent_files: answer
            .findings
            .iter()
            .filter(|finding| finding.code == Code::FileAbsent)
            .map(|finding| finding.place.file.clone())
            .collect(),
        empty_files: in_state(State::Empty),
        refused_files: in_state(State::Refused),
        documents: paths(answer, is_unread_document),
    }
}

fn look_for(point: Point, answer: &Answer) -> PointFound {
    let (presence, place) = traces(point, answer);
    PointFound { point, article: point.article(), presence, place }
}

/// What the totals of an answer show of a point. An archive of tables can show four of them; the others are
/// sentences, which only the person or `audit` can find.
fn traces(point: Point, answer: &Answer) -> (Presence, Option<Place>) {
    match point {
        // Art. 15(1)(b): the categories show in the copy itself, though nobody named them.
        Point::Categories if answer.totals.records() > 0 => (Presence::Partly, None),
        // Art. 15(1)(c) and C-154/21: names of recipients.
        Point::Recipients => by_list(answer, Role::Recipient, Presence::Found),
        // Art. 15(1)(g): names of sources; a mark "obtained" says that there is one, not who.
        Point::Source => match by_list(answer, Role::Source, Presence::Found) {
            (Presence::NotFound, _) if has_obtained(answer) => (Presence::Partly, None),
            found => found,
        },
        // Art. 15(1)(h): the results of profiling are there; its logic is a text.
        Point::AutomatedDecisions => by_list(answer, Role::Inference, Presence::Partly),
        // Art. 15(3): a copy came; whether it is complete is what the rest of the report is about.
        Point::Copy if answer.totals.records() > 0 => (Presence::Found, None),
        Point::Categories
        | Point::Copy
        | Point::Purposes
        | Point::Retention
        | Point::Rights
        | Point::Complaint
        | Point::Safeguards => (Presence::NotFound, None),
    }
}

fn by_list(answer: &Answer, role: Role, presence: Presence) -> (Presence, Option<Place>) {
    let list = answer.totals.lists.get(&role);
    let first = list.and_then(|list| list.entries.values().map(|entry| &entry.place).min());
    first.map_or((Presence::NotFound, None), |place| (presence, Some(place.clone())))
}

fn has_obtained(answer: &Answer) -> bool {
    answer.totals.origins().get(&Origin::Obtained).is_some_and(|count| *count > 0)
}

fn holds(answer: &Answer, category: Category) -> bool {
    answer.totals.categories.get(&category).is_some_and(|totals| totals.records > 0)
}

fn is_unread_document(account: &Account) -> bool {
    let is_unread = match account.state {
        State::Opaque | State::Generic => true,
        State::Mapped | State::Refused | State::Ignored | State::Empty => false,
    };
    let format = account.format.rsplit(['/', '.']).next().unwrap_or_default().to_ascii_lowercase();
    is_unread && DOCUMENT_FORMATS.contains(&format.as_str())
}

fn paths(answer: &Answer, wanted: impl Fn(&Account) -> bool) -> Vec<String> {
    answer.accounts.iter().filter(|account| wanted(account)).map(|account| account.path.clone()).collect()
}

//! Gaps: what the answer owes under `law::content`, or announced, and was not found in it.
//!
//! In: the answer, what the company announced, the letters that came with it, and what the person judged. Out:
//! [`Gaps`]. A point counts as found when the data have traces of it or a letter speaks to it; what the person
//! confirmed or corrected outweighs both.
//!
//! Not here: verdicts. A point that was not found may stand in a document nobody read yet, so those documents
//! are listed beside it.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::audit::{Limit, Said, audit, is_foreign};
use super::model::{Context, Gaps, Holding, Older, PointFound, Retention};
use crate::finding::{Code, Place};
use crate::import::answer::Answer;
use crate::import::coverage::{Account, State};
use crate::import::record::Role;
use crate::law::article::Regime;
use crate::law::category::{Category, Origin};
use crate::law::content::{Point, Presence};

/// Formats in which people write to people: a letter about the data rather than the data.
const DOCUMENT_FORMATS: [&str; 12] =
    ["pdf", "doc", "docx", "odt", "rtf", "txt", "text", "md", "eml", "html", "htm", "msg"];

/// Finds what is missing, and the periods that may be held against what is held.
pub(super) fn find(answer: &Answer, context: &Context) -> (Gaps, Vec<Limit>) {
    let in_state = |state: State| paths(answer, |account| account.state == state);
    let own: Vec<&str> =
        [context.company.as_deref(), context.controller.as_deref()].into_iter().flatten().collect();
    let said = audit(&context.letters, &own, &context.asked);
    let foreign: Vec<String> =
        context.letters.iter().filter(|it| is_foreign(it)).map(|it| it.name.clone()).collect();
    let is_read =
        |path: &String| context.letters.iter().any(|letter| letter.name == *path) && !foreign.contains(path);
    // Who says that the period is not in the letter says that the program took a sentence for it.
    let is_doubted = context.judged.get(&Point::Retention).is_some_and(|judged| *judged > Presence::Partly);
    let limits = if is_doubted { Vec::new() } else { said.limits };
    let gaps = Gaps {
        points: points(answer, said.points, context),
        absent_categories: context
            .holds
            .iter()
            .filter(|announced| !holds(answer, announced.category))
            .cloned()
            .collect(),
        unannounced_categories: unannounced(answer, context),
        // What is held has to be known first.
        retention: None,
        absent_files: answer
            .findings
            .iter()
            .filter(|finding| finding.code == Code::FileAbsent)
            .map(|finding| finding.place.file.clone())
            .collect(),
        usual: answer.lacks.clone(),
        empty_files: in_state(State::Empty),
        refused_files: in_state(State::Refused),
        documents: paths(answer, |account| is_unread_document(account) && !is_read(&account.path)),
        letters: context.letters.iter().map(|letter| letter.name.clone()).collect(),
        foreign_letters: foreign,
    };
    (gaps, limits)
}

/// Categories that came though the company, which announces others, does not announce them.
fn unannounced(answer: &Answer, context: &Context) -> Vec<Category> {
    let is_announced = |category: Category| context.holds.iter().any(|holds| holds.category == category);
    let came = Category::ALL.iter().copied().filter(|category| holds(answer, *category));
    let named = came.filter(|category| *category != Category::Unknown && !is_announced(*category));
    if context.holds.is_empty() { Vec::new() } else { named.collect() }
}

/// Holds the periods that letters state against the age of what they are about, and returns the one that most is older than;
/// where nothing is older, the first. Whole months are counted, so that nothing is called older that may not be.
pub(super) fn retention(limits: &[Limit], holdings: &[Holding], today: NaiveDate) -> Option<Retention> {
    let held = limits.iter().filter_map(|limit| held_against(limit, holdings, today));
    let records =
        |it: &Retention| it.older.iter().fold(0_u64, |sum, older| sum.saturating_add(older.records));
    held.reduce(|best, next| if records(&next) > records(&best) { next } else { best })
}

fn held_against(limit: &Limit, holdings: &[Holding], today: NaiveDate) -> Option<Retention> {
    let since = today.checked_sub_days(Days::new(u64::from(limit.days)))?;
    let month = since.format("%Y-%m").to_string();
    let older = |holding: &Holding| {
        let first = holding.first.filter(|first| first.date() < since)?;
        let months = holding.months.range(..month.clone());
        let records = months.fold(0_u64, |sum, (_, count)| sum.saturating_add(*count));
        (records > 0).then_some(Older { category: holding.category, first, records })
    };
    let mut meant = holdings.iter().filter(|holding| limit.categories.contains(&holding.category)).peekable();
    meant.peek()?;
    let mut older: Vec<Older> = meant.filter_map(older).collect();
    older.sort_by_key(|older| older.first);
    let (quote, place) = (limit.quote.clone(), limit.place.clone());
    Some(Retention { days: limit.days, quote, place, since, older })
}

/// The better of what the data show and what the letters say; a letter, which has a sentence to quote, before data
/// that show as much, unless it says that there is none.
fn points(answer: &Answer, mut said: BTreeMap<Point, Said>, context: &Context) -> Vec<PointFound> {
    let regime = context.regime;
    let look_for = |point: Point| {
        let article = point.article(regime)?;
        let (presence, place) = traces(point, answer);
        let in_letter = said.remove(&point).filter(|said| said.presence <= presence);
        let contradicted = in_letter.as_ref().is_some_and(|said| said.denies) && presence == Presence::Found;
        let (presence, place, quote) = match in_letter {
            // What the data show stands; the sentence is shown beside it.
            Some(said) if contradicted => (presence, place, Some(said.quote)),
            Some(said) => (said.presence, Some(said.place), Some(said.quote)),
            None => (presence, place, None),
        };
        let presence = match (regime, point, presence) {
            // Art. 25(2)(g) of the Swiss act: the recipients or the categories of recipients.
            (Regime::Ch, Point::Recipients, Presence::Vague) => Presence::Partly,
            // A letter that is signed with the name of the controller says who it is.
            (Regime::Ch, Point::Controller, Presence::Vague) => Presence::Partly,
            (Regime::Eu | Regime::Uk | Regime::Ch, _, presence) => presence,
        };
        let judged = context.judged.get(&point).copied();
        let presence = judged.unwrap_or(presence);
        // Art. 19(4) of the Swiss act asks for the guarantees of a disclosure abroad, of which nobody spoke.
        let is_owed = regime != Regime::Ch || point != Point::Safeguards || presence != Presence::NotFound;
        let judged = judged.is_some();
        is_owed.then_some(PointFound { point, article, presence, place, quote, contradicted, judged })
    };
    Point::owed(regime).filter_map(look_for).collect()
}

/// What the totals of an answer show of a point. An archive of tables can show four of them; the others are
/// sentences, which `audit` reads.
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
        Point::Copy if answer.totals.records() > 0 => {
            let archive = answer.received.first().map(|received| Place::file(received.name.clone()));
            (Presence::Found, archive)
        }
        Point::Controller
        | Point::Categories
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

pub(super) fn is_unread_document(account: &Account) -> bool {
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

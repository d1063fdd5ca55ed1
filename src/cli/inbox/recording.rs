//! Recording a mail: the event it is, with the mail and its files as evidence.
//!
//! In: a mail as it was seen, what the person wants. Out: what became of it. What cannot have happened is not
//! recorded and says why; a mail that was recorded before is not recorded again.
//!
//! Not here: reading it (`seen`).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::seen::{Fate, REPLY, Seen};
use super::shown::{choice, question};
use crate::cli::config::Config;
use crate::cli::failure::{Failure, Kind};
use crate::cli::output::{ask_which, ask_yes, can_ask};
use crate::cli::record::{next_contact, refusal};
use crate::inbox::matching::Match;
use crate::inbox::message::Attachment;
use crate::tracker::case::CaseFile;
use crate::tracker::event::{Event, EventKind, Via};
use crate::tracker::possible::impossible;
use crate::tracker::store::{File, Store};
use crate::tracker::waiting::{Before, Waiting};

/// Characters of a file's name that is kept.
const NAME_CHARACTERS_MAX: usize = 80;

/// What the person wants recorded.
pub(super) enum Wish {
    /// What they agree to when asked; nothing where nobody can be asked.
    Ask,
    /// What is certain.
    Certain,
    /// The one mail, as this event.
    As { event: EventKind, on: Option<NaiveDate> },
}

/// Asks which of several cases a mail is of, where it may be of several and somebody can be asked.
pub(super) fn which(seen: &Seen, wish: &Wish, config: &Config) -> Result<Option<String>, Failure> {
    let is_open = matches!((wish, &seen.fate), (Wish::Ask, Fate::Shown)) && can_ask();
    let Some(about) = seen.mail.as_ref().filter(|_| is_open) else { return Ok(None) };
    match &about.found {
        Match::Several { references } => {
            let chosen = ask_which(&choice(seen, references, config.wording()), references.len())?;
            Ok(chosen.and_then(|index| references.get(index).cloned()))
        }
        Match::One { .. } | Match::Given { .. } | Match::None => Ok(None),
    }
}

/// Records a mail, if it is wanted and can have happened.
pub(super) fn carry_out(
    seen: &mut Seen,
    wish: &Wish,
    store: &mut Store,
    cases: &mut BTreeMap<String, CaseFile>,
    config: &Config,
) -> Result<(), Failure> {
    if matches!(seen.fate, Fate::Kept { .. }) {
        return Ok(());
    }
    let Some((event, on)) = wanted(seen, wish, config)? else { return Ok(()) };
    let reference = seen.case().ok_or_else(no_case)?.to_owned();
    let Some(file) = cases.get(&reference) else { return Err(no_case()) };
    let Some(about) = &seen.mail else { return Ok(()) };
    let Some(on) = on.or_else(|| about.mailed()) else {
        let message = format!("{} has no date", seen.place);
        let hint = "give the day with --on";
        if matches!(wish, Wish::As { .. }) {
            return Err(Failure::new(Kind::Input, message).hint(hint));
        }
        // One mail nobody can date keeps no other from being recorded.
        seen.fate = Fate::Impossible { message, hint: Some(hint.to_owned()) };
        return Ok(());
    };
    let happened = Event {
        via: Some(Via::Email),
        message_id: about.mail.message_id.clone().filter(|id| is_plain_id(id)),
        until: about.until(event).filter(|until| *until > on),
        ..Event::new(event, on)
    };
    if let Some(reason) = impossible(&file.recorded, &happened, file.case.drafted, config.today) {
        let failure = refusal(reason, file, &happened);
        if matches!(wish, Wish::As { .. }) {
            return Err(failure);
        }
        seen.fate = Fate::Impossible { message: failure.message, hint: failure.hint };
        return Ok(());
    }
    store.record_all_after(&reference, file.recorded.len(), vec![(happened, evidence(seen))])?;
    let file = store.case(&reference)?;
    let files = file.recorded.last().map(|event| event.files.clone()).unwrap_or_default();
    let then = if event == EventKind::Bounced { Some(after_bounce(&file, config, store)?) } else { None };
    seen.fate = Fate::Recorded { event, on, files, then };
    cases.insert(reference, file);
    Ok(())
}

/// What to type where a letter came back: the next address for the request, or what becomes of a later letter.
fn after_bounce(file: &CaseFile, config: &Config, store: &Store) -> Result<String, Failure> {
    let reference = &file.case.reference;
    match Before::of(file, Waiting::Request) {
        Before::CameBack(_) | Before::NotSent => {}
        Before::Sent(_) | Before::MaybeSent(_) | Before::Outdated(..) | Before::Expired(_) => {
            return Ok(format!("status {reference}"));
        }
    }
    let next = next_contact(reference, config, store)?;
    let to_next = next.and_then(|next| next.command(&file.case));
    Ok(to_next.unwrap_or_else(|| format!("send {reference} --to ADDRESS")))
}

/// The event to record and its day, where the day is given.
fn wanted(
    seen: &Seen,
    wish: &Wish,
    config: &Config,
) -> Result<Option<(EventKind, Option<NaiveDate>)>, Failure> {
    let proposal = seen.mail.as_ref().and_then(|about| about.proposal.as_ref());
    match (wish, proposal) {
        (Wish::As { event, on }, _) => Ok(Some((*event, *on))),
        (Wish::Certain, Some(proposal)) => Ok(proposal.is_certain().then_some((proposal.event, None))),
        (Wish::Ask, Some(proposal)) if can_ask() && seen.case().is_some() => {
            let agreed = ask_yes(&question(seen, proposal, config.wording()))?;
            Ok(agreed.then_some((proposal.event, None)))
        }
        (Wish::Ask, Some(_)) | (Wish::Certain | Wish::Ask, None) => Ok(None),
    }
}

fn no_case() -> Failure {
    Failure::new(Kind::Input, "which case the mail belongs to is not known").hint("name it with --case CASE")
}

/// A Message-ID goes into headers of later letters.
fn is_plain_id(id: &str) -> bool {
    id.len() <= 250 && id.bytes().all(|byte| byte.is_ascii_graphic())
}

/// The mail itself, and the files in it.
fn evidence(seen: &Seen) -> Vec<File> {
    let Some(about) = &seen.mail else { return Vec::new() };
    let whole = (REPLY.to_owned(), about.bytes.clone());
    let files = about.mail.attachments.iter().filter(|file| !file.bytes.is_empty());
    [whole].into_iter().chain(files.map(|file| (name(file), file.bytes.clone()))).collect()
}

/// The company's name for a file says what is in it, so it is kept as far as it is a name and nothing else.
fn name(file: &Attachment) -> String {
    let given = file.name.as_deref().unwrap_or_default();
    let last = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ' | '(' | ')');
    let plain: String = last.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    let plain = plain.trim_matches([' ', '.', '_']);
    let (stem, ending) = plain.rsplit_once('.').unwrap_or((plain, "bin"));
    let stem: String = stem.chars().take(NAME_CHARACTERS_MAX).collect();
    let ending: String = ending.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
    match (stem.is_empty(), ending.is_empty()) {
        (true, _) => format!("attachment.{}", if ending.is_empty() { "bin" } else { &ending }),
        (false, true) => format!("{stem}.bin"),
        (false, false) => format!("{stem}.{ending}"),
    }
}

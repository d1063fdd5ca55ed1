//! Contact: what the cases teach about the directory's addresses.
//!
//! In: cases with their events, and a company. Out: the addresses that bounced, the company without them, and
//! whether the directory has moved on since a case was drafted. All of it is derived; nothing is stored twice.
//!
//! Not here: mending the directory, which is for the person and the project to do.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::case::CaseFile;
use super::event::{Event, EventKind, Part, Via};
use crate::directory::company::{Company, Contact};
use crate::directory::diff::in_one_line;
use crate::directory::value::Kind;

/// An address that did not reach the company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounce {
    /// Id of the company.
    pub company: String,
    /// What kind of address it is.
    pub kind: Kind,
    /// The address in one line.
    pub value: String,
    /// The day it became known.
    pub on: NaiveDate,
}

impl Bounce {
    /// Tells whether a contact of a company is this one.
    pub fn is(&self, company: &Company, contact: &Contact) -> bool {
        self.is_of(company) && contact.kind() == self.kind && in_one_line(contact) == self.value
    }

    fn is_of(&self, company: &Company) -> bool {
        company.id() == self.company || company.formerly.contains(&self.company)
    }
}

/// How the directory stands to the address of a case.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Superseded<'a> {
    /// It now has another address of this kind.
    By(&'a Contact),
    /// It no longer has any address of this kind.
    Gone,
}

/// Returns the kind of address a letter that travels this way goes to.
pub fn kind_of(via: Via) -> Kind {
    match via {
        Via::Email => Kind::Email,
        Via::Post => Kind::Post,
        Via::Form => Kind::Form,
    }
}

/// Finds the addresses that bounced and have not been seen to work since. A reaction of the controller lifts a bounce
/// only where it answers a letter that went to the same address after the bounce: any other reaction may owe
/// nothing to that address.
pub fn bounced(files: &[CaseFile]) -> Vec<Bounce> {
    let mut bounces: Vec<Bounce> = Vec::new();
    for bounce in files.iter().flat_map(letters).filter_map(|letter| letter.bounce()) {
        match bounces.iter_mut().find(|known| is_same(known, &bounce)) {
            Some(known) => known.on = known.on.max(bounce.on),
            None => bounces.push(bounce),
        }
    }
    bounces.retain(|bounce| !files.iter().flat_map(letters).any(|letter| letter.lifts(bounce)));
    bounces.sort_by(|one, other| (&one.company, &one.value).cmp(&(&other.company, &other.value)));
    bounces
}

/// Returns the company without the contacts that bounced, and those contacts with the bounce of each.
pub fn without_bounced<'c, 'b>(
    company: &'c Company,
    bounces: &'b [Bounce],
) -> (Cow<'c, Company>, Vec<(&'c Contact, &'b Bounce)>) {
    let bounce = |contact: &Contact| bounces.iter().find(|bounce| bounce.is(company, contact));
    let lowered: Vec<_> =
        company.contacts.iter().filter_map(|contact| Some((contact, bounce(contact)?))).collect();
    if lowered.is_empty() {
        return (Cow::Borrowed(company), lowered);
    }
    let mut reachable = company.clone();
    reachable.contacts.retain(|contact| bounce(contact).is_none());
    (Cow::Owned(reachable), lowered)
}

/// Tells whether the directory has another address than the one a case was drafted with. A case that has ended, or
/// whose address the person gave, has nothing to be told.
pub fn superseded<'a>(file: &CaseFile, company: &'a Company) -> Option<Superseded<'a>> {
    let has_ended = |event: &Event| {
        matches!(event.kind, EventKind::Answered | EventKind::Refused) || event.kind.part() == Part::End
    };
    let is_given = file.events.iter().any(|event| event.kind == EventKind::Addressed);
    if is_given || file.events.iter().any(has_ended) {
        return None;
    }
    let address = file.case.address.as_deref()?;
    let kind = kind_of(file.case.via);
    let mut of_kind = company.contacts.iter().filter(|contact| contact.kind() == kind);
    if of_kind.clone().any(|contact| in_one_line(contact) == address) {
        return None;
    }
    let requests = company.contact(kind);
    Some(requests.or_else(|| of_kind.next()).map_or(Superseded::Gone, Superseded::By))
}

/// A letter that left, and what came of it.
struct Letter {
    company: String,
    kind: Kind,
    value: String,
    sent: NaiveDate,
    bounced: Option<NaiveDate>,
    reacted: Option<NaiveDate>,
}

impl Letter {
    fn bounce(self) -> Option<Bounce> {
        let Self { company, kind, value, bounced, .. } = self;
        Some(Bounce { company, kind, value, on: bounced? })
    }

    fn lifts(&self, bounce: &Bounce) -> bool {
        let is_there =
            self.company == bounce.company && self.kind == bounce.kind && self.value == bounce.value;
        is_there && self.bounced.is_none() && self.reacted.is_some() && self.sent > bounce.on
    }
}

/// The letters of a case in the order they left. Events may be recorded late; what counts is their day.
fn letters(file: &CaseFile) -> Vec<Letter> {
    let mut events: Vec<&Event> = file.events.iter().collect();
    events.sort_by_key(|event| event.on);
    let mut address = file.case.address.clone();
    let mut via = file.case.via;
    let mut letters: Vec<Letter> = Vec::new();
    let mut is_elsewhere = false;
    for event in events {
        if event.kind == EventKind::Addressed {
            address = event.to.clone().or(address);
            via = event.via.unwrap_or(via);
        } else if event.kind == EventKind::Sent {
            let to = event.to.clone().or_else(|| address.clone());
            is_elsewhere = false;
            letters.extend(to.map(|value| Letter {
                company: file.case.company.clone(),
                kind: kind_of(event.via.unwrap_or(via)),
                value,
                sent: event.on,
                bounced: None,
                reacted: None,
            }));
        } else if let Some(letter) = letters.last_mut() {
            if event.kind.part() == Part::Person {
                // A later letter may go elsewhere: what comes back then says nothing of this address.
                let way = kind_of(event.via.unwrap_or(via));
                is_elsewhere = event.kind == EventKind::Complained || way != letter.kind;
            } else if event.kind == EventKind::Bounced {
                letter.bounced = letter.bounced.or(Some(event.on).filter(|_| !is_elsewhere));
            } else if event.kind == EventKind::Received || event.kind.part() == Part::Controller {
                letter.reacted = Some(event.on);
            }
        }
    }
    letters
}

fn is_same(one: &Bounce, other: &Bounce) -> bool {
    one.company == other.company && one.kind == other.kind && one.value == other.value
}

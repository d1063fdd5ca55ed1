//! The mails as JSON.
//!
//! In: a mail as it was seen, and the command that goes on with it. Out: its facts for a program. Not here: the
//! words for a person (`shown`).

use serde_json::{Value, json};

use super::seen::{About, Fate, Seen};
use crate::inbox::matching::{Confidence, Match};
use crate::inbox::reading::{Origin, Said};
use crate::inbox::sender::Doubt;
use crate::wording::Wording;

/// Everything about a mail.
pub(super) fn facts(seen: &Seen, next: Option<&str>, wording: &Wording) -> Value {
    let findings: Vec<String> = seen.findings.iter().map(|finding| wording.finding(finding)).collect();
    let place = seen.place.to_string();
    let fate = become_of(&seen.fate);
    let Some(about) = &seen.mail else {
        return json!({
            "place": place, "match": null, "reading": null, "findings": findings, "fate": fate, "next": next,
        });
    };
    let status = match &about.reading.origin {
        Origin::Bounced { status } => status.clone(),
        Origin::Delayed | Origin::Delivered | Origin::Automatic | Origin::Person => None,
    };
    json!({
        "place": place,
        "message_id": about.mail.message_id,
        "from": about.mail.from,
        "date": about.mailed(),
        "match": matched(&about.found),
        "reading": about.reading.origin.id(),
        "status_code": status,
        "says": about.reading.says.iter().map(said).collect::<Vec<_>>(),
        "doubts": doubts(about, wording),
        "files": files(about),
        "links": links(about),
        "expires": about.reading.expires,
        "proposal": proposal(about),
        "findings": findings,
        "fate": fate,
        "next": next,
    })
}

fn said(said: &Said) -> Value {
    json!({
        "statement": said.statement.id(),
        "detail": said.detail.map(|detail| detail.id()),
        "until": said.until,
        "phrase": said.quote.as_ref().map(|quote| &quote.text),
        "line": said.quote.as_ref().map(|quote| quote.line),
        "hedge": said.hedge.map(|hedge| hedge.id()),
    })
}

fn doubts(about: &About, wording: &Wording) -> Vec<Value> {
    let doubts = about.doubts.iter();
    doubts.map(|doubt| json!({ "code": doubt.id(), "text": doubtful(doubt, wording) })).collect()
}

fn files(about: &About) -> Vec<Value> {
    let files = about.files.iter();
    files.map(|file| json!({ "name": file.name, "type": file.content_type, "bytes": file.bytes })).collect()
}

fn links(about: &About) -> Vec<Value> {
    let links = about.reading.links.iter();
    links.map(|link| json!({ "address": link.address, "host": link.host })).collect()
}

fn proposal(about: &About) -> Option<Value> {
    let proposal = about.proposal.as_ref()?;
    let open: Vec<&str> = proposal.open.iter().map(|open| open.id()).collect();
    Some(json!({
        "event": proposal.event.id(),
        "until": proposal.until,
        "certain": proposal.is_certain(),
        "open": open,
    }))
}

fn become_of(fate: &Fate) -> Value {
    match fate {
        Fate::Shown => Value::Null,
        Fate::Kept { number, event } => json!({ "recorded": event.id(), "number": number }),
        Fate::Recorded { event, on, files, then: _ } => {
            json!({ "recorded": event.id(), "on": on, "files": files })
        }
        Fate::Impossible { message, .. } => json!({ "not_recorded": message }),
    }
}

fn matched(found: &Match) -> Value {
    match found {
        Match::One { reference, reason } => {
            json!({ "case": reference, "reason": reason.id(), "confidence": reason.confidence() })
        }
        Match::Given { reference } => {
            json!({ "case": reference, "reason": "given", "confidence": Confidence::Certain })
        }
        Match::Several { references } => json!({ "cases": references }),
        Match::None => Value::Null,
    }
}

/// A doubt about the sender, in words.
pub(super) fn doubtful(doubt: &Doubt, wording: &Wording) -> String {
    let key = format!("doubt-{}", doubt.id());
    match doubt {
        Doubt::OtherDomain { domain } | Doubt::MixedScripts { domain } | Doubt::ReplyElsewhere { domain } => {
            wording.say_with(&key, &[("domain", domain)])
        }
        Doubt::LooksLike { domain, like } => wording.say_with(&key, &[("domain", domain), ("like", like)]),
        Doubt::NameImitates | Doubt::NoOneSender | Doubt::NotAuthenticated => wording.say(&key),
    }
}

//! Which case a mail belongs to, and why.
//!
//! In: a parsed mail and what is known of each open case. Out: a [`Match`]: one case with the reason and how sure it
//! is, several cases when the evidence points to more than one, or none. It never guesses between two.
//!
//! Evidence, strongest first: the thread (our Message-ID in `In-Reply-To`, `References` or a delivery report), our
//! case reference in subject or text, the sender's domain and the day. Not here: whether the mail is genuine; a sender can be
//! forged.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::message::Mail;
use super::sender::{domain_of, is_within};

/// What is known of a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// The case reference, `HB-7F3K2Q`.
    pub reference: String,
    /// The Message-IDs of the messages of its thread, ours and theirs, with or without angle brackets.
    pub message_ids: Vec<String>,
    /// Those of the messages we wrote.
    pub own_ids: Vec<String>,
    /// The company's own domains. Never one where anybody can have a mailbox.
    pub domains: Vec<String>,
    /// Addresses of the company, where anybody can have a mailbox beside it.
    pub addresses: Vec<String>,
    /// The domains of supervisory authorities, where one was complained to.
    pub authorities: Vec<&'static str>,
    /// The day its request left; a mail from before answers something else. None where that is not known.
    pub since: Option<NaiveDate>,
}

/// Domains where anybody can have a mailbox, one a line.
const PUBLIC_DOMAINS: &str = include_str!("public_domains.txt");

impl Known {
    /// Puts together what a case is known by. The company's hosts and addresses are taken as domains, but where anybody
    /// can have a mailbox only the address itself counts.
    pub fn new<'a>(reference: &str, contacts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known = Self { reference: reference.to_owned(), ..Self::default() };
        for contact in contacts {
            let contact = contact.trim().to_lowercase();
            let domain = domain_of(&contact).unwrap_or_else(|| contact.clone());
            if is_public(&domain) {
                known.addresses.extend(contact.contains('@').then_some(contact));
            } else if domain.contains('.') && !known.domains.contains(&domain) {
                known.domains.push(domain);
            }
        }
        known
    }

    /// Tells whether a mail comes from a supervisory authority, where one was complained to.
    pub fn is_from_authority(&self, mail: &Mail) -> bool {
        let sender = mail.sender_domain();
        sender.is_some_and(|sender| self.authorities.iter().any(|domain| is_within(&sender, domain)))
    }
}

/// Tells whether anybody can have a mailbox at a domain.
fn is_public(domain: &str) -> bool {
    PUBLIC_DOMAINS.lines().any(|line| line == domain)
}

closed_list! {
    /// Why a mail belongs to a case.
    pub enum Reason {
        /// It answers a message of ours.
        Thread = "thread";
        /// It has our case reference.
        Reference = "reference";
        /// It has our case reference and comes from the company's domain.
        ReferenceAndSender = "reference-and-sender";
        /// It has our case reference and comes from a supervisory authority, and one was complained to.
        ReferenceAndAuthority = "reference-and-authority";
        /// It comes from the company's domain, and this is the only case with that company.
        Sender = "sender";
        /// It comes from a supervisory authority, and this is the only case in which one was complained to.
        Authority = "authority";
    }
}

impl Reason {
    /// Returns how sure a match for this reason is.
    pub fn confidence(self) -> Confidence {
        match self {
            Self::Thread | Self::ReferenceAndSender | Self::ReferenceAndAuthority => Confidence::Certain,
            Self::Reference => Confidence::Likely,
            Self::Sender | Self::Authority => Confidence::Possible,
        }
    }
}

/// How sure a match is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// Nothing but a coincidence; ask before acting on it.
    Possible,
    /// One strong sign.
    Likely,
    /// No honest sender writes this about anything else.
    Certain,
}

/// Which case a mail belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// One case.
    One {
        /// Its reference.
        reference: String,
        /// Why.
        reason: Reason,
    },
    /// The case the person names.
    Given {
        /// Its reference.
        reference: String,
    },
    /// The evidence points to several cases; a person must say which.
    Several {
        /// Their references, in order.
        references: Vec<String>,
    },
    /// No case is known that it could belong to.
    None,
}

/// Says which of the known cases a mail belongs to.
pub fn match_mail(mail: &Mail, known: &[Known]) -> Match {
    // What we wrote ourselves lies in the same mailbox.
    let own = mail.message_id.as_deref().map(plain_id);
    if own.is_some_and(|own| known.iter().flat_map(|case| &case.own_ids).any(|id| plain_id(id) == own)) {
        return Match::None;
    }
    let by_thread =
        matching(known, &thread_of(mail), |case| case.message_ids.iter().map(|id| plain_id(id)).collect());
    let by_reference =
        matching(known, &references_in(mail), |case| vec![case.reference.to_ascii_uppercase()]);
    let by_sender = cases_of_sender(mail, known);
    let by_authority: BTreeSet<&str> = known
        .iter()
        .filter(|case| case.is_from_authority(mail))
        .map(|case| case.reference.as_str())
        .collect();

    // A reference tells which case of a thread is meant. One of another case is a sign that contradicts the thread: then it is no
    // match, whichever is stronger.
    let strong = if by_reference.is_empty() {
        by_thread.clone()
    } else if by_reference.is_subset(&by_thread) {
        by_reference
    } else {
        by_thread.union(&by_reference).copied().collect()
    };
    if strong.is_empty() && by_sender.is_empty() {
        return decide(&by_authority, |_| Reason::Authority);
    }
    if strong.is_empty() {
        return decide(&by_sender, |_| Reason::Sender);
    }
    decide(&strong, |reference| {
        let is_in = |cases: &BTreeSet<&str>| cases.contains(reference);
        match (is_in(&by_thread), is_in(&by_sender), is_in(&by_authority)) {
            (true, ..) => Reason::Thread,
            (false, true, _) => Reason::ReferenceAndSender,
            (false, false, true) => Reason::ReferenceAndAuthority,
            (false, false, false) => Reason::Reference,
        }
    })
}

fn decide(candidates: &BTreeSet<&str>, reason: impl Fn(&str) -> Reason) -> Match {
    let references: Vec<&str> = candidates.iter().copied().collect();
    match references.as_slice() {
        [] => Match::None,
        [one] => Match::One { reference: (*one).to_owned(), reason: reason(one) },
        several => Match::Several { references: several.iter().copied().map(str::to_owned).collect() },
    }
}

fn matching<'a>(
    known: &'a [Known],
    found: &BTreeSet<String>,
    signs: impl Fn(&Known) -> Vec<String>,
) -> BTreeSet<&'a str> {
    let cases = known.iter().filter(|case| signs(case).iter().any(|sign| found.contains(sign)));
    cases.map(|case| case.reference.as_str()).collect()
}

fn thread_of(mail: &Mail) -> BTreeSet<String> {
    let reported = mail.report.iter().filter_map(|report| report.original_message_id.as_ref());
    mail.in_reply_to.iter().chain(&mail.references).chain(reported).map(|id| plain_id(id)).collect()
}

fn plain_id(id: &str) -> String {
    id.trim().trim_start_matches('<').trim_end_matches('>').to_owned()
}

fn references_in(mail: &Mail) -> BTreeSet<String> {
    let subject = references_in_text(&mail.subject);
    subject.into_iter().chain(references_in_text(&mail.text)).collect()
}

/// Finds every case reference (`HB-` and six characters) that stands alone, whatever its case and whichever hyphen
/// a mail program made of it.
fn references_in_text(text: &str) -> BTreeSet<String> {
    let hyphens = ['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}'];
    let text = text.replace(hyphens, "-").to_uppercase();
    let words = text.split(|char: char| !char.is_alphanumeric() && char != '-' && char != '_');
    let reference = |word: &&str| {
        let code = word.strip_prefix("HB-").unwrap_or_default();
        code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    words.map(|word| word.trim_matches(['-', '_'])).filter(reference).map(str::to_owned).collect()
}

/// Cases of the company that sent it, whose request had left by then.
fn cases_of_sender<'a>(mail: &Mail, known: &'a [Known]) -> BTreeSet<&'a str> {
    let Some(sender) = mail.sender_domain() else {
        return BTreeSet::new();
    };
    let address = mail.from.as_deref().unwrap_or_default().to_lowercase();
    let mailed = mail.arrived.map(|date| date.date_naive());
    let is_of = |case: &Known| {
        case.domains.iter().any(|domain| is_within(&sender, domain)) || case.addresses.contains(&address)
    };
    let is_in_time = |case: &Known| case.since.zip(mailed).is_none_or(|(since, mailed)| since <= mailed);
    let cases = known.iter().filter(|case| is_of(case) && is_in_time(case));
    cases.map(|case| case.reference.as_str()).collect()
}

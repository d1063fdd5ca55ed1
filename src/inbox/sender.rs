//! What speaks against the sender of a mail.
//!
//! In: a parsed mail and the domains of the company it should come from. Out: [`Doubt`]s. A mail without one is not
//! proven genuine; a mail with one may still be (many companies answer through a ticket system of others), so a
//! person decides before anything is answered or recorded.
//!
//! Not here: which case it belongs to (`matching`).

use super::message::Mail;
use crate::directory::check::mixes_scripts;
use crate::directory::value::is_control;

/// Single edits by which a name may differ from a known one and still pass for it at a glance.
const EDITS_MAX: usize = 2;

/// Shorter names are too easily alike.
const NAME_CHARACTERS_MIN: usize = 5;

/// A reason to look twice at who sent a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// Its domain is none of the company's.
    OtherDomain {
        /// The domain.
        domain: String,
    },
    /// Its domain looks like one of the company's and is not.
    LooksLike {
        /// The domain.
        domain: String,
        /// The company's.
        like: String,
    },
    /// Its domain mixes scripts, or is written in letters that may look like others.
    MixedScripts {
        /// The domain.
        domain: String,
    },
    /// The name beside the address is another address, or hides or reorders letters.
    NameImitates,
    /// Answers would go to another domain.
    ReplyElsewhere {
        /// That domain.
        domain: String,
    },
    /// It names several senders, or none.
    NoOneSender,
    /// A server on its way says that the domain does not vouch for it.
    NotAuthenticated,
}

impl Doubt {
    /// Returns the stable identifier used in JSON and for wording (`doubt-<id>`).
    pub fn id(&self) -> &'static str {
        match self {
            Self::OtherDomain { .. } => "other-domain",
            Self::LooksLike { .. } => "looks-like",
            Self::MixedScripts { .. } => "mixed-scripts",
            Self::NameImitates => "name-imitates",
            Self::ReplyElsewhere { .. } => "reply-elsewhere",
            Self::NoOneSender => "no-one-sender",
            Self::NotAuthenticated => "not-authenticated",
        }
    }
}

/// Says what speaks against the sender of a mail that should come from a company of these domains.
pub fn doubts(mail: &Mail, company: &[String]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    if mail.from_count != 1 {
        doubts.push(Doubt::NoOneSender);
    }
    let sender = mail.sender_domain();
    if let Some(domain) = &sender {
        if is_odd(domain) {
            doubts.push(Doubt::MixedScripts { domain: domain.clone() });
        }
        if !company.iter().any(|of| is_within(domain, of)) {
            doubts.push(match company.iter().find(|of| looks_like(domain, of)) {
                Some(like) => Doubt::LooksLike { domain: domain.clone(), like: like.clone() },
                None => Doubt::OtherDomain { domain: domain.clone() },
            });
        }
    }
    if mail.from_name.as_deref().is_some_and(|name| imitates(name, sender.as_deref())) {
        doubts.push(Doubt::NameImitates);
    }
    let elsewhere = mail.reply_to.iter().filter_map(|address| domain_of(address)).find(|domain| {
        let same =
            sender.as_deref().is_some_and(|sender| is_within(domain, sender) || is_within(sender, domain));
        !same && !company.iter().any(|of| is_within(domain, of))
    });
    doubts.extend(elsewhere.map(|domain| Doubt::ReplyElsewhere { domain }));
    if mail.fails_authentication {
        doubts.push(Doubt::NotAuthenticated);
    }
    doubts
}

/// Tells whether a domain is another one or lies in it.
pub(super) fn is_within(domain: &str, of: &str) -> bool {
    let of = of.to_lowercase();
    domain == of || domain.strip_suffix(of.as_str()).is_some_and(|rest| rest.ends_with('.'))
}

/// Returns the domain of an address in lower case.
pub(super) fn domain_of(address: &str) -> Option<String> {
    let (_, domain) = address.rsplit_once('@')?;
    Some(domain.trim_end_matches(['.', '>']).to_lowercase()).filter(|domain| !domain.is_empty())
}

/// Letters of several scripts, or a name in the form that stands for letters beyond ASCII.
fn is_odd(domain: &str) -> bool {
    domain.split('.').any(|label| mixes_scripts(label) || label.starts_with("xn--") || !label.is_ascii())
}

/// An address of another domain in place of a name, or letters that are hidden or reordered.
fn imitates(name: &str, sender: Option<&str>) -> bool {
    let named = name.split_whitespace().filter_map(domain_of).find(|domain| domain.contains('.'));
    let is_other = named.is_some_and(|named| {
        !sender.is_some_and(|sender| is_within(&named, sender) || is_within(sender, &named))
    });
    is_other || name.chars().any(is_control)
}

/// Tells whether a domain passes for another at a glance: its name is within another one's, or nearly the same.
fn looks_like(domain: &str, of: &str) -> bool {
    let Some(known) = name_of(of) else { return false };
    if known.chars().count() < NAME_CHARACTERS_MIN {
        return false;
    }
    domain.split('.').any(|label| {
        let (label, known) = (skeleton(label), skeleton(known));
        label == known
            || label.split('-').any(|part| part == known)
            || (label.chars().count() >= NAME_CHARACTERS_MIN && edits(&label, &known) <= EDITS_MAX)
    })
}

/// The part of a domain that people know: `shop` of `mail.shop.example`.
fn name_of(domain: &str) -> Option<&str> {
    let mut labels: Vec<&str> = domain.split('.').collect();
    labels.pop()?;
    // `co.uk` and its like.
    if labels.len() > 1 && labels.last().is_some_and(|label| label.len() <= 3) {
        labels.pop();
    }
    labels.last().copied()
}

/// What is left of a name when letters that look alike are the same.
fn skeleton(label: &str) -> String {
    let folded = super::phrase::fold(label);
    let pairs = folded.replace("rn", "m").replace("vv", "w").replace("cl", "d");
    let alike = |character| match character {
        '0' | 'о' | 'ο' => 'o',
        '1' | 'i' | 'ı' | 'і' => 'l',
        '3' | 'е' => 'e',
        '5' | 'ѕ' => 's',
        'а' | 'α' => 'a',
        'р' => 'p',
        'с' => 'c',
        'х' => 'x',
        'у' => 'y',
        other => other,
    };
    pairs.chars().map(alike).collect()
}

/// Counts the single letters that are put in, left out or exchanged between two words.
fn edits(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, letter) in one.chars().enumerate() {
        let mut next = vec![index + 1];
        for (pair, known) in row.windows(2).zip(&other) {
            let [diagonal, above] = pair else { continue };
            let left = next.last().copied().unwrap_or_default();
            let cost = usize::from(letter != *known);
            next.push((diagonal + cost).min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

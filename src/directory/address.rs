//! Address: what somebody typed who has an address or a number of a company, and not its name.
//!
//! In: a text as typed. Out: whether it is a site, a mailbox or a SIREN, which companies have it, and the name that is in
//! it: `www.example.fr` may be that of a company called Example whose contacts are elsewhere. Not here: how near names
//! are (`index`).

use super::company::Company;
use super::host::in_ascii;
use super::value::is_siren;

/// Digits of a SIREN; a SIRET has five more behind it.
const SIREN_DIGITS: usize = 9;

/// Digits of a SIRET.
const SIRET_DIGITS: usize = 14;

/// Labels under which some countries give out domains: `example.co.uk`.
const SECOND_LABELS: [&str; 6] = ["co", "com", "org", "net", "gov", "ac"];

/// An address or a number of a company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// The host of a site.
    Site(String),
    /// A mailbox, in lower case.
    Mailbox(String),
    /// A SIREN.
    Siren(String),
}

impl Address {
    /// Reads what was typed; nothing where it is none of them.
    pub fn of(typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let digits: String = typed.chars().filter(|character| !character.is_whitespace()).collect();
        if digits.bytes().all(|byte| byte.is_ascii_digit()) {
            let siren = digits.get(..SIREN_DIGITS)?;
            let is_whole = matches!(digits.len(), SIREN_DIGITS | SIRET_DIGITS) && is_siren(siren);
            return is_whole.then(|| Self::Siren(siren.to_owned()));
        }
        if typed.contains(char::is_whitespace) {
            return None;
        }
        if let Some((mailbox, host)) = typed.split_once('@') {
            let is_one = !mailbox.is_empty() && is_host(host);
            return in_ascii(typed).filter(|_| is_one).map(|mailbox| Self::Mailbox(mailbox.to_lowercase()));
        }
        let host = host_of(&typed.to_lowercase())?;
        is_host(&host).then_some(Self::Site(host))
    }

    /// Returns the contact or number by which a company has it.
    pub fn found_in<'c>(&self, company: &'c Company) -> Option<&'c str> {
        let mut contacts = company.contacts.iter().map(|contact| &*contact.value.value);
        match self {
            Self::Site(host) => {
                let wanted = domain_of(host);
                contacts.find(|value| {
                    let host = value.rsplit_once('@').map(|(_, host)| host.to_lowercase());
                    let host = host.or_else(|| value.starts_with("https://").then(|| host_of(value))?);
                    host.is_some_and(|host| domain_of(&host) == wanted)
                })
            }
            Self::Mailbox(mailbox) => contacts.find(|value| value.to_lowercase() == *mailbox),
            Self::Siren(siren) => {
                let controller = company.controller.iter().filter_map(|controller| controller.siren.as_ref());
                let entities = company.joint_controllers.iter().chain(&company.representative);
                let mut all = controller.chain(entities.filter_map(|entity| entity.siren.as_ref()));
                all.find(|own| own.value == **siren).map(|own| &*own.value)
            }
        }
    }

    /// Returns the name that is in it: `example` in `www.example.co.uk`; a number has none.
    pub fn name(&self) -> Option<&str> {
        let host = match self {
            Self::Site(host) => host,
            Self::Mailbox(mailbox) => mailbox.rsplit_once('@')?.1,
            Self::Siren(_) => return None,
        };
        domain_of(host).split('.').next()
    }
}

/// The host of a web address, with or without its scheme, without `www.`.
fn host_of(address: &str) -> Option<String> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host).trim_end_matches('.').to_owned())
}

/// Tells whether a text may be a host: labels with dots between them, the last one of letters.
fn is_host(text: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    let last = text.rsplit('.').next().unwrap_or_default();
    let is_last = last.chars().count() > 1 && last.chars().all(char::is_alphabetic);
    text.contains('.') && text.split('.').all(is_label) && (is_last || last.starts_with("xn--"))
}

/// The domain somebody registered: the last two labels of a host, three below such as `co.uk`.
fn domain_of(host: &str) -> &str {
    let dots: Vec<usize> = host.rmatch_indices('.').map(|(at, _)| at).collect();
    let labels: Vec<&str> = host.rsplit('.').take(2).collect();
    let is_shared =
        matches!(labels.as_slice(), [last, second] if last.len() == 2 && SECOND_LABELS.contains(second));
    let before = dots.get(if is_shared { 2 } else { 1 });
    before.and_then(|at| host.get(at + 1..)).unwrap_or(host)
}

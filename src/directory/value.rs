//! Value: what may stand in a field of a record, as types that hold nothing else.
//!
//! In: a text. Out: an e-mail address, an https address, a postal address, a SIREN, the fingerprint of a key, the code of a country, or the code
//! that says what is wrong. Whoever has one of these need not check it again. Not here: whether an address answers, and
//! what is only odd about it (`check`).

use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

use super::host::in_ascii;
use crate::finding::Code;
use crate::law::country::is_country;
use crate::wording::Language;

/// What is wrong with a text that is no such value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wrong(pub Code);

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.id())
    }
}

impl std::error::Error for Wrong {}

macro_rules! texts {
    ($( $(#[$doc:meta])* $name:ident: $code:expr, $read:expr; )*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl TryFrom<String> for $name {
            type Error = Wrong;

            fn try_from(text: String) -> Result<Self, Wrong> {
                let read: fn(String) -> Option<String> = $read;
                read(text).map(Self).ok_or(Wrong($code))
            }
        }

        impl From<$name> for String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, text: &str) -> bool {
                self.0 == text
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self)
            }
        }
    )* };
}

texts! {
    /// An e-mail address that can be written to. Its domain stands there as mail carries it.
    Email: Code::BadEmail, |text| Some(text).filter(|text| is_email(text)).and_then(|text| in_ascii(&text));
    /// A page reached over https: what is typed into it, or read from it, is not changed on the way.
    WebAddress: Code::BadUrl, |text| Some(text).filter(|text| is_https(text));
    /// Where a fact was found: a page reached over https.
    Source: Code::BadSource, |text| Some(text).filter(|text| is_https(text));
    /// The lines of a postal address.
    PostalAddress: Code::ControlCharacter, |text| Some(text).filter(|text| is_postal(text));
    /// A French company number with its check digit.
    Siren: Code::BadSiren, |text| Some(text).filter(|text| is_siren(text));
    /// The whole fingerprint of an OpenPGP key: 40 hexadecimal digits, or 64. Less of it could be that of another key.
    Fingerprint: Code::BadFingerprint, |text| Some(text).filter(|text| is_fingerprint(text));
    /// The ISO 3166-1 code of a country.
    Country: Code::BadCode, |text| Some(text).filter(|text| is_country(text));
    /// Where a company serves people: the code of a country, or `ALL`.
    Area: Code::BadCode, |text| Some(text).filter(|text| text == "ALL" || is_country(text));
}

/// A language in which requests may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct RequestLanguage(pub Language);

impl TryFrom<String> for RequestLanguage {
    type Error = Wrong;

    fn try_from(text: String) -> Result<Self, Wrong> {
        let language = text.parse().ok().filter(|language: &Language| LANGUAGES.contains(&language.code()));
        language.map(Self).ok_or(Wrong(Code::BadCode))
    }
}

/// Languages that letters may be written in: the official ones of the Union, the European Economic Area, the
/// United Kingdom and Switzerland (ISO 639-1).
const LANGUAGES: [&str; 32] = [
    "bg", "cs", "cy", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga", "gd", "hr", "hu", "is", "it",
    "lb", "lt", "lv", "mt", "nb", "nl", "nn", "no", "pl", "pt", "rm", "ro", "sk", "sl", "sv",
];

/// What kind of address a contact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// An e-mail address.
    Email,
    /// A postal address.
    Post,
    /// A form on the web.
    Form,
}

/// An address of a contact; for its text, treat it as one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A mailbox.
    Email(Email),
    /// The lines of a postal address.
    Post(PostalAddress),
    /// A form on the web.
    Form(WebAddress),
}

impl Address {
    /// Takes a text as an address of a kind.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn of(kind: Kind, text: String) -> Result<Self, Wrong> {
        match kind {
            Kind::Email => text.try_into().map(Self::Email),
            Kind::Post => text.try_into().map(Self::Post),
            Kind::Form => text.try_into().map(Self::Form),
        }
    }

    /// Returns what kind of address it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Email(_) => Kind::Email,
            Self::Post(_) => Kind::Post,
            Self::Form(_) => Kind::Form,
        }
    }
}

impl Deref for Address {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Email(address) => address,
            Self::Post(address) => address,
            Self::Form(address) => address,
        }
    }
}

/// Tells whether a text is an e-mail address that can be written to: one `@`, a mailbox in ASCII, a host with a dot.
pub fn is_email(text: &str) -> bool {
    let Some((mailbox, host)) = text.split_once('@') else { return false };
    let plain = |text: &str, allowed: &str| {
        !text.is_empty()
            && text.chars().all(|character| character.is_alphanumeric() || allowed.contains(character))
            && !text.starts_with('.')
            && !text.ends_with('.')
            && !text.contains("..")
    };
    plain(mailbox, "!#$%&'*+-/=?^_`{|}~.")
        && plain(host, "-.")
        && host.contains('.')
        && in_ascii(text).is_some_and(|text| text.len() <= 254)
}

fn is_https(text: &str) -> bool {
    let host = text.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
    let clean = text.chars().all(|character| !character.is_whitespace() && !is_control(character));
    clean && host.is_some_and(|host| host.contains('.') && !host.contains(['@', '\\']))
}

fn is_postal(text: &str) -> bool {
    !text.trim().is_empty() && !text.chars().any(|character| is_control(character) && character != '\n')
}

/// Checks a SIREN: nine digits whose last is a Luhn check digit (ISO/IEC 7812-1, annex B).
pub(crate) fn is_siren(text: &str) -> bool {
    let digits: Option<Vec<u32>> = text.chars().map(|character| character.to_digit(10)).collect();
    let Some(digits) = digits.filter(|digits| digits.len() == 9) else { return false };
    let weigh = |(index, digit): (usize, u32)| match index % 2 {
        0 => digit,
        _ => digit * 2 / 10 + digit * 2 % 10,
    };
    digits.into_iter().rev().enumerate().map(weigh).sum::<u32>().is_multiple_of(10)
}

fn is_fingerprint(text: &str) -> bool {
    matches!(text.len(), 40 | 64) && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Characters that hide or reorder text: line and paragraph separators, Unicode's bidirectional controls.
const REORDERING: [std::ops::RangeInclusive<char>; 5] = [
    '\u{061C}'..='\u{061C}',
    '\u{200E}'..='\u{200F}',
    '\u{2028}'..='\u{2029}',
    '\u{202A}'..='\u{202E}',
    '\u{2066}'..='\u{2069}',
];

/// Tells whether a character is a control character, breaks a line or changes the direction of text.
pub fn is_control(character: char) -> bool {
    character.is_control() || REORDERING.iter().any(|range| range.contains(&character))
}

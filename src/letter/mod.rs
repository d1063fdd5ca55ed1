//! letter: what we write.
//!
//! In: who asks (profile), whom (directory), which right, by which identifiers, and today's date. Out: a
//! [`Letter`], which shows itself as text and as PDF and is the body of the e-mail.
//!
//! Wording lives in `templates/letters/<language>/<kind>.txt`, and what letters share in `phrases.txt` beside
//! it. Not here: sending (`delivery`), ink (`paper`).

pub mod choice;
pub mod cite;
pub mod kind;
pub mod later;
pub mod request;

mod block;
pub mod filling;
pub mod template;

pub mod compose;
pub mod pdf;

use chrono::NaiveDate;
use thiserror::Error;

use self::kind::Kind;
use crate::law::article::Regime;
use crate::law::right::Right;
use crate::paper::picture::Picture;
use crate::wording::Language;
use crate::yaml::Fault;

/// What keeps a letter from being written.
#[derive(Debug, Error)]
pub enum Error {
    /// The profile lacks something the letter needs.
    #[error("the profile has no `{field}`, which the letter needs")]
    Missing {
        /// The field of the profile.
        field: &'static str,
    },
    /// A field holds a character that could add a line, a header or hidden text.
    #[error("`{field}` holds a control character or a mark that changes the direction of text")]
    ControlCharacter {
        /// The field.
        field: String,
    },
    /// A field is too long to be what it says.
    #[error("`{field}` is longer than {limit} characters")]
    TooLong {
        /// The field.
        field: String,
        /// Characters allowed.
        limit: usize,
    },
    /// No built-in font has a character.
    #[error("{}, which no built-in font can print", standing(*.character, .field.as_ref()))]
    Unprintable {
        /// The character.
        character: char,
        /// Where it stands: a field of the profile, a flag, the directory; else it is the letter's own text.
        field: Option<Field>,
    },
    /// There is no such letter.
    #[error("there is no letter for {kind}{} in `{language}` yet{}", under(*.regime), listed(.languages))]
    NoLetter {
        /// The kind of letter.
        kind: Kind,
        /// The law it would cite.
        regime: Regime,
        /// The language asked for.
        language: Language,
        /// Languages that have the letter.
        languages: Vec<String>,
    },
    /// What a right needs to be exercised was not chosen.
    #[error("a letter for {right} has to say more (Art. {article})")]
    NotChosen {
        /// The right.
        right: Right,
        /// The flag that gives it.
        flag: &'static str,
        /// The article that asks for it.
        article: &'static str,
    },
    /// Something was chosen that the letter has no place for.
    #[error("the letter for {right} has no place for what {flag} gives")]
    NotSaid {
        /// The right.
        right: Right,
        /// The flag that gave it.
        flag: &'static str,
    },
    /// A ground was chosen that the right does not have.
    #[error("`{ground}` is no ground for {right}")]
    NoGround {
        /// The right.
        right: Right,
        /// The ground.
        ground: &'static str,
    },
    /// A case about this right has no use for such a letter.
    #[error("a case about {right} has no letter `{kind}`")]
    NotOfCase {
        /// The kind of letter.
        kind: Kind,
        /// The right.
        right: Right,
    },
    /// A template is faulty.
    #[error("{file}:{line}: {reason}")]
    Template {
        /// The template's file.
        file: String,
        /// Line, counted from 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
    /// A template's front matter is faulty.
    #[error("reading the front matter of a letter")]
    FrontMatter(#[from] Fault),
}

/// Where a text of a letter comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field {
    /// A field of the profile.
    Profile(String),
    /// What was typed with a flag.
    Flag(&'static str),
    /// The directory's record of a company, by its id.
    Company(String),
}

fn standing(character: char, field: Option<&Field>) -> String {
    let place = match field {
        Some(Field::Profile(field)) => format!("`{field}` of the profile"),
        Some(Field::Flag(flag)) => (*flag).to_owned(),
        Some(Field::Company(id)) => format!("the directory's record of {id}"),
        None => "the letter's own text".to_owned(),
    };
    let code = u32::from(character);
    if character.is_control() || character.is_whitespace() {
        format!("{place} has the character U+{code:04X}")
    } else {
        format!("{place} has the character {character} (U+{code:04X})")
    }
}

fn under(regime: Regime) -> &'static str {
    match regime {
        Regime::Eu | Regime::Uk => "",
        Regime::Ch => " under Swiss law",
    }
}

fn listed(languages: &[String]) -> String {
    if languages.is_empty() { String::new() } else { format!("; it exists in {}", languages.join(", ")) }
}

/// A finished letter, independent of how it leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The language it is written in.
    pub language: Language,
    /// Where things stand on paper.
    pub layout: Layout,
    /// What kind of letter it is.
    pub kind: Kind,
    /// The case reference, `HB-7F3K2Q`.
    pub reference: String,
    /// Name, postal address and e-mail address of the sender, a line each.
    pub sender: Vec<String>,
    /// Name and address of the controller, a line each. The blank address of an incomplete company is in here
    /// as marked lines, so that text and paper show the same.
    pub recipient: Vec<String>,
    /// How it is posted, where it says so: `Lettre recommandée avec avis de réception`.
    pub posted: Option<String>,
    /// `Lyon, le 3 mars 2026`.
    pub place_and_date: String,
    /// The day it is dated; also the creation date of the PDF, so that the same letter gives the same bytes.
    pub date: NaiveDate,
    /// The subject, without the word "subject".
    pub subject: String,
    /// The word before the subject where the country writes one (`Objet :`), or empty.
    pub subject_label: String,
    /// The letter from salutation to closing sentence.
    pub body: Vec<Block>,
    /// What stands under the closing sentence: the sender's name.
    pub signature: Vec<String>,
    /// The picture of the signature, where it is not signed by hand.
    pub signature_image: Option<Picture>,
    /// What stands under the signature: enclosures.
    pub enclosures: Vec<Block>,
}

/// A block of a letter's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(String),
    /// A heading inside the letter.
    Heading(String),
    /// Labelled points, such as (a) to (h): label and text.
    Points(Vec<(String, String)>),
}

closed_list! {
    /// Where sender, recipient and date stand on paper.
    pub enum Layout {
        /// Window envelope as in France: recipient right.
        WindowRight = "fr-window";
        /// DIN 5008 form B (Germany, Austria): recipient in the address field on the left.
        Din5008 = "din5008";
        /// Sender on top, recipient left under it (United Kingdom, Ireland and others).
        Left = "plain";
    }
}

impl Layout {
    /// Returns the layout of a country whose envelopes are known: France and Monaco, and those that follow DIN
    /// 5008. All others put the recipient on the left.
    pub fn of_country(country: &str) -> Self {
        match country {
            "FR" | "MC" => Self::WindowRight,
            "DE" | "AT" | "CH" | "LI" => Self::Din5008,
            _ => Self::Left,
        }
    }
}

//! Article: a place in a law, and which places a letter about a right may cite.
//!
//! In: `15(1)(c)`, `12A`, `20(1,2)` (two paragraphs), `15(1)(a-h)` (points from a to h), and the law a controller
//! answers under. Out: a checked [`Article`], and whether a letter may cite it: one about erasure cannot cite
//! Art. 15, whoever wrote its template.
//!
//! Not here: how a language writes a citation (`templates/wording`: `cite-…`), and what an article says.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::country::Jurisdiction;
use super::right::Right;

closed_list! {
    /// The law a letter cites.
    pub enum Regime {
        /// Regulation (EU) 2016/679, in the Union and the European Economic Area.
        Eu = "eu";
        /// UK GDPR and Data Protection Act 2018. Its articles have the numbers of the Regulation.
        Uk = "uk";
        /// Swiss Federal Act on Data Protection (SR 235.1), with articles of its own.
        Ch = "ch";
    }
}

impl Regime {
    /// Returns the regime of a body of law. A controller elsewhere is written to under the Regulation, where
    /// Art. 3(2) binds it.
    pub fn of(law: Jurisdiction) -> Self {
        match law {
            Jurisdiction::European | Jurisdiction::Elsewhere => Self::Eu,
            Jurisdiction::UnitedKingdom => Self::Uk,
            Jurisdiction::Swiss => Self::Ch,
        }
    }
}

/// A place in a law: an article, perhaps paragraphs of it, perhaps points of its paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Its number, with the letter of an inserted article: `15`, `12A`.
    pub number: String,
    /// Its paragraphs: none, one or two.
    pub paragraphs: Vec<u8>,
    /// The first and the last point meant, the same where it is one.
    pub points: Option<(char, char)>,
}

/// Not the number of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("an article is written as 15, 12A, 15(1), 20(1,2), 15(1)(c) or 15(1)(a-h)")]
pub struct NotAnArticle;

impl FromStr for Article {
    type Err = NotAnArticle;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut parts = text.split('(');
        let number = parts.next().unwrap_or_default();
        let digits = number.trim_end_matches(|c: char| c.is_ascii_uppercase());
        let is_number =
            |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(digits) || number.len() - digits.len() > 1 {
            return Err(NotAnArticle);
        }
        let mut inside = parts.map(|part| part.strip_suffix(')').ok_or(NotAnArticle));
        let paragraphs = match inside.next().transpose()? {
            Some(list) => list
                .split(',')
                .map(|paragraph| paragraph.parse().map_err(|_| NotAnArticle))
                .collect::<Result<Vec<u8>, _>>()?,
            None => Vec::new(),
        };
        let points = inside.next().transpose()?.map(points).transpose()?;
        let is_whole = inside.next().is_none() && paragraphs.len() <= 2;
        let points_of_one = points.is_none() || paragraphs.len() == 1;
        if is_whole && points_of_one {
            Ok(Self { number: number.to_owned(), paragraphs, points })
        } else {
            Err(NotAnArticle)
        }
    }
}

fn points(text: &str) -> Result<(char, char), NotAnArticle> {
    let (first, last) = text.split_once('-').unwrap_or((text, text));
    let point = |text: &str| {
        let mut letters = text.chars();
        let point = letters.next().filter(char::is_ascii_lowercase);
        point.filter(|_| letters.next().is_none()).ok_or(NotAnArticle)
    };
    let (first, last) = (point(first)?, point(last)?);
    if first <= last { Ok((first, last)) } else { Err(NotAnArticle) }
}

impl Article {
    /// Tells whether another place lies within this one: `12(3)` in `12`, `15(1)(c)` in `15(1)(a-h)`.
    pub fn covers(&self, other: &Self) -> bool {
        let paragraphs = self.paragraphs.is_empty()
            || (!other.paragraphs.is_empty()
                && other.paragraphs.iter().all(|paragraph| self.paragraphs.contains(paragraph)));
        let points = match (self.points, other.points) {
            (None, _) => true,
            (Some(_), None) => false,
            (Some((first, last)), Some((from, to))) => first <= from && to <= last,
        };
        self.number == other.number && paragraphs && points
    }
}

impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.number)?;
        if !self.paragraphs.is_empty() {
            let list: Vec<String> = self.paragraphs.iter().map(u8::to_string).collect();
            write!(f, "({})", list.join(","))?;
        }
        match self.points {
            None => Ok(()),
            Some((first, last)) if first == last => write!(f, "({first})"),
            Some((first, last)) => write!(f, "({first}-{last})"),
        }
    }
}

/// Returns the places a letter about a right may cite under a law, beside those of [`every_letter`].
pub fn of_right(right: Right, regime: Regime) -> &'static [&'static str] {
    match (regime, right) {
        // Data (Use and Access) Act 2025, section 80: Art. 22A to 22D stand in place of Art. 22 since 5 February 2026
        // (SI 2026/82). Art. 22C has the safeguards: information, representations, human intervention, contest.
        (Regime::Uk, Right::AutomatedDecision) => &["22A", "22B", "22C", "15(1)(h)"],
        (Regime::Eu | Regime::Uk, right) => of_regulation(right),
        (Regime::Ch, right) => of_swiss_act(right),
    }
}

/// Returns the places every letter may cite under a law: how a controller deals with requests, and where to
/// complain.
pub fn every_letter(regime: Regime) -> &'static [&'static str] {
    match regime {
        Regime::Eu => &["12", "26(3)", "77", "79"],
        Regime::Uk => &["12", "12A", "26(3)"],
        // Art. 49: the commissioner looks into breaches on notice. Art. 32(2): the civil actions.
        Regime::Ch => &["32(2)", "49"],
    }
}

fn of_regulation(right: Right) -> &'static [&'static str] {
    match right {
        Right::Access => &["15", "46"],
        // Art. 7(1): who relies on consent proves it.
        Right::Tracking => &["15", "46", "11(2)", "7(1)"],
        // Art. 18(1)(a): restriction while accuracy is checked.
        Right::Rectification => &["16", "19", "18(1)(a)"],
        // Art. 18: what is kept or checked is not used meanwhile. Art. 7(3) and 21 are grounds of Art. 17(1).
        Right::Erasure => &["17", "19", "7(3)", "8(1)", "18", "21(1)", "21(2,3)"],
        // Art. 21(1): a ground of Art. 18(1)(d). Art. 17: the erasure that is not wanted.
        Right::Restriction => &["18", "19", "21(1)"],
        Right::Portability => &["20"],
        // Art. 6(1)(e) and (f): the bases one may object to.
        Right::Objection => &["21(1)", "21(4)", "18(1)(d)", "17(1)(c)", "19", "6(1)(e-f)"],
        Right::MarketingObjection => &["21(2,3)", "21(4)", "7(3)", "17(1)(c)"],
        // Art. 15(1)(h) alone of Art. 15: the logic of the decision that is contested.
        Right::AutomatedDecision => &["22", "15(1)(h)"],
        Right::WithdrawConsent => &["7(1,3)", "17(1)(b)", "19"],
    }
}

fn of_swiss_act(right: Right) -> &'static [&'static str] {
    match right {
        // Art. 16(2) and 19(4): the guarantees of a disclosure abroad. Art. 26: refusal, with its reasons.
        Right::Access | Right::Tracking => &["25", "26", "27", "16", "19(4)"],
        Right::Rectification => &["6(5)", "32"],
        // Art. 30(2)(b): processing against an express declaration of will. Art. 31: what justifies a breach.
        Right::Erasure | Right::Restriction => &["6(4)", "30", "31", "32"],
        Right::Portability => &["28", "29"],
        Right::Objection | Right::MarketingObjection => &["30", "31", "32"],
        Right::AutomatedDecision => &["21", "25(2)(f)"],
        Right::WithdrawConsent => &["6(6,7)", "30", "31", "32"],
    }
}

/// Articles of the Regulation that British law has elsewhere or otherwise since the Data (Use and Access) Act 2025:
/// automated decisions, complaints, the regulator's powers. A British letter names the 2018 Act instead.
pub const OTHERWISE_IN_UNITED_KINGDOM: &[&str] = &["22", "57", "58", "77", "78", "79"];

/// Tells whether a place lies within one of the places named.
pub fn is_within(article: &Article, places: &[&str]) -> bool {
    let places = places.iter().filter_map(|place| place.parse::<Article>().ok());
    places.into_iter().any(|place| place.covers(article))
}

//! Choice: what the person chose to say in a letter, beyond who they are.
//!
//! In: the grounds, categories, corrections, trackers and texts that a request may carry, its layout and how it is posted; they are kept with the
//! case, so that the letter can be written again. Out: [`Choices`], checked: no text in it can add a line, and
//! a letter that needs one of them says which is missing. Every statement in a letter is true because the
//! person chose it; nothing is chosen for them.
//!
//! Not here: wording (`templates/`), and how choices are typed (`cli`).

use serde::{Deserialize, Serialize};

use super::request::check_text;
use super::{Error, Layout};
use crate::law::category::Category;
use crate::law::content::Point;
use crate::law::right::Right;

closed_list! {
    /// A ground of erasure (Art. 17(1)) or restriction (Art. 18(1)).
    pub enum Ground {
        /// Art. 17(1)(a): the data are no longer needed.
        NoLongerNeeded = "no-longer-needed";
        /// Art. 17(1)(b): consent is withdrawn.
        ConsentWithdrawn = "consent-withdrawn";
        /// Art. 17(1)(c): the person objects. Art. 18(1)(d): an objection is pending.
        Objection = "objection";
        /// Art. 17(1)(d): the processing is unlawful. Art. 18(1)(b): it is, and erasure is not wanted.
        Unlawful = "unlawful";
        /// Art. 17(1)(e): a law commands erasure.
        LegalDuty = "legal-duty";
        /// Art. 17(1)(f): collected from a child by an online service.
        Child = "child";
        /// Art. 18(1)(a): the accuracy is contested.
        Accuracy = "accuracy";
        /// Art. 18(1)(c): the person needs the data for legal claims.
        Claims = "claims";
    }
}

closed_list! {
    /// A ground on which a controller refuses, to be answered.
    pub enum Refusal {
        /// It asks for the person's reasons.
        Reasons = "reasons";
        /// Trade secret.
        TradeSecret = "trade-secret";
        /// Too much work.
        Effort = "effort";
        /// Asked before.
        Repeated = "repeated";
        /// Abuse.
        Abuse = "abuse";
        /// Anonymised instead of erased.
        Anonymised = "anonymised";
        /// The data belong to a partner.
        Partner = "partner";
        /// A duty to keep the data.
        Retention = "retention";
        /// No reasons were given.
        Unexplained = "unexplained";
    }
}

impl Ground {
    /// Tells whether it is one for a right.
    pub fn suits(self, right: Right) -> bool {
        match self {
            Self::NoLongerNeeded | Self::ConsentWithdrawn | Self::LegalDuty | Self::Child => {
                right == Right::Erasure
            }
            Self::Objection | Self::Unlawful => matches!(right, Right::Erasure | Right::Restriction),
            Self::Accuracy | Self::Claims => right == Right::Restriction,
        }
    }
}

/// A value that is wrong or missing, and the right one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// What it is: `date of birth`.
    pub what: String,
    /// The value they hold; empty where it is missing.
    pub wrong: String,
    /// The right value.
    pub right: String,
}

/// An identifier a tracker set: what a controller that knows no name finds a person by (Art. 11(2)).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tracker {
    /// The domain that set it.
    pub domain: String,
    /// The name of the cookie or storage entry.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// A point that an answer speaks to in general terms only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vague {
    /// The point.
    pub point: Point,
    /// The company's own sentence, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

/// What the person chose to say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Choices {
    /// Categories of data the request is about; none means all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Category>,
    /// Grounds of erasure or restriction.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grounds: Vec<Ground>,
    /// What is to be corrected.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    /// Reasons from the person's particular situation, or their point of view.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// The automated decision that is contested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// Who computed the score on which the decision rests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score_by: Option<String>,
    /// The consents that are withdrawn.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<String>,
    /// The controller the data are to be transferred to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer_to: Option<String>,
    /// Identifiers set by trackers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub trackers: Vec<Tracker>,
    /// Advertising identifiers of devices.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub devices: Vec<String>,
    /// Visits: day, hour, offset from UTC, page.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub visits: Vec<String>,
    /// IP addresses the person chose to disclose.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ip_addresses: Vec<String>,
    /// Whether the browser profile or device is used by this person alone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub sole_user: bool,
    /// Points of Art. 15 that the answer lacks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Point>,
    /// Points of Art. 15 that the answer speaks to in general terms only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub vague: Vec<Vague>,
    /// Categories of data that the answer lacks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing_categories: Vec<Category>,
    /// What else the answer lacks, in the person's words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing_texts: Vec<String>,
    /// Grounds of the controller's refusal that are answered.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub refusals: Vec<Refusal>,
    /// Where things stand on paper, where not as in the sender's country.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
    /// It goes by registered post: the number of the item, or nothing where it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registered: Option<String>,
}

impl Choices {
    /// Tells whether nothing was chosen.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Tells whether nothing is named that an answer lacks.
    pub fn names_nothing_missing(&self) -> bool {
        let has_points = !self.missing.is_empty() || !self.vague.is_empty();
        !has_points && self.missing_categories.is_empty() && self.missing_texts.is_empty()
    }

    /// Returns every text with the flag that gives it.
    pub(super) fn texts(&self) -> Vec<(&'static str, &str)> {
        let mut texts = Vec::new();
        for (flag, text) in [
            ("--because", &self.because),
            ("--decision", &self.decision),
            ("--score-by", &self.score_by),
            ("--transfer-to", &self.transfer_to),
            ("--registered", &self.registered),
        ] {
            texts.extend(text.as_deref().map(|text| (flag, text)));
        }
        for (flag, list) in [
            ("--consent", &self.consents),
            ("--device", &self.devices),
            ("--visit", &self.visits),
            ("--ip", &self.ip_addresses),
            ("--missing-text", &self.missing_texts),
        ] {
            texts.extend(list.iter().map(|text| (flag, text.as_str())));
        }
        texts.extend(self.vague.iter().filter_map(|vague| Some(("--vague", vague.quote.as_deref()?))));
        for correction in &self.corrections {
            let fields = [&correction.what, &correction.wrong, &correction.right];
            texts.extend(fields.map(|text| ("--correct", text.as_str())));
        }
        for tracker in &self.trackers {
            let fields = [&tracker.domain, &tracker.name, &tracker.value];
            texts.extend(fields.map(|text| ("--tracker", text.as_str())));
        }
        texts
    }

    /// Checks that no text adds a line.
    ///
    /// # Errors
    /// Names the flag, never the text.
    pub fn check_texts(&self) -> Result<(), Error> {
        self.texts().into_iter().try_for_each(|(flag, text)| check_text(flag, text))
    }

    /// Returns what was chosen for the text of a request: its name among the placeholders, and the flag that gives it.
    pub(super) fn chosen(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let all = [
            ("categories", "--category", !self.categories.is_empty()),
            ("grounds", "--ground", !self.grounds.is_empty()),
            ("corrections", "--correct", !self.corrections.is_empty()),
            ("because", "--because", self.because.is_some()),
            ("decision", "--decision", self.decision.is_some()),
            ("score_by", "--score-by", self.score_by.is_some()),
            ("consents", "--consent", !self.consents.is_empty()),
            ("transfer_to", "--transfer-to", self.transfer_to.is_some()),
            ("trackers", "--tracker", !self.trackers.is_empty()),
            ("devices", "--device", !self.devices.is_empty()),
            ("visits", "--visit", !self.visits.is_empty()),
            ("ip_addresses", "--ip", !self.ip_addresses.is_empty()),
            ("sole_user", "--sole-user", self.sole_user),
        ];
        all.into_iter().filter(|(_, _, is_chosen)| *is_chosen).map(|(name, flag, _)| (name, flag))
    }

    /// Checks that no text adds a line, and that what a right needs to be exercised is there.
    ///
    /// # Errors
    /// Names the flag, never the text.
    pub fn check(&self, right: Right) -> Result<(), Error> {
        self.check_texts()?;
        let needs = |flag: &'static str, article: &'static str, lacking: bool| {
            if lacking { Err(Error::NotChosen { right, flag, article }) } else { Ok(()) }
        };
        match right {
            Right::Access | Right::Portability | Right::MarketingObjection => Ok(()),
            Right::Tracking => {
                // Art. 11(2): the person provides what makes them identifiable.
                let none = self.trackers.is_empty() && self.devices.is_empty();
                needs("--tracker 'DOMAIN NAME=VALUE' or --device ID", "11(2)", none)
            }
            Right::Rectification => {
                needs("--correct 'WHAT: WRONG => RIGHT'", "16", self.corrections.is_empty())
            }
            Right::Erasure => needs("--ground GROUND", "17(1)", self.grounds.is_empty()),
            Right::Restriction => needs("--ground GROUND", "18(1)", self.grounds.is_empty()),
            Right::Objection => needs("--because TEXT", "21(1)", self.because.is_none()),
            Right::AutomatedDecision => needs("--decision TEXT", "22", self.decision.is_none()),
            Right::WithdrawConsent => needs("--consent TEXT", "7(3)", self.consents.is_empty()),
        }?;
        match self.grounds.iter().find(|ground| !ground.suits(right)) {
            Some(ground) => Err(Error::NoGround { right, ground: ground.id() }),
            None => Ok(()),
        }
    }
}

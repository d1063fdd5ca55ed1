//! Kind: the kinds of letters, from the request to the complaint.
//!
//! In: a right, or a later step of a case. Out: a [`Kind`] with its stable identifier, which names its template
//! (`templates/letters/<language>/<id>.txt`, and `<id>.ch.txt` where Swiss law has it otherwise), the articles it
//! may cite, and the rights whose cases it belongs to.
//!
//! Adding a language is adding files; adding a kind is a row here and a file in every language. Not here:
//! wording, and when a letter may be written (`tracker::gate`).

use std::fmt;

use crate::law::article::{Article, OTHERWISE_IN_UNITED_KINGDOM, Regime, every_letter, is_within, of_right};
use crate::law::right::Right;

macro_rules! kinds {
    ($( $(#[$doc:meta])* $name:ident = $id:literal, [$($article:literal),*], [$($swiss:literal),*]; )*) => {
        /// A kind of letter.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            /// A request that exercises a right and opens a case.
            Request(Right),
            $( $(#[$doc])* $name, )*
        }

        impl Kind {
            /// Every later letter of a case.
            pub const LATER: &'static [Self] = &[$( Self::$name, )*];

            /// Returns the stable identifier used for templates and on the command line.
            pub fn id(self) -> &'static str {
                match self {
                    Self::Request(right) => right.id(),
                    $( Self::$name => $id, )*
                }
            }

            /// Returns the articles it may cite beside those of its case's right and of every letter.
            fn own(self, regime: Regime) -> &'static [&'static str] {
                match (self, regime) {
                    (Self::Request(_), _) => &[],
                    $( (Self::$name, Regime::Eu | Regime::Uk) => &[$($article),*], )*
                    $( (Self::$name, Regime::Ch) => &[$($swiss),*], )*
                }
            }
        }
    };
}

kinds! {
    /// The period is over: a reminder.
    Reminder = "reminder", [], [];
    /// An answer to a demand for proof of identity.
    Identity = "identity", ["5(1)(c)", "11"], [];
    /// An answer to a question on what the request is about.
    Clarification = "clarification", [], [];
    /// An answer to an extension without reasons.
    Extension = "extension", [], [];
    /// An answer to "use our form".
    Form = "form", [], [];
    /// An answer to a fee.
    Fee = "fee", ["15(3)"], ["25(6)"];
    /// An answer to "see our privacy policy".
    Policy = "policy", [], [];
    /// An answer to categories of recipients instead of names.
    Recipients = "recipients", ["19"], [];
    /// An answer to any other refusal, by its grounds.
    Refusal = "refusal", ["15(4)", "17(3)", "23"], ["26"];
    /// What an answer lacks, point by point.
    Incomplete = "incomplete", [], [];
    /// Confirmation that the erasure, rectification or restriction is complete and that recipients were told.
    Completion = "completion", ["19"], ["32"];
    /// Complaint to the supervisory authority.
    Complaint = "complaint", ["77", "78(2)", "57(1)(f)", "58(2)", "19"], ["60(1)"];
    /// Complaint to the controller itself, before the authority (United Kingdom).
    ControllerComplaint = "controller-complaint", ["19"], [];
}

impl Kind {
    /// Returns every kind: the requests, then the later letters.
    pub fn all() -> impl Iterator<Item = Self> {
        Right::ALL.iter().map(|right| Self::Request(*right)).chain(Self::LATER.iter().copied())
    }

    /// Finds a kind by its identifier.
    pub fn find(id: &str) -> Option<Self> {
        Self::all().find(|kind| kind.id() == id)
    }

    /// Tells whether a letter of this kind, in a case about a right, may cite a place in a law.
    pub fn may_cite(self, article: &Article, right: Right, regime: Regime) -> bool {
        if regime == Regime::Uk && is_within(article, OTHERWISE_IN_UNITED_KINGDOM) {
            return false;
        }
        is_within(article, &self.places(right, regime))
    }

    /// Returns the places in a law that a letter of this kind, in a case about a right, may cite.
    pub fn places(self, right: Right, regime: Regime) -> Vec<&'static str> {
        [of_right(right, regime), every_letter(regime), self.own(regime)].concat()
    }

    /// Tells whether a case about a right can need it under a law.
    pub fn suits(self, right: Right, regime: Regime) -> bool {
        let is_access = match right {
            Right::Access | Right::Tracking => true,
            Right::Rectification
            | Right::Erasure
            | Right::Restriction
            | Right::Portability
            | Right::Objection
            | Right::MarketingObjection
            | Right::AutomatedDecision
            | Right::WithdrawConsent => false,
        };
        match self {
            Self::Request(own) => own == right,
            Self::Reminder
            | Self::Identity
            | Self::Fee
            | Self::Refusal
            | Self::Incomplete
            | Self::Complaint => true,
            // Art. 12(2) and Art. 19 have no twin in the Swiss act.
            Self::Form => regime != Regime::Ch,
            // The Swiss ordinance asks for no reasons and speaks of no such question.
            Self::Clarification | Self::Extension => regime != Regime::Ch,
            Self::Policy => is_access && regime != Regime::Ch,
            // Art. 25(2)(g) of the Swiss act leaves the choice between recipients and their categories.
            Self::Recipients => is_access && regime != Regime::Ch,
            Self::Completion => {
                let told = matches!(right, Right::Rectification | Right::Erasure | Right::Restriction);
                told && regime != Regime::Ch
            }
            Self::ControllerComplaint => regime == Regime::Uk,
        }
    }

    /// Tells whether the letter goes to the supervisory authority and not to the controller.
    pub fn goes_to_authority(self) -> bool {
        match self {
            Self::Complaint => true,
            Self::Request(_)
            | Self::Reminder
            | Self::Identity
            | Self::Clarification
            | Self::Extension
            | Self::Form
            | Self::Fee
            | Self::Policy
            | Self::Recipients
            | Self::Refusal
            | Self::Incomplete
            | Self::Completion
            | Self::ControllerComplaint => false,
        }
    }

    /// Tells whether some case under a law can need it, so that it is written for that law.
    pub fn is_written_under(self, regime: Regime) -> bool {
        Right::ALL.iter().any(|right| self.suits(*right, regime))
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

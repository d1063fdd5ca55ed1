//! Content: the points an answer to an access request owes, each with its article, under each law.
//!
//! In: the law. Out: the list of Art. 15(1)(a) to (h), 15(2) and 15(3) of the Regulation, or that of Art. 25(2) of the Swiss
//! act; and what can be found of a point. What each is called and means in a language is in `templates/wording`
//! (`content-<id>`, `content-<id>-about`).
//!
//! Not here: whether an answer gives a point (`report` looks, the person confirms), and no
//! judgement: a point that was not found may stand in a letter nobody read.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::article::Regime;

macro_rules! points {
    ($( $(#[$doc:meta])* $name:ident = $id:literal, $article:literal, $swiss:expr; )*) => {
        /// A point that an answer to an access request owes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Point { $( $(#[$doc])* #[serde(rename = $id)] $name, )* }

        impl Point {
            /// Every point of any law, in the order of the Regulation.
            pub const ALL: &'static [Self] = &[$( Self::$name, )*];

            /// Returns the stable identifier used in JSON and wording.
            pub fn id(self) -> &'static str {
                match self { $( Self::$name => $id, )* }
            }

            /// Finds a point by its identifier.
            pub fn find(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|point| point.id() == id)
            }

            /// Returns the article that asks for it: of the Regulation, whose numbers British law keeps, or of the Swiss
            /// Federal Act on Data Protection (SR 235.1), which does not ask for all.
            pub fn article(self, regime: Regime) -> Option<&'static str> {
                match regime {
                    Regime::Eu | Regime::Uk => Some(match self { $( Self::$name => $article, )* }),
                    Regime::Ch => match self { $( Self::$name => $swiss, )* },
                }
            }

            /// Returns the points an answer owes under a law, in the order of the Regulation.
            pub fn owed(regime: Regime) -> impl Iterator<Item = Self> {
                Self::ALL.iter().copied().filter(move |point| point.article(regime).is_some())
            }
        }
    };
}

points! {
    /// The purposes of the processing.
    Purposes = "purposes", "15(1)(a)", Some("25(2)(c)");
    /// The categories of personal data concerned.
    Categories = "categories", "15(1)(b)", None;
    /// The recipients, by name (C-154/21), in third countries in particular; their categories suffice in Switzerland.
    Recipients = "recipients", "15(1)(c)", Some("25(2)(g)");
    /// How long the data are kept, or the criteria that decide it.
    Retention = "retention", "15(1)(d)", Some("25(2)(d)");
    /// That rectification, erasure, restriction and objection may be asked for.
    Rights = "rights", "15(1)(e)", None;
    /// The right to complain to a supervisory authority.
    Complaint = "complaint", "15(1)(f)", None;
    /// The source of data that were not collected from the person.
    Source = "source", "15(1)(g)", Some("25(2)(e)");
    /// Automated decisions and profiling: the logic, the significance, the consequences (C-203/22).
    AutomatedDecisions = "automated-decisions", "15(1)(h)", Some("25(2)(f)");
    /// The safeguards of a transfer to a third country; owed where there is one.
    Safeguards = "safeguards", "15(2)", Some("19(4)");
    /// The copy of the data.
    Copy = "copy", "15(3)", Some("25(2)(b)");
}

/// What was found of a point, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// The answer speaks to it; whether it suffices is for the person to judge.
    Found,
    /// There are traces of a part of it in the data.
    Partly,
    /// It is only touched: a general policy, or categories of recipients instead of names (C-154/21).
    Vague,
    /// Nothing was found.
    NotFound,
}

impl Presence {
    /// Every value, best first.
    pub const ALL: &'static [Self] = &[Self::Found, Self::Partly, Self::Vague, Self::NotFound];

    /// Returns the stable identifier used in JSON, wording and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Partly => "partly",
            Self::Vague => "vague",
            Self::NotFound => "not-found",
        }
    }

    /// Finds a value by its identifier.
    pub fn find(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|presence| presence.id() == id)
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

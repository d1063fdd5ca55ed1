//! Content: the points an answer to an access request owes, each with its article.
//!
//! In: nothing. Out: the closed list of Art. 15(1)(a) to (h), 15(2) and 15(3). What each is called and means
//! in a language is in `templates/wording` (`content-<id>`, `content-<id>-about`).
//!
//! Not here: whether an answer gives a point (`report::gaps` looks for traces, the person confirms), and no
//! judgement: a point that was not found may stand in a letter nobody read.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! points {
    ($( $(#[$doc:meta])* $name:ident = $id:literal, $article:literal; )*) => {
        /// A point that an answer to an access request owes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Point { $( $(#[$doc])* #[serde(rename = $id)] $name, )* }

        impl Point {
            /// Every point, in the order of the Regulation.
            pub const ALL: &'static [Self] = &[$( Self::$name, )*];

            /// Returns the stable identifier used in JSON and wording.
            pub fn id(self) -> &'static str {
                match self { $( Self::$name => $id, )* }
            }

            /// Returns the article that asks for it.
            pub fn article(self) -> &'static str {
                match self { $( Self::$name => $article, )* }
            }
        }
    };
}

points! {
    /// The purposes of the processing.
    Purposes = "purposes", "15(1)(a)";
    /// The categories of personal data concerned.
    Categories = "categories", "15(1)(b)";
    /// The recipients, by name (C-154/21), in third countries in particular.
    Recipients = "recipients", "15(1)(c)";
    /// How long the data are kept, or the criteria that decide it.
    Retention = "retention", "15(1)(d)";
    /// That rectification, erasure, restriction and objection may be asked for.
    Rights = "rights", "15(1)(e)";
    /// The right to complain to a supervisory authority.
    Complaint = "complaint", "15(1)(f)";
    /// The source of data that were not collected from the person.
    Source = "source", "15(1)(g)";
    /// Automated decisions and profiling: the logic, the significance, the consequences (C-203/22).
    AutomatedDecisions = "automated-decisions", "15(1)(h)";
    /// The safeguards of a transfer to a third country.
    Safeguards = "safeguards", "15(2)";
    /// The copy of the data.
    Copy = "copy", "15(3)";
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

//! Content: the points an answer to an access request owes, each with its article, under each law.
//!
//! In: the law. Out: the list of Art. 15(1)(a) to (h), 15(2) and 15(3) of the Regulation, or that of Art. 25(2) of the Swiss
//! act; and what can be found of a point. What each is called and means in a language is in `templates/wording`
//! (`content-<id>`, `content-<id>-about`).
//!
//! Not here: whether an answer gives a point (`report` looks, the person confirms), and no
//! judgement: a point that was not found may stand in a letter nobody read.

use std::fmt;

use super::article::Regime;

closed_list! {
    /// A point that an answer to an access request owes: of any law, in the order of the Regulation.
    pub enum Point {
        /// Who the controller is and how to reach it. The Regulation owes that when data are collected (Art. 13 and 14), not in
        /// the answer to a request.
        Controller = "controller", None, Some("25(2)(a)");
        /// The purposes of the processing.
        Purposes = "purposes", Some("15(1)(a)"), Some("25(2)(c)");
        /// The categories of personal data concerned.
        Categories = "categories", Some("15(1)(b)"), None;
        /// The recipients, by name (C-154/21), in third countries in particular; their categories suffice in Switzerland.
        Recipients = "recipients", Some("15(1)(c)"), Some("25(2)(g)");
        /// How long the data are kept, or the criteria that decide it.
        Retention = "retention", Some("15(1)(d)"), Some("25(2)(d)");
        /// That rectification, erasure, restriction and objection may be asked for.
        Rights = "rights", Some("15(1)(e)"), None;
        /// The right to complain to a supervisory authority.
        Complaint = "complaint", Some("15(1)(f)"), None;
        /// The source of data that were not collected from the person.
        Source = "source", Some("15(1)(g)"), Some("25(2)(e)");
        /// Automated decisions and profiling: the logic, the significance, the consequences (C-203/22).
        AutomatedDecisions = "automated-decisions", Some("15(1)(h)"), Some("25(2)(f)");
        /// The safeguards of a transfer to a third country; owed where there is one.
        Safeguards = "safeguards", Some("15(2)"), Some("19(4)");
        /// The copy of the data.
        Copy = "copy", Some("15(3)"), Some("25(2)(b)");
    }

    /// Returns the article of the Regulation, where it asks for it.
    fn regulation -> Option<&'static str>;
    /// Returns the article of the Swiss Federal Act on Data Protection (SR 235.1), where it asks for it.
    fn swiss -> Option<&'static str>;
}

impl Point {
    /// Returns the article that asks for it: of the Regulation, whose numbers British law keeps, or of the Swiss
    /// Federal Act on Data Protection (SR 235.1). Each asks for something that the other does not.
    pub fn article(self, regime: Regime) -> Option<&'static str> {
        match regime {
            Regime::Eu | Regime::Uk => self.regulation(),
            Regime::Ch => self.swiss(),
        }
    }

    /// Returns the points an answer owes under a law, in the order of the Regulation.
    pub fn owed(regime: Regime) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |point| point.article(regime).is_some())
    }
}

closed_list! {
    /// What was found of a point, best first.
    pub enum Presence {
        /// The answer speaks to it; whether it suffices is for the person to judge.
        Found = "found";
        /// There are traces of a part of it in the data.
        Partly = "partly";
        /// It is only touched: a general policy, or categories of recipients instead of names (C-154/21).
        Vague = "vague";
        /// Nothing was found.
        NotFound = "not-found";
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

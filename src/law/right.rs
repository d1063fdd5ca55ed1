//! Right: the rights of the data subject, with their articles.
//!
//! In: a word from the command line. Out: a [`Right`]. Its names in each language are in `templates/wording`
//! (`right-<id>`); its letters are in `templates/letters/<language>/<id>.txt`.

use std::fmt;

use super::article::Regime;

closed_list! {
    /// A right of the data subject: those of the Regulation in its order, with the request about trackers after access.
    pub enum Right {
        /// Access to the data and to how they are processed.
        Access = "access", "15", &["copy"];
        /// Access for trackers and advertising technology: identifiers instead of a name (Art. 11(2)).
        Tracking = "tracking", "15", &["cookies"];
        /// Rectification of wrong or incomplete data.
        Rectification = "rectification", "16", &["correct", "correction"];
        /// Erasure.
        Erasure = "erasure", "17", &["delete", "deletion", "forget"];
        /// Restriction of processing.
        Restriction = "restriction", "18", &["freeze"];
        /// Portability of the data the person provided.
        Portability = "portability", "20", &["export"];
        /// Objection on grounds of the person's situation.
        Objection = "objection", "21(1)", &["object"];
        /// Objection to direct marketing: no reasons, no exception.
        MarketingObjection = "marketing-objection", "21(2)", &["marketing", "opt-out"];
        /// Human review of an automated decision.
        AutomatedDecision = "automated-decision", "22", &["decision"];
        /// Withdrawal of consent.
        WithdrawConsent = "withdraw-consent", "7(3)", &["withdraw"];
    }

    /// Returns the article that grants it.
    pub fn article -> &'static str;
    /// Returns everyday words that mean it on the command line.
    pub fn aliases -> &'static [&'static str];
}

impl Right {
    /// Returns the article that grants it under a law. Swiss law grants by Art. 32 what the Regulation grants by
    /// Art. 16 to 18 and 21, for processing against an express declaration of will (Art. 30(2)(b)). Empty where it
    /// is not known to have a single one.
    pub fn article_under(self, regime: Regime) -> &'static str {
        match (regime, self) {
            // Data (Use and Access) Act 2025, section 80: Art. 22A to 22D in place of Art. 22, since 5 February 2026.
            (Regime::Uk, Self::AutomatedDecision) => "22C",
            (Regime::Eu | Regime::Uk, right) => right.article(),
            (Regime::Ch, Self::Access | Self::Tracking) => "25",
            (Regime::Ch, Self::Rectification) => "32(1)",
            (Regime::Ch, Self::Erasure | Self::Restriction) => "32(2)",
            (Regime::Ch, Self::Portability) => "28",
            (Regime::Ch, Self::Objection | Self::MarketingObjection | Self::WithdrawConsent) => "30(2)(b)",
            (Regime::Ch, Self::AutomatedDecision) => "21(2)",
        }
    }

    /// Tells whether what answers it are data, and not the word that something was done.
    pub fn is_answered_with_data(self) -> bool {
        match self {
            Self::Access | Self::Tracking | Self::Portability => true,
            Self::Rectification
            | Self::Erasure
            | Self::Restriction
            | Self::Objection
            | Self::MarketingObjection
            | Self::AutomatedDecision
            | Self::WithdrawConsent => false,
        }
    }

    /// Finds a right by its identifier or an everyday word.
    pub fn called(word: &str) -> Option<Self> {
        let word = word.to_ascii_lowercase();
        Self::ALL.iter().copied().find(|right| right.id() == word || right.aliases().contains(&word.as_str()))
    }
}

impl fmt::Display for Right {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

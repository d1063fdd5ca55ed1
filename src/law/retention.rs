//! Retention: why a controller may keep data although their erasure was asked for.
//!
//! In: a category of data and the country of the controller. Out: the reasons it may cite, each with its provision, what
//! it covers and for how long, and where that was read. Art. 17(3) lets only these parts stay: a reason covers the
//! documents it names, not the profile, the browsing, the scores or the marketing made beside them.
//!
//! A reason that was not compared with the text of the law is marked and is said to be unconfirmed. Not here: whether
//! a reason applies, which the controller has to show, and what it is called in a language (`retention-<id>` in
//! `templates/wording`).

use serde::Serialize;

use super::category::Category;

/// A reason that may be cited for keeping data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// Stable identifier, for JSON and wording.
    pub id: &'static str,
    /// The country whose law it is; nothing where it is the Regulation.
    pub country: Option<&'static str>,
    /// The provision: an article of the Regulation, or a law of the country in its own words.
    pub provision: &'static str,
    /// The exception of Art. 17(3) that it falls under.
    pub exception: &'static str,
    /// The least that is at stake where it applies; nothing where it asks for none.
    pub least: Option<Least>,
    /// Years for which it lets data stay; nothing where there is no fixed number.
    pub years: Option<u8>,
    /// Where the provision was read.
    pub source: &'static str,
    /// When, as year and month; nothing where it was not compared with the text of the law.
    pub confirmed: Option<&'static str>,
    /// The categories of data in which what it covers may stand.
    #[serde(skip)]
    covers: &'static [Category],
}

/// An amount of money that must be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Least {
    /// In whole units of the currency.
    pub amount: u32,
    /// ISO 4217 code.
    pub currency: &'static str,
}

impl Reason {
    /// Tells whether data of a category may contain what the reason covers.
    pub fn covers(&self, category: Category) -> bool {
        self.covers.contains(&category)
    }
}

/// Every reason, those of the Regulation first.
pub static REASONS: &[Reason] = &[
    Reason {
        id: "legal-duty",
        country: None,
        provision: "17(3)(b)",
        exception: "17(3)(b)",
        least: None,
        years: None,
        source: "Regulation (EU) 2016/679",
        confirmed: Some("2026-02"),
        covers: &[Category::Purchases, Category::Payment, Category::Returns],
    },
    Reason {
        id: "legal-claims",
        country: None,
        provision: "17(3)(e)",
        exception: "17(3)(e)",
        least: None,
        years: None,
        source: "Regulation (EU) 2016/679",
        confirmed: Some("2026-02"),
        covers: &[
            Category::Purchases,
            Category::Payment,
            Category::Returns,
            Category::Support,
            Category::Communications,
        ],
    },
    Reason {
        id: "consent-proof",
        country: None,
        provision: "7(1)",
        exception: "17(3)(b)",
        least: None,
        years: None,
        source: "Regulation (EU) 2016/679",
        confirmed: Some("2026-02"),
        covers: &[Category::Consent],
    },
    Reason {
        id: "fr-online-contract",
        country: Some("FR"),
        provision: "Code de la consommation, art. L213-1, D213-1, D213-2",
        exception: "17(3)(b)",
        least: Some(Least { amount: 120, currency: "EUR" }),
        years: Some(10),
        source: "https://github.com/legalize-dev/legalize-fr",
        confirmed: Some("2026-04"),
        covers: &[Category::Purchases],
    },
    Reason {
        id: "fr-accounting",
        country: Some("FR"),
        provision: "Code de commerce, art. L123-22",
        exception: "17(3)(b)",
        least: None,
        years: Some(10),
        source: "https://www.legifrance.gouv.fr",
        confirmed: None,
        covers: &[Category::Purchases, Category::Payment, Category::Returns],
    },
];

/// Returns the reasons a controller in a country may cite for a category, those of its own law last.
pub fn reasons(category: Category, country: Option<&str>) -> Vec<&'static Reason> {
    let applies =
        |reason: &&Reason| reason.covers(category) && (reason.country.is_none() || reason.country == country);
    REASONS.iter().filter(applies).collect()
}

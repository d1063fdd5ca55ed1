//! Kind: the closed list of what a row of an answer can be.
//!
//! In: a word of a recipe. Out: the kind, or a fault that lists the kinds. Each has a name in every language of
//! `templates/wording`, which a test checks. Not here: rows no recipe knows, which have a kind of their own (`generic`).

use serde::Deserialize;

/// What a row is, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Kind(&'static str);

impl Kind {
    /// Returns its word, as in recipes, JSON and wording.
    pub(crate) fn as_str(self) -> &'static str {
        self.0
    }
}

impl<'de> Deserialize<'de> for Kind {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        let known = KINDS.iter().find(|kind| **kind == word).copied();
        let fault = || format!("not a kind of record: {word} (one of {})", KINDS.join(", "));
        known.map(Self).ok_or_else(|| serde::de::Error::custom(fault()))
    }
}

/// Every kind.
pub(crate) const KINDS: &[&str] = &[
    "account",
    "ad-click",
    "address",
    "advertiser-list",
    "alert",
    "annotation",
    "answer",
    "app-install",
    "assistant",
    "authentication",
    "basket-item",
    "benefit",
    "billing",
    "calendar",
    "communication-preference",
    "consent",
    "contact",
    "counter",
    "country",
    "delivery-photo",
    "delivery",
    "device",
    "discount",
    "driver-activity",
    "eligibility",
    "entitlement",
    "favourite",
    "feedback",
    "household-member",
    "identifier",
    "invoice",
    "library-item",
    "linked-account",
    "list-item",
    "listening",
    "listing",
    "list",
    "location",
    "login-session",
    "login",
    "loyalty-card",
    "membership-event",
    "message",
    "notification-event",
    "notification",
    "opt-out",
    "order-details",
    "order",
    "payment-instrument",
    "payment",
    "permission",
    "photo",
    "playback",
    "points",
    "preference",
    "profile",
    "promotion",
    "purchase-line",
    "purchase",
    "question",
    "rating-received",
    "reaction",
    "reading",
    "recommendation",
    "refund",
    "rental",
    "return",
    "review",
    "row",
    "score",
    "search-metric",
    "search",
    "segment",
    "setting",
    "size",
    "subscription-event",
    "subscription",
    "support-contact",
    "survey-answer",
    "third-party-segment",
    "trip",
    "visit",
    "voucher",
    "watchlist-item",
    "wished-item",
];

//! Rule: how a body of law counts the time limit, for the days of receipt on which the rule is in force.
//!
//! In: a country and a day of receipt. Out: the rule: how long the period and its extension are, what a
//! question of the controller does to it, and the provisions each of these rests on. The table at the end is
//! data; a rule that changes is a row that ends and a row that begins, and nothing else.
//!
//! Not here: counting (`time_limit`), and public holidays, which have validity years of their own (`holiday`).

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::country::{Jurisdiction, jurisdiction};
use super::right::Right;
use super::step::{Citation, Counted};

/// How a body of law counts, for requests received while it is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The identifier of the rule.
    pub rules: Rules,
    /// The body of law.
    pub jurisdiction: Jurisdiction,
    /// The first day of receipt it holds for; none where it was always so.
    pub from: Option<NaiveDate>,
    /// The last day of receipt it holds for; none while no end is known.
    pub until: Option<NaiveDate>,
    /// The rights to whose answer the period applies.
    pub covers: &'static [Right],
    /// Why the other rights have no period: what the count says of them, and the provision.
    pub uncovered: (Counted, Citation),
    /// The covered rights that have the period by reference alone, and the provision that refers to it.
    pub by_reference: &'static [(Right, Citation)],
    /// The covered rights that take effect at once, and the provision: the period is for the answer alone.
    pub at_once: &'static [(Right, Citation)],
    /// The period.
    pub period: Period,
    /// The period after an extension; none where the controller announces a date of its own.
    pub extended: Option<Period>,
    /// What a request for additional information to confirm the identity does.
    pub identity: Effect,
    /// What a request to specify the request does.
    pub clarification: Effect,
    /// What a demand for a fee does.
    pub fee: Effect,
    /// The provisions.
    pub citations: Citations,
}

/// A period, counted from the day of the event, which is not counted itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// How long it is.
    pub length: Length,
    /// The step of the count that says so.
    pub counted: Counted,
}

/// How long a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// It ends on the day of the same number, or on the last of the month where there is none.
    Months(u32),
    /// So many days.
    Days(u64),
}

/// What a question of the controller does to the period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// The days from the question to the answer are added.
    Pauses {
        /// Whether the day of the answer is added too.
        with_day_of_answer: bool,
    },
    /// The period starts on the day of the answer.
    Restarts,
    /// The period starts after the time the person has to agree, and not before they did.
    StartsAfter {
        /// How many days they have.
        days: u64,
    },
    /// No provision says that it moves the period.
    Nothing,
}

/// The provisions the steps of a count rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citations {
    /// The provision that sets the period, as a case cites it.
    pub period: Citation,
    /// The day of receipt is not counted.
    pub first_day: Citation,
    /// The length of the period, and where it ends.
    pub length: Citation,
    /// The extension, or that the controller announces its own date.
    pub extension: Citation,
    /// What a question on the identity does.
    pub identity: Citation,
    /// What a request to specify the request does.
    pub clarification: Citation,
    /// What a demand for a fee does.
    pub fee: Citation,
    /// A last day that is no working day moves to the next one.
    pub last_day: Citation,
    /// Which public holidays count.
    pub holidays: Citation,
}

impl Rule {
    /// Tells whether it holds for requests received on a day.
    pub fn is_in_force(&self, received: NaiveDate) -> bool {
        self.from.is_none_or(|from| received >= from) && self.until.is_none_or(|until| received <= until)
    }
}

impl Rule {
    /// Returns the provision by which a right takes effect at once, where its answer has a period besides.
    pub fn at_once(&self, right: Right) -> Option<Citation> {
        self.at_once.iter().find(|(other, _)| *other == right).map(|(_, citation)| *citation)
    }
}

impl Rule {
    /// Returns the provision that gives a right the period of another, where one does.
    pub fn by_reference(&self, right: Right) -> Option<Citation> {
        self.by_reference.iter().find(|(other, _)| *other == right).map(|(_, citation)| *citation)
    }

    /// Returns the provision that sets the period for the answer to a right.
    pub fn period_of(&self, right: Right) -> Citation {
        self.by_reference(right).unwrap_or(self.citations.period)
    }
}

impl Serialize for Rules {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

/// Returns the rules in force for a country on the day of receipt. A controller elsewhere is measured by the
/// Regulation, which applies to it where Art. 3(2) says so.
pub fn rules_for(country: &str, received: NaiveDate) -> Rules {
    let law = match jurisdiction(country) {
        Jurisdiction::Elsewhere => Jurisdiction::European,
        law @ (Jurisdiction::European | Jurisdiction::UnitedKingdom | Jurisdiction::Swiss) => law,
    };
    let mut rules = RULES.iter().filter(|rule| rule.jurisdiction == law);
    let rule = rules.find(|rule| rule.is_in_force(received));
    rule.expect("the rules of a body of law leave no day out, as a test holds").rules
}

/// Returns the first day on which the law that a country's rules are taken from applied: 25 May 2018 (Art. 99(2) GDPR), in the
/// United Kingdom 1 January 2021 (European Union (Withdrawal) Act 2018 s. 3, at the end of the transition), in Switzerland
/// 1 September 2023 (the ordinance SR 235.11). A request received before was counted by another law.
pub fn applies_since(country: &str) -> NaiveDate {
    match jurisdiction(country) {
        Jurisdiction::European | Jurisdiction::Elsewhere => day(2018, 5, 25),
        Jurisdiction::UnitedKingdom => day(2021, 1, 1),
        Jurisdiction::Swiss => day(2023, 9, 1),
    }
}

macro_rules! rules {
    ($( $(#[$doc:meta])* $name:ident = $id:literal { $($fields:tt)* } )*) => {
        /// The rules a period is counted by.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Rules { $( $(#[$doc])* $name, )* }

        impl Rules {
            /// Returns the identifier.
            pub fn id(self) -> &'static str {
                match self { $( Self::$name => $id, )* }
            }

            /// Returns what they say.
            pub fn rule(self) -> &'static Rule {
                match self { $( Self::$name => const { &Rule { rules: Self::$name, $($fields)* } }, )* }
            }
        }

        /// Every rule, those of a body of law in the order of their validity.
        pub const RULES: &[Rule] = &[$( Rule { rules: Rules::$name, $($fields)* }, )*];
    };
}

rules! {
    /// Art. 12(3) with Regulation 1182/71: the Union and the European Economic Area.
    European = "european" {
        jurisdiction: Jurisdiction::European,
        from: None,
        until: None,
        covers: ARTICLES_15_TO_22,
        uncovered: (Counted::EffectAtOnce, Citation::Withdrawal),
        by_reference: &[],
        at_once: &[(Right::MarketingObjection, Citation::Marketing)],
        period: ONE_MONTH,
        extended: Some(THREE_MONTHS),
        identity: PAUSES,
        clarification: PAUSES,
        fee: Effect::Nothing,
        citations: Citations {
            period: Citation::Period,
            first_day: Citation::FirstDay,
            length: Citation::Month,
            extension: Citation::Month,
            identity: Citation::Suspension,
            clarification: Citation::Suspension,
            fee: Citation::Fee,
            last_day: Citation::LastDay,
            holidays: Citation::PublicHolidays,
        },
    }
    /// Art. 12(3) UK GDPR as counted before 5 February 2026. The authority counts the month from the identity
    /// information, and stops for a clarification without adding the day it comes.
    UnitedKingdom = "united-kingdom" {
        jurisdiction: Jurisdiction::UnitedKingdom,
        from: None,
        until: Some(day(2026, 2, 4)),
        covers: ARTICLES_15_TO_22,
        uncovered: (Counted::EffectAtOnce, Citation::UnitedKingdomWithdrawal),
        by_reference: &[],
        at_once: &[(Right::MarketingObjection, Citation::UnitedKingdomMarketing)],
        period: ONE_MONTH,
        extended: Some(THREE_MONTHS),
        identity: Effect::Restarts,
        clarification: PAUSES,
        fee: Effect::Restarts,
        citations: Citations {
            period: Citation::UnitedKingdomMonth,
            first_day: Citation::UnitedKingdomGuidance,
            length: Citation::UnitedKingdomMonth,
            extension: Citation::UnitedKingdomMonth,
            identity: Citation::UnitedKingdomGuidance,
            clarification: Citation::UnitedKingdomGuidance,
            fee: Citation::UnitedKingdomGuidance,
            last_day: Citation::UnitedKingdomGuidance,
            holidays: Citation::UnitedKingdomGuidance,
        },
    }
    /// Art. 12A UK GDPR (Data (Use and Access) Act 2025 s. 76, in force by SI 2026/82 reg. 2): an identity
    /// request restarts the period, so does a fee, and for a clarification the days of question and answer count both.
    UnitedKingdomSince2026 = "united-kingdom-since-2026" {
        jurisdiction: Jurisdiction::UnitedKingdom,
        from: Some(day(2026, 2, 5)),
        until: None,
        covers: ARTICLES_15_TO_22,
        uncovered: (Counted::EffectAtOnce, Citation::UnitedKingdomWithdrawal),
        by_reference: &[],
        at_once: &[(Right::MarketingObjection, Citation::UnitedKingdomMarketing)],
        period: ONE_MONTH,
        extended: Some(THREE_MONTHS),
        identity: Effect::Restarts,
        clarification: Effect::Pauses { with_day_of_answer: true },
        fee: Effect::Restarts,
        citations: Citations {
            period: Citation::UnitedKingdomPeriod,
            first_day: Citation::UnitedKingdomGuidance,
            length: Citation::UnitedKingdomPeriod,
            extension: Citation::UnitedKingdomPeriod,
            identity: Citation::UnitedKingdomPeriod,
            clarification: Citation::UnitedKingdomPeriod,
            fee: Citation::UnitedKingdomPeriod,
            last_day: Citation::UnitedKingdomGuidance,
            holidays: Citation::UnitedKingdomGuidance,
        },
    }
    /// Data Protection Ordinance (SR 235.11) Art. 18: thirty days, for access and, by Art. 22 (read on 28 November 2026),
    /// for portability. No Swiss text says that a question stops
    /// them; they stop here, because calling somebody late too early is worse.
    Swiss = "swiss" {
        jurisdiction: Jurisdiction::Swiss,
        from: None,
        until: None,
        covers: &[Right::Access, Right::Tracking, Right::Portability],
        uncovered: (Counted::NoPeriod, Citation::SwissAccessOnly),
        by_reference: &[(Right::Portability, Citation::SwissPortability)],
        at_once: &[],
        period: Period { length: Length::Days(30), counted: Counted::ThirtyDays },
        extended: None,
        identity: PAUSES,
        clarification: PAUSES,
        fee: Effect::StartsAfter { days: 10 },
        citations: Citations {
            period: Citation::SwissPeriod,
            first_day: Citation::SwissFirstDay,
            length: Citation::SwissPeriod,
            extension: Citation::SwissOwnDate,
            identity: Citation::SwissIdentity,
            clarification: Citation::SwissClarification,
            fee: Citation::SwissFee,
            last_day: Citation::SwissLastDay,
            holidays: Citation::SwissLastDay,
        },
    }
}

/// Art. 12(3) speaks of requests under Articles 15 to 22; the withdrawal of consent (Art. 7(3)) is none.
const ARTICLES_15_TO_22: &[Right] = &[
    Right::Access,
    Right::Tracking,
    Right::Rectification,
    Right::Erasure,
    Right::Restriction,
    Right::Portability,
    Right::Objection,
    Right::MarketingObjection,
    Right::AutomatedDecision,
];

const ONE_MONTH: Period = Period { length: Length::Months(1), counted: Counted::OneMonth };

/// Counted from receipt, not from the end of the first month: Art. 12(3) extends the period.
const THREE_MONTHS: Period = Period { length: Length::Months(3), counted: Counted::ThreeMonths };

/// EDPB Guidelines 01/2022, § 159.
const PAUSES: Effect = Effect::Pauses { with_day_of_answer: false };

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the table")
}

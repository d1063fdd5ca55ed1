//! Record: one thing a controller holds, as it stood in the answer.
//!
//! In: what `apply` or `generic` made of one row. Out: a borrowed view that lives as long as its row. Records are
//! never stored: the archive is the database, and what an import keeps is what they add up to (`totals`).
//!
//! Not here: how a row becomes a record.

use std::borrow::Cow;

use chrono::{NaiveDate, NaiveDateTime};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::finding::Place;
use crate::law::category::{Category, Origin};

/// One thing a controller holds about the person.
#[derive(Debug, Clone, PartialEq)]
pub struct Record<'a> {
    /// The member and the row or path it was read from.
    pub place: Cow<'a, Place>,
    /// When it happened, if the row says so.
    pub when: Option<Moment>,
    /// When what it is about was last seen or used, if the row says that too.
    pub until: Option<Moment>,
    /// What it is, in one word of the recipe (`order`, `search`, `login`, …).
    pub kind: Cow<'a, str>,
    /// The category of personal data.
    pub category: Category,
    /// How the controller came by it.
    pub origin: Origin,
    /// The words a person recognises it by: the product, the query, the segment.
    pub title: Option<Cow<'a, str>>,
    /// An amount of money, if one belongs to it.
    pub amount: Option<Amount<'a>>,
    /// Whether it is about other people too.
    pub others: bool,
    /// Whether it reveals a special category of data (Art. 9(1)).
    pub special: bool,
    /// Fields that mean the same in every answer: an IP address, a recipient, an identifier.
    pub roles: Vec<(Role, Cow<'a, str>)>,
    /// Every original field under its own name, in the order of the row, unchanged; none where nobody will look at them.
    pub fields: Vec<(Cow<'a, str>, Cow<'a, str>)>,
}

closed_list! {
    /// What a field means, for fields that mean the same in every answer.
    pub enum Role {
        /// A segment, score or prediction.
        Inference = "inference";
        /// A company that received the data or targets the person with it.
        Recipient = "recipient";
        /// A company that supplied the data (Art. 15(1)(g)).
        Source = "source";
        /// An identifier the controller gave the person or the device.
        Identifier = "identifier";
        /// A device, browser or program.
        Device = "device";
        /// An IP address.
        IpAddress = "ip_address";
        /// A place.
        Location = "location";
        /// A search query.
        Query = "query";
        /// The name of one of several profiles of an account, which different people may use.
        Profile = "profile";
    }
}

impl Role {
    /// Tells whether it is said of what a name stands for: a segment, or a company.
    pub(super) fn is_named(self) -> bool {
        match self {
            Self::Inference | Self::Recipient | Self::Source => true,
            Self::Identifier
            | Self::Device
            | Self::IpAddress
            | Self::Location
            | Self::Query
            | Self::Profile => false,
        }
    }
}

/// A moment as precise as the source gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Moment {
    /// Date and time as written; parts beyond the precision are zero or one.
    pub at: NaiveDateTime,
    /// How much of it the source gave.
    pub precision: Precision,
    /// The time zone it was given in.
    pub zone: Zone,
}

impl Moment {
    /// Returns the day as written, without any conversion between zones.
    pub fn date(&self) -> NaiveDate {
        self.at.date()
    }
}

/// How much of a moment the source gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// Only the year.
    Year,
    /// Year and month.
    Month,
    /// A day.
    Day,
    /// Hour and minute.
    Minute,
    /// Seconds or finer.
    Second,
}

/// The time zone a moment was given in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Zone {
    /// Coordinated universal time.
    Utc,
    /// An offset from it, in minutes east.
    Offset(i32),
    /// The source does not say.
    Unknown,
}

/// An amount of money, exact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount<'a> {
    /// The value with every digit the source gave.
    pub value: Decimal,
    /// ISO 4217 code, if the source names the currency; the sign where several share it (`$`).
    pub currency: Option<Cow<'a, str>>,
}

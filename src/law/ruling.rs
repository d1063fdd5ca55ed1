//! Ruling: the rulings of the Court of Justice that letters rely on.
//!
//! In: a case number. Out: the day and what it says in a line. They bind under the Regulation; in the United
//! Kingdom and in Switzerland letters do without them.
//!
//! Each can be read under its case number at curia.europa.eu. Not here: how a language cites them (`cite-ruling`
//! in `templates/wording`).

use chrono::NaiveDate;

/// A ruling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ruling {
    /// The case, `C-154/21`.
    pub case: &'static str,
    /// The day: year, month, day.
    day: (i32, u32, u32),
    /// What it says, in a line.
    pub holding: &'static str,
}

impl Ruling {
    /// Returns the day of the ruling.
    pub fn on(&self) -> Option<NaiveDate> {
        let (year, month, day) = self.day;
        NaiveDate::from_ymd_opt(year, month, day)
    }
}

/// Every ruling that letters may cite.
pub static RULINGS: &[Ruling] = &[
    Ruling {
        case: "C-154/21",
        day: (2023, 1, 12),
        holding: "recipients by identity; categories only if that is impossible or the request manifestly unfounded or excessive",
    },
    Ruling {
        case: "C-487/21",
        day: (2023, 5, 4),
        holding: "a copy is a faithful and intelligible reproduction of all the data",
    },
    Ruling {
        case: "C-579/21",
        day: (2023, 6, 22),
        holding: "logs of consultations are accessible as to their dates and purposes",
    },
    Ruling {
        case: "C-307/22",
        day: (2023, 10, 26),
        holding: "the first copy is free, whatever the reason it is asked for",
    },
    Ruling {
        case: "C-634/21",
        day: (2023, 12, 7),
        holding: "a score on which a third party draws strongly is itself an automated decision",
    },
    Ruling {
        case: "C-26/22",
        day: (2023, 12, 7),
        holding: "an objection leads to erasure unless overriding grounds are shown",
    },
    Ruling {
        case: "C-604/22",
        day: (2024, 3, 7),
        holding: "a string that records choices on cookies is personal data where it can be tied to a person",
    },
    Ruling {
        case: "C-203/22",
        day: (2025, 2, 27),
        holding: "the procedure and principles actually applied are explained intelligibly; trade secrets are weighed by authority or court",
    },
    Ruling {
        case: "C-526/24",
        day: (2026, 3, 19),
        holding: "a request is excessive only if the controller proves an abusive intent on all the circumstances",
    },
];

/// Finds a ruling by its case number.
pub fn ruling(case: &str) -> Option<&'static Ruling> {
    RULINGS.iter().find(|ruling| ruling.case == case)
}

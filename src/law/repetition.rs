//! Repetition: when the same request may sensibly be made again.
//!
//! In: the day of a request. Out: the day from which the next one cannot be called excessive.
//!
//! Art. 12(5) lets a controller refuse what is excessive, "in particular because of their repetitive
//! character". A request a year later never is (EDPB Guidelines 01/2022, §§ 183-185); a shorter interval
//! needs a reason of its own. A reminder of an unanswered request is no repetition (§ 29).

use chrono::{Months, NaiveDate};

/// Months between two requests of the same kind to the same controller.
const INTERVAL_MONTHS: u32 = 12;

/// Returns the day from which asking the same again is sensible.
pub fn again_from(requested: NaiveDate) -> NaiveDate {
    requested.checked_add_months(Months::new(INTERVAL_MONTHS)).unwrap_or(requested)
}

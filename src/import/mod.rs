//! import
pub mod answer;
pub mod coverage;
pub mod record;
pub mod totals;

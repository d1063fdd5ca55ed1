//! import
pub mod answer;
pub mod category;
pub mod coverage;
pub mod record;
pub mod totals;

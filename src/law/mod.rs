//! law: what the Regulation says. Every item cites its article.
//!
//! In: dates, countries, rights. Out: time limits, the points an answer owes, the authority to turn to.
//! An article number without a name is an article of Regulation (EU) 2016/679 (GDPR).
//!
//! Not here: wording (templates), and what happened to a case (`tracker`). This room uses nothing in the
//! house.

pub mod article;
pub mod authority;
pub mod category;
pub mod competence;
pub mod complaint;
pub mod content;
pub mod country;
pub mod holiday;
mod holiday_rule;
pub mod region;
pub mod repetition;
pub mod retention;
pub mod right;
pub mod rule;
pub mod ruling;
mod step;
pub mod time_limit;

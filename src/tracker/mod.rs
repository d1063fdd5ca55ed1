//! tracker: what has happened and what is due.
//!
//! In: events with dates, recorded as they happen. Out: the status of each case, its deadline with the
//! articles, the next step, and a calendar. Events are stored and never changed; everything else is computed
//! from (events, today).
//!
//! Not here: the law's counting (`law::time_limit`), and any conversation with a person (`cli`).

mod aftermath;
pub mod agenda;
pub mod calendar;
pub mod case;
pub mod chronology;
pub mod contact;
pub mod deadline;
pub mod event;
pub mod exchange;
pub mod gate;
pub mod history;
pub mod idle;
pub mod next_step;
pub mod possible;
pub mod returned;
pub mod status;
pub mod store;
pub mod waiting;

//! The one test binary: a module per room, the house rules (`tidy`), and the real counterparts (`real`).
//!
//! Tests under `real` need programs beyond Rust; they are marked ignored with the reason, so that a plain
//! `cargo test` says what it left out, and `tests/run` installs what they need and runs them too.
#![expect(clippy::disallowed_methods, reason = "tests are a rim: they make files and start programs")]

mod after_deadline;
mod cli;
mod delivery;
mod delivery_openpgp;
mod directory;
mod directory_external;
mod directory_faults;
mod directory_search;
mod import;
mod inbox;
mod inbox_hostile;
mod inbox_mutation;
mod inbox_proposal;
mod inbox_replies;
mod law;
mod law_complaint;
mod letter;
mod letter_content;
mod letter_naughty;
mod paper;
mod paper_figure;
mod paper_letter;
mod paper_type;
mod real;
mod report;
mod tidy;
mod tracker;
mod tracker_contact;
mod tracker_exchange;
mod wording;

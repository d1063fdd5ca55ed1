//! `habeas`: ask companies what they hold about you, follow the legal clock, read what comes back.
//!
//! This header is the map of the house. It is the architecture text; a tidy test holds the code against it.
//!
//! # What flows through
//!
//! ```text
//! companies.yaml ─ directory ─┐
//! profile.yaml ───────────────┼─ letter ─ paper ─ PDF      answer (zip, folder, file) ─ import ─┐
//! templates/letters ──────────┘     │                                                           │
//!                                delivery ─ .eml, SMTP        inbox ─ which case a reply is of  │
//!                                   │                           │                               │
//!                                tracker: cases, events ────────┴── status, deadlines ── report ┘
//!                                   │                                                      │
//!                                   └────────────────── cli: the only one who talks ───────┘
//! ```
//!
//! A person writes to the companies that profile them (`directory`, `letter`, `delivery`), the law's clock
//! runs (`law`, `tracker`), a reply arrives (`inbox`), the archive in it is read (`import`), and a page says
//! in plain words what it holds and what it left out (`report`).
//!
//! # The rooms, and which way the doors open
//!
//! | room | may use | touches the world in |
//! |---|---|---|
//! | `closed_list`, `finding`, `law`, `paper`, `yaml` | nothing in the house | — |
//! | `wording` | finding | — |
//! | `directory` | law, finding, wording, yaml | — |
//! | `letter` | law, paper, directory, wording, yaml | — |
//! | `delivery` | law, letter, directory, wording | `wire.rs`, `secret.rs`, `openpgp.rs`, `outbox.rs` |
//! | `tracker` | law, directory, letter, delivery, wording | `store/` |
//! | `inbox` | law, finding, directory, delivery, tracker | `mailbox.rs` |
//! | `import` | law, finding, directory, yaml | `container/` |
//! | `report` | law, paper, finding, directory, tracker, import, wording | — |
//! | `cli` | all | `output.rs`, `config.rs`, and the commands that open what the user named |
//!
//! Three small rooms exist because the same thing is needed behind several doors and has a name: `yaml` is the
//! one place that knows the YAML library and shows the offending lines of a faulty file; `wording` is the one
//! place that knows which natural languages there are and what a term is called in each; `closed_list` is the one
//! form of a list whose members files, JSON and wording know by an identifier. A new door is a
//! design change: its own commit, with the reason, changing this table and `tests/it/tidy.rs` together.
//!
//! # What always holds
//!
//! - **Pure middle, thin rim.** Only files whose header says RIM open files, use the network, read the clock or
//!   the environment, or print. The linter enforces it (`.clippy.toml`).
//! - **Time is an argument.** Functions take `today`; only `cli` asks the clock.
//! - **Strangers' data never fails as a whole.** Reading it gives a value and [`finding::Finding`]s. Doing what
//!   our user asked gives `Result`.
//! - **Nothing is lost.** Every file of an answer ends in exactly one state, every row as a record or a finding;
//!   the sums are tested on random archives.
//! - **Events are stored, status is derived.** A fact that can be computed is never saved.
//! - **No personal value in any error, finding or log.** They name the file, the row, the field.
//! - **Mail is encrypted or not at all.** `delivery` has one way to a server, for sending and for reading.
//! - **A company is data.** `companies.yaml` and one file in `src/import/recipes/`; no Rust names a company but the
//!   rehearsal (`habeas demo`), which writes to five of them.

#[macro_use]
mod closed_list;

pub mod finding;
pub mod law;
pub mod paper;
pub mod wording;
pub mod yaml;

pub mod directory;
pub mod letter;

pub mod delivery;
pub mod tracker;

pub mod inbox;

pub mod import;
pub mod report;

pub mod cli;

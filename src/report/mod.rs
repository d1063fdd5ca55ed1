//! report: what the person can read and hand on.
//!
//! In: an answer that was read (`import::answer`) and what is known around it ([`model::Context`]: names,
//! what the company announced, the case). Out: a [`model::Report`] of facts, each with its provenance, and
//! its outputs: one HTML file, a PDF, text for the terminal, CSV, JSON (the report itself, serialized).
//!
//! The way of a fact: `build` (with `telling`, `gaps`, `ledger`) finds it, `model` holds it without words,
//! `page` puts it into a sentence in the reader's language, `html`, `pdf` and `text` set the same page. So every
//! output says the same things in the same order; its `fingerprint` shows that they are of the same facts.
//! `pseudonym` makes a report that can be handed on, `secret` knows what may stand in it.
//!
//! `whole` puts the imports of a case together, which are one answer. Beside the report of one answer there are three views of several: `comparison` (two answers of one company), `network` (who shares
//! with whom) and `several` (what each company holds); `page` puts them into words, too.
//!
//! Not here: reading files, and legal verdicts. A point is "not found in the answer", never "illegal".

pub mod model;

pub mod audit;
pub mod comparison;
pub mod network;
pub mod several;
pub mod whole;

mod aside;
mod build;
mod code;
mod everyday;
mod fingerprint;
mod gaps;
mod ledger;
mod pseudonym;
mod secret;
mod share;
mod telling;

pub mod page;
pub mod shown;
pub mod words;

pub mod html;
pub mod pdf;
pub mod spreadsheet;
pub mod text;

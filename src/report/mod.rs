//! report: what the person can read and hand on.
//!
//! In: an answer that was read (`import::answer`) and what is known around it ([`model::Context`]: names,
//! what the company announced, the case). Out: a [`model::Report`] of facts, each with its provenance, and
//! its outputs: one HTML file, text for the terminal, JSON (the report itself, serialized).
//!
//! The way of a fact: `build` (with `telling`, `gaps`, `ledger`) finds it, `model` holds it without words,
//! `page` puts it into a sentence in the reader's language, `html` and `text` set the same page. So every
//! output says the same things in the same order, and another output is one more file beside these two.
//!
//! Not here: reading files, and legal verdicts. A point is "not found in the answer", never "illegal".

pub mod model;

pub mod audit;

mod build;
mod gaps;
mod ledger;
mod share;
mod telling;

pub mod page;
pub mod shown;
pub mod words;

pub mod html;
pub mod text;

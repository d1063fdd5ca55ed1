//! Our work against real counterparts: a PDF validator, a browser, a calendar reader, a mail server; and the
//! store under force.

mod calendar;
mod chronology;
mod deadlines;
mod mail;
mod openpgp;
mod page;
mod pdf;
mod search;
mod store;
mod terminal;
